#!/usr/bin/env bash
# Make .venv/ with exactly what requirements.lock says, and Brouwerij itself as it stands here.
set -euo pipefail
cd "$(dirname "$0")/.."

python=${PYTHON:-python3}
if ! "$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' 2>/dev/null; then
  found=$("$python" --version 2>/dev/null || echo "not found")
  echo "Brouwerij needs Python 3.11 to 3.14; $python is $found. Name another: make setup PYTHON=python3.12" >&2
  exit 1
fi

if [ ! -x .venv/bin/python ]; then
  if ! "$python" -m venv --clear .venv >/dev/null; then
    echo "Python cannot make a virtual environment. On Debian and Ubuntu: apt install python3-venv" >&2
    exit 1
  fi
fi

echo "Installing the Python packages …"
if command -v uv >/dev/null; then
  uv pip install --quiet --python .venv/bin/python --require-hashes -r requirements.lock
  uv pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation -e .
else
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
fi

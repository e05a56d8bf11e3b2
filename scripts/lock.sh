#!/usr/bin/env bash
# Renew requirements.lock (with hashes, for every platform and extra) and package-lock.json.
set -euo pipefail
cd "$(dirname "$0")/.."

uv=$(command -v uv || true)
if [ -z "$uv" ]; then
  .venv/bin/python -m pip install --quiet uv
  uv=.venv/bin/uv
fi
"$uv" pip compile --quiet --upgrade --universal --python-version 3.11 --all-extras --generate-hashes \
  --no-emit-index-url --no-emit-find-links --no-header pyproject.toml -o requirements.lock
npm update --package-lock-only --loglevel=error

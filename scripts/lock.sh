#!/usr/bin/env bash
# Renew requirements.lock and requirements-suggest.lock (with hashes, for every platform and extra)
# and package-lock.json.
set -euo pipefail
cd "$(dirname "$0")/.."

uv=$(command -v uv || true)
if [ -z "$uv" ]; then
  .venv/bin/python -m pip install --quiet uv
  uv=.venv/bin/uv
fi
compile() {
  "$uv" pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
    --no-emit-index-url --no-emit-find-links --no-header "$@"
}
compile --extra postgres --extra redis --extra gevent --extra pdf --extra dev pyproject.toml -o requirements.lock
# Apart, since setup goes on where there is no wheel of it.
.venv/bin/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["project"]["optional-dependencies"]["suggest"], sep="\n")' |
  compile - -o requirements-suggest.lock
npm update --package-lock-only --loglevel=error

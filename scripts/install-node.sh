#!/usr/bin/env bash
# Make node_modules/ with exactly what package-lock.json says.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! node -e 'process.exit(process.versions.node.split(".")[0] >= 20 ? 0 : 1)' 2>/dev/null; then
  echo "Brouwerij's front end is built with Node 20 or newer; node is $(node --version 2>/dev/null || echo not found)." >&2
  exit 1
fi

echo "Installing the front end's packages …"
npm ci --loglevel=error

#!/usr/bin/env bash
# Find, or on Debian as root install, what a PDF needs beside .venv/: Pango. Without it all else works.
set -euo pipefail
cd "$(dirname "$0")/.."
packages="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"

have_pango() { .venv/bin/python -c 'import weasyprint' 2>/dev/null; }

have_pango && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing $packages for the PDF …"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages; } \
    >/dev/null 2>&1 </dev/null || echo "apt could not install $packages." >&2
fi
have_pango || echo "No PDF without Pango; all else works. On Debian: apt install $packages" >&2

#!/usr/bin/env bash
# Find, or on Debian as root install, what a PDF needs beside .venv/: Pango, without which all else
# works, and letters for the scripts and emoji that ours have not.
set -euo pipefail
cd "$(dirname "$0")/.."
pango="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
letters="fontconfig fonts-noto-core fonts-noto-color-emoji"

have_pango() { .venv/bin/python -c 'import weasyprint' 2>/dev/null; }
# Hebrew, Arabic and a party popper.
have_letters() { [ -n "$(fc-list :charset=5d0 2>/dev/null)" ] && [ -n "$(fc-list :charset=627)" ] && [ -n "$(fc-list :charset=1f389)" ]; }
install() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 0
  echo "Installing $* for the PDF …"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } \
    >/dev/null 2>&1 </dev/null || echo "apt could not install $*." >&2
}

have_pango || install $pango
have_letters || install $letters
have_pango || echo "No PDF without Pango; all else works. On Debian: apt install $pango" >&2
have_letters || echo "A PDF has no letters for some scripts and no emoji. On Debian: apt install $letters" >&2

#!/usr/bin/env bash
# Find, or on Debian as root install, what some tests need beside .venv/: a Chromium, PostgreSQL, Redis,
# a C compiler, Pango.
# Missing: an error in CI, a warning elsewhere (those tests are skipped).
set -euo pipefail

have_headless_chromium() { [ -x "${BROUWERIJ_CHROMIUM:-}" ] || command -v chromium-headless-shell >/dev/null; }
have_chromium() { have_headless_chromium || command -v chromium >/dev/null; }
have_postgres() { command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; }
have_redis() { command -v redis-server >/dev/null; }
have_pango() { "$(dirname "$0")/../.venv/bin/python" -c "import weasyprint" 2>/dev/null; }
have_compiler() { command -v "${CC:-cc}" >/dev/null; }

install() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 0
  echo "Installing $* for the tests …"
  # A policy of 101 keeps Debian from starting the servers it installs: the tests start their own.
  local policy=/usr/sbin/policy-rc.d made=
  if [ ! -e "$policy" ]; then printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod +x "$policy" && made=1; fi
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } \
    >/dev/null 2>&1 </dev/null || echo "apt could not install $*." >&2
  if [ -n "$made" ]; then rm -f "$policy"; fi
}

need() { # name, what to call to see whether it is there, Debian packages
  local name=$1 have=$2
  shift 2
  "$have" || install "$@"
  "$have" && return 0
  if [ "${CI:-}" = true ]; then
    echo "The tests need $name, and CI must run them all. On Debian: apt install $*" >&2
    exit 1
  fi
  echo "Without $name its tests are skipped. On Debian: apt install $*" >&2
}

# Without windows it takes half the processor time; where Debian does not have it, the whole one will do.
have_headless_chromium || install chromium-headless-shell fonts-dejavu-core
need "a Chromium" have_chromium chromium fonts-dejavu-core
need "PostgreSQL" have_postgres postgresql
need "Redis" have_redis redis-server
need "a C compiler" have_compiler gcc libc6-dev
need "Pango" have_pango libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0

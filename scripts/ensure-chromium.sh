#!/usr/bin/env bash
# Prints the path of a Chromium that runs; everything else goes to stderr.
set -uo pipefail

find_one() {
  local candidate
  for candidate in "${CHROMIUM_PATH:-}" chromium chromium-browser google-chrome google-chrome-stable msedge microsoft-edge; do
    [ -n "$candidate" ] || continue
    candidate="$(command -v "$candidate")" || continue
    if "$candidate" --version >/dev/null 2>&1; then
      echo "$candidate"
      return 0
    fi
  done
  return 1
}

install_with_apt() {
  command -v apt-get >/dev/null || return 1
  local as_root=()
  if [ "$(id -u)" != 0 ]; then
    sudo -n true 2>/dev/null || return 1
    as_root=(sudo -n)
  fi
  "${as_root[@]}" apt-get update -qq &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -qq --no-install-recommends chromium fonts-liberation
}

installed_by_playwright() {
  npx --no-install playwright install chromium >&2 || return 1
  CHROMIUM_PATH="$(node -p "require('playwright').chromium.executablePath()")" && find_one
}

cd "$(dirname "$0")/.." || exit 1
find_one && exit 0
install_with_apt >&2 && find_one && exit 0
installed_by_playwright && exit 0

cat >&2 <<'MESSAGE'
No Chromium was found, and none could be installed, so the browser tests cannot run.
Install Chromium, Chrome or Edge, or set CHROMIUM_PATH to the program, then run the tests again.
MESSAGE
exit 1

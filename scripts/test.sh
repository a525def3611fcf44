#!/usr/bin/env bash
# Everything that is checked, each step even when one before it failed. The last line is the count.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1
export PATH="$PWD/node_modules/.bin:$PATH"

failed=()
step() {
  local name="$1"
  shift
  echo
  echo "== $name"
  "$@" || failed+=("$name")
}

vitest_with_report() {
  vitest run --reporter=default --reporter=json --outputFile.json=reports/vitest.json
}
playwright_with_report() {
  PLAYWRIGHT_JSON_OUTPUT_NAME=reports/e2e.json playwright test --reporter=list,json
}
build_next() {
  OUT_DIR=dist-next APP_VERSION=next ENDPOINT=http://127.0.0.1:4398 \
    OIDC_ISSUER=http://127.0.0.1:4399 OIDC_CLIENT_ID=footprint-app OIDC_SCOPE='openid records' \
    vite build --logLevel warn
}

rm -rf reports dist dist-next # an old report or build must not be counted
mkdir -p reports
if CHROMIUM_PATH="$(bash scripts/ensure-chromium.sh)"; then
  export CHROMIUM_PATH
else
  unset CHROMIUM_PATH
  failed+=('chromium')
fi

step types tsc
step biome biome check .
step knip knip
step directions node scripts/directions.mjs
step vitest vitest_with_report
step 'build of the next version' build_next # for the tests of updating and of sync
step build vite build --logLevel warn
step size node scripts/first-load.mjs
step e2e playwright_with_report

echo
node scripts/closing-line.mjs reports/vitest.json reports/e2e.json -- ${failed[@]+"${failed[@]}"}

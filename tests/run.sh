#!/bin/sh
# Builds everything and runs all tests, offscreen: sh tests/run.sh [CTEST OPTIONS...]
# Installs missing packages (Debian, through apt) first. The last line counts the test programs.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/app/setup.sh"

install_packages
cd "$root"
build dev

say "testing"
report=$root/build/dev/tests.xml
rm -f "$report"
status=0
ctest --preset dev --no-tests=error -j "$(nproc)" --output-junit "$report" "$@" || status=$?

# count ATTRIBUTE: of the report's root element.
count() {
    number=$(sed -n "1,/>/s/.*[[:space:]]$1=\"\([0-9]*\)\".*/\1/p" "$report" 2>/dev/null | head -n 1)
    echo "${number:-0}"
}
failed=$(count failures)
skipped=$(($(count skipped) + $(count disabled)))
echo "$(($(count tests) - failed - skipped)) passed, $failed failed, $skipped skipped"
exit "$status"

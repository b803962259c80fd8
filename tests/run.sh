#!/bin/sh
# Builds everything and runs all tests, offscreen.
set -eu
cd "$(dirname "$0")/.."
cmake --preset dev >/dev/null
cmake --build --preset dev
QT_QPA_PLATFORM=offscreen ctest --preset dev -j "$(nproc)"

#!/bin/sh
# Opens Quoth on a sample article, or on the articles named: sh app/run.sh [ARTICLE...]
# Installs missing packages (Debian, through apt) and builds first. Without a display it writes the
# annotated article as HTML under build/ instead.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/app/setup.sh"

[ $# -gt 0 ] || set -- "$root/resources/samples/harbour_accord.txt"
install_packages

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
    (cd "$root" && build release quoth)
    exec "$root/build/release/app/quoth" "$@"
fi

say "there is no display, so the article is exported instead of opened"
(cd "$root" && build release quoth-annotate)
status=0
for article in "$@"; do
    name=$(basename "$article")
    page=$root/build/${name%.*}.html
    if "$root/build/release/app/quoth-annotate" --format html -o "$page" "$article"; then
        say "annotated: $page"
    else
        status=1
    fi
done
exit "$status"

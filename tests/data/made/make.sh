#!/bin/sh
# Makes the test files that other programs write, for those who change them; the tests need only the
# files: sh tests/data/made/make.sh [FORMAT...]. A file whose tool is missing stays as it is.
set -eu
data=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# has TOOL FILE: is the tool at hand that makes the file?
has() {
    command -v "$1" >/dev/null 2>&1 || { echo "no $1: $2 stays as it is"; return 1; }
}

office() { # office FILTER INPUT: converts into $work
    soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to "$1" \
        --outdir "$work" "$2" >/dev/null 2>&1
}

make_epub() {
    out=$data/epub
    book=$out/source/book.md
    has pandoc "pandoc2.epub, pandoc3.epub, writer.epub" || return 0
    pandoc -t epub2 "$book" -o "$out/pandoc2.epub"
    pandoc -t epub3 "$book" -o "$out/pandoc3.epub"
    if has soffice writer.epub; then
        pandoc "$book" -o "$work/book.odt"
        office epub "$work/book.odt" && cp "$work/book.epub" "$out/writer.epub"
    fi
}

[ $# -gt 0 ] || set -- epub
for format in "$@"; do
    "make_$format"
done

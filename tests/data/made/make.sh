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

make_pdf() {
    out=$data/pdf
    source=$out/source
    for name in bridge newspaper; do
        has pdflatex $name.pdf || continue
        (cd "$work" && pdflatex -interaction=batchmode "$source/$name.tex" >/dev/null)
        cp "$work/$name.pdf" "$out/$name.pdf"
    done
    if has soffice "writer.pdf, locked.pdf, restricted.pdf" && has pandoc writer.pdf; then
        # Only the document's own password keeps readers out.
        set_password='"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"secret"}'
        restrict='"RestrictPermissions":{"type":"boolean","value":"true"},"PermissionPassword":{"type":"string","value":"secret"},"EnableCopyingOfContent":{"type":"boolean","value":"false"}'
        pandoc "$source/ferry.html" -o "$work/ferry.odt"
        office "pdf:writer_pdf_Export" "$work/ferry.odt" && cp "$work/ferry.pdf" "$out/writer.pdf"
        office "pdf:writer_pdf_Export:{$set_password}" "$work/ferry.odt" &&
            cp "$work/ferry.pdf" "$out/locked.pdf"
        office "pdf:writer_pdf_Export:{$restrict}" "$work/ferry.odt" &&
            cp "$work/ferry.pdf" "$out/restricted.pdf"
    fi
    if has wkhtmltopdf webkit.pdf; then
        wkhtmltopdf -q --page-size A5 "$source/ferry.html" "$out/webkit.pdf"
    fi
    if has chromium browser.pdf && has python3 browser.pdf; then
        # Served, so that the page's footer shows an address.
        python3 -m http.server -d "$source" --bind 127.0.0.1 8765 >/dev/null 2>&1 &
        server=$!
        sleep 2
        chromium --headless --no-sandbox --disable-gpu --user-data-dir="$work/chromium" \
            --host-resolver-rules='MAP news.example 127.0.0.1' \
            --print-to-pdf="$out/browser.pdf" http://news.example:8765/ferry.html >/dev/null 2>&1
        kill "$server"
    fi
    if has pdftoppm picture.pdf && has pdflatex picture.pdf; then
        pdftoppm -r 40 -gray -jpeg -f 1 -l 1 "$out/bridge.pdf" "$work/picture"
        printf '%s' '\documentclass{article}\usepackage{graphicx}\pagestyle{empty}' \
            '\begin{document}\includegraphics[width=8cm]{picture-1.jpg}\end{document}' >"$work/picture.tex"
        (cd "$work" && pdflatex -interaction=batchmode picture.tex >/dev/null)
        cp "$work/picture.pdf" "$out/picture.pdf"
    fi
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

make_mail() { # Python's email package
    has python3 "mail/*.eml" || return 0
    python3 -B "$data/made/mails.py" "$data/mail"
}

make_mhtml() { # Chromium's "Save as single file", asked for over its DevTools pipe
    has chromium "mhtml/*.mhtml" && has python3 "mhtml/*.mhtml" || return 0
    mkfifo "$work/in" "$work/out"
    chromium --headless --no-sandbox --disable-gpu --user-data-dir="$work/profile" \
        --remote-debugging-pipe about:blank 3<"$work/in" 4>"$work/out" 2>/dev/null &
    python3 -B "$data/made/archives.py" "$work/in" "$work/out" "$data/mhtml"
    wait $! || :
}

make_office() {
    out=$data/office
    if has pandoc "pandoc.docx, pandoc.odt"; then
        for extension in docx odt; do
            pandoc "$out/source/ferry.md" -o "$out/pandoc.$extension"
        done
        pandoc "$out/source/interview.md" -o "$out/interview.docx"
    fi
    has soffice "libreoffice.*, converted.*" || return 0
    for extension in docx odt; do
        office $extension "$out/harbour.fodt" &&
            cp "$work/harbour.$extension" "$out/libreoffice.$extension"
    done
    office odt "$out/interview.docx" && cp "$work/interview.odt" "$out/interview.odt"
    # Read by another program than the one that wrote it, and written again.
    office odt "$out/pandoc.docx" && cp "$work/pandoc.odt" "$out/converted.odt"
    office docx "$out/pandoc.odt" && cp "$work/pandoc.docx" "$out/converted.docx"
    office docm:"MS Word 2007 XML VBA" "$out/harbour.fodt" &&
        cp "$work/harbour.docm" "$out/libreoffice.docm"
    office doc "$out/harbour.fodt" && cp "$work/harbour.doc" "$out/old.doc"
}

[ $# -gt 0 ] || set -- epub mail mhtml office pdf
for format in "$@"; do
    "make_$format"
done

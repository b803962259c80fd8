#include "core/formats/in/pdf_import.h"

#include "core/formats/in/html_import.h"
#include "core/formats/in/pdf_layout.h"
#include "core/support/child_process.h"
#include "core/support/resources.h"

#include <csignal>

namespace quoth {
namespace {

constexpr std::string_view firstLine = "%PDF-";

Unexpected damaged() {
    return unexpected(ErrorCode::Malformed, "The PDF document is damaged.");
}

Unexpected tooMuch() {
    return unexpected(ErrorCode::TooLarge,
                      "The PDF document takes too long to read, or too much memory.");
}

// The end, which says where everything is, is missing: only a part of the file has come.
bool isCut(std::string_view bytes) {
    constexpr std::size_t reach = 2048;
    const std::string_view tail = bytes.substr(bytes.size() - std::min(bytes.size(), reach));
    return tail.find("startxref") == std::string_view::npos &&
           tail.find("%%EOF") == std::string_view::npos;
}

Expected<PdfText> readWords(std::string_view bytes) {
    const auto program = findHelper("quoth-pdf");
    if (!program) return unexpected(program.error());
    const auto output = runChild(*program, bytes);
    if (!output) return unexpected(output.error());
    switch (output->end) {
    case ChildEnd::Exited:
        break;
    case ChildEnd::TookTooLong:
    case ChildEnd::WroteTooMuch:
        return tooMuch();
    case ChildEnd::Crashed:
        if (output->status == SIGXCPU || output->status == SIGKILL) return tooMuch();
        return damaged();
    }
    switch (static_cast<PdfExit>(output->status)) {
    case PdfExit::Fine:
        return readPdfWords(output->output);
    case PdfExit::Locked:
        return unexpected(ErrorCode::Unreadable,
                          "The PDF document is protected by a password; save a copy without it "
                          "first.");
    case PdfExit::NoMemory:
        return tooMuch();
    case PdfExit::Damaged:
        break;
    }
    return damaged();
}

} // namespace

bool looksLikePdf(std::string_view bytes) {
    constexpr std::size_t reach = 1024;
    // A text that tells of the format has no objects in it.
    return beginsLikePdf(bytes) ||
           (bytes.substr(0, reach).find(firstLine) != std::string_view::npos &&
            bytes.find(" obj") != std::string_view::npos);
}

bool beginsLikePdf(std::string_view bytes) {
    return bytes.starts_with(firstLine);
}

Expected<Imported> readPdf(std::string_view bytes) {
    if (bytes.empty()) return unexpected(ErrorCode::Empty, "The file has no text in it.");
    if (!looksLikePdf(bytes) || isCut(bytes)) return damaged();
    const auto words = readWords(bytes);
    if (!words) return unexpected(words.error());
    if (words->pages.empty()) return damaged();
    PdfArticle article = layOut(*words);
    if (article.lines.empty())
        return unexpected(
            ErrorCode::Empty,
            "The PDF document holds pictures of text only; give it a layer of text by "
            "text recognition (OCR) first.");
    Imported out;
    out.article = articleFromLines(article.lines);
    if (!article.hasHeadline) {
        letTextTell(out.article);
        out.article.title = std::move(article.title);
    }
    out.article.url = std::move(article.url);
    return out;
}

} // namespace quoth

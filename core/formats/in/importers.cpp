#include "core/formats/in/importers.h"

#include "core/formats/in/decode.h"
#include "core/formats/in/docx_import.h"
#include "core/formats/in/epub_import.h"
#include "core/formats/in/feed_import.h"
#include "core/formats/in/html_import.h"
#include "core/formats/in/input_file.h"
#include "core/formats/in/json_import.h"
#include "core/formats/in/mail_import.h"
#include "core/formats/in/markdown.h"
#include "core/formats/in/mhtml_import.h"
#include "core/formats/in/mime_header.h"
#include "core/formats/in/newsml_import.h"
#include "core/formats/in/ninjs_import.h"
#include "core/formats/in/nitf_import.h"
#include "core/formats/in/odt_import.h"
#include "core/formats/in/pdf_import.h"
#include "core/formats/in/plain_text.h"
#include "core/formats/in/saved_folder.h"
#include "core/formats/in/zip_file.h"
#include "core/support/unicode.h"

#include <algorithm>
#include <string>

namespace quoth {
namespace {

bool anything(std::string_view) {
    return true;
}
bool nothing(std::string_view) { // Markdown without its extension reads as plain text
    return false;
}

std::string extensionOf(std::string_view fileName) {
    const std::size_t dot = fileName.rfind('.');
    return dot == std::string_view::npos ? std::string() : toLower(fileName.substr(dot + 1));
}

// Of some other use: its tags are no text of an article.
bool isOtherXml(std::string_view bytes, std::string_view fileName) {
    const std::string head = asciiPrefix(bytes, 64);
    const std::size_t begin = head.find_first_not_of(" \t\r\n");
    if (begin == std::string::npos || head[begin] != '<') return false;
    return extensionOf(fileName) == "xml" || head.compare(begin, 5, "<?xml") == 0;
}

const Importer& importerFor(std::string_view bytes, std::string_view fileName) {
    const std::string extension = extensionOf(fileName);
    // No text begins so, whatever it is called.
    if (beginsLikePdf(bytes) || looksLikeZip(bytes))
        for (const Importer& importer : importers())
            if (&importer != &importers().back() && importer.recognises(bytes)) return importer;
    for (const Importer& importer : importers())
        if (std::find(importer.extensions.begin(), importer.extensions.end(), extension) !=
                importer.extensions.end() &&
            (!importer.sharesExtension || importer.recognises(bytes)))
            return importer;
    for (const Importer& importer : importers())
        if (importer.recognises(bytes)) return importer;
    return importers().back(); // plain text, which recognises anything
}

} // namespace

const std::vector<Importer>& importers() {
    static const std::vector<Importer> table = {
        {"html",
         "Web page",
         {"html", "htm", "xhtml", "xht"},
         {"text/html", "application/xhtml+xml"},
         looksLikeHtml,
         readHtml},
        {"pdf", "PDF document", {"pdf"}, {"application/pdf"}, looksLikePdf, readPdf},
        {"docx",
         "Word document",
         {"docx", "docm", "dotx"},
         {"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "application/vnd.ms-word.document.macroenabled.12",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.template"},
         looksLikeDocx,
         readDocx,
         true},
        {"odt",
         "OpenDocument text",
         {"odt", "ott", "fodt"},
         {"application/vnd.oasis.opendocument.text",
          "application/vnd.oasis.opendocument.text-template",
          "application/vnd.oasis.opendocument.text-flat-xml"},
         looksLikeOdt,
         readOdt,
         true},
        {"mhtml",
         "Web archive (MHTML)",
         {"mhtml", "mht"},
         {"application/x-mimearchive"},
         looksLikeMhtml,
         readMhtml},
        {"mail", "Mail", {"eml"}, {"message/rfc822"}, looksLikeMail, readMail},
        {"epub",
         "Electronic book (EPUB)",
         {"epub"},
         {"application/epub+zip"},
         looksLikeEpub,
         readEpub},
        {"markdown",
         "Markdown",
         {"md", "markdown", "mdown", "mkd"},
         {"text/markdown"},
         nothing,
         readMarkdown},
        {"nitf",
         "News agency article (NITF)",
         {"nitf", "xml"},
         {"application/x-nitf+xml"},
         looksLikeNitf,
         readNitf,
         true},
        {"newsml",
         "News agency article (NewsML-G2)",
         {"newsml", "xml"},
         {"application/vnd.iptc.g2.newsitem+xml"},
         looksLikeNewsml,
         readNewsml,
         true},
        {"feed",
         "News feed (RSS, Atom)",
         {"rss", "atom", "rdf", "xml"},
         {"application/rss+xml", "application/atom+xml"},
         looksLikeFeed,
         readFeed,
         true},
        {"ninjs",
         "News agency article (ninjs)",
         {"ninjs", "json"},
         {"application/x-ninjs+json"},
         looksLikeNinjs,
         readNinjs,
         true},
        {"json",
         "Work file or annotation of Quoth",
         {"json"},
         {"application/x-quoth+json"},
         looksLikeQuothJson,
         readJsonFile},
        {"text", "Plain text", {"txt", "text"}, {"text/plain"}, anything, readPlainText},
    };
    return table;
}

Expected<Imported> importFile(const std::filesystem::path& path) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) {
        const auto page = pageOfFolder(path);
        return page ? importFile(*page) : unexpected(page.error());
    }
    const auto bytes = readInputFile(path);
    if (!bytes) return unexpected(bytes.error());
    auto imported = importBytes(*bytes, path.filename().string());
    if (imported) return imported;
    Error failure = imported.error();
    failure.message = path.string() + ": " + failure.message;
    return unexpected(std::move(failure));
}

Expected<Imported> importBytes(std::string_view bytes, std::string_view fileName) {
    if (bytes.size() > maximumInputBytes)
        return unexpected(ErrorCode::TooLarge, "The text is too large: Quoth opens up to " +
                                                   std::to_string(maximumInputBytes >> 20) +
                                                   " MB.");
    const Importer& importer = importerFor(bytes, fileName);
    if (&importer == &importers().back() && isOtherXml(bytes, fileName))
        return unexpected(ErrorCode::Malformed, "The file is XML of no kind that Quoth knows.");
    return importer.read(bytes);
}

} // namespace quoth

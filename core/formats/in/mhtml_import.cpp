#include "core/formats/in/mhtml_import.h"

#include "core/formats/escape.h"
#include "core/formats/in/decode.h"
#include "core/formats/in/html_import.h"
#include "core/formats/in/mime_header.h"
#include "core/formats/in/mime_message.h"
#include "core/support/unicode.h"

#include <algorithm>

namespace quoth {
namespace {

bool isPage(const MimePart& part) {
    return part.contentType == "text/html" || part.contentType == "application/xhtml+xml";
}

// The page that the archive shows first; null where it holds none.
const MimePart* rootPage(const MimeMessage& archive) {
    const auto& parts = archive.parts;
    auto it = std::find_if(parts.begin(), parts.end(), [&](const MimePart& part) {
        return isPage(part) && !archive.start.empty() && part.contentId == archive.start;
    });
    if (it == parts.end()) it = std::find_if(parts.begin(), parts.end(), isPage);
    return it == parts.end() ? nullptr : &*it;
}

// Where the page was on the web; Word names a file of its own there.
std::string addressOf(const MimeMessage& archive, const MimePart& page) {
    for (const std::string& each :
         {archive.snapshotLocation, page.contentLocation, archive.contentLocation})
        if (const std::string link = safeLink(each); link.starts_with("http")) return link;
    return {};
}

} // namespace

bool looksLikeMhtml(std::string_view bytes) {
    constexpr std::size_t front = 65536;
    const MimeHeader header = readMimeHeader(bytes.substr(0, front));
    const std::string type = toLower(header.value("content-type").substr(0, 32));
    const bool related = type.starts_with("multipart/related");
    if (!header.closed || (!related && !type.starts_with("text/html"))) return false;
    const bool sent = header.has("to") || header.has("received") || header.has("message-id");
    return header.has("snapshot-content-location") || (related && !sent) ||
           header.value("from").find("Saved by ") != std::string_view::npos;
}

Expected<Imported> readMhtml(std::string_view bytes) {
    const MimeHeader header = readMimeHeader(bytes);
    if (!header.has("content-type")) {
        if (looksLikeHtml(bytes)) return readHtml(bytes); // only its name says otherwise
        return unexpected(ErrorCode::Malformed, "The file is not a web archive.");
    }
    const auto archive = readMimeMessage(bytes);
    if (!archive) return unexpected(archive.error());
    const MimePart* page = rootPage(*archive);
    if (!page) return unexpected(ErrorCode::Empty, "The web archive has no web page in it.");
    const auto text = decodeText(page->bytes, page->charset.empty() ? declaredCharset(page->bytes)
                                                                    : page->charset);
    if (!text) return unexpected(text.error());
    auto out = readHtmlText(*text, addressOf(*archive, *page));
    if (out && out->article.title.empty() && !out->annotated) out->article.title = archive->subject;
    return out;
}

} // namespace quoth

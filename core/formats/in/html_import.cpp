#include "core/formats/in/html_import.h"

#include "core/formats/annotation_data.h"
#include "core/formats/escape.h"
#include "core/formats/in/decode.h"
#include "core/formats/in/html_metadata.h"
#include "core/formats/in/interview_lines.h"
#include "core/support/unicode.h"
#include "core/text/structure.h"

#include <unordered_set>

namespace quoth {
namespace {

// The data block of Quoth's own export.
std::optional<std::string> findAnnotationData(const HtmlTree& tree) {
    for (std::uint32_t i = 0; i < tree.size(); ++i) {
        if (tree.tag(i) != GUMBO_TAG_SCRIPT || tree.attribute(i, "id") != annotationDataId)
            continue;
        std::string data;
        for (std::uint32_t k = i + 1; k < tree[i].end; ++k)
            data += tree.text(k);
        return data;
    }
    return std::nullopt;
}

// "<!-- saved from url=(0031)https://a.example/bridge -->", which browsers write at the top of a
// page that they save; empty without it.
std::string savedFrom(std::string_view page) {
    constexpr std::string_view lead = "saved from url=(";
    const std::string_view head = page.substr(0, 2000);
    const std::size_t at = head.find(lead), begin = head.find(')', at) + 1;
    if (at == std::string_view::npos || begin == 0) return {};
    const std::string link = safeLink(std::string(
        head.substr(begin, std::min(head.find_first_of(" \r\n", begin), head.size()) - begin)));
    return link.starts_with("http") ? link : std::string();
}

Expected<Imported> reopen(std::string_view data) {
    auto document = readAnnotationData(data);
    if (!document) return unexpected(document.error());
    Imported out;
    out.article = document->article();
    out.annotated = std::move(*document);
    return out;
}

} // namespace

bool looksLikeHtml(std::string_view bytes) {
    const std::string head = toLower(asciiPrefix(bytes, 1024));
    std::size_t at = 0;
    const auto skipSpace = [&] {
        at = std::min(head.find_first_not_of(" \t\r\n", at), head.size());
    };
    skipSpace();
    while (head.compare(at, 4, "<!--") == 0 || head.compare(at, 5, "<?xml") == 0) {
        at = std::min(head.find('>', at), head.size() - 1) + 1;
        skipSpace();
    }
    for (const char* start : {"<!doctype html", "<html", "<head", "<body", "<article", "<meta",
                              "<title", "<div", "<p>", "<h1"})
        if (head.compare(at, std::char_traits<char>::length(start), start) == 0) return true;
    return false;
}

Article articleFromLines(std::vector<ArticleLine> lines) {
    markInterview(lines);
    Article out;
    for (const ArticleLine& line : lines) {
        if (!out.text.empty()) out.text += line.afterBreak ? "\n" : "\n\n";
        const std::size_t begin = out.text.size();
        out.text += line.text;
        out.blocks.push_back({makeSpan(begin, out.text.size()), line.kind, line.question});
    }
    return out;
}

void letTextTell(Article& article) {
    std::unordered_set<std::uint32_t> questions; // where they begin
    for (const Block& block : article.blocks)
        if (block.question) questions.insert(block.span.begin);
    article.blocks.clear();
    if (questions.empty()) return;
    article.blocks = findBlocks(article.text);
    for (Block& block : article.blocks)
        block.question = questions.contains(block.span.begin);
}

Expected<Imported> readHtml(std::string_view bytes) {
    const auto text = decodeText(bytes, declaredCharset(bytes));
    if (!text) return unexpected(text.error());
    return readHtmlText(*text, savedFrom(*text));
}

Expected<Imported> readHtmlText(std::string_view text, const std::string& address) {
    const auto tree = HtmlTree::parse(text);
    if (!tree) return unexpected(tree.error());
    if (const auto data = findAnnotationData(*tree)) return reopen(*data);
    using namespace std::chrono;
    HtmlMetadata metadata = readMetadata(*tree, address, Date(floor<days>(system_clock::now())));
    Imported out;
    out.article = articleFromLines(findArticle(*tree, metadata));
    if (out.article.text.empty())
        return unexpected(ErrorCode::Empty,
                          metadata.title.empty()
                              ? "The web page has no article text in it."
                              : "Only the headline is left of this web page: its text was not "
                                "saved with it, or stands behind a wall.");
    out.article.title = std::move(metadata.title);
    out.article.byline = std::move(metadata.byline);
    out.article.url = std::move(metadata.url);
    if (metadata.published) {
        out.article.published = metadata.published->day;
        out.article.publishedFrom = DateOrigin::Metadata;
        out.article.publishedSource = metadata.published->source;
    }
    return out;
}

} // namespace quoth

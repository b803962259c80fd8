#include "core/formats/in/markdown.h"

#include "core/formats/escape.h"
#include "core/formats/in/byline_names.h"
#include "core/formats/in/day_stamp.h"
#include "core/formats/in/decode.h"
#include "core/formats/in/html_import.h"
#include "core/support/strings.h"
#include "core/support/unicode.h"

#include <md4c-html.h>

namespace quoth {
namespace {

std::string_view unquoted(std::string_view value) {
    const bool quoted = value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
                        value.back() == value.front();
    return quoted ? value.substr(1, value.size() - 2) : value;
}

void setField(Article& article, const std::string& key, const std::string& value) {
    if (key == "title") article.title = value;
    if (key == "author" || key == "byline") article.byline = enumerated(namesInByline(value));
    if (key == "url" || key == "source")
        if (const std::string link = safeLink(value); link.starts_with("http")) article.url = link;
    if (key == "date" || key == "published")
        if (const auto stamp = readDayStamp(value)) {
            article.published = stamp->day;
            article.publishedFrom = DateOrigin::Metadata;
            article.publishedSource = DateSource::Meta;
        }
}

// Reads the front matter, if there is one, and gives the text after it.
std::string_view readFrontMatter(std::string_view text, Article& article) {
    if (!text.starts_with("---\n")) return text;
    Article fields;
    for (std::size_t begin = 4; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = trimmedAscii(text.substr(begin, end - begin));
        begin = std::min(end + 1, text.size());
        if (line == "---" || line == "...") {
            article = std::move(fields);
            return text.substr(begin);
        }
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) continue;
        setField(fields, toLower(trimmedAscii(line.substr(0, colon))),
                 std::string(unquoted(trimmedAscii(line.substr(colon + 1)))));
    }
    return text; // a thematic break, not a front matter
}

void append(const MD_CHAR* text, MD_SIZE size, void* out) {
    static_cast<std::string*>(out)->append(text, size);
}

} // namespace

Expected<Imported> readMarkdown(std::string_view bytes) {
    const auto text = decodeText(bytes);
    if (!text) return unexpected(text.error());
    Article metadata;
    const std::string_view markdown = readFrontMatter(*text, metadata);
    std::string html;
    const unsigned dialect = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH;
    if (md_html(markdown.data(), static_cast<MD_SIZE>(markdown.size()), append, &html, dialect,
                0) != 0)
        return unexpected(ErrorCode::Malformed, "The Markdown text cannot be read.");
    const auto tree = HtmlTree::parse(html);
    if (!tree) return unexpected(tree.error());
    std::vector<ArticleLine> lines = wholeBody(*tree);
    const bool titled = !lines.empty() && lines.front().kind == BlockKind::Headline;
    if (!titled && !metadata.title.empty() && !lines.empty())
        lines.insert(lines.begin(), {metadata.title, BlockKind::Headline});
    Imported out;
    out.article = articleFromLines(lines);
    if (out.article.text.empty())
        return unexpected(ErrorCode::Empty, "The file has no text in it.");
    metadata.text = std::move(out.article.text);
    metadata.blocks = std::move(out.article.blocks);
    out.article = std::move(metadata);
    return out;
}

} // namespace quoth

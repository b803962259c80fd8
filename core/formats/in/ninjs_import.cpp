#include "core/formats/in/ninjs_import.h"

#include "core/formats/in/decode.h"
#include "core/formats/in/stated_article.h"
#include "core/formats/in/xml_article.h"

#include <nlohmann/json.hpp>

namespace quoth {
namespace {

using Json = nlohmann::json;

std::string stringAt(const Json& object, const char* key) {
    const auto it = object.is_object() ? object.find(key) : object.end();
    return it != object.end() && it->is_string() ? it->get<std::string>() : std::string();
}

// The "value" of the first entry of version 2's lists, such as "headlines".
std::string firstValue(const Json& object, const char* key, std::string_view contentType = {}) {
    const auto it = object.find(key);
    if (it == object.end() || !it->is_array()) return {};
    for (const Json& entry : *it)
        if (contentType.empty() || stringAt(entry, "contenttype").starts_with(contentType))
            if (std::string value = stringAt(entry, "value"); !value.empty()) return value;
    return {};
}

// Blank lines part paragraphs, or line ends where there are none.
std::string paragraphsOf(const std::string& text) {
    const bool blank = text.find("\n\n") != std::string::npos;
    std::string html = "<p>";
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == '\n' && (!blank || text.compare(i, 2, "\n\n") == 0))
            html += "</p><p>";
        else if (text[i] == '<')
            html += "&lt;";
        else if (text[i] == '&')
            html += "&amp;";
        else
            html += text[i];
    return html + "</p>";
}

} // namespace

bool looksLikeNinjs(std::string_view bytes) {
    const std::string head = asciiPrefix(bytes, 65'536);
    const std::size_t first = head.find_first_not_of(" \t\r\n");
    const auto has = [&](const char* key) { return head.find(key) != std::string::npos; };
    return first != std::string::npos && head[first] == '{' && has("\"uri\"") && !has("\"quoth/") &&
           (has("\"body_text\"") || has("\"body_xhtml\"") || has("\"body_html\"") ||
            has("\"bodies\"") || has("\"body_richtext\""));
}

Expected<Imported> readNinjs(std::string_view bytes) {
    const auto text = decodeText(bytes);
    if (!text) return unexpected(text.error());
    const Json json = Json::parse(*text, nullptr, false);
    if (!json.is_object()) return unexpected(ErrorCode::Malformed, "The JSON is damaged.");
    StatedArticle article;
    article.headline = stringAt(json, "headline");
    if (article.headline.empty()) article.headline = firstValue(json, "headlines");
    article.byline = stringAt(json, "byline");
    if (article.byline.empty()) article.byline = stringAt(json, "by");
    for (const char* key : {"firstcreated", "firstCreated", "contentcreated", "contentCreated",
                            "versioncreated", "versionCreated"})
        if (article.published.empty()) article.published = stringAt(json, key);
    article.url = stringAt(json, "uri");
    std::string body;
    for (const char* key : {"body_xhtml", "body_html", "body_richtext"})
        if (body.empty()) body = stringAt(json, key);
    for (const char* type : {"application/xhtml", "text/html"})
        if (body.empty()) body = firstValue(json, "bodies", type);
    if (body.empty()) {
        std::string plain = stringAt(json, "body_text");
        if (plain.empty()) plain = firstValue(json, "bodies");
        body = paragraphsOf(plain);
    }
    article.body = linesOfXhtml(body);
    return importedFrom(std::move(article));
}

} // namespace quoth

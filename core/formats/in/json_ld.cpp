#include "core/formats/in/json_ld.h"

#include "core/support/unicode.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace quoth {
namespace {

using Json = nlohmann::json;

constexpr int deepest = 4; // levels down to the article's object

// JSON without what wraps it in a page, and without commas that stand before nothing.
std::string repaired(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool inString = false;
    std::size_t last = 0; // in `out`, the last character that is no space
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (!inString) {
            const char before = out.empty() ? '[' : out[last];
            if (c == ',' && (before == ',' || before == '{' || before == '[')) continue;
            if ((c == '}' || c == ']') && before == ',') out[last] = ' ';
        }
        if (c == '"') inString = !inString;
        if (c != ' ') last = out.size();
        out += c;
        if (inString && c == '\\' && i + 1 < text.size()) out += text[++i];
    }
    return out;
}

// From the first brace or bracket to the last, without CDATA and comments around them.
std::string_view unwrapped(std::string_view text) {
    constexpr std::string_view open = "<![CDATA[", close = "]]>";
    if (const std::size_t at = text.find(open); at < text.find('{')) {
        text.remove_prefix(at + open.size());
        text = text.substr(0, text.rfind(close));
    }
    const std::size_t begin = text.find_first_of("{["), end = text.find_last_of("}]");
    return begin == std::string_view::npos || end == std::string_view::npos || end < begin
               ? std::string_view()
               : text.substr(begin, end + 1 - begin);
}

Json parseLoosely(std::string_view text) {
    std::string json(unwrapped(text));
    for (char& c : json)
        if (static_cast<unsigned char>(c) < 0x20) c = ' '; // not allowed in strings
    Json out = Json::parse(json, nullptr, false, true);
    if (out.is_discarded()) out = Json::parse(repaired(json), nullptr, false, true);
    return out; // moved: a copy recurses, and pages nest without end
}

const Json* member(const Json& object, const char* key) {
    if (!object.is_object()) return nullptr;
    const auto it = object.find(key);
    return it == object.end() ? nullptr : &*it;
}

std::string stringOf(const Json* json) {
    if (!json || !json->is_string()) return {};
    const auto& value = json->get_ref<const std::string&>();
    if (value.find_first_of("&<") != std::string::npos) return textOfHtml(value);
    std::string out;
    bool space = false;
    appendCollapsed(out, value, space);
    return out;
}

bool isArticleName(std::string_view name) {
    return name.ends_with("Article") || name.ends_with("Posting") || name.ends_with("Report");
}

bool isReviewName(std::string_view name) { // where no article is named beside it
    return name.ends_with("Review");
}

bool isPageName(std::string_view name) {
    return name.ends_with("Page") || name.ends_with("CreativeWork");
}

bool hasType(const Json& object, bool (*wanted)(std::string_view)) { // a name or a list of names
    const Json* type = member(object, "@type");
    const auto fits = [&](const Json& name) {
        return name.is_string() && wanted(name.get_ref<const std::string&>());
    };
    return type && (type->is_array() ? std::any_of(type->begin(), type->end(), fits) : fits(*type));
}

// The objects of such a type: at the top, in an array, in @graph, or a page's main entity.
void collect(const Json& json, bool (*wanted)(std::string_view), std::vector<const Json*>& out,
             int depth = 0) {
    constexpr std::size_t most = 100;
    if (depth > deepest || out.size() == most) return;
    if (json.is_array()) {
        for (const Json& item : json)
            collect(item, wanted, out, depth + 1);
    } else if (hasType(json, wanted)) {
        out.push_back(&json);
    } else {
        for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage"})
            if (const Json* inner = member(json, key)) collect(*inner, wanted, out, depth + 1);
    }
}

// The one that the page's title names, else the first; null where there is none.
const Json* find(const Json& json, bool (*wanted)(std::string_view), const std::string& title) {
    std::vector<const Json*> all;
    collect(json, wanted, all);
    for (const Json* each : all)
        if (const std::string headline = stringOf(member(*each, "headline"));
            !headline.empty() && title.find(headline) != std::string::npos)
            return each;
    return all.empty() ? nullptr : all.front();
}

std::string authorName(const Json& author) { // a name, or an object that has one
    if (author.is_string()) return stringOf(&author);
    std::string name = stringOf(member(author, "name"));
    if (!name.empty()) return name;
    const std::string given = stringOf(member(author, "givenName"));
    name = stringOf(member(author, "familyName"));
    return given.empty() || name.empty() ? given + name : given + ' ' + name;
}

std::vector<std::string> authorNames(const Json& author) {
    std::vector<std::string> out;
    const auto add = [&](const Json& one) {
        std::string name = authorName(one);
        if (!name.empty() && std::find(out.begin(), out.end(), name) == out.end())
            out.push_back(std::move(name));
    };
    if (author.is_array()) {
        constexpr std::size_t most = 50;
        for (std::size_t i = 0; i < std::min(author.size(), most); ++i)
            add(author[i]);
    } else {
        add(author);
    }
    return out;
}

void readDates(const Json& object, std::vector<DateClaim>& out) {
    constexpr std::array<std::pair<const char*, DateRole>, 3> keys = {
        {{"datePublished", DateRole::Published},
         {"dateCreated", DateRole::Created},
         {"dateModified", DateRole::Modified}}};
    for (const auto& [key, role] : keys)
        if (const auto stamp = readDayStamp(stringOf(member(object, key))))
            out.push_back({*stamp, DateSource::JsonLd, role});
}

void readArticle(const Json& article, JsonLdArticle& out) {
    for (const char* key : {"headline", "name"})
        if (out.headline.empty()) out.headline = stringOf(member(article, key));
    for (const char* key : {"author", "creator"})
        if (const Json* author = member(article, key); author && out.authors.empty())
            out.authors = authorNames(*author);
    if (const Json* contributor = member(article, "contributor");
        contributor && !out.authors.empty())
        for (std::string& name : authorNames(*contributor))
            out.authors.push_back(std::move(name));
    readDates(article, out.dates);
    if (out.url.empty()) {
        const Json* page = member(article, "mainEntityOfPage");
        out.url = stringOf(member(article, "url"));
        if (out.url.empty() && page)
            out.url = stringOf(page->is_string() ? page : member(*page, "@id"));
    }
    if (const Json* body = member(article, "articleBody");
        out.body.empty() && body && body->is_string())
        out.body = body->get<std::string>();
}

} // namespace

JsonLdArticle readJsonLd(const HtmlTree& tree) {
    JsonLdArticle out;
    const std::uint32_t element = tree.find(GUMBO_TAG_TITLE);
    const std::string title = element < tree.size() ? tree.textOf(element) : std::string();
    std::vector<DateClaim> ofPage;
    JsonLdArticle ofReview;
    for (std::uint32_t i = 0; i < tree.size(); ++i) {
        if (tree.tag(i) != GUMBO_TAG_SCRIPT ||
            toLower(tree.attribute(i, "type")).find("ld+json") == std::string::npos)
            continue;
        std::string text;
        for (std::uint32_t k = i + 1; k < tree[i].end; ++k)
            text += tree.text(k);
        const Json json = parseLoosely(text);
        if (json.is_discarded()) continue;
        if (const Json* article = find(json, isArticleName, title))
            readArticle(*article, out);
        else if (const Json* review = find(json, isReviewName, title))
            readArticle(*review, ofReview);
        else if (const Json* page = find(json, isPageName, title))
            readDates(*page, ofPage);
    }
    if (out.headline.empty() && out.dates.empty()) out = std::move(ofReview);
    if (out.dates.empty()) out.dates = std::move(ofPage);
    return out;
}

} // namespace quoth

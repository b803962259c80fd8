#include "core/formats/html_metadata.h"

#include "core/formats/escape.h"
#include "core/formats/html_hints.h"
#include "core/support/unicode.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <unordered_set>
#include <vector>

namespace quoth {
namespace {

using Json = nlohmann::json;

std::string collapsed(std::string_view text) {
    std::string out;
    bool space = false;
    appendCollapsed(out, text, space);
    return out;
}

// Does the element lie in a part of the page that is not its article? Close ancestors tell.
bool isInClutter(const HtmlTree& tree, std::uint32_t i) {
    for (int up = 0; up < 12 && i > 0; ++up, i = tree[i].parent) {
        if (tree.tag(i) == GUMBO_TAG_ARTICLE) return false;
        if (partOf(tree, i) == HtmlPart::Clutter) return true;
    }
    return false;
}

std::size_t sharedWords(const std::string& a, const std::string& b) {
    const auto wordsOf = [](const std::string& text) {
        std::unordered_set<std::string> out;
        std::string word;
        for (const char c : toLower(text) + ' ') {
            const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                                static_cast<unsigned char>(c) >= 0x80;
            if (letter)
                word += c;
            else if (!word.empty())
                out.insert(std::move(word)), word.clear();
        }
        return out;
    };
    const auto first = wordsOf(a), second = wordsOf(b);
    return static_cast<std::size_t>(std::count_if(
        first.begin(), first.end(), [&](const std::string& w) { return second.contains(w); }));
}

// JSON-LD as sites write it: line ends inside strings are common and not JSON.
Json parseLoosely(std::string_view text) {
    std::string json(text);
    for (char& c : json)
        if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    return Json::parse(json, nullptr, false, true);
}

const Json* member(const Json& object, const char* key) {
    if (!object.is_object()) return nullptr;
    const auto it = object.find(key);
    return it == object.end() ? nullptr : &*it;
}

std::string stringOf(const Json* json) {
    if (!json || !json->is_string()) return {};
    const auto& value = json->get_ref<const std::string&>();
    return value.find_first_of("&<") == std::string::npos ? collapsed(value) : textOfHtml(value);
}

bool isArticleName(const Json& type) {
    if (!type.is_string()) return false;
    const auto& name = type.get_ref<const std::string&>();
    return name.ends_with("Article") || name.ends_with("BlogPosting") || name == "Report";
}

bool isArticleType(const Json& type) { // a name or a list of names
    return type.is_array() ? std::any_of(type.begin(), type.end(), isArticleName)
                           : isArticleName(type);
}

// The article's object: at the top, in an array, in @graph, or a page's main entity.
const Json* findArticle(const Json& json, int depth = 0) {
    if (depth > 4) return nullptr;
    if (json.is_array()) {
        for (const Json& item : json)
            if (const Json* found = findArticle(item, depth + 1)) return found;
        return nullptr;
    }
    if (const Json* type = member(json, "@type"); type && isArticleType(*type)) return &json;
    for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage"})
        if (const Json* inner = member(json, key))
            if (const Json* found = findArticle(*inner, depth + 1)) return found;
    return nullptr;
}

std::string authorName(const Json& author) { // a name, or an object that has one
    return cleanByline(author.is_string() ? stringOf(&author) : stringOf(member(author, "name")));
}

// Each author once, in the order of the page.
std::vector<std::string> authorNames(const Json& author) {
    std::vector<std::string> out;
    std::unordered_set<std::string> seen;
    const auto add = [&](const Json& one) {
        std::string name = authorName(one);
        if (!name.empty() && seen.insert(name).second) out.push_back(std::move(name));
    };
    if (author.is_array())
        std::for_each(author.begin(), author.end(), add);
    else
        add(author);
    return out;
}

std::string enumerated(const std::vector<std::string>& names) {
    std::string out;
    for (std::size_t i = 0; i < names.size(); ++i)
        out += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
    return out;
}

std::string paragraphsOf(const Json* body) {
    if (!body || !body->is_string()) return {};
    return body->get<std::string>();
}

void readJsonLd(const HtmlTree& tree, HtmlMetadata& out) {
    for (std::uint32_t i = 0; i < tree.size(); ++i) {
        if (tree.tag(i) != GUMBO_TAG_SCRIPT ||
            toLower(tree.attribute(i, "type")).find("ld+json") == std::string::npos)
            continue;
        std::string text;
        for (std::uint32_t k = i + 1; k < tree[i].end; ++k)
            text += tree.text(k);
        const Json json = parseLoosely(text);
        const Json* article = json.is_discarded() ? nullptr : findArticle(json);
        if (!article) continue;
        if (out.title.empty()) out.title = stringOf(member(*article, "headline"));
        if (out.title.empty()) out.title = stringOf(member(*article, "name"));
        std::vector<std::string> authors;
        for (const char* key : {"author", "creator"})
            if (const Json* author = member(*article, key); author && authors.empty())
                authors = authorNames(*author);
        if (out.byline.empty()) out.byline = enumerated(authors);
        if (!out.published)
            for (const char* key : {"datePublished", "dateCreated", "dateModified"})
                if (!out.published) out.published = lenientDate(stringOf(member(*article, key)));
        if (out.url.empty()) {
            const Json* page = member(*article, "mainEntityOfPage");
            out.url = stringOf(member(*article, "url"));
            if (out.url.empty() && page)
                out.url = stringOf(page->is_string() ? page : member(*page, "@id"));
        }
        if (out.bodyText.empty()) out.bodyText = paragraphsOf(member(*article, "articleBody"));
    }
}

// The first <meta> with one of these names (property, name or itemprop), in the names' order.
template <std::size_t n>
std::string metaContent(const HtmlTree& tree, const std::array<std::string_view, n>& names) {
    std::array<std::string, n> values;
    for (std::uint32_t i = 0; i < tree.size(); ++i) {
        if (tree.tag(i) != GUMBO_TAG_META) continue;
        for (const char* key : {"property", "name", "itemprop"}) {
            const std::string name = toLower(tree.attribute(i, key));
            const auto at = std::find(names.begin(), names.end(), name);
            if (name.empty() || at == names.end()) continue;
            std::string& value = values[static_cast<std::size_t>(at - names.begin())];
            if (value.empty()) value = collapsed(tree.attribute(i, "content"));
        }
    }
    for (std::string& value : values)
        if (!value.empty()) return std::move(value);
    return {};
}

// "Headline - The Site" without the site's name: the last part, where it is short and the page
// itself has the first part as a heading or names the site.
std::string withoutSite(const HtmlTree& tree, const std::string& title) {
    const std::string site =
        metaContent(tree, std::array<std::string_view, 2>{"og:site_name", "application-name"});
    std::string heading;
    if (const auto h1 = findHeading(tree, title); h1 < tree.size()) heading = tree.textOf(h1);
    if (!heading.empty() && title.size() > heading.size() && title.starts_with(heading))
        return heading;
    for (const std::string_view separator : {" | ", " - ", " – ", " — ", " :: ", " » "}) {
        const std::size_t at = title.rfind(separator);
        if (at == std::string::npos || at < 10) continue;
        const std::string tail = title.substr(at + separator.size());
        const bool named =
            !site.empty() && (toLower(tail).find(toLower(site)) != std::string::npos ||
                              toLower(site).find(toLower(tail)) != std::string::npos);
        if (named || (separator == " | " && tail.size() < 40)) return title.substr(0, at);
    }
    return title;
}

std::string bylineOnPage(const HtmlTree& tree) {
    constexpr std::size_t longest = 120;
    for (std::uint32_t i = 0; i < tree.size(); ++i) {
        const std::string_view rel = tree.attribute(i, "rel");
        const std::string_view property = tree.attribute(i, "itemprop");
        if ((rel == "author" || property == "author") && tree.tag(i) != GUMBO_TAG_LINK &&
            tree.tag(i) != GUMBO_TAG_META) {
            const std::string name = cleanByline(tree.textOf(i));
            if (!name.empty() && name.size() < longest) return name;
        }
    }
    for (std::uint32_t i = 0; i < tree.size(); ++i) {
        const std::string names = toLower(tree.attribute(i, "class"));
        if (names.find("byline") == std::string::npos && partOf(tree, i) != HtmlPart::Byline)
            continue;
        const std::string name = cleanByline(tree.textOf(i));
        if (!name.empty() && name.size() < longest) return name;
    }
    return {};
}

std::optional<Date> dateOnPage(const HtmlTree& tree) {
    for (std::uint32_t i = 0; i < tree.size(); ++i) {
        if (tree.attribute(i, "itemprop") != "datePublished") continue;
        for (const char* key : {"datetime", "content"})
            if (auto date = lenientDate(tree.attribute(i, key))) return date;
    }
    const std::string meta = metaContent(
        tree, std::array<std::string_view, 12>{
                  "article:published_time", "og:article:published_time", "article:published",
                  "parsely-pub-date", "sailthru.date", "pubdate", "publish-date", "publishdate",
                  "date", "dc.date.issued", "dc.date", "dcterms.created"});
    if (auto date = lenientDate(meta)) return date;
    std::optional<Date> first;
    for (std::uint32_t i = 0; i < tree.size(); ++i) {
        if (tree.tag(i) != GUMBO_TAG_TIME) continue;
        const auto date = lenientDate(tree.attribute(i, "datetime"));
        if (date && tree.hasAttribute(i, "pubdate")) return date;
        if (!first) first = date;
    }
    return first;
}

std::string canonicalUrl(const HtmlTree& tree) {
    for (std::uint32_t i = 0; i < tree.size(); ++i)
        if (tree.tag(i) == GUMBO_TAG_LINK && toLower(tree.attribute(i, "rel")) == "canonical")
            return std::string(tree.attribute(i, "href"));
    return metaContent(tree, std::array<std::string_view, 1>{"og:url"});
}

std::string webLink(const std::string& url) {
    const std::string link = safeLink(url);
    return toLower(link.substr(0, 4)) == "http" ? link : std::string();
}

} // namespace

std::string cleanByline(std::string_view byline) {
    std::string out = collapsed(byline);
    for (const char* lead : {"reporting by ", "written by ", "story by ", "by: ", "by "})
        if (toLower(out.substr(0, std::char_traits<char>::length(lead))) == lead) {
            out.erase(0, std::char_traits<char>::length(lead));
            break;
        }
    if (out.find("://") != std::string::npos || out.starts_with("www.")) return {};
    return out;
}

std::optional<Date> lenientDate(std::string_view value) {
    while (!value.empty() && value.front() == ' ')
        value.remove_prefix(1);
    const auto digits = static_cast<std::size_t>(
        std::find_if(value.begin(), value.end(), [](char c) { return c < '0' || c > '9'; }) -
        value.begin());
    std::string iso(value.substr(0, 10));
    if (digits == 8 && (value.size() == 8 || value[8] == 'T'))
        iso = std::string(value.substr(0, 4)) + "-" + std::string(value.substr(4, 2)) + "-" +
              std::string(value.substr(6, 2));
    else if (digits == 4 && iso.size() == 10 && iso[4] == '/' && iso[7] == '/')
        iso[4] = iso[7] = '-';
    const auto date = parseDate(iso);
    return date ? std::optional(*date) : std::nullopt;
}

std::uint32_t findHeading(const HtmlTree& tree, const std::string& title) {
    constexpr int mostHeadings = 50;
    std::uint32_t best = tree.size();
    std::size_t bestScore = 0;
    int seen = 0;
    for (std::uint32_t i = 0; i < tree.size() && seen < mostHeadings; ++i) {
        if (tree.tag(i) != GUMBO_TAG_H1) continue;
        const std::string text = tree.textOf(i);
        if (text.empty()) continue;
        ++seen;
        constexpr std::size_t inArticle = 1000; // weighs more than any number of words
        const std::size_t score =
            1 + sharedWords(text, title) + (isInClutter(tree, i) ? 0 : inArticle);
        if (score <= bestScore) continue;
        best = i;
        bestScore = score;
    }
    return best;
}

HtmlMetadata readMetadata(const HtmlTree& tree) {
    HtmlMetadata out;
    readJsonLd(tree, out);
    if (out.title.empty())
        out.title =
            withoutSite(tree, metaContent(tree, std::array<std::string_view, 3>{
                                                    "og:title", "twitter:title", "dc.title"}));
    const auto pageTitle = tree.find(GUMBO_TAG_TITLE);
    const std::string full = pageTitle < tree.size() ? tree.textOf(pageTitle) : std::string();
    if (out.title.empty())
        if (const auto h1 = findHeading(tree, full); h1 < tree.size()) out.title = tree.textOf(h1);
    if (out.title.empty()) out.title = withoutSite(tree, full);
    if (out.byline.empty())
        out.byline =
            cleanByline(metaContent(tree, std::array<std::string_view, 7>{
                                              "author", "article:author", "byl", "parsely-author",
                                              "sailthru.author", "dc.creator", "dcterms.creator"}));
    if (out.byline.empty()) out.byline = bylineOnPage(tree);
    if (!out.published) out.published = dateOnPage(tree);
    out.url = webLink(out.url);
    if (out.url.empty()) out.url = webLink(canonicalUrl(tree));
    return out;
}

} // namespace quoth

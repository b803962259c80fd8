#include "core/formats/in/html_metadata.h"

#include "core/formats/escape.h"
#include "core/formats/in/byline_names.h"
#include "core/formats/in/html_dates.h"
#include "core/formats/in/html_hints.h"
#include "core/formats/in/json_ld.h"
#include "core/support/unicode.h"
#include "core/text/lines.h"

#include <algorithm>
#include <array>
#include <vector>

namespace quoth {
namespace {

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

// "Headline - The Site" or "The Site: Headline" without the site's name: where the page has the
// headline as a heading, or names the site, or a short last part stands apart.
std::string withoutSite(const HtmlTree& tree, const std::string& title,
                        const std::string& heading) {
    constexpr std::size_t shortestTitle = 10, longestSite = 40; // bytes
    if (heading.size() >= shortestTitle && title.size() > heading.size() &&
        (title.starts_with(heading) || title.ends_with(heading)))
        return heading;
    const std::string site = toLower(
        metaContent(tree, std::array<std::string_view, 2>{"og:site_name", "application-name"}));
    const auto namesSite = [&](std::string_view part) {
        const std::string lower = toLower(part);
        return !site.empty() && (lower.find(site) != std::string::npos || site.ends_with(lower));
    };
    const std::string_view whole(title);
    for (const std::string_view separator : {" | ", " - ", " – ", " — ", " :: ", " » ", ": "}) {
        const std::size_t last = whole.rfind(separator), first = whole.find(separator);
        if (first == std::string_view::npos) continue;
        const std::string_view tail = whole.substr(last + separator.size());
        const std::string_view afterFirst = whole.substr(first + separator.size());
        if (separator != ": " && last >= shortestTitle &&
            (namesSite(tail) || (separator == " | " && tail.size() < longestSite)))
            return title.substr(0, last);
        if (afterFirst.size() >= shortestTitle && namesSite(whole.substr(0, first)))
            return std::string(afterFirst);
    }
    return title;
}

void addNames(std::vector<std::string>& names, std::string_view text) {
    constexpr std::size_t most = 50;
    for (std::string& name : namesInByline(text))
        if (names.size() < most && std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(std::move(name));
}

// All <meta> of the first of these names that gives authors.
std::vector<std::string> authorsInMeta(const HtmlTree& tree) {
    std::vector<std::string> names;
    for (const char* wanted :
         {"author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator",
          "dcterms.creator", "citation_author"}) {
        for (std::uint32_t i = 0; i < tree.size(); ++i)
            if (tree.tag(i) == GUMBO_TAG_META && (toLower(tree.attribute(i, "name")) == wanted ||
                                                  toLower(tree.attribute(i, "property")) == wanted))
                addNames(names, tree.attribute(i, "content"));
        if (!names.empty()) break;
    }
    return names;
}

bool isNamedAuthor(const HtmlTree& tree, std::uint32_t i) {
    if (tree.isText(i) || tree.tag(i) == GUMBO_TAG_LINK || tree.tag(i) == GUMBO_TAG_META)
        return false;
    return tree.attribute(i, "rel").find("author") != std::string_view::npos ||
           tree.attribute(i, "itemprop") == "author";
}

bool isCalledByline(const HtmlTree& tree, std::uint32_t i) {
    const std::string names = toLower(tree.attribute(i, "class"));
    return names.find("byline") != std::string::npos || names.find("author") != std::string::npos ||
           names.find("writer") != std::string::npos || partOf(tree, i) == HtmlPart::Byline;
}

// The authors that the elements name which `wanted` accepts, the first ones only.
template <class Wanted>
std::vector<std::string> authorsInElements(const HtmlTree& tree, std::uint32_t begin,
                                           std::uint32_t end, Wanted wanted) {
    constexpr int mostAsked = 20;
    std::vector<std::string> names;
    int asked = 0;
    for (std::uint32_t i = begin; i < end && asked < mostAsked;) {
        if (tree.isText(i) || !wanted(i)) {
            ++i;
            continue;
        }
        ++asked;
        addNames(names, tree.spacedTextOf(i));
        i = tree[i].end;
    }
    return names;
}

std::vector<std::string> authorsOnPage(const HtmlTree& tree, const HtmlHead& head) {
    auto names = authorsInElements(tree, head.begin, head.end,
                                   [&](std::uint32_t i) { return isNamedAuthor(tree, i); });
    for (const HeadLine& line : head.lines)
        if (names.empty() && (saysBy(line.text) || isByline(line.text)))
            names = namesInByline(line.text);
    if (names.empty())
        names = authorsInElements(tree, head.begin, head.end,
                                  [&](std::uint32_t i) { return isCalledByline(tree, i); });
    // A bare name above the day.
    for (std::size_t i = 0; i + 1 < head.lines.size() && names.empty(); ++i)
        if (isPersonName(head.lines[i].text) && statesDay(head.lines[i + 1].text))
            names = namesInByline(head.lines[i].text);
    if (names.empty()) { // elsewhere in the page: one, since comments have authors as well
        names = authorsInElements(tree, 0, tree.size(), [&](std::uint32_t i) {
            return isNamedAuthor(tree, i) && !isInClutter(tree, i);
        });
        names.resize(std::min<std::size_t>(names.size(), 1));
    }
    return names;
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

HtmlMetadata readMetadata(const HtmlTree& tree, const std::string& savedFrom, Date today) {
    HtmlMetadata out;
    JsonLdArticle data = readJsonLd(tree);
    const std::string meta =
        metaContent(tree, std::array<std::string_view, 3>{"og:title", "twitter:title", "dc.title"});
    const auto element = tree.find(GUMBO_TAG_TITLE);
    const std::string full = element < tree.size() ? tree.textOf(element) : std::string();
    out.heading = findHeading(tree, {data.headline, meta, full});
    const std::string heading =
        out.heading < tree.size() ? tree.textOf(out.heading) : std::string();
    out.title = !data.headline.empty() ? data.headline
                : !meta.empty()        ? withoutSite(tree, meta, heading)
                : !heading.empty()     ? heading
                                       : withoutSite(tree, full, heading);

    const HtmlHead head = headOf(tree, out.heading);
    std::vector<std::string> names;
    for (const std::string& author : data.authors)
        addNames(names, author);
    if (names.empty()) names = authorsInMeta(tree);
    const std::string site = metaContent(tree, std::array<std::string_view, 1>{"og:site_name"});
    if (names.empty() || names == std::vector{site}) // the paper itself: is anybody named beside?
        if (auto printed = authorsOnPage(tree, head); !printed.empty()) names = std::move(printed);
    out.byline = enumerated(names);

    out.url = webLink(data.url);
    if (out.url.empty()) out.url = webLink(canonicalUrl(tree));
    if (out.url.empty()) out.url = savedFrom;
    std::vector<DateClaim> claims = std::move(data.dates);
    for (const DateClaim& claim : datesOnPage(tree, head))
        claims.push_back(claim);
    if (const auto day = dayInAddress(out.url))
        claims.push_back({{*day, {}, {}}, DateSource::Address, DateRole::Published});
    out.published = choosePublished(claims, today);
    out.bodyText = std::move(data.body);
    return out;
}

} // namespace quoth

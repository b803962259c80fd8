#include "core/formats/in/html_dates.h"

#include "core/support/unicode.h"
#include "core/text/lines.h"
#include "core/text/stated_date.h"

#include <algorithm>
#include <unordered_map>

namespace quoth {
namespace {

// Names of <meta> (property, name or itemprop), in lower case.
std::optional<DateRole> roleOfMeta(const std::string& name) {
    using enum DateRole;
    static const std::unordered_map<std::string, DateRole> table = [] {
        std::unordered_map<std::string, DateRole> out;
        for (const char* name : {"article:published_time",
                                 "og:article:published_time",
                                 "og:published_time",
                                 "article:published",
                                 "article.published",
                                 "article_date_original",
                                 "datepublished",
                                 "date_published",
                                 "date-published",
                                 "publisheddate",
                                 "published_date",
                                 "published-date",
                                 "published_time",
                                 "publishdate",
                                 "publish_date",
                                 "publish-date",
                                 "publicationdate",
                                 "publication_date",
                                 "publication-date",
                                 "publishtime",
                                 "originalpublicationdate",
                                 "cxenseparse:recs:publishtime",
                                 "parsely-pub-date",
                                 "sailthru.date",
                                 "pubdate",
                                 "pub_date",
                                 "pub-date",
                                 "ptime",
                                 "dc.date",
                                 "dc.date.issued",
                                 "dcterms.date",
                                 "dcterms.issued",
                                 "dc.issued",
                                 "date",
                                 "article-date",
                                 "article:publication_date",
                                 "citation_publication_date",
                                 "displaydate",
                                 "timestamp"})
            out.emplace(name, Published);
        for (const char* name : {"dcterms.created", "dc.date.created", "dc.created",
                                 "article:created", "datecreated", "date_created", "created"})
            out.emplace(name, Created);
        for (const char* name :
             {"article:modified_time", "og:modified_time", "og:updated_time", "article:modified",
              "datemodified", "date_modified", "lastmod", "last-modified", "lastmodified",
              "dcterms.modified", "dc.date.modified", "dc.modified", "utime", "revised",
              "article:updated", "modified"})
            out.emplace(name, Modified);
        return out;
    }();
    const auto it = table.find(name);
    return it == table.end() ? std::nullopt : std::optional(it->second);
}

std::optional<DateRole> roleOfProperty(const std::string& itemprop) {
    if (itemprop.find("datepublished") != std::string::npos) return DateRole::Published;
    if (itemprop.find("datecreated") != std::string::npos) return DateRole::Created;
    if (itemprop.find("datemodified") != std::string::npos) return DateRole::Modified;
    return std::nullopt;
}

// The element's stamp: for machines, else as it is read.
std::optional<DayStamp> stampOf(const HtmlTree& tree, std::uint32_t i) {
    for (const char* key : {"datetime", "content"})
        if (auto stamp = readDayStamp(tree.attribute(i, key))) return stamp;
    constexpr std::uint32_t mostNodes = 20; // a stamp holds few, and may nest in another
    if (tree.tag(i) == GUMBO_TAG_META || tree[i].end - i > mostNodes) return std::nullopt;
    return readDayStamp(tree.spacedTextOf(i));
}

bool tellsOfChange(const std::string& lower) {
    return lower.find("updat") != std::string::npos || lower.find("modif") != std::string::npos ||
           lower.find("edited") != std::string::npos || lower.find("revised") != std::string::npos;
}

// The words before the element in the one around it: "Updated: <time>".
std::string wordsBefore(const HtmlTree& tree, std::uint32_t element) {
    constexpr std::uint32_t mostNodes = 20;
    std::string out;
    bool space = false;
    const std::uint32_t begin = tree[element].parent + 1;
    for (std::uint32_t i = std::max(begin, element - std::min(element, mostNodes)); i < element;
         ++i)
        if (tree.isText(i)) appendCollapsed(out, tree.text(i), space);
    return toLower(out.substr(out.size() - std::min<std::size_t>(out.size(), 40)));
}

// The first day in a short line beside the headline, in words or in numbers.
std::optional<DayStamp> dayInWords(std::string_view text) {
    if (const auto day = findFullDate(text)) return DayStamp{*day, {}, {}};
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool starts = text[i] >= '0' && text[i] <= '9' && (i == 0 || text[i - 1] == ' ');
        if (!starts) continue;
        if (auto stamp = readDayStamp(text.substr(i, 20))) return stamp;
    }
    return std::nullopt;
}

// "Published May 14, 2024, 3:46 p.m. | Updated May 16, 2024": a line of its own, no sentence.
void readLine(const std::string& line, std::vector<DateClaim>& out) {
    constexpr std::size_t longest = 160;
    if (line.size() > longest) return;
    const std::string lower = toLower(line); // of the same length for what is looked for here
    if (lower.size() != line.size()) return;
    const bool stated = lower.starts_with("publi") || lower.starts_with("posted") ||
                        lower.starts_with("updat") || lower.starts_with("first publi");
    const bool noon = lower.ends_with("a.m.") || lower.ends_with("p.m.");
    const LineShape shape = shapeOfLine(line);
    constexpr std::size_t mostWords = 16;
    if ((!stated && shape.endsSentence && !noon) || shape.words > mostWords) return;
    // A life's days, not the article's.
    if (lower.find(" born ") != std::string::npos || lower.find(" died ") != std::string::npos)
        return;
    const std::size_t updated = std::min({lower.find("updat"), lower.find("modif")});
    const auto add = [&](std::string_view part, DateRole role) {
        if (const auto stamp = dayInWords(part)) out.push_back({*stamp, DateSource::Printed, role});
    };
    const std::string_view whole(line);
    add(whole.substr(0, std::min(updated, whole.size())), DateRole::Published);
    if (updated == std::string::npos) return;
    const std::size_t published = lower.find("publi", updated);
    add(whole.substr(updated, published - updated), DateRole::Modified);
    if (published != std::string::npos) add(whole.substr(published), DateRole::Published);
}

// Is it in the article's own element, where there are several?
bool isOfThisArticle(const HtmlTree& tree, std::uint32_t i, std::uint32_t inHead) {
    for (int up = 0; up < 12 && i > 0; ++up, i = tree[i].parent)
        if (tree.tag(i) == GUMBO_TAG_ARTICLE) return tree.contains(i, inHead);
    return true;
}

} // namespace

bool statesDay(const std::string& line) {
    std::vector<DateClaim> claims;
    readLine(line, claims);
    return !claims.empty();
}

std::vector<DateClaim> datesOnPage(const HtmlTree& tree, const HtmlHead& head) {
    std::vector<DateClaim> out;
    bool otherTime = false;
    for (std::uint32_t i = 0; i < tree.size(); ++i) {
        const GumboTag tag = tree.tag(i);
        if (tree.isText(i)) continue;
        if (tag == GUMBO_TAG_META)
            for (const char* key : {"property", "name"})
                if (const auto role = roleOfMeta(toLower(tree.attribute(i, key))))
                    if (const auto stamp = readDayStamp(tree.attribute(i, "content")))
                        out.push_back({*stamp, DateSource::Meta, *role});
        if (const auto itemprop = tree.attribute(i, "itemprop"); !itemprop.empty())
            if (const auto role = roleOfProperty(toLower(itemprop)))
                if (const auto stamp = stampOf(tree, i);
                    stamp && isOfThisArticle(tree, i, head.begin))
                    out.push_back({*stamp, DateSource::Microdata, *role});
        // The microformat of blogs: <abbr class="published" title="2021-05-20T10:00Z">.
        if (toLower(tree.attribute(i, "class")).find("published") != std::string::npos)
            if (const auto stamp = readDayStamp(tree.attribute(i, "title"));
                stamp && isOfThisArticle(tree, i, head.begin))
                out.push_back({*stamp, DateSource::Microdata, DateRole::Published});
        if (tag != GUMBO_TAG_TIME) continue;
        const bool beside = head.contains(i) && !isInClutter(tree, i);
        if (!beside && (otherTime || isInClutter(tree, i) || !isOfThisArticle(tree, i, head.begin)))
            continue;
        const auto stamp = stampOf(tree, i);
        if (!stamp) continue;
        otherTime = otherTime || !beside;
        DateSource source = beside ? DateSource::TimeElement : DateSource::OtherTime;
        if (tree.hasAttribute(i, "pubdate")) source = DateSource::Microdata;
        const bool change = tellsOfChange(wordsBefore(tree, i)) ||
                            tellsOfChange(toLower(tree.attribute(i, "class")));
        out.push_back({*stamp, source, change ? DateRole::Modified : DateRole::Published});
    }
    for (const HeadLine& line : head.lines)
        readLine(line.text, out);
    return out;
}

} // namespace quoth

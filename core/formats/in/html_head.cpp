#include "core/formats/in/html_head.h"

#include "core/formats/in/html_blocks.h"
#include "core/formats/in/html_hints.h"
#include "core/support/unicode.h"
#include "core/text/lines.h"

#include <algorithm>
#include <unordered_set>

namespace quoth {
namespace {

constexpr int mostHeadings = 300;
constexpr std::size_t longestHeading = 400;   // bytes
constexpr std::size_t shortestParagraph = 80; // bytes
constexpr std::size_t mostLines = 60;         // of a head
constexpr std::uint32_t mostHeadingNodes = 200;

using WordSet = std::unordered_set<std::string>;

WordSet wordsOf(const std::string& text) {
    WordSet out;
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
}

// How much two texts are alike by their words: the F1 measure, 0 to 1.
double likeness(const WordSet& a, const WordSet& b) {
    const auto shared = std::count_if(a.begin(), a.end(),
                                      [&](const std::string& word) { return b.contains(word); });
    return a.empty() || b.empty()
               ? 0
               : 2.0 * static_cast<double>(shared) / static_cast<double>(a.size() + b.size());
}

bool isLeftOut(GumboTag tag) {
    switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_SVG:
        return true;
    default:
        return false;
    }
}

bool isParagraph(const std::string& line) {
    return line.size() >= shortestParagraph && shapeOfLine(line).endsSentence && !isDatedLine(line);
}

// The largest element around the heading that is still the article's head: two levels up at most,
// never the whole page.
std::uint32_t holderOf(const HtmlTree& tree, std::uint32_t heading) {
    std::uint32_t holder = heading;
    for (int up = 0; up < 2; ++up) {
        const std::uint32_t parent = tree[holder].parent;
        const GumboTag tag = tree.tag(parent);
        if (tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_MAIN) break;
        holder = parent;
    }
    return holder;
}

// What stands before and after the marks that sites put their names with.
std::vector<std::string_view> partsOfTitle(std::string_view title) {
    std::vector<std::string_view> out;
    for (const std::string_view mark : {" | ", " - ", " – ", " — ", " :: ", " » ", ": "}) {
        const std::size_t first = title.find(mark), last = title.rfind(mark);
        if (first == std::string_view::npos) continue;
        out.push_back(title.substr(0, last));
        out.push_back(title.substr(first + mark.size()));
    }
    return out;
}

// The innermost element with a title's words and no others, where no element says that it is one.
std::uint32_t findUnmarkedHeading(const HtmlTree& tree, const std::vector<WordSet>& titles) {
    constexpr double mustBe = 0.8;
    constexpr std::size_t fewestWords = 4;
    std::uint32_t best = tree.size();
    double bestScore = 0;
    for (std::uint32_t i = tree.find(GUMBO_TAG_BODY); i < tree.size(); ++i) {
        if (!tree.isText(i) || tree.text(i).size() > longestHeading) continue;
        const WordSet words = wordsOf(std::string(tree.text(i)));
        if (words.size() < fewestWords) continue;
        for (const WordSet& title : titles) {
            const double like = likeness(words, title);
            // Of a headline and the site's name, the longer one.
            const double score = like + 0.01 * static_cast<double>(words.size());
            if (like < mustBe || score <= bestScore) continue;
            bestScore = score;
            best = i;
        }
    }
    return best == tree.size() ? best : tree[best].parent;
}

} // namespace

bool isInClutter(const HtmlTree& tree, std::uint32_t i) {
    for (int up = 0; up < 12 && i > 0; ++up, i = tree[i].parent) {
        if (tree.tag(i) == GUMBO_TAG_ARTICLE) return false;
        if (partOf(tree, i) == HtmlPart::Clutter) return true;
    }
    return false;
}

std::uint32_t findHeading(const HtmlTree& tree, const std::vector<std::string>& titles) {
    constexpr double lesserMustBe = 0.6, anyMustBe = 0.2; // likeness to a title
    constexpr std::size_t fewWords = 3;                   // a logo, "Log in"; a headline has more
    std::vector<WordSet> wanted;
    for (const std::string& title : titles)
        if (!title.empty()) wanted.push_back(wordsOf(title));
    std::uint32_t best = tree.size();
    double bestScore = -1;
    int seen = 0;
    for (std::uint32_t i = 0; i < tree.size() && seen < mostHeadings; ++i) {
        const GumboTag tag = tree.tag(i);
        if (tag != GUMBO_TAG_H1 && tag != GUMBO_TAG_H2 && tag != GUMBO_TAG_H3) continue;
        ++seen;
        if (tree[i].end - i > mostHeadingNodes) continue;
        const std::string text = tree.textOf(i);
        if (text.empty() || text.size() > longestHeading) continue;
        const WordSet words = wordsOf(text);
        double like = 0;
        for (const WordSet& title : wanted)
            like = std::max(like, likeness(words, title));
        const bool main = tag == GUMBO_TAG_H1;
        // A short one may be a logo: every title begins with it, where it is the headline.
        if (main && words.size() <= fewWords && !wanted.empty() &&
            std::all_of(titles.begin(), titles.end(), [&](const std::string& title) {
                return title.empty() || title.starts_with(text);
            }))
            like = 1;
        if (!main && like < lesserMustBe) continue;
        const bool clutter = isInClutter(tree, i);
        if (!wanted.empty() && like < (words.size() <= fewWords ? lesserMustBe : anyMustBe) &&
            (clutter || words.size() <= fewWords))
            continue;
        // After a mark at a title's end stands the site's name.
        const bool site = std::any_of(titles.begin(), titles.end(), [&](const std::string& title) {
            return title.ends_with(" - " + text) || title.ends_with(" | " + text) ||
                   title.ends_with(" – " + text) || title.ends_with(" — " + text);
        });
        const double score = 10 * like +
                             (main                  ? 3
                              : tag == GUMBO_TAG_H2 ? 1
                                                    : 0) -
                             (clutter ? 4 : 0) - (site ? 5 : 0);
        if (score <= bestScore) continue;
        best = i;
        bestScore = score;
    }
    if (best < tree.size()) return best;
    for (const std::string& title : titles)
        for (const std::string_view part : partsOfTitle(title))
            wanted.push_back(wordsOf(std::string(part)));
    return findUnmarkedHeading(tree, wanted);
}

HtmlHead headOf(const HtmlTree& tree, std::uint32_t heading) {
    HtmlHead out;
    const bool known = heading < tree.size();
    out.begin = known ? holderOf(tree, heading) : tree.find(GUMBO_TAG_BODY);
    out.end = tree.size();
    if (out.begin >= tree.size()) return out;

    HeadLine line;
    bool space = false;
    int paragraphs = 0;
    std::vector<std::uint32_t> blocks = {out.begin}; // that are open
    const auto endLine = [&] {
        if (isParagraph(line.text)) {
            // What stands above the heading is no paragraph of this article.
            if (!known || line.begin > heading) ++paragraphs;
        } else if (!line.text.empty()) {
            out.lines.push_back(line);
        }
        line = {};
        space = false;
    };
    for (std::uint32_t i = out.begin; i < tree.size();) {
        const GumboTag tag = tree.tag(i);
        if (paragraphs == 2 || out.lines.size() == mostLines) {
            out.end = i;
            break;
        }
        while (blocks.size() > 1 && tree[blocks.back()].end <= i) {
            endLine();
            blocks.pop_back();
        }
        if (isLeftOut(tag) || i == heading) {
            if (isBlockElement(tag)) endLine();
            i = tree[i].end;
            continue;
        }
        if (tree.isText(i)) {
            if (line.text.empty()) line.begin = i;
            appendCollapsed(line.text, tree.text(i), space);
        } else if (isBlockElement(tag) || tag == GUMBO_TAG_BR) {
            endLine();
            if (tag != GUMBO_TAG_BR) blocks.push_back(i);
        } else {
            space = true;
        }
        ++i;
    }
    endLine();
    return out;
}

} // namespace quoth

#include "core/formats/html_article.h"

#include "core/formats/html_blocks.h"
#include "core/formats/html_hints.h"
#include "core/support/unicode.h"

#include <algorithm>
#include <numeric>
#include <unordered_set>

namespace quoth {
namespace {

constexpr std::size_t shortestProse = 60; // bytes; shorter lines do not tell prose from labels

bool endsSentence(std::string_view line) {
    const CodePoint last = codePointBefore(line, line.size());
    switch (last.value) {
    case U'.':
    case U'!':
    case U'?':
    case U'"':
    case U'\u201D':
    case U'\u2019':
    case U'\'':
    case U'\u2026':
    case U')':
    case U':':
    case U';':
        return true;
    default:
        return false;
    }
}

bool isProse(const HtmlLine& line) {
    return line.text.size() >= shortestProse && line.linkBytes * 2 < line.text.size() &&
           (endsSentence(line.text) || line.text.find(". ") != std::string::npos);
}

// What every later step asks about the page: the parts of its elements, how much text and prose
// each subtree holds, which subtrees are left out.
class Page {
public:
    explicit Page(const HtmlTree& tree) : m_tree(tree), m_skip(tree.size(), 0) {
        m_parts.reserve(tree.size());
        for (std::uint32_t i = 0; i < tree.size(); ++i)
            m_parts.push_back(partOf(tree, i));
        skipHidden();
        weigh();
        markHeadings();
        skipClutter();
        weigh();
    }

    const HtmlTree& tree() const { return m_tree; }
    const std::vector<char>& skip() const { return m_skip; }
    const std::vector<HtmlLine>& lines() const { return m_lines; }
    HtmlPart part(std::uint32_t i) const { return m_parts[i]; }
    std::size_t prose(std::uint32_t i) const { return m_prose[m_tree[i].end] - m_prose[i]; }
    std::size_t text(std::uint32_t i) const { return m_text[m_tree[i].end] - m_text[i]; }

private:
    void skipHidden() {
        const std::uint32_t body = m_tree.find(GUMBO_TAG_BODY);
        for (std::uint32_t i = 0; i < m_tree.size(); ++i)
            // A whole page in one <form>, or hidden until a script shows it, is still the page.
            if (m_parts[i] == HtmlPart::Hidden && i != body && m_tree[i].parent != body)
                m_skip[i] = 1;
        for (std::uint32_t i = 0; i < m_tree.size(); ++i)
            if (m_tree.tag(i) == GUMBO_TAG_SCRIPT || m_tree.tag(i) == GUMBO_TAG_STYLE ||
                m_tree.tag(i) == GUMBO_TAG_NOSCRIPT || m_tree.tag(i) == GUMBO_TAG_TEMPLATE ||
                m_tree.tag(i) == GUMBO_TAG_HEAD)
                m_skip[i] = 1;
    }

    // Prefix sums over the nodes, so that any subtree's sum is one subtraction.
    void weigh() {
        m_lines = linesOf(m_tree, 0, m_skip);
        m_prose.assign(m_tree.size() + 1, 0);
        m_text.assign(m_tree.size() + 1, 0);
        for (const HtmlLine& line : m_lines) {
            m_text[line.element + 1] += line.text.size();
            if (isProse(line)) m_prose[line.element + 1] += line.text.size();
        }
        std::partial_sum(m_prose.begin(), m_prose.end(), m_prose.begin());
        std::partial_sum(m_text.begin(), m_text.end(), m_text.begin());
    }

    // Elements that hold a main heading or a marked article body: never clutter as a whole.
    void markHeadings() {
        m_marked.assign(m_tree.size() + 1, 0);
        for (std::uint32_t i = 0; i < m_tree.size(); ++i)
            m_marked[i + 1] = m_tree.tag(i) == GUMBO_TAG_H1 || m_tree.tag(i) == GUMBO_TAG_MAIN ||
                              m_parts[i] == HtmlPart::Body;
        std::partial_sum(m_marked.begin(), m_marked.end(), m_marked.begin());
    }

    bool isClutter(std::uint32_t i) const {
        constexpr std::size_t longestLabel = 120;
        constexpr std::size_t longestCaption = 600;
        switch (m_parts[i]) {
        case HtmlPart::Clutter:
            return m_marked[m_tree[i].end] == m_marked[i] && prose(i) * 2 <= m_prose.back();
        case HtmlPart::Caption:
            return m_marked[m_tree[i].end] == m_marked[i] && text(i) <= longestCaption;
        case HtmlPart::Byline:
        case HtmlPart::Stamp:
            return m_marked[m_tree[i].end] == m_marked[i] && text(i) <= longestLabel;
        default:
            return false;
        }
    }

    // Lists and boxes that are mostly links: menus, related stories.
    bool isLinkBox(std::uint32_t i, const std::vector<std::size_t>& links) const {
        switch (m_tree.tag(i)) {
        case GUMBO_TAG_UL:
        case GUMBO_TAG_OL:
        case GUMBO_TAG_DIV:
        case GUMBO_TAG_SECTION:
        case GUMBO_TAG_TABLE:
        case GUMBO_TAG_DL:
            break;
        default:
            return false;
        }
        const std::size_t all = text(i);
        return all > 0 && (links[m_tree[i].end] - links[i]) * 2 > all &&
               m_marked[m_tree[i].end] == m_marked[i];
    }

    void skipClutter() {
        std::vector<std::size_t> links(m_tree.size() + 1, 0);
        for (const HtmlLine& line : m_lines)
            links[line.element + 1] += line.linkBytes;
        std::partial_sum(links.begin(), links.end(), links.begin());
        for (std::uint32_t i = 0; i < m_tree.size();) {
            if (!m_skip[i] && (isClutter(i) || isLinkBox(i, links))) m_skip[i] = 1;
            i = m_skip[i] ? m_tree[i].end : i + 1;
        }
    }

    const HtmlTree& m_tree;
    std::vector<HtmlPart> m_parts;
    std::vector<char> m_skip;
    std::vector<HtmlLine> m_lines;
    std::vector<std::size_t> m_prose, m_text;
    std::vector<std::uint32_t> m_marked;
};

// The elements that `wanted` accepts, left-out subtrees excepted, outermost ones only.
template <class Wanted>
std::vector<std::uint32_t> outermost(const Page& page, Wanted wanted) {
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < page.tree().size();) {
        const bool take = !page.skip()[i] && wanted(i);
        if (take) out.push_back(i);
        i = take || page.skip()[i] ? page.tree()[i].end : i + 1;
    }
    return out;
}

// The element that holds the article's text. Marked bodies first, then <article>, then <main>; each
// only where it holds its share of the page's prose. Without them, down from the body as long as
// one child holds nearly all of it.
std::uint32_t findRoot(const Page& page) {
    const HtmlTree& tree = page.tree();
    const std::uint32_t body = std::min(tree.find(GUMBO_TAG_BODY), tree.size() - 1);
    const std::size_t all = page.prose(body);
    const auto largest = [&](const std::vector<std::uint32_t>& nodes) {
        return *std::max_element(nodes.begin(), nodes.end(), [&](std::uint32_t a, std::uint32_t b) {
            return page.prose(a) < page.prose(b);
        });
    };
    const auto holdsShare = [&](std::uint32_t i, std::size_t of) {
        return page.prose(i) > 0 && page.prose(i) * 4 >= of;
    };

    std::uint32_t outer = body;
    for (const auto& named :
         {outermost(page,
                    [&](std::uint32_t i) {
                        return tree.tag(i) == GUMBO_TAG_MAIN || tree.attribute(i, "role") == "main";
                    }),
          outermost(page, [&](std::uint32_t i) {
              return tree.tag(i) == GUMBO_TAG_ARTICLE || tree.attribute(i, "role") == "article";
          })}) {
        if (named.empty()) continue;
        const std::uint32_t best = largest(named);
        if (holdsShare(best, all) && (tree.contains(outer, best) || outer == body)) outer = best;
    }
    const auto bodies = outermost(
        page, [&](std::uint32_t i) { return page.part(i) == HtmlPart::Body && page.prose(i) > 0; });
    if (!bodies.empty()) {
        const std::uint32_t best = largest(bodies);
        std::size_t together = 0;
        for (const std::uint32_t i : bodies)
            if (tree.contains(outer, i)) together += page.prose(i);
        // Advertisements cut some bodies into several: their common holder is the root then.
        const bool whole = page.prose(best) * 5 >= together * 4;
        if (whole && page.prose(best) * 2 >= page.prose(outer)) return best;
    }
    for (bool down = true; down;) {
        down = false;
        for (std::uint32_t i = outer + 1; i < tree[outer].end; i = tree[i].end)
            if (page.prose(i) * 10 >= page.prose(outer) * 9 && page.prose(i) > 0 &&
                isBlockElement(tree.tag(i)) && tree.tag(i) != GUMBO_TAG_P) {
                outer = i;
                down = true;
                break;
            }
    }
    return outer;
}

// A line that says nothing of the article: a label, a lone link, a repetition of what came before.
bool isNoise(const HtmlTree& tree, const HtmlLine& line) {
    constexpr std::size_t longestLabel = 40;
    if (isClutterLine(line.text)) return true;
    const GumboTag tag = tree.tag(line.element);
    if (isHeading(tag)) return false;
    if (line.linkBytes * 10 >= line.text.size() * 9 && line.text.size() < 200) return true;
    const bool paragraph = tag == GUMBO_TAG_P || tag == GUMBO_TAG_LI || tag == GUMBO_TAG_BLOCKQUOTE;
    return !paragraph && line.text.size() < longestLabel && !endsSentence(line.text);
}

bool isHeadline(const ArticleLine& line) {
    return line.kind == BlockKind::Headline;
}

// Headings without text below them are left over from boxes that were left out.
void dropEmptyHeadings(std::vector<ArticleLine>& lines, std::size_t first) {
    for (std::size_t i = lines.size(); i-- > first;)
        if (isHeadline(lines[i]) && (i + 1 == lines.size() || isHeadline(lines[i + 1])))
            lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i));
}

std::vector<ArticleLine> linesOfText(std::string_view text) {
    std::vector<ArticleLine> out;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        ArticleLine line;
        bool space = false;
        appendCollapsed(line.text, text.substr(begin, end - begin), space);
        if (line.text.find('&') != std::string::npos) line.text = textOfHtml(line.text);
        if (!line.text.empty()) out.push_back(std::move(line));
        begin = end + 1;
    }
    return out;
}

} // namespace

std::vector<ArticleLine> findArticle(const HtmlTree& tree, const HtmlMetadata& metadata) {
    const Page page(tree);
    const std::uint32_t root = findRoot(page);
    const std::uint32_t heading = findHeading(tree, metadata.title);
    const std::string headline = heading < tree.size() ? tree.textOf(heading) : metadata.title;

    std::vector<ArticleLine> out;
    if (!headline.empty()) out.push_back({headline, BlockKind::Headline});
    const std::size_t afterHeadline = out.size();
    std::unordered_set<std::string> seen = {headline, metadata.title};
    std::uint32_t previous = heading; // the element of the line before
    bool bodyBegun = false;
    std::size_t bodyBytes = 0;
    for (const HtmlLine& line : page.lines()) {
        const bool inRoot = tree.contains(root, line.element);
        if (!inRoot && (bodyBegun || heading == tree.size() || line.element < heading)) continue;
        const auto isPart = [&](HtmlPart part) { // or an element close around it
            std::uint32_t i = line.element;
            for (int up = 0; up < 4; ++up, i = tree[i].parent)
                if (page.part(i) == part) return true;
            return false;
        };
        const GumboTag tag = tree.tag(line.element);
        // A deck is called one, or is the <h2> or paragraph that follows the <h1> beside it.
        const bool besideHeading = heading < tree.size() && line.element > heading &&
                                   tree[line.element].parent == tree[heading].parent &&
                                   previous == heading;
        const bool standfirst =
            !bodyBegun && line.text.size() >= 25 &&
            (isPart(HtmlPart::Standfirst) || (besideHeading && (isHeading(tag) || !inRoot)));
        previous = line.element;
        if (!inRoot && !standfirst) continue;
        if (isNoise(tree, line) || !seen.insert(line.text).second) {
            continue;
        }
        ArticleLine next{line.text, BlockKind::Paragraph, line.afterBreak};
        if (standfirst)
            next.kind = BlockKind::Standfirst;
        else if (isHeading(tag))
            next.kind = BlockKind::Headline;
        if (next.kind == BlockKind::Paragraph) {
            bodyBegun = true;
            bodyBytes += line.text.size();
        }
        out.push_back(std::move(next));
    }
    dropEmptyHeadings(out, afterHeadline);

    // Pages that a script fills, or that a wall cuts, often keep the whole text in their metadata.
    if (bodyBytes * 2 < metadata.bodyText.size()) {
        std::erase_if(out, [](const ArticleLine& l) { return l.kind == BlockKind::Paragraph; });
        dropEmptyHeadings(out, afterHeadline);
        const std::string text = metadata.bodyText.find("</p>") == std::string::npos
                                     ? metadata.bodyText
                                     : textOfHtml(metadata.bodyText);
        for (ArticleLine& line : linesOfText(text))
            out.push_back(std::move(line));
    }
    return out;
}

std::vector<ArticleLine> wholeBody(const HtmlTree& tree) {
    std::vector<char> skip(tree.size(), 0);
    for (std::uint32_t i = 0; i < tree.size(); ++i) {
        const GumboTag tag = tree.tag(i);
        skip[i] = tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_HEAD ||
                  tag == GUMBO_TAG_TEMPLATE;
    }
    std::vector<ArticleLine> out;
    for (HtmlLine& line : linesOf(tree, 0, skip))
        out.push_back(
            {std::move(line.text),
             isHeading(tree.tag(line.element)) ? BlockKind::Headline : BlockKind::Paragraph,
             line.afterBreak});
    return out;
}

} // namespace quoth

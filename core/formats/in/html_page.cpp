#include "core/formats/in/html_page.h"

#include "core/formats/in/html_notes.h"
#include "core/support/unicode.h"

#include <algorithm>
#include <numeric>

namespace quoth {
namespace {

bool isTextElement(GumboTag tag) {
    return isHeading(tag) || tag == GUMBO_TAG_P || tag == GUMBO_TAG_LI ||
           tag == GUMBO_TAG_BLOCKQUOTE;
}

bool isCaptionElement(GumboTag tag) {
    return tag == GUMBO_TAG_FIGURE || tag == GUMBO_TAG_FIGCAPTION || tag == GUMBO_TAG_CAPTION;
}

} // namespace

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

bool hasSentence(std::string_view line) {
    return endsSentence(line) || line.find(". ") != std::string_view::npos;
}

bool isProse(const HtmlLine& line) {
    return line.text.size() >= shortestProse && line.linkBytes * 2 < line.text.size() &&
           hasSentence(line.text);
}

HtmlPage::HtmlPage(const HtmlTree& tree, std::uint32_t heading, HtmlShown shown)
    : m_tree(tree), m_heading(heading), m_shown(shown), m_skip(tree.size(), 0) {
    m_parts.reserve(tree.size());
    for (std::uint32_t i = 0; i < tree.size(); ++i)
        m_parts.push_back(partOf(tree, i));
    // Elements that hold the heading or a marked body are never clutter as a whole.
    m_marked = countElements([&](std::uint32_t i) {
        return i == m_heading || tree.tag(i) == GUMBO_TAG_MAIN || m_parts[i] == HtmlPart::Body;
    });
    m_headings = countElements([&](std::uint32_t i) { return isHeading(tree.tag(i)); });
    m_controls = countElements([&](std::uint32_t i) {
        const GumboTag tag = tree.tag(i);
        return tag == GUMBO_TAG_FORM || tag == GUMBO_TAG_INPUT || tag == GUMBO_TAG_BUTTON;
    });
    m_posts = countElements([&](std::uint32_t i) { return tree.tag(i) == GUMBO_TAG_BLOCKQUOTE; });
    skipHidden();
    weigh();
    weighOutsideClutter();
    skipClutter();
    weigh();
}

template <class Counts>
HtmlPage::Sums HtmlPage::countElements(Counts counts) const {
    Sums out(m_tree.size() + 1, 0);
    for (std::uint32_t i = 0; i < m_tree.size(); ++i)
        out[i + 1] = out[i] + (counts(i) ? 1 : 0);
    return out;
}

void HtmlPage::skipHidden() {
    const std::uint32_t body = m_tree.find(GUMBO_TAG_BODY);
    for (std::uint32_t i = 0; i < m_tree.size(); ++i)
        // A whole page in one <form>, or hidden until a script shows it, is still the page.
        if (m_parts[i] == HtmlPart::Hidden && i != body && m_tree[i].parent != body &&
            m_shown != HtmlShown::Hidden)
            m_skip[i] = 1;
    for (std::uint32_t i = 0; i < m_tree.size(); ++i)
        if (m_tree.tag(i) == GUMBO_TAG_SCRIPT || m_tree.tag(i) == GUMBO_TAG_STYLE ||
            m_tree.tag(i) == GUMBO_TAG_TEMPLATE || m_tree.tag(i) == GUMBO_TAG_HEAD ||
            isNote(m_tree, i))
            m_skip[i] = 1;
        else if (m_tree.tag(i) == GUMBO_TAG_NOSCRIPT)
            m_skip[i] = m_shown != HtmlShown::NoScript;
}

void HtmlPage::weigh() {
    m_lines = linesOf(m_tree, 0, m_skip);
    m_prose.assign(m_tree.size() + 1, 0);
    m_text.assign(m_tree.size() + 1, 0);
    m_links.assign(m_tree.size() + 1, 0);
    m_proseLines.assign(m_tree.size() + 1, 0);
    for (const HtmlLine& line : m_lines) {
        m_text[line.element + 1] += line.text.size();
        m_links[line.element + 1] += line.linkBytes;
        if (!isProse(line)) continue;
        m_prose[line.element + 1] += line.text.size();
        ++m_proseLines[line.element + 1];
    }
    std::partial_sum(m_links.begin(), m_links.end(), m_links.begin());
    std::partial_sum(m_proseLines.begin(), m_proseLines.end(), m_proseLines.begin());
    std::partial_sum(m_prose.begin(), m_prose.end(), m_prose.begin());
    std::partial_sum(m_text.begin(), m_text.end(), m_text.begin());
}

void HtmlPage::weighOutsideClutter() {
    m_proseOutside = m_prose.back();
    for (std::uint32_t i = 0; i < m_tree.size();) {
        const bool clutter = m_parts[i] == HtmlPart::Clutter && !isMarked(i);
        if (clutter) m_proseOutside -= std::min(m_proseOutside, prose(i));
        i = clutter ? m_tree[i].end : i + 1;
    }
}

// Links and labels, a form, a list of stories: what a doubtful name says is so. Not a post that the
// article shows.
bool HtmlPage::holdsClutter(std::uint32_t i) const {
    if (sum(m_posts, i) > 0) return false;
    if (sum(m_controls, i) > 0) return true;
    const std::size_t all = text(i), links = sum(m_links, i);
    if (prose(i) > 0) return links * 3 > all;
    return links > 0 ? links * 2 > all : !isTextElement(m_tree.tag(i)) && sum(m_headings, i) == 0;
}

bool HtmlPage::isClutter(std::uint32_t i) const {
    constexpr std::size_t longestLabel = 120;
    constexpr std::size_t longestCaption = 600;
    constexpr std::size_t anArticle = 300; // bytes of prose that may be one
    if (isMarked(i)) return false;
    switch (m_parts[i]) {
    case HtmlPart::Clutter: // also where it is most of the page, such as its comments
        return prose(i) * 2 <= m_prose.back() || m_proseOutside >= anArticle;
    case HtmlPart::Doubtful:
        return holdsClutter(i);
    case HtmlPart::Caption:
        if (m_shown == HtmlShown::Captions) return false;
        return text(i) <= longestCaption && proseLines(i) <= 1 &&
               (isCaptionElement(m_tree.tag(i)) || prose(i) == 0 || sum(m_headings, i) == 0);
    case HtmlPart::Byline:
    case HtmlPart::Stamp:
        return text(i) <= longestLabel || (text(i) <= 2 * longestLabel && proseLines(i) <= 1);
    default:
        return false;
    }
}

// Lists and boxes that are mostly links: menus, related stories.
bool HtmlPage::isLinkBox(std::uint32_t i) const {
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
    return all > 0 && sum(m_links, i) * 2 > all && !isMarked(i);
}

void HtmlPage::skipClutter() {
    for (std::uint32_t i = 0; i < m_tree.size();) {
        if (!m_skip[i] && (isClutter(i) || isLinkBox(i))) m_skip[i] = 1;
        i = m_skip[i] ? m_tree[i].end : i + 1;
    }
    for (std::uint32_t i = 0; i < m_tree.size(); ++i)
        if (isHeading(m_tree.tag(i)) && isOtherHeadline(i)) m_skip[cardOf(i)] = 1;
}

// Another story's: a link, not to a place in this page.
bool HtmlPage::isOtherHeadline(std::uint32_t heading) const {
    if (heading == m_heading || sum(m_links, heading) * 10 < text(heading) * 9 ||
        text(heading) == 0)
        return false;
    std::uint32_t link = heading;
    while (link < m_tree[heading].end && m_tree.tag(link) != GUMBO_TAG_A)
        ++link;
    return link < m_tree[heading].end &&
           m_tree.attribute(link, "href").find('#') == std::string_view::npos;
}

// The other story's heading with its teaser.
std::uint32_t HtmlPage::cardOf(std::uint32_t heading) const {
    constexpr std::size_t largest = 600; // bytes of text
    constexpr int mostLevels = 12;
    std::uint32_t card = heading;
    for (int up = 0; up < mostLevels && card > 0; ++up) {
        const std::uint32_t around = m_tree[card].parent;
        if (text(around) > largest || proseLines(around) > 1 || isMarked(around)) break;
        card = around;
    }
    return card;
}

} // namespace quoth

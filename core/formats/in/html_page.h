// A web page weighed for its article: which parts of the tree are left out, and how much text,
// prose and links every subtree holds. Names (html_hints.h) are hints: whether they are right is
// told by what the element holds. After the idea of boilerplate detection by shallow text features
// (Kohlschütter et al., 2010): long lines with sentence marks and few links are prose.
#pragma once

#include "core/formats/in/html_blocks.h"
#include "core/formats/in/html_hints.h"

#include <vector>

namespace quoth {

// What a page may keep its text in when nothing else is there.
enum class HtmlShown { AsUsual, Hidden, Captions, NoScript };

class HtmlPage {
public:
    // `heading`: the article's, tree.size() where it has none. The tree must outlive the page.
    HtmlPage(const HtmlTree& tree, std::uint32_t heading, HtmlShown shown);

    const HtmlTree& tree() const { return m_tree; }
    // For each node, whether its subtree is left out.
    const std::vector<char>& skip() const { return m_skip; }
    const std::vector<HtmlLine>& lines() const { return m_lines; } // of what is not
    HtmlPart part(std::uint32_t i) const { return m_parts[i]; }
    // Of the subtree: bytes of prose, lines of prose, bytes of text.
    std::size_t prose(std::uint32_t i) const { return sum(m_prose, i); }
    std::size_t proseLines(std::uint32_t i) const { return sum(m_proseLines, i); }
    std::size_t text(std::uint32_t i) const { return sum(m_text, i); }

private:
    // Prefix sums over the nodes, so that any subtree's sum is one subtraction.
    using Sums = std::vector<std::size_t>;
    std::size_t sum(const Sums& sums, std::uint32_t i) const {
        return sums[m_tree[i].end] - sums[i];
    }
    template <class Counts>
    Sums countElements(Counts counts) const;

    void skipHidden();
    void weigh();
    void weighOutsideClutter();
    void skipClutter();
    bool isMarked(std::uint32_t i) const { return sum(m_marked, i) > 0; }
    bool holdsClutter(std::uint32_t i) const;
    bool isClutter(std::uint32_t i) const;
    bool isLinkBox(std::uint32_t i) const;
    bool isOtherHeadline(std::uint32_t heading) const;
    std::uint32_t cardOf(std::uint32_t heading) const;

    const HtmlTree& m_tree;
    std::uint32_t m_heading;
    HtmlShown m_shown;
    std::vector<HtmlPart> m_parts;
    std::vector<char> m_skip;
    std::vector<HtmlLine> m_lines;
    Sums m_prose, m_proseLines, m_text, m_links;    // of lines
    Sums m_marked, m_headings, m_controls, m_posts; // of elements
    std::size_t m_proseOutside = 0;                 // no name and no tag calls it clutter
};

// Long enough and with sentence marks, and not a link: what articles are made of.
inline constexpr std::size_t shortestProse =
    60; // bytes; shorter lines do not tell prose from labels
bool isProse(const HtmlLine& line);
// Does it end with a mark that ends or quotes a sentence?
bool endsSentence(std::string_view line);
bool hasSentence(std::string_view line); // or does one end in it?

} // namespace quoth

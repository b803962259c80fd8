// A parsed HTML page as a flat list of its elements and texts in document order, so that every pass
// over it is a loop, however deep the page nests. Parsed by Gumbo (the HTML5 algorithm): broken and
// cut pages give a tree as they do in a browser.
#pragma once

#include "core/support/expected.h"

#include <cstdint>
#include <gumbo.h>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

struct HtmlNode {
    const GumboNode* gumbo = nullptr;
    std::uint32_t parent = 0; // index; the root is its own parent
    std::uint32_t end = 0;    // index after the subtree's last node
};

class HtmlTree {
public:
    // `utf8` must be valid UTF-8; it may go away after the call.
    // Errors: TooDeep for more than maximumNesting open elements, Malformed for tags that no page
    // has (thousands of attributes), TooLarge for more than a million tags. A page whose tree
    // outgrows the memory that pages of its size take (misnested formatting can multiply) is cut
    // there.
    static Expected<HtmlTree> parse(std::string_view utf8);
    static constexpr std::size_t maximumNesting = 16384;

    std::uint32_t size() const { return static_cast<std::uint32_t>(m_nodes.size()); }
    const HtmlNode& operator[](std::uint32_t i) const { return m_nodes[i]; }

    bool isText(std::uint32_t i) const;
    GumboTag tag(std::uint32_t i) const;          // GUMBO_TAG_LAST for a text
    std::string_view text(std::uint32_t i) const; // of a text node, entities decoded
    // The attribute's value; empty where it is absent. Names in lower case.
    std::string_view attribute(std::uint32_t i, const char* name) const;
    bool hasAttribute(std::uint32_t i, const char* name) const;
    // All text of the subtree in order, white space collapsed, scripts and styles left out.
    std::string textOf(std::uint32_t i) const { return textOf(i, false); }
    // The same with a space wherever an element begins, even inside a line: "ByMia Stone" of two
    // elements is "By Mia Stone".
    std::string spacedTextOf(std::uint32_t i) const { return textOf(i, true); }
    // Is `node` in the subtree of `ancestor`, or the same?
    bool contains(std::uint32_t ancestor, std::uint32_t node) const {
        return ancestor <= node && node < m_nodes[ancestor].end;
    }
    // The first element with the tag; size() where there is none.
    std::uint32_t find(GumboTag tag) const;

private:
    class Arena;
    std::string textOf(std::uint32_t i, bool spaced) const;

    std::shared_ptr<Arena> m_arena; // owns all Gumbo nodes
    std::vector<HtmlNode> m_nodes;
};

// Adds `text` with runs of ASCII white space as one space, none at the beginning of `out`, and
// without invisible characters (soft hyphen, zero-width space, byte-order mark). `pendingSpace`
// carries white space at the end of one piece over to the next.
void appendCollapsed(std::string& out, std::string_view text, bool& pendingSpace);

// The same of a text by itself, without white space at its end.
std::string collapsed(std::string_view text);

// The text of a snippet of HTML, such as a title with entities in it.
std::string textOfHtml(std::string_view html);

} // namespace quoth

// The head of the article in a web page: its heading among all headings, and the short lines beside
// it, which say who wrote it and when.
#pragma once

#include "core/formats/in/html_tree.h"

#include <string>
#include <vector>

namespace quoth {

// The heading of the article: the one most like any of `titles` (what the page calls the article
// elsewhere), outside menus and site headers, an <h1> before lesser ones. tree.size() where there
// is none: a logo, a login's or another story's heading is not taken.
std::uint32_t findHeading(const HtmlTree& tree, const std::vector<std::string>& titles);

struct HeadLine {
    std::string text;        // white space collapsed, a space between elements
    std::uint32_t begin = 0; // its first node
};

struct HtmlHead {
    // Nodes from the first line to the body's second paragraph.
    std::uint32_t begin = 0, end = 0;
    std::vector<HeadLine> lines; // without the heading and paragraphs

    bool contains(std::uint32_t node) const { return begin <= node && node < end; }
};

HtmlHead headOf(const HtmlTree& tree, std::uint32_t heading);

// Does the element lie in a part of the page that is not its article? Close ancestors tell.
bool isInClutter(const HtmlTree& tree, std::uint32_t element);

} // namespace quoth

// The running text of an HTML tree as lines, white space as a browser shows it.
#pragma once

#include "core/formats/in/html_tree.h"

#include <string>
#include <vector>

namespace quoth {

struct HtmlLine {
    std::string text;          // collapsed, not empty, without line end
    std::uint32_t element = 0; // the block element that holds it
    std::size_t linkBytes = 0; // how much of the text lies in links
    std::size_t setOffLead =
        0;                   // bytes at its head that are bold or italic; all of an emphasised line
    bool afterBreak = false; // follows the line before after a single <br>
};

// Lines of the subtree of `root` in order; subtrees whose flag in `skip` (one a node) is set are
// left out. <br> ends a line, two end a paragraph; <q> gives its quotation marks.
std::vector<HtmlLine> linesOf(const HtmlTree& tree, std::uint32_t root,
                              const std::vector<char>& skip);

bool isBlockElement(GumboTag tag);
bool isHeading(GumboTag tag); // h1 to h6

} // namespace quoth

// Footnotes and the numbers that point to them: no text of the article.
#pragma once

#include "core/formats/in/html_tree.h"

namespace quoth {

// By its role (EPUB's structural semantics, DPUB-ARIA 1.0), or a link that is a note's number.
bool isNote(const HtmlTree& tree, std::uint32_t i);
// By its class, as word processors and books without roles write it.
bool isNamedNote(const HtmlTree& tree, std::uint32_t i);

} // namespace quoth

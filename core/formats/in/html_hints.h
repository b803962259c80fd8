// What names say about the parts of a web page: tags, classes, ids and roles that stand for menus,
// advertisements, captions and the like, or for the article's body. The words are those that news
// sites and their content systems use.
#pragma once

#include "core/formats/in/html_tree.h"

#include <cstdint>

namespace quoth {

enum class HtmlPart : std::uint8_t {
    Plain,      // its names say nothing
    Body,       // the article's text
    Standfirst, // its deck
    Byline,     // who wrote it
    Stamp,      // when, how long to read
    Caption,    // words that belong to a picture
    Clutter,    // menus, advertisements, related links, comments, forms, ...
    Doubtful,   // widgets, teasers, walls: clutter as often as text
    Hidden,     // never shown
};

// By the element alone; the tag first, then role, itemprop, class, id.
HtmlPart partOf(const HtmlTree& tree, std::uint32_t element);

} // namespace quoth

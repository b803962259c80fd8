// The element of a web page that holds the article's text.
#pragma once

#include "core/formats/in/html_page.h"

namespace quoth {

// Within what holds the heading with prose, a marked body, else the <article>, else <main>; each
// only where it holds its share of the prose. Without them, down as long as one child holds nearly
// all of it. `heading`: tree.size() where there is none.
std::uint32_t findRoot(const HtmlPage& page, std::uint32_t heading);

} // namespace quoth

// A look at HTML before it is parsed, for what would make the parser slow, or its tree large,
// beyond reason.
#pragma once

#include "core/support/expected.h"

#include <cstddef>
#include <string_view>

namespace quoth {

// A tree of so many elements takes about 500 MB; the largest pages of news have some 20,000.
inline constexpr std::size_t maximumTags = 1'000'000;

// TooDeep when more than `maximumNesting` elements are open at once (elements whose end tag HTML
// lets one leave out, such as p and li, count with what holds them); Malformed for a tag with
// thousands of attributes; TooLarge for more than maximumTags tags. Linear in the text's length; no
// memory but for the open tags' names.
Outcome checkMarkup(std::string_view html, std::size_t maximumNesting);

} // namespace quoth

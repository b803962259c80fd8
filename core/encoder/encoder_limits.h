// Sizes of the encoder's windows: by hand.
#pragma once

#include <cstddef>

namespace quoth::encoder_limits {

// Pieces that see each other, with one mark before and one after them; and how many at either edge
// of a window are read for their neighbours only, where the text goes on.
constexpr std::size_t window = 254, margin = 16;
// Bytes; a longer run without marks is unknown.
constexpr std::size_t longestWord = 100;

} // namespace quoth::encoder_limits

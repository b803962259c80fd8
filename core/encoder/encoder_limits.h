// Sizes of the encoder's windows: by hand.
#pragma once

#include <cstddef>

namespace quoth::encoder_limits {

// Pieces that see each other, with one mark before and one after them; and how many at either edge
// of a window are read for their neighbours only, where the text goes on.
constexpr std::size_t window = 254, margin = 16;
// Bytes; a longer run without marks is unknown.
constexpr std::size_t longestWord = 100;

// Bytes: longer texts, over 80,000 words, are read without it, as its scores take some 250 bytes of
// memory for each.
constexpr std::size_t longestText = std::size_t{512} << 10;

} // namespace quoth::encoder_limits

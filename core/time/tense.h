// Which way a clause looks in time: the evidence for resolving "on Wednesday" or "in June". Reads
// words first, tags where there are any. In: tagged text and the token of a time expression.
#pragma once

#include "core/document/tokenized_text.h"

#include <cstdint>

namespace quoth {

enum class Direction : std::uint8_t {
    Unknown,
    Past,
    Present, // "the show opens on Friday"
    Future
};

// By the nearest verb group: of the clause, first to the left of `token`, then to its right; then
// likewise of the sentence.
Direction directionAt(const TokenizedText& text, std::uint32_t token);

} // namespace quoth

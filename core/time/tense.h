// Which way the words that govern a time expression look: the evidence for resolving "on Wednesday"
// or "in June". In: tagged text with its grammar and the token of a time expression.
#pragma once

#include "core/document/tokenized_text.h"
#include "core/syntax/syntax.h"

#include <cstdint>

namespace quoth {

enum class Direction : std::uint8_t {
    Unknown,
    Past,
    Present, // "the show opens on Friday"
    Future
};

// By the nearest governing word that tells: a verb group, or a word such as "plan" or "due"; where
// none does, by the other verbs of the sentence, the nearest first.
Direction directionAt(const TokenizedText& text, const Syntax& syntax, std::uint32_t token);

} // namespace quoth

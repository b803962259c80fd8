// Sentences whose capitals say nothing about single words: headlines in title case, all capitals.
#pragma once

#include "core/document/tokenized_text.h"

namespace quoth {

// At least four words count and nine tenths of them (two thirds in a headline) begin with a capital;
// short words in lower case ("of", "the") do not count.
bool isFreelyCapitalized(const TokenizedText& text, const Sentence& sentence);

} // namespace quoth

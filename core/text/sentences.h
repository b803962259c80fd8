// Sentences: runs of tokens within one block. Never a split after "Mr." or before a lower-case
// continuation of a quote ("Stop!" he said.). Every token belongs to exactly one sentence.
#pragma once

#include "core/document/tokenized_text.h"

#include <string_view>
#include <vector>

namespace quoth {

std::vector<Sentence> splitSentences(std::string_view text, const std::vector<Block>& blocks,
                                     const std::vector<Token>& tokens);

} // namespace quoth

// Tokens: words, numbers, marks, byte-exact. In: text and its blocks. Out: ordered tokens that
// never straddle blocks; `lower` filled, tags not. Penn-like splits: "don't" is do + n't,
// "cannot" is can + not, "Lavrov's" is Lavrov + 's; "Mr." and "U.S." keep their stop. Never fails.
#pragma once

#include "core/document/tokenized_text.h"

#include <string_view>
#include <vector>

namespace quoth {

std::vector<Token> tokenize(std::string_view text, const std::vector<Block>& blocks);

} // namespace quoth

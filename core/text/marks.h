// Quotation marks told apart from apostrophes, feet and inches, and each given a side. The one
// place that decides this: tokens take their kind from it, sentences and quoted stretches the side.
//
// How: each candidate is classified by what stands to its left and right. Where these do not settle
// it (a plural possessive against a closing mark, "5" against 5 inches, marks glued to both words),
// an automaton decides by what is open and by the next mark that is beyond doubt. Linear in the
// text.
#pragma once

#include "core/document/tokenized_text.h"

#include <string_view>
#include <vector>

namespace quoth {

// Marks of one family pair with each other, whatever their shape: “ with ", ‘ with '.
enum class MarkFamily : std::uint8_t {
    Double, // " “ ” „ ‟ « » ＂ `` '' ‘‘ ’’ 「 」 『 』 〝 〞
    Single, // ' ‘ ’ ‚ ‛ ` ´ ‹ › ＇
};

struct QuoteMark {
    Span span;
    std::uint32_t block = 0; // index
    MarkFamily family = MarkFamily::Double;
    bool opens = true;
};

// Every quotation mark within the blocks, ordered. Apostrophes, feet and inches are left out.
std::vector<QuoteMark> findQuoteMarks(std::string_view text, const std::vector<Block>& blocks);

bool isApostrophe(char32_t c); // ' ’ ʼ and what is typed in their place: ‘ ‛ ´ ＇

} // namespace quoth

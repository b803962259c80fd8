// The words that the time grammar reads. In: tagged text. Out: lexemes, ordered: tokens, but split
// at hyphens and between digits and letters ("27-year-old", "8.30pm", "2014-16"), with number words
// joined to one number ("two hundred and five"), so that rules need not know how tokens are cut.
#pragma once

#include "core/document/tokenized_text.h"
#include "core/time/lexicon.h"

#include <cstdint>
#include <vector>

namespace quoth {

struct Lexeme {
    Span span;
    std::uint32_t token = 0; // index of the (first) token it comes from
    WordClasses classes = 0;
    std::int32_t value = 0; // as its classes say; a number's whole part
    std::uint16_t literal = 0;
    std::uint16_t minutes = 0; // of Decimal: the two digits after the stop
    std::uint8_t tenths = 0;   // of Number
    bool glued = false;        // no white space before it
    bool capital = false;      // begins with an upper-case letter

    bool is(WordClasses any) const { return (classes & any) != 0; }
};

std::vector<Lexeme> readLexemes(const TokenizedText& text, const Vocabulary& vocabulary);

} // namespace quoth

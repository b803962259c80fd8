// Which words of a page stand beside each other, and the gutters between its columns.
#pragma once

#include "core/formats/in/pdf_words.h"

#include <cstddef>
#include <vector>

namespace quoth {

inline constexpr std::size_t noWord = static_cast<std::size_t>(-1);

// For each word the next one to its right on its line, however far; noWord where there is none.
// Every word is the next of one at most.
std::vector<std::size_t> nextWords(const std::vector<PdfWord>& words);

// A white strip between columns.
struct PdfGutter {
    double left = 0, right = 0, top = 0, bottom = 0;

    double centre() const { return (left + right) / 2; }
};

// `known` are those of the pages before: a few lines are enough where one of them was.
std::vector<PdfGutter> findGutters(const std::vector<PdfWord>& words,
                                   const std::vector<std::size_t>& next,
                                   const std::vector<PdfGutter>& known);

} // namespace quoth

// Where words stand in a text that were reworded a little: approximate matching of a passage.
//
// First the places are found that share most character trigrams with the words, by one pass over
// the text; then each of the best few is aligned by edit distance over code points, with the
// beginning free (Sellers 1980). Memory grows with the text and the words, time with the text plus
// the square of the words: both are bounded by longestSimilar.
#pragma once

#include "core/document/span.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace quoth {

// In code points: shorter words look like too many others, longer ones take too long.
inline constexpr std::size_t shortestSimilar = 20, longestSimilar = 4000;

struct SimilarText {
    Span span;         // bytes, whole words
    double similarity; // 1 - edits / length of the longer of both, in code points
};

// The places at least that similar, the most similar first; those nearest to byte `near` are looked
// at where many promise as much. They may overlap. Empty where `words` is too short or too long.
std::vector<SimilarText> findSimilar(std::string_view text, std::string_view words,
                                     std::size_t near, double minimumSimilarity);

} // namespace quoth

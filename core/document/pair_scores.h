// Scores of pairs of tokens, as the encoder gives them for its tasks of pairs (encoded_text.h).
#pragma once

#include "core/document/encoded_text.h"

#include <numeric>

namespace quoth {

// How well `other` fits `token`, as the arc's head or the pronoun's antecedent: `pairs` are the
// task's rows of the tokens from the first of both on.
inline float pairScore(std::span<const float> pairs, std::size_t token, std::size_t other) {
    const auto own = pairs.subspan(2 * token * arcWidth, arcWidth);
    const auto theirs = pairs.subspan((2 * other + 1) * arcWidth, arcWidth);
    return std::inner_product(own.begin(), own.end(), theirs.begin(), 0.0f);
}

} // namespace quoth

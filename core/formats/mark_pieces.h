// Quotes overlap (a quote within a quote), marks must not: the text's quoted stretches cut into
// pieces at every boundary, each piece with the quotes that cover it.
#pragma once

#include "core/document/document.h"

#include <vector>

namespace quoth {

struct MarkPiece {
    Span span;
    std::vector<QuoteId> quotes; // that cover it, the outermost first; not empty
};

// Ordered, without overlap; empty content spans give none. O(n log n) in the number of spans.
std::vector<MarkPiece> cutMarks(const std::vector<Quote>& quotes);

} // namespace quoth

// Quotes overlap (a quote within a quote), marks must not: the text's quoted stretches cut into
// pieces at every boundary, each piece with the quotes that cover it.
#pragma once

#include "core/document/document.h"

#include <vector>

namespace quoth {

// Of more quotes within each other than anybody writes, the outer ones are not told, so that pieces
// take no more room than the text.
inline constexpr std::size_t deepestMarks = 8;

struct MarkPiece {
    struct Begun {
        QuoteId quote;
        std::uint32_t end; // of its span that begins here
    };
    Span span;
    std::vector<QuoteId> quotes; // the innermost that cover it, the outermost first; not empty
    std::vector<Begun> begun;    // all that begin with it, the outermost first
};

// Ordered, without overlap; empty content spans give none. O(n log n) in the number of spans.
std::vector<MarkPiece> cutMarks(const std::vector<Quote>& quotes);

} // namespace quoth

// Corrections whose place is gone from an edited article, and how the reader gives them another.
#pragma once

#include "core/document/corrections.h"

#include <optional>
#include <string>

namespace quoth {

// The words that the correction is about, as they stood when it was made: a quote's, an event's, a
// name. Empty for one that is about the whole article.
std::string targetWords(const Correction& correction);

// Where those words stand in the document now; nullopt where they are gone.
std::optional<Span> targetSpan(const Document& document, const Correction& correction);

// The correction, said of what stands at `place` of the document: the quote, event or entity that
// shares the most with it, or, where something is to be added, the words themselves. nullopt where
// there is none such.
std::optional<Correction> movedTo(const Document& document, Correction correction, Span place);

} // namespace quoth

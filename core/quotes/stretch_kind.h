// What a quoted stretch is: speech, the title of a work, a term, or words held at arm's length.
// Judged by the words within and around the marks; in doubt it is speech, which the attribution
// stage may still overrule.
#pragma once

#include "core/quotes/quote_marks.h"

#include <vector>

namespace quoth {

// Kind of stretches[index]; its span and tokens must be set, as must those of its neighbours.
StretchKind kindOfStretch(const TokenizedText& text, const std::vector<QuotedStretch>& stretches,
                          std::size_t index);

} // namespace quoth

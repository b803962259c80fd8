// Whether what somebody said is quoted: direct, mixed or indirect.
#pragma once

#include "core/document/annotations.h"
#include "core/quotes/marks/quote_marks.h"

#include <vector>

namespace quoth {

// Direct where every span is a quoted stretch, mixed where one holds a stretch.
QuoteKind kindOf(const std::vector<QuotedStretch>& stretches, const std::vector<Span>& contents);

} // namespace quoth

// What a quoted stretch is: speech, the title of a work, a term, or words held at arm's length.
// Judged by the words within and around the marks; in doubt it is speech, which the attribution
// stage may still overrule.
#pragma once

#include "core/quotes/marks/quote_marks.h"

#include <vector>

namespace quoth {

// Sets `kind` of every stretch; their spans and tokens must be set. Linear in the text.
void judgeKinds(const TokenizedText& text, std::vector<QuotedStretch>& stretches);

} // namespace quoth

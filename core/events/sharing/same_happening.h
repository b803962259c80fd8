// One happening told of more than once: "signed the deal on Monday ... the signing", "a blast ...
// the explosion". In: tagged text and its events in order. Out: for each event the first one that
// names the same happening, where it is not itself the first.
#pragma once

#include "core/document/annotations.h"
#include "core/document/tokenized_text.h"

#include <vector>

namespace quoth {

// Sets Event::same. Merges with care: the word must be the same, of the same stem or of one kind
// ("the meeting" for "talks"), and neither dates nor participants may speak against it.
void mergeEvents(const TokenizedText& text, std::vector<Event>& events);

} // namespace quoth

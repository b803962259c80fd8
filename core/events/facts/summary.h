// What the timeline tells of an event: a short clause. In: the text's grammar and the
// event's trigger token.
#pragma once

#include "core/document/tokenized_text.h"
#include "core/syntax/syntax.h"

#include <string>

namespace quoth {

// The clause around the trigger, at most about `limit` code points, cut between words; a cut end is
// marked with an ellipsis, line ends become spaces.
std::string eventSummary(const TokenizedText& text, const Syntax& syntax, std::uint32_t trigger,
                         std::size_t limit = 140);

} // namespace quoth

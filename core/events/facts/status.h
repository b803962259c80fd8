// Whether an event happened, is planned, may happen, or did not: "will hold", "had declined to
// renew", "was not arrested", "if they meet". In: tagged text and what its words may name. Out: one
// status a trigger, from the words around it alone.
#pragma once

#include "core/document/annotations.h"
#include "core/document/tokenized_text.h"
#include "core/events/words/lexicon.h"

namespace quoth {

// `ahead`: the event is dated after the document.
EventStatus eventStatus(const TokenizedText& text, const EventLexicon& lexicon,
                        std::uint32_t trigger, bool ahead);

} // namespace quoth

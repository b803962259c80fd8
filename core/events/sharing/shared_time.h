// What shares the time of a word that a time expression dates: conjoined verbs and clauses, the
// phrase after the time, the clause that "in which" opens. In: tagged text, what its words may
// name, the time's tokens and the tokens that it dates. Out: further tokens of the sentence, none
// twice.
#pragma once

#include "core/document/tokenized_text.h"
#include "core/events/words/lexicon.h"
#include "core/events/words/triggers.h"

#include <vector>

namespace quoth {

std::vector<std::uint32_t> sharingTriggers(const TokenizedText& text, const EventLexicon& lexicon,
                                           const std::vector<TriggerKind>& kinds, IndexRange time,
                                           const std::vector<std::uint32_t>& dated);

} // namespace quoth

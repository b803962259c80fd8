// Which event a time expression dates. In: tagged text, what its words may name, and one time
// expression with whether it lies ahead of the document date. Out: the tokens of the events that it
// dates, none where it belongs to a statement
// ("said on Wednesday") or to nothing that happens.
#pragma once

#include "core/document/annotations.h"
#include "core/document/tokenized_text.h"
#include "core/events/words/lexicon.h"
#include "core/events/words/triggers.h"

#include <vector>

namespace quoth {

std::vector<std::uint32_t> datedTriggers(const TokenizedText& text, const EventLexicon& lexicon,
                                         const std::vector<TriggerKind>& kinds, IndexRange time,
                                         bool ahead);

// The clause around a token: from the last boundary (comma, conjunction that opens a clause, mark)
// to the next one. Within the sentence.
IndexRange clauseAround(const TokenizedText& text, std::uint32_t token);

} // namespace quoth

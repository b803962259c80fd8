// What the sentence says of each event: who takes part, whether it happened, and the words that
// tell it. In: the text's grammar, the mentions of entities and the words that name events. Out: a
// value for each of these words. Dates are not known yet.
#pragma once

#include "core/document/annotations.h"
#include "core/events/facts/participants.h"
#include "core/events/facts/status.h"
#include "core/events/words/lexicon.h"

#include <cstdint>
#include <string>
#include <vector>

namespace quoth {

struct EventFacts {
    std::vector<EntityId> participants; // the first ones, the subject first
    StatusByDate status;
    std::string summary;

    // `ahead`: its date is after the article's.
    EventStatus statusOn(bool ahead) const { return ahead ? status.ahead : status.status; }
};

// `words`: tokens, as is the order of the facts.
std::vector<EventFacts> eventFacts(const TokenizedText& text, const Syntax& syntax,
                                   const EventLexicon& lexicon, const MentionIndex& mentions,
                                   const std::vector<std::uint32_t>& words);

} // namespace quoth

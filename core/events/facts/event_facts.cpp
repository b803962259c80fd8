#include "core/events/facts/event_facts.h"

#include "core/events/event_limits.h"
#include "core/events/facts/summary.h"

namespace quoth {

std::vector<EventFacts> eventFacts(const TokenizedText& text, const Syntax& syntax,
                                   const EventLexicon& lexicon, const MentionIndex& mentions,
                                   const std::vector<std::uint32_t>& words) {
    std::vector<EventFacts> out;
    out.reserve(words.size());
    for (const std::uint32_t word : words) {
        EventFacts facts;
        facts.participants = eventParticipants(text, syntax, mentions, word);
        if (facts.participants.size() > event_limits::participants)
            facts.participants.resize(event_limits::participants);
        facts.status = eventStatus(text, syntax, lexicon, word);
        facts.summary = eventSummary(text, syntax, word);
        out.push_back(std::move(facts));
    }
    return out;
}

} // namespace quoth

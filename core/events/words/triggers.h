// Words that name happenings. In: tagged text, the event lexicon and the cues of statements. Out:
// what each token may be: a verb or a noun of an event, a cue, or neither.
#pragma once

#include "core/document/annotations.h"
#include "core/document/tokenized_text.h"
#include "core/events/words/lexicon.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace quoth {

enum class TriggerKind : std::uint8_t {
    None,
    Verb,       // names an event
    Noun,       // likewise
    MaybeNoun,  // names one only where a time or a light verb says so
    IfModified, // names one only where a time modifies it: "the 2019 World Cup finalist"
    Stative,    // a verb that governs a clause without naming a happening
    Cue,        // states a quotation
};

// One kind for each token.
std::vector<TriggerKind> findTriggers(const TokenizedText& text, const EventLexicon& lexicon,
                                      const std::vector<Quote>& quotes);

// The noun of an event among these tokens, `head` before others; only so far into a long phrase.
std::optional<std::uint32_t> eventNounIn(IndexRange phrase, std::uint32_t head,
                                         const std::vector<TriggerKind>& kinds);

// The noun of an event that the light verb at `verb` carries as its object ("held ... talks"), or
// `verb` itself.
std::uint32_t carriedNoun(const TokenizedText& text, const EventLexicon& lexicon,
                          const std::vector<TriggerKind>& kinds, std::uint32_t verb);

} // namespace quoth

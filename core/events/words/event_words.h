// The words that name events. In: tagged text, what the classifier says of its words, the quotes
// and the tokens of each time expression. Out: by token, what may be dated, and the class of what
// is an event whether dated or not.
#pragma once

#include "core/document/annotations.h"
#include "core/document/tokenized_text.h"
#include "core/events/words/lexicon.h"
#include "core/events/words/triggers.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace quoth {

using EventClasses = std::vector<std::optional<EventClass>>; // by token

struct EventWords {
    std::vector<TriggerKind> kinds;      // by token
    EventClasses classes;                // none: an event only where a time dates it
    std::vector<std::uint32_t> mentions; // tokens that have a class or may be dated, in order
};

// Nothing that frames the article (byline, dateline, credit) and no word of a time expression names
// an event. `classes`: one for each token.
EventWords findEventWords(const TokenizedText& text, const EventLexicon& lexicon,
                          EventClasses classes, const std::vector<Quote>& quotes,
                          const std::vector<IndexRange>& times);

} // namespace quoth

// What happened, mention by mention: the events of a document that name one happening, together.
// What timelines and their exports show; undated words that only state or report something are
// none of it.
#pragma once

#include "core/document/document.h"

#include <optional>
#include <vector>

namespace quoth {

struct Happening {
    EventId
        shown; // the one that the reader dated, else that of the most exact date, else the first
    std::vector<EventId> retold;  // its other mentions, in the order of the text
    std::optional<DayRange> days; // of the mention that is shown; none where undated
};

// In the order of their first mentions.
std::vector<Happening> happeningsOf(const Document& document);

// Participants of all mentions, each once.
std::vector<EntityId> participantsOf(const Document& document, const Happening& happening);

// The words that date the event, where they alone would not tell ("on Wednesday"): what a reader
// may wish to check. Empty where the words state the year or a reader set the date.
std::string_view relativeWords(const Document& document, EventId event);

} // namespace quoth

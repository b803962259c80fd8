// Dates that the narrative gives rather than a time expression beside the word: the dateline's day
// for the lead, times counted from another happening, the time of an occasion that somebody
// attended. Works after time expressions have dated what they stand beside.
#pragma once

#include "core/document/annotations.h"
#include "core/document/calendar_value.h"
#include "core/document/date.h"
#include "core/document/tokenized_text.h"
#include "core/events/words/lexicon.h"
#include "core/events/words/triggers.h"

#include <optional>
#include <vector>

namespace quoth {

struct EventDating {
    TimeId time;
    CalendarValue value;
};
using EventDatings = std::vector<std::optional<EventDating>>; // by token

// What dating looks at; the referents must outlive it.
struct EventContext {
    const TokenizedText& text;
    const EventLexicon& lexicon;
    const std::vector<TriggerKind>& kinds; // by token
    const std::vector<TimeExpression>& times;
    const std::vector<IndexRange>& timeTokens; // of each time expression
    std::optional<Date> published;

    bool isAhead(const CalendarValue& value) const; // of the article's date
};

// "LONDON, July 15 (Reuters) - A bomb exploded": the day of the lead's main verb, where nothing in
// its sentence dates it.
void dateLead(const EventContext& context, EventDatings& datings);

// `events`: those dated so far, with mentions of one happening joined. True where anything was
// dated.
bool dateByHappenings(const EventContext& context, const std::vector<Event>& events,
                      EventDatings& datings);

} // namespace quoth

// What dating looks at. The referents must outlive it.
#pragma once

#include "core/document/annotations.h"
#include "core/document/calendar_value.h"
#include "core/document/date.h"
#include "core/document/tokenized_text.h"
#include "core/events/words/event_words.h"
#include "core/events/words/lexicon.h"
#include "core/syntax/syntax.h"

#include <optional>
#include <vector>

namespace quoth {

struct EventDating {
    TimeId time;
    CalendarValue value;
};
using EventDatings = std::vector<std::optional<EventDating>>; // by token

struct EventContext {
    const TokenizedText& text;
    const Syntax& syntax;
    const EventLexicon& lexicon;
    const EventWords& words;
    const std::vector<TimeExpression>& times;
    const std::vector<IndexRange>& timeTokens; // of each time expression
    std::optional<Date> published;

    // After the article's date?
    bool isAhead(const CalendarValue& value) const {
        return published && value.days().first > *published;
    }
};

} // namespace quoth

// What happened, mention by mention: the events of a document that name one happening, together.
// What timelines and their exports show; undated words that only state or report something are
// none of it.
#pragma once

#include "core/document/calendar_value.h"
#include "core/document/document.h"

#include <optional>
#include <string_view>
#include <vector>

namespace quoth {

struct Happening {
    EventId
        shown; // the one that the reader dated, else that of the most exact date, else the first
    std::vector<EventId> retold; // its other mentions, in the order of the text
    // What the same clause tells of the same time: "died" beside "landslide".
    std::vector<EventId> alongside;
    std::optional<DayRange> days; // of the mention that is shown; none where undated
};

// In the order of their first mentions.
std::vector<Happening> happeningsOf(const Document& document);
// By first day, then time of day, then as the text has them; undated ones last.
std::vector<Happening> happeningsByDate(const Document& document);

// The mention whose clause tells best what happened: the headline's, else the one that is shown.
EventId tellingMention(const Document& document, const Happening& happening);

// Participants of all mentions, each once.
std::vector<EntityId> participantsOf(const Document& document, const Happening& happening);

// The event's value as exact as its expression: with the time of day where that gives one. nullopt
// for an undated event.
std::optional<CalendarValue> exactValue(const Document& document, EventId event);

// Does what the text tells reach to the article's day without an end ("since 2016")?
bool isOpenEnded(const Document& document, EventId event);

// Do the words hold the year that the value begins with, in four digits?
bool statesYear(std::string_view words, const CalendarValue& value);

// The words that date the event, where they alone would not tell ("on Wednesday"): what a reader
// may wish to check. Empty where the words state the year or a reader set the date.
std::string_view relativeWords(const Document& document, EventId event);

} // namespace quoth

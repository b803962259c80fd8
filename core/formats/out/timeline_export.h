// The timeline of a document for other programs: a table, a calendar, a TimelineJS story. One entry
// a happening; those without calendar days are left out, but for the table.
#pragma once

#include "core/document/document.h"
#include "core/formats/out/exporters.h"

#include <string>

namespace quoth {

// Columns: id, value, first, last, clock, status, what, participants, words, mentions, begin,
// sentence. `first` and `last` are ISO days, `clock` a time of day or a range of it, `begin` the
// code point of the trigger; `words` date it where they need the article's date ("on Wednesday");
// `mentions` counts the places that tell of it. Rows by first day, undated ones last.
std::string writeTimelineCsv(const Document& document, const ExportContext& context);

// iCalendar (RFC 5545): events of whole days, or of a time of day (in no time zone) where it is
// known; planned and possible ones are TENTATIVE, those that did not happen CANCELLED. Where only
// the month or year is known, the event covers it.
std::string writeCalendar(const Document& document, const ExportContext& context);

// The JSON that TimelineJS reads (timeline.knightlab.com/docs/json-format.html).
std::string writeTimelineJs(const Document& document, const ExportContext& context);

} // namespace quoth

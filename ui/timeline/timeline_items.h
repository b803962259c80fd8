// What the timeline shows of a document: its dated events, the statements that tell of a date, and
// what has no place on an axis.
#pragma once

#include "core/document/happenings.h"

#include <QString>
#include <optional>
#include <variant>
#include <vector>

namespace quoth::ui {

class ViewState;

enum class TimelineLane : std::uint8_t { Events, Statements };

// How a stretch of time is meant.
enum class Precision : std::uint8_t {
    Moment,  // to the minute
    Day,     // some time of one day
    Stretch, // all of these days: a week, an interval
    Fuzzy,   // some time within them: a morning, a month, a season, a year, a decade
};

struct TimelineItem {
    TimelineLane lane;
    std::variant<EventId, QuoteId> id;
    double begin, end; // days (time_scale.h) and parts of them; the end is not included
    Precision precision;
    std::optional<CalendarValue> value; // with the time of day where that is known
    QString label;
    bool openEnd = false;                       // may go on after `end`
    EventStatus status = EventStatus::Happened; // of an event
    Happening happening{};                      // of an event: all that the item stands for

    // Does it stand for this event, by this or another mention?
    bool standsFor(EventId event) const;
    // Itself or any event that it stands for.
    bool passes(const ViewState& state) const;
};

struct TimelineItems {
    std::vector<TimelineItem> dated; // events, then statements; each by first day, then last
    std::size_t events = 0;          // how many of them are events
    // What happened or is to happen; not what may be, is denied or is the same clause once more.
    std::vector<EventId> undated;
    bool hours = false; // is the time of day of any of them known?
    int waiting = 0;    // dates and times without value for want of the article's date
    QString waitingExample;
};

TimelineItems timelineItems(const Document& document);

// An event's or quote's words in one line, at most about 120 characters.
QString eventLabel(const Document& document, EventId event);
// The sentence it stands in.
QString itemSentence(const Document& document, const TimelineItem& item);
// The words that date an event where they alone would not tell, as relativeWords has them; empty
// for a bare number ("5" of "from 5 to 9 August"), which tells nobody anything.
QString datingWords(const Document& document, EventId event);
// When, how sure, by which words and who took part, in one line: "19 May 2021 · planned ·
// “Wednesday” · told twice · Anna Berg".
QString itemFacts(const Document& document, const TimelineItem& item);
QString statusInWords(EventStatus status); // empty for what happened
// The document date, which must be known: "20 May 2021", with "(file’s date, a guess)" where the
// reader took that one.
QString publishedLabel(const Document& document);
// Where it is from: "from the page’s address"; empty where there is none.
QString publishedOrigin(const Document& document);

} // namespace quoth::ui

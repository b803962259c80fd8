// Which words time expressions and the dateline date. In: the words that name events, and the
// times. Out: by token, the sharpest date that anything beside it gives; and what each time dates,
// as further words may share it.
#pragma once

#include "core/events/dating/event_context.h"

#include <cstdint>
#include <vector>

namespace quoth {

struct DatedByTime { // by one time expression, or by the two of an interval
    EventDating dating;
    IndexRange tokens; // of the expression, both ends of an interval
    std::vector<std::uint32_t> triggers;
};

struct EventDates {
    EventDatings datings;
    std::vector<DatedByTime> byTime; // ordered by text
};

EventDates dateEvents(const EventContext& context);

} // namespace quoth

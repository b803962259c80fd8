// Dates that one happening gives another: times counted from it ("two days after the blast", "hours
// later"), and the time of an occasion that somebody attended. In: what is dated so far, and which
// mentions tell of one happening. Works after time expressions have dated what they stand beside.
#pragma once

#include "core/events/dating/event_context.h"
#include "core/events/sharing/same_happening.h"

namespace quoth {

// Dates what has no date yet. A mention that gets another date than its happening has tells of a
// happening of its own.
void dateByHappenings(const EventContext& context, FirstMentions& first, EventDatings& datings);

} // namespace quoth

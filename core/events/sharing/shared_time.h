// What shares the time of a word that a time expression dates: conjoined verbs and clauses, the
// phrase after the time, the clause that "in which" opens. In: what each time dates. Out: dates for
// further tokens of its sentence, where no time of their own stands beside them.
#pragma once

#include "core/events/dating/event_dates.h"

namespace quoth {

void shareTimes(const EventContext& context, EventDates& dates);

} // namespace quoth

// "LONDON, July 15 (Reuters) - A bomb exploded": the day of the lead's main verb, where nothing in
// its sentence dates it.
#pragma once

#include "core/events/dating/event_context.h"

namespace quoth {

void dateLead(const EventContext& context, EventDatings& datings);

} // namespace quoth

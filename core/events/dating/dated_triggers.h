// Which event a time expression dates. In: tagged text, what its words may name, and one time
// expression with whether it lies ahead of the document date. Out: the tokens of the events that it
// dates, none where it belongs to a statement ("said on Wednesday") or to nothing that happens.
#pragma once

#include "core/events/dating/event_context.h"

#include <cstdint>
#include <vector>

namespace quoth {

std::vector<std::uint32_t> datedTriggers(const EventContext& context, IndexRange time, bool ahead);

} // namespace quoth

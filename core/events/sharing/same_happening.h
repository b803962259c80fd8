// One happening told of more than once: "signed the deal on Monday ... the signing", "a blast ...
// the explosion". In: the words that name events, what is said of them, and their dates. Out: for
// each mention the first one that names the same happening.
#pragma once

#include "core/document/calendar_value.h"
#include "core/events/dating/event_context.h"
#include "core/events/facts/event_facts.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace quoth {

// By mention, the index of the first one of its happening; none where it is that itself.
using FirstMentions = std::vector<std::optional<std::uint32_t>>;

// Merges with care: the word must be the same, of the same stem or of one kind ("the meeting" for
// "talks"), and neither dates nor participants may speak against it. `facts`: one for each mention.
FirstMentions firstMentions(const EventContext& context, const std::vector<EventFacts>& facts,
                            const EventDatings& datings);

// Does one of them lie within the other?
bool datesMeet(const CalendarValue& a, const CalendarValue& b);

} // namespace quoth

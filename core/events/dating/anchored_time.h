// Times that are counted from another happening: "the day before the shooting", "two weeks after he
// resigned", "hours later". In: tagged text, what its words may name, and the expression. Out: how
// far it lies from the happening, and which word names that.
#pragma once

#include "core/document/annotations.h"
#include "core/document/tokenized_text.h"
#include "core/events/words/triggers.h"
#include "core/time/calendar.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quoth {

struct AnchoredTime {
    IndexRange tokens;                    // the expression with all that belongs to it
    std::optional<std::uint32_t> trigger; // names the happening; none: the one told of before
    TimeUnit unit = TimeUnit::Day;        // or Week, Month, Year
    int count = 0;                        // negative before the happening; 0 on its day
};

// `range`: the expression's tokens. Nothing where it is counted from nothing, or from how many is
// not said ("days after the storm").
std::optional<AnchoredTime> anchoredTime(const TokenizedText& text,
                                         const std::vector<TriggerKind>& kinds,
                                         const TimeExpression& time, IndexRange range);

// The day, week, month or year that lies so far from `day`.
std::optional<CalendarValue> valueFrom(Date day, const AnchoredTime& time);

} // namespace quoth

// Reaches of the stage: by hand.
#pragma once

#include <cstdint>

namespace quoth::time_limits {

// How many sentences a narrative stays on a day that it has named; longer on one of the news, which
// is at most so many days back.
constexpr std::uint32_t narrativeReach = 2, narrativeReachOnNews = 8;
constexpr int newsDays = 7;
// Tokens to the verb whose tense tells the direction of a time that hangs on none.
constexpr std::uint32_t tenseReach = 60;

} // namespace quoth::time_limits

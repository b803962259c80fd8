// Reaches of the stage, in units of names: by hand. Weights are trained, and lie in the model.
#pragma once

#include <cstdint>

namespace quoth::name_limits {

constexpr std::uint32_t longestEntry = 6; // of the gazetteer; longer ones are not looked for
constexpr std::uint32_t capitalReach =
    2; // to a capital or number; what has none so near is no name
constexpr std::uint32_t shortestWithPlace = 3; // forename, surname and place: "Ann Lee Oslo"
constexpr std::uint32_t longestOfForename = 3; // a name that a forename begins may be a person's

} // namespace quoth::name_limits

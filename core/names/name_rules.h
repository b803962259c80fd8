// What rules make of the names that the models found: a weekday is none, an honorific is no part of
// one, and two names that lie side by side may be one only by mistake.
#pragma once

#include "core/names/name_features.h"

#include <vector>

namespace quoth {

struct FoundName {
    LabelledUnits name;
    float confidence = 1; // probability of bounds and type
};

// In and out: the names of a document in order.
std::vector<FoundName> judgeNames(const NameUnits& units, const std::vector<FoundName>& names);

// Of a name that is no person's by its type: does a forename begin it? The news seldom calls a
// person by a forename alone, so that the model takes some ("Emily") for a place or a company.
bool beginsWithForename(const NameUnits& units, const LabelledUnits& name);

} // namespace quoth

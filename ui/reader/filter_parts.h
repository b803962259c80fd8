// The shared filter in words: one part for each thing that it asks for.
#pragma once

#include "ui/state/view_state.h"

#include <vector>

namespace quoth::ui {

struct FilterPart {
    QString text;                    // "Speaker Anna Berg", "Words “ferry”"
    std::optional<EntityId> speaker; // whose badge goes with it
    Filter without;                  // the filter less this part
};

// In a fixed order: who, when, which words, what state, what kind. Empty for an open filter. Of
// many speakers or people the last ones make up one part. `filter` must be for `document`.
std::vector<FilterPart> filterParts(const Document& document, const Filter& filter);

} // namespace quoth::ui

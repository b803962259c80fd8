// What linear chains are trained on: a sequence of feature rows with the right label of each.
#pragma once

#include "core/learning/features.h"
#include "core/learning/linear_chain.h"

#include <vector>

namespace quoth {

struct LabelledSequence {
    FeatureRows rows = FeatureRows::withTemplates();
    std::vector<Label> labels; // one a row
    float weight = 1;          // how much its loss counts: less for automatic labels
};

} // namespace quoth

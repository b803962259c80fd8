// The grammar of a text as trees: each token's head in its sentence and how it relates to it (basic
// Universal Dependencies).
#pragma once

#include "core/syntax/relations.h"

#include <cstdint>
#include <vector>

namespace quoth {

struct Dependency {
    std::uint32_t head = 0; // token index in the text; of the root itself
    Relation relation = Relation::Root;
    bool operator==(const Dependency&) const = default;
};

// One for each token of the text. Every sentence has one root, heads lie in the sentence, and there
// are no circles.
using Dependencies = std::vector<Dependency>;

} // namespace quoth

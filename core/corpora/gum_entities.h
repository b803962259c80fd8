// Entities of GUM from its "Entity=" annotations: nested spans of tokens with type and head.
#pragma once

#include "core/corpora/conllu.h"

#include <cstdint>
#include <string>
#include <vector>

namespace quoth::corpora {

struct GumEntity {
    std::uint32_t begin = 0, end = 0; // tokens of the document
    std::uint32_t head = 0;           // likewise
    std::string chain;                // the same for all mentions of one entity
    std::string type;                 // "person", "organization", "place", "event" ...
};

// Ordered by where they end; annotations that never close are left out.
std::vector<GumEntity> readGumEntities(const ConlluDocument& document);

} // namespace quoth::corpora

// Named mentions: people, organisations, places and other things called by name. In: tagged text.
// Out: ordered mentions without overlap. Immutable once loaded; const calls are thread-safe.
#pragma once

#include "core/document/annotations.h"
#include "core/document/tokenized_text.h"
#include "core/names/gazetteer.h"
#include "core/support/expected.h"

#include <filesystem>
#include <vector>

namespace quoth {

struct NamedMention {
    Span span;         // titles ("Mr", "President") and determiners left out
    IndexRange tokens; // the same in tokens
    EntityType type = EntityType::Other;
    Gender gender = Gender::Unknown; // from the forename or a title before it
    float confidence = 1;            // of span and type
};

class NameFinder {
public:
    // BadResource when a lexicon is missing or damaged.
    static Expected<NameFinder> load(const std::filesystem::path& resources);

    std::vector<NamedMention> find(const TokenizedText& text) const;

private:
    Gazetteer m_gazetteer;
};

} // namespace quoth

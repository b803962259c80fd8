// Who takes part in a happening: the subject and objects of its verb, "with", "between" and "by"
// phrases, what stands around its noun. In: tagged text and the mentions of entities. Out:
// entities, the subject first, each once. Where it happens is no part of it.
#pragma once

#include "core/document/annotations.h"
#include "core/document/tokenized_text.h"

#include <cstdint>
#include <vector>

namespace quoth {

// Mentions of people, organisations, groups and places, for lookup by position.
class MentionIndex {
public:
    explicit MentionIndex(const std::vector<Entity>& entities);

    enum class Places : std::uint8_t { With, Without };
    // Adds the entities with a mention that begins within the span.
    void addWithin(Span span, Places places, std::vector<EntityId>& out) const;

    bool anyEndsAt(std::uint32_t end) const;

private:
    struct Place {
        Span span;
        EntityId entity;
        bool isPlace = false;
    };
    std::vector<Place> m_places;       // ordered by span
    std::vector<std::uint32_t> m_ends; // of all mentions, ordered
};

// `times`: tokens of the time expressions, ordered; they name nobody.
std::vector<EntityId> eventParticipants(const TokenizedText& text, const MentionIndex& mentions,
                                        const std::vector<IndexRange>& times,
                                        std::uint32_t trigger);

} // namespace quoth

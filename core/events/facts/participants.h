// Who takes part in a happening: the subject and objects of its verb, "with", "between" and "by"
// phrases, what hangs on its noun. In: the text's grammar and the mentions of entities. Out:
// entities, the subject first, each once. Where it happens is no part of it.
#pragma once

#include "core/document/annotations.h"
#include "core/document/tokenized_text.h"
#include "core/syntax/syntax.h"

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
    // Does a mention reach over this byte?
    bool covers(std::uint32_t at) const;

private:
    struct Place {
        Span span;
        EntityId entity;
        bool isPlace = false;
    };
    std::vector<Place> m_places; // ordered by span
};

std::vector<EntityId> eventParticipants(const TokenizedText& text, const Syntax& syntax,
                                        const MentionIndex& mentions, std::uint32_t trigger);

} // namespace quoth

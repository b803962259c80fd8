// What the timeline shows of an event: who took part and a short clause. In: tagged text and the
// event's trigger token.
#pragma once

#include "core/document/annotations.h"
#include "core/document/tokenized_text.h"

#include <string>
#include <vector>

namespace quoth {

// Where the mentions of all entities lie, for quick questions by place.
class MentionIndex {
public:
    explicit MentionIndex(const std::vector<Entity>& entities);

    // People, groups, organisations and places mentioned within the span, each once, in the order
    // of the text.
    std::vector<EntityId> within(Span span) const;

private:
    struct Place {
        Span span;
        EntityId entity;
    };
    std::vector<Place> m_places; // ordered by begin
};

// The clause around the trigger, at most about `limit` code points, cut between words; a cut end is
// marked with an ellipsis, line ends become spaces.
std::string eventSummary(const TokenizedText& text, std::uint32_t trigger, std::size_t limit = 140);

} // namespace quoth

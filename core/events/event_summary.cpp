#include "core/events/event_summary.h"

#include "core/support/unicode.h"

#include <algorithm>

namespace quoth {

MentionIndex::MentionIndex(const std::vector<Entity>& entities) {
    for (std::size_t i = 0; i < entities.size(); ++i) {
        if (entities[i].type == EntityType::Other) continue;
        for (const Mention& mention : entities[i].mentions)
            m_places.push_back({mention.span, makeId<EntityTag>(i)});
    }
    std::sort(m_places.begin(), m_places.end(),
              [](const Place& a, const Place& b) { return a.span < b.span; });
}

std::vector<EntityId> MentionIndex::within(Span span) const {
    std::vector<EntityId> found;
    auto it = std::partition_point(m_places.begin(), m_places.end(),
                                   [&](const Place& p) { return p.span.begin < span.begin; });
    for (; it != m_places.end() && it->span.begin < span.end; ++it)
        if (span.contains(it->span) &&
            std::find(found.begin(), found.end(), it->entity) == found.end())
            found.push_back(it->entity);
    return found;
}

std::string eventSummary(const TokenizedText& text, std::uint32_t trigger, std::size_t limit) {
    const Sentence& sentence = text.sentences[text.sentenceOf(trigger)];
    const auto length = [&](IndexRange range) {
        const std::string_view bytes = text.slice(text.spanOf(range));
        if (bytes.size() > 4 * limit) return limit + 1; // too long at any width of its characters
        return static_cast<std::size_t>(
            std::count_if(bytes.begin(), bytes.end(), [](char c) { return (c & 0xC0) != 0x80; }));
    };
    IndexRange range = sentence.tokens;
    if (length(range) > limit) {
        // Grow around the trigger, two words to the right for one to the left.
        range = {trigger, trigger + 1};
        for (bool grown = true; grown;) {
            grown = false;
            for (const bool left : {true, false, false}) {
                IndexRange wider = range;
                if (left && wider.begin > sentence.tokens.begin)
                    --wider.begin;
                else if (!left && wider.end < sentence.tokens.end)
                    ++wider.end;
                if (wider == range || length(wider) + 2 > limit) continue;
                range = wider;
                grown = true;
            }
        }
    }
    // Never cut off a clitic or a mark from its word.
    const auto glued = [&](std::uint32_t i) {
        return i > sentence.tokens.begin &&
               text.tokens[i].span.begin == text.tokens[i - 1].span.end;
    };
    while (range.begin < trigger && range.begin > sentence.tokens.begin && glued(range.begin))
        ++range.begin;
    std::string summary;
    if (range.begin > sentence.tokens.begin) summary += "\u2026";
    for (const char c : text.slice(text.spanOf(range)))
        summary += c == '\n' || c == '\t' ? ' ' : c;
    if (range.end < sentence.tokens.end) summary += "\u2026";
    return summary;
}

} // namespace quoth

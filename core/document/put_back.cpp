#include "core/document/put_back.h"

#include <algorithm>

namespace quoth {
namespace {

std::uint32_t shared(Span a, Span b) { // bytes
    return a.overlaps(b) ? std::min(a.end, b.end) - std::max(a.begin, b.begin) : 0;
}

// The item of which the most lies at the place; of equals, the shortest: the innermost.
template <class Tag, class Items, class Spans>
std::optional<Id<Tag>> bestAt(const Items& items, Span place, Spans spansOf) {
    std::optional<Id<Tag>> best;
    std::uint32_t most = 0, length = 0;
    for (std::size_t i = 0; i < items.size(); ++i)
        for (const Span& span : spansOf(items[i])) {
            const std::uint32_t share = shared(span, place);
            if (share < most || share == 0 || (share == most && span.size() >= length)) continue;
            best = makeId<Tag>(i);
            most = share;
            length = span.size();
        }
    return best;
}

std::vector<Span> mentionsOf(const Entity& entity) {
    std::vector<Span> out;
    for (const Mention& mention : entity.mentions)
        out.push_back(mention.span);
    return out;
}

class Mover {
public:
    Mover(const Document& document, Span place)
        : m_document(document), m_anchor(makeAnchor(document.text(), place)),
          m_quote(bestAt<QuoteTag>(document.quotes(), place,
                                   [](const Quote& quote) { return quote.content; })),
          m_event(bestAt<EventTag>(
              document.events(), place,
              [](const Event& event) { return std::vector<Span>{event.trigger}; })),
          m_entity(bestAt<EntityTag>(document.entities(), place, mentionsOf)) {}

    bool move(ChangeBounds& c) const {
        moveBounds(c.bounds);
        return moveQuote(c.quote);
    }
    bool move(AddQuote& c) const {
        moveBounds(c.bounds);
        return true;
    }
    bool move(AddEvent& c) const {
        c.trigger = m_anchor;
        return true;
    }
    bool move(MergeEntities& c) const {
        const bool fromIsLost = !findEntity(m_document, c.from);
        return moveEntity(fromIsLost ? c.from : c.into) &&
               findEntity(m_document, c.from) != findEntity(m_document, c.into);
    }
    bool move(SplitEntity& c) const {
        c.mentions = {m_anchor};
        return moveEntity(c.entity);
    }
    bool move(DateArticle&) const { return false; } // is about no place
    bool move(WithdrawStep&) const { return false; }
    template <class T>
    bool move(T& c) const {
        if constexpr (requires { c.quote; })
            return moveQuote(c.quote);
        else if constexpr (requires { c.trigger; })
            return moveEvent(c.trigger);
        else
            return moveEntity(c.entity);
    }

private:
    // The content lies here; of cue and source, what still stands.
    void moveBounds(QuoteBounds& bounds) const {
        bounds.content = {m_anchor};
        const auto isGone = [&](const Anchor& anchor) {
            return !locate(m_document.text(), anchor);
        };
        std::erase_if(bounds.cue, isGone);
        std::erase_if(bounds.source, isGone);
    }
    bool moveQuote(Anchor& quote) const {
        if (m_quote) quote = anchorOf(m_document, *m_quote);
        return m_quote.has_value();
    }
    bool moveEvent(Anchor& trigger) const {
        if (m_event) trigger = anchorOf(m_document, *m_event);
        return m_event.has_value();
    }
    bool moveEntity(EntityRef& entity) const {
        if (m_entity) entity = refTo(m_document, *m_entity);
        return m_entity.has_value();
    }

    const Document& m_document;
    Anchor m_anchor;
    std::optional<QuoteId> m_quote;
    std::optional<EventId> m_event;
    std::optional<EntityId> m_entity;
};

// The anchor that a correction is about, or the name and its anchor.
struct Target {
    std::string words;
    std::optional<Anchor> anchor;
};

Target targetOf(const Correction& correction) {
    if (auto quote = quoteOf(correction)) return {quote->exact, quote};
    return std::visit(
        [](const auto& c) -> Target {
            if constexpr (requires { c.trigger; })
                return {c.trigger.exact, c.trigger};
            else if constexpr (requires { c.mentions; })
                return {c.mentions.front().exact, c.mentions.front()};
            else if constexpr (requires { c.entity; })
                return {c.entity.name, c.entity.mention};
            else if constexpr (requires { c.from; })
                return {c.from.name, c.from.mention};
            else
                return {};
        },
        correction);
}

} // namespace

std::string targetWords(const Correction& correction) {
    return targetOf(correction).words;
}

std::optional<Span> targetSpan(const Document& document, const Correction& correction) {
    const auto anchor = targetOf(correction).anchor;
    return anchor ? locate(document.text(), *anchor) : std::nullopt;
}

std::optional<Correction> movedTo(const Document& document, Correction correction, Span place) {
    const Mover mover(document, place);
    if (!std::visit([&](auto& c) { return mover.move(c); }, correction)) return std::nullopt;
    return correction;
}

} // namespace quoth

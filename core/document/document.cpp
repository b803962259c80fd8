#include "core/document/document.h"

#include "core/document/calendar_value.h"
#include "core/document/time_value.h"

#include <algorithm>
#include <cassert>
#include <functional>

namespace quoth {
namespace {

// Of a block above the text proper: a later headline is a subheading.
std::string firstBlockText(const Document& document, BlockKind kind) {
    for (const Block& block : document.blocks()) {
        if (block.kind == kind) return std::string(document.slice(block.span));
        if (block.kind == BlockKind::Paragraph && kind == BlockKind::Headline) break;
    }
    return {};
}

std::string withoutBy(std::string byline) {
    if (byline.size() > 3 && (byline[0] == 'B' || byline[0] == 'b') &&
        (byline[1] == 'y' || byline[1] == 'Y') && byline[2] == ' ')
        byline.erase(0, 3);
    return byline;
}

} // namespace

Document::Document(Parts parts) : m_parts(std::move(parts)), m_offsets(m_parts.article.text) {
    assert(validate(m_parts));
}

std::string Document::title() const {
    return m_parts.article.title.empty() ? firstBlockText(*this, BlockKind::Headline)
                                         : m_parts.article.title;
}

std::string Document::byline() const {
    return withoutBy(m_parts.article.byline.empty() ? firstBlockText(*this, BlockKind::Byline)
                                                    : m_parts.article.byline);
}

std::optional<Span> Document::sentenceAt(std::uint32_t at) const {
    const auto it = std::partition_point(sentences().begin(), sentences().end(),
                                         [&](const Span& s) { return s.end <= at; });
    if (it == sentences().end() || !it->contains(at)) return std::nullopt;
    return *it;
}

std::vector<EntityId> Document::speakers() const {
    std::vector<std::size_t> count(entities().size());
    std::vector<EntityId> order;
    for (const Quote& quote : quotes())
        if (quote.speaker && count[quote.speaker->value]++ == 0) order.push_back(*quote.speaker);
    std::stable_sort(order.begin(), order.end(),
                     [&](EntityId a, EntityId b) { return count[a.value] > count[b.value]; });
    return order;
}

std::size_t Document::checkedQuotes() const {
    return static_cast<std::size_t>(
        std::count_if(quotes().begin(), quotes().end(),
                      [](const Quote& quote) { return quote.check != CheckState::Unchecked; }));
}

Outcome validate(const Document::Parts& parts) {
    const std::string& text = parts.article.text;
    const auto boundary = [&](std::uint32_t at) {
        return at == text.size() ||
               (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
    };
    const auto good = [&](Span s) {
        return s.begin <= s.end && boundary(s.begin) && boundary(s.end);
    };
    const auto allGood = [&](const std::vector<Span>& spans) {
        return std::all_of(spans.begin(), spans.end(), good);
    };
    const auto entityExists = [&](const std::optional<EntityId>& id) {
        return !id || id->value < parts.entities.size();
    };
    const auto bad = [](const char* what) { return unexpected(ErrorCode::Malformed, what); };

    const auto follows = [](const Span& left, const Span& right) {
        return left.end <= right.begin;
    };
    for (std::size_t i = 0; i < parts.blocks.size(); ++i) {
        if (!good(parts.blocks[i].span)) return bad("A block lies outside the text.");
        if (i > 0 && !follows(parts.blocks[i - 1].span, parts.blocks[i].span))
            return bad("A block overlaps the one before it.");
    }
    if (!allGood(parts.sentences)) return bad("A sentence lies outside the text.");
    if (std::adjacent_find(parts.sentences.begin(), parts.sentences.end(), std::not_fn(follows)) !=
        parts.sentences.end())
        return bad("A sentence overlaps the one before it.");
    for (const Entity& entity : parts.entities)
        for (const Mention& mention : entity.mentions)
            if (!good(mention.span)) return bad("A mention lies outside the text.");
    for (const Quote& quote : parts.quotes) {
        if (quote.content.empty()) return bad("A quote has no content.");
        if (!allGood(quote.content) || !allGood(quote.cue) || !allGood(quote.source))
            return bad("A quote lies outside the text.");
        if (!entityExists(quote.speaker) || !entityExists(quote.addressee) ||
            !entityExists(quote.runnerUp))
            return bad("A quote names an entity that does not exist.");
        if (!(quote.confidence >= 0 && quote.confidence <= 1))
            return bad("A quote's confidence is no probability.");
        for (const Reason& reason : quote.why)
            if (!good(reason.where)) return bad("A reason lies outside the text.");
    }
    for (const TimeExpression& time : parts.times) {
        if (!good(time.span)) return bad("A time expression lies outside the text.");
        if (!isTimeValue(time.value)) return bad("A time expression has no value of its kind.");
    }
    for (const Event& event : parts.events) {
        if (!good(event.trigger)) return bad("An event lies outside the text.");
        if (!event.value.empty() && !CalendarValue::parse(event.value))
            return bad("An event has a value without calendar days.");
        if (event.time && event.time->value >= parts.times.size())
            return bad("An event names a time that does not exist.");
        for (const EntityId id : event.participants)
            if (!entityExists(id)) return bad("An event names an entity that does not exist.");
        const auto own = static_cast<std::size_t>(&event - parts.events.data());
        if (event.same && (event.same->value >= own || parts.events[event.same->value].same))
            return bad("An event repeats one that is not the first of its kind.");
    }
    return Outcome{std::monostate{}};
}

std::string joinedText(const Document& document, const std::vector<Span>& spans) {
    std::string out;
    for (const Span& span : spans) {
        if (!out.empty()) out += " … ";
        out += document.slice(span);
    }
    return out;
}

} // namespace quoth

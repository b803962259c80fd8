#include "core/document/changes.h"

#include "core/document/anchor.h"

#include <algorithm>

namespace quoth {
namespace {

std::string speakerOf(const Document& document, const Quote& quote) {
    return quote.speaker ? document.entity(*quote.speaker).name : std::string();
}

// The quote of `document` with most of its content in `span`, that no other has been matched to.
std::optional<QuoteId> quoteAt(const Document& document, Span span,
                               const std::vector<char>& taken) {
    std::optional<QuoteId> best;
    std::uint32_t most = 0;
    for (std::size_t i = 0; i < document.quotes().size(); ++i) {
        if (taken[i]) continue;
        for (const Span& content : document.quotes()[i].content) {
            const Span shared{std::max(content.begin, span.begin), std::min(content.end, span.end)};
            // Half of either: a quote that grew or shrank is the same one.
            if (shared.size() * 2 < std::min(content.size(), span.size()) || shared.size() <= most)
                continue;
            most = shared.size();
            best = makeId<QuoteTag>(i);
        }
    }
    return best;
}

// Of a quote whose words are gone: one that stands between the same quotes, with the same known
// speaker and cue.
void matchReworded(const Document& before, const Document& after,
                   std::vector<std::optional<QuoteId>>& out, std::vector<char>& taken) {
    for (std::size_t i = 0, from = 0; i < out.size(); ++i) {
        if (out[i]) {
            from = out[i]->value + 1;
            continue;
        }
        const Quote& old = before.quotes()[i];
        const std::string speaker = speakerOf(before, old);
        const std::string cue = joinedText(before, old.cue);
        if (speaker.empty() || cue.empty()) continue;
        for (std::size_t j = from; j < taken.size() && !taken[j]; ++j) {
            const Quote& candidate = after.quotes()[j];
            if (speakerOf(after, candidate) != speaker || joinedText(after, candidate.cue) != cue)
                continue;
            out[i] = makeId<QuoteTag>(j);
            taken[j] = 1;
            from = j + 1;
            break;
        }
    }
}

// For each quote of `before`, the one it is in `after`.
std::vector<std::optional<QuoteId>> match(const Document& before, const Document& after) {
    std::vector<std::optional<QuoteId>> out(before.quotes().size());
    std::vector<char> taken(after.quotes().size());
    // The first stretch that is found again tells; a quote may have lost its first.
    for (std::size_t i = 0; i < out.size(); ++i)
        for (const Span& content : before.quotes()[i].content) {
            if (content.empty()) continue;
            const auto span = locate(after.text(), makeAnchor(before.text(), content));
            if (span) out[i] = quoteAt(after, *span, taken);
            if (!out[i]) continue;
            taken[out[i]->value] = 1;
            break;
        }
    matchReworded(before, after, out, taken);
    return out;
}

} // namespace

std::vector<QuoteChange> quoteChanges(const Document& before, const Document& after) {
    const auto now = match(before, after);
    std::vector<std::optional<QuoteId>> was(after.quotes().size());
    for (std::size_t i = 0; i < now.size(); ++i)
        if (now[i]) was[now[i]->value] = makeId<QuoteTag>(i);

    std::vector<QuoteChange> out;
    const auto drop = [&](std::size_t from) { // those gone from there up to one that is not
        for (std::size_t i = from; i < now.size() && !now[i]; ++i) {
            const Quote& quote = before.quotes()[i];
            out.push_back({QuoteChangeKind::Dropped,
                           makeId<QuoteTag>(i),
                           std::nullopt,
                           joinedText(before, quote.content),
                           {},
                           speakerOf(before, quote),
                           {}});
        }
    };
    drop(0);
    for (std::size_t i = 0; i < was.size(); ++i) {
        const Quote& quote = after.quotes()[i];
        QuoteChange change{QuoteChangeKind::Added,           was[i], makeId<QuoteTag>(i),    {},
                           joinedText(after, quote.content), {},     speakerOf(after, quote)};
        if (was[i]) {
            const Quote& old = before.quote(*was[i]);
            change.wordsBefore = joinedText(before, old.content);
            change.speakerBefore = speakerOf(before, old);
            const bool reworded = change.wordsBefore != change.wordsAfter;
            const bool reattributed = change.speakerBefore != change.speakerAfter;
            change.kind = reworded ? QuoteChangeKind::Reworded : QuoteChangeKind::Reattributed;
            if (reworded || reattributed) out.push_back(std::move(change));
            drop(was[i]->value + 1);
        } else {
            out.push_back(std::move(change));
        }
    }
    return out;
}

} // namespace quoth

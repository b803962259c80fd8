#include "core/quotes/quote_editing.h"

#include "core/text/sentences.h"
#include "core/text/tokens.h"

#include <algorithm>

namespace quoth {
namespace {

std::vector<Anchor> anchorsOf(std::string_view text, const std::vector<Span>& spans) {
    std::vector<Anchor> out;
    for (const Span& span : spans)
        out.push_back(makeAnchor(text, span));
    return out;
}

// Bytes between two spans, 0 where they meet.
std::uint32_t gap(Span a, Span b) {
    if (a.end <= b.begin) return b.begin - a.end;
    return b.end <= a.begin ? a.begin - b.end : 0;
}

} // namespace

QuoteEditing::QuoteEditing(const Document& document) : m_document(document) {
    m_text.text = document.text();
    m_text.blocks = document.blocks();
    m_text.tokens = tokenize(m_text.text, m_text.blocks);
    m_text.sentences = splitSentences(m_text.text, m_text.blocks, m_text.tokens);
    m_stretches = findQuotedStretches(m_text);
    // An edge stands at a word, with or without the marks that are glued to it.
    for (std::size_t i = 0; i < m_text.tokens.size(); ++i) {
        const Token& token = m_text.tokens[i];
        const bool goesOn = i > 0 && gluedToNext(i - 1);
        if (!goesOn || (isWord(i) && token.kind != TokenKind::Clitic))
            m_begins.push_back(token.span.begin);
        const bool clitic = gluedToNext(i) && m_text.tokens[i + 1].kind == TokenKind::Clitic;
        if (!gluedToNext(i) || (isWord(i) && !clitic)) m_ends.push_back(token.span.end);
    }
}

bool QuoteEditing::isWord(std::size_t token) const {
    const TokenKind kind = m_text.tokens[token].kind;
    return kind != TokenKind::QuoteMark && kind != TokenKind::Punctuation;
}

bool QuoteEditing::gluedToNext(std::size_t token) const {
    return token + 1 < m_text.tokens.size() &&
           m_text.tokens[token].span.end == m_text.tokens[token + 1].span.begin;
}

std::optional<ChangeBounds> QuoteEditing::moved(QuoteId id, Edge edge, int words) const {
    const auto& content = m_document.quote(id).content;
    const auto& stops = edge == Edge::Begin ? m_begins : m_ends;
    const std::uint32_t now = edge == Edge::Begin ? content.front().begin : content.back().end;
    // Between two stops, the first step goes to the nearer one in its direction.
    auto at = words > 0 ? std::upper_bound(stops.begin(), stops.end(), now) - stops.begin() - 1
                        : std::lower_bound(stops.begin(), stops.end(), now) - stops.begin();
    at += words;
    if (at < 0 || at >= static_cast<std::ptrdiff_t>(stops.size())) return std::nullopt;
    return changed(id, clipped(content, edge, stops[static_cast<std::size_t>(at)]));
}

std::optional<ChangeBounds> QuoteEditing::placed(QuoteId id, Edge edge, std::uint32_t at) const {
    const auto& stops = edge == Edge::Begin ? m_begins : m_ends;
    auto stop = std::upper_bound(stops.begin(), stops.end(), at);
    if (edge == Edge::Begin && stop != stops.begin()) --stop;
    if (stop == stops.end()) return std::nullopt;
    return changed(id, clipped(m_document.quote(id).content, edge, *stop));
}

// What is left of the content with its edge at `at`; an edge beyond a whole stretch goes to the
// next one that is left.
std::vector<Span> QuoteEditing::clipped(std::vector<Span> content, Edge edge,
                                        std::uint32_t at) const {
    if (edge == Edge::Begin) {
        const bool passed =
            std::erase_if(content, [at](const Span& span) { return span.end <= at; }) > 0;
        if (!content.empty())
            content.front().begin = passed ? std::max(at, content.front().begin) : at;
    } else {
        const bool passed =
            std::erase_if(content, [at](const Span& span) { return span.begin >= at; }) > 0;
        if (!content.empty()) content.back().end = passed ? std::min(at, content.back().end) : at;
    }
    return content;
}

std::optional<ChangeBounds> QuoteEditing::changed(QuoteId id, std::vector<Span> content) const {
    const Quote& quote = m_document.quote(id);
    if (content.empty() || content == quote.content) return std::nullopt;
    return ChangeBounds{anchorOf(m_document, id),
                        bounds(content, quote.cue, quote.source, quote.kind)};
}

// Cue and source that the content has swallowed are none any more.
QuoteBounds QuoteEditing::bounds(const std::vector<Span>& content, const std::vector<Span>& cue,
                                 const std::vector<Span>& source, QuoteKind before) const {
    const auto outside = [&](std::vector<Span> spans) {
        std::erase_if(spans, [&](const Span& span) {
            return std::any_of(content.begin(), content.end(),
                               [&](const Span& c) { return c.overlaps(span); });
        });
        return anchorsOf(m_document.text(), spans);
    };
    return {anchorsOf(m_document.text(), content), outside(cue), outside(source),
            kindOf(content, before)};
}

// Direct where every part lies within marks, mixed where one touches them. A turn of a transcript
// is direct without marks.
QuoteKind QuoteEditing::kindOf(const std::vector<Span>& content, QuoteKind before) const {
    bool all = true, any = false;
    for (const Span& span : content) {
        bool within = false;
        for (const QuotedStretch& stretch : m_stretches) {
            any = any || stretch.span.overlaps(span);
            within = within || stretch.span.contains(span);
        }
        all = all && within;
    }
    if (all) return QuoteKind::Direct;
    if (any) return QuoteKind::Mixed;
    return before == QuoteKind::Direct ? QuoteKind::Direct : QuoteKind::Indirect;
}

std::optional<std::vector<Correction>> QuoteEditing::split(QuoteId id, std::uint32_t at) const {
    const Quote& quote = m_document.quote(id);
    const auto word = std::find_if(m_text.tokens.begin(), m_text.tokens.end(),
                                   [at](const Token& token) { return token.span.end > at; });
    if (word == m_text.tokens.end() || word == m_text.tokens.begin()) return std::nullopt;
    const std::vector<Span> second = clipped(quote.content, Edge::Begin, word->span.begin);
    const std::vector<Span> first = clipped(quote.content, Edge::End, (word - 1)->span.end);
    const bool inside = !first.empty() && !second.empty() &&
                        quote.content.front().begin < word->span.begin &&
                        word->span.begin < quote.content.back().end;
    if (!inside) return std::nullopt;
    std::vector<Span> cues[2], sources[2];
    const auto nearer = [&](Span span) {
        return gap(second.front(), span) < gap(first.back(), span) ? 1 : 0;
    };
    for (const Span& span : quote.cue)
        cues[nearer(span)].push_back(span);
    for (const Span& span : quote.source)
        sources[nearer(span)].push_back(span);
    AddQuote rest;
    rest.bounds = bounds(second, cues[1], sources[1], quote.kind);
    rest.act = quote.act;
    if (quote.speaker) rest.speaker = refTo(m_document, *quote.speaker);
    return std::vector<Correction>{
        ChangeBounds{anchorOf(m_document, id), bounds(first, cues[0], sources[0], quote.kind)},
        std::move(rest)};
}

std::optional<std::vector<Correction>> QuoteEditing::joined(QuoteId a, QuoteId b) const {
    if (a == b) return std::nullopt;
    const Quote& first = m_document.quote(a);
    const Quote& second = m_document.quote(b);
    const auto both = [](std::vector<Span> spans, const std::vector<Span>& others) {
        spans.insert(spans.end(), others.begin(), others.end());
        std::sort(spans.begin(), spans.end());
        spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
        return spans;
    };
    std::vector<Span> content;
    for (const Span& span : both(first.content, second.content)) {
        const bool meets =
            !content.empty() && (span.begin <= content.back().end ||
                                 m_text.tokensIn({content.back().end, span.begin}).empty());
        if (meets)
            content.back().end = std::max(content.back().end, span.end);
        else
            content.push_back(span);
    }
    // The second goes first: afterwards both would have its words.
    return std::vector<Correction>{
        RejectQuote{anchorOf(m_document, b)},
        ChangeBounds{anchorOf(m_document, a),
                     bounds(content, both(first.cue, second.cue), both(first.source, second.source),
                            first.kind)}};
}

Span QuoteEditing::snapped(Span selection) const {
    IndexRange range = m_text.tokensIn(selection);
    const auto words = [&](IndexRange tokens) {
        while (!tokens.empty() && !isWord(tokens.begin))
            ++tokens.begin;
        while (!tokens.empty() && !isWord(tokens.end - 1))
            --tokens.end;
        return tokens;
    };
    const IndexRange inner = words(range);
    if (inner.empty()) return {};
    for (const QuotedStretch& stretch : m_stretches)
        if (words(stretch.tokens) == inner) return stretch.span;
    // Marks that were selected stay, those that end the sentence before do not.
    while (range.begin < inner.begin && m_text.tokens[range.begin].kind == TokenKind::Punctuation)
        ++range.begin;
    return m_text.spanOf(range);
}

std::optional<AddQuote> QuoteEditing::added(Span selection) const {
    const Span content = snapped(selection);
    if (content.empty()) return std::nullopt;
    AddQuote out;
    out.bounds = bounds({content}, {}, {}, QuoteKind::Indirect);
    if (const auto speaker = speakerNear(content)) out.speaker = refTo(m_document, *speaker);
    return out;
}

std::optional<EntityId> QuoteEditing::speakerNear(Span content) const {
    const auto sentence = m_document.sentenceAt(content.begin);
    const auto block = std::find_if(m_text.blocks.begin(), m_text.blocks.end(),
                                    [&](const Block& b) { return b.span.contains(content.begin); });
    std::optional<EntityId> found;
    for (const Quote& quote : m_document.quotes()) { // the last before it, or one in its sentence
        if (!quote.speaker) continue;
        const Span front = quote.content.front();
        const bool same = sentence && sentence->overlaps(front);
        const bool before = block != m_text.blocks.end() && block->span.contains(front.begin) &&
                            front.begin < content.begin;
        if (same || before) found = quote.speaker;
        if (same) break;
    }
    return found;
}

} // namespace quoth

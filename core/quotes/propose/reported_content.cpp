#include "core/quotes/propose/reported_content.h"

#include "core/word_sets/quotes.h"

#include <algorithm>

namespace quoth {
namespace {

// A clause without "that", a quote or an infinitive counts as reported from this probability on.
constexpr float minUnmarked = 0.6F;

constexpr std::uint32_t longestQuoteWithWords = 60; // tokens; a longer one stands for itself

// Where the words before a cue end that it may report: before its source, or the verb itself.
std::uint32_t leftEdge(const Cue& cue) {
    const bool sourceFirst = cue.source && !cue.inverted && !cue.accordingTo && !cue.sharedSource;
    return sourceFirst ? std::min(cue.source->begin, cue.items.begin) : cue.items.begin;
}

} // namespace

std::vector<Span> cueSpans(const ClauseReader& s, const Cue& cue) {
    std::vector<Span> spans;
    for (std::uint32_t i = cue.items.begin; i < cue.items.end; ++i) {
        const Token* t = s.token(i);
        if (i != cue.head && !cue.accordingTo && t->pos != Pos::Aux && t->tag != FineTag::MD)
            continue;
        const Span span = s.span({i, i + 1});
        if (!spans.empty() && spans.back().end + 1 == span.begin)
            spans.back().end = span.end;
        else
            spans.push_back(span);
    }
    return spans;
}

void ReportedContent::addStretch(std::uint32_t stretch, Found& found) const {
    found.content.push_back(m_stretches[stretch].span);
    found.stretches.push_back(stretch);
}

void ReportedContent::addItems(IndexRange items, Found& found) const {
    if (items.empty()) return;
    found.content.push_back(m_s.span(items));
    for (std::uint32_t i = items.begin; i < items.end; ++i)
        if (m_s.isStretch(i)) found.stretches.push_back(*m_s.item(i).stretch);
}

void ReportedContent::take(const Found& found) {
    m_taken.insert(m_taken.end(), found.stretches.begin(), found.stretches.end());
}

// Where the reported clause that starts at `from` ends: before ", adding", "and added", ",
// according to", a semicolon, or a following attribution of the same level.
std::uint32_t ReportedContent::clauseEnd(std::uint32_t from, std::size_t self) const {
    std::uint32_t end = m_s.contentEnd();
    for (std::size_t c = self + 1; c < m_cues.size(); ++c) {
        const Cue& cue = m_cues[c];
        if (cue.items.begin <= from) continue;
        std::uint32_t cut = end;
        const bool sibling = cue.sharedSource && cue.source == m_cues[self].source;
        if (cue.accordingTo || sibling)
            cut = cue.items.begin;
        else if (!cue.sharedSource && cue.source && cue.rest >= end &&
                 (cue.frame == CueFrame::End || cue.frame == CueFrame::Time)) {
            // "..., the sources said." closes the sentence and reports all of it.
            const std::uint32_t begin = std::min(cue.items.begin, cue.source->begin);
            if (begin > from && (m_s.isComma(begin - 1) || m_s.isDash(begin - 1))) cut = begin;
            // "..., as the coast guard claimed": a remark on what is reported, not part of it.
            if (begin > from + 1 && m_s.is(begin - 1, "as") && m_s.isComma(begin - 2))
                cut = begin - 1;
        }
        if (cut >= end) continue;
        while (cut > from && (m_s.isComma(cut - 1) || m_s.is(cut - 1, "and") ||
                              m_s.is(cut - 1, "but") || m_s.isAdverb(cut - 1)))
            --cut;
        end = cut;
        break;
    }
    for (std::uint32_t i = from; i < end; ++i)
        if (m_s.is(i, ";")) return i;
    while (end > from && (m_s.isComma(end - 1) || m_s.isDash(end - 1)))
        --end;
    return end;
}

void ReportedContent::addBefore(const Cue& cue, std::uint32_t from, Found& found) const {
    std::uint32_t end = cue.inverted || !cue.source || cue.accordingTo
                            ? cue.items.begin
                            : std::min(cue.items.begin, cue.source->begin);
    if (end <= from) return;
    if (m_s.isComma(end - 1) || m_s.isDash(end - 1)) --end;
    if (end <= from) return;
    std::uint32_t begin = from;
    while (begin < end && (m_s.isPunctuation(begin) || m_s.is(begin, "and") ||
                           m_s.is(begin, "but") || (m_s.isAdverb(begin) && m_s.isComma(begin + 1))))
        ++begin;
    if (begin >= end) return;
    if (m_s.isStretch(end - 1)) {
        const std::uint32_t stretch = *m_s.item(end - 1).stretch;
        // Words before the quote in the same clause, without a verb of saying, are part of what is
        // said.
        std::uint32_t start = end - 1;
        while (start > begin && !m_s.is(start - 1, ":") && !m_s.is(start - 1, ";") &&
               !m_s.isFinalMark(start - 1))
            --start;
        if (start == end - 1 || m_stretches[stretch].tokens.size() > longestQuoteWithWords)
            addStretch(stretch, found);
        else
            addItems({start, end}, found);
        return;
    }
    addItems({begin, end}, found);
}

void ReportedContent::addAfter(const Cue& cue, std::uint32_t end, Found& found) const {
    std::uint32_t from = cue.rest;
    while (from < end && (m_s.isComma(from) || m_s.is(from, ":") || m_s.isDash(from)))
        ++from;
    if (from < end) addItems({from, end}, found);
}

// The quote just before `edge` in this sentence, its own comma or one after it between; nullopt
// where none stands there or it is taken.
std::optional<std::uint32_t> ReportedContent::freeQuoteBefore(std::uint32_t edge,
                                                              std::uint32_t from) const {
    std::uint32_t at = edge;
    if (at > from + 1 && m_s.isComma(at - 1)) --at;
    if (at <= from || !m_s.isStretch(at - 1)) return std::nullopt;
    const std::uint32_t stretch = *m_s.item(at - 1).stretch;
    const bool taken = std::find(m_taken.begin(), m_taken.end(), stretch) != m_taken.end();
    return taken ? std::nullopt : std::optional(stretch);
}

// What goes on after an attribution in the middle: "...," she said, "...", or "The talks, he said,
// would go on", or "The talks failed, he said, but others would follow".
void ReportedContent::addRest(std::size_t self, bool clauseBefore, bool quoteBefore,
                              Found& found) const {
    const Cue& cue = m_cues[self];
    const std::uint32_t end = clauseEnd(cue.rest, self);
    std::uint32_t next = cue.rest;
    if (m_s.isComma(next) || m_s.isDash(next)) ++next;
    if (m_s.isStretch(next)) {
        const bool another = self + 1 < m_cues.size() && m_cues[self + 1].items.begin > next &&
                             m_cues[self + 1].rest >= m_s.contentEnd(); // "...," adds Mr Smith
        if (!another) addStretch(*m_s.item(next).stretch, found);
        return;
    }
    if (next == cue.rest || next >= end || quoteBefore || found.content.empty()) return;
    const bool joined = words::secondHalfOpeners.contains(m_s.lower(next)) &&
                        m_s.startsPhrase(next + 1) && m_s.hasFiniteVerb({next, end});
    if (!clauseBefore || joined) addItems({next, end}, found);
}

ReportedContent::Found ReportedContent::of(std::size_t self, std::uint32_t from) const {
    Found found;
    const auto done = [&] {
        std::sort(found.content.begin(), found.content.end());
        return found;
    };
    const Cue& cue = m_cues[self];
    const std::uint32_t edge = leftEdge(cue);
    const std::uint32_t end = clauseEnd(cue.rest, self);
    const bool finite = m_s.hasFiniteVerb({from, edge});
    if (cue.accordingTo) {
        const bool first = edge <= from || edge <= 1;
        if (!first) addBefore(cue, from, found);
        if (first || (m_s.isComma(cue.rest) && cue.rest + 1 < end && !finite))
            addAfter(cue, end, found);
        return done();
    }
    const bool quote = freeQuoteBefore(edge, from).has_value();
    const bool clause = edge > from + 1 && (m_s.isComma(edge - 1) || m_s.isDash(edge - 1)) &&
                        (cue.frame == CueFrame::End || cue.frame == CueFrame::Time || cue.inverted);
    const bool quoteGoesOn = quote && cue.frame == CueFrame::Quote && m_s.isComma(cue.rest);
    if ((cue.ends && (quote || clause)) || quoteGoesOn) {
        addBefore(cue, from, found);
        addRest(self, finite, quote, found);
        return done();
    }
    const bool reported =
        cue.frame == CueFrame::That || cue.frame == CueFrame::Quote || cue.frame == CueFrame::Colon;
    if (quote && !reported) {
        addBefore(cue, from, found); // "...," he told the crowd as he left
        return done();
    }
    const bool sure = reported || cue.frame == CueFrame::To || cue.probability >= minUnmarked;
    const bool word = end <= cue.rest + 1 && !m_s.isStretch(cue.rest); // "as they called it"
    if (!cue.ends && sure && !word) addAfter(cue, end, found);
    return done();
}

} // namespace quoth

#include "core/quotes/quoted_text.h"

#include "core/quotes/quote_limits.h"
#include "core/syntax/word_classes.h"

#include <algorithm>

namespace quoth {
namespace {

bool looksSpoken(const TokenizedText& text, const QuotedStretch& stretch) {
    std::uint32_t words = 0;
    bool finalMark = false;
    for (std::uint32_t i = stretch.tokens.begin; i < stretch.tokens.end; ++i) {
        const Token& t = text.tokens[i];
        if (t.kind == TokenKind::Word || t.kind == TokenKind::Number) ++words;
        if (t.kind == TokenKind::QuoteMark) continue;
        finalMark = t.lower == "," || isFinalMark(t);
    }
    return (finalMark && words >= quote_limits::fewestClosedWords) ||
           words >= quote_limits::fewestOpenWords;
}

std::optional<Span> subjectOf(const TokenizedText& text, const Syntax& syntax,
                              const OuterSentence& sentence) {
    for (const Item& item : sentence.items) {
        if (item.stretch || !isFinite(text.tokens[item.tokens.begin])) continue;
        const Clause* clause = syntax.clauseAt(item.tokens.begin);
        if (clause && clause->subject)
            return text.spanOf(syntax.nounPhrases()[*clause->subject].full);
    }
    return std::nullopt;
}

bool isAlone(const TokenizedText& text, const OuterSentence& sentence) {
    return std::all_of(sentence.items.begin(), sentence.items.end(), [&](const Item& item) {
        return item.stretch || text.tokens[item.tokens.begin].kind == TokenKind::Punctuation;
    });
}

} // namespace

QuotedText readQuotedText(const TokenizedText& text, const Syntax& syntax,
                          const std::vector<QuotedStretch>& stretches,
                          const std::vector<NamedMention>& names, const CueLexicon& lexicon) {
    QuotedText out{text,
                   syntax,
                   stretches,
                   names,
                   lexicon,
                   findCues(text, syntax, stretches, lexicon),
                   findTurns(text, names),
                   {},
                   {},
                   {}};
    for (const QuotedStretch& stretch : stretches)
        out.spoken.push_back(looksSpoken(text, stretch));
    std::vector<std::uint32_t> turns; // blocks
    for (const Turn& turn : out.turns)
        for (const TurnPart& part : turn.parts)
            turns.push_back(part.block);
    std::sort(turns.begin(), turns.end());
    for (OuterSentence& outer : foldSentences(text, stretches, names)) {
        const BlockKind kind = text.blocks[outer.block].kind;
        if (kind == BlockKind::Byline || kind == BlockKind::Dateline || kind == BlockKind::Credit ||
            std::binary_search(turns.begin(), turns.end(), outer.block))
            continue;
        const auto index = static_cast<std::uint32_t>(out.sentences.size());
        ReadSentence sentence;
        sentence.subject = subjectOf(text, syntax, outer);
        if (index > 0) {
            const ReadSentence& last = out.sentences.back();
            sentence.before = index - 1;
            if (last.outer.block == outer.block)
                sentence.subjectBefore = last.subject ? last.subject : last.subjectBefore;
        }
        const bool alone = isAlone(text, outer);
        for (std::uint32_t i = 0; i < outer.items.size(); ++i)
            if (const auto stretch = outer.items[i].stretch)
                out.quotes.push_back({*stretch, index, i, alone});
        sentence.outer = std::move(outer);
        out.sentences.push_back(std::move(sentence));
    }
    return out;
}

bool isSpoken(const QuotedText& quoted, const Attribution& a) {
    if (a.kind != QuoteKind::Direct) return true;
    return std::ranges::all_of(a.content, [&](const Span& content) {
        const auto q = std::partition_point(
            quoted.stretches.begin(), quoted.stretches.end(),
            [&](const QuotedStretch& s) { return s.span.begin < content.begin; });
        return q == quoted.stretches.end() ||
               quoted.spoken[static_cast<std::size_t>(q - quoted.stretches.begin())];
    });
}

} // namespace quoth

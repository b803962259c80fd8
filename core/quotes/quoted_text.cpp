#include "core/quotes/quoted_text.h"

#include "core/quotes/cues/noun_phrases.h"

#include <algorithm>

namespace quoth {
namespace {

// Two words with a final mark, or eight words, are speech; less may be a term.
constexpr std::uint32_t fewestClosed = 2, fewestOpen = 8;

bool looksSpoken(const TokenizedText& text, const QuotedStretch& stretch) {
    std::uint32_t words = 0;
    bool finalMark = false;
    for (std::uint32_t i = stretch.tokens.begin; i < stretch.tokens.end; ++i) {
        const Token& t = text.tokens[i];
        if (t.kind == TokenKind::Word || t.kind == TokenKind::Number) ++words;
        if (t.kind == TokenKind::QuoteMark) continue;
        const std::string_view w = text.word(i);
        finalMark = w == "." || w == "!" || w == "?" || w == "," || w == "…" || w == "...";
    }
    return (finalMark && words >= fewestClosed) || words >= fewestOpen;
}

std::optional<Span> subjectOf(const ClauseReader& s) {
    for (std::uint32_t i = 0; i < s.size(); ++i) {
        if (!s.isFiniteVerb(i)) continue;
        const auto subject = subjectBefore(s, s.verbGroup(i).items.begin, 0);
        return subject ? std::optional(s.span(*subject)) : std::nullopt;
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
    QuotedText out{text, syntax, stretches, names, lexicon, findTurns(text, names), {}, {}};
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
        const ClauseReader s(text, outer);
        sentence.cues = findCues(s, lexicon);
        sentence.subject = subjectOf(s);
        if (index > 0) {
            const ReadSentence& last = out.sentences.back();
            sentence.before = index - 1;
            if (last.outer.block == outer.block)
                sentence.subjectBefore = last.subject ? last.subject : last.subjectBefore;
        }
        const bool alone = isAlone(text, outer);
        for (std::uint32_t i = 0; i < s.size(); ++i)
            if (s.isStretch(i)) {
                const std::uint32_t stretch = *s.item(i).stretch;
                out.quotes.push_back(
                    {stretch, index, i, looksSpoken(text, stretches[stretch]), alone});
            }
        sentence.outer = std::move(outer);
        out.sentences.push_back(std::move(sentence));
    }
    return out;
}

} // namespace quoth

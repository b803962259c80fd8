#include "core/events/facts/summary.h"

#include "core/events/words/clause_around.h"
#include "core/events/words/noun_phrase_words.h"
#include "core/support/unicode.h"

#include <algorithm>

namespace quoth {
namespace {

// The noun phrase that ends before `end`, what "of" or "for" joins to it included.
std::uint32_t phraseBefore(const TokenizedText& text, std::uint32_t end, std::uint32_t from) {
    constexpr std::uint32_t longest = 9;
    std::uint32_t begin = end;
    while (begin > from && end - begin < longest) {
        const Token& token = text.tokens[begin - 1];
        const bool joins = token.lower == "of" || token.lower == "for";
        const bool opened =
            begin < end && text.tokens[begin].pos == Pos::Det; // "By dusk | the lake"
        if (!joins && (opened || !isPhraseWord(token))) break;
        --begin;
    }
    return begin;
}

// The clause, with its subject where that stands before it: "a fund of 90 million kroner that was
// created in 2023". All of the sentence where the clause tells too little.
IndexRange tellingPart(const TokenizedText& text, std::uint32_t trigger) {
    constexpr std::uint32_t fewest = 4; // tokens
    const IndexRange sentence = text.sentences[text.sentenceOf(trigger)].tokens;
    IndexRange part = clauseAround(text, trigger);
    const auto isVerb = [&](std::uint32_t i) { return text.tokens[i].pos == Pos::Verb; };
    std::uint32_t verb = part.begin; // the clause's first one, as far as the trigger
    while (verb < trigger && !isVerb(verb))
        ++verb;
    const auto hasSubject = [&] {
        for (std::uint32_t i = part.begin; i < verb; ++i)
            if (isPhraseWord(text.tokens[i])) return true;
        return false;
    };
    if (isVerb(verb) && !hasSubject() && part.begin > sentence.begin) {
        const std::string& opener = text.tokens[part.begin - 1].lower;
        const bool relative = opener == "that" || opener == "which" || opener == "who";
        std::uint32_t end = part.begin - 1;
        if (relative && end > sentence.begin && text.tokens[end - 1].lower == ",") --end;
        const std::uint32_t begin =
            relative ? phraseBefore(text, end, sentence.begin) : sentence.begin;
        part.begin = begin < end ? begin : sentence.begin;
    }
    // Quoted words within the clause do not end it: "hold ‘constructive’ talks".
    while (part.end + 1 < sentence.end && text.tokens[part.end].kind == TokenKind::QuoteMark)
        part.end = clauseAround(text, part.end + 1).end;
    const auto isEdge = [&](std::uint32_t i) {
        const Token& token = text.tokens[i];
        return token.kind == TokenKind::Punctuation || token.kind == TokenKind::QuoteMark ||
               token.pos == Pos::Cconj;
    };
    while (part.begin < trigger && isEdge(part.begin))
        ++part.begin;
    while (part.end > trigger + 1 && isEdge(part.end - 1))
        --part.end;
    return part.size() < fewest ? sentence : part;
}

} // namespace

std::string eventSummary(const TokenizedText& text, std::uint32_t trigger, std::size_t limit) {
    const IndexRange whole = tellingPart(text, trigger);
    const auto length = [&](IndexRange range) {
        const std::string_view bytes = text.slice(text.spanOf(range));
        if (bytes.size() > 4 * limit) return limit + 1; // too long at any width of its characters
        return static_cast<std::size_t>(
            std::count_if(bytes.begin(), bytes.end(), [](char c) { return (c & 0xC0) != 0x80; }));
    };
    IndexRange range = whole;
    if (length(range) > limit) {
        // Grow around the trigger, two words to the right for one to the left.
        range = {trigger, trigger + 1};
        for (bool grown = true; grown;) {
            grown = false;
            for (const bool left : {true, false, false}) {
                IndexRange wider = range;
                if (left && wider.begin > whole.begin)
                    --wider.begin;
                else if (!left && wider.end < whole.end)
                    ++wider.end;
                if (wider == range || length(wider) + 2 > limit) continue;
                range = wider;
                grown = true;
            }
        }
    }
    // Never cut off a clitic or a mark from its word.
    const auto glued = [&](std::uint32_t i) {
        return i > whole.begin && text.tokens[i].span.begin == text.tokens[i - 1].span.end;
    };
    while (range.begin < trigger && range.begin > whole.begin && glued(range.begin))
        ++range.begin;
    std::string summary;
    if (range.begin > whole.begin) summary += "\u2026";
    for (const char c : text.slice(text.spanOf(range)))
        summary += c == '\n' || c == '\t' ? ' ' : c;
    if (range.end < whole.end) summary += "\u2026";
    return summary;
}

} // namespace quoth

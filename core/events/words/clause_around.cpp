#include "core/events/words/clause_around.h"

#include "core/events/event_limits.h"
#include "core/word_sets/events.h"

namespace quoth {
namespace {

// After these a clause follows only where a verb does; "after the war" is no clause.
bool opensClause(const TokenizedText& text, std::uint32_t i) {
    const Token& token = text.tokens[i];
    if (token.kind == TokenKind::QuoteMark) return true;
    if (token.kind == TokenKind::Punctuation)
        return token.lower == "," || token.lower == ";" || token.lower == ":" ||
               token.lower == "(" || token.lower == ")" || token.lower == "\u2014" ||
               token.lower == "\u2013" || token.lower == "--";
    if (token.lower == "that" && token.pos == Pos::Det) return false; // "that decade"
    if (token.lower == "after" || token.lower == "before" || token.lower == "as" ||
        token.lower == "until")
        return token.pos == Pos::Sconj;
    return words::clauseBoundaries.contains(token.lower);
}

} // namespace

IndexRange clauseAround(const TokenizedText& text, std::uint32_t token) {
    const IndexRange sentence = text.sentences[text.sentenceOf(token)].tokens;
    IndexRange clause{token, token + 1};
    while (clause.begin > sentence.begin) {
        // Step over "(EAAT)"; a lone mark is a boundary.
        std::uint32_t at = clause.begin - 1;
        if (text.tokens[at].lower == ")")
            for (std::uint32_t i = at; i > sentence.begin && i + event_limits::longestPhrase > at;
                 --i)
                if (text.tokens[i - 1].lower == "(") {
                    at = i - 1;
                    break;
                }
        if (at + 1 == clause.begin && opensClause(text, at)) break;
        clause.begin = at;
    }
    while (clause.end < sentence.end && !opensClause(text, clause.end))
        ++clause.end;
    return clause;
}

} // namespace quoth

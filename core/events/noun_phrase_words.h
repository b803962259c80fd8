// Which tokens make up noun phrases, for walking over them without a tree.
#pragma once

#include "core/document/tokenized_text.h"

namespace quoth {

inline bool isNominal(const Token& token) {
    return token.pos == Pos::Noun || token.pos == Pos::Propn;
}

// Determiners, adjectives, numbers, nouns, pronouns, and what joins them: "the board's ex-chair".
inline bool isPhraseWord(const Token& token) {
    return isNominal(token) || token.pos == Pos::Det || token.pos == Pos::Adj ||
           token.pos == Pos::Num || token.pos == Pos::Pron || token.lower == "'s" ||
           token.lower == "-";
}

inline bool isRelativePronoun(const Token& token) {
    return token.tag == FineTag::WDT || token.tag == FineTag::WP || token.lower == "which" ||
           token.lower == "who";
}

} // namespace quoth

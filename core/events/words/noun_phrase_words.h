// Which tokens make up noun phrases, for walking over them without a tree.
#pragma once

#include "core/syntax/word_classes.h"

namespace quoth {

// Determiners, adjectives, numbers, nouns, pronouns, and what joins them: "the board's ex-chair".
inline bool isPhraseWord(const Token& token) {
    return isNoun(token) || token.pos == Pos::Det || token.pos == Pos::Adj ||
           token.pos == Pos::Num || token.pos == Pos::Pron || token.lower == "'s" ||
           token.lower == "-";
}

} // namespace quoth

// What a tagged word is, as all stages mean it.
#pragma once

#include "core/document/tokenized_text.h"
#include "core/word_sets/syntax.h"

namespace quoth {

inline bool isNoun(const Token& token) {
    return token.pos == Pos::Noun || token.pos == Pos::Propn;
}

inline bool isPlural(const Token& noun) {
    return noun.tag == FineTag::NNS || noun.tag == FineTag::NNPS;
}

// A full verb or an auxiliary, in any form.
inline bool isVerbal(const Token& token) {
    return token.pos == Pos::Verb || token.pos == Pos::Aux;
}

inline bool isModal(const Token& token) { // "will", "could", "ought"
    return token.tag == FineTag::MD;
}

inline bool isPastForm(const Token& token) { // "said", "was"
    return token.tag == FineTag::VBD;
}

inline bool isPastOrParticiple(const Token& token) { // "took", "taken"; both in "killed"
    return isPastForm(token) || token.tag == FineTag::VBN;
}

// A form that can carry a clause alone: "said", "says", "are", "will".
inline bool isFinite(const Token& token) {
    return isVerbal(token) && (isPastForm(token) || isModal(token) || token.tag == FineTag::VBZ ||
                               token.tag == FineTag::VBP);
}

inline bool isRelativePronoun(const Token& token) { // "who", "which", "that"
    return token.tag == FineTag::WDT || token.tag == FineTag::WP || token.lower == "that";
}

inline bool isFinalMark(const Token& token) { // ends a sentence
    const std::string_view word = token.lower;
    return word == "." || word == "!" || word == "?" || word == "…" || word == "...";
}

inline bool isNegation(const Token& token) {
    return words::negations.contains(token.lower);
}

} // namespace quoth

// What each item of an outer sentence is: a word's class and form, verb groups, the sentence's end.
// Positions are item indices; questions past the end answer no.
#pragma once

#include "core/quotes/cues/outer_sentence.h"

#include <string_view>

namespace quoth {

struct ItemVerbGroup {
    IndexRange items; // auxiliaries to main verb, adverbs between them included
    bool passive = false;
    bool finite = true;          // false: a bare participle or infinitive
    bool bareParticiple = false; // "added" that may be past tense or participle
    bool gerund = false;         // "saying"
    bool infinitive = false;     // "to say"
};

class ClauseReader {
public:
    // Both must outlive the reader.
    ClauseReader(const TokenizedText& text, const OuterSentence& sentence)
        : m_text(text), m_items(sentence.items) {}

    std::uint32_t size() const { return static_cast<std::uint32_t>(m_items.size()); }
    const Item& item(std::uint32_t i) const { return m_items[i]; } // i < size()
    bool isStretch(std::uint32_t i) const { return i < size() && m_items[i].stretch.has_value(); }
    const Token* token(std::uint32_t i) const;     // null past the end and for a folded stretch
    std::string_view lower(std::uint32_t i) const; // empty likewise
    bool is(std::uint32_t i, std::string_view lower) const { return this->lower(i) == lower; }

    bool isPunctuation(std::uint32_t i) const;
    bool isFinalMark(std::uint32_t i) const; // . ! ? …
    bool isComma(std::uint32_t i) const { return is(i, ","); }
    bool isDash(std::uint32_t i) const;
    bool isAdverb(std::uint32_t i) const;
    bool isVerb(std::uint32_t i) const;
    bool isFiniteVerb(std::uint32_t i) const; // tensed verb, auxiliary or modal
    bool isNumber(std::uint32_t i) const;
    bool isTimeWord(std::uint32_t i) const;     // "Monday", "yesterday", "May", "week"
    bool isClauseOpener(std::uint32_t i) const; // that, whether, if, how, why, what, who ...
    bool isNominal(std::uint32_t i) const;      // noun, name, adjective, determiner, pronoun ...
    bool isPhrasePreposition(std::uint32_t i) const; // may stand inside a noun phrase
    bool startsPhrase(std::uint32_t i) const;        // may open a noun phrase
    bool hasFiniteVerb(IndexRange items) const;

    // One past the last item that is not final punctuation.
    std::uint32_t contentEnd() const;
    // `verb` must be a token.
    ItemVerbGroup verbGroup(std::uint32_t verb) const;
    // Bytes from the first item to the last; the range must not be empty.
    Span span(IndexRange items) const;

private:
    const TokenizedText& m_text;
    const std::vector<Item>& m_items;
};

} // namespace quoth

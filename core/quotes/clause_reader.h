// A shallow reading of one outer sentence: verb groups, noun phrases with their appositions,
// adverbials. Positions are item indices. No tree is built: every question walks outwards from a
// verb.
#pragma once

#include "core/quotes/outer_sentence.h"

#include <optional>
#include <string_view>

namespace quoth {

struct VerbGroup {
    IndexRange items; // auxiliaries to main verb, adverbs between them included
    bool passive = false;
    bool finite = true;          // false: a bare participle or infinitive
    bool bareParticiple = false; // "added" that may be past tense or participle
    bool gerund = false;         // "saying"
    bool infinitive = false;     // "to say"
};

class ClauseReader {
public:
    ClauseReader(const TokenizedText& text, const OuterSentence& sentence)
        : m_text(text), m_items(sentence.items) {}

    std::uint32_t size() const { return static_cast<std::uint32_t>(m_items.size()); }
    const Item& item(std::uint32_t i) const { return m_items[i]; }
    bool isStretch(std::uint32_t i) const { return i < size() && m_items[i].stretch.has_value(); }
    // Empty past the end and for a folded stretch.
    std::string_view lower(std::uint32_t i) const;
    const Token* token(std::uint32_t i) const; // null likewise
    bool is(std::uint32_t i, std::string_view lower) const { return this->lower(i) == lower; }
    bool isPunctuation(std::uint32_t i) const;
    bool isFinalMark(std::uint32_t i) const; // . ! ? …
    bool isComma(std::uint32_t i) const { return is(i, ","); }
    bool isDash(std::uint32_t i) const;
    bool isAdverb(std::uint32_t i) const;
    bool isVerb(std::uint32_t i) const;
    bool isFiniteVerb(std::uint32_t i) const;   // tensed verb, auxiliary or modal
    bool isTimeWord(std::uint32_t i) const;     // "Monday", "yesterday", "May", "week"
    bool isClauseOpener(std::uint32_t i) const; // that, whether, if, how, why, what, who ...
    bool startsPhrase(std::uint32_t i) const;   // may open a noun phrase
    bool hasFiniteVerb(IndexRange items) const;

    // One past the last item that is not final punctuation.
    std::uint32_t contentEnd() const;

    VerbGroup verbGroup(std::uint32_t verb) const;
    // The subject's noun phrase that ends before `end` (adverbs and parentheses between skipped),
    // not reaching before `begin`. Appositions belong to it, relative clauses do not.
    std::optional<IndexRange> subjectBefore(std::uint32_t end, std::uint32_t begin) const;
    // The noun phrase that starts at `begin`, with its appositions.
    std::optional<IndexRange> phraseAt(std::uint32_t begin) const;
    // The person or group addressed, right after a verb: one name, pronoun or plain noun phrase.
    std::optional<IndexRange> addresseeAt(std::uint32_t begin) const;
    // Past adverbs and short adverbials of time, place and medium ("on Monday", "in a statement",
    // "to reporters"), with the commas that set them off.
    std::uint32_t skipAdverbials(std::uint32_t i) const;

    Span span(IndexRange items) const;

private:
    bool isNominal(std::uint32_t i) const;
    bool isPhrasePreposition(std::uint32_t i) const;
    std::uint32_t trimTimes(std::uint32_t begin, std::uint32_t end) const;
    std::optional<std::uint32_t> prepositionalEnd(std::uint32_t preposition) const;

    const TokenizedText& m_text;
    const std::vector<Item>& m_items;
};

} // namespace quoth

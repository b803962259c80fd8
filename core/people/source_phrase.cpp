#include "core/people/source_phrase.h"

#include "core/support/unicode.h"
#include "core/word_sets/people.h"

#include <algorithm>

namespace quoth {
namespace {

int rankOf(EntityType type) {
    return type == EntityType::Person ? 30 : type == EntityType::Organization ? 20 : 10;
}
constexpr int inApposition = -5;

} // namespace

std::string lowerLemma(const TokenizedText& text, std::uint32_t token) {
    const Token& t = text.tokens[token];
    return t.lemma.empty() ? t.lower : toLower(t.lemma);
}

std::uint32_t firstNameIn(const std::vector<NamedMention>& names, IndexRange phrase) {
    return static_cast<std::uint32_t>(
        std::partition_point(names.begin(), names.end(),
                             [&](const NamedMention& n) { return n.tokens.end <= phrase.begin; }) -
        names.begin());
}

std::optional<std::uint32_t> headName(const TokenizedText& text,
                                      const std::vector<NamedMention>& names,
                                      const NounClasses& classes, IndexRange phrase) {
    std::optional<std::uint32_t> best;
    int bestRank = 0;
    bool apposition = false;                  // past the first comma
    std::optional<std::uint32_t> preposition; // the latest one since then
    std::uint32_t i = phrase.begin;
    for (std::uint32_t n = firstNameIn(names, phrase);
         n < names.size() && names[n].tokens.begin < phrase.end; ++n) {
        const NamedMention& name = names[n];
        for (; i < name.tokens.begin; ++i) {
            const Token& t = text.tokens[i];
            if (t.lower == "," || t.lower == "(") {
                apposition = true;
                preposition.reset();
            } else if (t.pos == Pos::Adp && i > phrase.begin)
                preposition = i;
        }
        const bool person = name.type == EntityType::Person;
        const std::uint32_t next = name.tokens.end;
        const bool possessor = next < phrase.end && (text.tokens[next].tag == FineTag::POS ||
                                                     text.tokens[next].lower == "'s");
        // A place or organisation before a noun only modifies it ("Kremlin spokesman"), unless the
        // noun says what it is ("Sabah newspaper").
        std::uint32_t noun = next;
        while (noun < phrase.end && text.tokens[noun].pos == Pos::Adj)
            ++noun;
        const bool described = noun == next && name.type != EntityType::Other &&
                               noun < phrase.end &&
                               classes.is(lowerLemma(text, noun), NounClasses::Organization);
        const bool modifier =
            !person && !described && noun < phrase.end && text.tokens[noun].pos == Pos::Noun;
        // "minister of intelligence Ali Khan": the post's object ends before the name.
        const bool holder = person && preposition && *preposition + 1 < name.tokens.begin &&
                            classes.is(lowerLemma(text, *preposition - 1), NounClasses::Post);
        if (possessor || modifier || (preposition && !holder)) continue;
        const int rank = rankOf(name.type) + (apposition ? inApposition : 0);
        if (!best || rank > bestRank || (rank == bestRank && !apposition)) {
            best = n;
            bestRank = rank;
        }
    }
    return best;
}

bool isCoordinated(const TokenizedText& text, IndexRange phrase, IndexRange name) {
    for (std::uint32_t i = phrase.begin; i < phrase.end; ++i)
        if (text.word(i) == "," || text.word(i) == "(") return false;
    const auto isAnd = [&](std::uint32_t i) {
        return phrase.contains(i) && text.tokens[i].lower == "and";
    };
    return (name.begin > phrase.begin && isAnd(name.begin - 1)) ||
           (isAnd(name.end) && name.end + 1 < phrase.end);
}

std::uint32_t headNoun(const TokenizedText& text, IndexRange phrase) {
    std::uint32_t head = phrase.begin;
    for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) {
        const Token& t = text.tokens[i];
        if (t.tag == FineTag::POS) continue;
        const bool started = i > phrase.begin;
        if (started && t.kind == TokenKind::Punctuation) break;
        if (started && (t.pos == Pos::Adp || t.pos == Pos::Verb) &&
            text.tokens[head].pos != Pos::Det)
            break;
        if (t.pos == Pos::Noun || t.pos == Pos::Propn || t.pos == Pos::Pron || t.pos == Pos::Adj ||
            t.pos == Pos::Num)
            head = i;
    }
    return head;
}

IndexRange withoutRelative(const TokenizedText& text, IndexRange phrase) {
    for (std::uint32_t i = phrase.begin + 1; i < phrase.end; ++i)
        if (words::relatives.contains(text.tokens[i].lower) && text.word(i - 1) == ",")
            phrase.end = i;
    while (phrase.size() > 1 && text.tokens[phrase.end - 1].kind == TokenKind::Punctuation &&
           text.word(phrase.end - 1) != ")")
        --phrase.end;
    return phrase;
}

IndexRange withoutArticle(const TokenizedText& text, IndexRange phrase) {
    while (phrase.size() > 1 && words::leadingArticles.contains(text.tokens[phrase.begin].lower))
        ++phrase.begin;
    return phrase;
}

bool isDefinite(const TokenizedText& text, IndexRange phrase) {
    return words::definites.contains(text.tokens[phrase.begin].lower);
}

} // namespace quoth

#include "core/people/source_phrase.h"

#include "core/support/unicode.h"
#include "core/syntax/word_classes.h"
#include "core/word_sets/people.h"

#include <algorithm>

namespace quoth {
namespace {

int rankOf(EntityType type) {
    return type == EntityType::Person ? 30 : type == EntityType::Organization ? 20 : 10;
}
constexpr int inApposition = -5;

// A place or organisation before a noun only describes it ("Kremlin spokesman"), unless the noun
// says what it is ("Sabah newspaper").
bool isModifier(const TokenizedText& text, const Syntax& syntax, const NounClasses& classes,
                IndexRange phrase, const NamedMention& name) {
    if (name.type == EntityType::Person) return false;
    std::uint32_t noun = name.tokens.end;
    while (noun < phrase.end && text.tokens[noun].pos == Pos::Adj)
        ++noun;
    if (noun < phrase.end && text.tokens[noun].pos == Pos::Noun)
        return noun != name.tokens.end || name.type == EntityType::Other ||
               !classes.is(lowerLemma(text, noun), NounClasses::Organization);
    const std::uint32_t top = syntax.topOf(name.tokens);
    const Relation relation = syntax.relationOf(top);
    return name.type != EntityType::Organization &&
           (relation == Relation::Compound || relation == Relation::Amod) &&
           phrase.contains(syntax.headOf(top)) && syntax.headOf(top) > top;
}

// Does the name only belong to another one in the phrase, as its owner or as what it is of or for?
bool isWithin(const TokenizedText& text, const Syntax& syntax, const NounClasses& classes,
              IndexRange phrase, const NamedMention& name) {
    const std::uint32_t top = syntax.topOf(name.tokens);
    std::uint32_t at = top;
    const auto goesOn = [&](Relation relation) { // of "President Lee", of "Tom and Ann"
        return relation == Relation::Flat || relation == Relation::Conj;
    };
    while (goesOn(syntax.relationOf(at)) && phrase.contains(syntax.headOf(at)))
        at = syntax.headOf(at);
    const std::uint32_t head = syntax.headOf(at);
    if (!phrase.contains(head) || head == at) return false;
    const Relation relation = syntax.relationOf(at);
    if (relation == Relation::NmodPoss) return true;
    const auto preposition = syntax.dependent(at, Relation::Case);
    if (!preposition || *preposition == phrase.begin) return false;
    // "minister of intelligence Ali Khan": the post's object ends before the name.
    if (name.type != EntityType::Person || *preposition + 1 == name.tokens.begin) return true;
    const auto post = postAbove(text, syntax, classes, at);
    return !post || !phrase.contains(*post);
}

// After a comma: "who", "which", "whose".
bool opensRelative(const Token& token) {
    return token.lower != "that" && (isRelativePronoun(token) || token.tag == FineTag::WPS);
}

} // namespace

std::string lowerLemma(const TokenizedText& text, std::uint32_t token) {
    const Token& t = text.tokens[token];
    return t.lemma.empty() ? t.lower : toLower(t.lemma);
}

std::vector<std::string> describingWords(const TokenizedText& text, const Syntax& syntax,
                                         std::uint32_t noun) {
    std::vector<std::string> out;
    for (const std::uint32_t d : syntax.dependentsOf(noun))
        switch (syntax.relationOf(d)) {
        case Relation::Amod:
        case Relation::Compound:
        case Relation::Nmod:
        case Relation::NmodDesc:
        case Relation::NmodPoss:
            out.push_back(lowerLemma(text, d));
            break;
        default:
            break;
        }
    return out;
}

std::optional<std::uint32_t> postAbove(const TokenizedText& text, const Syntax& syntax,
                                       const NounClasses& classes, std::uint32_t token) {
    while (universal(syntax.relationOf(token)) == Relation::Nmod ||
           syntax.relationOf(token) == Relation::Conj ||
           syntax.relationOf(token) == Relation::Flat) {
        token = syntax.headOf(token);
        if (classes.is(lowerLemma(text, token), NounClasses::Post)) return token;
    }
    return std::nullopt;
}

std::uint32_t firstNameIn(const std::vector<NamedMention>& names, IndexRange phrase) {
    return static_cast<std::uint32_t>(
        std::partition_point(names.begin(), names.end(),
                             [&](const NamedMention& n) { return n.tokens.end <= phrase.begin; }) -
        names.begin());
}

std::optional<std::uint32_t> nameAt(const std::vector<NamedMention>& names, std::uint32_t token) {
    const std::uint32_t n = firstNameIn(names, {token, token + 1});
    if (n == names.size() || !names[n].tokens.contains(token)) return std::nullopt;
    return n;
}

std::uint32_t headNoun(const Syntax& syntax, IndexRange phrase) {
    const std::uint32_t top = syntax.topOf(phrase);
    if (syntax.nounPhraseOf(top)) return top;
    for (std::uint32_t i = phrase.begin; i < phrase.end; ++i)
        if (syntax.nounPhraseOf(i)) return i;
    return top;
}

std::optional<std::uint32_t> headName(const TokenizedText& text, const Syntax& syntax,
                                      const std::vector<NamedMention>& names,
                                      const NounClasses& classes, IndexRange phrase) {
    const std::uint32_t head = headNoun(syntax, phrase);
    std::optional<std::uint32_t> best;
    int bestRank = 0;
    for (std::uint32_t n = firstNameIn(names, phrase);
         n < names.size() && names[n].tokens.begin < phrase.end; ++n) {
        if (isModifier(text, syntax, classes, phrase, names[n]) ||
            isWithin(text, syntax, classes, phrase, names[n]))
            continue;
        const int rank =
            rankOf(names[n].type) + (names[n].tokens.contains(head) ? 0 : inApposition);
        if (best && rank <= bestRank) continue;
        best = n;
        bestRank = rank;
    }
    return best;
}

bool isCoordinated(const TokenizedText& text, const Syntax& syntax, IndexRange phrase,
                   IndexRange name) {
    const auto joins = [&](std::uint32_t conjunct, std::uint32_t from) {
        const auto conjunction = syntax.dependent(conjunct, Relation::Cc);
        if (!conjunction || *conjunction < from) return false;
        for (std::uint32_t i = from; i < *conjunction; ++i)
            if (text.word(i) == ",") return false; // "Ann Lee, mayor and owner"
        return true;
    };
    const std::uint32_t top = syntax.topOf(name);
    if (syntax.relationOf(top) == Relation::Conj && phrase.contains(syntax.headOf(top)))
        return joins(top, syntax.headOf(top));
    return std::ranges::any_of(syntax.dependentsOf(top), [&](std::uint32_t d) {
        return syntax.relationOf(d) == Relation::Conj && phrase.contains(d) && d >= name.end &&
               joins(d, name.end);
    });
}

IndexRange withoutRelative(const TokenizedText& text, IndexRange phrase) {
    for (std::uint32_t i = phrase.begin + 1; i < phrase.end; ++i)
        if (text.word(i - 1) == "," && opensRelative(text.tokens[i])) phrase.end = i;
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

bool isDefinite(const TokenizedText& text, const Syntax& syntax, std::uint32_t head) {
    const NounPhrase* phrase = syntax.nounPhraseOf(head);
    if (!phrase || !phrase->determiner) return false;
    return syntax.relationOf(*phrase->determiner) == Relation::NmodPoss ||
           words::definites.contains(text.tokens[*phrase->determiner].lower);
}

} // namespace quoth

#include "core/people/role_finder.h"

#include "core/people/people_limits.h"
#include "core/people/source_phrase.h"
#include "core/syntax/word_classes.h"
#include "core/word_sets/people.h"

#include <algorithm>

namespace quoth {
namespace {

bool contains(const NameWords& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

} // namespace

struct RoleFinder::Description {
    IndexRange phrase;
    std::uint32_t head = 0;
    std::string noun;                     // lemma
    std::vector<std::string> words;       // that describe it
    bool definite = false, known = false; // "the leader"; also "veteran leader"
    Gender gender = Gender::Unknown;
};

struct RoleFinder::Fit {
    int called = 0; // 1: is called so; 2: by its very name
    std::size_t words = 0;
    bool named = false;
    auto operator<=>(const Fit&) const = default;
};

RoleFinder::RoleFinder(const TokenizedText& text, const Syntax& syntax,
                       const std::vector<NamedMention>& names, const NounClasses& nouns,
                       const EntityBuilder& entities, const Salience& salience)
    : m_text(text), m_syntax(syntax), m_classes(nouns), m_entities(entities), m_salience(salience) {
    for (const NounPhrase& phrase : syntax.nounPhrases()) {
        if (isPlural(text.tokens[phrase.head])) continue;
        const std::string lemma = lowerLemma(text, phrase.head);
        if (!nouns.is(lemma, NounClasses::Someone)) continue;
        const std::uint32_t name = firstNameIn(names, phrase.core);
        const bool named = name < names.size() && names[name].tokens.begin < phrase.core.end;
        if (!named && syntax.relationOf(phrase.head) != Relation::Appos &&
            !syntax.dependent(phrase.head, Relation::Appos) &&
            !syntax.dependent(phrase.head, Relation::Cop))
            m_firstByNoun.emplace(lemma, phrase.head);
    }
}

Gender RoleFinder::genderOfNoun(const std::string& noun) const {
    if (m_classes.is(noun, NounClasses::Female)) return Gender::Female;
    if (m_classes.is(noun, NounClasses::Male)) return Gender::Male;
    return Gender::Unknown;
}

RoleFinder::Description RoleFinder::describe(IndexRange phrase, std::uint32_t head) const {
    Description out;
    out.phrase = phrase;
    out.head = head;
    out.noun = lowerLemma(m_text, head);
    out.words = describingWords(m_text, m_syntax, head);
    out.definite = isDefinite(m_text, m_syntax, head);
    const NounPhrase* whole = m_syntax.nounPhraseOf(head);
    const bool article = words::leadingArticles.contains(m_text.tokens[phrase.begin].lower);
    out.known = out.definite || (!article && !(whole && whole->determiner));
    out.gender = genderOfNoun(out.noun);
    return out;
}

std::optional<RoleHolder> RoleFinder::find(IndexRange phrase, std::uint32_t head) const {
    const Description role = describe(phrase, head);
    for (const auto way : {&RoleFinder::calledBefore, &RoleFinder::calledSoon,
                           &RoleFinder::introduced, &RoleFinder::standsOut, &RoleFinder::topic})
        if (auto found = (this->*way)(role)) return found;
    return std::nullopt;
}

// "the health minister" is not the foreign minister.
bool RoleFinder::isDifferent(const Description& role, const DraftEntity& entity) const {
    if (role.words.empty() || entity.roleWords.empty() || !entity.roles.contains(role.noun) ||
        !m_classes.is(role.noun, NounClasses::Post))
        return false;
    return std::ranges::none_of(role.words, [&](const std::string& word) {
        return entity.roleWords.contains(word) || contains(entity.words, word);
    });
}

// nullopt for those whom the noun cannot mean.
std::optional<RoleFinder::Fit> RoleFinder::fitOf(const Description& role,
                                                 const DraftEntity& entity) const {
    Fit fit;
    fit.called = entity.roles.contains(role.noun) ? 1 : 0;
    fit.named = entity.names > 0;
    std::uint32_t anybody = 0;
    if (entity.type == EntityType::Person) {
        if (!compatible(role.gender, entity.likelyGender())) return std::nullopt;
        anybody = NounClasses::Someone;
    } else if (entity.type == EntityType::Organization) {
        if (contains(entity.words, role.noun)) fit.called = 2;
        anybody = NounClasses::SomeBody;
    } else {
        return std::nullopt;
    }
    if (fit.called == 0 && !m_classes.is(role.noun, anybody)) return std::nullopt;
    if (isDifferent(role, entity)) return std::nullopt;
    for (const std::string& word : role.words)
        fit.words += entity.roleWords.contains(word) || contains(entity.words, word);
    return fit;
}

// Of several those whom more of the description fits, then the latest.
std::optional<RoleHolder> RoleFinder::calledBefore(const Description& role) const {
    if (!role.known) return std::nullopt;
    RoleHolder out;
    std::optional<Fit> best;
    int seen = 0;
    m_salience.eachBefore(m_text.tokens[role.phrase.begin].span.begin, [&](const auto& place) {
        const auto fit = fitOf(role, m_entities.at(place.entity));
        if (fit && fit->called > 0 && place.entity != out.entity) {
            if (!best || *fit > *best) {
                if (out.entity) out.runnerUp = out.entity;
                out.entity = place.entity;
                best = fit;
            } else if (!out.runnerUp)
                out.runnerUp = place.entity;
        }
        return ++seen < people_limits::mentionsOfRole;
    });
    if (!out.entity) return std::nullopt;
    return out;
}

// "A governor said so. ... Governor Lee"
std::optional<RoleHolder> RoleFinder::calledSoon(const Description& role) const {
    RoleHolder out;
    const std::uint32_t last = m_text.sentenceOf(role.head) + people_limits::holderReach;
    m_salience.eachAfter(m_text.tokens[role.phrase.end - 1].span.end, [&](const auto& place) {
        if (place.sentence > last) return false;
        const DraftEntity& entity = m_entities.at(place.entity);
        if (entity.type != EntityType::Person) return true;
        const auto fit = fitOf(role, entity);
        if (fit && fit->called > 0 && (role.known || fit->words > 0)) out.entity = place.entity;
        return !out.entity;
    });
    if (!out.entity) return std::nullopt;
    return out;
}

// Not where the first such phrase may mean somebody who was named before it.
std::optional<RoleHolder> RoleFinder::introduced(const Description& role) const {
    const auto first = m_firstByNoun.find(role.noun);
    if (!role.definite || first == m_firstByNoun.end() || first->second >= role.phrase.begin)
        return std::nullopt;
    bool mayBeNamed = false;
    if (isDefinite(m_text, m_syntax, first->second))
        m_salience.eachBefore(m_text.tokens[first->second].span.begin, [&](const auto& place) {
            mayBeNamed = m_entities.at(place.entity).type == EntityType::Person;
            return !mayBeNamed;
        });
    if (mayBeNamed) return std::nullopt;
    RoleHolder out;
    out.evidence = RoleEvidence::Introduced;
    out.noun = first->second;
    return out;
}

std::optional<RoleHolder> RoleFinder::standsOut(const Description& role) const {
    if (!role.definite) return std::nullopt;
    const bool someone = m_classes.is(role.noun, NounClasses::Someone);
    if (!someone && !m_classes.is(role.noun, NounClasses::SomeBody)) return std::nullopt;
    RoleHolder out;
    out.evidence = RoleEvidence::StandsOut;
    const Gender gender = someone ? Gender::Unknown : Gender::Neuter;
    for (const PronounCandidate& c : m_salience.ranked(role.head, gender, false, std::nullopt)) {
        if (!fitOf(role, m_entities.at(c.entity))) continue;
        (out.entity ? out.runnerUp : out.entity) = c.entity;
        if (out.runnerUp) break;
    }
    if (!out.entity) return std::nullopt;
    return out;
}

std::optional<RoleHolder> RoleFinder::topic(const Description& role) const {
    if (!role.definite || !m_classes.is(role.noun, NounClasses::Office)) return std::nullopt;
    bool another = false; // "the health minister", where there is a foreign minister
    int seen = 0;
    const auto notAnother = [&](const Salience::Place& place) {
        another = another || isDifferent(role, m_entities.at(place.entity));
        return !another && ++seen < people_limits::mentionsOfRole;
    };
    const std::uint32_t begin = m_text.tokens[role.phrase.begin].span.begin;
    m_salience.eachBefore(begin, notAnother);
    m_salience.eachAfter(begin, notAnother);
    if (another) return std::nullopt;
    const auto list = m_salience.ranked(role.head, Gender::Unknown, false, std::nullopt);
    if (list.empty()) return std::nullopt;
    RoleHolder out;
    out.evidence = RoleEvidence::Topic;
    out.entity = list[0].entity;
    if (list.size() > 1) out.runnerUp = list[1].entity;
    return out;
}

} // namespace quoth

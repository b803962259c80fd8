// Who stands out at a point of the article: the mentions so far, latest first, and whom a pronoun
// may stand for, with what speaks for each. A log-linear model weighs the evidence (after Denis and
// Baldridge, "A ranking approach to pronoun resolution", 2007).
#pragma once

#include "core/learning/logistic.h"
#include "core/people/entity_builder.h"
#include "core/quotes/marks/quote_marks.h"
#include "core/syntax/syntax.h"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace quoth {

// What speaks for a candidate, by its latest mention where nothing else is said.
enum class PronounEvidence : std::uint8_t {
    SameSentence,
    OneSentenceBack,
    TwoSentencesBack,
    ThreeSentencesBack,
    FurtherBack,
    Distance, // logarithm of the tokens between
    AsNoun,
    AsPronoun,
    Subject,
    Possessor,
    PrepositionObject,
    VerbObject,
    BothSubjects,
    PossessiveAfterSubject,     // "Ann sold her house"
    ObjectAfterSubject,         // "Ann saw her": hardly Ann
    ObjectAfterPreposition,     // "of Ann ... him"
    SubjectBeforeOpensSentence, // of the sentence before; the pronoun opens its own
    SameClause,
    OtherClause, // of the same sentence
    Latest,
    SecondLatest,
    Mentions,   // logarithm of the number so far
    Topic,      // share of the mentions so far
    NamedFirst, // in the headline or the first sentence
    FullName,
    KnownMale,
    KnownFemale,
    PronounsAgree,  // logarithm of those of this gender that stood for it before
    PronounsDiffer, // of the other gender
    JustSpoke,
    SpokeBefore,
    SpokenTo,
    SubjectHere,    // a subject in the same sentence
    SubjectBefore,  // in the sentence before
    LatestSubject,  // of all candidates
    MainSubject,    // of its sentence
    AndPossessive,  // "Ann and her husband"
    LastPronoun,    // the pronoun of this gender before this one stood for it
    NamedInAll,     // logarithm of its names in the whole article
    FrontedSubject, // "In her speech, Ann said": the subject after the pronoun's opening phrase
    NamedBeside,    // "her daughter Ann": right after the possessive
    After,          // only named after the pronoun, in its sentence
    AfterPossessive,
    Coordinated, // "Ann and Tom"
    Bracketed,
    NotAsPerson,  // a name that a forename begins, found as a place or a company
    Organization, // for "it" and "they"
    OrganizationPlural,
    PronounInQuote, // the pronoun, and the candidate just spoke
    Count
};
constexpr std::size_t pronounEvidenceCount = static_cast<std::size_t>(PronounEvidence::Count);

struct PronounCandidate {
    EntityId entity;
    std::array<float, pronounEvidenceCount> evidence{};
    float score = 0;
    float probability = 0; // among the candidates
};

// Of "he", "her", "his" ...; Neuter for all other words.
Gender genderOf(std::string_view pronoun);

class Salience {
public:
    struct Place { // of a mention
        Span span;
        std::uint32_t token = 0, end = 0; // its tokens
        std::uint32_t head = 0;           // of its phrase: "mayor" of Ann Lee in "mayor Ann Lee"
        std::uint32_t sentence = 0;
        EntityId entity;
        MentionKind kind = MentionKind::Name;
    };

    // All must outlive this; `names` are those that `entities` was built from.
    Salience(const TokenizedText& text, const Syntax& syntax,
             const std::vector<NamedMention>& names, const std::vector<QuotedStretch>& stretches,
             const EntityBuilder& entities, const LogisticModel& weights);

    // A noun phrase or pronoun stands for the entity; call it nearly in the order of the text.
    void refer(EntityId entity, IndexRange tokens, MentionKind kind);
    // The entity spoke, in a quote that begins at this byte.
    void spoke(EntityId speaker, std::uint32_t at);
    std::optional<EntityId> lastSpeaker() const { return m_lastSpeaker; }

    // The mentions that end before byte `at`, latest first, until `visit(Place)` gives false.
    template <class Visit>
    void eachBefore(std::uint32_t at, Visit visit) const {
        std::size_t name = namesBefore(at), referred = m_referred.size();
        while (name > 0 || referred > 0) {
            if (referred > 0 && m_referred[referred - 1].span.end > at) {
                --referred;
                continue;
            }
            const bool takeName =
                name > 0 && (referred == 0 ||
                             m_named[name - 1].span.begin >= m_referred[referred - 1].span.begin);
            if (!visit(takeName ? m_named[--name] : m_referred[--referred])) return;
        }
    }

    // The names that begin at byte `at` or after it, in their order, until `visit(Place)` gives
    // false.
    template <class Visit>
    void eachAfter(std::uint32_t at, Visit visit) const {
        for (std::size_t n = namesBefore(at); n < m_named.size(); ++n)
            if (m_named[n].span.begin >= at && !visit(m_named[n])) return;
    }

    // Candidates for a pronoun at `token`, by falling score. Gender::Neuter asks for organisations
    // (or, plural, groups), Gender::Unknown for any person.
    std::vector<PronounCandidate> ranked(std::uint32_t token, Gender gender, bool plural,
                                         std::optional<EntityId> addressee) const;

private:
    class Weigher;

    std::size_t namesBefore(std::uint32_t at) const;
    bool insideQuote(std::uint32_t at) const;
    std::uint32_t beforeQuote(std::uint32_t token) const;

    Place placeOf(EntityId entity, IndexRange tokens, MentionKind kind) const;

    const TokenizedText& m_text;
    const Syntax& m_syntax;
    const std::vector<QuotedStretch>& m_stretches;
    const EntityBuilder& m_entities;
    const LogisticModel& m_weights;
    std::vector<Place> m_named;    // in the order of the text
    std::vector<Place> m_referred; // nouns and pronouns, nearly in this order
    std::optional<EntityId> m_lastSpeaker;
    std::uint32_t m_lastSpokeIn = 0;                      // sentence
    std::array<std::optional<EntityId>, 4> m_lastPronoun; // what the last one stood for, by gender
};

} // namespace quoth

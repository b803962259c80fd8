// From the words of a source ("Mr Blinken", "he", "the department", "police") to the entity that
// speaks, with each step of the reasoning. Works through the article in order, since who spoke or
// was named last decides pronouns and roles.
#pragma once

#include "core/people/entity_builder.h"
#include "core/people/noun_classes.h"
#include "core/quotes/quote_marks.h"

#include <optional>
#include <vector>

namespace quoth {

struct Resolved {
    std::optional<EntityId> speaker;
    std::optional<EntityId> runnerUp;
    std::vector<Reason> why;
    float confidence = 0; // that the entity is right, given the source
};

class SourceResolver {
public:
    SourceResolver(const TokenizedText& text, const std::vector<NamedMention>& names,
                   const std::vector<QuotedStretch>& stretches, const NounClasses& nouns,
                   EntityBuilder& entities);

    // Sources must be asked in the order of the text. `addressee` is not the speaker.
    Resolved resolve(Span source, std::optional<EntityId> addressee);
    // Tells the resolver who spoke, for the pronouns that follow.
    void spoke(EntityId speaker, std::uint32_t at);
    // Resolves the third-person pronouns between the last call's byte and this one, sources or not.
    void readPronounsTo(std::uint32_t at);
    // The one whom these words name outright, as an addressee: a name or pronoun, no new entity.
    std::optional<EntityId> named(Span span);

private:
    struct Candidate {
        EntityId entity;
        float score;
    };
    std::optional<std::uint32_t> headName(IndexRange tokens) const;
    Resolved byPronoun(std::uint32_t token, std::optional<EntityId> addressee);
    Resolved byDescription(IndexRange tokens);
    Resolved byRelative(std::uint32_t token);
    std::optional<EntityId> author(IndexRange tokens, std::uint32_t head, std::string_view noun);
    bool isCoordination(IndexRange tokens, std::uint32_t firstName) const;
    std::string lemmaOf(std::uint32_t token) const;
    struct Place { // of a mention
        Span span;
        EntityId entity;
        MentionKind kind = MentionKind::Name;
    };
    std::vector<Candidate> candidates(std::uint32_t token, Gender gender, bool plural) const;
    std::vector<Candidate> ranked(std::uint32_t token, Gender gender, bool plural,
                                  std::optional<EntityId> addressee) const;
    float salience(const Place& mention, std::uint32_t sentence) const;
    void refer(EntityId entity, Span span, MentionKind kind);
    // The mentions that end before byte `at`, latest first, until `visit` gives false.
    template <class Visit>
    void eachBefore(std::uint32_t at, Visit visit) const;
    EntityId nounEntity(IndexRange tokens, std::uint32_t head);
    IndexRange withoutDeterminer(IndexRange tokens) const;
    std::uint32_t headNoun(IndexRange tokens) const;
    bool insideQuote(std::uint32_t at) const;

    const TokenizedText& m_text;
    const std::vector<NamedMention>& m_names;
    const std::vector<QuotedStretch>& m_stretches;
    const NounClasses& m_classes;
    EntityBuilder& m_entities;
    std::vector<Place> m_referred;          // nouns and pronouns, nearly in the order of the text
    std::vector<std::uint32_t> m_firstVerb; // token index, for each sentence
    std::uint32_t m_nextToken = 0;          // pronouns before it are resolved
    std::unordered_map<std::string, EntityId> m_nouns;       // noun entities by their phrase
    std::unordered_map<std::string, EntityId> m_nounsByHead; // the latest, by head lemma
    std::unordered_map<std::string, EntityId> m_authors;     // of documents, by their noun
    std::optional<EntityId> m_lastSpeaker;
    std::uint32_t m_lastSpokeAt = 0;
};

} // namespace quoth

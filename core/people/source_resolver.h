// From the words of a source ("Mr Blinken", "he", "the department", "police") to the entity that
// speaks, with each step of the reasoning. Works through the article in order, since who spoke or
// was named last decides pronouns and roles.
#pragma once

#include "core/people/entity_builder.h"
#include "core/people/noun_classes.h"
#include "core/people/role_finder.h"
#include "core/people/salience.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace quoth {

struct Resolved {
    std::optional<EntityId> speaker; // nullopt: nobody in particular, or nobody fits
    std::optional<EntityId> runnerUp;
    std::vector<Reason> why;
    float confidence = 0; // that the entity is right, given the source
};

// Hears of each pronoun with its candidates, and may choose one of them by index: how the weights
// are trained.
using PronounObserver = std::function<std::optional<std::size_t>(
    std::uint32_t token, std::span<const PronounCandidate>, const EntityBuilder&)>;

class SourceResolver {
public:
    // All must outlive the resolver; it adds noun entities and mentions to `entities`.
    SourceResolver(const TokenizedText& text, const Syntax& syntax,
                   const std::vector<NamedMention>& names,
                   const std::vector<QuotedStretch>& stretches, const NounClasses& nouns,
                   const LogisticModel& pronouns, EntityBuilder& entities,
                   PronounObserver observer = {});

    // Sources must be asked nearly in the order of the text. `addressee` is not the speaker.
    Resolved resolve(Span source, std::optional<EntityId> addressee);
    // Who answers the questions of an interview.
    Resolved resolveAnswer() const;
    // Tells the resolver who spoke, for the pronouns that follow.
    void spoke(EntityId speaker, std::uint32_t at) { m_salience.spoke(speaker, at); }
    // The entity said something, with a cue at this byte: a document that is brought in after it
    // ("in a letter") is the entity's; one before it is that of whom the sentence names first.
    void wrote(EntityId speaker, std::uint32_t at);
    // Resolves the third-person pronouns between the last call's byte and this one.
    void readPronounsTo(std::uint32_t at);
    // The one whom these words name outright, as an addressee: no new entity.
    std::optional<EntityId> named(Span span) const;

private:
    Resolved byName(IndexRange phrase, std::uint32_t name);
    Resolved byPronoun(std::uint32_t token, std::optional<EntityId> addressee);
    std::optional<EntityId> bySurname(IndexRange phrase) const;
    Resolved byTurnLabel(IndexRange phrase) const;
    Resolved byUnnamedSubject(std::uint32_t token);
    Resolved byRelative(std::uint32_t token);
    Resolved byDescription(IndexRange phrase);
    Resolved byKin(IndexRange phrase, const std::string& noun);
    Resolved byRole(IndexRange phrase, std::uint32_t head);
    std::optional<EntityId> author(IndexRange phrase, std::uint32_t head, const std::string& noun);
    bool isPerson(std::uint32_t noun) const;
    bool isAuthor(std::uint32_t noun) const;
    bool hasAuthor(std::uint32_t document) const;
    EntityId nounEntity(IndexRange phrase, std::uint32_t head);
    void refer(EntityId entity, IndexRange tokens, MentionKind kind);
    Reason reason(ReasonStep step, IndexRange tokens) const; // quotes the words
    Reason reason(ReasonStep step, EntityId entity) const;   // names the entity

    const TokenizedText& m_text;
    const Syntax& m_syntax;
    const std::vector<NamedMention>& m_names;
    const NounClasses& m_classes;
    EntityBuilder& m_entities;
    Salience m_salience;
    RoleFinder m_roles;
    PronounObserver m_observer;
    std::uint32_t m_nextToken = 0;                           // pronouns before it are resolved
    std::unordered_map<std::string, EntityId> m_nouns;       // noun entities by their phrase
    std::unordered_map<std::string, EntityId> m_nounsByHead; // the latest, by head lemma
    std::unordered_map<std::string, EntityId> m_authors;     // of documents, by their noun
};

} // namespace quoth

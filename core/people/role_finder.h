// Whom a description without a name means: "the minister", "veteran party leader", "the airline",
// "the man". Who is called so in the article comes before anybody whom the noun may mean.
#pragma once

#include "core/people/entity_builder.h"
#include "core/people/noun_classes.h"
#include "core/people/salience.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace quoth {

enum class RoleEvidence : std::uint8_t {
    Called,     // the article calls somebody so, before or soon after
    Introduced, // by this noun alone, and nobody is named for it: "a writer ... the writer"
    StandsOut,  // nobody is called so, but the noun may mean who stands out here: "the man"
    Topic       // held by one at a time, so by whom the article is about: "the mayor"
};

struct RoleHolder {
    RoleEvidence evidence = RoleEvidence::Called;
    std::optional<EntityId> entity, runnerUp;
    std::optional<std::uint32_t> noun; // with Introduced, which may have no entity yet: the first
                                       // phrase's head
};

class RoleFinder {
public:
    // All must outlive this.
    RoleFinder(const TokenizedText& text, const Syntax& syntax,
               const std::vector<NamedMention>& names, const NounClasses& nouns,
               const EntityBuilder& entities, const Salience& salience);

    // nullopt where nobody fits. `head` is the noun, a singular one, that heads the phrase.
    std::optional<RoleHolder> find(IndexRange phrase, std::uint32_t head) const;
    Gender genderOfNoun(const std::string& noun) const;

private:
    struct Description;
    struct Fit;

    Description describe(IndexRange phrase, std::uint32_t head) const;
    std::optional<Fit> fitOf(const Description& role, const DraftEntity& entity) const;
    bool isDifferent(const Description& role, const DraftEntity& entity) const;
    std::optional<RoleHolder> calledBefore(const Description& role) const;
    std::optional<RoleHolder> calledSoon(const Description& role) const;
    std::optional<RoleHolder> introduced(const Description& role) const;
    std::optional<RoleHolder> standsOut(const Description& role) const;
    std::optional<RoleHolder> topic(const Description& role) const;

    const TokenizedText& m_text;
    const Syntax& m_syntax;
    const NounClasses& m_classes;
    const EntityBuilder& m_entities;
    const Salience& m_salience;
    // The first phrases, outside names and what is said of them, whose nouns may mean anybody:
    // heads by lemma.
    std::unordered_map<std::string, std::uint32_t> m_firstByNoun;
};

} // namespace quoth

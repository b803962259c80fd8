// Entities while they are being put together: named mentions grouped by sieves from exact to loose,
// and what is known of each entity (gender, roles, where it was last mentioned).
#pragma once

#include "core/document/annotations.h"
#include "core/names/name_finder.h"
#include "core/people/name_forms.h"
#include "core/people/noun_classes.h"
#include "core/people/organization_index.h"
#include "core/syntax/syntax.h"

#include <array>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace quoth {

// Neither contradicts the other.
inline bool compatible(Gender a, Gender b) {
    return a == b || a == Gender::Unknown || b == Gender::Unknown;
}

struct DraftEntity {
    EntityType type = EntityType::Other;
    std::string name;                // fullest so far
    NameWords words;                 // of the name
    Gender gender = Gender::Unknown; // by names and nouns
    std::array<int, 2> pronouns{};   // that stood for it so far: women's, men's
    bool plural = false;
    std::set<std::string, std::less<>> roles;     // lemmas of what it is called: "minister"
    std::set<std::string, std::less<>> roleWords; // of what describes these: "foreign"
    std::vector<Mention> mentions;                // in the order they were added
    std::uint32_t names = 0;                      // how many of them are names

    // The one that its pronouns tell where names and nouns tell none.
    Gender likelyGender() const {
        return gender != Gender::Unknown || pronouns[0] == pronouns[1] ? gender
               : pronouns[0] > pronouns[1]                             ? Gender::Female
                                                                       : Gender::Male;
    }
};

class EntityBuilder {
public:
    EntityBuilder(const TokenizedText& text, const Syntax& syntax,
                  const std::vector<NamedMention>& names, const NounClasses& nouns);

    const std::vector<DraftEntity>& entities() const { return m_entities; }
    DraftEntity& at(EntityId id) { return m_entities[id.value]; }
    const DraftEntity& at(EntityId id) const { return m_entities[id.value]; }
    // The entity of each named mention, by index.
    EntityId entityOf(std::uint32_t name) const { return m_entityOfName[name]; }

    EntityId add(DraftEntity entity);
    void retype(EntityId entity, EntityType type);
    // The entity is called by this noun.
    void addRole(DraftEntity& entity, std::uint32_t noun) const;
    // A place already taken by a mention is left as it is.
    void addMention(EntityId entity, Span span, MentionKind kind);

    // The entities, of whatever type, whose name of several words ends with this one; of very many
    // the first.
    std::span<const EntityId> namesEndingWith(const std::string& word) const;
    // The first of those who are mentioned most so far; nullopt where nobody is.
    std::optional<EntityId> mostMentionedPerson() const { return m_mostMentioned; }

    // Of the mentions added so far; empty where there is none.
    Span firstMention(EntityId entity) const {
        const auto& mentions = m_entities[entity.value].mentions;
        return mentions.empty() ? Span{} : mentions.front().span;
    }

    // Mentions sorted, the rest as it is.
    std::vector<Entity> finish() const;

private:
    void groupPeople();
    void groupOthers();
    EntityId create(std::uint32_t name, EntityType type);
    void join(std::uint32_t name, EntityId entity);
    void collectRoles(std::uint32_t name);
    void index(EntityId person, const NameWords& words);
    void indexEnd(EntityId entity);
    void countMention(EntityId entity);
    std::span<const EntityId> namesakes(const std::string& word) const;
    std::optional<EntityId> exactPerson(std::uint32_t name) const;
    std::optional<EntityId> samePersonAs(std::uint32_t name) const;
    std::optional<EntityId> personNamed(std::uint32_t name) const;
    std::optional<EntityId> longerName(std::uint32_t name) const;
    std::optional<EntityId> bracketed(std::uint32_t name) const;

    const TokenizedText& m_text;
    const Syntax& m_syntax;
    const std::vector<NamedMention>& m_names;
    const NounClasses& m_classes;
    std::vector<NameWords> m_words; // of each name
    std::vector<DraftEntity> m_entities;
    std::unordered_map<std::string, std::vector<EntityId>> m_peopleByWord; // of many the first
    std::unordered_map<std::string, EntityId> m_peopleByName;              // by all words
    std::unordered_map<std::string, std::vector<EntityId>> m_byLastWord;   // of many the first
    std::vector<std::uint32_t> m_fullNames; // of each person: mentions by a full name
    OrganizationIndex m_organizations;
    std::optional<EntityId> m_mostMentioned;
    std::vector<EntityId> m_entityOfName;
    std::unordered_set<std::uint32_t> m_added; // begins of mentions that are not names
    std::vector<char> m_done;
};

} // namespace quoth

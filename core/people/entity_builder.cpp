#include "core/people/entity_builder.h"

#include "core/people/people_limits.h"
#include "core/people/source_phrase.h"
#include "core/support/unicode.h"
#include "core/syntax/word_classes.h"

#include <algorithm>
#include <unordered_map>

namespace quoth {
namespace {

bool isAcronym(std::string_view name) {
    return name.size() >= people_limits::shortestAcronym &&
           name.size() <= people_limits::longestAcronym &&
           name.find(' ') == std::string_view::npos && isAllCaps(name);
}

std::string keyOf(const NameWords& words) {
    std::string out;
    for (const std::string& word : words)
        out += word + ' ';
    return out;
}

bool isHeadline(const TokenizedText& text, std::uint32_t token) {
    return text.blocks[text.blockOf(token)].kind == BlockKind::Headline;
}

} // namespace

EntityBuilder::EntityBuilder(const TokenizedText& text, const Syntax& syntax,
                             const std::vector<NamedMention>& names, const NounClasses& nouns)
    : m_text(text), m_syntax(syntax), m_names(names), m_classes(nouns),
      m_entityOfName(names.size()), m_done(names.size(), 0) {
    m_words.reserve(names.size());
    for (const NamedMention& name : names)
        m_words.push_back(nameWords(text.slice(name.span)));
    groupPeople();
    groupOthers();
    for (std::uint32_t i = 0; i < names.size(); ++i)
        collectRoles(i);
    for (std::size_t e = 0; e < m_entities.size(); ++e) {
        indexEnd(makeId<EntityTag>(e));
        countMention(makeId<EntityTag>(e));
    }
}

EntityId EntityBuilder::add(DraftEntity entity) {
    m_entities.push_back(std::move(entity));
    const auto id = makeId<EntityTag>(m_entities.size() - 1);
    indexEnd(id);
    return id;
}

void EntityBuilder::retype(EntityId entity, EntityType type) {
    if (at(entity).type == type) return;
    at(entity).type = type;
    if (entity != m_mostMentioned) return countMention(entity);
    m_mostMentioned.reset();
    for (std::size_t e = 0; e < m_entities.size(); ++e)
        countMention(makeId<EntityTag>(e));
}

void EntityBuilder::addMention(EntityId entity, Span span, MentionKind kind) {
    if (!m_added.insert(span.begin).second) return;
    at(entity).mentions.push_back({span, kind});
    countMention(entity);
}

void EntityBuilder::countMention(EntityId entity) {
    const std::size_t count = at(entity).mentions.size();
    if (at(entity).type != EntityType::Person || count == 0) return;
    const std::size_t most = m_mostMentioned ? at(*m_mostMentioned).mentions.size() : 0;
    if (count > most || (count == most && entity < *m_mostMentioned)) m_mostMentioned = entity;
}

void EntityBuilder::indexEnd(EntityId entity) {
    if (at(entity).words.size() < 2) return;
    auto& list = m_byLastWord[at(entity).words.back()];
    if (list.size() < people_limits::namesakes) list.push_back(entity);
}

std::span<const EntityId> EntityBuilder::namesEndingWith(const std::string& word) const {
    const auto it = m_byLastWord.find(word);
    return it == m_byLastWord.end() ? std::span<const EntityId>() : it->second;
}

EntityId EntityBuilder::create(std::uint32_t name, EntityType type) {
    DraftEntity entity;
    entity.type = type;
    entity.name = std::string(m_text.slice(m_names[name].span));
    entity.words = m_words[name];
    m_entities.push_back(std::move(entity));
    const auto id = makeId<EntityTag>(m_entities.size() - 1);
    join(name, id);
    return id;
}

void EntityBuilder::join(std::uint32_t name, EntityId id) {
    DraftEntity& entity = m_entities[id.value];
    const NamedMention& mention = m_names[name];
    const std::string_view written = m_text.slice(mention.span);
    entity.mentions.push_back({mention.span, MentionKind::Name});
    ++entity.names;
    if (entity.gender == Gender::Unknown) entity.gender = mention.gender;
    // The fullest form names the entity; one in capitals only where there is no other.
    const bool fuller = m_words[name].size() > entity.words.size();
    const bool shouted = isAllCaps(entity.name) && !isAllCaps(written) &&
                         m_words[name].size() == entity.words.size();
    if (fuller || shouted || (isAcronym(entity.name) && m_words[name].size() > 1)) {
        entity.name = std::string(written);
        entity.words = m_words[name];
    }
    m_entityOfName[name] = id;
    m_done[name] = 1;
}

// Full names first, since a surname alone may stand before its full name (in the headline); then
// single words by the nearest full name, earlier ones before later ones.
void EntityBuilder::groupPeople() {
    for (std::uint32_t i = 0; i < m_names.size(); ++i) {
        if (m_names[i].type != EntityType::Person || m_words[i].size() < 2) continue;
        auto same = samePersonAs(i);
        if (same)
            join(i, *same);
        else
            same = create(i, EntityType::Person);
        index(*same, m_words[i]);
    }
    for (const DraftEntity& person : m_entities)
        m_fullNames.push_back(person.names);
    for (std::uint32_t i = 0; i < m_names.size(); ++i) {
        if (m_names[i].type != EntityType::Person || m_done[i] || m_words[i].empty()) continue;
        if (const auto found = personNamed(i)) {
            join(i, *found);
            continue;
        }
        index(create(i, EntityType::Person), m_words[i]);
        m_fullNames.push_back(0);
    }
}

void EntityBuilder::index(EntityId person, const NameWords& words) {
    for (const std::string& word : words) {
        auto& list = m_peopleByWord[word];
        if (list.size() < people_limits::namesakes &&
            std::find(list.begin(), list.end(), person) == list.end())
            list.push_back(person);
    }
    m_peopleByName.emplace(keyOf(words), person);
}

std::span<const EntityId> EntityBuilder::namesakes(const std::string& word) const {
    const auto it = m_peopleByWord.find(word);
    return it == m_peopleByWord.end() ? std::span<const EntityId>() : it->second;
}

// The one first called exactly so: finds also those whom the lists of namesakes have no room for.
std::optional<EntityId> EntityBuilder::exactPerson(std::uint32_t name) const {
    const auto it = m_peopleByName.find(keyOf(m_words[name]));
    if (it == m_peopleByName.end() || !compatible(m_names[name].gender, at(it->second).gender))
        return std::nullopt;
    return it->second;
}

// The first one called so before, by a full name.
std::optional<EntityId> EntityBuilder::samePersonAs(std::uint32_t name) const {
    const NameWords& words = m_words[name];
    for (const std::string* word : {&words.back(), &words.front()})
        for (const EntityId id : namesakes(*word))
            if (isSurnameOf(at(id).words, words) ||
                (compatible(m_names[name].gender, at(id).gender) &&
                 samePerson(words, at(id).words)))
                return id;
    return exactPerson(name);
}

// The person whom a single word names: surname before forename, gender must fit; among namesakes
// the one named last before this mention, else the first one named after it.
std::optional<EntityId> EntityBuilder::personNamed(std::uint32_t name) const {
    const std::string& word = m_words[name].back();
    const NamedMention& mention = m_names[name];
    struct Rank {
        bool genderAgrees, surname, before;
        std::uint32_t nearness;
        auto operator<=>(const Rank&) const = default;
    };
    std::optional<EntityId> best;
    Rank bestRank{};
    const auto people = namesakes(word);
    for (const EntityId id : people) {
        const DraftEntity& entity = at(id);
        if (!compatible(mention.gender, entity.gender)) continue;
        if (people.size() == 1) return id;
        // The full names are in the order of the text, and so are the single words, which all stand
        // before this one.
        const auto full = entity.mentions.begin() + m_fullNames[id.value];
        const auto next =
            std::partition_point(entity.mentions.begin(), full, [&](const Mention& m) {
                return m.span.begin < mention.span.begin;
            });
        std::uint32_t before = next == entity.mentions.begin() ? 0 : (next - 1)->span.begin + 1;
        if (full != entity.mentions.end())
            before = std::max(before, entity.mentions.back().span.begin + 1);
        const std::uint32_t after = next == full ? UINT32_MAX : next->span.begin;
        const Rank rank{mention.gender != Gender::Unknown && entity.gender == mention.gender,
                        entity.words.back() == word, before > 0,
                        before > 0 ? before : UINT32_MAX - after};
        if (best && rank <= bestRank) continue;
        best = id;
        bestRank = rank;
    }
    return best ? best : exactPerson(name);
}

void EntityBuilder::groupOthers() {
    std::unordered_map<std::string, EntityId> exact;
    // Longer names first, so that a short form finds what it shortens.
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < m_names.size(); ++i)
        if (!m_done[i]) order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return m_words[a].size() > m_words[b].size();
    });
    for (const std::uint32_t i : order) {
        const std::string key = keyOf(m_words[i]);
        if (const auto it = exact.find(key); it != exact.end()) {
            join(i, it->second);
            continue;
        }
        auto found = bracketed(i);
        if (!found) found = longerName(i);
        if (found)
            join(i, *found);
        else {
            found = create(i, m_names[i].type);
            if (m_names[i].type == EntityType::Organization)
                m_organizations.add(*found, m_words[i]);
        }
        exact.emplace(key, *found);
    }
}

// "the Centre for Human Rights (Cenidh)": the name before the brackets.
std::optional<EntityId> EntityBuilder::bracketed(std::uint32_t name) const {
    const IndexRange own = m_names[name].tokens;
    if (name == 0 || own.size() != 1 || own.end >= m_text.tokens.size() ||
        m_text.word(own.begin - 1) != "(" || m_text.word(own.end) != ")")
        return std::nullopt;
    const NamedMention& before = m_names[name - 1];
    if (before.type != EntityType::Organization || before.tokens.end + 1 != own.begin ||
        m_names[name].type == EntityType::Person || !m_done[name - 1])
        return std::nullopt;
    return m_entityOfName[name - 1];
}

// The first organisation whose name this one shortens or abbreviates.
std::optional<EntityId> EntityBuilder::longerName(std::uint32_t name) const {
    const NameWords& words = m_words[name];
    const EntityType type = m_names[name].type;
    const std::string_view written = m_text.slice(m_names[name].span);
    std::optional<EntityId> first;
    if (type != EntityType::Person && isAcronym(written))
        first = m_organizations.abbreviatedBy(written);
    if (type != EntityType::Organization) return first;
    for (const EntityId id : m_organizations.mayHold(words)) {
        if (first && *first < id) break;
        const DraftEntity& whole = at(id);
        const bool shortened = words.size() > 1 && whole.words.size() > words.size() &&
                               containsName(whole.words, words);
        // One word stands for a longer name only as its first or head word, mentioned before or in
        // the headline.
        const bool head = words.size() == 1 && words[0].size() > 3 && whole.words.size() > 1 &&
                          (whole.words.front() == words[0] || whole.words.back() == words[0]) &&
                          (whole.mentions.front().span.begin < m_names[name].span.begin ||
                           isHeadline(m_text, m_names[name].tokens.begin));
        if (shortened || head) return id;
    }
    return first;
}

void EntityBuilder::addRole(DraftEntity& entity, std::uint32_t noun) const {
    entity.roles.insert(lowerLemma(m_text, noun));
    // "the police officer (PO)", "District Officer": each of the words
    for (const std::uint32_t d : m_syntax.dependentsOf(noun))
        if (m_syntax.relationOf(d) == Relation::Flat || m_syntax.relationOf(d) == Relation::Appos)
            entity.roles.insert(lowerLemma(m_text, d));
    for (std::string& word : describingWords(m_text, m_syntax, noun))
        entity.roleWords.insert(std::move(word));
}

// Nouns that the name is called by: "foreign minister Sergey Lavrov", "Farhaoui, a local resident",
// "Ann Lee is the mayor".
void EntityBuilder::collectRoles(std::uint32_t name) {
    const NamedMention& mention = m_names[name];
    if (mention.type != EntityType::Person && mention.type != EntityType::Organization) return;
    DraftEntity& entity = m_entities[m_entityOfName[name].value];
    const auto add = [&](std::uint32_t i) {
        if (isNoun(m_text.tokens[i]) && !nameAt(m_names, i)) addRole(entity, i);
    };
    const std::uint32_t top = m_syntax.topOf(mention.tokens);
    const std::uint32_t head = m_syntax.phraseHead(top);
    for (std::uint32_t at = top; at != head; at = m_syntax.headOf(at))
        add(m_syntax.headOf(at));
    // "the spokesman for the ministry, Ann Lee"
    if (head != top && mention.type == EntityType::Person)
        if (const auto post = postAbove(m_text, m_syntax, m_classes, head)) add(*post);
    for (const std::uint32_t called : {top, head})
        for (const std::uint32_t d : m_syntax.dependentsOf(called))
            if (m_syntax.relationOf(d) == Relation::Appos ||
                ((m_syntax.relationOf(d) == Relation::Compound ||
                  m_syntax.relationOf(d) == Relation::NmodDesc) &&
                 d < mention.tokens.begin))
                add(d);
    // "Contacted, Ann Lee, head of the station, denied it": as one of several, with no "and"
    const std::uint32_t next = mention.tokens.end + 1;
    if (next < m_text.tokens.size() && m_text.word(next - 1) == ",")
        if (const NounPhrase* phrase = m_syntax.nounPhraseFrom(next);
            phrase && m_syntax.headOf(phrase->head) == m_syntax.headOf(head) &&
            m_syntax.relationOf(phrase->head) == Relation::Conj &&
            !m_syntax.dependent(phrase->head, Relation::Cc))
            add(phrase->head);
    const std::uint32_t predicate = m_syntax.headOf(head);
    if (!isSubject(m_syntax.relationOf(head))) return;
    if (m_syntax.dependent(predicate, Relation::Cop)) add(predicate);
    for (const std::uint32_t d : m_syntax.dependentsOf(predicate)) // parsed as two subjects
        if (d < head && isSubject(m_syntax.relationOf(d))) add(d);
}

std::vector<Entity> EntityBuilder::finish() const {
    std::vector<Entity> out;
    out.reserve(m_entities.size());
    for (const DraftEntity& draft : m_entities) {
        Entity entity{draft.type, draft.name, draft.mentions, draft.likelyGender()};
        std::sort(entity.mentions.begin(), entity.mentions.end(),
                  [](const Mention& a, const Mention& b) { return a.span < b.span; });
        out.push_back(std::move(entity));
    }
    return out;
}

} // namespace quoth

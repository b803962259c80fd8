#include "core/people/entity_builder.h"

#include "core/support/unicode.h"

#include <algorithm>
#include <unordered_map>

namespace quoth {
namespace {

bool isAcronym(std::string_view name) {
    return name.size() >= 2 && name.size() <= 10 && name.find(' ') == std::string_view::npos &&
           isAllCaps(name);
}

bool isHeadline(const TokenizedText& text, std::uint32_t token) {
    return text.blocks[text.blockOf(token)].kind == BlockKind::Headline;
}

} // namespace

EntityBuilder::EntityBuilder(const TokenizedText& text, const std::vector<NamedMention>& names)
    : m_text(text), m_names(names), m_entityOfName(names.size()), m_done(names.size(), 0) {
    m_words.reserve(names.size());
    for (const NamedMention& name : names)
        m_words.push_back(nameWords(text.slice(name.span)));
    groupPeople();
    groupOthers();
    for (std::uint32_t i = 0; i < names.size(); ++i)
        collectRoles(i);
}

EntityId EntityBuilder::add(DraftEntity entity) {
    m_entities.push_back(std::move(entity));
    return makeId<EntityTag>(m_entities.size() - 1);
}

void EntityBuilder::addMention(EntityId entity, Span span, MentionKind kind) {
    if (m_added.insert(span.begin).second)
        m_entities[entity.value].mentions.push_back({span, kind});
}

EntityId EntityBuilder::create(std::uint32_t name, EntityType type) {
    DraftEntity entity;
    entity.type = type;
    entity.name = std::string(m_text.slice(m_names[name].span));
    entity.words = m_words[name];
    const EntityId id = add(std::move(entity));
    join(name, id);
    return id;
}

void EntityBuilder::join(std::uint32_t name, EntityId id) {
    DraftEntity& entity = m_entities[id.value];
    const NamedMention& mention = m_names[name];
    const std::string_view written = m_text.slice(mention.span);
    entity.mentions.push_back({mention.span, MentionKind::Name});
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
    const auto known = [&](const std::string& word) {
        const auto it = m_peopleByWord.find(word);
        return it == m_peopleByWord.end() ? std::vector<EntityId>() : it->second;
    };
    for (std::uint32_t i = 0; i < m_names.size(); ++i) {
        if (m_names[i].type != EntityType::Person || m_words[i].size() < 2) continue;
        std::optional<EntityId> same;
        for (const std::string& word : {m_words[i].back(), m_words[i].front()})
            for (const EntityId id : known(word))
                if (!same && (isSurnameOf(at(id).words, m_words[i]) ||
                              (compatible(m_names[i].gender, at(id).gender) &&
                               samePerson(m_words[i], at(id).words))))
                    same = id;
        if (same)
            join(i, *same);
        else
            same = create(i, EntityType::Person);
        index(*same, m_words[i]);
    }
    for (std::uint32_t i = 0; i < m_names.size(); ++i) {
        if (m_names[i].type != EntityType::Person || m_done[i] || m_words[i].empty()) continue;
        if (const auto found = personNamed(i))
            join(i, *found);
        else
            index(create(i, EntityType::Person), m_words[i]);
    }
}

void EntityBuilder::index(EntityId person, const NameWords& words) {
    for (const std::string& word : words) {
        auto& list = m_peopleByWord[word];
        if (std::find(list.begin(), list.end(), person) == list.end()) list.push_back(person);
    }
}

// The person whom a single word names: surname before forename, gender must fit; among namesakes
// the one named last before this mention, else the first one named after it.
std::optional<EntityId> EntityBuilder::personNamed(std::uint32_t name) const {
    const std::string& word = m_words[name].back();
    const auto it = m_peopleByWord.find(word);
    if (it == m_peopleByWord.end()) return std::nullopt;
    const NamedMention& mention = m_names[name];
    struct Rank {
        bool genderAgrees, surname, before;
        std::uint32_t nearness;
        auto operator<=>(const Rank&) const = default;
    };
    std::optional<EntityId> best;
    Rank bestRank{};
    for (const EntityId id : it->second) {
        const DraftEntity& entity = at(id);
        if (!compatible(mention.gender, entity.gender)) continue;
        if (it->second.size() == 1) return id;
        std::uint32_t before = 0, after = UINT32_MAX;
        for (const Mention& m : entity.mentions)
            if (m.span.begin < mention.span.begin)
                before = std::max(before, m.span.begin + 1);
            else
                after = std::min(after, m.span.begin);
        const Rank rank{mention.gender != Gender::Unknown && entity.gender == mention.gender,
                        entity.words.back() == word, before > 0,
                        before > 0 ? before : UINT32_MAX - after};
        if (best && rank <= bestRank) continue;
        best = id;
        bestRank = rank;
    }
    return best;
}

void EntityBuilder::groupOthers() {
    std::unordered_map<std::string, EntityId> exact;
    const auto key = [&](std::uint32_t i) {
        std::string out;
        for (const std::string& w : m_words[i])
            out += w + ' ';
        return out;
    };
    // Longer names first, so that a short form finds what it shortens.
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < m_names.size(); ++i)
        if (!m_done[i]) order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return m_words[a].size() > m_words[b].size();
    });
    std::vector<EntityId> organizations;
    for (const std::uint32_t i : order) {
        const std::string_view written = m_text.slice(m_names[i].span);
        const std::string k = key(i);
        if (const auto it = exact.find(k); it != exact.end()) {
            join(i, it->second);
            continue;
        }
        std::optional<EntityId> found;
        const EntityType type = m_names[i].type;
        if (type == EntityType::Organization)
            for (const EntityId id : organizations) {
                const DraftEntity& whole = at(id);
                const bool acronym = isAcronym(written) && abbreviates(written, whole.words);
                const bool shortened = m_words[i].size() > 1 &&
                                       whole.words.size() > m_words[i].size() &&
                                       containsName(whole.words, m_words[i]);
                // One word stands for a longer name only as its first or head word, mentioned
                // before or in the headline.
                const bool head =
                    m_words[i].size() == 1 && m_words[i][0].size() > 3 && whole.words.size() > 1 &&
                    (whole.words.front() == m_words[i][0] || whole.words.back() == m_words[i][0]) &&
                    (whole.mentions.front().span.begin < m_names[i].span.begin ||
                     isHeadline(m_text, m_names[i].tokens.begin));
                if (acronym || shortened || head) {
                    found = id;
                    break;
                }
            }
        if (!found && isAcronym(written) && type != EntityType::Person)
            for (const EntityId id : organizations)
                if (abbreviates(written, at(id).words)) {
                    found = id;
                    break;
                }
        if (found)
            join(i, *found);
        else
            found = create(i, type);
        if (at(*found).type == EntityType::Organization &&
            std::find(organizations.begin(), organizations.end(), *found) == organizations.end())
            organizations.push_back(*found);
        exact.emplace(k, *found);
    }
}

// Role nouns beside the name: "foreign minister Sergey Lavrov", "Farhaoui, a local resident".
void EntityBuilder::collectRoles(std::uint32_t name) {
    const NamedMention& mention = m_names[name];
    if (mention.type != EntityType::Person) return;
    DraftEntity& entity = m_entities[m_entityOfName[name].value];
    const auto add = [&](std::uint32_t i) {
        const Token& t = m_text.tokens[i];
        if (t.pos != Pos::Noun && t.pos != Pos::Propn) return;
        std::string role = toLower(t.lemma.empty() ? t.lower : t.lemma);
        if (std::find(entity.roles.begin(), entity.roles.end(), role) == entity.roles.end())
            entity.roles.push_back(std::move(role));
    };
    const Sentence& sentence = m_text.sentences[m_text.sentenceOf(mention.tokens.begin)];
    for (std::uint32_t i = mention.tokens.begin, steps = 0; i > sentence.tokens.begin && steps < 6;
         ++steps) {
        const Token& t = m_text.tokens[--i];
        if (t.kind != TokenKind::Word ||
            (t.pos != Pos::Noun && t.pos != Pos::Propn && t.pos != Pos::Adj && t.pos != Pos::Adp))
            break;
        add(i);
    }
    // "The spokesperson for the ministry, Ann Lee, said": the role stands before the comma.
    if (mention.tokens.begin >= sentence.tokens.begin + 2 &&
        m_text.word(mention.tokens.begin - 1) == ",") {
        std::uint32_t from = mention.tokens.begin - 1;
        while (from > sentence.tokens.begin && mention.tokens.begin - from < 14 &&
               m_text.word(from - 1) != ",")
            --from;
        if (m_text.tokens[from].pos == Pos::Det)
            for (std::uint32_t k = from;
                 k < mention.tokens.begin - 1 && m_text.tokens[k].pos != Pos::Adp; ++k)
                add(k);
    }
    std::uint32_t i = mention.tokens.end;
    if (i < sentence.tokens.end && m_text.word(i) == ",")
        for (std::uint32_t steps = 0; ++i < sentence.tokens.end && steps < 12; ++steps) {
            const Token& t = m_text.tokens[i];
            if (t.kind == TokenKind::Punctuation || t.pos == Pos::Verb || t.pos == Pos::Aux ||
                t.lower == "who")
                break;
            add(i);
        }
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

#include "core/people/salience.h"

#include <algorithm>

namespace quoth {
namespace {

constexpr std::uint32_t window = 12; // sentences back that a pronoun may reach
constexpr int mostVisited = 300;     // mentions, however crowded these sentences are

// Scores in steps of about one sentence of distance. Set by hand on the development articles.
constexpr float nearest = 10, perSentence = 2, subject = 3, possessor = -1.5F, object = -1,
                pronoun = 1;
constexpr float sameGender = 1, addressed = -8, justSpoke = 4, spokeBefore = 1;
constexpr std::uint32_t justNow = 4; // sentences

} // namespace

Salience::Salience(const TokenizedText& text, const std::vector<NamedMention>& names,
                   const std::vector<QuotedStretch>& stretches, const EntityBuilder& entities)
    : m_text(text), m_stretches(stretches), m_entities(entities) {
    m_firstVerb.reserve(text.sentences.size());
    for (const Sentence& sentence : text.sentences) {
        std::uint32_t i = sentence.tokens.begin;
        while (i < sentence.tokens.end && text.tokens[i].pos != Pos::Verb &&
               text.tokens[i].pos != Pos::Aux)
            ++i;
        m_firstVerb.push_back(i);
    }
    m_named.reserve(names.size());
    for (std::uint32_t i = 0; i < names.size(); ++i)
        m_named.push_back({names[i].span, names[i].tokens.begin,
                           text.sentenceOf(names[i].tokens.begin), entities.entityOf(i),
                           MentionKind::Name});
}

void Salience::refer(EntityId entity, IndexRange tokens, MentionKind kind) {
    m_referred.push_back(
        {m_text.spanOf(tokens), tokens.begin, m_text.sentenceOf(tokens.begin), entity, kind});
}

void Salience::spoke(EntityId speaker, std::uint32_t at) {
    m_lastSpeaker = speaker;
    m_lastSpokeIn = m_text.sentenceOf(m_text.tokenAt(at));
}

std::size_t Salience::namesBefore(std::uint32_t at) const {
    return static_cast<std::size_t>(
        std::partition_point(m_named.begin(), m_named.end(),
                             [&](const Place& place) { return place.span.end <= at; }) -
        m_named.begin());
}

bool Salience::insideQuote(std::uint32_t at) const {
    auto q = std::partition_point(m_stretches.begin(), m_stretches.end(),
                                  [&](const QuotedStretch& s) { return s.span.begin <= at; });
    while (q != m_stretches.begin()) {
        --q;
        if (q->span.contains(at)) return true;
        if (q->depth == 0) return false;
    }
    return false;
}

// How much a mention stands out in `sentence`: near, a subject, not a possessor or the object of a
// preposition.
float Salience::score(const Place& mention, std::uint32_t sentence) const {
    float out = nearest - perSentence * static_cast<float>(sentence - mention.sentence);
    if (mention.token <= m_firstVerb[mention.sentence]) out += subject;
    const std::uint32_t after = m_text.tokenAt(mention.span.end);
    if (after < m_text.tokens.size() && m_text.tokens[after].tag == FineTag::POS) out += possessor;
    if (mention.token > 0 && m_text.tokens[mention.token - 1].pos == Pos::Adp) out += object;
    if (mention.kind == MentionKind::Pronoun) out += pronoun;
    return out;
}

std::vector<Salience::Candidate> Salience::ranked(std::uint32_t token, Gender gender, bool plural,
                                                  std::optional<EntityId> addressee) const {
    const auto fits = [&](const DraftEntity& entity) {
        if (gender != Gender::Neuter)
            return entity.type == EntityType::Person && compatible(gender, entity.gender);
        const bool several = entity.type == EntityType::Group || entity.plural;
        return entity.type == EntityType::Organization || (plural && several);
    };
    std::vector<Candidate> out;
    const std::uint32_t sentence = m_text.sentenceOf(token);
    int visited = 0;
    eachBefore(m_text.tokens[token].span.begin, [&](const Place& place) {
        if (place.sentence + window < sentence || ++visited > mostVisited) return false;
        const DraftEntity& entity = m_entities.at(place.entity);
        if (place.sentence > sentence || !fits(entity) || insideQuote(place.span.begin))
            return true;
        const float own = score(place, sentence) + (entity.gender == gender ? sameGender : 0);
        const auto known = std::find_if(
            out.begin(), out.end(), [&](const Candidate& c) { return c.entity == place.entity; });
        if (known == out.end())
            out.push_back({place.entity, own});
        else
            known->score = std::max(known->score, own);
        return true;
    });
    for (Candidate& c : out) {
        if (c.entity == addressee) c.score += addressed;
        if (c.entity == m_lastSpeaker)
            c.score += m_lastSpokeIn + justNow >= sentence ? justSpoke : spokeBefore;
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
    return out;
}

} // namespace quoth

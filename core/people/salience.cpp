#include "core/people/salience.h"

#include "core/document/pair_scores.h"
#include "core/learning/linear_chain.h"
#include "core/people/people_limits.h"
#include "core/word_sets/people.h"

#include <algorithm>
#include <cmath>

namespace quoth {
Gender genderOf(std::string_view pronoun) {
    if (words::femalePronouns.contains(pronoun)) return Gender::Female;
    if (words::malePronouns.contains(pronoun)) return Gender::Male;
    return Gender::Neuter;
}

Salience::Salience(const TokenizedText& text, const Syntax& syntax,
                   const std::vector<NamedMention>& names,
                   const std::vector<QuotedStretch>& stretches, const EntityBuilder& entities,
                   const LogisticModel& weights)
    : m_text(text), m_syntax(syntax), m_stretches(stretches), m_entities(entities),
      m_weights(weights) {
    m_named.reserve(names.size());
    for (std::uint32_t i = 0; i < names.size(); ++i)
        m_named.push_back(placeOf(entities.entityOf(i), names[i].tokens, MentionKind::Name));
}

Salience::Place Salience::placeOf(EntityId entity, IndexRange tokens, MentionKind kind) const {
    return {m_text.spanOf(tokens),
            tokens.begin,
            tokens.end,
            m_syntax.phraseHead(m_syntax.topOf(tokens)),
            m_text.sentenceOf(tokens.begin),
            entity,
            kind};
}

void Salience::refer(EntityId entity, IndexRange tokens, MentionKind kind) {
    m_referred.push_back(placeOf(entity, tokens, kind));
    if (kind == MentionKind::Pronoun)
        m_lastPronoun[static_cast<std::size_t>(genderOf(m_text.tokens[tokens.begin].lower))] =
            entity;
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
    const auto next =
        std::partition_point(m_stretches.begin(), m_stretches.end(),
                             [&](const QuotedStretch& s) { return s.span.begin <= at; });
    if (next == m_stretches.begin()) return false;
    // The last stretch to begin before, and those around it: no other can hold the place.
    const QuotedStretch* q = &*(next - 1);
    while (!q->span.contains(at) && q->parent)
        q = &m_stretches[*q->parent];
    return q->span.contains(at);
}

// “...,” he said: the token where the quote just before `token` begins, which may be sentences ago;
// `token` itself where there is none.
std::uint32_t Salience::beforeQuote(std::uint32_t token) const {
    const auto next =
        std::partition_point(m_stretches.begin(), m_stretches.end(),
                             [&](const QuotedStretch& s) { return s.tokens.begin < token; });
    if (next == m_stretches.begin()) return token;
    const QuotedStretch* q = &*(next - 1);
    while (q->parent)
        q = &m_stretches[*q->parent];
    const bool before =
        q->tokens.end <= token && token - q->tokens.end < people_limits::besideQuote;
    return before ? q->tokens.begin : token;
}

// Collects the candidates of one pronoun and weighs them.
class Salience::Weigher {
public:
    Weigher(const Salience& all, std::uint32_t token, Gender gender, bool plural)
        : m_all(all), m_text(all.m_text), m_syntax(all.m_syntax), m_token(token), m_gender(gender),
          m_plural(plural), m_from(all.beforeQuote(token)),
          m_sentence(all.m_text.sentenceOf(m_from)),
          m_inQuote(all.insideQuote(all.m_text.tokens[token].span.begin)),
          m_encoded(m_text.encoded.of(encoder_task::antecedents,
                                      {0, static_cast<std::uint32_t>(m_text.tokens.size())})) {
        const Relation relation = m_syntax.relationOf(token);
        m_possessive = relation == Relation::NmodPoss;
        m_subject = isSubject(relation) || m_text.tokens[token].pos != Pos::Pron;
    }

    std::vector<PronounCandidate> candidates(std::optional<EntityId> addressee) {
        int visited = 0;
        m_all.eachBefore(m_text.tokens[m_token].span.begin, [&](const Place& place) {
            if (place.sentence + people_limits::pronounReach < m_sentence ||
                ++visited > people_limits::mentionsOfPronoun)
                return false;
            // Who is named in a quote hardly is the one whom the words around it mean.
            const bool quoted = !m_inQuote && m_all.insideQuote(place.span.begin);
            if (place.sentence > m_sentence || quoted || !fits(place)) return true;
            addBefore(place);
            return true;
        });
        const float all = static_cast<float>(std::max(visited, 1));
        for (Counted& c : m_found) {
            at(c, PronounEvidence::Mentions) = std::log(1 + c.mentions);
            at(c, PronounEvidence::Topic) = c.mentions / all;
        }
        addAfter();
        for (Counted& c : m_found)
            weighEntity(c, addressee);
        return ranked();
    }

private:
    struct Counted {
        PronounCandidate candidate;
        float mentions = 0;
        float encoded = 0; // the best that the encoder gives a mention
    };
    static float& at(Counted& c, PronounEvidence name) {
        return c.candidate.evidence[static_cast<std::size_t>(name)];
    }
    static void set(Counted& c, PronounEvidence name, bool holds) {
        if (holds) at(c, name) = 1;
    }

    bool fits(const Place& place) const {
        const DraftEntity& entity = m_all.m_entities.at(place.entity);
        if (m_gender != Gender::Neuter)
            return entity.type == EntityType::Person
                       ? compatible(m_gender, entity.gender)
                       : m_gender == entity.gender && m_gender != Gender::Unknown;
        const bool several = entity.type == EntityType::Group || entity.plural;
        return entity.type == EntityType::Organization || (m_plural && several);
    }

    // Of several, such as "Ann and Tom", each has that of the first.
    Relation relationOf(const Place& place) const {
        std::uint32_t head = place.head;
        while (m_syntax.relationOf(head) == Relation::Conj &&
               m_syntax.nounPhraseOf(m_syntax.headOf(head)))
            head = m_syntax.headOf(head);
        return m_syntax.relationOf(head);
    }
    // How well the pronoun stands for this mention, as the encoder has it; 0 where it did not read
    // the text.
    float encodedScore(const Place& place) const {
        if (m_encoded.empty()) return 0;
        const std::uint32_t head = place.kind == MentionKind::Name ? place.token : place.head;
        return pairScore(m_encoded, m_token, head);
    }
    // In one clause, or in one joined to it that shares its subject: "Ann came and sold her house".
    bool sharesClause(const Place& place) const {
        const Clause *theirs = m_syntax.clauseAt(place.head), *own = m_syntax.clauseAt(m_token);
        while (own && own != theirs && own->sharesSubject && own->parent)
            own = &m_syntax.clauses()[*own->parent];
        return own == theirs;
    }

    void addBefore(const Place& place) {
        const auto known = std::find_if(m_found.begin(), m_found.end(), [&](const Counted& c) {
            return c.candidate.entity == place.entity;
        });
        if (known != m_found.end()) {
            ++known->mentions;
            known->encoded = std::max(known->encoded, encodedScore(place));
            return;
        }
        using E = PronounEvidence;
        Counted c;
        c.encoded = encodedScore(place);
        c.candidate.entity = place.entity;
        c.mentions = 1;
        const std::uint32_t back = m_sentence - place.sentence;
        set(c,
            back == 0   ? E::SameSentence
            : back == 1 ? E::OneSentenceBack
            : back == 2 ? E::TwoSentencesBack
            : back == 3 ? E::ThreeSentencesBack
                        : E::FurtherBack,
            true);
        at(c, E::Distance) =
            std::log(static_cast<float>(m_from - std::min(m_from, place.token) + 1));
        set(c, E::AsNoun, place.kind == MentionKind::Noun);
        set(c, E::AsPronoun, place.kind == MentionKind::Pronoun);
        const Relation relation = relationOf(place);
        const bool possessor = relation == Relation::NmodPoss;
        const bool subject = isSubject(relation);
        const bool preposition = m_syntax.dependent(place.head, Relation::Case) && !possessor;
        const bool object = relation == Relation::Obj || relation == Relation::Iobj;
        set(c, E::Subject, subject);
        set(c, E::Possessor, possessor);
        set(c, E::PrepositionObject, preposition);
        set(c, E::VerbObject, object);
        set(c, E::BothSubjects, subject && m_subject);
        set(c, E::SubjectHere, subject && back == 0);
        set(c, E::SubjectBefore, subject && back == 1);
        set(c, E::MainSubject, subject && m_syntax.isRoot(m_syntax.headOf(place.head)));
        set(c, E::LatestSubject, subject && !m_subjectSeen);
        m_subjectSeen = m_subjectSeen || subject;
        set(c, E::AndPossessive,
            m_possessive && place.end + 1 == m_token && m_text.tokens[place.end].lower == "and");
        const bool pronounObject = !m_subject && !m_possessive;
        if (back == 0) {
            const bool same = sharesClause(place);
            set(c, E::SameClause, same);
            set(c, E::OtherClause, !same);
            set(c, E::PossessiveAfterSubject, m_possessive && subject);
            set(c, E::ObjectAfterSubject, pronounObject && subject && same);
        } else
            set(c, E::SubjectBeforeOpensSentence,
                back == 1 && subject && m_token < m_text.sentences[m_sentence].tokens.begin + 2);
        set(c, E::ObjectAfterPreposition, pronounObject && preposition);
        set(c, E::Latest, m_found.empty());
        set(c, E::SecondLatest, m_found.size() == 1);
        set(c, E::Coordinated,
            relation == Relation::Conj ||
                m_syntax.dependent(place.head, Relation::Conj).has_value());
        set(c, E::Bracketed, place.token > 0 && m_text.word(place.token - 1) == "(");
        m_found.push_back(std::move(c));
    }

    // Those named after the pronoun in its sentence: "In his speech Mr Lee said".
    void addAfter() {
        using E = PronounEvidence;
        const std::uint32_t begin = m_text.tokens[m_token].span.end;
        for (std::size_t n = m_all.namesBefore(begin); n < m_all.m_named.size(); ++n) {
            const Place& place = m_all.m_named[n];
            if (place.span.begin < begin) continue;
            if (place.sentence != m_sentence) return;
            if (!fits(place)) continue;
            auto c = std::find_if(m_found.begin(), m_found.end(), [&](const Counted& other) {
                return other.candidate.entity == place.entity;
            });
            if (c == m_found.end()) {
                Counted made;
                made.candidate.entity = place.entity;
                set(made, E::After, true);
                set(made, E::AfterPossessive, m_possessive);
                at(made, E::Distance) = std::log(static_cast<float>(place.token - m_token + 1));
                made.encoded = encodedScore(place);
                c = m_found.insert(m_found.end(), std::move(made));
            }
            c->encoded = std::max(c->encoded, encodedScore(place));
            const bool fronted = isSubject(relationOf(place)) &&
                                 m_syntax.isUnder(m_token, m_syntax.headOf(place.head));
            set(*c, E::FrontedSubject, fronted);
            const bool beside = m_possessive && m_syntax.headOf(m_token) == place.head;
            set(*c, E::NamedBeside, beside);
        }
    }

    void weighEntity(Counted& c, std::optional<EntityId> addressee) const {
        using E = PronounEvidence;
        const DraftEntity& entity = m_all.m_entities.at(c.candidate.entity);
        const std::uint32_t first =
            entity.mentions.empty() ? m_token : m_text.tokenAt(entity.mentions.front().span.begin);
        const std::uint32_t sentence = m_text.sentenceOf(
            std::min(first, static_cast<std::uint32_t>(m_text.tokens.size()) - 1));
        set(c, E::NamedFirst,
            sentence == 0 ||
                m_text.blocks[m_text.sentences[sentence].block].kind == BlockKind::Headline);
        at(c, E::NamedInAll) = std::log(1 + static_cast<float>(entity.names));
        const auto& last = m_all.m_lastPronoun[static_cast<std::size_t>(m_gender)];
        set(c, E::LastPronoun, last == c.candidate.entity);
        set(c, E::FullName, entity.words.size() > 1);
        set(c, E::KnownMale, entity.gender == m_gender && m_gender == Gender::Male);
        set(c, E::KnownFemale, entity.gender == m_gender && m_gender == Gender::Female);
        if (entity.gender == Gender::Unknown &&
            (m_gender == Gender::Female || m_gender == Gender::Male)) {
            const std::size_t own = m_gender == Gender::Male;
            at(c, E::PronounsAgree) = std::log(1 + static_cast<float>(entity.pronouns[own]));
            at(c, E::PronounsDiffer) = std::log(1 + static_cast<float>(entity.pronouns[1 - own]));
        }
        const bool spoke = c.candidate.entity == m_all.m_lastSpeaker;
        const bool just =
            spoke && m_all.m_lastSpokeIn + people_limits::lastSpokeReach >= m_sentence;
        set(c, E::JustSpoke, just && !m_inQuote);
        set(c, E::SpokeBefore, spoke && !just);
        set(c, E::PronounInQuote, just && m_inQuote);
        set(c, E::NotAsPerson, entity.type != EntityType::Person && m_gender != Gender::Neuter);
        set(c, E::SpokenTo, c.candidate.entity == addressee);
        set(c, E::Organization, entity.type == EntityType::Organization && !m_plural);
        set(c, E::OrganizationPlural, entity.type == EntityType::Organization && m_plural);
    }

    std::vector<PronounCandidate> ranked() {
        std::vector<PronounCandidate> out;
        float most = 0;
        for (Counted& c : m_found) {
            c.candidate.score = m_all.m_weights.score(c.candidate.evidence);
            c.candidate.score += people_limits::encoderShare * c.encoded;
            most = out.empty() ? c.candidate.score : std::max(most, c.candidate.score);
            out.push_back(c.candidate);
        }
        float sum = 0;
        for (PronounCandidate& c : out)
            sum += c.probability = expOf(c.score - most);
        for (PronounCandidate& c : out)
            c.probability /= sum;
        std::stable_sort(out.begin(), out.end(),
                         [](const auto& a, const auto& b) { return a.score > b.score; });
        return out;
    }

    const Salience& m_all;
    const TokenizedText& m_text;
    const Syntax& m_syntax;
    const std::uint32_t m_token;
    const Gender m_gender;
    const bool m_plural;
    const std::uint32_t m_from; // where its sentence begins to look back, past a quote before it
    const std::uint32_t m_sentence;
    const bool m_inQuote;
    const std::span<const float> m_encoded; // the pairs of all tokens; empty where it did not read
    bool m_possessive = false, m_subject = false; // the pronoun
    bool m_subjectSeen = false;                   // among the mentions so far
    std::vector<Counted> m_found;                 // latest first
};

std::vector<PronounCandidate> Salience::ranked(std::uint32_t token, Gender gender, bool plural,
                                               std::optional<EntityId> addressee) const {
    return Weigher(*this, token, gender, plural).candidates(addressee);
}

} // namespace quoth

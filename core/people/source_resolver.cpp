#include "core/people/source_resolver.h"

#include "core/support/unicode.h"
#include "core/support/word_set.h"

#include <algorithm>

namespace quoth {
namespace {

// Pronouns that name nobody in particular.
constexpr WordSet indefinite({"anybody", "anyone", "everybody", "everyone", "i", "neither",
                              "nobody", "none", "one", "somebody", "someone", "that", "this", "we",
                              "what", "which", "who", "you"});

// How many mentions back a role or pronoun may refer.
constexpr int farthestRole = 400;
constexpr std::uint32_t pronounWindow = 12; // sentences

bool contains(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

Gender genderOf(std::string_view pronoun) {
    constexpr WordSet female({"her", "hers", "herself", "she"});
    constexpr WordSet male({"he", "him", "himself", "his"});
    if (female.contains(pronoun)) return Gender::Female;
    if (male.contains(pronoun)) return Gender::Male;
    return Gender::Neuter;
}

bool isPlural(std::string_view pronoun) {
    constexpr WordSet words({"their", "theirs", "them", "themselves", "they"});
    return words.contains(pronoun);
}

} // namespace

SourceResolver::SourceResolver(const TokenizedText& text, const std::vector<NamedMention>& names,
                               const std::vector<QuotedStretch>& stretches,
                               const NounClasses& nouns, EntityBuilder& entities)
    : m_text(text), m_names(names), m_stretches(stretches), m_classes(nouns), m_entities(entities) {
    m_firstVerb.reserve(text.sentences.size());
    for (const Sentence& sentence : text.sentences) {
        std::uint32_t i = sentence.tokens.begin;
        while (i < sentence.tokens.end && text.tokens[i].pos != Pos::Verb &&
               text.tokens[i].pos != Pos::Aux)
            ++i;
        m_firstVerb.push_back(i);
    }
}

void SourceResolver::refer(EntityId entity, Span span, MentionKind kind) {
    m_entities.addMention(entity, span, kind);
    m_referred.push_back({span, entity, kind});
}

template <class Visit>
void SourceResolver::eachBefore(std::uint32_t at, Visit visit) const {
    auto name = static_cast<std::size_t>(
        std::partition_point(m_names.begin(), m_names.end(),
                             [&](const NamedMention& n) { return n.span.end <= at; }) -
        m_names.begin());
    std::size_t referred = m_referred.size();
    while (name > 0 || referred > 0) {
        if (referred > 0 && m_referred[referred - 1].span.end > at) {
            --referred;
            continue;
        }
        const bool takeName =
            name > 0 &&
            (referred == 0 || m_names[name - 1].span.begin >= m_referred[referred - 1].span.begin);
        if (takeName) {
            --name;
            if (!visit(Place{m_names[name].span,
                             m_entities.entityOf(static_cast<std::uint32_t>(name)),
                             MentionKind::Name}))
                return;
        } else if (!visit(m_referred[--referred]))
            return;
    }
}

void SourceResolver::spoke(EntityId speaker, std::uint32_t at) {
    m_lastSpeaker = speaker;
    m_lastSpokeAt = at;
}

bool SourceResolver::insideQuote(std::uint32_t at) const {
    const auto it =
        std::partition_point(m_stretches.begin(), m_stretches.end(),
                             [&](const QuotedStretch& q) { return q.span.begin <= at; });
    for (auto q = it; q != m_stretches.begin();) {
        --q;
        if (q->span.contains(at)) return true;
        if (q->depth == 0) return false;
    }
    return false;
}

std::string SourceResolver::lemmaOf(std::uint32_t token) const {
    const Token& t = m_text.tokens[token];
    return t.lemma.empty() ? t.lower : toLower(t.lemma);
}

// The name that heads the phrase: not a possessor, not inside a prepositional phrase; people before
// organisations before places, and of several in one compound the last ("UN envoy Ali Khan").
std::optional<std::uint32_t> SourceResolver::headName(IndexRange tokens) const {
    const auto first =
        std::partition_point(m_names.begin(), m_names.end(),
                             [&](const NamedMention& n) { return n.tokens.end <= tokens.begin; });
    std::optional<std::uint32_t> best;
    int bestRank = 0;
    bool apposition = false;                  // past the first comma
    std::optional<std::uint32_t> preposition; // the latest one since the last comma
    std::uint32_t i = tokens.begin;
    for (auto it = first; it != m_names.end() && it->tokens.begin < tokens.end; ++it) {
        for (; i < it->tokens.begin; ++i) {
            const Token& t = m_text.tokens[i];
            if (t.lower == "," || t.lower == "(") {
                apposition = true;
                preposition.reset();
            } else if (t.pos == Pos::Adp && i > tokens.begin)
                preposition = i;
        }
        const std::uint32_t next = it->tokens.end;
        const bool inside = next < tokens.end;
        const bool possessive = inside && (m_text.tokens[next].tag == FineTag::POS ||
                                           m_text.tokens[next].lower == "'s");
        // A place or organisation before a noun only modifies it ("Kremlin spokesman"), unless the
        // noun says what it is ("Sabah newspaper").
        std::uint32_t noun = next;
        while (noun < tokens.end && m_text.tokens[noun].pos == Pos::Adj)
            ++noun;
        const bool modifier = it->type != EntityType::Person && noun < tokens.end &&
                              m_text.tokens[noun].pos == Pos::Noun &&
                              !(noun == next && it->type != EntityType::Other &&
                                m_classes.is(lemmaOf(noun), NounClasses::Organization));
        // "minister of intelligence Ali Khan": the post's object ends before the name.
        const bool holder = preposition && it->type == EntityType::Person &&
                            *preposition > tokens.begin &&
                            m_classes.is(lemmaOf(*preposition - 1), NounClasses::Post) &&
                            *preposition + 1 < it->tokens.begin;
        if (possessive || modifier || (preposition && !holder)) continue;
        const int rank = (it->type == EntityType::Person         ? 30
                          : it->type == EntityType::Organization ? 20
                                                                 : 10) -
                         (apposition ? 5 : 0);
        if (!best || rank > bestRank || (rank == bestRank && !apposition)) {
            best = static_cast<std::uint32_t>(it - m_names.begin());
            bestRank = rank;
        }
    }
    return best;
}

// "the Defence Ministry and Coast Guard", "lawyers and Amnesty International": several speak as
// one.
bool SourceResolver::isCoordination(IndexRange tokens, std::uint32_t name) const {
    const IndexRange& own = m_names[name].tokens;
    const auto isAnd = [&](std::uint32_t i) {
        return tokens.contains(i) && m_text.tokens[i].lower == "and";
    };
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i)
        if (m_text.word(i) == "," || m_text.word(i) == "(") return false;
    if (own.begin > tokens.begin && isAnd(own.begin - 1)) return true;
    return isAnd(own.end) && own.end + 1 < tokens.end;
}

IndexRange SourceResolver::withoutDeterminer(IndexRange tokens) const {
    while (tokens.size() > 1) {
        const Token& t = m_text.tokens[tokens.begin];
        const bool article = t.lower == "the" || t.lower == "a" || t.lower == "an" ||
                             t.lower == "some" || t.lower == "one";
        if (!article) break;
        ++tokens.begin;
    }
    return tokens;
}

// The head of a noun phrase without a name: the last noun before a comma, preposition or clause.
std::uint32_t SourceResolver::headNoun(IndexRange tokens) const {
    std::uint32_t head = tokens.begin;
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
        const Token& t = m_text.tokens[i];
        if (t.kind == TokenKind::Punctuation && i > tokens.begin) break;
        if (t.tag == FineTag::POS) continue;
        if (i > tokens.begin && (t.pos == Pos::Adp || t.pos == Pos::Verb) &&
            m_text.tokens[head].pos != Pos::Det)
            break;
        if (t.pos == Pos::Noun || t.pos == Pos::Propn || t.pos == Pos::Pron || t.pos == Pos::Adj ||
            t.pos == Pos::Num)
            head = i;
    }
    return head;
}

Resolved SourceResolver::resolve(Span source, std::optional<EntityId> addressee) {
    const IndexRange tokens = m_text.tokensIn(source);
    Resolved out;
    if (tokens.empty()) return out;
    if (tokens.size() <= 2 && m_text.tokens[tokens.begin].pos == Pos::Pron) {
        const std::string& word = m_text.tokens[tokens.begin].lower;
        if (word == "he" || word == "she" || word == "they" || word == "it") {
            out = byPronoun(tokens.begin, addressee);
            if (out.speaker)
                refer(*out.speaker, m_text.spanOf({tokens.begin, tokens.begin + 1}),
                      MentionKind::Pronoun);
            return out;
        }
    }
    if (m_text.tokens[tokens.begin].lower == "who" || m_text.tokens[tokens.begin].lower == "which")
        return byRelative(tokens.begin);
    if (const auto name = headName(tokens)) {
        if (isCoordination(tokens, *name)) {
            out.speaker = nounEntity(tokens, m_names[*name].tokens.begin);
            m_entities.at(*out.speaker).type = EntityType::Group;
            out.confidence = 0.8F;
            out.why.push_back({ReasonStep::Source, std::string(m_text.slice(source)), source});
            refer(*out.speaker, m_text.spanOf(withoutDeterminer(tokens)), MentionKind::Noun);
            return out;
        }
        const EntityId id = m_entities.entityOf(*name);
        const std::string written(m_text.slice(m_names[*name].span));
        out.speaker = id;
        out.confidence = 0.95F;
        out.why.push_back({ReasonStep::Source, std::string(m_text.slice(source)), source});
        if (written != m_entities.at(id).name)
            out.why.push_back(
                {ReasonStep::Alias, m_entities.at(id).name, m_entities.firstMention(id)});
        return out;
    }
    return byDescription(tokens);
}

std::optional<EntityId> SourceResolver::named(Span span) {
    const IndexRange tokens = m_text.tokensIn(span);
    if (tokens.empty()) return std::nullopt;
    if (const auto name = headName(tokens)) return m_entities.entityOf(*name);
    return std::nullopt;
}

// Descriptions without a name of their own: "the department", "the minister", "police", "a
// resident".
Resolved SourceResolver::byDescription(IndexRange tokens) {
    Resolved out;
    const Span span = m_text.spanOf(tokens);
    const std::uint32_t head = headNoun(tokens);
    const Token& noun = m_text.tokens[head];
    const std::string lemma = lemmaOf(head);
    const std::string& first = m_text.tokens[tokens.begin].lower;
    const bool definite = first == "the" || first == "this" || first == "that" || first == "his" ||
                          first == "her" || first == "its" || first == "their";
    const bool plural = noun.tag == FineTag::NNS || noun.tag == FineTag::NNPS;
    out.why.push_back({ReasonStep::Source, std::string(m_text.slice(span)), span});

    if (m_classes.is(lemma, NounClasses::Document))
        if (const auto who = author(tokens, head, lemma)) {
            out.speaker = who;
            out.confidence = 0.75F;
            out.why.push_back(
                {ReasonStep::Role, m_entities.at(*who).name, m_entities.firstMention(*who)});
            return out;
        }

    if (definite && !plural) {
        // A role or a kind of organisation that the article tied to a name before; the nearest one
        // wins.
        std::optional<EntityId> best, second;
        int seen = 0;
        eachBefore(span.begin, [&](const Place& place) {
            const DraftEntity& entity = m_entities.at(place.entity);
            const bool fits =
                entity.type == EntityType::Person
                    ? m_classes.is(lemma, NounClasses::Someone) || contains(entity.roles, lemma)
                : entity.type == EntityType::Organization
                    ? m_classes.is(lemma, NounClasses::SomeBody) || contains(entity.words, lemma)
                    : false;
            if (fits && !best)
                best = place.entity;
            else if (fits && place.entity != *best)
                second = place.entity;
            return !second && ++seen < farthestRole;
        });
        bool guessed = false;
        if (!best && m_classes.is(lemma, NounClasses::Office)) {
            // Nobody was called so: whom the article is about.
            const auto list = ranked(head, Gender::Unknown, false, std::nullopt);
            if (!list.empty()) best = list[0].entity;
            if (list.size() > 1) second = list[1].entity;
            guessed = best.has_value();
        }
        if (best) {
            out.speaker = best;
            out.runnerUp = second;
            out.confidence = guessed ? 0.55F : 0.75F;
            out.why.push_back(
                {ReasonStep::Role, m_entities.at(*best).name, m_entities.firstMention(*best)});
            refer(*best, span, MentionKind::Noun);
            return out;
        }
    }
    if (indefinite.contains(noun.lower)) return out;
    if (noun.pos == Pos::Det || noun.pos == Pos::Adp || noun.kind == TokenKind::Punctuation)
        return out;
    out.speaker = nounEntity(tokens, head);
    out.confidence = 0.85F;
    refer(*out.speaker, m_text.spanOf(withoutDeterminer(tokens)), MentionKind::Noun);
    return out;
}

// "Modi's letter", "a report by Amnesty", and "the letter" after them: the owner or author speaks.
// A document that is not somebody's yet is the last speaker's.
std::optional<EntityId> SourceResolver::author(IndexRange tokens, std::uint32_t head,
                                               std::string_view noun) {
    auto n = static_cast<std::uint32_t>(
        std::partition_point(m_names.begin(), m_names.end(),
                             [&](const NamedMention& m) { return m.tokens.begin < tokens.begin; }) -
        m_names.begin());
    for (; n < m_names.size() && m_names[n].tokens.begin < tokens.end; ++n) {
        const NamedMention& name = m_names[n];
        if (name.type == EntityType::Other) continue;
        const bool owner = name.tokens.end <= head;
        bool by = false; // "by the", "from", within a few words before the name
        for (std::uint32_t i = name.tokens.begin; i > head + 1 && name.tokens.begin - i < 3; --i)
            by = by || m_text.tokens[i - 1].lower == "by" || m_text.tokens[i - 1].lower == "from";
        if (!owner && !by) continue;
        const EntityId who = m_entities.entityOf(n);
        m_authors[std::string(noun)] = who;
        return who;
    }
    const std::string& first = m_text.tokens[tokens.begin].lower;
    const bool known = first == "the" || first == "this" || first == "his" || first == "her" ||
                       first == "its" || first == "their";
    if (!known) return std::nullopt;
    if (const auto it = m_authors.find(std::string(noun)); it != m_authors.end()) return it->second;
    return first == "the" ? std::nullopt : m_lastSpeaker;
}

// "who added that": the person named or described just before.
Resolved SourceResolver::byRelative(std::uint32_t token) {
    Resolved out;
    const Span span = m_text.tokens[token].span;
    out.why.push_back({ReasonStep::Source, std::string(m_text.slice(span)), span});
    const Span sentence = m_text.sentences[m_text.sentenceOf(token)].span;
    eachBefore(span.begin, [&](const Place& place) {
        if (place.span.begin < sentence.begin) return false;
        const EntityType type = m_entities.at(place.entity).type;
        if (type == EntityType::Place || type == EntityType::Other) return true;
        out.speaker = place.entity;
        return false;
    });
    if (!out.speaker) return out;
    out.confidence = 0.8F;
    out.why.push_back({ReasonStep::Pronoun, m_entities.at(*out.speaker).name,
                       m_entities.firstMention(*out.speaker)});
    return out;
}

// An unnamed source is an entity of its own; the same words (or the same head, when definite) mean
// it again.
EntityId SourceResolver::nounEntity(IndexRange tokens, std::uint32_t head) {
    const IndexRange phrase = withoutDeterminer(tokens);
    const std::string written(m_text.slice(m_text.spanOf(phrase)));
    const std::string key = toLower(written);
    if (const auto it = m_nouns.find(key); it != m_nouns.end()) return it->second;
    const Token& noun = m_text.tokens[head];
    const std::string lemma = lemmaOf(head);
    // "the official" after "a senior official in the delegation": the latest of that kind.
    const bool bare = m_text.tokens[tokens.begin].lower == "the" && phrase.size() == 1;
    if (const auto it = m_nounsByHead.find(lemma); bare && it != m_nounsByHead.end())
        return it->second;
    DraftEntity entity;
    entity.plural = noun.tag == FineTag::NNS || noun.tag == FineTag::NNPS || lemma == "police" ||
                    lemma == "people";
    entity.type = m_classes.is(lemma, NounClasses::Organization) ? EntityType::Organization
                  : entity.plural                                ? EntityType::Group
                  : m_classes.is(lemma, NounClasses::Person)     ? EntityType::Person
                                                                 : EntityType::Other;
    // A role phrase at the sentence's start is not a proper name: its first letter is only the
    // sentence's.
    entity.name = written;
    if (!tokens.empty() &&
        phrase.begin == m_text.sentences[m_text.sentenceOf(tokens.begin)].tokens.begin &&
        m_text.tokens[phrase.begin].pos != Pos::Propn && !isAllCaps(m_text.word(phrase.begin)))
        entity.name =
            toLower(m_text.word(phrase.begin)) + written.substr(m_text.word(phrase.begin).size());
    entity.words = nameWords(written);
    const EntityId id = m_entities.add(std::move(entity));
    m_nouns.emplace(key, id);
    m_nounsByHead[lemma] = id;
    return id;
}

// How much a mention stands out for a pronoun in `sentence`: near, a subject, not a possessor or
// the object of a preposition.
float SourceResolver::salience(const Place& mention, std::uint32_t sentence) const {
    const std::uint32_t at = m_text.tokenAt(mention.span.begin);
    const std::uint32_t in = m_text.sentenceOf(at);
    float score = 10.0F - 2.0F * static_cast<float>(sentence - in);
    if (at <= m_firstVerb[in]) score += 3.0F; // its subject, or part of it
    const std::uint32_t after = m_text.tokenAt(mention.span.end);
    if (after < m_text.tokens.size() && m_text.tokens[after].tag == FineTag::POS) score -= 1.5F;
    if (at > 0 && m_text.tokens[at - 1].pos == Pos::Adp) score -= 1.0F;
    if (mention.kind == MentionKind::Pronoun) score += 1.0F;
    return score;
}

std::vector<SourceResolver::Candidate>
SourceResolver::candidates(std::uint32_t token, Gender gender, bool plural) const {
    std::vector<Candidate> out;
    const std::uint32_t sentence = m_text.sentenceOf(token);
    const std::uint32_t from =
        m_text.sentences[sentence > pronounWindow ? sentence - pronounWindow : 0].span.begin;
    eachBefore(m_text.tokens[token].span.begin, [&](const Place& place) {
        if (place.span.begin < from) return false;
        const DraftEntity& entity = m_entities.at(place.entity);
        if (gender == Gender::Neuter) {
            const bool several = entity.type == EntityType::Group || entity.plural;
            if (entity.type != EntityType::Organization && !(plural && several)) return true;
        } else if (entity.type != EntityType::Person ||
                   (gender != Gender::Unknown && entity.gender != Gender::Unknown &&
                    entity.gender != gender))
            return true;
        if (insideQuote(place.span.begin)) return true;
        const float score = salience(place, sentence) + (entity.gender == gender ? 1.0F : 0.0F);
        const auto known = std::find_if(
            out.begin(), out.end(), [&](const Candidate& c) { return c.entity == place.entity; });
        if (known == out.end())
            out.push_back({place.entity, score});
        else
            known->score = std::max(known->score, score);
        return true;
    });
    return out;
}

// Candidates by falling score; who spoke last is the likeliest, who is spoken to the least.
std::vector<SourceResolver::Candidate>
SourceResolver::ranked(std::uint32_t token, Gender gender, bool plural,
                       std::optional<EntityId> addressee) const {
    auto list = candidates(token, gender, plural);
    const std::uint32_t sentence = m_text.sentenceOf(token);
    for (Candidate& c : list) {
        if (addressee && c.entity == *addressee) c.score -= 8.0F;
        if (m_lastSpeaker && c.entity == *m_lastSpeaker) {
            const std::uint32_t spokeIn =
                m_text.sentenceOf(std::min(m_text.tokenAt(m_lastSpokeAt),
                                           static_cast<std::uint32_t>(m_text.tokens.size()) - 1));
            c.score += sentence - std::min(sentence, spokeIn) <= 4 ? 4.0F : 1.0F;
        }
    }
    std::stable_sort(list.begin(), list.end(),
                     [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
    return list;
}

Resolved SourceResolver::byPronoun(std::uint32_t token, std::optional<EntityId> addressee) {
    Resolved out;
    const Token& word = m_text.tokens[token];
    const Gender gender = genderOf(word.lower);
    const bool plural = isPlural(word.lower);
    const auto list = ranked(token, gender, plural, addressee);
    const Span span = word.span;
    out.why.push_back({ReasonStep::Source, std::string(m_text.slice(span)), span});
    if (list.empty()) return out;
    out.speaker = list[0].entity;
    if (list.size() > 1) out.runnerUp = list[1].entity;
    out.confidence = list.size() == 1 || list[0].score - list[1].score > 3 ? 0.85F : 0.65F;
    DraftEntity& entity = m_entities.at(list[0].entity);
    if (entity.gender == Gender::Unknown && gender != Gender::Neuter) entity.gender = gender;
    out.why.push_back({ReasonStep::Pronoun, entity.name, m_entities.firstMention(list[0].entity)});
    return out;
}

void SourceResolver::readPronounsTo(std::uint32_t at) {
    for (; m_nextToken < m_text.tokens.size() && m_text.tokens[m_nextToken].span.begin < at;
         ++m_nextToken) {
        if (genderOf(m_text.tokens[m_nextToken].lower) == Gender::Neuter) continue;
        const auto who = byPronoun(m_nextToken, std::nullopt).speaker;
        if (who) refer(*who, m_text.tokens[m_nextToken].span, MentionKind::Pronoun);
    }
}

} // namespace quoth

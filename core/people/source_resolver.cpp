#include "core/people/source_resolver.h"

#include "core/support/unicode.h"
#include "core/support/word_set.h"

#include <algorithm>

namespace quoth {
namespace {

// Nouns for what somebody wrote or published: "Modi's letter said" is Modi speaking.
constexpr WordSet documentNouns({"account", "article", "column", "document", "email", "estimate",
                                 "filing", "lawsuit", "letter", "message", "note", "office", "post",
                                 "report", "speech", "statement", "study", "tweet"});

// Common nouns that stand for an organisation named before.
constexpr WordSet organizationNouns(
    {"administration", "agency",       "airline",      "archive",    "army",       "association",
     "authority",      "bank",         "body",         "bureau",     "campaign",   "charity",
     "club",           "coalition",    "commission",   "committee",  "company",    "corporation",
     "council",        "court",        "department",   "embassy",    "federation", "firm",
     "force",          "foundation",   "government",   "group",      "guard",      "hospital",
     "institute",      "magazine",     "ministry",     "movement",   "network",    "newspaper",
     "office",         "organisation", "organization", "parliament", "party",      "police",
     "school",         "society",      "union",        "university"});
// Of these, the ones that any organisation may be called.
constexpr WordSet anyOrganization({"agency", "association", "body", "company", "firm", "group",
                                   "institution", "network", "organisation", "organization"});

// Nouns for people at large that refer to a person named before when definite.
constexpr WordSet anyPerson({"actor",  "actress",  "athlete",    "author",  "boy",     "captain",
                             "coach",  "defender", "father",     "forward", "girl",    "lawyer",
                             "man",    "manager",  "midfielder", "mother",  "player",  "politician",
                             "singer", "star",     "striker",    "suspect", "veteran", "woman"});

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
                               const std::vector<QuotedStretch>& stretches, EntityBuilder& entities)
    : m_text(text), m_names(names), m_stretches(stretches), m_entities(entities) {}

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

// The name that heads the phrase: not a possessor, not inside a prepositional phrase, people before
// organisations before places.
std::optional<std::uint32_t> SourceResolver::headName(IndexRange tokens) const {
    const auto first =
        std::partition_point(m_names.begin(), m_names.end(),
                             [&](const NamedMention& n) { return n.tokens.end <= tokens.begin; });
    std::optional<std::uint32_t> best;
    int bestRank = 0;
    std::uint32_t lastComma = tokens.begin;
    std::optional<std::uint32_t> preposition; // the latest one since the last comma
    std::uint32_t i = tokens.begin;
    for (auto it = first; it != m_names.end() && it->tokens.begin < tokens.end; ++it) {
        for (; i < it->tokens.begin; ++i) {
            const Token& t = m_text.tokens[i];
            if (t.lower == "," || t.lower == "(") {
                lastComma = i;
                preposition.reset();
            } else if (t.pos == Pos::Adp && i > lastComma)
                preposition = i;
        }
        const bool possessor =
            it->tokens.end < tokens.end && m_text.tokens[it->tokens.end].tag == FineTag::POS;
        const bool possessive = possessor || (it->tokens.end < tokens.end &&
                                              (m_text.tokens[it->tokens.end].lower == "'s" ||
                                               m_text.tokens[it->tokens.end].lower == "’s"));
        // "the statement" follows a place or organisation that only modifies it: "Kremlin
        // spokesman".
        const bool modifier = it->type != EntityType::Person && it->tokens.end < tokens.end &&
                              m_text.tokens[it->tokens.end].pos == Pos::Noun;
        if (possessive || modifier || preposition) continue;
        const int rank = (it->type == EntityType::Person         ? 30
                          : it->type == EntityType::Organization ? 20
                                                                 : 10) -
                         (lastComma > tokens.begin ? 5 : 0);
        if (!best || rank > bestRank) {
            best = static_cast<std::uint32_t>(it - m_names.begin());
            bestRank = rank;
        }
    }
    return best;
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
                m_entities.addMention(*out.speaker, m_text.spanOf({tokens.begin, tokens.begin + 1}),
                                      MentionKind::Pronoun);
            return out;
        }
    }
    if (const auto name = headName(tokens)) {
        const EntityId id = m_entities.entityOf(*name);
        const std::string written(m_text.slice(m_names[*name].span));
        out.speaker = id;
        out.confidence = 0.95F;
        out.why.push_back({ReasonStep::Source, std::string(m_text.slice(source)), source});
        if (written != m_entities.at(id).name)
            out.why.push_back({ReasonStep::Alias, m_entities.at(id).name,
                               m_entities.at(id).mentions.front().span});
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
    const std::string lemma = noun.lemma.empty() ? noun.lower : toLower(noun.lemma);
    const std::string& first = m_text.tokens[tokens.begin].lower;
    const bool definite = first == "the" || first == "this" || first == "that" || first == "his" ||
                          first == "her" || first == "its" || first == "their";
    const bool plural = noun.tag == FineTag::NNS || noun.tag == FineTag::NNPS;
    out.why.push_back({ReasonStep::Source, std::string(m_text.slice(span)), span});

    // "Modi's letter", "a report by Amnesty": the owner or author speaks.
    if (documentNouns.contains(lemma))
        for (std::uint32_t n = 0; n < m_names.size(); ++n) {
            const NamedMention& name = m_names[n];
            if (name.tokens.begin < tokens.begin) continue;
            if (name.tokens.begin >= tokens.end) break;
            const bool owner = name.tokens.end <= head;
            const bool author =
                name.tokens.begin > head &&
                (m_text.tokens[name.tokens.begin - 1].lower == "by" ||
                 m_text.tokens[name.tokens.begin - 1].lower == "from" ||
                 (name.tokens.begin >= 2 && m_text.tokens[name.tokens.begin - 2].lower == "by"));
            if (!owner && !author) continue;
            if (name.type == EntityType::Other) continue;
            out.speaker = m_entities.entityOf(n);
            out.confidence = 0.75F;
            out.why.push_back({ReasonStep::Role, m_entities.at(*out.speaker).name, name.span});
            return out;
        }

    if (definite && !plural) {
        // A role or a kind of organisation that the article tied to a name before; the nearest one
        // wins.
        std::optional<EntityId> best, second;
        std::uint32_t bestAt = 0;
        for (std::uint32_t e = 0; e < m_entities.entities().size(); ++e) {
            const DraftEntity& entity = m_entities.entities()[e];
            if (entity.mentions.empty()) continue;
            bool fits = false;
            if (entity.type == EntityType::Person)
                fits = std::find(entity.roles.begin(), entity.roles.end(), lemma) !=
                           entity.roles.end() ||
                       anyPerson.contains(lemma);
            else if (entity.type == EntityType::Organization)
                fits = std::find(entity.words.begin(), entity.words.end(), lemma) !=
                           entity.words.end() ||
                       anyOrganization.contains(lemma);
            if (!fits) continue;
            std::uint32_t at = 0; // its latest mention before
            for (const Mention& m : entity.mentions)
                if (m.span.begin < span.begin) at = std::max(at, m.span.begin + 1);
            if (at == 0) continue;
            if (!best || at > bestAt) {
                second = best;
                best = makeId<EntityTag>(e);
                bestAt = at;
            } else if (!second)
                second = makeId<EntityTag>(e);
        }
        if (best) {
            out.speaker = best;
            out.runnerUp = second;
            out.confidence = 0.75F;
            out.why.push_back({ReasonStep::Role, m_entities.at(*best).name,
                               m_entities.at(*best).mentions.front().span});
            m_entities.addMention(*best, span, MentionKind::Noun);
            return out;
        }
    }
    out.speaker = nounEntity(tokens, head);
    out.confidence = 0.85F;
    m_entities.addMention(*out.speaker, m_text.spanOf(withoutDeterminer(tokens)),
                          MentionKind::Noun);
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
    const std::string lemma = noun.lemma.empty() ? noun.lower : toLower(noun.lemma);
    if (m_text.tokens[tokens.begin].lower == "the")
        for (const auto& [phraseBefore, id] : m_nouns)
            if (phraseBefore.size() > key.size() && phraseBefore.ends_with(' ' + key)) return id;
    DraftEntity entity;
    entity.plural = noun.tag == FineTag::NNS || noun.tag == FineTag::NNPS || lemma == "police" ||
                    lemma == "people";
    entity.type = entity.plural ? EntityType::Group
                  : organizationNouns.contains(lemma) || documentNouns.contains(lemma)
                      ? EntityType::Organization
                      : EntityType::Person;
    if (documentNouns.contains(lemma)) entity.type = EntityType::Other;
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
    return id;
}

float SourceResolver::salience(const Mention& mention, std::uint32_t token,
                               std::uint32_t sentence) const {
    const std::uint32_t at = m_text.tokenAt(mention.span.begin);
    const std::uint32_t in = m_text.sentenceOf(at);
    const auto distance = static_cast<float>(sentence - in);
    float score = 10.0F - 2.0F * distance;
    const Sentence& s = m_text.sentences[in];
    // The subject: the first third of its sentence, before any verb.
    bool verbBefore = false;
    for (std::uint32_t i = s.tokens.begin; i < at; ++i)
        verbBefore =
            verbBefore || m_text.tokens[i].pos == Pos::Verb || m_text.tokens[i].pos == Pos::Aux;
    if (!verbBefore) score += 3.0F;
    const std::uint32_t after = m_text.tokenAt(mention.span.end);
    if (after < m_text.tokens.size() && m_text.tokens[after].tag == FineTag::POS) score -= 1.5F;
    if (at > 0 && m_text.tokens[at - 1].pos == Pos::Adp) score -= 1.0F;
    (void)token;
    return score;
}

std::vector<SourceResolver::Candidate>
SourceResolver::candidates(std::uint32_t token, Gender gender, bool plural) const {
    std::vector<Candidate> out;
    const std::uint32_t at = m_text.tokens[token].span.begin;
    const std::uint32_t sentence = m_text.sentenceOf(token);
    constexpr std::uint32_t window = 12; // sentences
    const std::uint32_t from =
        m_text.sentences[sentence > window ? sentence - window : 0].span.begin;
    for (std::uint32_t e = 0; e < m_entities.entities().size(); ++e) {
        const DraftEntity& entity = m_entities.entities()[e];
        const bool person = entity.type == EntityType::Person;
        if (gender == Gender::Neuter) {
            if (plural ? !(entity.type == EntityType::Group ||
                           entity.type == EntityType::Organization || entity.plural)
                       : !(entity.type == EntityType::Organization))
                continue;
        } else if (!person || (entity.gender != Gender::Unknown && entity.gender != gender))
            continue;
        float best = -1e9F;
        for (const Mention& m : entity.mentions)
            if (m.span.end <= at && m.span.begin >= from && !insideQuote(m.span.begin))
                best = std::max(best, salience(m, token, sentence) +
                                          (m.kind == MentionKind::Pronoun ? 1.0F : 0.0F));
        if (best < -1e8F) continue;
        if (entity.gender == gender) best += 1.0F;
        out.push_back({makeId<EntityTag>(e), best});
    }
    return out;
}

Resolved SourceResolver::byPronoun(std::uint32_t token, std::optional<EntityId> addressee) {
    Resolved out;
    const Token& word = m_text.tokens[token];
    const Gender gender = genderOf(word.lower);
    const bool plural = isPlural(word.lower);
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
    const Span span = word.span;
    out.why.push_back({ReasonStep::Source, std::string(m_text.slice(span)), span});
    if (list.empty()) return out;
    out.speaker = list[0].entity;
    if (list.size() > 1) out.runnerUp = list[1].entity;
    out.confidence = list.size() == 1 || list[0].score - list[1].score > 3 ? 0.85F : 0.65F;
    DraftEntity& entity = m_entities.at(list[0].entity);
    if (entity.gender == Gender::Unknown && gender != Gender::Neuter) entity.gender = gender;
    out.why.push_back({ReasonStep::Pronoun, entity.name, entity.mentions.front().span});
    return out;
}

std::optional<EntityId> SourceResolver::pronoun(std::uint32_t token) {
    return byPronoun(token, std::nullopt).speaker;
}

} // namespace quoth

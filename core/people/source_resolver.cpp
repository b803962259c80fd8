#include "core/people/source_resolver.h"

#include "core/people/source_phrase.h"
#include "core/support/unicode.h"
#include "core/word_sets/people.h"

#include <algorithm>

namespace quoth {
namespace {

// Pronouns that name nobody in particular.
constexpr int farthestRole = 400; // mentions back that "the minister" may reach

// How sure each way of resolving is; what it was right in on the development articles, roughly, but
// for interviews, which these lack.
constexpr float sureName = 0.98F, sureDescription = 0.95F, surePronoun = 0.95F, sureGroup = 0.9F,
                sureRelative = 0.85F, sureRole = 0.95F, sureAuthor = 0.9F, sureKin = 0.7F,
                guess = 0.55F, sureInterviewee = 0.9F;

bool contains(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool isPlural(const Token& noun) {
    return noun.tag == FineTag::NNS || noun.tag == FineTag::NNPS;
}

} // namespace

SourceResolver::SourceResolver(const TokenizedText& text, const std::vector<NamedMention>& names,
                               const std::vector<QuotedStretch>& stretches,
                               const NounClasses& nouns, const LogisticModel& pronouns,
                               EntityBuilder& entities, PronounObserver observer)
    : m_text(text), m_names(names), m_classes(nouns), m_entities(entities),
      m_salience(text, names, stretches, entities, pronouns), m_observer(std::move(observer)) {}

void SourceResolver::refer(EntityId entity, IndexRange tokens, MentionKind kind) {
    m_entities.addMention(entity, m_text.spanOf(tokens), kind);
    m_salience.refer(entity, tokens, kind);
}

Reason SourceResolver::reason(ReasonStep step, IndexRange tokens) const {
    const Span span = m_text.spanOf(tokens);
    return {step, std::string(m_text.slice(span)), span};
}

Reason SourceResolver::reason(ReasonStep step, EntityId entity) const {
    return {step, m_entities.at(entity).name, m_entities.firstMention(entity)};
}

Resolved SourceResolver::resolve(Span source, std::optional<EntityId> addressee) {
    const IndexRange written = m_text.tokensIn(source);
    if (written.empty()) return {};
    const IndexRange phrase = withoutRelative(m_text, written);
    const std::string& first = m_text.tokens[phrase.begin].lower;
    if (phrase.size() <= 2 && words::subjectPronouns.contains(first)) {
        const bool unnamed = first == "they" || first == "it";
        Resolved out = unnamed ? byUnnamedSubject(phrase.begin) : Resolved{};
        if (!out.speaker) out = byPronoun(phrase.begin, addressee);
        if (out.speaker)
            refer(*out.speaker, {phrase.begin, phrase.begin + 1}, MentionKind::Pronoun);
        return out;
    }
    const bool acronym = isAllCaps(m_text.word(phrase.begin)); // "WHO"
    if (!acronym && (first == "who" || first == "which")) return byRelative(phrase.begin);
    if (const auto person = bySurname(phrase)) {
        Resolved out;
        out.speaker = person;
        out.why = {reason(ReasonStep::Source, phrase), reason(ReasonStep::Alias, *person)};
        out.confidence = sureName;
        return out;
    }
    if (const auto name = headName(m_text, m_names, m_classes, phrase))
        return byName(phrase, *name);
    if (phrase.size() == 1 && (first == "q" || first == "a")) return byLetter(phrase);
    return byDescription(phrase);
}

// "WEBER", which the name finder did not take for a name.
std::optional<EntityId> SourceResolver::bySurname(IndexRange phrase) const {
    const std::uint32_t last = phrase.end - 1;
    if (!isAllCaps(m_text.word(last)) || m_text.word(last).size() < 3) return std::nullopt;
    for (const EntityId id : m_entities.namesEndingWith(m_text.tokens[last].lower))
        if (m_entities.at(id).type == EntityType::Person) return id;
    return std::nullopt;
}

// The turns of an interview: who asks is not named, and who answers is whom the article names most.
Resolved SourceResolver::byLetter(IndexRange phrase) const {
    Resolved out;
    if (m_text.tokens[phrase.begin].lower != "q") out = resolveAnswer();
    out.why.insert(out.why.begin(), reason(ReasonStep::Source, phrase));
    return out;
}

Resolved SourceResolver::resolveAnswer() const {
    Resolved out;
    out.speaker = m_entities.mostMentionedPerson();
    if (!out.speaker) return out;
    constexpr std::uint32_t top = 3; // blocks: headline, standfirst, the first paragraph
    const Span named = m_entities.firstMention(*out.speaker);
    const IndexRange tokens = m_text.tokensIn(named);
    const bool introduced = !tokens.empty() && m_text.blockOf(tokens.begin) < top;
    out.confidence = introduced ? sureInterviewee : guess;
    out.why.push_back(reason(ReasonStep::Role, *out.speaker));
    return out;
}

std::optional<EntityId> SourceResolver::named(Span span) const {
    const IndexRange phrase = m_text.tokensIn(span);
    if (phrase.empty()) return std::nullopt;
    const auto name = headName(m_text, m_names, m_classes, phrase);
    return name ? std::optional(m_entities.entityOf(*name)) : std::nullopt;
}

Resolved SourceResolver::byName(IndexRange phrase, std::uint32_t name) {
    Resolved out;
    out.why.push_back(reason(ReasonStep::Source, phrase));
    if (isCoordinated(m_text, phrase, m_names[name].tokens)) { // several speak as one
        out.speaker = nounEntity(phrase, m_names[name].tokens.begin);
        m_entities.retype(*out.speaker, EntityType::Group);
        out.confidence = sureGroup;
        refer(*out.speaker, withoutArticle(m_text, phrase), MentionKind::Noun);
        return out;
    }
    out.speaker = m_entities.entityOf(name);
    out.confidence = sureName;
    if (m_text.slice(m_names[name].span) != m_entities.at(*out.speaker).name)
        out.why.push_back(reason(ReasonStep::Alias, *out.speaker));
    return out;
}

Resolved SourceResolver::byPronoun(std::uint32_t token, std::optional<EntityId> addressee) {
    Resolved out;
    const std::string& word = m_text.tokens[token].lower;
    const Gender gender = genderOf(word);
    out.why.push_back(reason(ReasonStep::Source, IndexRange{token, token + 1}));
    auto list = m_salience.ranked(token, gender, words::pluralPronouns.contains(word), addressee);
    if (list.empty()) return out;
    if (m_observer)
        if (const auto chosen = m_observer(token, list, m_entities))
            std::swap(list[0], list[*chosen]);
    out.speaker = list[0].entity;
    if (list.size() > 1) out.runnerUp = list[1].entity;
    out.confidence = surePronoun * list[0].probability;
    out.why.push_back(reason(ReasonStep::Pronoun, *out.speaker));
    if (gender != Gender::Neuter) {
        m_entities.retype(*out.speaker, EntityType::Person);
        ++m_entities.at(*out.speaker).pronouns[gender == Gender::Male];
    }
    return out;
}

// "They" right after a sentence about "human rights groups", "it" after one about "the commission":
// those, whether or not they spoke yet.
Resolved SourceResolver::byUnnamedSubject(std::uint32_t token) {
    Resolved out;
    const std::uint32_t own = m_text.sentenceOf(token);
    if (own == 0 || token > m_text.sentences[own].tokens.begin + 1) return out;
    const Sentence& before = m_text.sentences[own - 1];
    std::uint32_t verb = before.tokens.begin;
    const auto isVerb = [&](const Token& t) { return t.pos == Pos::Verb || t.pos == Pos::Aux; };
    while (verb < before.tokens.end && !isVerb(m_text.tokens[verb]))
        ++verb;
    IndexRange subject{before.tokens.begin, verb};
    while (!subject.empty() && (m_text.tokens[subject.begin].kind == TokenKind::QuoteMark ||
                                m_text.tokens[subject.begin].pos == Pos::Adv ||
                                m_text.tokens[subject.begin].pos == Pos::Cconj))
        ++subject.begin;
    if (subject.empty() || verb == before.tokens.end) return out;
    const Pos opens = m_text.tokens[subject.begin].pos;
    if (opens == Pos::Adp || opens == Pos::Sconj || opens == Pos::Pron) return out;
    const std::uint32_t head = headNoun(m_text, subject);
    const std::uint32_t name = firstNameIn(m_names, subject);
    const bool named = name < m_names.size() && m_names[name].tokens.contains(head);
    const bool plural = words::pluralPronouns.contains(m_text.tokens[token].lower);
    const auto bodies = NounClasses::Organization | NounClasses::SomeBody;
    const auto wanted = plural ? bodies | NounClasses::Person | NounClasses::Someone : bodies;
    if (named || m_text.tokens[head].tag != (plural ? FineTag::NNS : FineTag::NN) ||
        !m_classes.is(lowerLemma(m_text, head), wanted))
        return out;
    const IndexRange phrase{subject.begin, head + 1};
    if (plural) {
        out.speaker = nounEntity(phrase, head);
        refer(*out.speaker, withoutArticle(m_text, phrase), MentionKind::Noun);
    } else { // perhaps one that has a name
        out = byDescription(phrase);
    }
    if (!out.speaker) return out;
    out.confidence = sureRelative;
    out.why = {reason(ReasonStep::Source, IndexRange{token, token + 1}),
               reason(ReasonStep::Pronoun, *out.speaker)};
    return out;
}

void SourceResolver::readPronounsTo(std::uint32_t at) {
    for (; m_nextToken < m_text.tokens.size() && m_text.tokens[m_nextToken].span.begin < at;
         ++m_nextToken) {
        if (genderOf(m_text.tokens[m_nextToken].lower) == Gender::Neuter) continue;
        if (const auto who = byPronoun(m_nextToken, std::nullopt).speaker)
            refer(*who, {m_nextToken, m_nextToken + 1}, MentionKind::Pronoun);
    }
}

// "who added that": the person named or described just before.
Resolved SourceResolver::byRelative(std::uint32_t token) {
    Resolved out;
    out.why.push_back(reason(ReasonStep::Source, IndexRange{token, token + 1}));
    const std::uint32_t sentence = m_text.sentenceOf(token);
    m_salience.eachBefore(m_text.tokens[token].span.begin, [&](const Salience::Place& place) {
        if (place.sentence < sentence) return false;
        const EntityType type = m_entities.at(place.entity).type;
        if (type == EntityType::Place || type == EntityType::Other) return true;
        out.speaker = place.entity;
        return false;
    });
    if (!out.speaker) return out;
    out.confidence = sureRelative;
    out.why.push_back(reason(ReasonStep::Pronoun, *out.speaker));
    return out;
}

// Descriptions without a name of their own: "the department", "the minister", "police", "a
// resident".
Resolved SourceResolver::byDescription(IndexRange phrase) {
    const std::uint32_t head = headNoun(m_text, phrase);
    const Token& noun = m_text.tokens[head];
    const std::string lemma = lowerLemma(m_text, head);
    // "the first part of the letter": the letter.
    if (words::partNouns.contains(lemma) && head + 2 < phrase.end &&
        m_text.tokens[head + 1].lower == "of")
        return byDescription({head + 2, phrase.end});
    Resolved out;
    out.why.push_back(reason(ReasonStep::Source, phrase));
    if (m_classes.is(lemma, NounClasses::Document)) out.speaker = author(phrase, head, lemma);
    if (out.speaker) {
        out.confidence = sureAuthor;
        out.why.push_back(reason(ReasonStep::Role, *out.speaker));
        return out;
    }
    if (m_classes.is(lemma, NounClasses::Kin) && phrase.size() == 2) {
        Resolved kin = byKin(phrase, lemma);
        if (kin.speaker) return kin;
    }
    if (isDefinite(m_text, phrase) && !isPlural(noun)) {
        Resolved role = byRole(phrase, head, lemma);
        if (role.speaker) return role;
    }
    // "neither side", "no official"
    if (words::noneWords.contains(m_text.tokens[phrase.begin].lower)) return out;
    if (words::indefinites.contains(noun.lower) || noun.pos == Pos::Det || noun.pos == Pos::Adp ||
        noun.kind == TokenKind::Punctuation)
        return out;
    out.speaker = nounEntity(phrase, head);
    out.confidence = sureDescription;
    refer(*out.speaker, withoutArticle(m_text, phrase), MentionKind::Noun);
    return out;
}

Gender SourceResolver::genderOfNoun(const std::string& noun) const {
    if (m_classes.is(noun, NounClasses::Female)) return Gender::Female;
    if (m_classes.is(noun, NounClasses::Male)) return Gender::Male;
    return Gender::Unknown;
}

// "her husband": the other one with the surname of the person that "her" stands for, if there is
// just one who fits.
Resolved SourceResolver::byKin(IndexRange phrase, const std::string& noun) {
    Resolved out;
    const Gender owner = genderOf(m_text.tokens[phrase.begin].lower);
    if (owner == Gender::Neuter) return out;
    const auto list = m_salience.ranked(phrase.begin, owner, false, std::nullopt);
    if (list.empty() || m_entities.at(list[0].entity).words.size() < 2) return out;
    const EntityId person = list[0].entity;
    const Gender gender = genderOfNoun(noun);
    int fitting = 0;
    for (const EntityId id : m_entities.namesEndingWith(m_entities.at(person).words.back())) {
        const DraftEntity& other = m_entities.at(id);
        if (other.type != EntityType::Person || id == person ||
            !compatible(gender, other.likelyGender()))
            continue;
        ++fitting;
        out.speaker = id;
    }
    if (fitting != 1) return {};
    out.confidence = sureKin;
    out.why = {reason(ReasonStep::Source, phrase), reason(ReasonStep::Pronoun, person),
               reason(ReasonStep::Role, *out.speaker)};
    refer(*out.speaker, phrase, MentionKind::Noun);
    return out;
}

// A role or a kind of organisation that the article tied to a name before; the nearest one wins.
Resolved SourceResolver::byRole(IndexRange phrase, std::uint32_t head, const std::string& noun) {
    Resolved out;
    const bool someone = m_classes.is(noun, NounClasses::Someone);
    const bool someBody = m_classes.is(noun, NounClasses::SomeBody);
    const Gender gender = genderOfNoun(noun);
    int seen = 0;
    m_salience.eachBefore(m_text.tokens[phrase.begin].span.begin, [&](const Salience::Place& p) {
        const DraftEntity& entity = m_entities.at(p.entity);
        const bool fits =
            (entity.type == EntityType::Person && compatible(gender, entity.likelyGender()) &&
             (someone || entity.roles.contains(noun))) ||
            (entity.type == EntityType::Organization && (someBody || contains(entity.words, noun)));
        if (fits && !out.speaker)
            out.speaker = p.entity;
        else if (fits && p.entity != *out.speaker)
            out.runnerUp = p.entity;
        return !out.runnerUp && ++seen < farthestRole;
    });
    out.confidence = sureRole;
    if (!out.speaker && m_classes.is(noun, NounClasses::Office)) {
        // Nobody was called so: whom the article is about.
        const auto list = m_salience.ranked(head, Gender::Unknown, false, std::nullopt);
        if (!list.empty()) out.speaker = list[0].entity;
        if (list.size() > 1) out.runnerUp = list[1].entity;
        out.confidence = guess;
    }
    if (!out.speaker) return out;
    out.why = {reason(ReasonStep::Source, phrase), reason(ReasonStep::Role, *out.speaker)};
    refer(*out.speaker, phrase, MentionKind::Noun);
    return out;
}

// "Modi's letter", "a report by Amnesty", and "the letter" after them: the owner or author speaks.
// "His statement" that is not somebody's yet is the last speaker's.
std::optional<EntityId> SourceResolver::author(IndexRange phrase, std::uint32_t head,
                                               const std::string& noun) {
    const auto by = [&](std::uint32_t name) { // "by the", "from", within a few words before it
        for (std::uint32_t i = name; i > head + 1 && name - i < 3; --i)
            if (m_text.tokens[i - 1].lower == "by" || m_text.tokens[i - 1].lower == "from")
                return true;
        return false;
    };
    for (std::uint32_t n = firstNameIn(m_names, phrase);
         n < m_names.size() && m_names[n].tokens.begin < phrase.end; ++n) {
        const NamedMention& name = m_names[n];
        if (name.type == EntityType::Other) continue;
        if (name.tokens.end <= head || by(name.tokens.begin))
            return m_authors[noun] = m_entities.entityOf(n);
    }
    if (!isDefinite(m_text, phrase)) return std::nullopt;
    if (const auto it = m_authors.find(noun); it != m_authors.end()) return it->second;
    return m_text.tokens[phrase.begin].lower == "the" ? std::nullopt : m_salience.lastSpeaker();
}

void SourceResolver::wrote(EntityId speaker, std::uint32_t at) {
    const std::uint32_t cue = m_text.tokenAt(at);
    const IndexRange sentence = m_text.sentences[m_text.sentenceOf(cue)].tokens;
    std::optional<std::uint32_t> determiner;
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
        const Token& t = m_text.tokens[i];
        if (words::introducers.contains(t.lower)) {
            determiner = i;
            continue;
        }
        if (t.pos != Pos::Noun && t.pos != Pos::Adj && t.pos != Pos::Propn) determiner.reset();
        const bool heads = i + 1 == sentence.end || m_text.tokens[i + 1].pos != Pos::Noun;
        const bool another = i + 1 < sentence.end && (m_text.tokens[i + 1].lower == "by" ||
                                                      m_text.tokens[i + 1].lower == "from");
        if (!determiner || !heads || another || t.pos != Pos::Noun ||
            !m_classes.is(t.lemma, NounClasses::Document))
            continue;
        // "Ali Khan threatened the mayor in a letter, police said": not the speaker's letter.
        const std::uint32_t name = firstNameIn(m_names, {sentence.begin, i});
        const bool named = name < m_names.size() && m_names[name].tokens.end <= *determiner &&
                           m_names[name].type != EntityType::Other;
        if (cue < *determiner)
            m_authors[t.lemma] = speaker;
        else if (named)
            m_authors[t.lemma] = m_entities.entityOf(name);
    }
}

// An unnamed source is an entity of its own; the same words mean it again, and so does its bare
// noun: "the official" after "a senior official in the delegation".
EntityId SourceResolver::nounEntity(IndexRange phrase, std::uint32_t head) {
    const IndexRange words = withoutArticle(m_text, phrase);
    const std::string written(m_text.slice(m_text.spanOf(words)));
    const std::string key = toLower(written);
    if (const auto it = m_nouns.find(key); it != m_nouns.end()) return it->second;
    const std::string lemma = lowerLemma(m_text, head);
    const bool bare = m_text.tokens[phrase.begin].lower == "the" && words.size() == 1;
    if (const auto it = m_nounsByHead.find(lemma); bare && it != m_nounsByHead.end())
        return it->second;

    DraftEntity entity;
    entity.plural = isPlural(m_text.tokens[head]) || lemma == "police" || lemma == "people";
    entity.type = m_classes.is(lemma, NounClasses::Organization) ? EntityType::Organization
                  : entity.plural                                ? EntityType::Group
                  : m_classes.is(lemma, NounClasses::Person)     ? EntityType::Person
                                                                 : EntityType::Other;
    entity.gender = genderOfNoun(lemma);
    entity.name = written;
    // A capital that only opens the sentence is not the name's.
    const std::string_view firstWord = m_text.word(words.begin);
    const std::uint32_t sentence = m_text.sentenceOf(words.begin);
    if (words.begin == m_text.sentences[sentence].tokens.begin &&
        m_text.tokens[words.begin].pos != Pos::Propn && !isAllCaps(firstWord))
        entity.name = toLower(firstWord) + written.substr(firstWord.size());
    entity.words = nameWords(written);
    const EntityId id = m_entities.add(std::move(entity));
    m_nouns.emplace(key, id);
    m_nounsByHead[lemma] = id;
    return id;
}

} // namespace quoth

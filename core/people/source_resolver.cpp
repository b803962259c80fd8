#include "core/people/source_resolver.h"

#include "core/people/people_limits.h"
#include "core/people/source_phrase.h"
#include "core/support/unicode.h"
#include "core/syntax/word_classes.h"
#include "core/word_sets/people.h"

#include <algorithm>

namespace quoth {
SourceResolver::SourceResolver(const TokenizedText& text, const Syntax& syntax,
                               const std::vector<NamedMention>& names,
                               const std::vector<QuotedStretch>& stretches,
                               const NounClasses& nouns, const LogisticModel& pronouns,
                               EntityBuilder& entities, PronounObserver observer)
    : m_text(text), m_syntax(syntax), m_names(names), m_classes(nouns), m_entities(entities),
      m_salience(text, syntax, names, stretches, entities, pronouns),
      m_roles(text, syntax, names, nouns, entities, m_salience), m_observer(std::move(observer)) {}

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
        out.confidence = people_limits::byName;
        return out;
    }
    if (const auto name = headName(m_text, m_syntax, m_names, m_classes, phrase))
        return byName(phrase, *name);
    if (phrase.size() == 1 && (first == "q" || first == "a")) return byTurnLabel(phrase);
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
Resolved SourceResolver::byTurnLabel(IndexRange phrase) const {
    Resolved out;
    if (m_text.tokens[phrase.begin].lower != "q") out = resolveAnswer();
    out.why.insert(out.why.begin(), reason(ReasonStep::Source, phrase));
    return out;
}

Resolved SourceResolver::resolveAnswer() const {
    Resolved out;
    out.speaker = m_entities.mostMentionedPerson();
    if (!out.speaker) return out;
    const Span named = m_entities.firstMention(*out.speaker);
    const IndexRange tokens = m_text.tokensIn(named);
    const bool introduced =
        !tokens.empty() && m_text.blockOf(tokens.begin) < people_limits::opening;
    out.confidence = introduced ? people_limits::asInterviewee : people_limits::byGuess;
    out.why.push_back(reason(ReasonStep::Role, *out.speaker));
    return out;
}

std::optional<EntityId> SourceResolver::named(Span span) const {
    const IndexRange phrase = m_text.tokensIn(span);
    if (phrase.empty()) return std::nullopt;
    const auto name = headName(m_text, m_syntax, m_names, m_classes, phrase);
    return name ? std::optional(m_entities.entityOf(*name)) : std::nullopt;
}

Resolved SourceResolver::byName(IndexRange phrase, std::uint32_t name) {
    Resolved out;
    out.why.push_back(reason(ReasonStep::Source, phrase));
    // "the four deputies, Ann Lee, Tom Reed and Jim Poe": the deputies.
    const std::uint32_t head = headNoun(m_syntax, phrase);
    const NounPhrase* noun = m_syntax.nounPhraseOf(head);
    if (noun && isPlural(m_text.tokens[head]) && !m_names[name].tokens.contains(head) &&
        m_names[name].type == EntityType::Person &&
        m_syntax.phraseHead(m_syntax.topOf(m_names[name].tokens)) == head)
        return byDescription(noun->core);
    if (isCoordinated(m_text, m_syntax, phrase, m_names[name].tokens)) { // several speak as one
        out.speaker = nounEntity(phrase, headNoun(m_syntax, phrase));
        m_entities.retype(*out.speaker, EntityType::Group);
        out.confidence = people_limits::byGroup;
        refer(*out.speaker, withoutArticle(m_text, phrase), MentionKind::Noun);
        return out;
    }
    out.speaker = m_entities.entityOf(name);
    out.confidence = people_limits::byName;
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
    out.confidence = people_limits::byPronoun * list[0].probability;
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
    const IndexRange before = m_text.sentences[own - 1].tokens;
    if (before.empty()) return out;
    const Clause* clause = m_syntax.clauseAt(m_syntax.topOf(before));
    if (!clause || !clause->subject) return out;
    const NounPhrase& noun = m_syntax.nounPhrases()[*clause->subject];
    const std::uint32_t head = noun.head;
    const IndexRange subject{noun.full.begin, head + 1};
    const std::uint32_t name = firstNameIn(m_names, subject);
    const bool named = name < m_names.size() && m_names[name].tokens.contains(head);
    const bool plural = words::pluralPronouns.contains(m_text.tokens[token].lower);
    const auto bodies = NounClasses::Organization | NounClasses::SomeBody;
    const auto wanted = plural ? bodies | NounClasses::Person | NounClasses::Someone : bodies;
    if (named || m_text.tokens[head].tag != (plural ? FineTag::NNS : FineTag::NN) ||
        !m_classes.is(lowerLemma(m_text, head), wanted))
        return out;
    if (plural) {
        out.speaker = nounEntity(subject, head);
        refer(*out.speaker, withoutArticle(m_text, subject), MentionKind::Noun);
    } else { // perhaps one that has a name
        out = byDescription(subject);
    }
    if (!out.speaker) return out;
    out.confidence = people_limits::byRelative;
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

// By name or noun.
bool SourceResolver::isPerson(std::uint32_t noun) const {
    if (const auto name = nameAt(m_names, noun)) return m_names[*name].type == EntityType::Person;
    return m_classes.is(lowerLemma(m_text, noun), NounClasses::Person);
}

// "who added that": what stands before it, and of several phrases that end there the innermost one
// of a person, else the one that the clause hangs on.
Resolved SourceResolver::byRelative(std::uint32_t token) {
    const Clause* clause = m_syntax.clauseAt(token);
    const bool hangs = clause && clause->kind == ClauseKind::Relative;
    const std::uint32_t governor = hangs ? m_syntax.headOf(clause->head) : token;
    const std::uint32_t sentence = m_text.sentences[m_text.sentenceOf(token)].tokens.begin;
    const NounPhrase* meant = nullptr;
    std::uint32_t end = token; // "the group, according to which"
    while (end > sentence &&
           (m_text.tokens[end - 1].pos == Pos::Adp || m_text.tokens[end - 1].pos == Pos::Verb))
        --end;
    for (std::uint32_t i = end; i > sentence && end - i < people_limits::longestAntecedent; --i) {
        const NounPhrase* phrase = m_syntax.nounPhraseOf(i - 1);
        if (!phrase || phrase->full.end > end || phrase->full.end + 1 < end) continue;
        if (isPerson(i - 1)) {
            meant = phrase;
            break;
        }
        if (!meant || i - 1 == governor) meant = phrase;
    }
    if (!meant && governor < token) meant = m_syntax.nounPhraseOf(governor);
    if (!meant || meant->full.contains(token)) return {};
    Resolved out = resolve(m_text.spanOf(meant->full), std::nullopt);
    out.why.insert(out.why.begin(), reason(ReasonStep::Source, IndexRange{token, token + 1}));
    out.confidence *= people_limits::byRelative;
    return out;
}

// Descriptions without a name of their own: "the department", "the minister", "police", "a
// resident".
Resolved SourceResolver::byDescription(IndexRange phrase) {
    const std::uint32_t head = headNoun(m_syntax, phrase);
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
        out.confidence = people_limits::asAuthor;
        out.why.push_back(reason(ReasonStep::Role, *out.speaker));
        return out;
    }
    if (m_classes.is(lemma, NounClasses::Kin) && phrase.size() == 2) {
        Resolved kin = byKin(phrase, lemma);
        if (kin.speaker) return kin;
    }
    if (!isPlural(noun)) {
        Resolved role = byRole(phrase, head);
        if (role.speaker) return role;
    }
    // "neither side", "no official"
    if (words::noneWords.contains(m_text.tokens[phrase.begin].lower)) return out;
    if (words::indefinites.contains(noun.lower) || noun.kind == TokenKind::Punctuation ||
        ((noun.pos == Pos::Det || noun.pos == Pos::Adp) && phrase.size() == 1))
        return out;
    out.speaker = nounEntity(phrase, head);
    out.confidence = people_limits::byDescription;
    refer(*out.speaker, withoutArticle(m_text, phrase), MentionKind::Noun);
    return out;
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
    const Gender gender = m_roles.genderOfNoun(noun);
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
    out.confidence = people_limits::byKin;
    out.why = {reason(ReasonStep::Source, phrase), reason(ReasonStep::Pronoun, person),
               reason(ReasonStep::Role, *out.speaker)};
    refer(*out.speaker, phrase, MentionKind::Noun);
    return out;
}

Resolved SourceResolver::byRole(IndexRange phrase, std::uint32_t head) {
    const auto holder = m_roles.find(phrase, head);
    if (!holder) return {};
    Resolved out;
    out.speaker = holder->noun
                      ? nounEntity(m_syntax.nounPhraseOf(*holder->noun)->core, *holder->noun)
                      : *holder->entity;
    out.runnerUp = holder->runnerUp;
    out.confidence = people_limits::byRole[static_cast<std::size_t>(holder->evidence)];
    out.why = {reason(ReasonStep::Source, phrase), reason(ReasonStep::Role, *out.speaker)};
    const bool named = m_entities.at(*out.speaker).names > 0;
    refer(*out.speaker, named ? phrase : withoutArticle(m_text, phrase), MentionKind::Noun);
    return out;
}

// "by Amnesty", "from the ministry"
bool SourceResolver::isAuthor(std::uint32_t noun) const {
    const auto preposition = m_syntax.dependent(noun, Relation::Case);
    return preposition && (m_text.tokens[*preposition].lower == "by" ||
                           m_text.tokens[*preposition].lower == "from");
}

bool SourceResolver::hasAuthor(std::uint32_t document) const {
    return std::ranges::any_of(m_syntax.dependentsOf(document),
                               [&](std::uint32_t d) { return isAuthor(d); });
}

// "Modi's letter", "a report by Amnesty", and "the letter" after them: the owner or author speaks.
// "His statement" that is not somebody's yet is the last speaker's.
std::optional<EntityId> SourceResolver::author(IndexRange phrase, std::uint32_t head,
                                               const std::string& noun) {
    for (std::uint32_t n = firstNameIn(m_names, phrase);
         n < m_names.size() && m_names[n].tokens.begin < phrase.end; ++n) {
        if (m_names[n].type == EntityType::Other) continue;
        const std::uint32_t top = m_syntax.phraseHead(m_syntax.topOf(m_names[n].tokens));
        if (m_names[n].tokens.end <= head || (isAuthor(top) && m_syntax.isUnder(top, head)))
            return m_authors[noun] = m_entities.entityOf(n);
    }
    if (!isDefinite(m_text, m_syntax, head)) return std::nullopt;
    if (const auto it = m_authors.find(noun); it != m_authors.end()) return it->second;
    return m_text.tokens[phrase.begin].lower == "the" ? std::nullopt : m_salience.lastSpeaker();
}

void SourceResolver::wrote(EntityId speaker, std::uint32_t at) {
    const std::uint32_t cue = m_text.tokenAt(at);
    const IndexRange sentence = m_text.sentences[m_text.sentenceOf(cue)].tokens;
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
        const NounPhrase* noun = m_syntax.nounPhraseOf(i);
        if (!noun || !noun->determiner ||
            !m_classes.is(lowerLemma(m_text, i), NounClasses::Document) ||
            !words::introducers.contains(m_text.tokens[*noun->determiner].lower) || hasAuthor(i))
            continue;
        const std::string lemma = lowerLemma(m_text, i);
        if (cue < i) {
            m_authors[lemma] = speaker;
            continue;
        }
        // "Ali Khan threatened the mayor in a letter, police said": not the speaker's letter.
        const Clause* clause = m_syntax.clauseAt(i);
        std::optional<EntityId> writer;
        while (clause && !writer) {
            if (clause->subject)
                writer = named(m_text.spanOf(m_syntax.nounPhrases()[*clause->subject].full));
            clause = clause->parent ? &m_syntax.clauses()[*clause->parent] : nullptr;
        }
        if (writer) m_authors[lemma] = *writer;
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
    const auto joined = m_syntax.dependent(head, Relation::Conj);
    entity.plural = isPlural(m_text.tokens[head]) || lemma == "police" || lemma == "people" ||
                    (joined && phrase.contains(*joined));
    entity.type = m_classes.is(lemma, NounClasses::Organization) ? EntityType::Organization
                  : entity.plural                                ? EntityType::Group
                  : m_classes.is(lemma, NounClasses::Person)     ? EntityType::Person
                                                                 : EntityType::Other;
    entity.gender = m_roles.genderOfNoun(lemma);
    m_entities.addRole(entity, head);
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

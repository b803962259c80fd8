#include "core/events/dating/dated_triggers.h"

#include "core/events/event_limits.h"
#include "core/syntax/word_classes.h"
#include "core/word_sets/events.h"

#include <algorithm>
#include <optional>

namespace quoth {
namespace {

bool isVerb(TriggerKind kind) {
    return kind == TriggerKind::Verb || kind == TriggerKind::Stative || kind == TriggerKind::Cue;
}

class Dater {
public:
    Dater(const EventContext& context, IndexRange time, bool ahead)
        : m_text(context.text), m_syntax(context.syntax), m_lexicon(context.lexicon),
          m_kinds(context.words.kinds), m_time(time), m_ahead(ahead),
          m_sentence(m_text.sentences[m_text.sentenceOf(time.begin)].tokens) {}

    std::vector<std::uint32_t> find() {
        std::vector<std::uint32_t> found;
        if (isNameOfLaw() || isAside() || isDateOfThing()) return found;
        if (const std::uint32_t top = m_syntax.topOf(m_time); !m_syntax.isRoot(top))
            if (const auto noun = fixedNoun(m_syntax.headOf(top))) return {*noun};
        const auto modified = modifiedNoun();
        if (modified && nounEvent(*modified) == NounEvent::None)
            return found; // "the 2019 budget": the time belongs to a thing
        const auto noun = modified ? modified : attachedNoun();
        const auto verb = governingVerb();
        Link link = noun ? linkOf(*noun, verb) : Link::VerbOnly;
        if (modified && link == Link::VerbOnly) link = Link::NounOnly;
        if (link != Link::VerbOnly) found.push_back(*noun);
        if (link != Link::NounOnly && verb && m_kinds[*verb] == TriggerKind::Verb)
            addVerb(*verb, found);
        if (const auto other = verbBelow({"when", "where"});
            other && m_kinds[*other] == TriggerKind::Verb)
            addVerb(*other, found);
        if (found.empty() && verb && m_kinds[*verb] == TriggerKind::Stative)
            if (const auto subject = existentialSubject(*verb)) found.push_back(*subject);
        if (found.empty() && verb && m_kinds[*verb] == TriggerKind::Cue)
            if (const auto occasion = occasionOf(*verb)) found.push_back(*occasion);
        std::erase_if(found, [this](std::uint32_t trigger) { return isNone(trigger); });
        return found;
    }

private:
    // "there were no protests"
    bool isNone(std::uint32_t trigger) const {
        const auto determiner = m_syntax.dependent(trigger, Relation::Det);
        return determiner && m_text.tokens[*determiner].lower == "no";
    }

    // What the time dates where an event noun is beside it: the noun, the verb, or both.
    enum class Link : std::uint8_t { NounOnly, VerbOnly, Both };

    NounEvent nounEvent(std::uint32_t i) const {
        const Token& token = m_text.tokens[i];
        return m_lexicon.noun(token.pos == Pos::Propn ? token.lower : token.lemma);
    }

    bool isPresent(std::uint32_t verb) const {
        const FineTag tag = m_text.tokens[verb].tag;
        return tag == FineTag::VBZ || tag == FineTag::VBP;
    }

    std::uint32_t phraseBegin(std::uint32_t head) const {
        const NounPhrase* phrase = m_syntax.nounPhraseOf(head);
        return phrase ? phrase->core.begin : head;
    }

    Link linkOf(std::uint32_t noun, std::optional<std::uint32_t> verb) const {
        const std::uint32_t begin = phraseBegin(noun);
        const std::string_view before =
            begin > m_sentence.begin ? std::string_view(m_text.tokens[begin - 1].lower) : "";
        if (words::timeBoundaries.contains(before)) return Link::NounOnly;
        const bool governed = verb && *verb < noun && m_kinds[*verb] == TriggerKind::Verb;
        // "killed in a brawl in May": both happened then.
        if (words::occasionPrepositions.contains(before))
            return governed && isPastOrParticiple(m_text.tokens[*verb]) ? Link::Both
                                                                        : Link::NounOnly;
        if (governed && begin > m_sentence.begin && m_text.tokens[begin - 1].pos == Pos::Adp)
            return Link::VerbOnly; // "a ban on executions", "executed by hanging"
        if (governed && nounEvent(noun) != NounEvent::Sure &&
            !m_lexicon.isLight(m_text.tokens[*verb].lemma))
            return Link::VerbOnly; // "published a study"
        return Link::NounOnly;
    }

    // "the Clean Air Act of 1970", "the Criminal Law Act 1967"
    bool isNameOfLaw() const {
        const std::uint32_t before = m_time.begin - m_sentence.begin;
        if (before > 0 && words::lawNouns.contains(m_text.tokens[m_time.begin - 1].lower))
            return true;
        return before > 1 && m_text.tokens[m_time.begin - 1].lower == "of" &&
               words::lawNouns.contains(m_text.tokens[m_time.begin - 2].lower);
    }

    // "Ali (1942-2016)", "the series Night Train (2000)": of who or what is named.
    bool isAside() const {
        const std::uint32_t begin = m_time.begin, end = m_time.end;
        return begin > m_sentence.begin + 1 && end < m_sentence.end &&
               m_text.word(begin - 1) == "(" && m_text.word(end) == ")" &&
               m_text.tokens[begin - 2].pos == Pos::Propn &&
               m_text.word(begin).find_first_not_of("0123456789-\u2013") == std::string_view::npos;
    }

    // "the order dated 14 February"
    bool isDateOfThing() const {
        const std::uint32_t top = m_syntax.topOf(m_time);
        return !m_syntax.isRoot(top) && m_text.tokens[m_syntax.headOf(top)].lower == "dated";
    }

    // "the strike planned for 3 June": what is to happen then.
    std::optional<std::uint32_t> fixedNoun(std::uint32_t verb) const {
        if (!words::fixingParticiples.contains(m_text.tokens[verb].lower)) return std::nullopt;
        std::optional<std::uint32_t> noun;
        const Relation relation = m_syntax.relationOf(verb);
        if (relation == Relation::Acl || relation == Relation::AclRelcl)
            noun = m_syntax.headOf(verb);
        else if (m_syntax.isRoot(verb) && !m_syntax.dependent(verb, Relation::Obj))
            noun = m_syntax.dependent(verb, Relation::Nsubj); // "Strike set for 24 May"
        const bool happens = noun && (m_kinds[*noun] == TriggerKind::Noun ||
                                      m_kinds[*noun] == TriggerKind::MaybeNoun);
        return happens ? noun : std::nullopt;
    }

    // "the July 5 celebrations", "Monday's attack": the head of the noun phrase that the time
    // modifies, or the event in it ("the 2019 World Cup finalist"); nullopt where it modifies none.
    std::optional<std::uint32_t> modifiedNoun() const {
        std::uint32_t head = m_syntax.topOf(m_time);
        if (m_syntax.dependent(head, Relation::Case) && // "from 5 August boats"
            m_syntax.relationOf(head) != Relation::NmodPoss)
            return std::nullopt;
        while (head < m_time.end && isBeforeNoun(m_syntax.relationOf(head)))
            head = m_syntax.headOf(head);
        if (head < m_time.end || !isNoun(m_text.tokens[head])) return std::nullopt;
        for (std::uint32_t i = head + 1; i > m_time.end; --i)
            if (isNoun(m_text.tokens[i - 1]) && nounEvent(i - 1) != NounEvent::None) return i - 1;
        return head;
    }

    // Left of the time and of the preposition before it.
    std::uint32_t leftEdge() const {
        std::uint32_t i = m_time.begin;
        while (i > m_sentence.begin && words::timePrepositions.contains(m_text.tokens[i - 1].lower))
            --i;
        return i;
    }

    // "elections on November 7", "a plane crash in 2000": the event noun right before, also with a
    // place between ("a fight in Zarqa on Sunday").
    std::optional<std::uint32_t> attachedNoun() const {
        std::uint32_t i = leftEdge();
        for (int phrases = 0; phrases < event_limits::phrasesBetween && i > m_sentence.begin;
             ++phrases) {
            const std::uint32_t head = i - 1;
            const TriggerKind kind = m_kinds[head];
            if (kind == TriggerKind::Noun || (kind == TriggerKind::MaybeNoun && phrases == 0))
                return head;
            // Step over one phrase such as "in northern Zarqa".
            std::uint32_t k = i;
            while (k > m_sentence.begin) {
                const Pos pos = m_text.tokens[k - 1].pos;
                if (pos != Pos::Propn && pos != Pos::Noun && pos != Pos::Adj && pos != Pos::Det &&
                    pos != Pos::Num)
                    break;
                --k;
            }
            if (k == i || k == m_sentence.begin) return std::nullopt;
            const std::string& preposition = m_text.tokens[k - 1].lower;
            if (m_text.tokens[k - 1].pos != Pos::Adp || preposition == "as" || preposition == "to")
                return std::nullopt;
            i = k - 1;
        }
        return std::nullopt;
    }

    // "his revised plan"
    bool isAttribute(std::uint32_t verb) const {
        return m_syntax.relationOf(verb) == Relation::Amod;
    }

    // "is expected to reach", "had the chance to play": what is to happen is the infinitive.
    std::optional<std::uint32_t> infinitiveAfter(std::uint32_t verb) const {
        const bool waits = m_kinds[verb] == TriggerKind::Stative ||
                           (m_kinds[verb] == TriggerKind::Cue && m_ahead); // "promised to open"
        if (!waits) return std::nullopt;
        for (std::uint32_t i = verb + 1;
             i + 1 < m_sentence.end && i < verb + event_limits::infinitiveReach; ++i) {
            if (m_text.tokens[i].lower == "to" && m_kinds[i + 1] == TriggerKind::Verb) return i + 1;
            if (m_text.tokens[i].kind == TokenKind::Punctuation) break;
        }
        return std::nullopt;
    }

    // "executed by hanging during the week", "kept from leaving on Sunday": the gerund is how, or
    // what was not.
    bool isManner(std::uint32_t verb) const {
        const Clause* clause = m_syntax.clauseAt(verb);
        if (m_text.tokens[verb].tag != FineTag::VBG || !clause || clause->head != verb ||
            !clause->marker)
            return false;
        const std::string& marker = m_text.tokens[*clause->marker].lower;
        return marker == "by" || marker == "from";
    }

    // "on Monday, when he left", "it was Monday that he left": the verb of the clause that hangs on
    // the time; `openers`: its first word, any where there are none.
    std::optional<std::uint32_t> verbBelow(std::initializer_list<std::string_view> openers) const {
        for (std::uint32_t i = m_time.begin; i < m_time.end; ++i)
            for (const std::uint32_t d : m_syntax.dependentsOf(i)) {
                std::uint32_t first = m_syntax.extentOf(d).begin;
                while (first < d && m_text.tokens[first].kind == TokenKind::Punctuation)
                    ++first;
                const std::string& opener = m_text.tokens[first].lower;
                if (m_syntax.relationOf(d) == Relation::AclRelcl && isVerb(m_kinds[d]) &&
                    (openers.size() == 0 ||
                     std::find(openers.begin(), openers.end(), opener) != openers.end()))
                    return d;
            }
        return std::nullopt;
    }

    // The nearest verb that the time hangs on.
    std::optional<std::uint32_t> governingVerb() const {
        if (const auto verb = verbBelow({"that"})) return verb;
        std::optional<std::uint32_t> manner;
        for (std::uint32_t at = m_syntax.topOf(m_time); !m_syntax.isRoot(at);) {
            at = m_syntax.headOf(at);
            if (const auto verb = verbBeforeSemicolon(at)) return verb;
            if (const auto verb = infinitiveOf(at)) return verb;
            if (!isVerb(m_kinds[at]) || isAttribute(at)) continue;
            if (isTimeless(at)) return participleOf(at).value_or(at);
            if (!isManner(at)) return infinitiveAfter(at).value_or(at);
            if (!manner) manner = at;
        }
        return manner ? manner : verbBelow({});
    }

    // "On Monday a slide buried the track; nobody was hurt": of a word behind the semicolon the
    // first verb before it.
    std::optional<std::uint32_t> verbBeforeSemicolon(std::uint32_t word) const {
        std::optional<std::uint32_t> verb;
        for (std::uint32_t i = m_time.end; i < word; ++i) {
            if (m_text.word(i) == ";") return verb;
            if (!verb && isVerb(m_kinds[i])) verb = i;
        }
        return std::nullopt;
    }

    // "was able to open": of an adjective or noun as predicate what hangs on it.
    std::optional<std::uint32_t> infinitiveOf(std::uint32_t predicate) const {
        if (!m_syntax.dependent(predicate, Relation::Cop)) return std::nullopt;
        const auto verb = m_syntax.dependent(predicate, Relation::Xcomp);
        return verb && isVerb(m_kinds[*verb]) ? verb : std::nullopt;
    }

    // A present tense does not tell of a day that is over: "a report issued on 21 June tells".
    bool isTimeless(std::uint32_t verb) const { return !m_ahead && isPresent(verb); }
    std::optional<std::uint32_t> participleOf(std::uint32_t verb) const {
        for (const std::uint32_t subject : m_syntax.dependentsOf(verb)) {
            if (!isSubject(m_syntax.relationOf(subject)) || m_time.contains(subject)) continue;
            const auto participle = m_syntax.dependent(subject, Relation::Acl);
            if (participle && *participle < m_time.begin && isVerb(m_kinds[*participle]))
                return participle;
        }
        return std::nullopt;
    }

    void addVerb(std::uint32_t verb, std::vector<std::uint32_t>& found) const {
        const auto add = [&](std::uint32_t token) {
            if (std::find(found.begin(), found.end(), token) == found.end()) found.push_back(token);
        };
        const Token& token = m_text.tokens[verb];
        if (m_lexicon.isReport(token.lemma) || isHabitual(verb)) return;
        if (const auto noun = carriedNoun(m_text, m_lexicon, m_kinds, verb); noun != verb)
            return add(noun);
        const bool passive = token.tag == FineTag::VBN && m_lexicon.isLight(token.lemma);
        if (passive || m_lexicon.isOccurrence(token.lemma))
            if (const auto subject = eventSubject(verb)) return add(*subject);
        add(verb);
    }

    // "Most honey today comes from": the present tense beside "today" tells what is always so.
    bool isHabitual(std::uint32_t verb) const {
        return isPresent(verb) && m_text.tokens[m_time.begin].lower == "today";
    }

    // "said on Monday at a hearing", "the premier at a hearing said on Monday": what happened then
    // is where it was said.
    std::optional<std::uint32_t> occasionOf(std::uint32_t verb) const {
        if (const auto occasion = occasionBelow(verb)) return occasion;
        const Clause* clause = m_syntax.clauseAt(verb);
        if (!clause || clause->head != verb || !clause->subject) return std::nullopt;
        return occasionBelow(m_syntax.nounPhrases()[*clause->subject].head);
    }

    std::optional<std::uint32_t> occasionBelow(std::uint32_t head) const {
        for (const std::uint32_t d : m_syntax.dependentsOf(head)) {
            const Relation relation = m_syntax.relationOf(d);
            const auto preposition = m_syntax.dependent(d, Relation::Case);
            if ((relation == Relation::Obl || relation == Relation::Nmod) && preposition &&
                words::occasionPrepositions.contains(m_text.tokens[*preposition].lower) &&
                m_kinds[d] == TriggerKind::Noun)
                return d;
        }
        return std::nullopt;
    }

    // "there have been a dozen massacres"
    std::optional<std::uint32_t> existentialSubject(std::uint32_t verb) const {
        const Clause* clause = m_syntax.clauseAt(verb);
        if (!clause || clause->head != verb || !m_syntax.dependent(verb, Relation::Expl))
            return std::nullopt;
        return eventSubject(verb);
    }

    // "the blast occurred", "talks were held", "a meeting held in Oslo", "talks that were held"
    std::optional<std::uint32_t> eventSubject(std::uint32_t verb) const {
        const Clause* clause = m_syntax.clauseAt(verb);
        if (!clause || clause->head != verb) return std::nullopt;
        const bool ofNoun =
            clause->kind == ClauseKind::Adnominal || clause->kind == ClauseKind::Relative;
        const NounPhrase* phrase = ofNoun            ? m_syntax.nounPhraseOf(m_syntax.headOf(verb))
                                   : clause->subject ? &m_syntax.nounPhrases()[*clause->subject]
                                                     : nullptr;
        return phrase ? eventNounIn(phrase->core, phrase->head, m_kinds) : std::nullopt;
    }

    const TokenizedText& m_text;
    const Syntax& m_syntax;
    const EventLexicon& m_lexicon;
    const std::vector<TriggerKind>& m_kinds;
    IndexRange m_time;
    bool m_ahead;
    IndexRange m_sentence;
};

} // namespace

std::vector<std::uint32_t> datedTriggers(const EventContext& context, IndexRange time, bool ahead) {
    return Dater(context, time, ahead).find();
}

} // namespace quoth

#include "core/events/sharing/shared_time.h"

#include "core/events/event_limits.h"
#include "core/syntax/word_classes.h"
#include "core/word_sets/events.h"

#include <algorithm>
#include <optional>

namespace quoth {
namespace {

// Events that share the time of one that it dates, by how they hang together.
class Sharing {
public:
    Sharing(const EventContext& context, IndexRange time)
        : m_text(context.text), m_syntax(context.syntax), m_lexicon(context.lexicon),
          m_kinds(context.words.kinds), m_time(time),
          m_sentence(m_text.sentences[m_text.sentenceOf(time.begin)].tokens) {}

    std::vector<std::uint32_t> find(const std::vector<std::uint32_t>& dated) {
        for (const std::uint32_t trigger : dated) {
            const std::uint32_t verb = verbOf(trigger);
            addEarlier(verb);
            for (const std::uint32_t d : m_syntax.dependentsOf(verb))
                if (d > verb || followsTime(d)) addDependent(verb, d);
            addRelative(trigger);
        }
        std::erase_if(m_found, [&](std::uint32_t i) {
            return std::find(dated.begin(), dated.end(), i) != dated.end();
        });
        return std::move(m_found);
    }

private:
    const Token& at(std::uint32_t i) const { return m_text.tokens[i]; }

    void add(std::uint32_t trigger) {
        if (std::find(m_found.begin(), m_found.end(), trigger) == m_found.end())
            m_found.push_back(trigger);
    }

    bool isHappening(std::uint32_t verb) const {
        return m_kinds[verb] == TriggerKind::Verb && !m_lexicon.isReport(at(verb).lemma);
    }
    bool hasOwnSubject(std::uint32_t verb) const {
        const Clause* clause = m_syntax.clauseAt(verb);
        return clause && clause->head == verb && clause->subject && !clause->sharesSubject;
    }
    bool hasWord(std::uint32_t head, Relation relation, std::string_view word) const {
        return std::ranges::any_of(m_syntax.dependentsOf(head), [&](std::uint32_t d) {
            return m_syntax.relationOf(d) == relation && at(d).lower == word;
        });
    }
    bool isOccasion(std::uint32_t noun) const { // "in a fight", "in which"
        const auto preposition = m_syntax.dependent(noun, Relation::Case);
        return preposition && words::occasionPrepositions.contains(at(*preposition).lower);
    }

    // "a deal was reached", "reached a deal": of "deal" the verb; otherwise the trigger itself.
    std::uint32_t verbOf(std::uint32_t trigger) const {
        const Relation relation = m_syntax.relationOf(trigger);
        const bool carried = relation == Relation::NsubjPass || relation == Relation::Obj;
        const std::uint32_t verb = m_syntax.headOf(trigger);
        return carried && at(verb).pos == Pos::Verb ? verb : trigger;
    }

    // What this verb tells of the past.
    void addTold(std::uint32_t verb) {
        const VerbGroup* group = m_syntax.verbGroupAt(verb);
        const bool modal = group && group->modality != Modality::None;
        if (isHappening(verb) && isPastOrParticiple(at(verb)) && !modal)
            add(carriedNoun(m_text, m_lexicon, m_kinds, verb));
    }

    // The verb that this one is joined to.
    void addEarlier(std::uint32_t verb) {
        const std::uint32_t other = m_syntax.headOf(verb);
        if (m_syntax.relationOf(verb) != Relation::Conj || other > verb || !isHappening(other))
            return;
        // "thirteen were killed and two others (were) injured on Monday"
        const bool alike =
            hasOwnSubject(verb) && isPastOrParticiple(at(verb)) && at(other).tag == FineTag::VBN;
        // "shot and killed on July 8", "struck with a hammer and stabbed": what the same did
        const bool both = at(verb - 1).lower == "and" &&
                          (at(other).tag == at(verb).tag ||
                           (isPastOrParticiple(at(other)) && isPastOrParticiple(at(verb))));
        if (alike || both) add(other);
    }

    // "In May, when she won the case, the court ordered a payment"
    bool followsTime(std::uint32_t clause) const {
        const std::uint32_t begin = m_syntax.extentOf(clause).begin;
        return begin == m_time.end || (begin == m_time.end + 1 && at(m_time.end).lower == ",");
    }

    // Does the phrase follow right behind the verb or the time?
    bool isBeside(std::uint32_t verb, std::uint32_t phrase) const {
        const std::uint32_t begin = m_syntax.extentOf(phrase).begin;
        return begin == verb + 1 || begin == m_time.end;
    }

    // "the elections on 7 November, in which she was re-elected"
    void addRelative(std::uint32_t trigger) {
        std::uint32_t i = std::max(trigger + 1, m_time.end);
        if (i < m_sentence.end && at(i).lower == ",") ++i;
        if (i + 1 >= m_sentence.end || at(i + 1).lower != "which" ||
            !words::occasionPrepositions.contains(at(i).lower))
            return;
        if (const Clause* clause = m_syntax.clauseAt(i + 1)) addTold(clause->head);
    }

    void addDependent(std::uint32_t trigger, std::uint32_t d) {
        const bool verb = at(trigger).pos == Pos::Verb;
        switch (m_syntax.relationOf(d)) {
        case Relation::Obl: // "were injured on Monday in a fight", "were injured in a fight"
            if (verb && isPastOrParticiple(at(trigger)) && isOccasion(d) && isBeside(trigger, d) &&
                (m_kinds[d] == TriggerKind::Noun || m_kinds[d] == TriggerKind::MaybeNoun))
                add(d);
            break;
        case Relation::Conj: {
            // "arrived on Monday and opened a bridge"; "In May, she won the case, and the court
            // ordered a payment"; "ten were killed, and two were hurt on Monday"
            const std::uint32_t conjunction =
                m_syntax.dependent(d, Relation::Cc).value_or(m_syntax.extentOf(d).begin);
            const bool right =
                hasOwnSubject(d) ? opensSentence() || d < m_time.begin : conjunction == m_time.end;
            if (verb && at(conjunction).lower == "and" && right) addTold(d);
            break;
        }
        case Relation::Advcl: // "was hurt on Monday when a fire destroyed the mill"
            if (hasWord(d, Relation::Advmod, "when") || hasWord(d, Relation::Mark, "when"))
                addTold(d);
            break;
        default:
            break;
        }
    }

    // "In 2021, a deal was reached ..."
    bool opensSentence() const {
        return m_time.begin <= m_sentence.begin + event_limits::beforeOpeningTime &&
               m_time.end < m_sentence.end;
    }

    const TokenizedText& m_text;
    const Syntax& m_syntax;
    const EventLexicon& m_lexicon;
    const std::vector<TriggerKind>& m_kinds;
    IndexRange m_time;
    IndexRange m_sentence;
    std::vector<std::uint32_t> m_found;
};

std::uint32_t distance(IndexRange time, std::uint32_t token) { // 0 within it
    return token < time.begin ? time.begin - token : token - std::min(token, time.end - 1);
}

// "In 2003 ..., and work began in 2004": a nearer time than `shared` in the word's own clause.
bool hasTimeBeside(const EventContext& context, std::uint32_t token, IndexRange shared) {
    const Clause* clause = context.syntax.clauseAt(token);
    if (!clause) return false;
    const auto& times = context.timeTokens;
    auto time = std::partition_point(times.begin(), times.end(), [&](IndexRange range) {
        return range.begin < clause->extent.begin;
    });
    for (; time != times.end() && time->begin < clause->extent.end; ++time)
        if (!time->empty() && distance(*time, token) < distance(shared, token) &&
            context.syntax.clauseAt(time->begin) == clause)
            return true;
    return false;
}

} // namespace

void shareTimes(const EventContext& context, EventDates& dates) {
    for (const DatedByTime& one : dates.byTime)
        for (const std::uint32_t token : Sharing(context, one.tokens).find(one.triggers))
            if (!dates.datings[token] && !hasTimeBeside(context, token, one.tokens))
                dates.datings[token] = one.dating;
}

} // namespace quoth

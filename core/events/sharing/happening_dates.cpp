#include "core/events/sharing/happening_dates.h"

#include "core/events/dating/anchored_time.h"
#include "core/events/dating/dated_triggers.h"
#include "core/events/event_limits.h"
#include "core/word_sets/events.h"

#include <algorithm>

namespace quoth {
namespace {

std::optional<Date> dayOf(const CalendarValue& value) {
    return value.isOneDay() ? std::optional(value.days().first) : std::nullopt;
}

class HappeningDates {
public:
    HappeningDates(const EventContext& context, FirstMentions& first, EventDatings& datings)
        : m_context(context), m_text(context.text), m_mentions(context.words.mentions),
          m_first(first), m_datings(datings), m_days(m_mentions.size()) {
        for (std::uint32_t i = 0; i < m_mentions.size(); ++i)
            if (auto& day = m_days[m_first[i].value_or(i)]; !day && m_datings[m_mentions[i]])
                day = dayOf(m_datings[m_mentions[i]]->value);
    }

    void date() {
        for (std::size_t t = 0; t < m_context.times.size(); ++t)
            dateFrom(makeId<TimeTag>(t), m_context.times[t], m_context.timeTokens[t]);
        for (std::uint32_t i = 0; i < m_mentions.size(); ++i)
            dateByOccasion(i);
    }

private:
    void set(std::uint32_t token, const EventDating& dating) {
        if (m_datings[token]) return;
        m_datings[token] = dating;
        const auto mention = mentionAt(token);
        if (!mention || !m_first[*mention]) return;
        const auto& known = m_datings[m_mentions[*m_first[*mention]]];
        if (known && !datesMeet(known->value, dating.value)) m_first[*mention].reset();
    }

    // Index of the mention that the token is.
    std::optional<std::uint32_t> mentionAt(std::uint32_t token) const {
        const auto found = std::lower_bound(m_mentions.begin(), m_mentions.end(), token);
        if (found == m_mentions.end() || *found != token) return std::nullopt;
        return static_cast<std::uint32_t>(found - m_mentions.begin());
    }

    // What is counted from a happening that is dated itself, or from what was told of last.
    void dateFrom(TimeId id, const TimeExpression& expression, IndexRange tokens) {
        const auto time = anchoredTime(m_text, m_context.words.kinds, expression, tokens);
        if (!time) return;
        const auto day =
            time->trigger ? dayNamed(*time->trigger) : lastDayBefore(time->tokens.begin);
        if (!day) return;
        const auto value = valueFrom(*day, *time);
        if (!value) return;
        for (const std::uint32_t token :
             datedTriggers(m_context, time->tokens, m_context.isAhead(*value)))
            set(token, {id, *value});
    }

    // "She attended the ceremony", "fled during the riot": the verb has the time of an occasion
    // that another mention of it tells.
    void dateByOccasion(std::uint32_t occasion) {
        if (m_datings[m_mentions[occasion]] || !m_first[occasion]) return;
        const auto& dating = m_datings[m_mentions[*m_first[occasion]]];
        const auto verb = dating ? attendingVerb(m_mentions[occasion]) : std::nullopt;
        if (verb) set(*verb, *dating);
    }

    // The past verb whose object the noun is, or in whose time "during" puts it.
    std::optional<std::uint32_t> attendingVerb(std::uint32_t noun) const {
        const Syntax& syntax = m_context.syntax;
        const std::uint32_t verb = syntax.headOf(noun);
        const VerbGroup* group = syntax.verbGroupAt(verb);
        const bool past = group && (group->isPast() || group->form == VerbForm::Participle);
        if (!past || m_context.words.kinds[verb] != TriggerKind::Verb) return std::nullopt;
        const auto preposition = syntax.dependent(noun, Relation::Case);
        const bool within = preposition && m_text.tokens[*preposition].lower == "during";
        const bool attends = syntax.relationOf(noun) == Relation::Obj &&
                             words::attendingVerbs.contains(m_text.tokens[verb].lemma);
        return within || attends ? std::optional(verb) : std::nullopt;
    }

    // The day of the happening that the token names: of another mention of it, else of the last
    // event that the same word names ("before he resigned") or is a part of ("published a report
    // on Monday", "after the report").
    std::optional<Date> dayNamed(std::uint32_t token) const {
        if (const auto mention = mentionAt(token))
            if (const auto day = m_days[m_first[*mention].value_or(*mention)]) return day;
        const std::string& lemma = m_text.tokens[token].lemma;
        for (std::uint32_t i = token; i > 0 && token - i < event_limits::anchorReach; --i)
            if (m_text.tokens[i - 1].lemma == lemma) return dayOfClause(i - 1);
        return std::nullopt;
    }

    // Of the word, else of what governs it in its clause: "published a report on Monday".
    std::optional<Date> dayOfClause(std::uint32_t token) const {
        const Syntax& syntax = m_context.syntax;
        const Clause* clause = syntax.clauseAt(token);
        while (!m_datings[token]) {
            if (syntax.isRoot(token) || (clause && clause->head == token)) return std::nullopt;
            token = syntax.headOf(token);
        }
        return dayOf(m_datings[token]->value);
    }

    // Of what was told of last, in the same sentence or the few before it.
    std::optional<Date> lastDayBefore(std::uint32_t token) const {
        const std::uint32_t sentence = m_text.sentenceOf(token);
        const std::uint32_t begin = m_text
                                        .sentences[sentence < event_limits::narrativeReach
                                                       ? 0
                                                       : sentence - event_limits::narrativeReach]
                                        .tokens.begin;
        for (std::uint32_t i = token; i > begin; --i)
            if (m_datings[i - 1])
                if (const auto day = dayOf(m_datings[i - 1]->value)) return day;
        return std::nullopt;
    }

    const EventContext& m_context;
    const TokenizedText& m_text;
    const std::vector<std::uint32_t>& m_mentions; // tokens
    FirstMentions& m_first;
    EventDatings& m_datings;
    std::vector<std::optional<Date>> m_days; // of each happening, at its first mention
};

} // namespace

void dateByHappenings(const EventContext& context, FirstMentions& first, EventDatings& datings) {
    HappeningDates(context, first, datings).date();
}

} // namespace quoth

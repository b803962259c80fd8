#include "core/events/sharing/happening_dates.h"

#include "core/events/dating/anchored_time.h"
#include "core/events/dating/dated_triggers.h"
#include "core/events/words/clause_around.h"
#include "core/support/word_set.h"

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

    std::optional<std::uint32_t> attendingVerb(std::uint32_t noun) const {
        constexpr WordSet attending(
            {"address", "attend", "boycott", "disrupt", "interrupt", "join"});
        const IndexRange clause = clauseAround(m_text, noun);
        std::uint32_t i = noun;
        while (i > clause.begin && m_text.tokens[i - 1].pos != Pos::Verb &&
               m_text.tokens[i - 1].pos != Pos::Adp)
            --i;
        if (i == clause.begin) return std::nullopt;
        const bool within = m_text.tokens[i - 1].lower == "during";
        while (within && i > clause.begin && m_text.tokens[i - 1].pos != Pos::Verb)
            --i;
        if (i == clause.begin) return std::nullopt;
        const Token& verb = m_text.tokens[i - 1];
        const bool past = verb.tag == FineTag::VBD || verb.tag == FineTag::VBN;
        if (!past || m_context.words.kinds[i - 1] != TriggerKind::Verb) return std::nullopt;
        return within || attending.contains(verb.lemma) ? std::optional(i - 1) : std::nullopt;
    }

    // The day of the happening that the token names: of another mention of it, else of the last
    // event that the same word names ("before he resigned") or is a part of ("published a report
    // on Monday", "after the report").
    std::optional<Date> dayNamed(std::uint32_t token) const {
        constexpr std::uint32_t farthest = 2000; // tokens back
        if (const auto mention = mentionAt(token))
            if (const auto day = m_days[m_first[*mention].value_or(*mention)]) return day;
        const std::string& lemma = m_text.tokens[token].lemma;
        for (std::uint32_t i = token; i > 0 && token - i < farthest; --i)
            if (m_text.tokens[i - 1].lemma == lemma) return dayOfClause(i - 1);
        return std::nullopt;
    }

    // Of the word, else of what stands before it in its clause.
    std::optional<Date> dayOfClause(std::uint32_t token) const {
        const std::uint32_t begin = clauseAround(m_text, token).begin;
        for (std::uint32_t i = token + 1; i > begin; --i)
            if (m_datings[i - 1]) return dayOf(m_datings[i - 1]->value);
        return std::nullopt;
    }

    // Of what was told of last, in the same sentence or the few before it.
    std::optional<Date> lastDayBefore(std::uint32_t token) const {
        constexpr std::uint32_t nearby = 3; // sentences
        const std::uint32_t sentence = m_text.sentenceOf(token);
        const std::uint32_t begin =
            m_text.sentences[sentence < nearby ? 0 : sentence - nearby].tokens.begin;
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

#include "core/events/dating/narrative.h"

#include "core/events/dating/anchored_time.h"
#include "core/events/dating/dated_triggers.h"
#include "core/support/word_set.h"

#include <algorithm>

namespace quoth {
namespace {

std::optional<Date> dayOf(const CalendarValue& value) {
    return value.isOneDay() ? std::optional(value.days().first) : std::nullopt;
}

class Lead {
public:
    explicit Lead(const EventContext& context) : m_context(context), m_text(context.text) {}

    void date(EventDatings& datings) const {
        const auto dateline = datelineDay();
        if (!dateline) return;
        for (const Sentence& sentence : m_text.sentences) {
            if (m_text.blocks[sentence.block].kind != BlockKind::Paragraph) continue;
            const auto verb =
                holdsTime(sentence.tokens) ? std::nullopt : mainPastVerb(sentence.tokens);
            if (verb)
                datings[carriedNoun(m_text, m_context.lexicon, m_context.kinds, *verb)] = dateline;
            return;
        }
    }

private:
    std::optional<EventDating> datelineDay() const {
        for (std::size_t t = 0; t < m_context.times.size(); ++t) {
            if (m_context.timeTokens[t].empty()) continue;
            const Block& block = m_text.blocks[m_text.blockOf(m_context.timeTokens[t].begin)];
            if (block.kind == BlockKind::Paragraph) break;
            if (block.kind != BlockKind::Dateline) continue;
            const auto value = CalendarValue::parse(m_context.times[t].value);
            if (value && value->isOneDay()) return EventDating{makeId<TimeTag>(t), *value};
        }
        return std::nullopt;
    }

    bool holdsTime(IndexRange sentence) const {
        return std::any_of(m_context.timeTokens.begin(), m_context.timeTokens.end(),
                           [&](IndexRange time) {
                               return time.begin >= sentence.begin && time.begin < sentence.end;
                           });
    }

    // The first verb of the sentence, where it tells what happened; "has been found" may have
    // happened on any day.
    std::optional<std::uint32_t> mainPastVerb(IndexRange sentence) const {
        std::optional<std::uint32_t> participle; // "two bombs planted by rebels exploded"
        for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
            const Token& token = m_text.tokens[i];
            if (token.tag == FineTag::WDT || token.tag == FineTag::WP ||
                token.kind == TokenKind::QuoteMark || token.kind == TokenKind::Punctuation ||
                (token.pos == Pos::Aux && token.lemma == "have"))
                break;
            const bool passive = i > sentence.begin && m_text.tokens[i - 1].pos == Pos::Aux;
            const bool happens =
                m_context.kinds[i] == TriggerKind::Verb && !m_context.lexicon.isReport(token.lemma);
            if (token.tag == FineTag::VBN && !passive) {
                if (happens && !participle) participle = i;
                continue;
            }
            if (token.pos != Pos::Verb) continue;
            const bool told = token.tag == FineTag::VBD || token.tag == FineTag::VBN;
            return told && happens ? std::optional(i) : std::nullopt;
        }
        return participle; // alone, it is a past tense that was taken for one
    }

    const EventContext& m_context;
    const TokenizedText& m_text;
};

class ByHappenings {
public:
    ByHappenings(const EventContext& context, const std::vector<Event>& events,
                 EventDatings& datings)
        : m_context(context), m_text(context.text), m_events(events), m_datings(datings),
          m_days(events.size()) {
        for (const Event& event : events)
            if (auto& day = m_days[happeningOf(event)]; !day)
                if (const auto value = CalendarValue::parse(event.value)) day = dayOf(*value);
    }

    bool date() {
        for (std::size_t t = 0; t < m_context.times.size(); ++t)
            dateFrom(makeId<TimeTag>(t), m_context.times[t], m_context.timeTokens[t]);
        for (const Event& event : m_events)
            dateByOccasion(event);
        return m_any;
    }

private:
    void set(std::uint32_t token, const EventDating& dating) {
        if (m_datings[token]) return;
        m_datings[token] = dating;
        m_any = true;
    }

    // What is counted from a happening that is dated itself, or from what was told of last.
    void dateFrom(TimeId id, const TimeExpression& expression, IndexRange tokens) {
        const auto time = anchoredTime(m_text, m_context.kinds, expression, tokens);
        if (!time) return;
        const auto day =
            time->trigger ? dayNamed(*time->trigger) : lastDayBefore(time->tokens.begin);
        if (!day) return;
        const auto value = valueFrom(*day, *time);
        if (!value) return;
        for (const std::uint32_t token : datedTriggers(m_text, m_context.lexicon, m_context.kinds,
                                                       time->tokens, m_context.isAhead(*value)))
            set(token, {id, *value});
    }

    // "She attended the ceremony", "fled during the riot": the verb has the time of an occasion
    // that another mention of it tells.
    void dateByOccasion(const Event& occasion) {
        if (!occasion.value.empty() || !occasion.same) return;
        const Event& dated = m_events[occasion.same->value];
        const auto verb = attendingVerb(m_text.tokenAt(occasion.trigger.begin));
        const auto value = CalendarValue::parse(dated.value);
        if (verb && dated.time && value) set(*verb, {*dated.time, *value});
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
        if (!past || m_context.kinds[i - 1] != TriggerKind::Verb) return std::nullopt;
        return within || attending.contains(verb.lemma) ? std::optional(i - 1) : std::nullopt;
    }

    // The day of the happening that the token names: of another mention of it, else of the last
    // event that the same word names ("before he resigned") or is a part of ("published a report
    // on Monday", "after the report").
    std::optional<Date> dayNamed(std::uint32_t token) const {
        constexpr std::uint32_t farthest = 2000; // tokens back
        const Span word = m_text.tokens[token].span;
        const auto named =
            std::lower_bound(m_events.begin(), m_events.end(), word,
                             [](const Event& event, Span span) { return event.trigger < span; });
        if (named != m_events.end() && named->trigger == word)
            if (const auto day = m_days[happeningOf(*named)]) return day;
        const std::string& lemma = m_text.tokens[token].lemma;
        for (std::uint32_t i = token; i > 0 && token - i < farthest; --i)
            if (m_text.tokens[i - 1].lemma == lemma) return dayOfClause(i - 1);
        return std::nullopt;
    }

    // Index of the first event that names the same happening.
    std::size_t happeningOf(const Event& event) const {
        return event.same ? event.same->value : static_cast<std::size_t>(&event - m_events.data());
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
    const std::vector<Event>& m_events;
    EventDatings& m_datings;
    std::vector<std::optional<Date>> m_days; // of each happening, at its first event
    bool m_any = false;
};

} // namespace

bool EventContext::isAhead(const CalendarValue& value) const {
    return published && value.days().first > *published;
}

void dateLead(const EventContext& context, EventDatings& datings) {
    Lead(context).date(datings);
}

bool dateByHappenings(const EventContext& context, const std::vector<Event>& events,
                      EventDatings& datings) {
    return ByHappenings(context, events, datings).date();
}

} // namespace quoth

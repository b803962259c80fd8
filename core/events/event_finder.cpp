#include "core/events/event_finder.h"

#include "core/events/dating/dated_triggers.h"
#include "core/events/dating/event_value.h"
#include "core/events/dating/narrative.h"
#include "core/events/facts/participants.h"
#include "core/events/facts/status.h"
#include "core/events/facts/summary.h"
#include "core/events/sharing/same_happening.h"
#include "core/events/sharing/shared_time.h"
#include "core/events/words/triggers.h"
#include "core/support/unicode.h"
#include "core/support/word_set.h"

#include <algorithm>

namespace quoth {
namespace {

constexpr std::size_t mostParticipants = 4;

class Finder {
public:
    Finder(const TokenizedText& text, const Syntax& syntax, const EventLexicon& lexicon,
           std::vector<std::optional<EventClass>> classes, const std::vector<TimeExpression>& times,
           const std::vector<Quote>& quotes, std::optional<Date> published)
        : m_text(text), m_syntax(syntax), m_lexicon(lexicon), m_times(times),
          m_published(published), m_classes(std::move(classes)),
          m_kinds(findTriggers(text, lexicon, quotes)),
          m_datings(text.tokens.size()), m_context{text,  lexicon,  m_kinds,
                                                   times, m_ranges, published} {}

    std::vector<Event> find(const MentionIndex& mentions) {
        judgeWords();
        leaveOutFrame();
        markTimes();
        dateEvents();
        dateLead(m_context, m_datings);
        std::vector<Event> events = list(mentions);
        mergeEvents(m_text, events);
        if (dateByHappenings(m_context, events, m_datings)) {
            events = list(mentions);
            mergeEvents(m_text, events);
        }
        for (Event& event : events)
            event.summary = eventSummary(m_text, m_text.tokenAt(event.trigger.begin));
        return events;
    }

private:
    // All but the summaries, which no other step reads.
    std::vector<Event> list(const MentionIndex& mentions) const {
        std::vector<Event> events;
        for (std::uint32_t i = 0; i < m_text.tokens.size(); ++i) {
            const auto& dating = m_datings[i];
            if (!dating && !m_classes[i]) continue;
            Event event;
            // What a time dates happens, whatever the classifier says.
            if (!dating) event.eventClass = *m_classes[i];
            event.trigger = m_text.tokens[i].span;
            if (dating) {
                event.time = dating->time;
                event.value = dating->value.toString();
            }
            event.participants = eventParticipants(m_text, m_syntax, mentions, i);
            if (event.participants.size() > mostParticipants)
                event.participants.resize(mostParticipants);
            event.status =
                eventStatus(m_text, m_lexicon, i, dating && m_context.isAhead(dating->value));
            events.push_back(std::move(event));
        }
        return events;
    }

    // Nouns that the lexicon is sure of name happenings, though the classifier may not know them
    // ("landslide") or take them for statements ("hold talks"); of the others it decides. What
    // states a quote reports, as "recalled" may.
    void judgeWords() {
        for (std::size_t i = 0; i < m_kinds.size(); ++i) {
            std::optional<EventClass>& eventClass = m_classes[i];
            const bool reports =
                m_kinds[i] == TriggerKind::Cue || m_lexicon.isReport(m_text.tokens[i].lemma);
            if (m_kinds[i] == TriggerKind::Noun)
                eventClass = EventClass::Occurrence;
            else if (!eventClass && m_kinds[i] == TriggerKind::MaybeNoun)
                m_kinds[i] = TriggerKind::None;
            else if (reports && eventClass == EventClass::Occurrence)
                eventClass = EventClass::Reporting;
        }
    }

    // "Published 14 November 2025": what is told beside the article is no event of it.
    void leaveOutFrame() {
        for (const Sentence& sentence : m_text.sentences) {
            const BlockKind kind = m_text.blocks[sentence.block].kind;
            if (kind == BlockKind::Byline || kind == BlockKind::Dateline ||
                kind == BlockKind::Credit)
                for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i)
                    exclude(i);
        }
    }

    // The words of a time expression name no event ("Election Day", "the second quarter").
    void markTimes() {
        m_ranges.reserve(m_times.size());
        for (const TimeExpression& time : m_times) {
            m_ranges.push_back(m_text.tokensIn(time.span));
            for (std::uint32_t i = m_ranges.back().begin; i < m_ranges.back().end; ++i)
                exclude(i);
            markEdge(m_ranges.back().begin);
        }
    }

    void exclude(std::uint32_t i) {
        m_kinds[i] = TriggerKind::None;
        m_classes[i].reset();
    }

    // "by the end of 1980"
    void markEdge(std::uint32_t time) {
        if (time < 2) return;
        std::uint32_t of = time - 1;
        if (m_text.tokens[of].pos == Pos::Det) --of;
        if (of == 0 || m_text.tokens[of].lower != "of") return;
        constexpr WordSet edges({"beginning", "end", "middle", "start"});
        if (edges.contains(m_text.tokens[of - 1].lower)) exclude(of - 1);
    }

    std::string wordBefore(std::size_t time) const {
        const std::uint32_t at = m_ranges[time].begin;
        if (at == 0 || m_text.sentenceOf(at - 1) != m_text.sentenceOf(at)) return {};
        return m_text.tokens[at - 1].lower;
    }

    bool isPossessive(std::size_t time) const {
        const std::uint32_t after = m_ranges[time].end;
        return after < m_text.tokens.size() && m_text.tokens[after].lower == "'s";
    }

    // "from X to Y", "between X and Y": what joins this expression to the next one.
    bool opensInterval(std::size_t time) const {
        if (time + 1 >= m_times.size()) return false;
        const std::uint32_t middle = m_ranges[time].end;
        if (m_ranges[time + 1].begin != middle + 1) return false;
        const std::string& joint = m_text.tokens[middle].lower;
        const std::string before = wordBefore(time);
        return before == "between" ? joint == "and"
                                   : joint == "to" || joint == "until" || joint == "till" ||
                                         joint == "through" || joint == "\u2013" || joint == "-";
    }

    struct Dated { // by one time expression
        EventDating dating;
        IndexRange tokens; // of the expression, both ends of an interval
        std::vector<std::uint32_t> triggers;
    };

    void dateEvents() {
        std::vector<Dated> all;
        for (std::size_t t = 0; t < m_times.size(); ++t) {
            const auto value = calendarValue(t);
            if (!value) continue;
            Dated one{{makeId<TimeTag>(t), *value}, m_ranges[t], {}};
            if (opensInterval(t))
                if (const auto interval = intervalValue(value, valueOf(t + 1))) {
                    one.dating.value = *interval;
                    one.tokens.end = m_ranges[++t].end;
                }
            one.triggers = datedTriggers(m_text, m_lexicon, m_kinds, one.tokens,
                                         m_context.isAhead(one.dating.value));
            for (const std::uint32_t token : one.triggers)
                if (!m_datings[token] || isSharper(one.dating, *m_datings[token]))
                    m_datings[token] = one.dating;
            all.push_back(std::move(one));
        }
        for (const Dated& one : all)
            for (const std::uint32_t token :
                 sharingTriggers(m_text, m_lexicon, m_kinds, one.tokens, one.triggers))
                if (!m_datings[token] && !hasTimeBeside(token, one.tokens))
                    m_datings[token] = one.dating;
    }

    // "In 2003 ..., and work began in 2004": a time other than `shared` in its own part of the
    // clause.
    bool hasTimeBeside(std::uint32_t token, IndexRange shared) const {
        std::uint32_t begin = token;
        const IndexRange clause = clauseAround(m_text, token);
        while (begin > clause.begin && m_text.tokens[begin - 1].pos != Pos::Cconj)
            --begin;
        auto time = std::partition_point(m_ranges.begin(), m_ranges.end(),
                                         [&](IndexRange range) { return range.begin < begin; });
        for (; time != m_ranges.end() && time->begin < clause.end; ++time)
            if (time->end <= shared.begin || time->begin >= shared.end) return true;
        return false;
    }

    bool isSharper(const EventDating& a, const EventDating& b) const {
        if (a.value.isSharperThan(b.value)) return true;
        if (b.value.isSharperThan(a.value)) return false;
        return hasClock(a.time.value) && !hasClock(b.time.value);
    }

    bool hasClock(std::size_t time) const {
        const auto value = CalendarValue::parse(m_times[time].value);
        return value && value->timeOfDay();
    }

    // None where the expression only bounds when it was: "before Wednesday", but not "before
    // Wednesday's talks"; what was before a time of day was on that day.
    std::optional<CalendarValue> calendarValue(std::size_t time) const {
        if (m_ranges[time].empty()) return {};
        const std::string before = wordBefore(time);
        constexpr WordSet limits({"after", "before"}), ends({"till", "until"});
        const bool bounds = limits.contains(before) && !hasClock(time);
        if ((bounds || ends.contains(before)) && !isPossessive(time)) return {};
        const auto value = valueOf(time);
        return before == "since" ? sinceValue(value, m_published) : value;
    }

    std::optional<CalendarValue> valueOf(std::size_t time) const {
        return eventValue(m_times[time], toLower(m_text.slice(m_times[time].span)), m_published);
    }

    const TokenizedText& m_text;
    const Syntax& m_syntax;
    const EventLexicon& m_lexicon;
    const std::vector<TimeExpression>& m_times;
    std::optional<Date> m_published;
    std::vector<std::optional<EventClass>> m_classes; // by token
    std::vector<TriggerKind> m_kinds;
    EventDatings m_datings;
    std::vector<IndexRange> m_ranges; // tokens of each time expression
    EventContext m_context;
};

} // namespace

Expected<EventFinder> EventFinder::load(const std::filesystem::path& resources,
                                        const Tagger& tagger) {
    auto lexicon = EventLexicon::load(resources);
    if (!lexicon) return unexpected(lexicon.error());
    auto classifier =
        EventClassifier::load(resources / "models" / "events.model", *lexicon, tagger);
    if (!classifier) return unexpected(classifier.error());
    return EventFinder(std::move(*lexicon), std::move(*classifier));
}

std::vector<Event> EventFinder::find(const TokenizedText& text, const Syntax& syntax,
                                     const std::vector<TimeExpression>& times,
                                     const std::vector<Entity>& entities,
                                     const std::vector<Quote>& quotes,
                                     std::optional<Date> published) const {
    return Finder(text, syntax, m_lexicon, m_classifier.classify(text, m_lexicon), times, quotes,
                  published)
        .find(MentionIndex(entities));
}

} // namespace quoth

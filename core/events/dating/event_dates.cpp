#include "core/events/dating/event_dates.h"

#include "core/events/dating/dated_triggers.h"
#include "core/events/dating/event_value.h"
#include "core/events/dating/lead.h"
#include "core/support/unicode.h"
#include "core/word_sets/events.h"

namespace quoth {
namespace {

class DateFinder {
public:
    explicit DateFinder(const EventContext& context)
        : m_context(context), m_text(context.text), m_times(context.times),
          m_ranges(context.timeTokens) {}

    EventDates find() {
        EventDates dates;
        dates.datings.resize(m_text.tokens.size());
        for (std::size_t t = 0; t < m_times.size(); ++t) {
            const auto value = calendarValue(t);
            if (!value) continue;
            DatedByTime one{{makeId<TimeTag>(t), *value}, m_ranges[t], {}};
            if (opensInterval(t) || isJoinedNext(t))
                if (const auto interval = intervalValue(value, valueOf(t + 1))) {
                    one.dating.value = *interval;
                    one.tokens.end = m_ranges[++t].end;
                }
            one.triggers =
                datedTriggers(m_context, one.tokens, m_context.isAhead(one.dating.value));
            for (const std::uint32_t token : one.triggers)
                if (auto& known = dates.datings[token]; !known || isSharper(one.dating, *known))
                    known = one.dating;
            dates.byTime.push_back(std::move(one));
        }
        return dates;
    }

private:
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
        return before == "between" ? joint == "and" : words::intervalJoints.contains(joint);
    }

    // "in August and September", "on Monday and Tuesday": one right after the other.
    bool isJoinedNext(std::size_t time) const {
        if (time + 1 >= m_times.size()) return false;
        const std::uint32_t middle = m_ranges[time].end;
        if (m_ranges[time + 1].begin != middle + 1 || m_text.tokens[middle].lower != "and")
            return false;
        const auto first = valueOf(time), next = valueOf(time + 1);
        return first && next && first->granularity() == next->granularity() &&
               std::chrono::sys_days{first->days().last} + std::chrono::days{1} ==
                   std::chrono::sys_days{next->days().first};
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
        const bool bounds = words::boundingPrepositions.contains(before) && !hasClock(time);
        if ((bounds || words::untilPrepositions.contains(before)) && !isPossessive(time)) return {};
        const auto value = valueOf(time);
        return before == "since" ? sinceValue(value, m_context.published) : value;
    }

    std::optional<CalendarValue> valueOf(std::size_t time) const {
        return eventValue(m_times[time], toLower(m_text.slice(m_times[time].span)),
                          m_context.published);
    }

    const EventContext& m_context;
    const TokenizedText& m_text;
    const std::vector<TimeExpression>& m_times;
    const std::vector<IndexRange>& m_ranges; // tokens of each
};

} // namespace

EventDates dateEvents(const EventContext& context) {
    EventDates dates = DateFinder(context).find();
    dateLead(context, dates.datings);
    return dates;
}

} // namespace quoth

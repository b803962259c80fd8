#include "core/time/spoken_days.h"

#include "core/document/calendar_value.h"
#include "core/support/unicode.h"
#include "core/time/calendar.h"
#include "core/word_sets/time.h"

#include <algorithm>
#include <string>

namespace quoth {
namespace {

class SpokenDays {
public:
    SpokenDays(const TokenizedText& text, const Syntax& syntax, Date published,
               std::vector<TimeExpression>& times)
        : m_text(text), m_syntax(syntax), m_published(published), m_times(times) {}

    void count(const Quote& quote) {
        if (quote.kind != QuoteKind::Direct || quote.cue.empty()) return;
        const auto spoken = dayOfCue(quote.cue.back());
        if (!spoken) return;
        const auto days = static_cast<int>(
            (std::chrono::sys_days{*spoken} - std::chrono::sys_days{m_published}).count());
        if (days == 0) return;
        for (const Span& content : quote.content)
            for (auto time = firstFrom(content.begin);
                 time != m_times.end() && time->span.end <= content.end; ++time)
                move(*time, days);
    }

private:
    std::vector<TimeExpression>::iterator firstFrom(std::size_t begin) const {
        return std::partition_point(
            m_times.begin(), m_times.end(),
            [&](const TimeExpression& time) { return time.span.begin < begin; });
    }

    // The one day that hangs on the cue: "said on Tuesday".
    std::optional<Date> dayOfCue(Span cue) const {
        const IndexRange tokens = m_text.tokensIn(cue);
        const Span sentence =
            m_text.spanOf(m_text.sentences[m_text.sentenceOf(tokens.begin)].tokens);
        for (auto time = firstFrom(sentence.begin);
             time != m_times.end() && time->span.end <= sentence.end; ++time) {
            const std::uint32_t head = m_syntax.topOf(m_text.tokensIn(time->span));
            const auto value = CalendarValue::parse(time->value);
            if (value && value->isOneDay() && !m_syntax.isRoot(head) &&
                tokens.contains(m_syntax.headOf(head)))
                return value->days().first;
        }
        return std::nullopt;
    }

    void move(TimeExpression& time, int days) const {
        if (!words::daysFromNow.contains(toLower(m_text.slice(time.span)))) return;
        const auto value = CalendarValue::parse(time.value);
        if (!value) return;
        const auto clock = value->timeOfDay();
        time.value =
            toIso(addDays(value->days().first, days)) + (clock ? clock->toString() : std::string());
    }

    const TokenizedText& m_text;
    const Syntax& m_syntax;
    const Date m_published;
    std::vector<TimeExpression>& m_times;
};

} // namespace

void countFromSpeech(const TokenizedText& text, const Syntax& syntax,
                     const std::vector<Quote>& quotes, std::optional<Date> published,
                     std::vector<TimeExpression>& times) {
    if (!published) return;
    SpokenDays spoken(text, syntax, *published, times);
    for (const Quote& quote : quotes)
        spoken.count(quote);
}

} // namespace quoth

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
        const auto spoken = timeOfCue(quote);
        if (!spoken) return;
        for (const Span& content : quote.content)
            for (auto time = firstFrom(content.begin);
                 time != m_times.end() && time->span.end <= content.end; ++time)
                move(*time, *spoken);
    }

private:
    std::vector<TimeExpression>::iterator firstFrom(std::size_t begin) const {
        return std::partition_point(
            m_times.begin(), m_times.end(),
            [&](const TimeExpression& time) { return time.span.begin < begin; });
    }

    // When it was said: the day, or the year, that hangs on the cue ("said on Tuesday") or on what
    // the speaker does meanwhile ("Speaking on Tuesday, she said").
    std::optional<CalendarValue> timeOfCue(const Quote& quote) const {
        const IndexRange tokens = m_text.tokensIn(quote.cue.back());
        const Span sentence =
            m_text.spanOf(m_text.sentences[m_text.sentenceOf(tokens.begin)].tokens);
        for (auto time = firstFrom(sentence.begin);
             time != m_times.end() && time->span.end <= sentence.end; ++time) {
            const std::uint32_t head = m_syntax.topOf(m_text.tokensIn(time->span));
            const auto value = CalendarValue::parse(time->value);
            const bool told =
                value && (value->isOneDay() || value->granularity() == Granularity::Year);
            const bool quoted =
                std::any_of(quote.content.begin(), quote.content.end(),
                            [&](const Span& content) { return content.contains(time->span); });
            if (told && !quoted && hangsOn(head, tokens)) return value;
        }
        return std::nullopt;
    }

    bool hangsOn(std::uint32_t token, IndexRange cue) const {
        constexpr int farthest = 2; // "wrote in a letter in 1916"
        for (int steps = 0; steps < farthest && !m_syntax.isRoot(token); ++steps) {
            token = m_syntax.headOf(token);
            if (cue.contains(token)) return true;
        }
        return false;
    }

    void move(TimeExpression& time, const CalendarValue& spoken) const {
        const std::string words = toLower(m_text.slice(time.span));
        const auto value = CalendarValue::parse(time.value);
        if (!value) return;
        if (words::yearsFromNow.contains(words)) {
            const int years = spoken.year() - static_cast<int>(m_published.year());
            if (const auto moved = stretchOf(value->year() + years, 1, Granularity::Year))
                time.value = moved->toString();
            return;
        }
        if (!words::daysFromNow.contains(words) || !spoken.isOneDay()) return;
        const auto days = static_cast<int>(
            (std::chrono::sys_days{spoken.days().first} - std::chrono::sys_days{m_published})
                .count());
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

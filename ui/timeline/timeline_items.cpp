#include "ui/timeline/timeline_items.h"

#include "ui/quotes/quote_text.h"
#include "ui/session/view_state.h"
#include "ui/timeline/time_scale.h"

#include <algorithm>

namespace quoth::ui {
namespace {

Precision precisionOf(const std::string& value, const DayRange& days) {
    if (days.first == days.last) return Precision::Day;
    const bool exact = value.find('/') != std::string::npos || value.find('W') != std::string::npos;
    return exact ? Precision::Stretch : Precision::Fuzzy;
}

std::optional<TimelineItem> itemFor(TimelineLane lane, std::variant<EventId, QuoteId> id,
                                    const std::string& value) {
    const auto days = daysOf(value);
    if (!days) return std::nullopt;
    return TimelineItem{
        lane,  id, dayNumber(days->first), dayNumber(days->last), precisionOf(value, *days),
        value, {}};
}

// The first time expression with calendar days in the sentence around `at`.
const TimeExpression* dateTold(const Document& document, std::uint32_t at) {
    const auto sentence = document.sentenceAt(at);
    if (!sentence) return nullptr;
    const auto& times = document.times();
    auto time = std::lower_bound(
        times.begin(), times.end(), sentence->begin,
        [](const TimeExpression& time, std::uint32_t begin) { return time.span.begin < begin; });
    for (; time != times.end() && time->span.end <= sentence->end; ++time)
        if (daysOf(time->value)) return &*time;
    return nullptr;
}

} // namespace

TimelineItems timelineItems(const Document& document) {
    TimelineItems out;
    for (std::size_t i = 0; i < document.events().size(); ++i) {
        const auto id = makeId<EventTag>(i);
        if (auto item = itemFor(TimelineLane::Events, id, document.event(id).value)) {
            item->label = eventLabel(document, id);
            out.dated.push_back(std::move(*item));
        } else {
            out.undated.push_back(id);
        }
    }
    out.events = out.dated.size();
    for (std::size_t i = 0; i < document.quotes().size(); ++i) {
        const Quote& quote = document.quotes()[i];
        const TimeExpression* time = dateTold(document, quote.content.front().begin);
        if (!time) continue;
        auto item = itemFor(TimelineLane::Statements, makeId<QuoteTag>(i), time->value);
        item->label = speakerLabel(document, quote);
        out.dated.push_back(std::move(*item));
    }
    std::stable_sort(
        out.dated.begin(), out.dated.end(), [](const TimelineItem& a, const TimelineItem& b) {
            return std::tie(a.lane, a.first, a.last) < std::tie(b.lane, b.first, b.last);
        });
    if (!document.published())
        for (const TimeExpression& time : document.times())
            if (time.value.empty() &&
                (time.type == TimeType::Date || time.type == TimeType::Time) && out.waiting++ == 0)
                out.waitingExample = toQString(document.slice(time.span)).simplified();
    return out;
}

QString eventLabel(const Document& document, EventId id) {
    constexpr qsizetype shortEnough = 44, longest = 120;
    const Event& event = document.event(id);
    const QString trigger = toQString(document.slice(event.trigger)).simplified();
    QString summary = toQString(event.summary).simplified();
    if (summary.isEmpty()) return trigger;
    // A long clause begins with the word that names the happening.
    const qsizetype at = summary.size() > shortEnough ? summary.indexOf(trigger) : -1;
    if (at > 0) summary = summary.mid(at);
    return summary.left(longest);
}

QString itemSentence(const Document& document, const TimelineItem& item) {
    const auto* event = std::get_if<EventId>(&item.id);
    const Span span = event ? document.event(*event).trigger
                            : document.quote(std::get<QuoteId>(item.id)).content.front();
    const auto sentence = document.sentenceAt(span.begin);
    return toQString(document.slice(sentence.value_or(span))).simplified();
}

} // namespace quoth::ui

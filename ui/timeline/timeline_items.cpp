#include "ui/timeline/timeline_items.h"

#include "ui/quotes/quote_text.h"
#include "ui/state/view_state.h"
#include "ui/timeline/time_scale.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <set>

namespace quoth::ui {
namespace {

// What this file says, translated.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

Precision precisionOf(const CalendarValue& value) {
    if (value.isOneDay()) return Precision::Day;
    switch (value.granularity()) {
    case Granularity::Interval:
    case Granularity::Week:
    case Granularity::Weekend:
        return Precision::Stretch;
    default:
        return Precision::Fuzzy;
    }
}

std::optional<TimelineItem> itemFor(TimelineLane lane, std::variant<EventId, QuoteId> id,
                                    const std::optional<CalendarValue>& value) {
    constexpr double wholeDay = 24 * 60; // minutes
    if (!value) return std::nullopt;
    const DayRange days = value->days();
    const double first = dayNumber(days.first);
    if (const auto time = value->timeOfDay(); time && value->isOneDay()) {
        const ClockRange minutes = time->minutes();
        const bool moment = minutes.first == minutes.last;
        return TimelineItem{lane,
                            id,
                            first + minutes.first / wholeDay,
                            first + minutes.last / wholeDay,
                            moment ? Precision::Moment : Precision::Fuzzy,
                            value,
                            {}};
    }
    return TimelineItem{lane,  id, first, dayNumber(days.last) + 1.0, precisionOf(*value),
                        value, {}};
}

// "The 2030s" are some time in these years, though the event has their first and last one.
bool isSomeTimeWithin(const Document& document, EventId id, const TimelineItem& item) {
    const Event& event = document.event(id);
    if (item.precision != Precision::Stretch || !event.time) return false;
    const auto own = CalendarValue::parse(document.time(*event.time).value);
    const auto value = CalendarValue::parse(event.value);
    return own && value && own->days() == value->days() && precisionOf(*own) == Precision::Fuzzy;
}

// The first time expression with calendar days.
std::optional<CalendarValue> dateWithin(const Document& document, Span span) {
    const auto& times = document.times();
    auto time = std::lower_bound(
        times.begin(), times.end(), span.begin,
        [](const TimeExpression& time, std::uint32_t begin) { return time.span.begin < begin; });
    for (; time != times.end() && time->span.end <= span.end; ++time)
        if (const auto value = CalendarValue::parse(time->value)) return value;
    return std::nullopt;
}

// What the statement tells of, else a date in the sentence around it.
std::optional<CalendarValue> dateTold(const Document& document, const Quote& quote) {
    for (const Span& content : quote.content)
        if (const auto date = dateWithin(document, content)) return date;
    const auto sentence = document.sentenceAt(quote.content.front().begin);
    return sentence ? dateWithin(document, *sentence) : std::nullopt;
}

// Is anything of it told as a fact or as coming?
bool isOccurrence(const Document& document, const Happening& happening) {
    const auto isOne = [&](EventId id) {
        const Event& event = document.event(id);
        return event.eventClass == EventClass::Occurrence &&
               (event.status == EventStatus::Happened || event.status == EventStatus::Planned);
    };
    return isOne(happening.shown) ||
           std::any_of(happening.retold.begin(), happening.retold.end(), isOne);
}

} // namespace

bool TimelineItem::standsFor(EventId event) const {
    if (const auto* own = std::get_if<EventId>(&id); !own || *own == event) return own;
    const auto& [shown, retold, alongside, days] = happening;
    return std::find(retold.begin(), retold.end(), event) != retold.end() ||
           std::find(alongside.begin(), alongside.end(), event) != alongside.end();
}

bool TimelineItem::passes(const ViewState& state) const {
    const auto any = [&](const std::vector<EventId>& events) {
        return std::any_of(events.begin(), events.end(),
                           [&](EventId event) { return state.passes(event); });
    };
    return std::visit([&](auto own) { return state.passes(own); }, id) || any(happening.retold) ||
           any(happening.alongside);
}

TimelineItems timelineItems(const Document& document) {
    TimelineItems out;
    std::set<QString> listed;
    for (Happening& happening : happeningsOf(document)) {
        const EventId id = happening.shown;
        if (auto item = itemFor(TimelineLane::Events, id, exactValue(document, id))) {
            item->label = eventLabel(document, tellingMention(document, happening));
            item->openEnd = isOpenEnded(document, id);
            if (isSomeTimeWithin(document, id, *item)) item->precision = Precision::Fuzzy;
            item->status = document.event(id).status;
            item->happening = std::move(happening);
            out.dated.push_back(std::move(*item));
        } else if (isOccurrence(document, happening) &&
                   listed.insert(eventLabel(document, id)).second) {
            out.undated.push_back(id);
        }
    }
    out.events = out.dated.size();
    for (std::size_t i = 0; i < document.quotes().size(); ++i) {
        const Quote& quote = document.quotes()[i];
        auto item =
            itemFor(TimelineLane::Statements, makeId<QuoteTag>(i), dateTold(document, quote));
        if (!item) continue;
        item->label = speakerLabel(document, quote);
        out.dated.push_back(std::move(*item));
    }
    std::stable_sort(out.dated.begin(), out.dated.end(),
                     [](const TimelineItem& a, const TimelineItem& b) {
                         return std::tie(a.lane, a.begin, a.end) < std::tie(b.lane, b.begin, b.end);
                     });
    out.hours = std::any_of(out.dated.begin(), out.dated.end(), [](const TimelineItem& item) {
        return item.value->timeOfDay().has_value();
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
    // A long clause that is cut off begins with the word that names the happening.
    const bool cut = summary.startsWith(QChar(0x2026));
    const qsizetype at = cut && summary.size() > shortEnough ? summary.indexOf(trigger) : -1;
    if (at > 0) summary = summary.mid(at);
    return summary.left(longest);
}

QString datingWords(const Document& document, EventId event) {
    const QString words = toQString(relativeWords(document, event)).simplified();
    const bool letters =
        std::any_of(words.begin(), words.end(), [](QChar c) { return c.isLetter(); });
    return letters ? words : QString();
}

QString statusInWords(EventStatus status) {
    switch (status) {
    case EventStatus::Planned:
        return Words::tr("planned");
    case EventStatus::Possible:
        return Words::tr("possible");
    case EventStatus::Negated:
        return Words::tr("did not happen");
    case EventStatus::Happened:
        break;
    }
    return {};
}

QString publishedLabel(const Document& document) {
    const QString day = rangeLabel({*document.published(), *document.published()});
    return document.article().publishedIsGuess ? Words::tr("%1 (file’s date, a guess)").arg(day)
                                               : day;
}

QString publishedOrigin(const Document& document) {
    const Article& article = document.article();
    switch (article.publishedFrom) {
    case DateOrigin::None:
        return {};
    case DateOrigin::Caller:
        return article.publishedIsGuess ? Words::tr("the file’s date, a guess")
                                        : Words::tr("set by you");
    case DateOrigin::Text:
        return Words::tr("from the article’s text");
    case DateOrigin::Metadata:
        break;
    }
    switch (article.publishedSource) {
    case DateSource::TimeElement:
    case DateSource::Printed:
        return Words::tr("printed beside the headline");
    case DateSource::Address:
        return Words::tr("from the page’s address");
    case DateSource::OtherTime:
        return Words::tr("from a date elsewhere on the page");
    case DateSource::None:
    case DateSource::JsonLd:
    case DateSource::Microdata:
    case DateSource::Meta:
        break;
    }
    return Words::tr("from the file’s own data");
}

QString itemFacts(const Document& document, const TimelineItem& item) {
    QStringList facts{whenLabel(*item.value)};
    const auto* event = std::get_if<EventId>(&item.id);
    if (!event) return facts.first();
    if (const QString status = statusInWords(item.status); !status.isEmpty()) facts << status;
    if (document.event(*event).byReader) facts << Words::tr("set by you");
    if (const QString words = datingWords(document, *event); !words.isEmpty()) {
        const QString quoted = Words::tr("“%1”").arg(words);
        facts << (document.published()
                      ? Words::tr("from %1, published %2").arg(quoted, publishedLabel(document))
                      : quoted);
    }
    const int times = static_cast<int>(item.happening.retold.size()) + 1;
    if (times > 1) facts << Words::tr("told %Ln time(s)", nullptr, times);
    QStringList people;
    for (const EntityId id : participantsOf(document, item.happening))
        people << toQString(document.entity(id).name);
    if (!people.isEmpty()) facts << people.join(QStringLiteral(", "));
    return facts.join(QStringLiteral(" · "));
}

QString itemSentence(const Document& document, const TimelineItem& item) {
    const auto* event = std::get_if<EventId>(&item.id);
    const Span span = event ? document.event(*event).trigger
                            : document.quote(std::get<QuoteId>(item.id)).content.front();
    const auto sentence = document.sentenceAt(span.begin);
    return toQString(document.slice(sentence.value_or(span))).simplified();
}

} // namespace quoth::ui

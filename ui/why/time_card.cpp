#include "ui/why/time_card.h"

#include "core/document/happenings.h"
#include "core/time/calendar.h"
#include "ui/state/view_state.h"
#include "ui/timeline/time_scale.h"
#include "ui/timeline/timeline_items.h"
#include "ui/widgets/panel_style.h"

#include <QCoreApplication>
#include <algorithm>

namespace quoth::ui {
namespace {

// What this file says, translated.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Time)
};

// "P5Y" as "5 years"; empty for values with a fraction or several units.
QString durationInWords(const std::string& value) {
    struct Unit {
        TimeUnit unit;
        const char* name;
    };
    static constexpr Unit units[] = {
        {TimeUnit::Year, QT_TRANSLATE_N_NOOP("Time", "%Ln year(s)")},
        {TimeUnit::Month, QT_TRANSLATE_N_NOOP("Time", "%Ln month(s)")},
        {TimeUnit::Week, QT_TRANSLATE_N_NOOP("Time", "%Ln week(s)")},
        {TimeUnit::Day, QT_TRANSLATE_N_NOOP("Time", "%Ln day(s)")},
        {TimeUnit::Hour, QT_TRANSLATE_N_NOOP("Time", "%Ln hour(s)")},
        {TimeUnit::Minute, QT_TRANSLATE_N_NOOP("Time", "%Ln minute(s)")},
    };
    const auto duration = durationOf(value);
    for (const Unit& each : units)
        if (duration && each.unit == duration->unit)
            return Words::tr(each.name, nullptr, duration->count);
    return {};
}

QString reference(const std::string& value) {
    if (value == "PAST_REF") return Words::tr("in the past, not told when");
    if (value == "PRESENT_REF") return Words::tr("at the time of writing");
    if (value == "FUTURE_REF") return Words::tr("to come, not told when");
    return {};
}

// "The day before the fire" has no days of its own; the event that it dates has.
const Event* countedFromAnother(const Document& document, TimeId id) {
    if (CalendarValue::parse(document.time(id).value)) return nullptr;
    const auto event =
        std::find_if(document.events().begin(), document.events().end(),
                     [&](const Event& e) { return e.time == id && CalendarValue::parse(e.value); });
    return event == document.events().end() ? nullptr : &*event;
}

} // namespace

QString timeInWords(const Document& document, TimeId id) {
    const TimeExpression& time = document.time(id);
    if (const Event* event = countedFromAnother(document, id))
        return whenLabel(*CalendarValue::parse(event->value));
    if (time.type == TimeType::Set) return Words::tr("again and again");
    if (const auto value = CalendarValue::parse(time.value)) return whenLabel(*value);
    if (const QString when = reference(time.value); !when.isEmpty()) return when;
    if (const QString length = durationInWords(time.value); !length.isEmpty()) return length;
    if (!time.value.empty()) return toQString(time.value);
    return document.published() ? Words::tr("no day that could be told")
                                : Words::tr("waits for the article’s date");
}

QString timeOrigin(const Document& document, TimeId id) {
    const TimeExpression& time = document.time(id);
    if (countedFromAnother(document, id)) return Words::tr("counted from what is told beside it");
    const auto value = CalendarValue::parse(time.value);
    if (!value) return {};
    const std::string_view said = document.slice(time.span);
    if (statesYear(said, *value) || !document.published()) return Words::tr("as the text has it");
    const QString origin = publishedOrigin(document);
    if (origin.isEmpty() || document.article().publishedIsGuess) // which the label says
        return Words::tr("counted from the article’s date, %1").arg(publishedLabel(document));
    return Words::tr("counted from the article’s date, %1 (%2)")
        .arg(publishedLabel(document), origin);
}

QString timeCardHtml(const Document& document, TimeId id) {
    const TimeExpression& time = document.time(id);
    QString out =
        QStringLiteral("<p style='margin:0 0 4px 0'><b>%1</b></p><p style='margin:0'>%2 %3</p>")
            .arg(timeInWords(document, id).toHtmlEscaped(),
                 Words::tr("“%1”")
                     .arg(toQString(document.slice(time.span)).simplified())
                     .toHtmlEscaped(),
                 timeOrigin(document, id).toHtmlEscaped());
    constexpr int most = 3;
    int listed = 0;
    for (const Happening& happening : happeningsOf(document)) {
        if (document.event(happening.shown).time != id || listed++ >= most) continue;
        out += QStringLiteral("<p style='margin:4px 0 0 0'>• %1</p>")
                   .arg(eventLabel(document, happening.shown).toHtmlEscaped());
    }
    return out;
}

} // namespace quoth::ui

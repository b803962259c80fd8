#include "ui/timeline/time_scale.h"

#include "core/formats/out/date_words.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>
#include <algorithm>
#include <array>

namespace quoth::ui {
namespace {

// What this file says, translated.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

using namespace std::chrono;

struct UnitRule {
    TickUnit unit;
    double days; // of the shortest such unit
    int months;  // 0 for weeks and less
};
constexpr std::array<UnitRule, 12> unitRules = {{
    {TickUnit::Hour, 1.0 / 24, 0},
    {TickUnit::ThreeHours, 3.0 / 24, 0},
    {TickUnit::SixHours, 6.0 / 24, 0},
    {TickUnit::Day, 1, 0},
    {TickUnit::Week, 7, 0},
    {TickUnit::Month, 28, 1},
    {TickUnit::Quarter, 90, 3},
    {TickUnit::Year, 365, 12},
    {TickUnit::FiveYears, 5 * 365, 60},
    {TickUnit::Decade, 10 * 365, 120},
    {TickUnit::HalfCentury, 50 * 365, 600},
    {TickUnit::Century, 100 * 365, 1200},
}};

const UnitRule& rule(TickUnit unit) {
    return unitRules[static_cast<std::size_t>(unit)];
}

constexpr int firstMonth = 12; // of year 1, counted from year 0
constexpr int lastMonth = 9999 * 12 + 11;

int monthNumber(Date date) {
    return static_cast<int>(date.year()) * 12 +
           static_cast<int>(static_cast<unsigned>(date.month())) - 1;
}
Date monthStart(int number) {
    return year{number / 12} / month{static_cast<unsigned>(number % 12) + 1} / 1;
}

QDate toQDate(Date date) {
    return QDate(static_cast<int>(date.year()),
                 static_cast<int>(static_cast<unsigned>(date.month())),
                 static_cast<int>(static_cast<unsigned>(date.day())));
}
QString format(Date date, const QString& pattern) {
    return QLocale().toString(toQDate(date), pattern);
}

QString tickLabel(TickUnit unit, Date date, bool full) {
    switch (unit) {
    case TickUnit::Day:
    case TickUnit::Week:
        return format(date, full ? Words::tr("d MMM yyyy") : QStringLiteral("d"));
    case TickUnit::Month:
    case TickUnit::Quarter:
        return format(date, full ? Words::tr("MMMM yyyy") : QStringLiteral("MMM"));
    default:
        return QString::number(static_cast<int>(date.year()));
    }
}

QString clockLabel(int minutes) {
    return QString::fromStdString(clockInWords(minutes));
}

// ", 08:30", ", morning".
QString clockPart(TimeOfDay time) {
    const ClockRange minutes = time.minutes();
    if (minutes.first == minutes.last) return QStringLiteral(", ") + clockLabel(minutes.first);
    switch (time.part().value_or(DayPart::Midday)) {
    case DayPart::Morning:
        return Words::tr(", morning");
    case DayPart::Afternoon:
        return Words::tr(", afternoon");
    case DayPart::Evening:
        return Words::tr(", evening");
    case DayPart::Night:
        return Words::tr(", night");
    case DayPart::Midday: // a moment
        break;
    }
    return QStringLiteral(", %1–%2").arg(clockLabel(minutes.first), clockLabel(minutes.last));
}

} // namespace

int dayNumber(Date date) {
    return static_cast<int>(sys_days{date}.time_since_epoch().count());
}

Date dateOfDay(int day) {
    static const int first = dayNumber(year{1} / 1 / 1), last = dayNumber(year{9999} / 12 / 31);
    return Date{sys_days{days{std::clamp(day, first, last)}}};
}

TimeScale TimeScale::zoomed(double factor, double x, double smallest, double most) const {
    TimeScale out;
    out.pixelsPerDay = std::clamp(pixelsPerDay * factor, std::min(smallest, most), most);
    out.origin = day(x) - x / out.pixelsPerDay;
    return out;
}

TimeScale TimeScale::fitting(double first, double last, double width, double least) {
    if (last - first < least) {
        const double middle = (first + last) / 2;
        first = middle - least / 2;
        last = middle + least / 2;
    }
    return {first, std::min(std::max(width, 1.0) / (last - first), largest)};
}

TickUnit tickUnit(double pixelsPerDay, double labelWidth) {
    for (const UnitRule& rule : unitRules) {
        // Numbers of days are about half as wide as names of months, years, and hours.
        const bool isNumber = rule.unit == TickUnit::Day || rule.unit == TickUnit::Week;
        const double need = isNumber ? labelWidth * 0.6 : labelWidth;
        if (rule.days * pixelsPerDay >= need) return rule.unit;
    }
    return TickUnit::Century;
}

std::optional<TickUnit> contextUnit(TickUnit unit) {
    if (unit < TickUnit::Day) return TickUnit::Day;
    if (unit <= TickUnit::Week) return TickUnit::Month;
    if (unit <= TickUnit::Quarter) return TickUnit::Year;
    return std::nullopt;
}

std::vector<Tick> ticks(TickUnit unit, int first, int last, bool full) {
    std::vector<Tick> out;
    const Date from = dateOfDay(first), to = dateOfDay(last);
    const int months = rule(unit).months;
    if (unit < TickUnit::Day) {
        const int step = unit == TickUnit::Hour ? 1 : unit == TickUnit::ThreeHours ? 3 : 6;
        for (int day = dayNumber(from); day <= dayNumber(to); ++day)
            for (int hour = 0; hour < 24; hour += step)
                out.push_back({day + hour / 24.0, clockLabel(hour * 60)});
        return out;
    }
    if (months == 0) {
        int day = dayNumber(from);
        const int step = unit == TickUnit::Week ? 7 : 1;
        if (step == 7) day -= static_cast<int>(weekday{sys_days{from}}.iso_encoding()) - 1;
        for (; day <= dayNumber(to); day += step)
            out.push_back({static_cast<double>(day), tickLabel(unit, dateOfDay(day), full)});
        return out;
    }
    // Years and more begin where their number divides: 1990, 2000.
    int month = monthNumber(from) / months * months;
    for (; month <= std::min(monthNumber(to), lastMonth); month += months) {
        if (month < firstMonth) continue; // there is no year 0
        const Date date = monthStart(month);
        out.push_back({static_cast<double>(dayNumber(date)), tickLabel(unit, date, full)});
    }
    return out;
}

QString rangeLabel(const DayRange& days) {
    const QString whole = Words::tr("d MMM yyyy"), last = format(days.last, whole);
    if (days.first == days.last) return last;
    if (days.first.year() != days.last.year())
        return format(days.first, whole) + QStringLiteral(" – ") + last;
    if (days.first.month() != days.last.month())
        return format(days.first, Words::tr("d MMM")) + QStringLiteral(" – ") + last;
    return format(days.first, Words::tr("d", "the first of several days")) + QStringLiteral("–") +
           last;
}

QString whenLabel(const CalendarValue& value) {
    const DayRange days = value.days();
    const QString year = QString::number(value.year());
    if (const auto time = value.timeOfDay()) return rangeLabel(days) + clockPart(*time);
    const int month = static_cast<int>(static_cast<unsigned>(days.first.month()));
    switch (value.granularity()) {
    case Granularity::Interval: // "1902/1906", "2021-06/2024-10"
        if (value.start().granularity() <= Granularity::Weekend) break;
        return whenLabel(value.start()) + QStringLiteral(" – ") + whenLabel(value.end());
    case Granularity::Century:
    case Granularity::Decade:
        return Words::tr("the %1s").arg(year);
    case Granularity::Year:
        return year;
    case Granularity::Half:
        return QStringLiteral("H%1 %2").arg(month / 6 + 1).arg(year);
    case Granularity::Quarter:
        return QStringLiteral("Q%1 %2").arg(month / 3 + 1).arg(year);
    case Granularity::Month:
        return format(days.first, Words::tr("MMMM yyyy"));
    default:
        break;
    }
    return rangeLabel(days);
}

} // namespace quoth::ui

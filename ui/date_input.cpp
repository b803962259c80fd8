#include "ui/date_input.h"

#include "core/text/stated_date.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace quoth::ui {
namespace {

// What this file says, translated.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(DateInput)
};

TypedDate noDay() {
    return {{}, Words::tr("That is no day. Try 2021-05-20 or 20 May 2021.")};
}

// "20.05.2021", "20/05/2021", "2021-05-20": three numbers with one separator between them.
TypedDate readNumbers(const QRegularExpressionMatch& match, QDate today) {
    const QString separator = match.captured(QStringLiteral("separator"));
    const QString numbers[] = {match.captured(1), match.captured(3), match.captured(4)};
    const int first = numbers[0].toInt(), second = numbers[1].toInt(), third = numbers[2].toInt();
    if (numbers[0].size() == 4) return checkedDate(QDate(first, second, third), today);
    if (numbers[2].size() != 4)
        return {{}, Words::tr("Write the year with four digits, such as 2021.")};
    const QDate dayFirst(third, second, first), monthFirst(third, first, second);
    if (separator == QLatin1String(".")) return checkedDate(dayFirst, today);
    if (dayFirst.isValid() && monthFirst.isValid() && dayFirst != monthFirst) {
        const QLocale english(QLocale::English);
        const QString format = QStringLiteral("d MMMM");
        return {{},
                Words::tr("Is that %1 or %2? Write the month as a word.")
                    .arg(english.toString(dayFirst, format), english.toString(monthFirst, format))};
    }
    return checkedDate(dayFirst.isValid() ? dayFirst : monthFirst, today);
}

} // namespace

QDate earliestPublished() {
    return {1600, 1, 1};
}

QDate latestPublished(QDate today) {
    return today.addDays(1);
}

TypedDate checkedDate(QDate date, QDate today) {
    constexpr int oldYear = 1900;
    if (!date.isValid()) return noDay();
    if (date > latestPublished(today)) return {{}, Words::tr("This day is still to come.")};
    if (date < earliestPublished())
        return {{},
                Words::tr("An article cannot be older than the year %1.")
                    .arg(earliestPublished().year())};
    if (date.year() < oldYear)
        return {date, Words::tr("Are you sure? That is before %1.").arg(oldYear)};
    return {date, {}};
}

TypedDate readTypedDate(const QString& typed, QDate today) {
    const QString text = typed.simplified();
    if (text.isEmpty()) return {{}, Words::tr("Type a day, such as 2021-05-20 or 20 May 2021.")};
    static const QRegularExpression numeric(
        QStringLiteral("^(\\d{1,4}) ?(?<separator>[-./]) ?(\\d{1,2}) ?\\2 ?(\\d{1,4})\\.?$"));
    if (const auto match = numeric.match(text); match.hasMatch()) return readNumbers(match, today);
    const std::string utf8 = text.toStdString();
    const auto written = readDay(utf8);
    if (!written || written->length != utf8.size()) return noDay();
    if (!written->year) return {{}, Words::tr("Write the year too, such as 20 May 2021.")};
    return checkedDate(
        QDate(*written->year, static_cast<int>(written->month), static_cast<int>(written->day)),
        today);
}

} // namespace quoth::ui

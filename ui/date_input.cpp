#include "ui/date_input.h"

#include "core/text/stated_date.h"

#include <QCoreApplication>
#include <QLocale>
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

// 1 to 12 for a month's name or its first letters, at least three; else 0.
int monthNamed(QStringView word) {
    const QLocale locale;
    for (int month = 1; month <= 12; ++month) {
        const QString name = locale.monthName(month);
        if (word.size() >= 3 && name.startsWith(word, Qt::CaseInsensitive)) return month;
    }
    return 0;
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
        const QString format = Words::tr("d MMMM");
        return {
            {},
            Words::tr("Is that %1 or %2? Write the month as a word.")
                .arg(QLocale().toString(dayFirst, format), QLocale().toString(monthFirst, format))};
    }
    return checkedDate(dayFirst.isValid() ? dayFirst : monthFirst, today);
}

} // namespace

QString dayInWords(QDate date) {
    return QLocale().toString(date, Words::tr("d MMMM yyyy"));
}

QString withEnglishMonths(const QString& typed) {
    static const QRegularExpression words(QStringLiteral("(\\d\\. ?)?(\\p{L}+)\\.?"));
    QString out;
    qsizetype done = 0;
    for (auto matches = words.globalMatch(typed); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const int month = monthNamed(match.capturedView(2));
        if (month == 0) continue;
        out += typed.mid(done, match.capturedStart() - done);
        if (match.hasCaptured(1)) out += match.captured(1).left(1) + QLatin1Char(' ');
        out += QLocale::c().monthName(month);
        done = match.capturedEnd();
    }
    return out + typed.mid(done);
}

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
    const std::string utf8 = withEnglishMonths(text).toStdString();
    const auto written = readDay(utf8);
    if (!written || written->length != utf8.size()) return noDay();
    if (!written->year) return {{}, Words::tr("Write the year too, such as 20 May 2021.")};
    return checkedDate(
        QDate(*written->year, static_cast<int>(written->month), static_cast<int>(written->day)),
        today);
}

} // namespace quoth::ui

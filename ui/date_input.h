// Days as a reader types and reads them, in the language of the default locale.
#pragma once

#include <QDate>
#include <QString>

namespace quoth::ui {

// The days that an article may have: from 1600 to tomorrow, which has begun elsewhere.
QDate earliestPublished();
QDate latestPublished(QDate today);

struct TypedDate {
    QDate date;   // invalid where the text is no day that an article may have
    QString note; // for the reader: why not, or what is odd about the day; else empty
};

QString dayInWords(QDate date); // "20 May 2021"
// What was typed, with the default locale's names of months replaced by the English ones, which the
// engine reads: "20. Mai 2021" becomes "20 May 2021".
QString withEnglishMonths(const QString& typed);

// Takes "2021-05-20", "2021/05/20", "20 May 2021", "May 20, 2021", "20.05.2021" (the day is first),
// "20/05/2021", "05/20/2021", and months called as in the default locale too. Refuses "03/04/2021",
// which is a day in March or in April, years of two digits, and what lies outside the bounds above.
// The note is translated.
TypedDate readTypedDate(const QString& typed, QDate today);
// Likewise for a day that was chosen.
TypedDate checkedDate(QDate date, QDate today);

} // namespace quoth::ui

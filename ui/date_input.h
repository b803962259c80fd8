// The day on which an article appeared, as a reader types it.
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

// Takes "2021-05-20", "2021/05/20", "20 May 2021", "May 20, 2021", "20.05.2021" (the day is first),
// "20/05/2021" and "05/20/2021". Refuses "03/04/2021", which is a day in March or in April, years
// of two digits, and what lies outside the bounds above. The note is translated.
TypedDate readTypedDate(const QString& typed, QDate today);
// Likewise for a day that was chosen.
TypedDate checkedDate(QDate date, QDate today);

} // namespace quoth::ui

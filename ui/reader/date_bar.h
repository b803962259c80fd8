// Shown while the article's date is unknown and time expressions wait for it: says how many, and
// offers the file's date or a calendar.
#pragma once

#include "ui/reader/notice_bar.h"

#include <QDate>

namespace quoth::ui {

class DateBar : public NoticeBar {
    Q_OBJECT
public:
    explicit DateBar(QWidget* parent = nullptr);

    // Shows the bar where `waiting` times wait, unless dismissed for this article. `fileDate` is
    // offered as a guess where it can be right: it is valid and not to come.
    void offer(int waiting, QDate fileDate, bool newArticle);

signals:
    void fileDateChosen(QDate date);
    void calendarWanted();

private:
    QPushButton* m_useFileDate;
    QDate m_fileDate;
    bool m_dismissed = false;
};

} // namespace quoth::ui

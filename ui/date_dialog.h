// Asks for the day on which an article was published: a line to type it on and a calendar, kept in
// step. A day can be used only while the line holds one (date_input.h).
#pragma once

#include <QDate>
#include <QDialog>

class QCalendarWidget;
class QLabel;
class QLineEdit;
class QPushButton;

namespace quoth::ui {

class DateDialog : public QDialog {
    Q_OBJECT
public:
    // `start` may be invalid; `today` bounds what may be chosen.
    DateDialog(QDate start, QDate today, QWidget* parent = nullptr);

    QDate date() const { return m_date; } // invalid while the line holds no day

private:
    void takeTyped();
    void takeChosen();
    void setDate(QDate date, const QString& note);

    QDate m_today, m_date;
    QLineEdit* m_line;
    QCalendarWidget* m_calendar;
    QLabel* m_note;
    QPushButton* m_use;
};

} // namespace quoth::ui

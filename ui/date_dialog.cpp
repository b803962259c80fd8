#include "ui/date_dialog.h"

#include "ui/date_input.h"

#include <QCalendarWidget>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace quoth::ui {
DateDialog::DateDialog(QDate start, QDate today, QWidget* parent)
    : QDialog(parent), m_today(today), m_line(new QLineEdit), m_calendar(new QCalendarWidget),
      m_note(new QLabel) {
    setWindowTitle(tr("Article Date"));
    auto* question = new QLabel(tr("&When was the article published?"));
    question->setBuddy(m_line);
    m_line->setObjectName(QStringLiteral("dateLine"));
    m_line->setPlaceholderText(tr("2021-05-20 or 20 May 2021"));
    m_note->setObjectName(QStringLiteral("dateNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setMinimumHeight(2 * fontMetrics().lineSpacing()); // the dialog stays as it is
    m_note->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    // The calendar's own field for typing takes digits where the reader does not see them.
    m_calendar->setDateEditEnabled(false);
    m_calendar->setDateRange(earliestPublished(), latestPublished(today));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_use = buttons->button(QDialogButtonBox::Ok);
    m_use->setText(tr("Use This Date"));
    auto* layout = new QVBoxLayout(this);
    for (QWidget* part :
         std::initializer_list<QWidget*>{question, m_line, m_note, m_calendar, buttons})
        layout->addWidget(part);
    connect(m_line, &QLineEdit::textEdited, this, &DateDialog::takeTyped);
    connect(m_calendar, &QCalendarWidget::selectionChanged, this, &DateDialog::takeChosen);
    connect(m_calendar, &QCalendarWidget::activated, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    const TypedDate first = checkedDate(start, today);
    if (first.date.isValid()) {
        m_calendar->setSelectedDate(first.date);
        m_line->setText(dayInWords(first.date));
        m_line->selectAll();
        setDate(first.date, first.note);
    } else {
        takeTyped();
    }
    m_line->setFocus();
}

void DateDialog::takeTyped() {
    const TypedDate typed = readTypedDate(m_line->text(), m_today);
    if (typed.date.isValid()) {
        const QSignalBlocker silent(m_calendar);
        m_calendar->setSelectedDate(typed.date);
    }
    setDate(typed.date, typed.note);
}

void DateDialog::takeChosen() {
    const TypedDate chosen = checkedDate(m_calendar->selectedDate(), m_today);
    m_line->setText(dayInWords(chosen.date));
    setDate(chosen.date, chosen.note);
}

void DateDialog::setDate(QDate date, const QString& note) {
    m_date = date;
    m_note->setText(note);
    m_line->setAccessibleDescription(note);
    m_use->setEnabled(date.isValid());
}

} // namespace quoth::ui

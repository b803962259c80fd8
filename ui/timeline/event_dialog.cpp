#include "ui/timeline/event_dialog.h"

#include "core/formats/out/date_words.h"
#include "ui/date_input.h"
#include "ui/state/desk.h"
#include "ui/timeline/time_scale.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace quoth::ui {
namespace {

std::optional<CalendarValue> valueOf(const QString& words) {
    return valueFromWords(withEnglishMonths(words).toStdString());
}

// As people write it, where that can be read again.
QString entryOf(const std::string& value) {
    const auto calendar = CalendarValue::parse(value);
    const QString words = calendar ? whenLabel(*calendar) : QString();
    return valueOf(words) == calendar ? words : toQString(value);
}

} // namespace

EventDialog::EventDialog(QWidget* parent, Ask ask, const Facts& facts, const QString& sentence)
    : QDialog(parent), m_given(facts), m_date(new QLineEdit(this)), m_meaning(new QLabel(this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(ask == Ask::Date ? tr("Date of Event") : tr("Add Event"));
    auto* told = new QLabel(sentence, this);
    told->setTextFormat(Qt::PlainText);
    told->setWordWrap(true);
    auto* form = new QFormLayout;
    if (ask == Ask::All) {
        m_summary = new QLineEdit(toQString(facts.summary), this);
        form->addRow(tr("&What:"), m_summary);
        connect(m_summary, &QLineEdit::textChanged, this, &EventDialog::check);
    }
    m_date->setText(entryOf(facts.value));
    m_date->setPlaceholderText(tr("20 May 2021, May 2021, 2021 or 2021-05-20/2021-05-23"));
    m_date->selectAll();
    form->addRow(tr("&When:"), m_date);
    form->addRow(QString(), m_meaning);
    if (ask == Ask::All) {
        m_status = new QComboBox(this);
        for (const EventStatus status : {EventStatus::Happened, EventStatus::Planned,
                                         EventStatus::Possible, EventStatus::Negated})
            m_status->addItem(eventStatusLabel(status), static_cast<int>(status));
        m_status->setCurrentIndex(m_status->findData(static_cast<int>(facts.status)));
        form->addRow(tr("&Kind:"), m_status);
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = buttons->addButton(ask == Ask::Date ? tr("&Set Date") : tr("&Add Event"),
                                  QDialogButtonBox::AcceptRole);
    m_accept->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(told);
    layout->addLayout(form);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(480);

    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_date, &QLineEdit::textChanged, this, &EventDialog::check);
    check();
    m_date->setFocus();
}

void EventDialog::check() {
    const QString typed = m_date->text().simplified();
    const auto value = valueOf(typed);
    m_meaning->setText(typed.isEmpty() ? tr("No date")
                       : value         ? whenLabel(*value)
                                       : tr("No date that can be read"));
    const bool named = !m_summary || !m_summary->text().simplified().isEmpty();
    m_accept->setEnabled((typed.isEmpty() || value) && named);
}

EventDialog::Facts EventDialog::facts() const {
    Facts out = m_given;
    const auto value = valueOf(m_date->text().simplified());
    out.value = value ? value->toString() : std::string();
    if (m_summary) out.summary = m_summary->text().simplified().toStdString();
    if (m_status) out.status = static_cast<EventStatus>(m_status->currentData().toInt());
    return out;
}

} // namespace quoth::ui

#include "ui/check_dialog.h"

#include "ui/state/desk.h"

#include <QComboBox>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFontMetrics>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace quoth::ui {
namespace {

constexpr int dialogWidth = 480;

QString localTime(std::chrono::sys_seconds moment) {
    const auto when = QDateTime::fromSecsSinceEpoch(moment.time_since_epoch().count());
    return QLocale().toString(when, CheckDialog::tr("d MMMM yyyy, HH:mm"));
}

} // namespace

CheckDialog::CheckDialog(const CheckDetails& check, QWidget* parent)
    : QDialog(parent), m_given(check), m_state(new QComboBox), m_note(new QPlainTextEdit),
      m_source(new QLineEdit) {
    setWindowTitle(tr("Check"));
    auto* quote = new QLabel;
    quote->setTextFormat(Qt::PlainText);
    quote->setWordWrap(true);
    // About three lines: enough to know which quote it is.
    quote->setText(
        quote->fontMetrics().elidedText(check.quote, Qt::ElideRight, 5 * dialogWidth / 2));

    for (const CheckState state :
         {CheckState::Unchecked, CheckState::Confirmed, CheckState::Altered, CheckState::Unsourced,
          CheckState::Disputed})
        m_state->addItem(checkLabel(state), static_cast<int>(state));
    m_state->setCurrentIndex(m_state->findData(static_cast<int>(check.state)));
    m_note->setPlainText(check.note);
    m_note->setTabChangesFocus(true);
    m_note->setPlaceholderText(tr("What did you find?"));
    m_note->setFixedHeight(m_note->fontMetrics().lineSpacing() * 5 + 12);
    m_source->setText(check.source);
    m_source->setPlaceholderText(tr("Link, file or where it can be found"));
    m_source->setClearButtonEnabled(true);
    auto* choose = new QPushButton(tr("Choose &file…"));
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &CheckDialog::chooseFile);

    auto* source = new QHBoxLayout;
    source->addWidget(m_source, 1);
    source->addWidget(choose);
    auto* form = new QFormLayout;
    form->setVerticalSpacing(10);
    form->setHorizontalSpacing(12);
    form->addRow(tr("&State:"), m_state);
    form->addRow(tr("&Note:"), m_note);
    auto* sourceLabel = new QLabel(tr("S&ource:"));
    sourceLabel->setBuddy(m_source);
    form->addRow(sourceLabel, source);
    auto* when = new QLabel(check.at ? localTime(*check.at) : tr("not yet"));
    when->setObjectName(QStringLiteral("when"));
    form->addRow(tr("Checked:"), when);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(16);
    layout->addWidget(quote);
    layout->addLayout(form);
    layout->addWidget(buttons);
    setMinimumWidth(dialogWidth);
    m_note->setFocus();
}

CheckDetails CheckDialog::details() const {
    CheckDetails out = m_given;
    out.state = static_cast<CheckState>(m_state->currentData().toInt());
    out.note = m_note->toPlainText();
    out.source = m_source->text().trimmed();
    return out;
}

// Return alone begins a new line of the note.
void CheckDialog::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() & Qt::ControlModifier)
        accept();
    else
        QDialog::keyPressEvent(event);
}

void CheckDialog::chooseFile() {
    const QString file = QFileDialog::getOpenFileName(this, tr("Source of the quote"));
    if (!file.isEmpty()) m_source->setText(file);
}

} // namespace quoth::ui

#include "ui/preferences/keeping_page.h"

#include <QCheckBox>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace quoth::ui {

KeepingPage::KeepingPage(Settings* settings, const QString& library, std::function<void()> forget,
                         QWidget* parent)
    : QWidget(parent), m_settings(settings), m_library(library),
      m_keeps(new QCheckBox(tr("&Keep articles and what I do to them"))), m_note(new QLabel) {
    m_keeps->setObjectName(QStringLiteral("keepsWork"));
    m_keeps->setEnabled(!library.isEmpty());
    m_note->setObjectName(QStringLiteral("keepingNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    auto* forgetAll = new QPushButton(tr("&Forget Everything Kept…"));
    forgetAll->setObjectName(QStringLiteral("forgetAll"));
    forgetAll->setAutoDefault(false);
    forgetAll->setEnabled(!library.isEmpty());
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(m_keeps);
    layout->addWidget(m_note);
    layout->addWidget(forgetAll, 0, Qt::AlignLeft);
    layout->addStretch();
    connect(m_keeps, &QCheckBox::toggled, this, [this](bool keeps) {
        Preferences chosen = m_settings->preferences();
        chosen.keepsWork = keeps;
        m_settings->setPreferences(chosen);
    });
    connect(forgetAll, &QPushButton::clicked, this, std::move(forget));
    connect(m_settings, &Settings::preferencesChanged, this, &KeepingPage::show);
    show();
}

void KeepingPage::show() {
    const bool keeps = m_settings->preferences().keepsWork && !m_library.isEmpty();
    m_keeps->setChecked(keeps);
    if (m_library.isEmpty())
        m_note->setText(tr("The program was started without a library: nothing is kept."));
    else if (keeps)
        m_note->setText(tr("Articles, corrections, checks and notes are in %1, on this computer "
                           "alone. Each step is there as soon as you make it.")
                            .arg(QDir::toNativeSeparators(m_library)));
    else
        m_note->setText(
            tr("Nothing is kept: when the window closes, what you have done to its article is "
               "gone, and no file is remembered as recent. %1 saves the work as a file of its own. "
               "What was kept before stays as it is until you forget it.")
                .arg(m_settings->keys().name(QStringLiteral("file.saveWork"))));
}

} // namespace quoth::ui

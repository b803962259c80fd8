#include "ui/reader/date_bar.h"

#include "ui/date_input.h"

#include <QPushButton>

namespace quoth::ui {

DateBar::DateBar(QWidget* parent) : NoticeBar(Tone::Quiet, parent) {
    setObjectName(QStringLiteral("dateBar"));
    m_useFileDate = addButton({});
    auto* choose = addButton(tr("Choose…"));
    addDismiss();
    connect(m_useFileDate, &QPushButton::clicked, this,
            [this] { emit fileDateChosen(m_fileDate); });
    connect(choose, &QPushButton::clicked, this, &DateBar::calendarWanted);
    connect(this, &NoticeBar::dismissed, this, [this] { m_dismissed = true; });
}

void DateBar::offer(int waiting, QDate fileDate, bool newArticle) {
    if (newArticle) m_dismissed = false;
    m_fileDate = fileDate;
    m_useFileDate->setVisible(fileDate.isValid() && fileDate <= QDate::currentDate());
    m_useFileDate->setText(tr("Use %1, the file’s date (a guess)").arg(dayInWords(fileDate)));
    setText(tr("%Ln time(s) wait for the article’s date.", nullptr, waiting));
    setVisible(waiting > 0 && !m_dismissed);
}

} // namespace quoth::ui

#include "ui/quotes/check_progress.h"

#include "ui/widgets/panel_style.h"

#include <QPainter>

namespace quoth::ui {
namespace {

constexpr int margin = 6; // as the bar above
constexpr int barHeight = 3;

} // namespace

void CheckProgress::setProgress(int checked, int all) {
    m_checked = checked;
    m_all = all;
    m_text = tr("%1 of %2 checked").arg(checked).arg(all);
    setAccessibleName(m_text);
    setVisible(all > 0);
    update();
}

QSize CheckProgress::sizeHint() const {
    return {100, fontMetrics().height() + barHeight + 6};
}

void CheckProgress::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QRect line(margin, 0, width() - 2 * margin, fontMetrics().height());
    painter.setPen(mutedText(palette()));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, m_text);
    const QRect bar(0, height() - barHeight, width(), barHeight);
    painter.fillRect(bar, hairline(palette()));
    if (m_all == 0) return;
    const int done = static_cast<int>(static_cast<qint64>(bar.width()) * m_checked / m_all);
    painter.fillRect(QRect(bar.left(), bar.top(), done, barHeight),
                     palette().color(QPalette::Highlight));
}

} // namespace quoth::ui

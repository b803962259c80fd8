#include "ui/reader/hover_card.h"

#include "ui/why/explanation.h"
#include "ui/why/time_card.h"

#include <QScreen>

namespace quoth::ui {

HoverCard::HoverCard(QWidget* parent) : QLabel(parent, Qt::ToolTip) {
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    setMargin(10);
    setFixedWidth(340);
    setFrameShape(QFrame::StyledPanel);
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setForegroundRole(QPalette::ToolTipText);
    setBackgroundRole(QPalette::ToolTipBase);
    setAutoFillBackground(true);
}

void HoverCard::showFor(const ViewState& state, const Hovered& what, QPoint pointer) {
    if (!state.document() || !what.any()) return;
    m_shown = what;
    QString html;
    if (what.time) html = timeCardHtml(*state.document(), *what.time);
    if (what.time && what.quote) html += QStringLiteral("<hr>");
    if (what.quote) html += cardHtml(state, *what.quote);
    setText(html);
    resize(width(), heightForWidth(width()));
    QPoint at = pointer + QPoint(8, 22);
    if (const QScreen* screen = parentWidget()->screen()) {
        const QRect free = screen->availableGeometry();
        if (at.y() + height() > free.bottom()) at.setY(pointer.y() - height() - 12);
        at.setX(std::clamp(at.x(), free.left(), std::max(free.left(), free.right() - width())));
    }
    move(at);
    show();
}

} // namespace quoth::ui

#include "ui/reader/notice_bar.h"

#include "ui/reader/article_painter.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace quoth::ui {

NoticeBar::NoticeBar(Tone tone, QWidget* parent)
    : QFrame(parent), m_tone(tone), m_label(new QLabel), m_layout(new QHBoxLayout(this)) {
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_layout->setContentsMargins(14, 6, 8, 6);
    m_layout->setSpacing(8);
    m_layout->addWidget(m_label, 1);
    hide();
}

void NoticeBar::setText(const QString& text) {
    m_label->setText(text);
    setAccessibleName(text);
}

QString NoticeBar::text() const {
    return m_label->text();
}

QPushButton* NoticeBar::addButton(const QString& text) {
    auto* button = new QPushButton(text);
    addWidget(button);
    return button;
}

void NoticeBar::addWidget(QWidget* widget) {
    m_layout->addWidget(widget);
}

void NoticeBar::addDismiss() {
    auto* button = new QToolButton;
    button->setText(QStringLiteral("✕"));
    button->setAutoRaise(true);
    button->setToolTip(tr("Dismiss"));
    button->setAccessibleName(tr("Dismiss"));
    m_layout->addWidget(button);
    connect(button, &QToolButton::clicked, this, [this] {
        hide();
        emit dismissed();
    });
}

NoticeColours NoticeBar::colours(Tone tone, const QPalette& palette) {
    const QColor window = palette.color(QPalette::Window);
    if (tone == Tone::Quiet) {
        const QColor accent = palette.color(QPalette::Highlight);
        return {blend(window, accent, 0.08), accent};
    }
    const QColor red = QColor::fromRgb(isDark(palette) ? 0xE5695B : 0xC0392B);
    return {blend(window, red, 0.14), red};
}

void NoticeBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const NoticeColours colour = colours(m_tone, palette());
    painter.fillRect(rect(), colour.ground);
    painter.fillRect(QRect(0, 0, 3, height()), colour.accent);
    painter.setPen(blend(palette().color(QPalette::Window), palette().color(QPalette::Text), 0.15));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

} // namespace quoth::ui

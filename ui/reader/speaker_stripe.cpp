#include "ui/reader/speaker_stripe.h"

#include "ui/quotes/quote_text.h"
#include "ui/reader/article_painter.h"
#include "ui/widgets/tool_tip.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace quoth::ui {

SpeakerStripe::SpeakerStripe(ViewState* state, QWidget* parent) : QWidget(parent), m_state(state) {
    setAccessibleName(tr("Where each speaker speaks"));
    setCursor(Qt::PointingHandCursor);
    for (auto signal :
         {&ViewState::filterChanged, &ViewState::selectionChanged, &ViewState::coloursChanged})
        connect(state, signal, this, qOverload<>(&QWidget::update));
}

void SpeakerStripe::setTicks(std::vector<Tick> ticks) {
    m_ticks = std::move(ticks);
    update();
}

void SpeakerStripe::setView(qreal begin, qreal end) {
    m_begin = begin;
    m_end = end;
    update();
}

QRectF SpeakerStripe::rectOf(const Tick& tick) const {
    const qreal top = tick.begin * height();
    return {3, top, width() - 6.0, std::max(2.0, tick.end * height() - top)};
}

const SpeakerStripe::Tick* SpeakerStripe::tickAt(QPointF point) const {
    const Tick* found = nullptr;
    for (const Tick& tick : m_ticks)
        if (m_state->passes(tick.quote) &&
            rectOf(tick).adjusted(-4, -1, 4, 1).contains({width() / 2.0, point.y()}))
            found = &tick;
    return found;
}

void SpeakerStripe::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QColor base = palette().color(QPalette::Base);
    painter.fillRect(rect(), base);
    if (!m_state->document() || m_ticks.empty()) return;
    const QColor text = palette().color(QPalette::Text);
    if (m_end - m_begin < 0.999) {
        const QRectF view(0, m_begin * height(), width(), (m_end - m_begin) * height());
        painter.fillRect(view, blend(base, text, 0.09));
    }
    for (const Tick& tick : m_ticks) {
        const Quote& quote = m_state->document()->quote(tick.quote);
        const auto speaker = quote.speaker.value_or(EntityId{~0U});
        const bool shown = m_state->passes(tick.quote);
        const bool chosen = m_state->filter().speakers.contains(speaker);
        QColor colour =
            shown ? m_state->colours().style(speaker, chosen).line : blend(base, text, 0.16);
        QRectF box = rectOf(tick);
        if (m_state->selectedQuote() == std::optional(tick.quote)) box.adjust(-3, -1, 3, 1);
        painter.fillRect(box, colour);
    }
}

void SpeakerStripe::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    if (const Tick* tick = tickAt(event->position()))
        emit quoteClicked(tick->quote);
    else
        emit placeClicked(event->position().y() / height());
}

void SpeakerStripe::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton) emit placeClicked(event->position().y() / height());
}

bool SpeakerStripe::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QString tip;
    if (const Tick* tick = tickAt(help->pos())) {
        const Document& document = *m_state->document();
        tip = toolTipOf(speakerLabel(document, document.quote(tick->quote)));
    }
    QToolTip::showText(help->globalPos(), tip, this);
    return true;
}

} // namespace quoth::ui

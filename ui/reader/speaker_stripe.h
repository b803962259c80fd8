// The whole article as a narrow stripe beside the scroll bar: a tick where each speaker speaks, a
// frame around what is in view. A click goes there.
#pragma once

#include "ui/state/view_state.h"

#include <QWidget>

namespace quoth::ui {

class SpeakerStripe : public QWidget {
    Q_OBJECT
public:
    struct Tick {
        qreal begin = 0, end = 0; // shares of the article's height
        QuoteId quote;
    };

    // `state` must outlive the stripe.
    explicit SpeakerStripe(ViewState* state, QWidget* parent = nullptr);

    void setTicks(std::vector<Tick> ticks);
    void setView(qreal begin, qreal end); // shares of the article's height
    QSize sizeHint() const override { return {14, 100}; }

signals:
    void quoteClicked(quoth::QuoteId quote);
    void placeClicked(qreal share);

protected:
    void paintEvent(QPaintEvent*) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRectF rectOf(const Tick& tick) const;
    const Tick* tickAt(QPointF point) const;

    ViewState* m_state;
    std::vector<Tick> m_ticks;
    qreal m_begin = 0, m_end = 1;
};

} // namespace quoth::ui

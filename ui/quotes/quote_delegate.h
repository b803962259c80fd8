// Paints a quote in four lines of fixed height: who, two lines of what, and how the article says
// it. The lane at the left tells the kind like the article's underline: solid, dashed, dotted.
#pragma once

#include "ui/state/view_state.h"

#include <QStyledItemDelegate>

namespace quoth::ui {

class QuoteDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    // `state` must outlive the delegate.
    QuoteDelegate(const ViewState* state, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const ViewState* m_state;
};

} // namespace quoth::ui

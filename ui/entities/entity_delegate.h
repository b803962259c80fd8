// Rows of the tree of entities with air between them, and the badge before whoever speaks.
#pragma once

#include "ui/state/view_state.h"

#include <QStyledItemDelegate>

namespace quoth::ui {

class EntityDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    // `state` must outlive the delegate.
    EntityDelegate(const ViewState* state, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const ViewState* m_state;
};

} // namespace quoth::ui

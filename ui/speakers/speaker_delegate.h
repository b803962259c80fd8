// Paints a speaker: badge, name, number of quotes, and a bar for the share of the quoted words.
// Speakers in the filter are ticked and tinted; the others fade while there is one.
#pragma once

#include "ui/state/view_state.h"

#include <QStyledItemDelegate>

namespace quoth::ui {

class SpeakerDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    // `state` must outlive the delegate.
    SpeakerDelegate(const ViewState* state, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    // Over the name.
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const ViewState* m_state;
};

} // namespace quoth::ui

// Paints a correction: what it does, and under that the words that it is about.
#pragma once

#include <QStyledItemDelegate>

namespace quoth::ui {

class CorrectionDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    enum Role {
        StandingRole = Qt::UserRole, // int, index of the row's standing; invalid for a heading
        WordsRole,                   // QString; may be empty
        StateRole,                   // QString, such as "Taken back"; empty while in force
    };
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace quoth::ui

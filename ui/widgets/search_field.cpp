#include "ui/widgets/search_field.h"

#include <QKeyEvent>

namespace quoth::ui {

SearchField::SearchField(const QString& what, QWidget* parent) : QLineEdit(parent) {
    setPlaceholderText(what);
    setAccessibleName(what);
    setClearButtonEnabled(true);
}

void SearchField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        emit stepped(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
    else
        QLineEdit::keyPressEvent(event);
}

} // namespace quoth::ui

#include "ui/preferences/key_input.h"

#include "ui/state/key_map.h"

#include <QKeyEvent>

namespace quoth::ui {

KeyInput::KeyInput(QWidget* parent) : QLineEdit(parent) {
    setReadOnly(true);
    setContextMenuPolicy(Qt::NoContextMenu);
    setAttribute(Qt::WA_InputMethodEnabled, false); // keys, not the characters made of several
    setPlaceholderText(tr("Press a key"));
}

void KeyInput::setKey(const QKeySequence& key) {
    setText(key.toString(QKeySequence::NativeText));
}

bool KeyInput::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void KeyInput::keyPressEvent(QKeyEvent* event) {
    if (const QKeySequence key = keyOf(*event); !key.isEmpty()) emit pressed(key);
    event->accept();
}

} // namespace quoth::ui

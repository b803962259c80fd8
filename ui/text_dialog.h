// Shows a text until it is closed; one that is taller than the screen scrolls.
#pragma once

#include <QDialog>

namespace quoth::ui {

class TextDialog : public QDialog {
    Q_OBJECT
public:
    // `available`: the screen without the desktop's own bars, in logical pixels.
    TextDialog(const QString& title, const QString& html, QSize available,
               QWidget* parent = nullptr);
};

} // namespace quoth::ui

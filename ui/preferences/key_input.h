// A field that takes the next key pressed in it, whatever that means elsewhere; Tab leaves it.
#pragma once

#include <QKeySequence>
#include <QLineEdit>

namespace quoth::ui {

class KeyInput : public QLineEdit {
    Q_OBJECT
public:
    explicit KeyInput(QWidget* parent = nullptr);

    void setKey(const QKeySequence& key); // what it shows

signals:
    void pressed(const QKeySequence& key); // what it shows stays as it is

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace quoth::ui

// All commands with their keys: found by name or key, given another one, reset. A key that another
// command has is taken over only when the reader says so.
#pragma once

#include "ui/state/key_map.h"

#include <QWidget>
#include <array>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace quoth::ui {

class Dialogs;
class KeyInput;

class KeysPage : public QWidget {
    Q_OBJECT
public:
    // Both must outlive the page.
    KeysPage(KeyMap* keys, Dialogs* dialogs, QWidget* parent = nullptr);

private:
    void fill();
    int widthOfColumns() const;
    void showKeys(); // of every command
    void search(const QString& text);
    void showCurrent();
    QString current() const; // the command's id; empty where there is none
    void propose(std::size_t place, const QKeySequence& key);
    void propose(const QList<QKeySequence>& keys);
    void takeOver();
    void say(const QString& message, bool canTakeOver);

    KeyMap* m_keys;
    QLineEdit* m_search;
    QTreeWidget* m_list;
    std::array<KeyInput*, KeyMap::mostKeys> m_inputs;
    QLabel* m_message;
    QPushButton* m_take;
    QPushButton* m_reset;
    QPushButton* m_resetAll;
    QList<QWidget*> m_ofCommand;    // enabled while there is a command
    QList<QKeySequence> m_proposed; // wait for the reader to take them over
};

} // namespace quoth::ui

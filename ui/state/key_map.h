// Which keys mean which command: the one place that decides. Menus take the shortcuts of their
// actions from it, views ask it what a key pressed in them means, and texts how a command's key is
// called. The standard keys are in standard_keys.cpp; what the reader changes is in the settings.
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>
#include <vector>

class QKeyEvent;
class QSettings;

namespace quoth::ui {

// Where a command's keys work. Those of the window work everywhere in it; views have some of their
// own, so that a key may mean one thing here and another there.
enum class KeyScope { Window, Quotes, Names, Timeline, Corrections };

struct Command {
    QString id;    // "check.right": for good, since settings name it
    QString text;  // "Quote Is Right"
    QString place; // "Check"; "Check, Bounds"
    KeyScope scope = KeyScope::Window;
};

class KeyMap : public QObject {
    Q_OBJECT
public:
    static constexpr qsizetype mostKeys = 2; // that the reader may give a command

    // Knows the commands of views. `store` keeps the reader's changes and must outlive the map;
    // null: none are kept.
    explicit KeyMap(QSettings* store = nullptr, QObject* parent = nullptr);

    // The standard keys, for a view outside a window.
    static const KeyMap& standard();

    // Makes a command known, after those of its scope; one that is known already stays.
    void declare(Command command);
    const std::vector<Command>& commands() const { return m_commands; }
    const Command* find(const QString& id) const; // null for an unknown one

    QList<QKeySequence> keys(const QString& id) const; // the first one is shown in menus
    // How texts call the command: by its first key, "Ctrl+Z"; without one by its place, "Edit >
    // Undo".
    QString name(const QString& id) const;
    bool matches(const QKeyEvent& event, const QString& id) const;

    // The other commands that a key would fight with if `id` had it too.
    std::vector<const Command*> holders(const QKeySequence& key, const QString& id) const;
    // Keys by which one moves in texts, lists and dialogs: never a command's.
    static bool isReserved(const QKeySequence& key);

    bool isChanged(const QString& id) const; // are these not the standard keys?
    // Takes the keys away from the commands that would fight with it.
    void setKeys(const QString& id, const QList<QKeySequence>& keys);
    void resetAll();

signals:
    void changed();

private:
    void store(const QString& id, const QList<QKeySequence>& keys);
    void assign(const QString& id, const QList<QKeySequence>& keys);

    std::vector<Command> m_commands;
    QSettings* m_store;
};

// The key with its modifiers, as shortcuts are written: Shift is no part of "{". Empty for a
// modifier alone.
QKeySequence keyOf(const QKeyEvent& event);

// As the reader sees them: "Ctrl+Z, Backspace".
QString joinedKeys(const QList<QKeySequence>& keys);

// A command's keys before the reader changes them (standard_keys.cpp).
QList<QKeySequence> standardKeys(const QString& id);
// All commands with a standard key.
QStringList commandsWithStandardKeys();

} // namespace quoth::ui

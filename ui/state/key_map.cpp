#include "ui/state/key_map.h"

#include <QKeyEvent>
#include <QSettings>
#include <QStringList>
#include <algorithm>

namespace quoth::ui {
namespace {

const auto group = QStringLiteral("keys/");

// The keys that a list of the settings names; what cannot be read is left out.
QList<QKeySequence> readKeys(const QString& text) {
    QList<QKeySequence> keys = QKeySequence::listFromString(text, QKeySequence::PortableText);
    keys.removeIf([](const QKeySequence& key) {
        return key.isEmpty() || key[0].key() == Qt::Key_unknown || KeyMap::isReserved(key);
    });
    return keys.mid(0, KeyMap::mostKeys);
}

bool meet(KeyScope a, KeyScope b) {
    return a == b || a == KeyScope::Window || b == KeyScope::Window;
}

} // namespace

KeyMap::KeyMap(QSettings* store, QObject* parent) : QObject(parent), m_store(store) {
    const QString quotes = tr("Article and Quotes"), names = tr("Speakers and Entities"),
                  timeline = tr("Timeline"), corrections = tr("Corrections");
    m_commands = {
        {QStringLiteral("quotes.goOn"), tr("Next Quote, else a Page Down"), quotes,
         KeyScope::Quotes},
        {QStringLiteral("quotes.goBack"), tr("Previous Quote, else a Page Up"), quotes,
         KeyScope::Quotes},
        {QStringLiteral("names.only"), tr("Show Only This Name"), names, KeyScope::Names},
        {QStringLiteral("names.also"), tr("Show This Name as Well"), names, KeyScope::Names},
        {QStringLiteral("names.rename"), tr("Rename"), names, KeyScope::Names},
        {QStringLiteral("timeline.closer"), tr("Closer"), timeline, KeyScope::Timeline},
        {QStringLiteral("timeline.farther"), tr("Farther"), timeline, KeyScope::Timeline},
        {QStringLiteral("timeline.all"), tr("All of It"), timeline, KeyScope::Timeline},
        {QStringLiteral("corrections.takeBack"), tr("Take Back"), corrections,
         KeyScope::Corrections},
        {QStringLiteral("corrections.toggle"), tr("Take Back or Put in Force Again"), corrections,
         KeyScope::Corrections},
    };
}

const KeyMap& KeyMap::standard() {
    static const KeyMap map;
    return map;
}

void KeyMap::declare(Command command) {
    if (find(command.id)) return;
    const auto after =
        std::find_if(m_commands.begin(), m_commands.end(),
                     [&](const Command& other) { return other.scope > command.scope; });
    m_commands.insert(after, std::move(command));
}

const Command* KeyMap::find(const QString& id) const {
    const auto at = std::find_if(m_commands.begin(), m_commands.end(),
                                 [&](const Command& command) { return command.id == id; });
    return at == m_commands.end() ? nullptr : &*at;
}

QList<QKeySequence> KeyMap::keys(const QString& id) const {
    if (m_store && m_store->contains(group + id))
        return readKeys(m_store->value(group + id).toString());
    return standardKeys(id);
}

QString KeyMap::name(const QString& id) const {
    if (const auto own = keys(id); !own.isEmpty())
        return own.first().toString(QKeySequence::NativeText);
    const Command* command = find(id);
    return command ? QStringLiteral("%1 > %2").arg(command->place, command->text) : QString();
}

bool KeyMap::matches(const QKeyEvent& event, const QString& id) const {
    const QKeySequence key = keyOf(event);
    return !key.isEmpty() && keys(id).contains(key);
}

std::vector<const Command*> KeyMap::holders(const QKeySequence& key, const QString& id) const {
    std::vector<const Command*> out;
    const Command* own = find(id);
    for (const Command& other : m_commands)
        if (own && other.id != id && meet(own->scope, other.scope) && keys(other.id).contains(key))
            out.push_back(&other);
    return out;
}

bool KeyMap::isReserved(const QKeySequence& key) {
    if (key.isEmpty()) return false;
    const Qt::KeyboardModifiers modifiers = key[0].keyboardModifiers();
    switch (key[0].key()) {
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return (modifiers & ~(Qt::ShiftModifier | Qt::ControlModifier)) == Qt::NoModifier;
    default:
        return false;
    }
}

bool KeyMap::isChanged(const QString& id) const {
    return keys(id) != standardKeys(id);
}

void KeyMap::store(const QString& id, const QList<QKeySequence>& keys) {
    if (!m_store) return;
    if (keys == standardKeys(id))
        m_store->remove(group + id);
    else
        m_store->setValue(group + id, QKeySequence::listToString(keys, QKeySequence::PortableText));
}

void KeyMap::assign(const QString& id, const QList<QKeySequence>& wanted) {
    for (const QKeySequence& key : wanted)
        for (const Command* other : holders(key, id)) {
            QList<QKeySequence> left = keys(other->id);
            left.removeAll(key);
            store(other->id, left);
        }
    store(id, wanted);
}

void KeyMap::setKeys(const QString& id, const QList<QKeySequence>& keys) {
    assign(id, keys);
    emit changed();
}

void KeyMap::resetAll() {
    if (m_store) m_store->remove(QStringLiteral("keys"));
    emit changed();
}

QKeySequence keyOf(const QKeyEvent& event) {
    const int key = event.key();
    if (key == 0 || key == Qt::Key_unknown || key == Qt::Key_Shift || key == Qt::Key_Control ||
        key == Qt::Key_Alt || key == Qt::Key_AltGr || key == Qt::Key_Meta ||
        key == Qt::Key_CapsLock || key == Qt::Key_NumLock || key == Qt::Key_ScrollLock ||
        key == Qt::Key_Super_L || key == Qt::Key_Super_R || key == Qt::Key_Hyper_L ||
        key == Qt::Key_Hyper_R || key == Qt::Key_Mode_switch)
        return {};
    Qt::KeyboardModifiers modifiers = event.modifiers() & (Qt::ShiftModifier | Qt::ControlModifier |
                                                           Qt::AltModifier | Qt::MetaModifier);
    // A sign is the key's own, with Shift or without; of letters there is but the capital.
    const bool isSign =
        key > Qt::Key_Space && key < Qt::Key_Escape && !QChar::isLetter(static_cast<char32_t>(key));
    if (isSign) modifiers.setFlag(Qt::ShiftModifier, false);
    return QKeySequence(QKeyCombination(modifiers, static_cast<Qt::Key>(key)));
}

QString joinedKeys(const QList<QKeySequence>& keys) {
    QStringList out;
    for (const QKeySequence& key : keys)
        out << key.toString(QKeySequence::NativeText);
    return out.join(QStringLiteral(", "));
}

} // namespace quoth::ui

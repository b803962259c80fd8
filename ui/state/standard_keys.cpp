// The keys of all commands before the reader changes them.
#include "ui/state/key_map.h"

#include <QHash>

namespace quoth::ui {
namespace {

struct StandardKeys {
    const char* id;
    QList<QKeySequence> keys;
};

QKeySequence key(QKeyCombination keys) {
    return QKeySequence(keys);
}

// What the desktop has for it, the first two.
QList<QKeySequence> platform(QKeySequence::StandardKey of) {
    return QKeySequence::keyBindings(of).mid(0, KeyMap::mostKeys);
}

const std::vector<StandardKeys>& table() {
    using namespace Qt;
    static const std::vector<StandardKeys> keys = {
        {"file.open", platform(QKeySequence::Open)},
        {"file.paste", {key(CTRL | SHIFT | Key_V), key(CTRL | Key_V)}},
        {"file.saveWork", {key(CTRL | Key_S), key(CTRL | SHIFT | Key_S)}},
        {"file.reload", {key(Key_F5)}},
        {"file.export.html", {key(CTRL | Key_E)}},
        {"file.print", platform(QKeySequence::Print)},
        {"file.close", {key(CTRL | Key_W)}},
        {"file.quit", {key(CTRL | Key_Q)}},
        {"edit.undo", {key(CTRL | Key_Z), key(Key_Backspace)}},
        {"edit.redo", {key(CTRL | SHIFT | Key_Z), key(CTRL | Key_Y)}},
        {"edit.copy", platform(QKeySequence::Copy)},
        {"edit.copyQuote", {key(CTRL | SHIFT | Key_C)}},
        {"edit.selectAll", platform(QKeySequence::SelectAll)},
        {"edit.find", platform(QKeySequence::Find)},
        {"edit.findNext", platform(QKeySequence::FindNext)},
        {"edit.findPrevious", platform(QKeySequence::FindPrevious)},
        {"edit.addEvent", {key(Key_E)}},
        {"edit.date", {key(CTRL | Key_D)}},
        {"edit.preferences", {key(CTRL | Key_Comma)}},
        {"view.table", {key(CTRL | Key_T)}},
        {"view.zoomIn", {key(CTRL | Key_Plus), key(CTRL | Key_Equal)}},
        {"view.zoomOut", {key(CTRL | Key_Minus)}},
        {"view.zoomReset", {key(CTRL | Key_0)}},
        {"view.fullScreen", {key(Key_F11)}},
        {"view.contextMenu", {key(SHIFT | Key_F10)}},
        {"go.nextQuote", {key(Key_J)}},
        {"go.previousQuote", {key(Key_K)}},
        {"go.nextMention", {key(Key_N)}},
        {"go.previousMention", {key(Key_P)}},
        {"go.back", {key(ALT | Key_Left)}},
        {"go.clear", {key(Key_Escape)}},
        {"go.nextPanel", {key(Key_F6)}},
        {"go.previousPanel", {key(SHIFT | Key_F6)}},
        {"go.quotesDock", {key(CTRL | Key_1)}},
        {"go.speakersDock", {key(CTRL | Key_2)}},
        {"go.entitiesDock", {key(CTRL | Key_3)}},
        {"go.whyDock", {key(CTRL | Key_4)}},
        {"go.timelineDock", {key(CTRL | Key_5)}},
        {"go.correctionsDock", {key(CTRL | Key_6)}},
        {"go.nextArticle", {key(ALT | Key_PageDown)}},
        {"go.previousArticle", {key(ALT | Key_PageUp)}},
        {"check.right", {key(Key_A)}},
        {"check.notQuote", {key(Key_X)}},
        {"check.speaker", {key(Key_S)}},
        {"check.confirmed", {key(Key_C)}},
        {"check.altered", {key(Key_L)}},
        {"check.unsourced", {key(Key_U)}},
        {"check.disputed", {key(Key_D)}},
        {"check.note", {key(Key_M)}},
        {"check.beginEarlier", {key(Key_BracketLeft)}},
        {"check.beginLater", {key(Key_BracketRight)}},
        {"check.endEarlier", {key(Key_BraceLeft)}},
        {"check.endLater", {key(Key_BraceRight)}},
        {"check.split", {key(Key_Slash)}},
        {"check.join", {key(Key_G)}},
        {"check.addQuote", {key(Key_Q)}},
        {"check.acceptAll", {key(CTRL | SHIFT | Key_A)}},
        {"check.nextUnchecked", {key(CTRL | Key_J)}},
        {"help.keys", {key(Key_F1)}},
        {"help.manual", {key(SHIFT | Key_F1)}},
        // Of views, there alone.
        {"quotes.goOn", {key(Key_Space)}},
        {"quotes.goBack", {key(SHIFT | Key_Space)}},
        {"names.only", {key(Key_Space)}},
        {"names.also", {key(CTRL | Key_Space)}},
        {"names.rename", {key(Key_F2)}},
        {"timeline.closer", {key(Key_Plus), key(Key_Equal)}},
        {"timeline.farther", {key(Key_Minus)}},
        {"timeline.all", {key(Key_0)}},
        {"corrections.takeBack", {key(Key_Delete)}},
        {"corrections.toggle", {key(Key_Space)}},
    };
    return keys;
}

} // namespace

QList<QKeySequence> standardKeys(const QString& id) {
    static const QHash<QString, QList<QKeySequence>> known = [] {
        QHash<QString, QList<QKeySequence>> out;
        for (const StandardKeys& each : table())
            out.insert(QString::fromLatin1(each.id), each.keys);
        return out;
    }();
    return known.value(id);
}

QStringList commandsWithStandardKeys() {
    QStringList out;
    for (const StandardKeys& each : table())
        out << QString::fromLatin1(each.id);
    return out;
}

} // namespace quoth::ui

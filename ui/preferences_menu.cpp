// What the reader prefers, as the window follows it; which keys mean which command.
#include "ui/main_window.h"
#include "ui/manual/manual_window.h"
#include "ui/preferences/preferences_dialog.h"
#include "ui/theme.h"

#include <QMenu>
#include <QMenuBar>

namespace quoth::ui {
namespace {

QString plain(QString text) {
    return text.remove(QLatin1Char('&')).remove(QStringLiteral("…"));
}

// "Edit", "File, Export"; the window where there is no menu.
QString placeOf(const QMenu* menu) {
    QStringList titles;
    for (; menu; menu = qobject_cast<const QMenu*>(menu->parentWidget()))
        titles.prepend(plain(menu->title()));
    return titles.isEmpty() ? MainWindow::tr("Window") : titles.join(QStringLiteral(", "));
}

} // namespace

void MainWindow::bind(QAction* action, const QString& id, const QMenu* menu) {
    KeyMap& keys = m_services.settings->keys();
    keys.declare({id, plain(action->text()), placeOf(menu), KeyScope::Window});
    action->setShortcuts(keys.keys(id));
    m_commands.emplace_back(action, id);
}

void MainWindow::applyKeys() {
    for (const auto& [action, id] : m_commands)
        action->setShortcuts(m_services.settings->keys().keys(id));
}

// Every command with a key, place by place: the list can never miss one. Then what the mouse and
// keys that nobody changes do.
void MainWindow::showKeys() {
    QString html = QStringLiteral("<table cellspacing='0' cellpadding='3'>");
    const auto row = [&](const QString& keys, const QString& what) {
        html += QStringLiteral("<tr><td style='padding-right:24px'><b>%1</b></td><td>%2</td></tr>")
                    .arg(keys.toHtmlEscaped(), what.toHtmlEscaped());
    };
    const auto heading = [&](const QString& place) {
        html += QStringLiteral("<tr><td colspan='2' style='padding-top:12px'><i>%1</i></td></tr>")
                    .arg(place.toHtmlEscaped());
    };
    const KeyMap& keys = m_services.settings->keys();
    QStringList places; // in the order of their first commands
    for (const Command& command : keys.commands())
        if (!keys.keys(command.id).isEmpty() && !places.contains(command.place))
            places << command.place;
    for (const QString& place : places) {
        heading(place);
        for (const Command& command : keys.commands())
            if (const auto own = keys.keys(command.id); command.place == place && !own.isEmpty())
                row(joinedKeys(own), command.text);
    }
    heading(tr("Mouse"));
    row(tr("Click"),
        tr("On a quote: select it. On a speaker’s name outside quotes, or badge: show only them"));
    row(tr("Ctrl+Click"), tr("On a speaker: show them as well"));
    row(tr("Ctrl+Wheel"), tr("Zoom"));
    row(tr("Drag"),
        tr("In the timeline: move it; on its axis or with Shift: show only these days. In Speakers "
           "and Entities: onto another name, to merge both"));
    heading(tr("Always"));
    row(tr("Arrows"), tr("In the article: scroll, or move the cursor; with Shift: select"));
    row(tr("Return"),
        tr("In Entities: go to its mentions one by one. On a cluster of the timeline: "
           "open it"));
    row(tr("1 to 9"), tr("In the list of speakers to choose from: that one"));
    row(tr("Arrows, Home, End"), tr("In the timeline: step through a lane, change the lane"));
    m_services.dialogs->inform(this, tr("Keys"), html + QStringLiteral("</table>"));
}

void MainWindow::openPreferences() {
    auto* dialog = findChild<PreferencesDialog*>();
    if (!dialog) {
        dialog = new PreferencesDialog(
            m_services.settings, m_services.dialogs, m_services.library,
            [this] { forgetEverything(); }, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->show();
    }
    dialog->raise();
    dialog->activateWindow();
}

void MainWindow::openManual() {
    auto* manual = findChild<ManualWindow*>();
    if (!manual) {
        manual = new ManualWindow(&m_services.settings->keys(), this);
        manual->setAttribute(Qt::WA_DeleteOnClose);
        manual->show();
    }
    manual->raise();
    manual->activateWindow();
}

void MainWindow::applyPreferences() {
    const Preferences now = m_services.settings->preferences();
    if (now.theme != m_applied.theme) applyTheme(now.theme);
    m_article->setType(now.fontFamily, now.fontPixels, now.lineCharacters);
    m_state.setColourSet(now.colours);
    m_state.setDoubtThreshold(static_cast<float>(now.doubtPercent) / 100);
    if (now.keepsWork != m_applied.keepsWork)
        m_desk.keepIn(now.keepsWork ? m_services.library : QString());
    m_applied = now;
}

void MainWindow::forgetEverything() {
    const int articles = Keeper::countKept(m_services.library);
    const QString question =
        articles > 0 ? tr("Forget %Ln article(s) and all your work on them?", nullptr, articles)
                     : tr("Forget everything that is kept?");
    const QString details = tr("Corrections, checks, notes and the list of recent files go for "
                               "good, and articles that are open are closed. Files of your own, "
                               "such as saved work, stay as they are.");
    if (!m_services.dialogs->confirm(this, question, details, tr("&Forget Everything"))) return;
    if (const auto forgotten = Keeper::forgetAll(m_services.library); !forgotten)
        showProblem(toQString(forgotten.error().message));
    m_services.settings->forgetFiles(); // even where the library still waits to be cleared
}

} // namespace quoth::ui

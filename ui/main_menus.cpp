// The main window's menus and what their entries do.
#include "core/formats/exporters.h"
#include "core/support/guarded.h"
#include "core/support/output_file.h"
#include "ui/main_window.h"
#include "ui/reader/article_print.h"
#include "ui/reader/check_sheet_print.h"
#include "ui/save_path.h"
#include "ui/session/background.h"
#include "ui/theme.h"
#include "ui/widgets/tool_tip.h"

#include <QActionGroup>
#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QPdfWriter>
#include <QPrinter>
#include <QPushButton>
#include <QStatusBar>

namespace quoth::ui {
namespace {

constexpr int zoomStep = 10;

QString withoutAmpersand(QString text) {
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

std::filesystem::path nativePath(const QString& path) {
    return QFile::encodeName(path).toStdString();
}

std::string_view view(const QByteArray& bytes) {
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

QAction* MainWindow::add(QMenu* menu, const QString& text, const QList<QKeySequence>& keys,
                         std::function<void()> what) {
    auto* action = menu->addAction(text);
    action->setShortcuts(keys);
    connect(action, &QAction::triggered, this, what);
    return action;
}

QAction* MainWindow::addForArticle(QMenu* menu, const QString& text,
                                   const QList<QKeySequence>& keys, std::function<void()> what) {
    QAction* action = add(menu, text, keys, std::move(what));
    m_articleActions << action;
    return action;
}

void MainWindow::buildMenus() {
    buildFileMenu();
    buildEditMenu();
    buildViewMenu();
    buildGoMenu();
    buildCheckMenu();
    buildHelpMenu();
}

void MainWindow::buildFileMenu() {
    QMenu* file = menuBar()->addMenu(tr("&File"));
    add(file, tr("&Open…"), {QKeySequence::Open}, [this] { askForFiles(); });
    QMenu* recent = file->addMenu(tr("Open &Recent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecentMenu(recent); });
    add(file, tr("&Paste Article as New"),
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V), QKeySequence(Qt::CTRL | Qt::Key_V)},
        [this] { paste(); });
    file->addSeparator();
    addForArticle(
        file, tr("&Save Work As…"),
        {QKeySequence(Qt::CTRL | Qt::Key_S), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)},
        [this] { saveWork(); });
    addForArticle(file, tr("Read A&gain"), {QKeySequence(Qt::Key_F5)},
                  [this] { m_session.reload(); });
    QMenu* exports = file->addMenu(tr("&Export"));
    exports->setObjectName(QStringLiteral("exportMenu"));
    bool first = true;
    for (const Exporter& exporter : exporters()) {
        QAction* action = addForArticle(
            exports, tr("%1…").arg(withoutAmpersand(toQString(exporter.description))),
            first ? QList<QKeySequence>{QKeySequence(Qt::CTRL | Qt::Key_E)} : QList<QKeySequence>{},
            [this, &exporter] { exportAs(exporter); });
        action->setObjectName(QStringLiteral("export-") + toQString(exporter.name));
        first = false;
    }
    addForArticle(exports, tr("PDF…"), {}, [this] {
        exportPdf(QStringLiteral("pdf"), [this](QPagedPaintDevice& page) {
            return printArticle(m_state, m_session.displayName(), page);
        });
    })->setObjectName(QStringLiteral("export-pdf"));
    addForArticle(exports, tr("Checker's sheet (PDF)…"), {}, [this] {
        exportPdf(QStringLiteral("check.pdf"), [this](QPagedPaintDevice& page) {
            return printCheckSheet(*m_state.document(), m_session.displayName(), page);
        });
    })->setObjectName(QStringLiteral("export-check-sheet-pdf"));
    exports->addSeparator();
    addForArticle(exports, tr("Picture of the timeline (SVG)…"), {}, [this] {
        exportTimeline(TimelineView::Picture::Svg);
    })->setObjectName(QStringLiteral("export-timeline-svg"));
    addForArticle(exports, tr("Picture of the timeline (PNG)…"), {}, [this] {
        exportTimeline(TimelineView::Picture::Png);
    })->setObjectName(QStringLiteral("export-timeline-png"));
    addForArticle(file, tr("Pr&int…"), {QKeySequence::Print}, [this] { print(); });
    file->addSeparator();
    addForArticle(file, tr("&Close Article"), {QKeySequence(Qt::CTRL | Qt::Key_W)},
                  [this] { m_session.close(); });
    addForArticle(file, tr("&Forget This Article…"), {}, [this] {
        forgetArticle();
    })->setObjectName(QStringLiteral("forgetArticle"));
    add(file, tr("&Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)},
        [] { QApplication::closeAllWindows(); });
}

void MainWindow::fillRecentMenu(QMenu* menu) {
    menu->clear();
    for (const QString& path : m_services.settings->recentFiles()) {
        QAction* action = menu->addAction(withoutAmpersand(QFileInfo(path).fileName()));
        action->setToolTip(toolTipOf(path));
        action->setStatusTip(path);
        connect(action, &QAction::triggered, this, [this, path] { m_session.open(path); });
    }
    if (menu->isEmpty()) {
        menu->addAction(tr("No articles yet"))->setEnabled(false);
        return;
    }
    menu->addSeparator();
    add(menu, tr("Clear List"), {}, [this] {
        m_services.settings->clearRecentFiles();
        m_welcome->setRecentFiles({});
    });
}

void MainWindow::buildEditMenu() {
    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    m_undo = add(edit, tr("&Undo"),
                 {QKeySequence(Qt::CTRL | Qt::Key_Z), QKeySequence(Qt::Key_Backspace)},
                 [this] { step(true); });
    m_redo =
        add(edit, tr("&Redo"),
            {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)},
            [this] { step(false); });
    edit->addSeparator();
    m_copy = add(edit, tr("&Copy"), {QKeySequence::Copy}, [this] { m_article->copy(); });
    buildCopyMenu(edit);
    addForArticle(edit, tr("Select &All"), {QKeySequence::SelectAll},
                  [this] { m_article->selectAll(); });
    edit->addSeparator();
    addForArticle(edit, tr("&Find…"), {QKeySequence::Find}, [this] { m_find->open(); });
    addForArticle(edit, tr("Find &Next"), {QKeySequence::FindNext},
                  [this] { m_article->stepFind(1); });
    addForArticle(edit, tr("Find Pre&vious"), {QKeySequence::FindPrevious},
                  [this] { m_article->stepFind(-1); });
    edit->addSeparator();
    m_entityMenu = edit->addMenu(tr("&Entity"));
    connect(m_entityMenu, &QMenu::aboutToShow, this, [this] {
        m_entityMenu->clear();
        if (const auto entity = m_state.selectedEntity()) m_people.fillMenu(m_entityMenu, *entity);
    });
    m_eventMenu = edit->addMenu(tr("Even&t"));
    connect(m_eventMenu, &QMenu::aboutToShow, this, [this] {
        m_eventMenu->clear();
        if (const auto event = m_state.selectedEvent()) m_events.fillMenu(m_eventMenu, *event);
    });
    m_addEvent = add(edit, tr("Add Event from &Selection…"), {QKeySequence(Qt::Key_E)},
                     [this] { addEvent(); });
    edit->addSeparator();
    addForArticle(edit, tr("Set Article &Date…"), {QKeySequence(Qt::CTRL | Qt::Key_D)},
                  [this] { chooseDate(); });
}

void MainWindow::buildViewMenu() {
    QMenu* view = menuBar()->addMenu(tr("&View"));
    for (QDockWidget* dock : m_docks)
        view->addAction(dock->toggleViewAction());
    addForArticle(view, tr("Timeline as Ta&ble"), {QKeySequence(Qt::CTRL | Qt::Key_T)}, [this] {
        m_timeline->showTable(!m_timeline->showsTable());
    })->setObjectName(QStringLiteral("timelineTable"));
    view->addSeparator();
    add(view, tr("Zoom &In"), {QKeySequence::ZoomIn, QKeySequence(Qt::CTRL | Qt::Key_Equal)},
        [this] { m_article->setZoom(m_article->zoom() + zoomStep); });
    add(view, tr("Zoom &Out"), {QKeySequence::ZoomOut},
        [this] { m_article->setZoom(m_article->zoom() - zoomStep); });
    add(view, tr("&Reset Zoom"), {QKeySequence(Qt::CTRL | Qt::Key_0)},
        [this] { m_article->setZoom(100); });
    view->addSeparator();
    QMenu* themes = view->addMenu(tr("&Theme"));
    auto* group = new QActionGroup(themes);
    const auto addTheme = [&](const QString& text, Theme theme) {
        QAction* action = add(themes, text, {}, [this, theme] { setTheme(theme); });
        action->setCheckable(true);
        action->setChecked(m_services.settings->theme() == theme);
        group->addAction(action);
    };
    addTheme(tr("&System"), Theme::System);
    addTheme(tr("&Light"), Theme::Light);
    addTheme(tr("&Dark"), Theme::Dark);
    QAction* full = add(view, tr("&Full Screen"), {QKeySequence(Qt::Key_F11)},
                        [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    full->setCheckable(true);
}

void MainWindow::buildGoMenu() {
    QMenu* go = menuBar()->addMenu(tr("&Go"));
    addForArticle(go, tr("&Next Quote"), {QKeySequence(Qt::Key_J)},
                  [this] { m_state.stepQuote(1); });
    addForArticle(go, tr("&Previous Quote"), {QKeySequence(Qt::Key_K)},
                  [this] { m_state.stepQuote(-1); });
    const auto mention = [this](int step) {
        if (!m_article->stepMention(step))
            statusBar()->showMessage(tr("Select a quote or an entity first."), 4000);
    };
    addForArticle(go, tr("Next &Mention"), {QKeySequence(Qt::Key_N)}, [mention] { mention(1); });
    addForArticle(go, tr("Previous Men&tion"), {QKeySequence(Qt::Key_P)},
                  [mention] { mention(-1); });
    m_back =
        add(go, tr("&Back"), {QKeySequence(Qt::ALT | Qt::Key_Left)}, [this] { m_article->back(); });
    go->addSeparator();
    addForArticle(go, tr("Show &All Speakers, Clear Selection"), {QKeySequence(Qt::Key_Escape)},
                  [this] { escape(); });
    go->addSeparator();
    const auto neighbour = [this](int step) {
        const QString path = m_session.neighbour(step);
        if (!path.isEmpty())
            m_session.open(path);
        else
            statusBar()->showMessage(tr("No further article in this folder."), 4000);
    };
    addForArticle(go, tr("Next P&anel"), {QKeySequence(Qt::Key_F6)},
                  [this] { m_panelKeys->step(1); });
    addForArticle(go, tr("Previous Pane&l"), {QKeySequence(Qt::SHIFT | Qt::Key_F6)},
                  [this] { m_panelKeys->step(-1); });
    for (int i = 0; i < m_docks.size(); ++i)
        addForArticle(go, tr("To %1").arg(m_docks[i]->windowTitle()),
                      {QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i))},
                      [this, i] { m_panelKeys->show(m_docks[i]); });
    go->addSeparator();
    addForArticle(go, tr("Next Article in Folder"), {QKeySequence(Qt::ALT | Qt::Key_PageDown)},
                  [neighbour] { neighbour(1); });
    addForArticle(go, tr("Previous Article in Folder"), {QKeySequence(Qt::ALT | Qt::Key_PageUp)},
                  [neighbour] { neighbour(-1); });
}

void MainWindow::buildHelpMenu() {
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    add(help, tr("Open the &Sample"), {}, [this] { openSample(); });
    add(help, tr("&Keys"), {QKeySequence::HelpContents}, [this] { showKeys(); });
    add(help, tr("&About Quoth"), {}, [this] {
        m_services.dialogs->inform(
            this, tr("About Quoth"),
            QStringLiteral("<h3>Quoth %1</h3><p>%2</p><p>%3</p>")
                .arg(toQString(version()).toHtmlEscaped(),
                     tr("A reader for news that shows who said what, and when."),
                     tr("Licensed under the Apache License 2.0.")));
    });
}

// Every action with a key, menu by menu, submenus included: the list can never miss one. Then what
// mouse and keys do in the panels.
void MainWindow::showKeys() {
    QString html = QStringLiteral("<table cellspacing='0' cellpadding='3'>");
    const auto row = [&](const QString& keys, const QString& what) {
        html += QStringLiteral("<tr><td style='padding-right:24px'><b>%1</b></td><td>%2</td></tr>")
                    .arg(keys.toHtmlEscaped(), what.toHtmlEscaped());
    };
    const std::function<void(const QMenu*)> list = [&](const QMenu* menu) {
        for (const QAction* action : menu->actions()) {
            if (action->menu()) list(action->menu());
            if (action->shortcut().isEmpty()) continue;
            QString what = action->text().remove(QLatin1Char('&')).remove(QStringLiteral("…"));
            if (action->objectName().startsWith(QLatin1String("export-")))
                what = tr("Export %1").arg(what);
            row(action->shortcut().toString(QKeySequence::NativeText), what);
        }
    };
    for (const QAction* menu : menuBar()->actions())
        list(menu->menu());
    row(tr("Click"),
        tr("On a quote: select it. On a speaker’s name outside quotes, or badge: show only them"));
    row(tr("Ctrl+Click"), tr("On a speaker: show them as well"));
    row(tr("Ctrl+Wheel"), tr("Zoom"));
    row(tr("F2"), tr("In Speakers and Entities: rename"));
    row(tr("Menu, Shift+F10"), tr("In the panels: what can be done with the row"));
    row(tr("Space"),
        tr("In Speakers: show only them. In Entities: show only what concerns the name; "
           "with Ctrl, that as well"));
    row(tr("Return"),
        tr("In Entities: go to its mentions one by one. On a cluster of the timeline: "
           "open it"));
    row(tr("Arrows, Home, End"), tr("In the timeline: step through a lane, change the lane"));
    row(tr("+, −, 0"), tr("In the timeline: closer, farther, all of it"));
    row(tr("Drag"),
        tr("In the timeline: move it; on its axis or with Shift: show only these days. In Speakers "
           "and Entities: onto another name, to merge both"));
    m_services.dialogs->inform(this, tr("Keys"), html + QStringLiteral("</table>"));
}

void MainWindow::askForFiles() {
    openFiles(m_services.dialogs->openFiles(this));
}

void MainWindow::paste() {
    const QString text = QApplication::clipboard()->text();
    if (text.trimmed().isEmpty())
        showProblem(tr("The clipboard holds no text."));
    else if (!m_state.document() ||
             m_services.dialogs->confirm(this,
                                         tr("Open the text of the clipboard in place of “%1”?")
                                             .arg(m_session.displayName()),
                                         {}, tr("Open")))
        openText(text);
}

QString MainWindow::suggestedPath(const QString& extension) const {
    const QFileInfo info(m_session.path());
    QString base = m_session.path().isEmpty() ? tr("article") : info.completeBaseName();
    if (base.endsWith(QLatin1String(".quoth"))) base.chop(6); // of a work file
    const QString name = base + QLatin1Char('.') + extension;
    // Never offers to write over the article itself.
    const QString safe =
        name == info.fileName() ? base + QStringLiteral(".quoth.") + extension : name;
    return m_session.path().isEmpty() ? safe : info.dir().filePath(safe);
}

void MainWindow::exportAs(const Exporter& exporter) {
    const QString extension = toQString(exporter.extension);
    const QString path = chooseSavePath(
        *m_services.dialogs, this, tr("Export"), suggestedPath(extension),
        QStringLiteral("%1 (*.%2)").arg(toQString(exporter.description), extension), extension);
    if (path.isEmpty()) return;
    ExportContext context;
    context.sourceName = m_session.displayName().toStdString();
    context.exportedOn = QDate::currentDate().toString(Qt::ISODate).toStdString();
    runInBackground(
        this,
        [document = m_state.sharedDocument(), &exporter, context, target = nativePath(path)] {
            return guarded([&]() -> Outcome {
                const auto bytes = exportDocument(exporter, *document, context);
                return bytes ? writeFile(target, *bytes) : Outcome(unexpected(bytes.error()));
            });
        },
        [this, path](const Outcome& outcome) { showExported(outcome, path); });
}

void MainWindow::showExported(const Outcome& outcome, const QString& path) {
    if (outcome)
        statusBar()->showMessage(tr("Exported to %1.").arg(path), 8000);
    else
        showProblem(toQString(outcome.error().message));
}

void MainWindow::exportPdf(const QString& extension,
                           const std::function<bool(QPagedPaintDevice&)>& print) {
    const QString path =
        chooseSavePath(*m_services.dialogs, this, tr("Export PDF"), suggestedPath(extension),
                       tr("PDF (*.pdf)"), QStringLiteral("pdf"));
    if (path.isEmpty()) return;
    QBuffer pdf; // Qt itself would write over the old file at once
    pdf.open(QIODevice::WriteOnly);
    QPdfWriter writer(&pdf);
    writer.setTitle(m_session.displayName());
    if (print(writer))
        showExported(writeFile(nativePath(path), view(pdf.data())), path);
    else
        showProblem(tr("%1 cannot be written.").arg(path));
}

void MainWindow::exportTimeline(TimelineView::Picture format) {
    const bool svg = format == TimelineView::Picture::Svg;
    const QString path = chooseSavePath(
        *m_services.dialogs, this, tr("Export Timeline"),
        suggestedPath(svg ? QStringLiteral("timeline.svg") : QStringLiteral("timeline.png")),
        svg ? tr("SVG picture (*.svg)") : tr("PNG picture (*.png)"),
        svg ? QStringLiteral("svg") : QStringLiteral("png"));
    if (path.isEmpty()) return;
    showExported(writeFile(nativePath(path), view(m_timeline->view()->picture(format))), path);
}

void MainWindow::print() {
    QPrinter printer(QPrinter::HighResolution);
    printer.setDocName(m_session.displayName());
    if (m_services.dialogs->setUpPrinter(this, printer) &&
        !printArticle(m_state, m_session.displayName(), printer))
        showProblem(tr("The printer did not accept the article."));
}

void MainWindow::chooseDate() {
    const auto known = m_state.document()->published();
    const QDate date =
        m_services.dialogs->pickDate(this, known ? toQDate(*known) : m_session.fileDate());
    if (date.isValid()) m_session.setPublished(date);
}

void MainWindow::addEvent() {
    const TextRange words = m_article->selectedRange();
    if (words.empty() || !m_events.askToAdd(toSpan(*m_state.document(), words)))
        statusBar()->showMessage(tr("Select the words that tell what happened first."), 4000);
}

void MainWindow::escape() {
    if (m_find->isVisible())
        m_find->close();
    else
        m_state.clear();
}

void MainWindow::setTheme(Theme theme) {
    m_services.settings->setTheme(theme);
    applyTheme(theme);
}

} // namespace quoth::ui

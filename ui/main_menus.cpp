// The main window's menus and what their entries do.
#include "core/formats/out/exporters.h"
#include "core/support/guarded.h"
#include "core/support/output_file.h"
#include "core/support/version.h"
#include "ui/main_window.h"
#include "ui/reader/article_print.h"
#include "ui/reader/check_sheet_print.h"
#include "ui/save_path.h"
#include "ui/session/background.h"
#include "ui/theme.h"
#include "ui/translation.h"
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

QAction* MainWindow::add(QMenu* menu, const QString& id, const QString& text,
                         std::function<void()> what) {
    QAction* action = menu->addAction(text, this, std::move(what));
    bind(action, id, menu);
    return action;
}

QAction* MainWindow::addForArticle(QMenu* menu, const QString& id, const QString& text,
                                   std::function<void()> what) {
    QAction* action = add(menu, id, text, std::move(what));
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
    auto* menuKey = new QAction(tr("Open the Context Menu"), this);
    connect(menuKey, &QAction::triggered, this, &MainWindow::openMenuByKey);
    addAction(menuKey);
    bind(menuKey, QStringLiteral("view.contextMenu"), nullptr);
}

void MainWindow::buildFileMenu() {
    QMenu* file = menuBar()->addMenu(tr("&File"));
    add(file, QStringLiteral("file.open"), tr("&Open…"), [this] { askForFiles(); });
    QMenu* recent = file->addMenu(tr("Open &Recent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecentMenu(recent); });
    add(file, QStringLiteral("file.paste"), tr("&Paste Article as New"), [this] { paste(); });
    file->addSeparator();
    addForArticle(file, QStringLiteral("file.saveWork"), tr("&Save Work As…"),
                  [this] { saveWork(); });
    addForArticle(file, QStringLiteral("file.reload"), tr("Read A&gain"),
                  [this] { m_session.reload(); });
    QMenu* exports = file->addMenu(tr("&Export"));
    exports->setObjectName(QStringLiteral("exportMenu"));
    for (const Exporter& exporter : exporters()) {
        QAction* action =
            addForArticle(exports, QStringLiteral("file.export.") + toQString(exporter.name),
                          tr("%1…").arg(withoutAmpersand(formatLabel(exporter.description))),
                          [this, &exporter] { exportAs(exporter); });
        action->setObjectName(QStringLiteral("export-") + toQString(exporter.name));
    }
    addForArticle(exports, QStringLiteral("file.export.pdf"), tr("PDF…"), [this] {
        exportPdf(QStringLiteral("pdf"), [this](QPagedPaintDevice& page) {
            return printArticle(m_state, m_session.displayName(), page);
        });
    })->setObjectName(QStringLiteral("export-pdf"));
    addForArticle(exports, QStringLiteral("file.export.check-sheet-pdf"),
                  tr("Checker's sheet (PDF)…"),
                  [this] {
                      exportPdf(QStringLiteral("check.pdf"), [this](QPagedPaintDevice& page) {
                          return printCheckSheet(*m_state.document(), m_session.displayName(), page,
                                                 m_state.doubtThreshold());
                      });
                  })
        ->setObjectName(QStringLiteral("export-check-sheet-pdf"));
    exports->addSeparator();
    addForArticle(exports, QStringLiteral("file.export.timeline-svg"),
                  tr("Picture of the timeline (SVG)…"),
                  [this] { exportTimeline(TimelineView::Picture::Svg); })
        ->setObjectName(QStringLiteral("export-timeline-svg"));
    addForArticle(exports, QStringLiteral("file.export.timeline-png"),
                  tr("Picture of the timeline (PNG)…"),
                  [this] { exportTimeline(TimelineView::Picture::Png); })
        ->setObjectName(QStringLiteral("export-timeline-png"));
    addForArticle(file, QStringLiteral("file.print"), tr("Pr&int…"), [this] { print(); });
    file->addSeparator();
    addForArticle(file, QStringLiteral("file.close"), tr("&Close Article"),
                  [this] { m_session.close(); });
    addForArticle(file, QStringLiteral("file.forget"), tr("&Forget This Article…"), [this] {
        forgetArticle();
    })->setObjectName(QStringLiteral("forgetArticle"));
    add(file, QStringLiteral("file.quit"), tr("&Quit"), [] { QApplication::closeAllWindows(); });
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
    menu->addAction(tr("Clear List"), this, [this] {
        m_services.settings->clearRecentFiles();
        m_welcome->setRecentFiles({});
    });
}

void MainWindow::buildEditMenu() {
    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    m_undo = add(edit, QStringLiteral("edit.undo"), tr("&Undo"), [this] { step(true); });
    m_redo = add(edit, QStringLiteral("edit.redo"), tr("&Redo"), [this] { step(false); });
    edit->addSeparator();
    m_copy = add(edit, QStringLiteral("edit.copy"), tr("&Copy"), [this] { m_article->copy(); });
    buildCopyMenu(edit);
    addForArticle(edit, QStringLiteral("edit.selectAll"), tr("Select &All"),
                  [this] { m_article->selectAll(); });
    edit->addSeparator();
    addForArticle(edit, QStringLiteral("edit.find"), tr("&Find…"), [this] { m_find->open(); });
    addForArticle(edit, QStringLiteral("edit.findNext"), tr("Find &Next"),
                  [this] { m_article->stepFind(1); });
    addForArticle(edit, QStringLiteral("edit.findPrevious"), tr("Find Pre&vious"),
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
    m_addEvent = add(edit, QStringLiteral("edit.addEvent"), tr("Add Event from &Selection…"),
                     [this] { addEvent(); });
    edit->addSeparator();
    addForArticle(edit, QStringLiteral("edit.date"), tr("Set Article &Date…"),
                  [this] { chooseDate(); });
    edit->addSeparator();
    QAction* preferences = add(edit, QStringLiteral("edit.preferences"), tr("Prefere&nces…"),
                               [this] { openPreferences(); });
    preferences->setMenuRole(QAction::PreferencesRole);
}

void MainWindow::buildViewMenu() {
    QMenu* view = menuBar()->addMenu(tr("&View"));
    for (QDockWidget* dock : m_docks) {
        view->addAction(dock->toggleViewAction());
        bind(dock->toggleViewAction(), QStringLiteral("view.") + dock->objectName(), view);
    }
    addForArticle(view, QStringLiteral("view.table"), tr("Timeline as Ta&ble"), [this] {
        m_timeline->showTable(!m_timeline->showsTable());
    })->setObjectName(QStringLiteral("timelineTable"));
    view->addSeparator();
    add(view, QStringLiteral("view.zoomIn"), tr("Zoom &In"),
        [this] { m_article->setZoom(m_article->zoom() + zoomStep); });
    add(view, QStringLiteral("view.zoomOut"), tr("Zoom &Out"),
        [this] { m_article->setZoom(m_article->zoom() - zoomStep); });
    add(view, QStringLiteral("view.zoomReset"), tr("&Reset Zoom"),
        [this] { m_article->setZoom(100); });
    view->addSeparator();
    QMenu* themes = view->addMenu(tr("&Theme"));
    auto* group = new QActionGroup(themes);
    const auto addTheme = [&](const QString& id, const QString& text, Theme theme) {
        QAction* action = add(themes, id, text, [this, theme] { setTheme(theme); });
        action->setCheckable(true);
        group->addAction(action);
    };
    // Another window or the preferences may have chosen since.
    connect(themes, &QMenu::aboutToShow, group, [this, group] {
        const auto chosen = static_cast<int>(m_services.settings->preferences().theme);
        group->actions().at(chosen)->setChecked(true);
    });
    addTheme(QStringLiteral("view.theme.system"), tr("&System"), Theme::System);
    addTheme(QStringLiteral("view.theme.light"), tr("&Light"), Theme::Light);
    addTheme(QStringLiteral("view.theme.dark"), tr("&Dark"), Theme::Dark);
    QAction* full = add(view, QStringLiteral("view.fullScreen"), tr("&Full Screen"),
                        [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    full->setCheckable(true);
}

void MainWindow::buildGoMenu() {
    QMenu* go = menuBar()->addMenu(tr("&Go"));
    addForArticle(go, QStringLiteral("go.nextQuote"), tr("&Next Quote"),
                  [this] { m_state.stepQuote(1); });
    addForArticle(go, QStringLiteral("go.previousQuote"), tr("&Previous Quote"),
                  [this] { m_state.stepQuote(-1); });
    const auto mention = [this](int step) {
        if (!m_article->stepMention(step))
            statusBar()->showMessage(tr("Select a quote or an entity first."), 4000);
    };
    addForArticle(go, QStringLiteral("go.nextMention"), tr("Next &Mention"),
                  [mention] { mention(1); });
    addForArticle(go, QStringLiteral("go.previousMention"), tr("Previous Men&tion"),
                  [mention] { mention(-1); });
    m_back = add(go, QStringLiteral("go.back"), tr("&Back"), [this] { m_article->back(); });
    go->addSeparator();
    addForArticle(go, QStringLiteral("go.clear"), tr("Show &All Speakers, Clear Selection"),
                  [this] { escape(); });
    go->addSeparator();
    const auto neighbour = [this](int step) {
        const QString path = m_session.neighbour(step);
        if (!path.isEmpty())
            m_session.open(path);
        else
            statusBar()->showMessage(tr("No further article in this folder."), 4000);
    };
    addForArticle(go, QStringLiteral("go.nextPanel"), tr("Next P&anel"),
                  [this] { m_panelKeys->step(1); });
    addForArticle(go, QStringLiteral("go.previousPanel"), tr("Previous Pane&l"),
                  [this] { m_panelKeys->step(-1); });
    for (QDockWidget* dock : m_docks)
        addForArticle(go, QStringLiteral("go.") + dock->objectName(),
                      tr("To %1").arg(dock->windowTitle()),
                      [this, dock] { m_panelKeys->show(dock); });
    go->addSeparator();
    addForArticle(go, QStringLiteral("go.nextArticle"), tr("Next Article in Folder"),
                  [neighbour] { neighbour(1); });
    addForArticle(go, QStringLiteral("go.previousArticle"), tr("Previous Article in Folder"),
                  [neighbour] { neighbour(-1); });
}

void MainWindow::buildHelpMenu() {
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    add(help, QStringLiteral("help.sample"), tr("Open the &Sample"), [this] { openSample(); });
    add(help, QStringLiteral("help.manual"), tr("&Manual"), [this] { openManual(); });
    add(help, QStringLiteral("help.keys"), tr("&Keys"), [this] { showKeys(); });
    add(help, QStringLiteral("help.about"), tr("&About Quoth"), [this] {
        m_services.dialogs->inform(
            this, tr("About Quoth"),
            QStringLiteral("<h3>Quoth %1</h3><p>%2</p><p>%3</p>")
                .arg(toQString(version()).toHtmlEscaped(),
                     tr("A reader for news that shows who said what, and when."),
                     tr("Licensed under the Apache License 2.0.")));
    });
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
    if (!m_session.address().part.isEmpty()) base = fileNameOf(m_session.displayName());
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
        QStringLiteral("%1 (*.%2)").arg(formatLabel(exporter.description), extension), extension);
    if (path.isEmpty()) return;
    ExportContext context;
    context.sourceName = m_session.displayName().toStdString();
    context.exportedOn = QDate::currentDate().toString(Qt::ISODate).toStdString();
    context.colours = m_services.settings->preferences().colours;
    context.doubtThreshold = m_state.doubtThreshold();
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
    Preferences preferences = m_services.settings->preferences();
    preferences.theme = theme;
    m_services.settings->setPreferences(preferences);
}

} // namespace quoth::ui

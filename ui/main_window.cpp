#include "ui/main_window.h"

#include "core/support/resources.h"
#include "ui/corrections/corrections_panel.h"
#include "ui/entities/entities_panel.h"
#include "ui/quotes/quotes_panel.h"
#include "ui/reader/filter_chips.h"
#include "ui/speakers/speakers_panel.h"
#include "ui/state/kept_view.h"
#include "ui/theme.h"
#include "ui/timeline/timeline_items.h"
#include "ui/timeline/timeline_panel.h"
#include "ui/why/why_panel.h"
#include "ui/window_size.h"

#include <QApplication>
#include <QCloseEvent>
#include <QContextMenuEvent>
#include <QDir>
#include <QDropEvent>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QRegularExpression>
#include <QScreen>
#include <QStatusBar>
#include <QTabBar>
#include <QVBoxLayout>

namespace quoth::ui {
namespace {

constexpr int viewMilliseconds = 5000;  // between two times that the view is kept
constexpr int quietMilliseconds = 200;  // before progress shows
constexpr int noteMilliseconds = 12000; // how long a note stays in the status bar

QString samplesFolder() {
    const auto resources = findResources();
    return resources ? QString::fromStdString((*resources / "samples").string()) : QString();
}

QString firstSample() {
    const QFileInfoList samples =
        QDir(samplesFolder()).entryInfoList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name);
    return samplesFolder().isEmpty() || samples.isEmpty() ? QString()
                                                          : samples.first().absoluteFilePath();
}

} // namespace

MainWindow::MainWindow(Services services, QWidget* parent)
    : QMainWindow(parent), m_services(std::move(services)),
      m_applied(m_services.settings->preferences()),
      m_keeper(m_applied.keepsWork ? m_services.library : QString()), m_desk(&m_state, &m_keeper),
      m_people(
          &m_state, [this](Step step) { return correct(std::move(step)); }, this),
      m_events(
          &m_state, [this](Step step) { return correct(std::move(step)); }, this),
      m_session(&m_state, &m_desk, m_services.settings, m_services.engine) {
    setWindowTitle(QStringLiteral("Quoth"));
    setAcceptDrops(true);
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    setTabPosition(Qt::RightDockWidgetArea, QTabWidget::North);
    m_state.setAppearance(palette());
    m_state.setKeys(&m_services.settings->keys());
    buildCentre();
    buildDocks();
    buildMenus();
    buildStatusBar();
    connectSession();
    restoreWindow();
    applyPreferences();
    showOpened(true);
}

void MainWindow::buildCentre() {
    m_article = new ArticleView(&m_state);
    m_welcome = new WelcomePage;
    m_welcome->setSamplesAvailable(!firstSample().isEmpty());
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_welcome);
    m_pages->addWidget(m_article);

    m_problem = new NoticeBar(NoticeBar::Tone::Problem);
    m_problem->setObjectName(QStringLiteral("problemBar"));
    m_problem->addDismiss();
    m_keeping = new NoticeBar(NoticeBar::Tone::Quiet);
    m_keeping->setObjectName(QStringLiteral("keepingBar"));
    m_keeping->addDismiss();
    m_language = new NoticeBar(NoticeBar::Tone::Quiet);
    m_language->setObjectName(QStringLiteral("languageBar"));
    m_language->setText(tr("This article does not seem to be in English. Quoth reads English only; "
                           "what it marks here is likely wrong."));
    m_language->addDismiss();
    m_encoder = new NoticeBar(NoticeBar::Tone::Quiet);
    m_encoder->setObjectName(QStringLiteral("encoderBar"));
    m_encoder->addDismiss();
    m_changes = new NoticeBar(NoticeBar::Tone::Quiet);
    m_changes->setObjectName(QStringLiteral("changesBar"));
    m_changeList = new QMenu(m_changes);
    m_changes->addButton(tr("Show"))->setMenu(m_changeList);
    m_changes->addDismiss();
    m_lost = new NoticeBar(NoticeBar::Tone::Quiet);
    m_lost->setObjectName(QStringLiteral("lostBar"));
    connect(m_lost->addButton(tr("Show")), &QPushButton::clicked, this, [this] {
        m_panelKeys->show(m_docks.last());
        m_lost->hide();
    });
    m_lost->addDismiss();
    m_busy = new NoticeBar(NoticeBar::Tone::Quiet);
    m_busy->setObjectName(QStringLiteral("busyBar"));
    m_progress = new QProgressBar;
    m_progress->setRange(0, 100);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(160);
    m_busy->addWidget(m_progress);
    connect(m_busy->addButton(tr("Cancel")), &QPushButton::clicked, &m_session, &Session::cancel);
    m_dateBar = new DateBar;
    m_find = new FindBar(m_article);
    auto* chips = new FilterChips(&m_state);
    connect(chips, &FilterChips::left, m_article, qOverload<>(&QWidget::setFocus));

    auto* centre = new QWidget;
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (QWidget* bar :
         std::initializer_list<QWidget*>{m_busy, m_problem, m_keeping, m_language, m_encoder,
                                         m_changes, m_lost, m_dateBar, m_find, chips})
        layout->addWidget(bar);
    layout->addWidget(m_pages, 1);
    setCentralWidget(centre);

    connect(m_welcome, &WelcomePage::openWanted, this, &MainWindow::askForFiles);
    connect(m_welcome, &WelcomePage::pasteWanted, this, &MainWindow::paste);
    connect(m_welcome, &WelcomePage::sampleWanted, this, &MainWindow::openSample);
    connect(m_welcome, &WelcomePage::fileWanted, &m_session, &Session::open);
    connect(m_dateBar, &DateBar::fileDateChosen, &m_session,
            [this](QDate date) { m_session.setPublished(date, true); });
    connect(m_dateBar, &DateBar::calendarWanted, this, &MainWindow::chooseDate);
    m_busyTimer.setSingleShot(true);
    m_busyTimer.setInterval(quietMilliseconds);
    connect(&m_busyTimer, &QTimer::timeout, m_busy, &QWidget::show);
}

void MainWindow::buildDocks() {
    const auto addDock = [this](const QString& name, const QString& title, Qt::DockWidgetArea area,
                                QWidget* content) {
        auto* dock = new QDockWidget(title, this);
        dock->setObjectName(name);
        dock->setWidget(content);
        addDockWidget(area, dock);
        m_docks << dock;
        return dock;
    };
    auto* why = new WhyPanel(&m_state);
    connect(why, &WhyPanel::placeActivated, m_article, &ArticleView::showSpan);
    const auto right = Qt::RightDockWidgetArea;
    m_quoteList = new QuotesPanel(&m_state);
    connect(m_quoteList, &QuotesPanel::placeActivated, m_article, &ArticleView::showSpan);
    connect(m_quoteList, &QuotesPanel::searchStepped, m_article, &ArticleView::stepSearch);
    connect(m_quoteList, &QuotesPanel::menuWanted, this, &MainWindow::openQuoteMenu);
    auto* entities = new EntitiesPanel(&m_state);
    connect(entities, &EntitiesPanel::mentionActivated, m_article, &ArticleView::showSpan);
    auto* speakers = new SpeakersPanel(&m_state);
    const auto correctPeople = [this](auto* panel) {
        using Panel = std::remove_pointer_t<decltype(panel)>;
        connect(panel, &Panel::menuOpening, this,
                [this](QMenu* menu, EntityId entity, const std::function<void()>& rename) {
                    m_people.fillMenu(menu, entity, std::nullopt, rename);
                });
        connect(panel, &Panel::renameWanted, &m_people, &PeopleEditor::rename);
        connect(panel, &Panel::mergeWanted, &m_people, &PeopleEditor::merge);
    };
    correctPeople(speakers);
    correctPeople(entities);
    connect(&m_people, &PeopleEditor::said, this,
            [this](const QString& what) { statusBar()->showMessage(what, noteMilliseconds); });
    auto* quotes = addDock(QStringLiteral("quotesDock"), tr("Quotes"), right, m_quoteList);
    for (QDockWidget* dock :
         {addDock(QStringLiteral("speakersDock"), tr("Speakers"), right, speakers),
          addDock(QStringLiteral("entitiesDock"), tr("Entities"), right, entities),
          addDock(QStringLiteral("whyDock"), tr("Why"), right, why)})
        tabifyDockWidget(quotes, dock);
    for (QDockWidget* dock : m_docks)
        dock->setTitleBarWidget(new QWidget); // the tab names it
    quotes->raise();
    m_timeline = new TimelinePanel(&m_state);
    connect(m_timeline, &TimelinePanel::eventMenuWanted, this, [this](EventId event, QPoint at) {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        m_events.fillMenu(menu, event);
        menu->popup(at);
    });
    m_timelineDock = addDock(QStringLiteral("timelineDock"), tr("Timeline"),
                             Qt::BottomDockWidgetArea, m_timeline);
    auto* corrections = new CorrectionsPanel(&m_state, &m_desk);
    connect(corrections, &CorrectionsPanel::placeActivated, m_article, &ArticleView::showSpan);
    connect(corrections, &CorrectionsPanel::putBackWanted, this, &MainWindow::putBack);
    connect(corrections, &CorrectionsPanel::said, this,
            [this](const QString& what) { statusBar()->showMessage(what, noteMilliseconds); });
    QDockWidget* correctionsDock =
        addDock(QStringLiteral("correctionsDock"), tr("Corrections"), right, corrections);
    tabifyDockWidget(m_docks[3], correctionsDock);
    correctionsDock->setTitleBarWidget(new QWidget);
    quotes->raise();
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    keepTabsWhole();
    m_panelKeys = new Panels(m_article, m_docks, this);
}

// The window makes and remakes these bars itself.
void MainWindow::keepTabsWhole() {
    for (QTabBar* tabs : findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly)) {
        tabs->setAccessibleName(tr("Panels"));
        tabs->setElideMode(Qt::ElideNone);
        tabs->setUsesScrollButtons(true);
    }
}

int MainWindow::tabsWidth() const {
    int width = 0;
    for (const QTabBar* tabs : findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly))
        width = std::max(width, tabs->sizeHint().width());
    return width;
}

void MainWindow::buildStatusBar() {
    m_summary = new QLabel;
    m_summary->setObjectName(QStringLiteral("summary"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setContentsMargins(8, 0, 8, 0);
    m_summary->setMinimumWidth(1); // a long one does not widen the window
    statusBar()->addPermanentWidget(m_summary);
}

void MainWindow::connectSession() {
    connect(&m_session, &Session::opened, this, &MainWindow::showOpened);
    connect(&m_session, &Session::busyChanged, this, &MainWindow::showBusy);
    connect(&m_session, &Session::progressed, m_progress, &QProgressBar::setValue);
    connect(&m_session, &Session::articleChanged, this, &MainWindow::showChanges);
    connect(&m_session, &Session::failed, this, &MainWindow::showProblem);
    connect(&m_session, &Session::noticed, this,
            [this](const QString& note) { statusBar()->showMessage(note, noteMilliseconds); });
    connect(&m_desk, &Desk::changed, this, [this] {
        updateSummary();
        updateActions();
        if (m_lost->isVisible()) showLost(); // one may have its place again
    });
    connect(&m_desk, &Desk::conflicted, this, [this] {
        statusBar()->showMessage(
            tr("This article was changed in another window; its state is shown now."),
            noteMilliseconds);
    });
    connect(&m_desk, &Desk::leaving, this, &MainWindow::keepView);
    m_viewTimer.setInterval(viewMilliseconds);
    connect(&m_viewTimer, &QTimer::timeout, this, &MainWindow::keepView);
    connect(&m_viewTimer, &QTimer::timeout, this, &MainWindow::refreshWork);
    m_viewTimer.start();
    connect(&m_keeper, &Keeper::problemChanged, this, &MainWindow::showKeeping);
    m_session.setAskForWork([this](int inFile, int inLibrary) {
        return m_services.dialogs->chooseWork(this, inFile, inLibrary);
    });
    m_session.setAskForArticle([this](const QString& name, const Imported& file) {
        return m_services.dialogs->chooseArticle(this, name, file);
    });
    showKeeping();
    connect(m_article, &ArticleView::copyAvailable, this, &MainWindow::updateActions);
    connect(m_article, &ArticleView::historyChanged, this, &MainWindow::updateActions);
    connect(&m_state, &ViewState::selectionChanged, this, &MainWindow::updateActions);
    connect(&m_state, &ViewState::filterChanged, this, &MainWindow::updateSummary);
    const Settings* settings = m_services.settings;
    connect(settings, &Settings::preferencesChanged, this, &MainWindow::applyPreferences);
    connect(settings, &Settings::filesForgotten, this, [this] {
        if (m_applied.keepsWork) m_session.close(); // else the article is not among them
        m_welcome->setRecentFiles({});
    });
    connect(&m_services.settings->keys(), &KeyMap::changed, this, &MainWindow::applyKeys);
    connect(m_article, &ArticleView::zoomChanged, this,
            [this](int percent) { m_services.settings->setZoom(percent); });
}

// Qt opens context menus by the Menu key alone, which many keyboards lack.
void MainWindow::openMenuByKey() {
    QWidget* focus = QApplication::focusWidget();
    if (!focus) return;
    const QPoint at = focus->inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
    QContextMenuEvent event(QContextMenuEvent::Keyboard, at, focus->mapToGlobal(at));
    QApplication::sendEvent(focus, &event);
}

void MainWindow::restoreWindow() {
    resize(firstWindowSize(screen()->availableSize()));
    const QSize panels = firstPanelSize(size());
    // All tabs in sight, where that leaves the article the greater part.
    const int wide = std::max(panels.width(), std::min(tabsWidth(), width() * 2 / 5));
    resizeDocks({m_docks.first()}, {wide}, Qt::Horizontal);
    resizeDocks({m_timelineDock}, {std::max(panels.height(), 12 * fontMetrics().height())},
                Qt::Vertical);
    // What cannot be read (another version, damage) leaves the layout as built.
    restoreGeometry(m_services.settings->geometry());
    restoreState(m_services.settings->windowState());
    showPanels(false);
    m_article->setZoom(m_services.settings->zoom());
}

void MainWindow::showPanels(bool show) {
    if (show == m_panels.isEmpty()) return;
    if (show) {
        restoreState(m_panels);
        keepTabsWhole();
        m_panels.clear();
        return;
    }
    m_panels = saveState();
    for (QDockWidget* dock : m_docks)
        dock->hide();
}

void MainWindow::openFiles(const QStringList& paths) {
    if (paths.isEmpty()) return;
    m_session.open(paths.first());
    for (const QString& path : paths.mid(1)) {
        auto* window = new MainWindow(m_services);
        window->setAttribute(Qt::WA_DeleteOnClose);
        window->openFiles({path});
        window->show();
    }
}

void MainWindow::openText(const QString& text) {
    static const QRegularExpression link(QStringLiteral("^https?://\\S+$"),
                                         QRegularExpression::CaseInsensitiveOption);
    if (link.match(text.trimmed()).hasMatch())
        showProblem(tr("That is a link. Quoth fetches no pages: save the page in your browser, "
                       "then open the file."));
    else
        m_session.openText(text);
}

void MainWindow::openSample() {
    if (const QString sample = firstSample(); !sample.isEmpty()) m_session.open(sample);
}

void MainWindow::showOpened(bool newArticle) {
    const bool any = m_state.document() != nullptr;
    // What is not shown asks for no room, from now on rather than from the next event on.
    const auto policy = any ? QSizePolicy::Ignored : QSizePolicy::Preferred;
    m_welcome->setSizePolicy(policy, policy);
    m_pages->updateGeometry();
    centralWidget()->updateGeometry();
    showPanels(any);
    m_pages->setCurrentWidget(any ? static_cast<QWidget*>(m_article) : m_welcome);
    setWindowTitle(any ? tr("%1 – Quoth").arg(m_session.displayName()) : QStringLiteral("Quoth"));
    setWindowFilePath(m_session.path());
    m_problem->hide();
    if (newArticle) {
        m_changes->hide();
        statusBar()->clearMessage(); // it was about the article before
        m_language->setVisible(!m_session.seemsEnglish());
        m_encoder->setText(tr("Quoth reads without its encoder and finds less. %1")
                               .arg(m_session.withoutEncoder()));
        m_encoder->setVisible(!m_session.withoutEncoder().isEmpty());
        showLost();
    }
    m_welcome->setRecentFiles(m_services.settings->recentFiles());
    m_dateBar->offer(m_session.waitingTimes(), m_session.fileDate(), newArticle);
    if (!any && m_find->isVisible()) m_find->close();
    if (any && newArticle) {
        m_article->setFocus();
        if (const auto view = readView(m_keeper.view(), m_state)) {
            m_article->setZoom(view->zoom);
            m_article->setTopPosition(view->top);
        } else {
            m_article->setTopPosition(0); // whatever bars come now
        }
    }
    updateSummary();
    updateActions();
}

void MainWindow::keepView() {
    m_keeper.setView(writeView(m_state, {m_article->topPosition(), m_article->zoom()}));
}

void MainWindow::showBusy(bool busy) {
    if (busy) {
        m_busy->setText(tr("Reading %1 …").arg(m_session.busyName()));
        m_progress->setValue(0);
        m_busyTimer.start();
    } else {
        m_busyTimer.stop();
        m_busy->hide();
    }
}

void MainWindow::showProblem(const QString& reason) {
    m_problem->setText(m_state.document()
                           ? reason + QLatin1Char(' ') + tr("What was open is still here.")
                           : reason);
    m_problem->show();
}

void MainWindow::showKeeping() {
    m_keeping->setText(m_keeper.problem());
    m_keeping->setVisible(!m_keeper.problem().isEmpty());
}

void MainWindow::updateSummary() {
    const Document* document = m_state.document();
    if (!document) {
        m_summary->clear();
        m_summary->setToolTip({});
        return;
    }
    const auto all = static_cast<int>(document->quotes().size());
    int shown = 0;
    for (int i = 0; i < all; ++i)
        shown += m_state.passes(makeId<QuoteTag>(static_cast<std::size_t>(i))) ? 1 : 0;
    QStringList parts;
    parts << (shown == all ? tr("%Ln quote(s)", nullptr, all)
                           : tr("%1 of %Ln quote(s)", nullptr, all).arg(shown));
    parts << tr("%Ln speaker(s)", nullptr, static_cast<int>(document->speakers().size()));
    parts << tr("%1 of %2 checked").arg(document->checkedQuotes()).arg(all);
    parts << (document->published() ? tr("published %1").arg(publishedLabel(*document))
                                    : tr("date unknown"));
    m_summary->setToolTip(
        document->published()
            ? tr("Article date %1: %2").arg(publishedLabel(*document), publishedOrigin(*document))
            : QString());
    m_summary->setText(parts.join(QStringLiteral("  ·  ")));
}

void MainWindow::updateActions() {
    const bool any = m_state.document() != nullptr;
    for (QAction* action : m_articleActions)
        action->setEnabled(any);
    m_copy->setEnabled(any && !m_article->selectedRange().empty());
    m_addEvent->setEnabled(m_copy->isEnabled());
    m_copyQuote->setEnabled(any && m_state.selectedQuote().has_value());
    m_addQuote->setEnabled(any && !m_article->selectedRange().empty());
    m_back->setEnabled(any && m_article->canGoBack());
    m_entityMenu->menuAction()->setEnabled(any && m_state.selectedEntity().has_value());
    m_eventMenu->menuAction()->setEnabled(any && m_state.selectedEvent().has_value());
    for (QAction* action : m_quoteActions)
        action->setEnabled(any && m_state.selectedQuote().has_value());
    const auto named = [](const QString& text, QString step) {
        return text.arg(step.replace(QLatin1Char('&'), QStringLiteral("&&")));
    };
    m_undo->setEnabled(m_desk.canUndo());
    m_undo->setText(m_desk.canUndo() ? named(tr("&Undo “%1”"), m_desk.undoName()) : tr("&Undo"));
    m_redo->setEnabled(m_desk.canRedo());
    m_redo->setText(m_desk.canRedo() ? named(tr("&Redo “%1”"), m_desk.redoName()) : tr("&Redo"));
}

void MainWindow::closeEvent(QCloseEvent* event) {
    keepView();
    m_services.settings->setWindow(saveGeometry(), m_panels.isEmpty() ? saveState() : m_panels);
    m_services.settings->setLastFile(m_session.address().word());
    // Windows that belong to this one, such as the manual, do not outlive it.
    for (QWidget* own : findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
        if (own->isWindow() && !qobject_cast<QDockWidget*>(own)) own->close();
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow()) refreshWork();
    if (event->type() == QEvent::PaletteChange) m_state.setAppearance(palette());
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls() || event->mimeData()->hasText()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    QStringList files;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile()) files << url.toLocalFile();
    if (!files.isEmpty())
        openFiles(files);
    else if (event->mimeData()->hasText())
        openText(event->mimeData()->text());
    else if (!event->mimeData()->urls().isEmpty())
        openText(event->mimeData()->urls().first().toString());
    event->acceptProposedAction();
}

} // namespace quoth::ui

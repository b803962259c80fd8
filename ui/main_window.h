// The window: puts the article, the panels and the bars together and lists the actions. What they
// do lies in the session, the view state and the views.
#pragma once

#include "ui/dialogs.h"
#include "ui/panels.h"
#include "ui/people/people_editor.h"
#include "ui/reader/article_view.h"
#include "ui/reader/date_bar.h"
#include "ui/reader/find_bar.h"
#include "ui/reader/welcome_page.h"
#include "ui/session/session.h"
#include "ui/state/desk.h"
#include "ui/state/keeper.h"
#include "ui/timeline/event_editor.h"
#include "ui/timeline/timeline_panel.h"
#include "ui/timeline/timeline_view.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QProgressBar>
#include <QStackedWidget>
#include <chrono>
#include <functional>

namespace quoth {
struct Exporter;
}

class QPagedPaintDevice;

namespace quoth::ui {

class QuotesPanel;

// What all windows of the program share; must outlive them.
struct Services {
    EngineLoader engine;
    Settings* settings;
    Dialogs* dialogs;
    QString library{}; // the file that keeps the reader's work; empty: nothing is kept
    // When a check is made; empty: the system's clock.
    std::function<std::chrono::sys_seconds()> clock{};
};

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(Services services, QWidget* parent = nullptr);

    // The first one here, the others in windows of their own.
    void openFiles(const QStringList& paths);
    void openText(const QString& text);
    void openSample();

    ViewState& state() { return m_state; }
    Desk& desk() { return m_desk; }
    Keeper& keeper() { return m_keeper; }
    Session& session() { return m_session; }
    ArticleView& article() { return *m_article; }
    PeopleEditor& people() { return m_people; }
    EventEditor& events() { return m_events; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildCentre();
    void buildDocks();
    void buildStatusBar();
    void connectSession();
    void restoreWindow();
    void openMenuByKey();       // of the widget with the focus
    void showPanels(bool show); // the welcome page has none
    void keepTabsWhole();       // titles of docks scroll rather than lose letters
    int tabsWidth() const;

    // Menus (main_menus.cpp).
    void buildMenus();
    void buildFileMenu();
    void buildEditMenu();
    void buildViewMenu();
    void buildGoMenu();
    void buildCheckMenu(); // check_menu.cpp, as what follows
    bool correct(Step step);
    void pickSpeaker(QuoteId quote);
    void check(QuoteId quote, CheckState state);
    void editCheck(QuoteId quote);
    std::optional<std::chrono::sys_seconds> checkTime(CheckState state) const;
    void goToUnchecked();
    void correctAndGoOn(QuoteId quote, Correction correction); // to the next quote
    // Bounds of quotes and the menus on them (quote_menu.cpp).
    void buildBoundsMenu(QMenu* check);
    void addMentionMenu(QMenu* menu, int position); // for whom the article names there
    void moveEdge(Edge edge, int words);
    void splitQuote(QuoteId quote);
    void joinQuote(QuoteId quote);
    void addQuote();
    void acceptAll();
    void fillQuoteMenu(QMenu* menu, QuoteId quote);
    void openQuoteMenu(QuoteId quote, QPoint global);
    void step(bool back); // undo or redo, and shows the quote that it was about
    QPoint below(Span span);
    void buildHelpMenu();
    void fillRecentMenu(QMenu* menu);
    // `id` names the command to the key map, which gives it its keys.
    QAction* add(QMenu* menu, const QString& id, const QString& text, std::function<void()> what);
    // An action that makes sense only while an article is open.
    QAction* addForArticle(QMenu* menu, const QString& id, const QString& text,
                           std::function<void()> what);
    // Keys and preferences (preferences_menu.cpp).
    void bind(QAction* action, const QString& id, const QMenu* menu);
    void applyKeys();
    void showKeys();
    void openPreferences();
    void openManual();
    void applyPreferences();
    void forgetEverything();

    void askForFiles();
    void paste();
    void saveWork(); // work_menu.cpp, as what follows
    void forgetArticle();
    void showChanges(const std::vector<QuoteChange>& changes);
    void refreshWork(); // to what other windows did
    void showLost();    // corrections that found no place
    void putBack(std::size_t step);
    void exportAs(const Exporter& exporter);
    void showExported(const Outcome& outcome, const QString& path);
    void exportPdf(const QString& extension, const std::function<bool(QPagedPaintDevice&)>& print);
    void exportTimeline(TimelineView::Picture format);
    void print();
    void buildCopyMenu(QMenu* edit); // copy_menu.cpp
    void copyQuotes(const std::vector<QuoteId>& quotes);
    void chooseDate();
    void addEvent(); // from the words selected in the article
    void escape();
    void setTheme(Theme theme);

    void showOpened(bool newArticle);
    void showBusy(bool busy);
    void showProblem(const QString& reason);
    void showKeeping();
    void keepView(); // where the article was left, in the library
    void updateSummary();
    void updateActions();
    QString suggestedPath(const QString& extension) const;

    Services m_services;
    Preferences m_applied; // that the window shows
    ViewState m_state;
    Keeper m_keeper;
    Desk m_desk;
    PeopleEditor m_people;
    EventEditor m_events;
    Session m_session;
    QStackedWidget* m_pages = nullptr;
    WelcomePage* m_welcome = nullptr;
    ArticleView* m_article = nullptr;
    QuotesPanel* m_quoteList = nullptr;
    TimelinePanel* m_timeline = nullptr;
    FindBar* m_find = nullptr;
    DateBar* m_dateBar = nullptr;
    NoticeBar* m_problem = nullptr;
    NoticeBar* m_keeping = nullptr;  // why work is not kept
    NoticeBar* m_language = nullptr; // that the article is not in English
    NoticeBar* m_encoder = nullptr;  // that it was read without the encoder
    NoticeBar* m_changes = nullptr;  // what is new since the file was read before
    NoticeBar* m_lost = nullptr;     // corrections found no place
    QMenu* m_changeList = nullptr;   // the bar's: one line a change
    NoticeBar* m_busy = nullptr;
    QProgressBar* m_progress = nullptr;
    QTimer m_viewTimer;          // keeps the view while the reader reads
    QTimer m_busyTimer;          // an analysis that is soon done shows no bar
    QList<QDockWidget*> m_docks; // in the order of their keys; the corrections last
    QDockWidget* m_timelineDock = nullptr;
    Panels* m_panelKeys = nullptr;
    std::vector<std::pair<QAction*, QString>> m_commands; // with their ids
    QList<QAction*> m_articleActions, m_quoteActions;
    QList<QAction*> m_quoteMenu; // what context menus on quotes hold; null: a separator
    QAction* m_addQuote = nullptr;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QAction* m_copy = nullptr;
    QAction* m_copyQuote = nullptr;
    QAction* m_back = nullptr;
    QMenu* m_entityMenu = nullptr; // for the entity selected
    QMenu* m_eventMenu = nullptr;  // likewise for an event
    QAction* m_addEvent = nullptr;
    QLabel* m_summary = nullptr;
    QByteArray m_panels; // the docks' state while the welcome page hides them
};

} // namespace quoth::ui

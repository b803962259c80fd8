// Where a reader would stumble: small screens, the keyboard's way round, clicks, pasting, saving.
#include "tests/support/window_fixture.h"
#include "ui/save_path.h"
#include "ui/text_dialog.h"
#include "ui/window_size.h"

#include <QClipboard>
#include <QListView>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBrowser>

using namespace quoth;
using namespace quoth::ui;
using namespace quoth::ui::test;

class TestStumbles : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { applyTheme(Theme::Light); }

    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(m_folder->filePath(QStringLiteral("settings.ini")));
        m_dialogs = std::make_unique<CannedDialogs>();
        m_window =
            std::make_unique<MainWindow>(Services{engine(), m_settings.get(), m_dialogs.get()});
    }

    void cleanup() { m_window.reset(); }

    void firstWindowFitsTheScreen_data() {
        QTest::addColumn<QSize>("available");
        QTest::newRow("large") << QSize(2560, 1400);
        QTest::newRow("1024x700") << QSize(1024, 700);
        QTest::newRow("1366x768 at 175 %") << QSize(780, 438);
    }
    void firstWindowFitsTheScreen() {
        QFETCH(QSize, available);
        const QSize size = firstWindowSize(available);
        QVERIFY(size.width() < available.width() && size.height() < available.height());
        QVERIFY(size.width() <= 1280 && size.height() <= 860);
        const QSize panels = firstPanelSize(size);
        QVERIFY(panels.width() >= 280);
        QVERIFY(size.width() - panels.width() >= 400); // for the article
        QVERIFY(size.height() - panels.height() >= 240);
    }

    void windowFollowsTheScreen() {
        QCOMPARE(m_window->size(), firstWindowSize(m_window->screen()->availableSize()));
        show({780, 440});
        QCOMPARE(m_window->size(), QSize(780, 440)); // nothing forces it wider or higher
        QVERIFY(dock("quotesDock")->width() >= 250);
        QVERIFY(m_window->article().width() >= 350);
    }

    void longHelpScrolls() {
        for (QAction* action : m_window->findChildren<QAction*>())
            if (action->shortcut() == QKeySequence(Qt::Key_F1)) action->trigger();
        QVERIFY(!m_dialogs->informed.isEmpty());
        TextDialog dialog(QStringLiteral("Keys"), m_dialogs->informed, {1024, 700});
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QVERIFY(dialog.height() < 700 && dialog.width() < 1024);
        QVERIFY(dialog.width() > 500); // a key and what it does stand on one line
        auto* text = dialog.findChild<QTextBrowser*>();
        QVERIFY(text->verticalScrollBar()->maximum() > 0);
        QCOMPARE(text->horizontalScrollBar()->maximum(), 0);
        QTest::keyClick(text, Qt::Key_PageDown);
        QVERIFY(text->verticalScrollBar()->value() > 0);
        QTest::keyClick(text, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
    }

    void shortTextMakesASmallDialog() {
        TextDialog dialog(QStringLiteral("About"), QStringLiteral("<h3>Quoth</h3><p>Reads.</p>"),
                          {1024, 700});
        QVERIFY(dialog.height() < 350 && dialog.width() < 500);
    }

    // Tab goes round what is in sight, panels behind others left out.
    void tabStaysInSight() {
        show();
        m_window->article().setFocus();
        bool left = false;
        for (int i = 0; i < 40; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QWidget* now = QApplication::focusWidget();
            QVERIFY(now);
            QVERIFY2(isInSight(now), now->metaObject()->className());
            left = left || now != &m_window->article();
        }
        QVERIFY(left);
        QCOMPARE(m_window->state().filter().isOpen(), true);
    }

    void keysGoToPanels() {
        show();
        const char* const docks[] = {"quotesDock", "speakersDock", "entitiesDock", "whyDock",
                                     "timelineDock"};
        for (int i = 0; i < 5; ++i) {
            QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(Qt::Key_1 + i),
                            Qt::ControlModifier);
            QVERIFY2(dock(docks[i])->isAncestorOf(QApplication::focusWidget()), docks[i]);
            QVERIFY2(isInSight(QApplication::focusWidget()), docks[i]);
        }
        auto* line = m_window->findChild<QWidget*>(QStringLiteral("focusLine"));
        QVERIFY(line->isVisible());
        // What was in front last is, besides the article and the timeline, what F6 reaches.
        QList<QWidget*> reached;
        for (int i = 0; i < 3; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
            reached << QApplication::focusWidget();
        }
        QCOMPARE(reached.first(), static_cast<QWidget*>(&m_window->article()));
        QVERIFY(dock("whyDock")->isAncestorOf(reached[1]));
        QVERIFY(dock("timelineDock")->isAncestorOf(reached[2]));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), reached[1]);
        clickOn(m_window->article(), QStringLiteral("The ferry to"));
        QVERIFY(!line->isVisible());
    }

    void closedPanelComesBack() {
        show();
        dock("timelineDock")->hide();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_5, Qt::ControlModifier);
        QVERIFY(dock("timelineDock")->isVisible());
        QVERIFY(dock("timelineDock")->isAncestorOf(QApplication::focusWidget()));
    }

    // A name inside a quote is a part of it; beside quotes, and with Ctrl, it filters.
    void clickOnANameInAQuote() {
        const QByteArray text = "“We thank Peter Lund for the boat,” Anna Berg said. “The ferry "
                                "will run,” Peter Lund said.\n";
        auto parts = annotated()->parts();
        parts.article.text = text.toStdString();
        const auto span = [&](const char* words, qsizetype from = 0) {
            const auto at = static_cast<std::size_t>(text.indexOf(words, from));
            return makeSpan(at, at + std::strlen(words));
        };
        parts.blocks = {{makeSpan(0, parts.article.text.size() - 1), BlockKind::Paragraph}};
        parts.sentences = {parts.blocks[0].span};
        parts.times.clear();
        const auto second = span("Peter Lund", text.indexOf("run,"));
        parts.entities[0].mentions = {{span("Anna Berg"), MentionKind::Name}};
        parts.entities[1].mentions = {{span("Peter Lund"), MentionKind::Name},
                                      {second, MentionKind::Name}};
        parts.quotes.resize(2);
        for (Quote& quote : parts.quotes)
            quote.cue.clear();
        parts.quotes[0].content = {span("“We thank Peter Lund for the boat,”")};
        parts.quotes[0].source = {span("Anna Berg")};
        parts.quotes[1].content = {span("“The ferry will run,”")};
        parts.quotes[1].source = {second};
        show({1200, 900}, std::make_shared<const Document>(std::move(parts)));

        ViewState& state = m_window->state();
        clickOn(m_window->article(), QStringLiteral("Peter Lund"));
        QCOMPARE(state.selectedQuote(), std::optional(QuoteId{0}));
        QVERIFY(state.filter().isOpen());
        clickOn(m_window->article(), QStringLiteral("Peter Lund"), Qt::ControlModifier);
        QCOMPARE(state.filter().speakers, std::set<EntityId>{EntityId{1}});
        state.setFilter({});
        clickOn(m_window->article(), QStringLiteral("Anna Berg"));
        QCOMPARE(state.filter().speakers, std::set<EntityId>{EntityId{0}});
    }

    void pastingAsksFirst() {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(article));
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY(m_window->state().document());
        QVERIFY(m_dialogs->asked.isEmpty()); // nothing was open

        const std::string before = m_window->state().document()->text();
        QGuiApplication::clipboard()->setText(QStringLiteral("Something else was pasted here."));
        m_dialogs->confirmed = false;
        QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(m_dialogs->asked.contains(m_window->session().displayName()));
        QVERIFY(!m_window->session().isBusy());
        QCOMPARE(m_window->state().document()->text(), before);
        m_dialogs->confirmed = true;
        QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(m_window->state().document()->text(),
                     std::string("Something else was pasted here."));
    }

    void linksAreNotArticles_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("http") << QStringLiteral("http://news.example/a?b=c");
        QTest::newRow("https, with space around") << QStringLiteral("\n HTTPS://news.example/a \n");
    }
    void linksAreNotArticles() {
        QFETCH(QString, text);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QGuiApplication::clipboard()->setText(text);
        QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
        verifyLinkIsRefused();
        QMimeData data;
        data.setUrls({QUrl(text.trimmed())});
        QDragEnterEvent enter({300, 300}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QDropEvent event(QPointF(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &event);
        verifyLinkIsRefused();
    }

    void namesGetAnExtension_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("path");
        const auto row = [](const char* typed, const char* path) {
            QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromLatin1(path);
        };
        row("/a/iceland", "/a/iceland.html");
        row("/a.b/iceland", "/a.b/iceland.html");
        row("/a/iceland.", "/a/iceland.html");
        row("/a/iceland.htm", "/a/iceland.htm");
        row("/a/Vol. 2", "/a/Vol. 2.html");
        row("/a/2021.05", "/a/2021.05.html");
    }
    void namesGetAnExtension() {
        QFETCH(QString, typed);
        QTEST(withExtension(typed, QStringLiteral("html")), "path");
    }

    void titlesMakeFileNames() {
        QCOMPARE(fileNameOf(QStringLiteral(" Who’s next? A/B:  “C” .. ")),
                 QStringLiteral("Who’s next A B “C”"));
        QCOMPARE(fileNameOf(QStringLiteral("../\n")), QStringLiteral("article"));
        QCOMPARE(fileNameOf(QString(200, u'x')).size(), 80);
    }

    void exportAsksBeforeItReplaces() {
        show();
        m_dialogs->saved = m_folder->filePath(QStringLiteral("iceland"));
        const QString path = m_dialogs->saved + QStringLiteral(".html");
        auto* exportHtml = m_window->findChild<QAction*>(QStringLiteral("export-html"));
        exportHtml->trigger();
        QTRY_VERIFY(QFile::exists(path));
        QVERIFY(!QFile::exists(m_dialogs->saved));
        QVERIFY(m_dialogs->asked.isEmpty());

        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("kept");
        file.close();
        m_dialogs->confirmed = false;
        exportHtml->trigger();
        QVERIFY(m_dialogs->asked.contains(QStringLiteral("iceland.html")));
        QThreadPool::globalInstance()->waitForDone();
        QCOMPARE(QFileInfo(path).size(), 4);
        m_dialogs->confirmed = true;
        exportHtml->trigger();
        QTRY_VERIFY(QFileInfo(path).size() > 4);
    }

private:
    void show(QSize size = {1200, 900}, std::shared_ptr<const Document> document = annotated()) {
        m_window->resize(size);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->state().setDocument(std::move(document));
        emit m_window->session().opened(true);
        QCoreApplication::processEvents();
    }

    // Is it, or a part of it, what a click on its middle would meet?
    bool isInSight(const QWidget* widget) const {
        const QPoint middle = widget->mapTo(m_window.get(), widget->rect().center());
        const QWidget* there = m_window->childAt(middle);
        return there && (there == widget || widget->isAncestorOf(there));
    }

    void verifyLinkIsRefused() {
        auto* bar = m_window->findChild<NoticeBar*>(QStringLiteral("problemBar"));
        QVERIFY(bar->isVisible());
        QVERIFY(bar->text().contains(QStringLiteral("save the page")));
        QVERIFY(!m_window->session().isBusy());
        QVERIFY(!m_window->state().document());
        bar->hide();
    }

    QDockWidget* dock(const char* name) {
        return m_window->findChild<QDockWidget*>(QLatin1String(name));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<CannedDialogs> m_dialogs;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestStumbles)
#include "test_stumbles.moc"

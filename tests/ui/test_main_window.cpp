// The real window, driven by mouse and keyboard.
#include "core/formats/in/importers.h"
#include "core/formats/out/exporters.h"
#include "tests/support/german_article.h"
#include "tests/support/window_fixture.h"

#include <QClipboard>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QToolButton>
#include <filesystem>

using namespace quoth;
using namespace quoth::ui;
using namespace quoth::ui::test;

class TestMainWindow : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { applyTheme(Theme::Light); }

    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(settingsPath());
        m_dialogs = std::make_unique<CannedDialogs>();
        makeWindow();
    }

    void cleanup() { m_window.reset(); }

    void welcomesWithoutArticle() {
        QVERIFY(m_window->findChild<WelcomePage*>()->isVisible());
        QVERIFY(!m_window->article().isVisible());
        QVERIFY(!action("Find…")->isEnabled());
        QVERIFY(!m_window->findChild<QDockWidget*>(QStringLiteral("timelineDock"))->isVisible());
    }

    void opensThroughTheMenu() {
        m_dialogs->files = {write(QStringLiteral("ferry.txt"), article)};
        trigger("Open…");
        QVERIFY(waitUntilOpen());
        QVERIFY(m_window->article().isVisible());
        QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("ferry.txt")));
        QVERIFY(m_window->findChild<QDockWidget*>(QStringLiteral("timelineDock"))->isVisible());
        QVERIFY(action("Find…")->isEnabled());
    }

    // The main job with the real engine: open, click a speaker, see the others dimmed.
    void clickOnSpeakerFilters() {
        QVERIFY(openArticle());
        const Document& document = *m_window->state().document();
        QVERIFY2(!document.quotes().empty() && document.quotes().front().speaker,
                 "the engine finds the first quote's speaker");
        const EntityId speaker = *document.quotes().front().speaker;
        clickOn(m_window->article(), QStringLiteral("Anna Berg"));
        QCOMPARE(m_window->state().filter().speakers, std::set<EntityId>{speaker});
        const QImage dimmed = pictureOf(m_window->article(), QStringLiteral("money is there"), 14);
        const QPalette palette = m_window->article().palette();
        QVERIFY(!contains(dimmed, palette.color(QPalette::Text)));
        QVERIFY(contains(dimmed, mutedText(palette)));
        QVERIFY(summary().contains(QStringLiteral(" of ")));
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QVERIFY(m_window->state().filter().isOpen());
    }

    void keysStepThroughQuotes() {
        showAnnotated();
        QTest::keyClick(m_window.get(), Qt::Key_J);
        QCOMPARE(m_window->state().selectedQuote(), std::optional(QuoteId{0}));
        QTest::keyClick(m_window.get(), Qt::Key_J);
        QCOMPARE(m_window->state().selectedQuote(), std::optional(QuoteId{1}));
        QTest::keyClick(m_window.get(), Qt::Key_K);
        QTest::keyClick(m_window.get(), Qt::Key_K);
        QCOMPARE(m_window->state().selectedQuote(), std::optional(QuoteId{2}));
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QCOMPARE(m_window->state().selectedQuote(), std::optional<QuoteId>());
    }

    void copiesQuoteWithAttribution() {
        showAnnotated();
        QVERIFY(!action("Copy Quote with Attribution")->isEnabled());
        m_window->state().select(QuoteId{1});
        trigger("Copy Quote with Attribution");
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 QStringLiteral("“The money is there, and the boat is ready.” — Peter Lund, "
                                "“Ferry to Holm island will run all winter”"));
    }

    // The format chosen last is the one of the plain key, in later windows too.
    void copiesInTheFormatChosen() {
        showAnnotated();
        m_window->state().select(QuoteId{1});
        trigger("HTML");
        const QMimeData* data = QGuiApplication::clipboard()->mimeData();
        QVERIFY(data->html().startsWith(QStringLiteral("<blockquote><p>“The money")));
        QVERIFY(data->text().startsWith(QStringLiteral("“The money")));
        trigger("Markdown");
        m_window->state().select(QuoteId{2});
        trigger("Copy Quote with Attribution");
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 QStringLiteral("Peter Lund said that the first crossing would leave at six in the "
                                "morning. — *Ferry to Holm island will run all winter*"));
        QCOMPARE(m_settings->copyFormat(), CitationFormat::Markdown);
        MainWindow later(Services{engine(), m_settings.get(), m_dialogs.get()});
        const auto* formats = later.findChild<QMenu*>(QStringLiteral("copyFormats"));
        QVERIFY(formats->actions().at(1)->isChecked());
    }

    // Every format of the table is in the menu; what is written can be read again.
    void exportsAndReopens_data() {
        QTest::addColumn<QString>("format");
        for (const Exporter& exporter : exporters())
            QTest::addRow("%s", std::string(exporter.name).c_str()) << toQString(exporter.name);
    }
    void exportsAndReopens() {
        QFETCH(QString, format);
        showAnnotated();
        const Exporter* exporter = findExporter(format.toStdString());
        m_dialogs->saved =
            m_folder->filePath(QStringLiteral("out.") + toQString(exporter->extension));
        auto* exportAction = m_window->findChild<QAction*>(QStringLiteral("export-") + format);
        QVERIFY(exportAction && exportAction->isEnabled());
        exportAction->trigger();
        QTRY_VERIFY(QFile::exists(m_dialogs->saved));
        const auto read = importFile(m_dialogs->saved.toStdString());
        if (format != QLatin1String("html")) return;
        QVERIFY(read && read->annotated);
        m_window->openFiles({m_dialogs->saved});
        QTRY_COMPARE(m_window->session().path(), m_dialogs->saved);
        QCOMPARE(m_window->state().document()->quotes().size(), std::size_t{3});
        QCOMPARE(m_window->state().document()->text(), article.toStdString());
    }

    void exportToBadPlaceTells() {
        showAnnotated();
        m_dialogs->saved = m_folder->filePath(QStringLiteral("no/such/folder/out.json"));
        m_window->findChild<QAction*>(QStringLiteral("export-json"))->trigger();
        QTRY_VERIFY(bar("problemBar")->isVisible());
        QVERIFY(m_window->state().document());
    }

    void exportsPictures() {
        showAnnotated();
        for (const char* format : {"svg", "png"}) {
            m_dialogs->saved = m_folder->filePath(QStringLiteral("timeline.") + format);
            m_window->findChild<QAction*>(QStringLiteral("export-timeline-") + format)->trigger();
            QVERIFY(QFileInfo(m_dialogs->saved).size() > 100);
        }
    }

    void exportsPdf() {
        showAnnotated();
        m_dialogs->saved = write(QStringLiteral("out.pdf"), "old");
        const QString kept = m_folder->filePath(QStringLiteral("kept.pdf"));
        std::filesystem::create_hard_link(m_dialogs->saved.toStdString(), kept.toStdString());
        trigger("PDF…");
        QFile file(m_dialogs->saved);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("%PDF"));
        QFile old(kept); // replaced, not written over
        QVERIFY(old.open(QIODevice::ReadOnly));
        QCOMPARE(old.readAll(), QByteArray("old"));

        m_dialogs->saved = m_folder->filePath(QStringLiteral("no/such/folder/out.pdf"));
        trigger("PDF…");
        QVERIFY(bar("problemBar")->isVisible());
    }

    // As many pages as the claims need, the head with its progress on the first.
    void exportsTheCheckSheet() {
        showAnnotated();
        m_dialogs->saved = m_folder->filePath(QStringLiteral("out.check.pdf"));
        const auto pages = [this] {
            m_window->findChild<QAction*>(QStringLiteral("export-check-sheet-pdf"))->trigger();
            QFile file(m_dialogs->saved);
            return file.open(QIODevice::ReadOnly) ? file.readAll().count("/Type /Page\n") : -1;
        };
        QCOMPARE(pages(), 1);
        Document::Parts parts = annotated()->parts();
        parts.quotes[0].note = QStringLiteral("many words ").repeated(800).toStdString();
        parts.quotes.resize(30, parts.quotes[2]);
        m_window->state().setDocument(std::make_shared<const Document>(std::move(parts)));
        QVERIFY(pages() > 4);
    }

    void pastes() {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(article));
        trigger("Paste Article as New");
        QVERIFY(waitUntilOpen());
        QCOMPARE(m_window->state().document()->text(), article.toStdString());
        QGuiApplication::clipboard()->setText(QStringLiteral("  \n"));
        trigger("Paste Article as New");
        QVERIFY(bar("problemBar")->isVisible());
        QVERIFY(m_window->state().document());
    }

    void warnsOfOtherLanguages() {
        const QString german = write(QStringLiteral("fähre.txt"), quoth::test::germanArticle.toUtf8());
        m_window->openFiles({german});
        QVERIFY(waitUntilOpen());
        QVERIFY(bar("languageBar")->isVisible());
        bar("languageBar")->findChild<QToolButton*>()->click();
        QVERIFY(!bar("languageBar")->isVisible());
        m_window->session().setPublished(QDate(2021, 5, 20)); // not said twice
        QTRY_VERIFY(!m_window->session().isBusy() && m_window->state().document()->published());
        QVERIFY(!bar("languageBar")->isVisible());
        m_window->openFiles({german});
        QTRY_VERIFY(bar("languageBar")->isVisible());
        QVERIFY(openArticle());
        QTRY_VERIFY(!bar("languageBar")->isVisible());
    }

    void acceptsDroppedText() {
        QMimeData data;
        data.setText(QString::fromUtf8(article));
        drop(data);
        QVERIFY(waitUntilOpen());
        QCOMPARE(m_window->state().document()->text(), article.toStdString());
    }

    void acceptsDroppedFile() {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(write(QStringLiteral("ferry.txt"), article))});
        drop(data);
        QVERIFY(waitUntilOpen());
        QVERIFY(m_window->session().path().endsWith(QStringLiteral("ferry.txt")));
    }

    void findBarCountsAndCloses() {
        showAnnotated();
        trigger("Find…");
        auto* find = m_window->findChild<FindBar*>();
        auto* text = m_window->findChild<QLineEdit*>(QStringLiteral("findText"));
        QVERIFY(find->isVisible());
        QTest::keyClicks(text, QStringLiteral("winter"));
        QCOMPARE(m_window->article().findCount(), 2);
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(m_window->article().findIndex(), 1);
        QTest::keyClick(text, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(m_window->article().findIndex(), 0);
        QTest::keyClick(text, Qt::Key_Escape);
        QVERIFY(!find->isVisible());
        QCOMPARE(m_window->article().findCount(), 0);
    }

    void zoomIsKept() {
        showAnnotated();
        trigger("Zoom In");
        trigger("Zoom In");
        QCOMPARE(m_window->article().zoom(), 120);
        QCOMPARE(m_settings->zoom(), 120);
        trigger("Reset Zoom");
        QCOMPARE(m_window->article().zoom(), 100);
    }

    // The bar counts, offers, and goes once there is a date; dismissed, it stays away.
    void dateBarOffersAndGoes() {
        QVERIFY(openArticle());
        auto* dateBar = m_window->findChild<DateBar*>();
        dateBar->offer(3, QDate(2021, 5, 20), true);
        QVERIFY(dateBar->isVisible());
        QVERIFY(dateBar->text().startsWith(QStringLiteral("3 times wait")));
        auto* use = dateBar->findChild<QPushButton*>();
        QVERIFY(use->text().contains(QStringLiteral("20 May 2021")));
        use->click();
        QTRY_VERIFY(m_window->state().document()->published());
        QVERIFY(!dateBar->isVisible());
        QVERIFY(summary().contains(QStringLiteral("published 20 May 2021 (file’s date, a guess)")));

        dateBar->offer(1, QDate::currentDate().addDays(2), true);
        QVERIFY(!use->isVisible());

        dateBar->offer(1, {}, true);
        QVERIFY(!use->isVisible());
        emit dateBar->dismissed();
        dateBar->offer(1, {}, false);
        QVERIFY(!dateBar->isVisible());
    }

    void dateFromTheCalendar() {
        QVERIFY(openArticle());
        m_dialogs->date = QDate(2020, 2, 29);
        trigger("Set Article Date…");
        QTRY_VERIFY(m_window->state().document()->published());
        QVERIFY(summary().endsWith(QStringLiteral("published 29 Feb 2020")));
    }

    void badFileKeepsTheOpenArticle() {
        QVERIFY(openArticle());
        m_window->openFiles({m_folder->filePath(QStringLiteral("none.txt"))});
        QTRY_VERIFY(bar("problemBar")->isVisible());
        QCOMPARE(m_window->state().document()->text(), article.toStdString());
        QVERIFY(m_window->article().isVisible());
        m_window->openFiles({write(QStringLiteral("second.txt"), article)});
        QTRY_VERIFY(!bar("problemBar")->isVisible()); // and a success takes the error away
    }

    void slowAnalysisShowsProgressAndCancels() {
        QVERIFY(openArticle());
        QByteArray large;
        for (int i = 0; i < 12000; ++i)
            large += article;
        m_window->openFiles({write(QStringLiteral("large.txt"), large)});
        QTRY_VERIFY(bar("busyBar")->isVisible());
        bar("busyBar")->findChild<QPushButton*>()->click();
        QVERIFY(!bar("busyBar")->isVisible());
        QVERIFY(!m_window->session().isBusy());
        QCOMPARE(m_window->state().document()->text(), article.toStdString());
    }

    void themeTurnsColours() {
        showAnnotated();
        const QColor light = m_window->state().colours().style(EntityId{0}).tint;
        trigger("Dark");
        QTRY_VERIFY(m_window->state().colours().style(EntityId{0}).tint != light);
        QCOMPARE(m_settings->preferences().theme, Theme::Dark);
        trigger("Light");
        QTRY_COMPARE(m_window->state().colours().style(EntityId{0}).tint, light);
    }

    void windowStateIsKept() {
        QVERIFY(openArticle());
        m_window->findChild<QDockWidget*>(QStringLiteral("timelineDock"))->hide();
        m_window->close();
        QCOMPARE(m_settings->lastFile(), m_folder->filePath(QStringLiteral("ferry.txt")));
        makeWindow();
        QVERIFY(openArticle());
        QVERIFY(!m_window->findChild<QDockWidget*>(QStringLiteral("timelineDock"))->isVisible());
        QVERIFY(m_window->findChild<QDockWidget*>(QStringLiteral("quotesDock"))->isVisible());
    }

    void damagedWindowStateIsRebuilt() {
        m_window.reset();
        m_settings->setWindow("nonsense", QByteArray("\0\0\0\xff broken", 11));
        makeWindow();
        QVERIFY(openArticle());
        for (const char* dock : {"quotesDock", "timelineDock"})
            QVERIFY(m_window->findChild<QDockWidget*>(QLatin1String(dock))->isVisible());
    }

    void keysAreListed() {
        trigger("Keys");
        for (const char* key : {"Ctrl+F", "J", "Ctrl+E", "Esc", "F1", "Space", "Arrows"})
            QVERIFY2(m_dialogs->informed.contains(QLatin1String(key)), key);
    }

    void closesArticle() {
        QVERIFY(openArticle());
        trigger("Close Article");
        QVERIFY(m_window->findChild<WelcomePage*>()->isVisible());
        QCOMPARE(m_window->windowTitle(), QStringLiteral("Quoth"));
    }

private:
    QString settingsPath() const { return m_folder->filePath(QStringLiteral("settings.ini")); }

    void makeWindow() {
        m_window.reset();
        m_window =
            std::make_unique<MainWindow>(Services{engine(), m_settings.get(), m_dialogs.get()});
        m_window->resize(1200, 1000);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    QString write(const QString& name, const QByteArray& bytes) {
        QFile file(m_folder->filePath(name));
        if (file.open(QIODevice::WriteOnly)) file.write(bytes);
        return file.fileName();
    }

    bool openArticle() {
        m_window->openFiles({write(QStringLiteral("ferry.txt"), article)});
        return waitUntilOpen();
    }

    bool waitUntilOpen() {
        const auto open = [this] {
            return m_window->state().document() && !m_window->session().isBusy();
        };
        return QTest::qWaitFor(open, 30000);
    }

    void showAnnotated() {
        m_window->state().setDocument(annotated());
        emit m_window->session().opened(true);
    }

    void drop(QMimeData& data) {
        QDragEnterEvent enter({300, 300}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QDropEvent event(QPointF(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &event);
    }

    QWidget* bar(const char* name) { return m_window->findChild<NoticeBar*>(QLatin1String(name)); }

    QString summary() const {
        return m_window->findChild<QLabel*>(QStringLiteral("summary"))->text();
    }

    QAction* action(const char* text) {
        for (QAction* action : m_window->findChildren<QAction*>())
            if (action->text().remove(QLatin1Char('&')) == QString::fromUtf8(text)) return action;
        return nullptr;
    }

    void trigger(const char* text) {
        QAction* found = action(text);
        QVERIFY2(found, text);
        found->trigger();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<CannedDialogs> m_dialogs;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestMainWindow)
#include "test_main_window.moc"

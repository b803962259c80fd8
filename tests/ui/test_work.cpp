// Work that travels as a file, and articles that are forgotten, in the real window.
#include "core/formats/out/exporters.h"
#include "core/support/output_file.h"
#include "tests/support/window_fixture.h"

#include <QMenu>

using namespace quoth;
using namespace quoth::ui;
using namespace quoth::ui::test;

class TestWork : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { applyTheme(Theme::Light); }

    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(path("settings.ini"));
        m_dialogs = std::make_unique<CannedDialogs>();
        QFile file(path("ferry.txt"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(article) == article.size());
        file.close();
        openWindow("library.db");
        open("ferry.txt");
        m_dialogs->saved = path("ferry.quoth.json");
    }

    void cleanup() { m_window.reset(); }

    // On another machine, all is as it was: checks, notes, and steps to take back and redo.
    void goesOnElsewhere() {
        makeSteps();
        const std::size_t count = document().quotes().size();
        save();
        openWindow("other.db");
        open("ferry.quoth.json");
        QCOMPARE(document().quotes().size(), count);
        QCOMPARE(document().quotes()[0].check, CheckState::Confirmed);
        QCOMPARE(work().steps.size(), std::size_t{3});
        QCOMPARE(work().done, std::size_t{2});
        key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(document().quotes()[0].check, CheckState::Altered);
        for (int i = 0; i < 3; ++i)
            key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(document().quotes().size(), count + 1);
        QVERIFY(!m_window->desk().canUndo());
        openWindow("other.db"); // and what is done there is kept there
        open("ferry.txt");
        QCOMPARE(work().steps.size(), std::size_t{3});
        QCOMPARE(work().done, std::size_t{0});
    }

    void keepsTheDate() {
        m_window->session().setPublished(QDate(2021, 5, 20));
        QTRY_VERIFY(document().published() && !m_window->session().isBusy());
        save();
        openWindow("other.db");
        open("ferry.quoth.json");
        QCOMPARE(toIso(*document().published()), std::string("2021-05-20"));
        key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(!document().published());
    }

    // The library's article stays the one of its own file.
    void isTheSameArticleHere() {
        makeSteps();
        save();
        open("ferry.quoth.json");
        QVERIFY(m_dialogs->asked.isEmpty());
        m_window->state().select(QuoteId{0});
        key(Qt::Key_D);
        QCOMPARE(m_window->keeper().path(), path("ferry.txt"));
        open("ferry.txt");
        QCOMPARE(document().quotes()[0].check, CheckState::Disputed);
    }

    void takesWhatGoesOn() {
        makeSteps();
        save();
        key(Qt::Key_Z, Qt::ControlModifier);
        open("ferry.quoth.json");
        QVERIFY(m_dialogs->asked.isEmpty());
        QCOMPARE(work().done, std::size_t{2});
        QCOMPARE(work().steps.size(), std::size_t{3});
    }

    void asksWhereBothHaveSteps_data() {
        QTest::addColumn<int>("choice");
        QTest::newRow("file") << static_cast<int>(Session::WorkChoice::File);
        QTest::newRow("library") << static_cast<int>(Session::WorkChoice::Library);
        QTest::newRow("cancel") << static_cast<int>(Session::WorkChoice::Cancel);
    }

    void asksWhereBothHaveSteps() {
        QFETCH(int, choice);
        makeSteps();
        save();
        key(Qt::Key_D); // in the place of the step that could be redone
        const auto before = work().steps.size();
        QCOMPARE(before, std::size_t{3});
        m_dialogs->choice = static_cast<Session::WorkChoice>(choice);
        QSignalSpy opened(&m_window->session(), &Session::opened);
        QSignalSpy noticed(&m_window->session(), &Session::noticed);
        m_window->openFiles({path("ferry.quoth.json")});
        QTRY_VERIFY(opened.size() + noticed.size() > 0);
        QCOMPARE(m_dialogs->asked, QStringLiteral("1 in the file, 1 here"));
        const bool file = m_dialogs->choice == Session::WorkChoice::File;
        QCOMPARE(document().quotes()[0].check, file ? CheckState::Confirmed : CheckState::Disputed);
        QCOMPARE(work().done, file ? std::size_t{2} : std::size_t{3});
        if (m_dialogs->choice == Session::WorkChoice::Cancel)
            QCOMPARE(m_window->session().path(), path("ferry.txt"));
    }

    void opensJsonExports() {
        makeSteps();
        const auto json = exportDocument(*findExporter("json"), document(), {"ferry.txt", ""});
        QVERIFY(json && writeFile(path("ferry.json").toStdString(), *json));
        const std::size_t count = document().quotes().size();
        open("ferry.json");
        QCOMPARE(document().quotes().size(), count);
        QCOMPARE(document().quotes()[0].check, CheckState::Confirmed);
        QCOMPARE(work().steps.size(), std::size_t{0}); // an article of its own
        open("ferry.txt");
        QCOMPARE(work().steps.size(), std::size_t{3});
    }

    void refusesOtherJson() {
        QVERIFY(writeFile(path("other.json").toStdString(), "{\"events\": []}"));
        QSignalSpy failed(&m_window->session(), &Session::failed);
        m_window->openFiles({path("other.json")});
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed[0][0].toString().contains(QStringLiteral("no annotation or work file")));
        QVERIFY(m_window->state().document());
    }

    void tellsWhatChangedInAFile() {
        auto* bar = m_window->findChild<NoticeBar*>(QStringLiteral("changesBar"));
        read();
        QVERIFY(!bar->isVisible());
        QByteArray edited = article;
        edited.replace("ten years", "nine years");
        edited += "\n“It is too late for all of this,” Ida Holm told the paper.\n";
        QFile file(path("ferry.txt"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(edited) == edited.size());
        file.close();
        read();
        QTRY_VERIFY(bar->isVisible());
        QVERIFY2(bar->text().contains(QStringLiteral("1 quote added, 1 quote reworded")),
                 qPrintable(bar->text()));
        const auto rows = bar->findChild<QMenu*>()->actions();
        QCOMPARE(rows.size(), 2);
        QVERIFY(rows[0]->text().startsWith(QStringLiteral("Reworded, Anna Berg: “We have")));
        rows[1]->trigger();
        QCOMPARE(m_window->state().selectedQuote(),
                 std::optional(makeId<QuoteTag>(document().quotes().size() - 1)));
        open("ferry.txt");
        QVERIFY(!bar->isVisible());
    }

    void forgetsAnArticle() {
        makeSteps();
        auto* forget = m_window->findChild<QAction*>(QStringLiteral("forgetArticle"));
        m_dialogs->confirmed = false;
        forget->trigger();
        QVERIFY(m_window->state().document()); // the reader did not confirm
        QVERIFY(m_dialogs->asked.contains(QStringLiteral("ferry.txt")));
        m_dialogs->confirmed = true;
        forget->trigger();
        QVERIFY(!m_window->state().document());
        QVERIFY(!forget->isEnabled());
        QVERIFY(m_settings->recentFiles().isEmpty());
        QVERIFY(QFile::exists(path("ferry.txt")));
        open("ferry.txt");
        QVERIFY(work().steps.empty());
        QCOMPARE(document().quotes()[0].check, CheckState::Unchecked);
    }

private:
    QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    void openWindow(const char* library) {
        m_window.reset();
        m_window = std::make_unique<MainWindow>(
            Services{engine(), m_settings.get(), m_dialogs.get(), path(library)});
        m_window->resize(1300, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void open(const char* name) {
        QSignalSpy opened(&m_window->session(), &Session::opened);
        m_window->openFiles({path(name)});
        QTRY_VERIFY(!opened.isEmpty());
        QVERIFY(m_window->state().document());
    }
    void read() { // the file again
        QSignalSpy opened(&m_window->session(), &Session::opened);
        key(Qt::Key_F5);
        QTRY_VERIFY(!opened.isEmpty());
    }
    // A quote is rejected, the next one confirmed, then altered, which is taken back.
    void makeSteps() {
        key(Qt::Key_J);
        key(Qt::Key_X);
        key(Qt::Key_C);
        key(Qt::Key_L);
        key(Qt::Key_Z, Qt::ControlModifier);
    }
    void save() {
        key(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(QFile::exists(m_dialogs->saved));
    }
    const Document& document() const { return *m_window->state().document(); }
    const Work& work() const { return m_window->desk().work(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(&m_window->article(), key, modifiers);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<CannedDialogs> m_dialogs;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestWork)
#include "test_work.moc"

// How long the window is busy with one correction of a long article, and when the reader sees it.
// The figures are printed; only an absurd amount of work fails, since machines differ.
#include "tests/support/event_watchdog.h"
#include "tests/support/long_article.h"
#include "tests/support/window_fixture.h"
#include "ui/speakers/speaker_picker.h"

#include <QLineEdit>

using namespace quoth;
using namespace quoth::ui;
using namespace quoth::ui::test;

namespace {

constexpr double absurd = 5000; // milliseconds
constexpr int times = 5;        // how often each correction is made

} // namespace

class TestResponsiveness : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        applyTheme(Theme::Light);
        const QString path = m_folder.filePath(QStringLiteral("long.txt"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(tenThousandWords());
        file.close();
        m_settings = std::make_unique<Settings>(m_folder.filePath(QStringLiteral("settings.ini")));
        m_window =
            std::make_unique<MainWindow>(Services{engine(), m_settings.get(), &m_dialogs,
                                                  m_folder.filePath(QStringLiteral("library.db"))});
        m_window->resize(1300, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        app().watch(viewport());
        m_window->openFiles({path});
        QTRY_VERIFY_WITH_TIMEOUT(m_window->state().document(), 60'000);
        settle();
        qInfo(
            "%zu quotes, %zu events; opened with a longest block of %.1f ms (%s), %.1f ms of work",
            m_window->state().document()->quotes().size(),
            m_window->state().document()->events().size(), app().longest(),
            qPrintable(app().longestEvent()), app().mostWork());
        QVERIFY(app().mostWork() < absurd);
        key(Qt::Key_J);
        settle();
    }
    void cleanupTestCase() { m_window.reset(); }

    void staysResponsive_data() {
        QTest::addColumn<QString>("letter");
        QTest::newRow("next quote") << "j";
        QTest::newRow("right") << "a";
        QTest::newRow("not a quote") << "x";
        QTest::newRow("confirmed") << "c";
        QTest::newRow("end by a word") << "[";
        QTest::newRow("beginning by a word") << "{";
        QTest::newRow("undo") << "\b";
        QTest::newRow("speaker") << "s";
    }

    void staysResponsive() {
        QFETCH(QString, letter);
        double block = 0, work = 0, all = 0, shown = 0;
        QString event;
        for (int i = 0; i < times; ++i) {
            if (letter == QLatin1String("s")) openPicker();
            const std::int64_t before = m_window->desk().work().revision;
            app().watch(viewport());
            if (letter == QLatin1String("s"))
                QTest::keyClick(m_window->findChild<SpeakerPicker*>()->findChild<QLineEdit*>(),
                                Qt::Key_Return);
            else if (letter == QLatin1String("\b"))
                key(Qt::Key_Backspace);
            else
                QTest::keyClicks(&m_window->article(), letter);
            QTRY_VERIFY_WITH_TIMEOUT(app().shownAfter() >= 0, 60'000);
            settle();
            if (letter != QLatin1String("j")) QVERIFY(m_window->desk().work().revision != before);
            if (app().longest() > block) event = app().longestEvent();
            block = std::max(block, app().longest());
            work = std::max(work, app().mostWork());
            all = std::max(all, app().allWork());
            shown = std::max(shown, app().shownAfter());
        }
        qInfo(
            "longest block %.1f ms (%s), %.1f ms of work; seen after at most %.1f ms; in all %.1f "
            "ms of work",
            block, qPrintable(event), work, shown, all);
        QVERIFY(work < absurd);
    }

private:
    static WatchedApplication& app() { return *WatchedApplication::instance(); }
    QWidget* viewport() const { return m_window->article().viewport(); }
    void key(Qt::Key key) { QTest::keyClick(&m_window->article(), key); }
    static void settle() { QTest::qWait(50); } // what a correction leaves for later
    void openPicker() {
        m_window->activateWindow(); // as a window manager does when a popup closes
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        key(Qt::Key_S);
        QTRY_VERIFY(m_window->findChild<SpeakerPicker*>());
        settle();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;
    CannedDialogs m_dialogs;
    std::unique_ptr<MainWindow> m_window;
};

int main(int argc, char** argv) {
    WatchedApplication app(argc, argv);
    TestResponsiveness test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_responsiveness.moc"

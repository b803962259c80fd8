// What is kept, as the reader wishes: nothing from now on, all of it again, or everything
// forgotten.
#include "core/library/library.h"
#include "tests/support/preferences_fixture.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>

using namespace quoth;
using namespace quoth::ui;
using namespace quoth::ui::test;

class TestKeeping : public PreferencesTest {
    Q_OBJECT
private slots:
    void initTestCase() { applyTheme(Theme::Light); }
    void init() { openFirstWindow(); }
    void cleanup() { m_window.reset(); }

    void keepsNothingFromThenOn() {
        confirmFirst();
        QVERIFY(toggleKeeping());
        QVERIFY(part<QLabel>("keepingNote")->text().contains(QStringLiteral("Ctrl+S")));
        const QByteArray before = libraryBytes();
        key(Qt::Key_J);
        key(Qt::Key_X);
        const std::size_t left = document().quotes().size();
        key(Qt::Key_Z, Qt::ControlModifier); // the work goes on in memory
        QCOMPARE(document().quotes().size(), left + 1);
        m_window->openFiles({m_file});
        QTRY_COMPARE(m_window->desk().work().steps.size(), std::size_t{0});
        key(Qt::Key_J);
        key(Qt::Key_L);
        QCOMPARE(document().quotes()[0].check, CheckState::Altered);
        restart();
        QCOMPARE(m_window->desk().work().steps.size(), std::size_t{0});
        m_window.reset();
        QCOMPARE(libraryBytes(), before);
        QVERIFY(m_settings->lastFile().isEmpty());
    }

    void writesNoFileWhereNothingIsKept() {
        m_window.reset();
        QVERIFY(QDir(m_folder->filePath(QStringLiteral("kept"))).removeRecursively());
        Preferences nothing;
        nothing.keepsWork = false;
        m_settings->setPreferences(nothing);
        m_settings->clearRecentFiles();
        openWindow();
        key(Qt::Key_J);
        key(Qt::Key_C);
        m_window.reset();
        QVERIFY(!QDir(m_folder->filePath(QStringLiteral("kept"))).exists());
        QVERIFY(m_settings->recentFiles().isEmpty());
    }

    void keepsAgainWhatIsOpen() {
        QVERIFY(toggleKeeping());
        confirmFirst();
        QVERIFY(toggleKeeping());
        restart();
        QCOMPARE(document().quotes()[0].check, CheckState::Confirmed);
    }

    // What was kept before and what was done in between are one work.
    void losesNothingOfEither() {
        confirmFirst();
        QVERIFY(toggleKeeping());
        m_window->openFiles({m_file}); // without what is kept
        QTRY_COMPARE(m_window->desk().work().steps.size(), std::size_t{0});
        key(Qt::Key_J);
        key(Qt::Key_J);
        key(Qt::Key_U);
        QVERIFY(m_window->desk().withdraw(0));
        key(Qt::Key_D);
        QVERIFY(toggleKeeping());
        QCOMPARE(document().quotes()[0].check, CheckState::Confirmed);
        QCOMPARE(document().quotes()[1].check, CheckState::Disputed);
        restart();
        QCOMPARE(m_window->desk().work().steps.size(), std::size_t{4});
        QCOMPARE(m_window->desk().work().inForce(), (std::vector<bool>{true, false, true, true}));
        QCOMPARE(document().quotes()[0].check, CheckState::Confirmed);
        QCOMPARE(document().quotes()[1].check, CheckState::Disputed);
    }

    void forgetsEverythingOnceAsked() {
        confirmFirst();
        QVERIFY(libraryBytes().contains("Anna Berg"));
        const QString aside = m_library + QStringLiteral(".damaged-20210520-100000");
        QVERIFY(QFile::copy(m_library, aside));
        m_dialogs.confirmed = false;
        QVERIFY(openPreferences(1));
        QTest::keyClick(part<QPushButton>("forgetAll"), Qt::Key_Space);
        QCOMPARE(m_dialogs.asked, QStringLiteral("Forget 1 article and all your work on it?"));
        QVERIFY(m_window->state().document());
        m_dialogs.confirmed = true;
        QTest::keyClick(part<QPushButton>("forgetAll"), Qt::Key_Space);
        QVERIFY(!m_window->state().document());
        QVERIFY(m_settings->recentFiles().isEmpty());
        QVERIFY(!QFile::exists(aside));
        QVERIFY(!libraryBytes().contains("Anna Berg"));
        QVERIFY(QFile::exists(m_file));
        restart();
        QCOMPARE(m_window->desk().work().steps.size(), std::size_t{0});
    }

    // What is open in memory alone is not kept: it is no part of what is forgotten.
    void forgettingLeavesWhatIsNotKept() {
        confirmFirst();
        QVERIFY(toggleKeeping());
        QTest::keyClick(part<QPushButton>("forgetAll"), Qt::Key_Space);
        QCOMPARE(document().quotes()[0].check, CheckState::Confirmed);
        auto library = Library::open(m_library.toStdString());
        QVERIFY(library && library->list()->empty());
    }

private:
    void confirmFirst() {
        key(Qt::Key_J);
        key(Qt::Key_C);
        QCOMPARE(document().quotes()[0].check, CheckState::Confirmed);
    }

    bool toggleKeeping() {
        if (!openPreferences(1)) return false;
        const bool before = m_settings->preferences().keepsWork;
        part<QCheckBox>("keepsWork")->setFocus();
        QTest::keyClick(part<QCheckBox>("keepsWork"), Qt::Key_Space);
        return m_settings->preferences().keepsWork != before;
    }

    // All files of the library, one after the other.
    QByteArray libraryBytes() const {
        QByteArray out;
        const QDir folder(m_folder->filePath(QStringLiteral("kept")));
        for (const QString& name : folder.entryList(QDir::Files, QDir::Name)) {
            QFile file(folder.filePath(name));
            if (file.open(QIODevice::ReadOnly)) out += name.toUtf8() + file.readAll();
        }
        return out;
    }
};

QTEST_MAIN(TestKeeping)
#include "test_keeping.moc"

// Libraries that cannot be used: the window says so quietly, and work goes on in memory.
#include "core/library/database.h"
#include "tests/support/kept_window.h"

using namespace quoth;
using namespace quoth::ui;
using namespace quoth::ui::test;

class TestUnusableLibrary : public KeptWindowTest {
    Q_OBJECT
private slots:
    void initTestCase() { applyTheme(Theme::Light); }
    void init() { openFirstWindow(); }
    void cleanup() { m_window.reset(); }

    void worksInAReadOnlyFolder() {
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("locked")));
        const QString folder = path("locked");
        QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
        const bool writable = QFile(folder + QStringLiteral("/trial")).open(QIODevice::WriteOnly);
        if (!writable) worksWithout(folder + QStringLiteral("/library.db"));
        QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner |
                                                  QFile::ExeOwner)); // to be removed
        if (writable) QSKIP("This user may write to read-only folders.");
    }

    // What nobody may write to, the administrator included.
    void worksWhereNoFolderCanBe() {
        QFile plain(path("plain"));
        QVERIFY(plain.open(QIODevice::WriteOnly) && plain.write("no folder") > 0);
        plain.close();
        worksWithout(path("plain") + QStringLiteral("/quoth/library.db"));
    }

    void worksBesideANewerLibrary() {
        const QString library = m_library;
        key(Qt::Key_J);
        key(Qt::Key_C);
        m_window.reset();
        {
            auto database = Database::open(library.toStdString());
            QVERIFY(database && database->execute("PRAGMA user_version = 99"));
        }
        const QByteArray before = contents(library);
        worksWithout(library);
        QVERIFY(bar()->text().contains(QStringLiteral("newer")));
        m_window.reset();
        QCOMPARE(contents(library), before);
    }

private:
    static QByteArray contents(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    NoticeBar* bar() const { return m_window->findChild<NoticeBar*>(QStringLiteral("keepingBar")); }
    // The bar tells; corrections, undo and a work file are there all the same.
    void worksWithout(const QString& library) {
        m_library = library;
        openWindow();
        QVERIFY(bar()->isVisible());
        QVERIFY2(bar()->text().contains(QStringLiteral("Nothing is kept")),
                 qPrintable(bar()->text()));
        const std::size_t all = document().quotes().size();
        key(Qt::Key_J);
        key(Qt::Key_X);
        key(Qt::Key_D);
        QCOMPARE(document().quotes().size(), all - 1);
        QCOMPARE(document().quotes()[0].check, CheckState::Disputed);
        m_dialogs.saved = path("ferry.quoth.json");
        key(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(QFile::exists(m_dialogs.saved));
        key(Qt::Key_Z, Qt::ControlModifier);
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(document().quotes().size(), all);
        key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(document().quotes().size(), all - 1);
        QVERIFY(bar()->isVisible());
        QVERIFY(!m_window->findChild<NoticeBar*>(QStringLiteral("problemBar"))->isVisible());
    }
};

QTEST_MAIN(TestUnusableLibrary)
#include "test_unusable_library.moc"

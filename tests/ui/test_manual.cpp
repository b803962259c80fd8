// The manual in the program: complete, with the keys in force, found in and scrolled by keys.
#include "tests/support/preferences_fixture.h"
#include "ui/manual/manual_window.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBrowser>

using namespace quoth;
using namespace quoth::ui;
using namespace quoth::ui::test;

class TestManual : public PreferencesTest {
    Q_OBJECT
private slots:
    void initTestCase() { applyTheme(Theme::Light); }
    void init() { openFirstWindow(); }
    void cleanup() { m_window.reset(); }

    // Each command that has a key is told of, with the key that it has at first.
    void tellsEveryKey() {
        static const QRegularExpression named(
            QStringLiteral("\\[`([^`]+)`\\]\\(key:([A-Za-z.-]+)\\)"));
        QSet<QString> told;
        for (auto matches = named.globalMatch(manualSource()); matches.hasNext();) {
            const auto match = matches.next();
            const QString id = match.captured(2);
            const QList<QKeySequence> keys = standardKeys(id);
            QVERIFY2(!keys.isEmpty(), qPrintable(id));
            QCOMPARE(match.captured(1), keys.first().toString(QKeySequence::PortableText));
            told << id;
        }
        for (const QString& id : commandsWithStandardKeys())
            QVERIFY2(told.contains(id), qPrintable(id));
    }

    void opensFromTheWindow() {
        auto* manual = open();
        QVERIFY(manual);
        QVERIFY(text(*manual)->toPlainText().contains(QStringLiteral("Nothing leaves")));
        QVERIFY(!text(*manual)->toPlainText().contains(QStringLiteral("key:")));
        key(Qt::Key_F1, Qt::ShiftModifier);
        QCOMPARE(m_window->findChildren<ManualWindow*>().size(), 1);
        QVERIFY(activate(manual));
        QTest::keyClick(text(*manual), Qt::Key_Escape);
        QTRY_VERIFY(!m_window->findChild<ManualWindow*>());
    }

    void showsTheKeysInForce() {
        auto* manual = open();
        QVERIFY(manual);
        QVERIFY(text(*manual)->toPlainText().contains(QStringLiteral("Ctrl+J goes to the next")));
        m_settings->keys().setKeys(QStringLiteral("check.nextUnchecked"),
                                   {QKeySequence(Qt::Key_F8)});
        QVERIFY(text(*manual)->toPlainText().contains(QStringLiteral("F8 goes to the next")));
        m_settings->keys().setKeys(QStringLiteral("check.nextUnchecked"), {});
        QVERIFY(text(*manual)->toPlainText().contains(
            QStringLiteral("Check > Next Quote to Check goes to the next")));
        m_settings->keys().setKeys(QStringLiteral("check.nextUnchecked"),
                                   {QKeySequence(Qt::Key_QuoteLeft)});
        QVERIFY(text(*manual)->toPlainText().contains(QStringLiteral("` goes to the next")));
    }

    void scrollsByKeys() {
        auto* manual = open();
        QVERIFY(manual);
        QScrollBar* bar = text(*manual)->verticalScrollBar();
        QCOMPARE(text(*manual)->horizontalScrollBar()->maximum(), 0);
        QTest::keyClick(text(*manual), Qt::Key_Space);
        const int page = bar->value();
        QVERIFY(page > 100);
        QTest::keyClick(text(*manual), Qt::Key_Space, Qt::ShiftModifier);
        QCOMPARE(bar->value(), 0);
        QTest::keyClick(text(*manual), Qt::Key_PageDown);
        QVERIFY(bar->value() > 100);
        QTest::keyClick(text(*manual), Qt::Key_End);
        QCOMPARE(bar->value(), bar->maximum());
    }

    void goesToChapters() {
        auto* manual = open();
        QVERIFY(manual);
        auto* chapters = manual->findChild<QListWidget*>(QStringLiteral("chapters"));
        QVERIFY(chapters->count() >= 8);
        chapters->setFocus();
        QTest::keyClick(chapters, Qt::Key_Down);
        QTest::keyClick(chapters, Qt::Key_Down);
        QCOMPARE(chapters->currentItem()->text(), QStringLiteral("Correcting"));
        QVERIFY(text(*manual)->verticalScrollBar()->value() > 100);
        // The list follows the text.
        text(*manual)->setFocus();
        QTest::keyClick(text(*manual), Qt::Key_Home);
        QTRY_COMPARE(chapters->currentRow(), 0);
    }

    void findsWords() {
        auto* manual = open();
        QVERIFY(manual);
        QTest::keyClick(text(*manual), Qt::Key_F, Qt::ControlModifier);
        auto* search = manual->findChild<QLineEdit*>(QStringLiteral("manualSearch"));
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, QStringLiteral("library"));
        QCOMPARE(text(*manual)->textCursor().selectedText().toLower(), QStringLiteral("library"));
        const int first = text(*manual)->textCursor().position();
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(text(*manual)->textCursor().position() > first);
        QTest::keyClick(search, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(text(*manual)->textCursor().position(), first);
        QTest::keyClick(search, Qt::Key_Return, Qt::ShiftModifier); // around
        QVERIFY(text(*manual)->textCursor().position() > first);
        QTest::keyClicks(search, QStringLiteral("zzz"));
        QCOMPARE(manual->findChild<QLabel*>(QStringLiteral("manualFound"))->text(),
                 QStringLiteral("Not found"));
    }

private:
    ManualWindow* open() {
        key(Qt::Key_F1, Qt::ShiftModifier);
        auto* manual = m_window->findChild<ManualWindow*>();
        return manual && activate(manual) ? manual : nullptr;
    }
    static QTextBrowser* text(const ManualWindow& manual) {
        return manual.findChild<QTextBrowser*>(QStringLiteral("manual"));
    }
};

QTEST_MAIN(TestManual)
#include "test_manual.moc"

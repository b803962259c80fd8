// The list of corrections in the real window: taken back one by one, put in force again, and, where
// their place is gone from an edited file, put back by hand.
#include "tests/support/kept_window.h"
#include "ui/corrections/correction_delegate.h"
#include "ui/reader/notice_bar.h"
#include "ui/speakers/speaker_picker.h"

#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QStatusBar>

using namespace quoth;
using namespace quoth::ui;
using namespace quoth::ui::test;

class TestCorrectionsPanel : public KeptWindowTest {
    Q_OBJECT
private slots:
    void initTestCase() { applyTheme(Theme::Light); }

    void init() { openFirstWindow(); }
    void cleanup() { m_window.reset(); }

    void listsTheLastFirst() {
        QVERIFY(!list()->isVisible());
        correctTwice();
        toPanel();
        QCOMPARE(rows(), QStringList({QStringLiteral("Confirmed"), QStringLiteral("Not a Quote")}));
        QVERIFY(list()
                    ->item(1)
                    ->data(CorrectionDelegate::WordsRole)
                    .toString()
                    .contains(QStringLiteral("We have waited")));
        QVERIFY(list()
                    ->item(1)
                    ->data(Qt::AccessibleTextRole)
                    .toString()
                    .startsWith(QStringLiteral("Not a Quote, “We have waited")));
    }

    // The first of two, with the other one staying; then by undo.
    void takesBackOneAndPutsItInForceAgain() {
        const std::size_t all = document().quotes().size();
        correctTwice();
        toPanel();
        QTest::keyClick(list(), Qt::Key_End);
        QTest::keyClick(list(), Qt::Key_Delete);
        QCOMPARE(document().quotes().size(), all);
        QCOMPARE(document().quotes()[1].check, CheckState::Confirmed);
        QCOMPARE(stateOf(1), QStringLiteral("taken back"));
        QCOMPARE(list()->currentRow(), 1);
        QTest::keyClick(list(), Qt::Key_Delete); // it is already
        QCOMPARE(stateOf(1), QStringLiteral("taken back"));
        QTest::keyClick(list(), Qt::Key_Space);
        QCOMPARE(document().quotes().size(), all - 1);
        QCOMPARE(stateOf(1), QString());
        QTest::keyClick(list(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(document().quotes().size(), all);
        QCOMPARE(stateOf(1), QStringLiteral("taken back"));
        openWindow(); // as it was left
        toPanel();
        QCOMPARE(stateOf(1), QStringLiteral("taken back"));
        QCOMPARE(document().quotes().size(), all);
    }

    void takesBackByButtonAndMenu() {
        correctTwice();
        toPanel();
        list()->setCurrentRow(0);
        QTest::mouseClick(button("Take Back"), Qt::LeftButton);
        QCOMPARE(document().checkedQuotes(), std::size_t{0});
        QTest::mouseClick(button("Put in Force Again"), Qt::LeftButton);
        QCOMPARE(document().checkedQuotes(), std::size_t{1});
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QApplication::sendEvent(list(), &event);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu);
        menu->setActiveAction(menu->actions().last());
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(document().checkedQuotes(), std::size_t{0});
    }

    // A check of a quote that the reader added rests on the quote.
    void refusesWhatOthersRestOn() {
        const QString text = toQString(document().text());
        const auto at = static_cast<int>(text.indexOf(QStringLiteral("The ferry to Holm will")));
        m_window->article().selectRange({at, at + 9});
        key(Qt::Key_Q);
        auto* picker = m_window->findChild<SpeakerPicker*>();
        QVERIFY(picker);
        QTest::keyClicks(picker->findChild<QLineEdit*>(), QStringLiteral("Lund"));
        QTest::keyClick(picker->findChild<QLineEdit*>(), Qt::Key_Return);
        key(Qt::Key_C);
        QCOMPARE(document().checkedQuotes(), std::size_t{1});
        toPanel();
        list()->setCurrentRow(1);
        QTest::keyClick(list(), Qt::Key_Delete);
        QVERIFY(m_window->statusBar()->currentMessage().startsWith(
            QStringLiteral("Later corrections rest on this one")));
        QCOMPARE(stateOf(1), QString());
        list()->setCurrentRow(0);
        QTest::keyClick(list(), Qt::Key_Delete);
        QTest::keyClick(list(), Qt::Key_Down);
        QTest::keyClick(list(), Qt::Key_Delete);
        QCOMPARE(stateOf(1), QStringLiteral("taken back"));
    }

    void showsItsPlace() {
        correctTwice();
        toPanel();
        m_window->state().select({});
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {},
                          list()->visualItemRect(list()->item(0)).center());
        QCOMPARE(m_window->state().selectedQuote(), std::optional(QuoteId{0}));
        m_window->state().select({});
        QTest::keyClick(list(), Qt::Key_Return);
        QCOMPARE(m_window->state().selectedQuote(), std::optional(QuoteId{0}));
    }

    void undoneStepsAreNotListed() {
        correctTwice();
        key(Qt::Key_Backspace);
        toPanel();
        QCOMPARE(rows(), QStringList({QStringLiteral("Not a Quote")}));
        key(Qt::Key_Backspace);
        QVERIFY(!list()->isVisible()); // "You have corrected nothing yet"
    }

    // The quote is told in quite other words when the file is opened another day.
    void putsBackWhatLostItsPlace() {
        key(Qt::Key_J);
        key(Qt::Key_L); // altered
        m_window.reset();
        QByteArray edited = article;
        const QByteArray from = "We have waited ten years for this,";
        QVERIFY(edited.contains(from));
        edited.replace(from, "A decade is enough, and more than that,");
        edited.replace("Nobody will be left behind on the island again.", "Everyone comes along.");
        write(edited);
        openWindow();
        QCOMPARE(document().checkedQuotes(), std::size_t{0});
        auto* lost = m_window->findChild<NoticeBar*>(QStringLiteral("lostBar"));
        QVERIFY(lost->isVisible());
        QCOMPARE(lost->text(), QStringLiteral("1 correction found no place in this text."));
        auto* changes = m_window->findChild<NoticeBar*>(QStringLiteral("changesBar"));
        QTRY_VERIFY(changes->isVisible()); // since the day before
        QTest::mouseClick(lost->findChild<QPushButton*>(), Qt::LeftButton);
        QVERIFY(list()->isVisible());
        QVERIFY(!lost->isVisible());
        QCOMPARE(rows(), QStringList({QStringLiteral("Not in this text any more (1)"),
                                      QStringLiteral("Altered")}));
        list()->setCurrentRow(1);
        auto* putBack = button("Put Back at Selection");
        QVERIFY(putBack->isVisible());
        m_window->state().select({});
        QTest::mouseClick(putBack, Qt::LeftButton);
        QVERIFY(m_window->statusBar()->currentMessage().startsWith(QStringLiteral("Select words")));
        m_window->state().select(QuoteId{0});
        QTest::mouseClick(putBack, Qt::LeftButton);
        QCOMPARE(document().quotes()[0].check, CheckState::Altered);
        QCOMPARE(rows(), QStringList({QStringLiteral("Altered")}));
        QCOMPARE(stateOf(0), QString());
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(rows().size(), 2);
        QCOMPARE(document().checkedQuotes(), std::size_t{0});
        key(Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(document().quotes()[0].check, CheckState::Altered);
    }

    // A second window sees what the first one does as soon as it is in front.
    void followsAnotherWindow() {
        MainWindow other(services());
        other.show();
        other.openFiles({m_file});
        QTRY_VERIFY(other.state().document());
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        key(Qt::Key_J);
        key(Qt::Key_C);
        QCOMPARE(other.state().document()->checkedQuotes(), std::size_t{0});
        other.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&other));
        QTRY_COMPARE(other.state().document()->checkedQuotes(), std::size_t{1});
        QVERIFY(other.statusBar()->currentMessage().contains(QStringLiteral("another window")));
        // What is selected stays so where one before it goes.
        other.state().select(QuoteId{1});
        const std::string selected(
            other.state().document()->slice(other.state().document()->quotes()[1].content.front()));
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        key(Qt::Key_X);
        other.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&other));
        QTRY_COMPARE(other.state().document()->quotes().size(), document().quotes().size());
        QVERIFY(other.state().selectedQuote());
        const Quote& still = other.state().document()->quote(*other.state().selectedQuote());
        QCOMPARE(std::string(other.state().document()->slice(still.content.front())), selected);
    }

    // Another window forgets the article: the reader goes on, and is told that nothing is kept.
    void goesOnWhenForgottenElsewhere() {
        MainWindow other(services());
        other.openFiles({m_file});
        QTRY_VERIFY(other.state().document());
        other.session().forget();
        key(Qt::Key_J);
        key(Qt::Key_C);
        QCOMPARE(document().checkedQuotes(), std::size_t{1});
        auto* bar = m_window->findChild<NoticeBar*>(QStringLiteral("keepingBar"));
        QVERIFY(bar->isVisible());
        QVERIFY(bar->text().endsWith(QStringLiteral("What you do to this article is not kept.")));
        openWindow();
        QCOMPARE(document().checkedQuotes(), std::size_t{0});
    }

private:
    void correctTwice() {
        key(Qt::Key_J);
        key(Qt::Key_X); // and on to the next
        key(Qt::Key_C);
    }
    void toPanel() {
        key(Qt::Key_6, Qt::ControlModifier);
        QVERIFY(list()->isVisible());
        QCOMPARE(QApplication::focusWidget(), list());
    }
    QListWidget* list() const {
        return m_window->findChild<QListWidget*>(QStringLiteral("corrections"));
    }
    QStringList rows() const {
        QStringList out;
        for (int i = 0; i < list()->count(); ++i)
            out << list()->item(i)->text();
        return out;
    }
    QString stateOf(int row) const {
        return list()->item(row)->data(CorrectionDelegate::StateRole).toString();
    }
    QPushButton* button(const char* text) const {
        for (auto* button : m_window->findChildren<QPushButton*>())
            if (button->text() == QLatin1String(text)) return button;
        qFatal("no such button");
    }
};

QTEST_MAIN(TestCorrectionsPanel)
#include "test_corrections_panel.moc"

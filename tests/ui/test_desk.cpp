// Correcting, checking and keeping in the real window: by keys and menus, with undo, over restarts.
#include "tests/support/kept_window.h"
#include "ui/speakers/speaker_picker.h"

#include <QComboBox>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>

using namespace quoth;
using namespace quoth::ui;
using namespace quoth::ui::test;

class TestDesk : public KeptWindowTest {
    Q_OBJECT
private slots:
    void initTestCase() { applyTheme(Theme::Light); }

    void init() { openFirstWindow(); }
    void cleanup() { m_window.reset(); }

    void rejectsByKeyAndTakesBack() {
        const std::size_t all = document().quotes().size();
        key(Qt::Key_J);
        const std::string first = contentOf(0), second = contentOf(1);
        key(Qt::Key_X);
        QCOMPARE(document().quotes().size(), all - 1);
        QCOMPARE(contentOf(0), second);
        QCOMPARE(m_window->state().selectedQuote(), std::optional(QuoteId{0})); // the next one
        key(Qt::Key_Backspace);
        QCOMPARE(document().quotes().size(), all);
        QCOMPARE(contentOf(0), first);
        key(Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(document().quotes().size(), all - 1);
    }

    void acceptsAndGoesOn() {
        key(Qt::Key_J);
        key(Qt::Key_A);
        QCOMPARE(document().quotes()[0].confidence, 1.0F);
        QCOMPARE(document().quotes()[0].why.back().step, ReasonStep::Reader);
        QCOMPARE(m_window->state().selectedQuote(), std::optional(QuoteId{1}));
    }

    void picksAnotherSpeaker() {
        key(Qt::Key_J);
        const auto before = document().quotes()[0].speaker;
        key(Qt::Key_S);
        auto* picker = m_window->findChild<SpeakerPicker*>();
        QVERIFY(picker && picker->isVisible());
        QTest::keyClicks(picker->findChild<QLineEdit*>(), QStringLiteral("Lund"));
        QTest::keyClick(picker->findChild<QLineEdit*>(), Qt::Key_Return);
        const auto speaker = document().quotes()[0].speaker;
        QVERIFY(speaker && speaker != before);
        QCOMPARE(document().entity(*speaker).name, std::string("Peter Lund"));
        QCOMPARE(undoText(), QStringLiteral("Undo “Speaker: Peter Lund”"));
    }

    void namesANewPersonAndNobody() {
        key(Qt::Key_J);
        key(Qt::Key_S);
        auto* picker = m_window->findChild<SpeakerPicker*>();
        QVERIFY(picker);
        QTest::keyClicks(picker->findChild<QLineEdit*>(), QStringLiteral("Ida Holm & Sons"));
        QTest::keyClick(picker->findChild<QLineEdit*>(), Qt::Key_Return);
        QVERIFY(document().quotes()[0].speaker);
        QCOMPARE(document().entity(*document().quotes()[0].speaker).name,
                 std::string("Ida Holm & Sons"));
        QTRY_VERIFY(!m_window->findChild<SpeakerPicker*>());
        m_window->activateWindow(); // as a window manager does when a popup closes
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        key(Qt::Key_S);
        picker = m_window->findChild<SpeakerPicker*>();
        QVERIFY(picker);
        auto* list = picker->findChild<QListWidget*>();
        list->setCurrentRow(list->count() - 1);
        QTest::keyClick(picker->findChild<QLineEdit*>(), Qt::Key_Return);
        QVERIFY(!document().quotes()[0].speaker);
    }

    void checksWithNotes() {
        key(Qt::Key_J);
        key(Qt::Key_C);
        QCOMPARE(document().quotes()[0].check, CheckState::Confirmed);
        QVERIFY(summary().contains(QStringLiteral("1 of ")));
        QCOMPARE(toIso(document().quotes()[0].checkedAt.value()), "2021-05-20T10:00:00Z");
        m_now += std::chrono::minutes(5);
        m_dialogs.check = {CheckState::Altered, QStringLiteral("heard it on the radio"),
                           QStringLiteral("tape 3.ogg")};
        key(Qt::Key_M);
        QCOMPARE(m_dialogs.checkAsked.state, CheckState::Confirmed);
        QVERIFY(m_dialogs.checkAsked.at.has_value());
        QVERIFY(m_dialogs.checkAsked.quote.startsWith(QStringLiteral("Anna Berg: “We have")));
        QCOMPARE(document().quotes()[0].note, std::string("heard it on the radio"));
        QCOMPARE(document().quotes()[0].checkSource, std::string("tape 3.ogg"));
        QCOMPARE(document().quotes()[0].check, CheckState::Altered);
        QCOMPARE(toIso(document().quotes()[0].checkedAt.value()), "2021-05-20T10:05:00Z");
        key(Qt::Key_U); // keeps note and source
        QCOMPARE(document().quotes()[0].checkSource, std::string("tape 3.ogg"));
        const auto steps = m_window->desk().work().steps.size();
        m_dialogs.check.reset(); // cancelled
        key(Qt::Key_M);
        m_dialogs.check = m_dialogs.checkAsked; // nothing changed
        key(Qt::Key_M);
        QCOMPARE(m_window->desk().work().steps.size(), steps);
        openWindow();
        QCOMPARE(document().quotes()[0].checkSource, std::string("tape 3.ogg"));
        QCOMPARE(document().quotes()[0].check, CheckState::Unsourced);
        QCOMPARE(toIso(document().quotes()[0].checkedAt.value()), "2021-05-20T10:05:00Z");
        key(Qt::Key_J);
        key(Qt::Key_J, Qt::ControlModifier);
        QCOMPARE(m_window->state().selectedQuote(), std::optional(QuoteId{1}));
    }

    // Space goes on; the caret moves by arrows and splits, G joins again, brackets move the ends.
    void changesBoundsByKeys() {
        key(Qt::Key_J);
        key(Qt::Key_Space);
        QCOMPARE(m_window->state().selectedQuote(), std::optional(QuoteId{1}));
        const std::string before = contentOf(1);
        const std::size_t all = document().quotes().size();
        type("]");
        QVERIFY(contentOf(1).size() < before.size());
        type("[");
        QCOMPARE(contentOf(1), before);
        type("{");
        QVERIFY(contentOf(1).size() < before.size());
        type("}");
        QCOMPARE(contentOf(1), before);
        for (int i = 0; i < 3; ++i)
            key(Qt::Key_Right, Qt::ControlModifier);
        type("/");
        QCOMPARE(document().quotes().size(), all + 1);
        QCOMPARE(document().quotes()[1].speaker, document().quotes()[2].speaker);
        QCOMPARE(undoText(), QStringLiteral("Undo “Split Quote”"));
        type("g");
        QCOMPARE(document().quotes().size(), all);
        QCOMPARE(undoText(), QStringLiteral("Undo “Join Quotes”"));
        QCOMPARE(contentOf(1), before);
        for (int i = 0; i < 6; ++i)
            key(Qt::Key_Backspace);
        QVERIFY(!m_window->desk().canUndo());
        QCOMPARE(contentOf(1), before);
        QCOMPARE(document().quotes().size(), all);
    }

    void dragsAnEnd() {
        key(Qt::Key_J);
        ArticleView& view = m_window->article();
        const QString text = view.articleText().text;
        const int end = static_cast<int>(text.indexOf(QStringLiteral("again.”"))) + 7;
        const int to = static_cast<int>(text.indexOf(QStringLiteral("behind"))) + 3;
        QWidget* area = view.viewport();
        const QPoint grip = view.characterRect(end - 1).center() +
                            QPoint(view.characterRect(end - 1).width() / 2 + 3, 0);
        QTest::mousePress(area, Qt::LeftButton, {}, grip);
        QTest::mouseMove(area, view.characterRect(to).center());
        QTest::mouseRelease(area, Qt::LeftButton, {}, view.characterRect(to).center());
        const Span last = document().quotes()[0].content.back();
        QCOMPARE(std::string(document().slice(last)), std::string("“Nobody will be left behind"));
        QCOMPARE(undoText(), QStringLiteral("Undo “Change Bounds”"));
    }

    void addsAQuoteFromTheSelection() {
        const std::size_t all = document().quotes().size();
        ArticleView& view = m_window->article();
        const int at = static_cast<int>(
            view.articleText().text.indexOf(QStringLiteral("ferry to Holm will run")));
        view.setFocus();
        view.setCaret(at, false);
        for (int i = 0; i < 5; ++i)
            key(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        type("q");
        auto* picker = m_window->findChild<SpeakerPicker*>();
        QVERIFY(picker);
        QTest::keyClick(picker->findChild<QLineEdit*>(), Qt::Key_1);
        QCOMPARE(document().quotes().size(), all + 1);
        const auto added = m_window->state().selectedQuote();
        QVERIFY(added);
        QCOMPARE(contentOf(added->value), std::string("ferry to Holm will run"));
        QVERIFY(document().quote(*added).speaker);
    }

    void acceptsAllThatAreSure() {
        m_dialogs.confidence = 1;
        key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_dialogs.counted, static_cast<int>(document().quotes().size()));
        for (const Quote& quote : document().quotes())
            QCOMPARE(quote.confidence, 1.0F);
        key(Qt::Key_Z, Qt::ControlModifier); // one step
        QVERIFY(!m_window->desk().canUndo());
    }

    void opensAMenuOnAQuote() {
        key(Qt::Key_J);
        QContextMenuEvent wanted(QContextMenuEvent::Keyboard, QPoint(5, 5), QPoint(5, 5));
        QApplication::sendEvent(m_window->article().viewport(), &wanted);
        auto* menu = m_window->article().findChild<QMenu*>();
        QVERIFY(menu);
        const auto action = [&](const char* text) {
            for (QAction* one : menu->actions())
                if (one->text().remove(QLatin1Char('&')) == QString::fromUtf8(text)) return one;
            return static_cast<QAction*>(nullptr);
        };
        QVERIFY(action("Not a Quote") && action("Another Speaker…") && action("Confirmed"));
        action("Confirmed")->trigger();
        QCOMPARE(document().quotes()[0].check, CheckState::Confirmed);
    }

    // A step in the middle is taken back alone, and that is a step as well.
    void withdrawsOneStep() {
        const std::size_t all = document().quotes().size();
        key(Qt::Key_J);
        const std::string first = contentOf(0);
        key(Qt::Key_X);
        key(Qt::Key_C);
        QVERIFY(m_window->desk().withdraw(0));
        QCOMPARE(document().quotes().size(), all);
        QCOMPARE(contentOf(0), first);
        QCOMPARE(document().quotes()[1].check, CheckState::Confirmed);
        QCOMPARE(m_window->state().selectedQuote(), std::optional(QuoteId{1}));
        QVERIFY(!m_window->desk().withdraw(0));
        openWindow(); // kept like any other
        QCOMPARE(document().quotes().size(), all);
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(document().quotes().size(), all - 1);
        key(Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(document().quotes().size(), all);
    }

    // What the reader added stays selected where an earlier step is taken back.
    void staysWithAnAddedQuote() {
        key(Qt::Key_J);
        key(Qt::Key_X);
        const std::size_t at = document().text().find("the council decided");
        const Span words = makeSpan(at, at + std::strlen("the council"));
        AddQuote add;
        add.bounds.content = {makeAnchor(document().text(), words)};
        QVERIFY(m_window->desk().perform({add}));
        const auto added = [&] {
            const auto quotes = document().quotes();
            for (std::size_t i = 0; i < quotes.size(); ++i)
                if (quotes[i].content == std::vector{words}) return makeId<QuoteTag>(i);
            return QuoteId{99};
        };
        m_window->state().select(added());
        QVERIFY(m_window->desk().withdraw(0));
        QCOMPARE(m_window->state().selectedQuote(), std::optional(added()));
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_window->state().selectedQuote(), std::optional(added()));
    }

    void asksForACheck() {
        const CheckDetails given{CheckState::Altered, QStringLiteral("line one\nline two"),
                                 QStringLiteral("https://example.org"),
                                 parseMoment("2021-05-20T10:00:00Z").value(),
                                 QStringLiteral("Anna Berg: <b>")};
        CheckDialog dialog(given, m_window.get());
        QVERIFY(dialog.details() == given);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog)); // shortcuts wait for it
        QVERIFY(!dialog.findChild<QLabel*>(QStringLiteral("when"))->text().isEmpty());
        auto* state = dialog.findChild<QComboBox*>();
        state->setCurrentIndex(state->findText(checkLabel(CheckState::Disputed)));
        dialog.findChild<QLineEdit*>()->setText(QStringLiteral("  tape 3.ogg "));
        QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
        QCOMPARE(dialog.details().state, CheckState::Disputed);
        QCOMPARE(dialog.details().source, QStringLiteral("tape 3.ogg"));
        QCOMPARE(dialog.details().note, given.note);
    }

    void colourStaysWithTheSpeaker() {
        const EntityId lund = named("Peter Lund");
        const QColor before = m_window->state().colours().style(lund).tint;
        key(Qt::Key_J);
        key(Qt::Key_X); // Berg's
        QCOMPARE(m_window->state().colours().style(named("Peter Lund")).tint, before);
    }

    // Also where the one who had the first colour says less now.
    void colourStaysOnAnotherDay() {
        const QColor before = m_window->state().colours().style(named("Peter Lund")).tint;
        key(Qt::Key_J);
        key(Qt::Key_X);
        openWindow();
        QCOMPARE(m_window->state().colours().style(named("Peter Lund")).tint, before);
    }

    // Ctrl is down in Ctrl+Z, which in a list adds to what is selected.
    void oneRowIsSelectedAfterUndo() {
        const auto lists = m_window->findChildren<QListView*>();
        const auto list = std::find_if(lists.begin(), lists.end(), [](const QListView* each) {
            return each->accessibleName() == QStringLiteral("Quotes");
        });
        key(Qt::Key_J);
        key(Qt::Key_C);
        m_window->state().select(QuoteId{2});
        QTest::keyPress(m_window->windowHandle(), Qt::Key_Control, Qt::ControlModifier);
        QTest::keyClick(m_window->windowHandle(), Qt::Key_Z, Qt::ControlModifier);
        QTest::keyRelease(m_window->windowHandle(), Qt::Key_Control);
        QTRY_COMPARE(document().quotes()[0].check, CheckState::Unchecked);
        QCOMPARE((*list)->selectionModel()->selectedIndexes().size(), 1);
    }

    void keepsItAll() {
        key(Qt::Key_J);
        key(Qt::Key_X);
        key(Qt::Key_C);
        const std::string checked = contentOf(0);
        const std::size_t count = document().quotes().size();
        openWindow();
        QCOMPARE(document().quotes().size(), count);
        QCOMPARE(contentOf(0), checked);
        QCOMPARE(document().quotes()[0].check, CheckState::Confirmed);
        key(Qt::Key_Z, Qt::ControlModifier); // steps of before can be taken back
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(document().quotes().size(), count + 1);
    }

    void keepsWhereItWasLeft() {
        key(Qt::Key_J);
        key(Qt::Key_J);
        m_window->state().toggleSpeaker(named("Peter Lund"));
        m_window->state().setOrder(QuoteOrder::Confidence);
        m_window->article().setZoom(250);
        m_window->article().setTopPosition(120);
        const int top = m_window->article().topPosition();
        QVERIFY(top > 0);
        const Selection selected = m_window->state().selection();
        const Filter filter = m_window->state().filter();
        m_window->close();
        openWindow();
        QVERIFY(m_window->state().selection() == selected);
        QVERIFY(m_window->state().filter() == filter);
        QVERIFY(m_window->findChild<QWidget*>(QStringLiteral("filterChips"))->isVisible());
        QCOMPARE(m_window->state().order(), QuoteOrder::Confidence);
        QCOMPARE(m_window->article().zoom(), 250);
        QTRY_COMPARE(m_window->article().topPosition(), top);
    }

    // A paragraph is put before all others: what was done stands at its new place.
    void findsItsPlacesInAnEditedFile() {
        key(Qt::Key_J);
        key(Qt::Key_C);
        const std::string checked = contentOf(0);
        m_window.reset();
        QByteArray edited = article;
        edited.insert(edited.indexOf("The ferry to Holm will"), "A first storm came early.\n\n");
        write(edited);
        openWindow();
        QCOMPARE(contentOf(0), checked);
        QCOMPARE(document().quotes()[0].check, CheckState::Confirmed);
        for (const Desk::Standing& standing : m_window->desk().standings())
            QCOMPARE(standing.state, Desk::Standing::InForce);
    }

    void keepsTheDateAsAStep() {
        m_window->session().setPublished(QDate(2021, 5, 20));
        QTRY_VERIFY(document().published());
        QTRY_VERIFY(!m_window->session().isBusy());
        QCOMPARE(toIso(*document().published()), std::string("2021-05-20"));
        openWindow();
        QTRY_VERIFY(document().published());
        QTRY_VERIFY(!m_window->session().isBusy());
        key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(!document().published());
    }

    // Two windows on one article: the later change is not made on what it has not seen.
    void showsWhatAnotherWindowDid() {
        MainWindow other(services());
        other.openFiles({m_file});
        QTRY_VERIFY(other.state().document());
        key(Qt::Key_J);
        key(Qt::Key_X);
        const std::size_t left = document().quotes().size();
        other.state().select(QuoteId{0});
        QSignalSpy conflicted(&other.desk(), &Desk::conflicted);
        QVERIFY(
            !other.desk().perform({RejectQuote{anchorOf(*other.state().document(), QuoteId{1})}}));
        QCOMPARE(conflicted.size(), 1);
        QCOMPARE(other.state().document()->quotes().size(), left);
        QVERIFY(
            other.desk().perform({RejectQuote{anchorOf(*other.state().document(), QuoteId{0})}}));
        QCOMPARE(other.state().document()->quotes().size(), left - 1);
    }

    // What is written in a dialog is kept, whatever another window does while it is open.
    void keepsANoteBesideAnotherWindow() {
        MainWindow other(services());
        other.openFiles({m_file});
        QTRY_VERIFY(other.state().document());
        m_dialogs.check =
            CheckDetails{CheckState::Unchecked, QStringLiteral("ask her"), {}, {}, {}};
        m_dialogs.meanwhile = [&] {
            QVERIFY(other.desk().perform({CheckQuote{
                anchorOf(*other.state().document(), QuoteId{1}), CheckState::Altered, {}}}));
        };
        key(Qt::Key_J);
        key(Qt::Key_M);
        QCOMPARE(document().quotes()[0].note, std::string("ask her"));
        QCOMPARE(document().quotes()[1].check, CheckState::Altered);
    }

    void damagedLibraryIsSetAside() {
        m_window.reset();
        QFile library(m_library);
        QVERIFY(library.open(QIODevice::WriteOnly));
        library.write(QByteArray(5000, 'x'));
        library.close();
        QFile::remove(m_library + QStringLiteral("-wal"));
        openWindow();
        auto* bar = m_window->findChild<NoticeBar*>(QStringLiteral("keepingBar"));
        QVERIFY(bar->isVisible());
        QVERIFY(bar->text().contains(QStringLiteral("damaged")));
        QCOMPARE(
            QFileInfo(m_library).dir().entryList({QStringLiteral("library.db.damaged-*")}).size(),
            1);
        key(Qt::Key_J);
        key(Qt::Key_C);
        openWindow();
        QCOMPARE(document().quotes()[0].check, CheckState::Confirmed);
    }

    // Another program holds the library for long: work goes on and is kept afterwards.
    void waitsForALockedLibrary() {
        whileLocked([&] {
            key(Qt::Key_J);
            key(Qt::Key_C);
            QCOMPARE(document().quotes()[0].check, CheckState::Confirmed);
            QVERIFY(m_window->keeper().isWaiting());
            auto* bar = m_window->findChild<NoticeBar*>(QStringLiteral("keepingBar"));
            QVERIFY(bar->isVisible());
            key(Qt::Key_L);
        });
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->keeper().isWaiting(), 10'000);
        openWindow();
        QCOMPARE(document().quotes()[0].check, CheckState::Altered);
    }

    // What waits comes after what another window kept meanwhile, under the numbers it has then.
    void waitingStepsFollowAnothers() {
        MainWindow other(services());
        other.openFiles({m_file});
        QTRY_VERIFY(other.state().document());
        whileLocked([&] {
            key(Qt::Key_J);
            key(Qt::Key_C);
            QVERIFY(m_window->desk().withdraw(0));
            key(Qt::Key_J);
            key(Qt::Key_D);
            QVERIFY(m_window->keeper().isWaiting());
        });
        QVERIFY(other.desk().perform({CheckQuote{
            anchorOf(*other.state().document(), QuoteId{2}), CheckState::Altered, {}}}));
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->keeper().isWaiting(), 10'000);
        m_window->desk().refresh();
        other.desk().refresh();
        for (const Document* shown : {&document(), other.state().document()}) {
            QCOMPARE(shown->quotes()[0].check, CheckState::Unchecked);
            QCOMPARE(shown->quotes()[1].check, CheckState::Disputed);
            QCOMPARE(shown->quotes()[2].check, CheckState::Altered);
        }
    }

    void tellsThatAWaitingArticleWasForgotten() {
        MainWindow other(services());
        other.openFiles({m_file});
        QTRY_VERIFY(other.state().document());
        whileLocked([&] {
            key(Qt::Key_J);
            key(Qt::Key_C);
        });
        QVERIFY(other.desk().forget());
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->keeper().isWaiting(), 10'000);
        auto* bar = m_window->findChild<NoticeBar*>(QStringLiteral("keepingBar"));
        QVERIFY(bar->isVisible());
        QVERIFY2(bar->text().contains(QStringLiteral("not kept")), qPrintable(bar->text()));
        key(Qt::Key_D);
        QCOMPARE(document().quotes()[0].check, CheckState::Disputed);
    }

    void worksWithoutALibrary() {
        m_window =
            std::make_unique<MainWindow>(Services{engine(), m_settings.get(), &m_dialogs, {}});
        m_window->show();
        m_window->openFiles({m_file});
        QTRY_VERIFY(m_window->state().document());
        key(Qt::Key_J);
        key(Qt::Key_C);
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(document().quotes()[0].check, CheckState::Unchecked);
    }

private:
    // Another program holds the library.
    void whileLocked(const std::function<void()>& act) {
        auto held = Database::open(m_library.toStdString());
        QVERIFY(held);
        auto transaction = Transaction::begin(*held);
        QVERIFY(transaction);
        act();
    }
    std::string contentOf(std::uint32_t quote) const {
        return std::string(document().slice(document().quotes()[quote].content.front()));
    }
    EntityId named(const std::string& name) const {
        for (std::size_t i = 0; i < document().entities().size(); ++i)
            if (document().entities()[i].name == name) return makeId<EntityTag>(i);
        qFatal("no such entity");
    }
    void type(const char* letters) {
        QTest::keyClicks(&m_window->article(), QLatin1String(letters));
    }
    QString summary() const {
        return m_window->findChild<QLabel*>(QStringLiteral("summary"))->text();
    }
    QString undoText() const {
        for (const QAction* action : m_window->findChildren<QAction*>())
            if (action->shortcuts().contains(QKeySequence(Qt::CTRL | Qt::Key_Z)))
                return action->text().remove(QLatin1Char('&'));
        return {};
    }
};

QTEST_MAIN(TestDesk)
#include "test_desk.moc"

// Correcting events in the real window: menus of timeline and table, dates typed, words selected.
#include "tests/support/editing_fixture.h"
#include "ui/timeline/event_dialog.h"
#include "ui/timeline/timeline_table.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

using namespace quoth;
using namespace quoth::ui;
using namespace quoth::ui::test;

namespace {

const char* const story = "Board closes the pier\n"
                          "\n"
                          "The harbour board closed the old pier on 18 May 2021, Anna Berg said. "
                          "The bridge was opened on 3 June 2020.\n"
                          "\n"
                          "Anna Berg and Peter Lund repaired the quay before the storm.\n";

} // namespace

class TestEventEditing : public EditingTest {
    Q_OBJECT
private slots:
    void initTestCase() { applyTheme(Theme::Light); }

    void init() {
        openWindow("pier.txt", story);
        QVERIFY(m_window->state().document());
        QVERIFY(view()->items().events >= 2);
        QCOMPARE(words(0), QStringLiteral("2020-06-03 opened"));
    }

    void cleanup() { m_window.reset(); }

    // By keys: Home, the menu, its first entry, a date in words, Return.
    void datesByKeys() {
        QTest::keyClick(view(), Qt::Key_Home);
        QVERIFY(m_window->state().selectedEvent());
        QMenu* menu = menuByKey(view());
        QVERIFY(menu);
        trigger(menu, QStringLiteral("Date…"));
        auto* dialog = m_window->findChild<EventDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        auto* line = dialog->findChild<QLineEdit*>();
        auto* accept = button(dialog, QStringLiteral("Set Date"));
        QCOMPARE(line->text(), QStringLiteral("3 Jun 2020"));
        QTest::keyClicks(line, QStringLiteral("31 June 2020"));
        QVERIFY(!accept->isEnabled());
        line->selectAll();
        QTest::keyClicks(line, QStringLiteral("July 2020"));
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(words(0), QStringLiteral("2020-07 opened"));
        QVERIFY(selected().byReader);
        QCOMPARE(m_window->desk().undoName(), QStringLiteral("Date of Event"));
        QVERIFY(
            itemFacts(document(), view()->items().dated[0]).contains(QStringLiteral("set by you")));
        m_window->desk().undo();
        QCOMPARE(words(0), QStringLiteral("2020-06-03 opened"));
        QVERIFY(!selected().byReader);
    }

    void takesTheDateAway() {
        const std::size_t dated = view()->items().events;
        QTest::keyClick(view(), Qt::Key_Home);
        m_window->events().askForDate(*m_window->state().selectedEvent());
        auto* dialog = m_window->findChild<EventDialog*>();
        auto* line = dialog->findChild<QLineEdit*>();
        QTest::keyClick(line, Qt::Key_Delete); // all of it is selected
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(view()->items().events, dated - 1);
        QCOMPARE(selectedWord(), QStringLiteral("opened"));
    }

    void setsTheStatusWithTheMouse() {
        const QPoint at = view()->rectOf(0).center().toPoint();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, view()->viewport()->mapToGlobal(at));
        QApplication::sendEvent(view()->viewport(), &event);
        QMenu* menu = openMenu();
        QVERIFY(menu);
        trigger(menu, QStringLiteral("Did not happen"));
        QCOMPARE(selectedWord(), QStringLiteral("opened"));
        QCOMPARE(selected().status, EventStatus::Negated);
        QCOMPARE(m_window->desk().undoName(), QStringLiteral("Did Not Happen"));
    }

    void removesAndGoesOn() {
        const std::size_t dated = view()->items().events;
        QTest::keyClick(view(), Qt::Key_Home);
        QMenu* menu = menuByKey(view());
        QVERIFY(menu);
        trigger(menu, QStringLiteral("Not an event"));
        QCOMPARE(view()->items().events, dated - 1);
        QCOMPARE(selectedWord(), QStringLiteral("closed")); // the next one
        QCOMPARE(m_window->desk().undoName(), QStringLiteral("Not an Event"));
        m_window->desk().undo();
        QCOMPARE(view()->items().events, dated);
        QCOMPARE(selectedWord(), QStringLiteral("closed")); // though its index is another
    }

    void hasTheMenuInTheTable() {
        QTest::keyClick(&m_window->article(), Qt::Key_T, Qt::ControlModifier);
        auto* table = m_window->findChild<TimelineTable*>();
        QVERIFY(table->isVisible());
        QMenu* menu = menuByKey(table);
        QVERIFY(menu);
        QCOMPARE(selectedWord(), QStringLiteral("opened"));
        trigger(menu, QStringLiteral("Planned"));
        QCOMPARE(selected().status, EventStatus::Planned);
        QCOMPARE(table->model()->index(0, TimelineTableModel::Words).data().toString(),
                 QStringLiteral("set by you"));
        QCOMPARE(table->currentIndex().row(), 0);
    }

    void addsFromASelection() {
        const QString words = QStringLiteral("repaired the quay");
        const int at = positionOf(m_window->article(), words);
        m_window->article().selectRange({at + 2, at + static_cast<int>(words.size()) - 1});
        QTest::keyClick(&m_window->article(), Qt::Key_E);
        auto* dialog = m_window->findChild<EventDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        const auto lines = dialog->findChildren<QLineEdit*>();
        QCOMPARE(lines.size(), 2);
        QLineEdit* what = lines[0]->text() == words ? lines[0] : lines[1];
        QLineEdit* when = what == lines[0] ? lines[1] : lines[0];
        QCOMPARE(what->text(), words);
        QTest::keyClicks(when, QStringLiteral("2019"));
        auto* status = dialog->findChild<QComboBox*>();
        QTest::keyClicks(status, QStringLiteral("Pl"));
        QTest::mouseClick(button(dialog, QStringLiteral("Add Event")), Qt::LeftButton);
        QCOMPARE(selectedWord(), QStringLiteral("repaired"));
        QCOMPARE(selected().value, std::string("2019"));
        QCOMPARE(selected().status, EventStatus::Planned);
        QVERIFY(selected().byReader);
        std::vector<std::string> who;
        for (const EntityId id : selected().participants)
            who.push_back(document().entity(id).name);
        QVERIFY(who == (std::vector<std::string>{"Anna Berg", "Peter Lund"}));
        QCOMPARE(this->words(0), QStringLiteral("2019 repaired"));
    }

    void needsWordsForAnEvent() {
        QTest::keyClick(&m_window->article(), Qt::Key_E); // none are selected
        QVERIFY(!m_window->findChild<EventDialog*>());
        const std::size_t between = document().text().find("\n\n");
        QVERIFY(!m_window->events().askToAdd(makeSpan(between, between + 2)));
        QVERIFY(!m_window->findChild<EventDialog*>());
    }

private:
    TimelineView* view() const { return m_window->findChild<TimelineView*>(); }
    const Event& selected() const {
        const auto id = m_window->state().selectedEvent();
        if (!id) qFatal("no event is selected");
        return document().event(*id);
    }
    QString selectedWord() const { return toQString(document().slice(selected().trigger)); }
    QString words(std::size_t item) const {
        const TimelineItem& shown = view()->items().dated[item];
        const Event& event = document().event(std::get<EventId>(shown.id));
        return toQString(event.value + " ") + toQString(document().slice(event.trigger));
    }
    static QPushButton* button(QDialog* dialog, const QString& text) {
        for (QPushButton* each : dialog->findChildren<QPushButton*>())
            if (each->text().remove(QLatin1Char('&')) == text) return each;
        qFatal("no such button");
    }
};

QTEST_MAIN(TestEventEditing)
#include "test_event_editing.moc"

// Correcting people in the real window: menus, keys and drops in Speakers and Entities, with undo.
#include "tests/support/editing_fixture.h"
#include "ui/entities/entities_panel.h"
#include "ui/people/mentions_dialog.h"
#include "ui/speakers/speakers_panel.h"
#include "ui/widgets/name_picker.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDrag>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QStatusBar>
#include <QTreeView>

using namespace quoth;
using namespace quoth::ui;
using namespace quoth::ui::test;

class TestPeople : public EditingTest {
    Q_OBJECT
private slots:
    void initTestCase() { applyTheme(Theme::Light); }

    void init() {
        openWindow("ferry.txt", article);
        QVERIFY(m_window->state().document());
        QVERIFY(has("Anna Berg") && has("Peter Lund"));
    }

    void cleanup() { m_window.reset(); }

    void renamesInPlace_data() {
        QTest::addColumn<bool>("speakers");
        QTest::newRow("in Speakers") << true;
        QTest::newRow("in Entities") << false;
    }

    void renamesInPlace() {
        QFETCH(bool, speakers);
        QAbstractItemView* view = speakers ? speakersView() : entitiesView();
        choose(view, QStringLiteral("Anna Berg"));
        QTest::keyClick(view, Qt::Key_F2);
        auto* editor = view->viewport()->findChild<QLineEdit*>();
        QVERIFY(editor && editor->isVisible());
        QCOMPARE(editor->text(), QStringLiteral("Anna Berg"));
        QTest::keyClicks(editor, QStringLiteral("Anna Maria Berg"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY(has("Anna Maria Berg"));
        QVERIFY(!has("Anna Berg"));
        QVERIFY(m_window->state().filter().isOpen());
        QCOMPARE(m_window->desk().undoName(), QStringLiteral("Rename to Anna Maria Berg"));
        QTRY_COMPARE(view->currentIndex().data().toString(), QStringLiteral("Anna Maria Berg"));
        m_window->desk().undo();
        QVERIFY(has("Anna Berg"));
    }

    void leavesTheNameOnEscape() {
        QAbstractItemView* view = entitiesView();
        choose(view, QStringLiteral("Anna Berg"));
        QTest::keyClick(view, Qt::Key_F2);
        auto* editor = view->viewport()->findChild<QLineEdit*>();
        QVERIFY(editor);
        QTest::keyClicks(editor, QStringLiteral("Ida"));
        QTest::keyClick(editor, Qt::Key_Escape);
        QCoreApplication::processEvents();
        QVERIFY(has("Anna Berg") && !m_window->desk().canUndo());
    }

    // By keys alone: the menu of the current row, its entry, a part of a name, Enter.
    void mergesByKeys() {
        const std::size_t before = document().entities().size();
        QAbstractItemView* view = entitiesView();
        choose(view, QStringLiteral("Anna Berg"));
        QMenu* menu = menuByKey(view);
        QVERIFY(menu);
        trigger(menu, QStringLiteral("Same person as…"));
        auto* picker = m_window->findChild<NamePicker*>();
        QVERIFY(picker && picker->isVisible());
        QTest::keyClicks(picker->findChild<QLineEdit*>(), QStringLiteral("lund"));
        QTest::keyClick(picker->findChild<QLineEdit*>(), Qt::Key_Return);
        QCOMPARE(document().entities().size(), before - 1);
        QVERIFY(!has("Anna Berg"));
        for (const Quote& quote : document().quotes())
            QCOMPARE(document().entity(*quote.speaker).name, std::string("Peter Lund"));
        QCOMPARE(m_window->statusBar()->currentMessage(),
                 QStringLiteral("Merged Anna Berg into Peter Lund. Ctrl+Z takes it back."));
        QCOMPARE(m_window->state().selectedEntity(), std::optional(named("Peter Lund")));
        QTest::keyClick(&m_window->article(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(has("Anna Berg"));
    }

    // Shift+F10 where there is no Menu key.
    void opensTheMenuByShiftF10() {
        QAbstractItemView* view = speakersView();
        choose(view, QStringLiteral("Peter Lund"));
        QTest::keyClick(view, Qt::Key_F10, Qt::ShiftModifier);
        QMenu* menu = openMenu();
        QVERIFY(menu);
        trigger(menu, QStringLiteral("Rename…"));
        auto* editor = view->viewport()->findChild<QLineEdit*>();
        QVERIFY(editor);
        QCOMPARE(editor->text(), QStringLiteral("Peter Lund"));
    }

    void theOneThatStaysKeepsItsColour() {
        const auto colourOf = [this](const char* name) {
            return m_window->state().colours().style(named(name)).tint;
        };
        const QColor berg = colourOf("Anna Berg"), lund = colourOf("Peter Lund");
        QVERIFY(berg != lund);
        for (const bool forwards : {true, false}) {
            const char* const into = forwards ? "Peter Lund" : "Anna Berg";
            QVERIFY(m_window->people().merge(named(forwards ? "Anna Berg" : "Peter Lund"),
                                             named(into)));
            QCOMPARE(colourOf(into), forwards ? lund : berg);
            m_window->state().select(named(into));
            m_window->desk().undo();
            QCOMPARE(colourOf(into), forwards ? lund : berg);
            QCOMPARE(m_window->state().selectedEntity(), std::optional(named(into)));
        }
    }

    void mergesByADrop_data() { renamesInPlace_data(); }

    void mergesByADrop() {
        QFETCH(bool, speakers);
        QAbstractItemView* view = speakers ? speakersView() : entitiesView();
        const QModelIndex from = rowOf(view, QStringLiteral("Anna Berg"));
        const QModelIndex into = rowOf(view, QStringLiteral("Peter Lund"));
        const std::unique_ptr<QMimeData> data(view->model()->mimeData({from}));
        drop(view, view->visualRect(from).center(), data.get()); // onto itself: nothing
        QCoreApplication::processEvents();
        QVERIFY(has("Anna Berg"));
        drop(view, view->visualRect(into).center(), data.get());
        QTRY_VERIFY(!has("Anna Berg"));
        QCOMPARE(m_window->desk().undoName(), QStringLiteral("Merge into Peter Lund"));
        drop(view, view->visualRect(rowOf(view, QStringLiteral("Peter Lund"))).center(),
             data.get()); // of the document before
        QCoreApplication::processEvents();
        QVERIFY(!m_window->desk().canRedo() && m_window->desk().work().done == 1);
    }

    void beginsADrag_data() { renamesInPlace_data(); }

    // By the mouse, as far as a test can: from the row pressed on, without choosing another.
    void beginsADrag() {
        QFETCH(bool, speakers);
        QAbstractItemView* view = speakers ? speakersView() : entitiesView();
        const QPoint from = view->visualRect(rowOf(view, QStringLiteral("Anna Berg"))).center();
        const QPoint into = view->visualRect(rowOf(view, QStringLiteral("Peter Lund"))).center();
        QTest::mousePress(view->viewport(), Qt::LeftButton, {}, from);
        for (int i = 1; i <= 4; ++i) {
            QMouseEvent move(QEvent::MouseMove, from + (into - from) * i / 4,
                             view->viewport()->mapToGlobal(from + (into - from) * i / 4),
                             Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(view->viewport(), &move);
        }
        const bool dragged = view->findChild<QDrag*>(); // deleted later, by the event loop
        QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, into);
        QVERIFY(dragged);
        QVERIFY(m_window->state().filter().isOpen());
    }

    void setsTheType() {
        QAbstractItemView* view = speakersView();
        choose(view, QStringLiteral("Anna Berg"));
        QMenu* menu = menuByKey(view);
        QVERIFY(menu);
        QMenu* types = menu->findChild<QMenu*>();
        QVERIFY(types);
        menu->setActiveAction(types->menuAction());
        QTest::keyClick(menu, Qt::Key_Right);
        QTRY_VERIFY(types->isVisible());
        trigger(types, QStringLiteral("Organisation"));
        QCOMPARE(document().entity(named("Anna Berg")).type, EntityType::Organization);
    }

    // "Lund" of the last paragraph is somebody else, with his quote.
    void splitsMentionsOff() {
        QAbstractItemView* view = entitiesView();
        choose(view, QStringLiteral("Peter Lund"));
        QMenu* menu = menuByKey(view);
        QVERIFY(menu);
        trigger(menu, QStringLiteral("Split mentions off…"));
        auto* dialog = m_window->findChild<MentionsDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        auto* list = dialog->findChild<QListWidget*>();
        auto* accept = button(dialog, QStringLiteral("Split Off"));
        QVERIFY(!accept->isEnabled());
        QCOMPARE(list->count(), 2);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(dialog->findChild<QComboBox*>()->currentText(), QStringLiteral("Lund"));
        QVERIFY(accept->isEnabled());
        QTest::keyClick(list, Qt::Key_Up);
        QTest::keyClick(list, Qt::Key_Space);
        QVERIFY(!accept->isEnabled()); // all of them: that is another name, not another person
        QTest::keyClick(list, Qt::Key_Space);
        auto* name = dialog->findChild<QComboBox*>()->lineEdit();
        name->selectAll();
        QTest::keyClicks(name, QStringLiteral("Olaf Lund"));
        QTest::mouseClick(accept, Qt::LeftButton);
        QVERIFY(has("Olaf Lund"));
        QCOMPARE(document().entity(*document().quotes().back().speaker).name,
                 std::string("Olaf Lund"));
        QCOMPARE(m_window->desk().undoName(), QStringLiteral("Split off Olaf Lund"));
    }

    void saysWhoseAMentionIs() {
        const EntityId lund = named("Peter Lund");
        const Span last = document().entity(lund).mentions.back().span;
        const std::size_t before = document().entity(named("Anna Berg")).mentions.size();
        QMenu menu;
        m_window->people().fillMenu(&menu, lund, last);
        trigger(&menu, QStringLiteral("This mention is someone else…"));
        auto* picker = m_window->findChild<NamePicker*>();
        QVERIFY(picker);
        QTest::keyClicks(picker->findChild<QLineEdit*>(), QStringLiteral("Anna"));
        QTest::keyClick(picker->findChild<QLineEdit*>(), Qt::Key_Return);
        QCOMPARE(document().entity(named("Anna Berg")).mentions.size(), before + 1);
        QCOMPARE(*document().quotes().back().speaker, named("Anna Berg"));
        QCOMPARE(m_window->desk().undoName(), QStringLiteral("Split off Anna Berg"));
    }

    void hasAMenuOnMentionsInTheArticle() {
        ArticleView& view = m_window->article();
        const QPoint at =
            view.characterRect(positionOf(view, QStringLiteral("Lund said that"))).center();
        QVERIFY(view.viewport()->rect().contains(at));
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, view.viewport()->mapToGlobal(at));
        QApplication::sendEvent(view.viewport(), &event);
        QMenu* menu = openMenu();
        QVERIFY(menu);
        QMenu* person = nullptr;
        for (QAction* action : menu->actions())
            if (action->text() == QStringLiteral("Peter Lund")) person = action->menu();
        QVERIFY(person);
        menu->setActiveAction(person->menuAction());
        QTest::keyClick(menu, Qt::Key_Right);
        QTRY_VERIFY(person->isVisible());
        trigger(person, QStringLiteral("This mention is someone else…"));
        auto* picker = m_window->findChild<NamePicker*>();
        QVERIFY(picker && picker->isVisible());
        QTest::keyClicks(picker->findChild<QLineEdit*>(), QStringLiteral("Olaf Lund"));
        QTest::keyClick(picker->findChild<QLineEdit*>(), Qt::Key_Return);
        QVERIFY(has("Olaf Lund"));
        QCOMPARE(*document().quotes().back().speaker, named("Olaf Lund"));
    }

    void offersTheNearestNamesFirst() {
        Document::Parts parts;
        for (const char* name : {"Tom Hart", "Harbour Board", "Ada Penrose", "Mr Penrose"})
            parts.entities.push_back({EntityType::Person, name, {}});
        parts.entities[1].type = EntityType::Organization;
        const Document some{std::move(parts)};
        QVERIFY(likelySame(some, EntityId{3}) ==
                (std::vector{EntityId{2}, EntityId{0}, EntityId{1}}));
    }

    void menusOpenUnderThePointerToo() {
        QAbstractItemView* view = entitiesView();
        const QModelIndex row = rowOf(view, QStringLiteral("Peter Lund"));
        const QPoint at = view->visualRect(row).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, view->viewport()->mapToGlobal(at));
        QApplication::sendEvent(view->viewport(), &event);
        QMenu* menu = openMenu();
        QVERIFY(menu);
        trigger(menu, QStringLiteral("Rename…"));
        auto* editor = view->viewport()->findChild<QLineEdit*>();
        QVERIFY(editor);
        QCOMPARE(editor->text(), QStringLiteral("Peter Lund"));
    }

private:
    bool has(const std::string& name) const {
        return std::any_of(document().entities().begin(), document().entities().end(),
                           [&](const Entity& entity) { return entity.name == name; });
    }
    EntityId named(const std::string& name) const {
        for (std::size_t i = 0; i < document().entities().size(); ++i)
            if (document().entities()[i].name == name) return makeId<EntityTag>(i);
        qFatal("no such entity");
    }
    QAbstractItemView* raised(const char* dock, QAbstractItemView* view) const {
        auto* widget = m_window->findChild<QDockWidget*>(QString::fromLatin1(dock));
        widget->raise();
        QCoreApplication::processEvents();
        view->setFocus();
        return view;
    }
    QAbstractItemView* speakersView() const {
        return raised("speakersDock",
                      m_window->findChild<SpeakersPanel*>()->findChild<QListView*>());
    }
    QAbstractItemView* entitiesView() const {
        return raised("entitiesDock",
                      m_window->findChild<EntitiesPanel*>()->findChild<QTreeView*>());
    }
    static QModelIndex rowOf(QAbstractItemView* view, const QString& name) {
        const auto found = view->model()->match(view->model()->index(0, 0), Qt::DisplayRole, name,
                                                1, Qt::MatchExactly | Qt::MatchRecursive);
        return found.isEmpty() ? QModelIndex() : found.first();
    }
    static void choose(QAbstractItemView* view, const QString& name) {
        view->setCurrentIndex(rowOf(view, name));
    }
    static QPushButton* button(QDialog* dialog, const QString& text) {
        for (QPushButton* each : dialog->findChildren<QPushButton*>())
            if (each->text().remove(QLatin1Char('&')) == text) return each;
        qFatal("no such button");
    }
    static void drop(QAbstractItemView* view, QPoint at, const QMimeData* data) {
        QDragEnterEvent enter(at, Qt::CopyAction, data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(view->viewport(), &enter);
        QDragMoveEvent move(at, Qt::CopyAction, data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(view->viewport(), &move);
        if (!move.isAccepted()) return;
        QDropEvent dropped(QPointF(at), Qt::CopyAction, data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(view->viewport(), &dropped);
    }
};

QTEST_MAIN(TestPeople)
#include "test_people.moc"

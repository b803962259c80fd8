// The chips above the article: what the filter asks for, in words, taken away by click or key.
#include "tests/support/editing_fixture.h"
#include "tests/support/sample_document.h"
#include "ui/reader/filter_chips.h"
#include "ui/reader/filter_parts.h"

#include <QAccessible>
#include <QListView>
#include <QScrollBar>

using namespace quoth;
using namespace quoth::ui;
using namespace quoth::ui::test;
namespace sample = quoth::test::sample;

class TestFilterChips : public EditingTest {
    Q_OBJECT

    ViewState& state() { return m_window->state(); }
    QWidget& bar() { return *m_window->findChild<QWidget*>(QStringLiteral("filterChips")); }
    QPushButton& clearAll() {
        return *m_window->findChild<QPushButton*>(QStringLiteral("clearFilters"));
    }
    QList<FilterChip*> chips() {
        QList<FilterChip*> out = bar().findChildren<FilterChip*>();
        out.removeIf(
            [this](const FilterChip* chip) { return !chip->isVisible() || chip == &clearAll(); });
        return out;
    }
    QStringList names() {
        QStringList out;
        for (FilterChip* chip : chips())
            out << QAccessible::queryAccessibleInterface(chip)->text(QAccessible::Name);
        return out;
    }
    static Filter everything() {
        Filter filter;
        filter.speakers = {sample::adeyemi};
        filter.people = {sample::board};
        filter.kind = QuoteKind::Indirect;
        filter.act = QuoteAct::Thought;
        filter.text = QStringLiteral("the board");
        filter.minimumConfidence = 0.5F;
        filter.check = CheckState::Unchecked;
        filter.withoutSpeaker = true;
        filter.doubtful = true;
        filter.days = DayRange{*parseDate("2021-05-31"), *parseDate("2021-06-30")};
        return filter;
    }
    void tabTo(const QWidget* wanted) {
        for (int i = 0; i < 60 && QApplication::focusWidget() != wanted; ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), wanted);
    }

private slots:
    void initTestCase() { applyTheme(Theme::Light); }

    void init() { openWindow(quoth::test::sampleDocument()); }
    void cleanup() { m_window.reset(); }

    void everyPartIsInWords() {
        const Filter filter = everything();
        const auto document = quoth::test::sampleDocument();
        QStringList texts;
        for (const FilterPart& part : filterParts(*document, filter))
            texts << part.text;
        QCOMPARE(texts, QStringList({"Speaker Tom Adeyemi", "About harbour board",
                                     "Dated 31 May – 30 Jun 2021", "Words “the board”",
                                     "State not checked", "Doubtful only", "Unknown speaker",
                                     "Kind indirect", "Act thought", "At least 50 % sure"}));
        QVERIFY(filterParts(*document, {}).empty());
    }

    // Taken off one by one, in any order, they leave an open filter.
    void partsTakeOffWhatTheySay() {
        const auto document = quoth::test::sampleDocument();
        for (const bool fromTheEnd : {false, true}) {
            Filter filter = everything();
            for (std::size_t left = 10; left > 0; --left) {
                const auto parts = filterParts(*document, filter);
                QCOMPARE(parts.size(), left);
                filter = (fromTheEnd ? parts.back() : parts.front()).without;
            }
            QVERIFY(filter.isOpen());
        }
    }

    void manyNamesAreOnePart() {
        quoth::test::DocumentBuilder b("Nothing was said.");
        Filter filter;
        for (int i = 0; i < 9; ++i)
            filter.speakers.insert(b.entity(EntityType::Person, "N" + std::to_string(i), {}));
        const auto document = b.build();
        const auto parts = filterParts(*document, filter);
        QCOMPARE(parts.size(), std::size_t{7});
        QCOMPARE(parts.back().text, QStringLiteral("3 more speakers"));
        QCOMPARE(parts.back().without.speakers.size(), std::size_t{6});
        QCOMPARE(filterParts(*document, parts.front().without).size(), std::size_t{7});
        filter.people = std::exchange(filter.speakers, {});
        QCOMPARE(filterParts(*document, filter).back().text, QStringLiteral("about 3 more names"));
    }

    void hiddenWithoutAFilter() {
        QVERIFY(!bar().isVisible());
        state().toggleSpeaker(sample::adeyemi);
        QVERIFY(bar().isVisible());
        QVERIFY(!clearAll().isVisible()); // one is taken off by its chip
        QCOMPARE(names(), QStringList("Remove filter: Speaker Tom Adeyemi"));
        state().toggleSpeaker(sample::adeyemi);
        QVERIFY(!bar().isVisible());
        state().toggleSpeaker(sample::adeyemi);
        state().setDocument(nullptr);
        QVERIFY(!bar().isVisible());
    }

    void aClickTakesOneAway() {
        state().setFilter(everything());
        QCOMPARE(chips().size(), 10);
        QTest::mouseClick(chips()[1], Qt::LeftButton);
        QCOMPARE(chips().size(), 9);
        QVERIFY(state().filter().people.empty());
        QVERIFY(!bar().isAncestorOf(QApplication::focusWidget()));
        QTest::mouseClick(&clearAll(), Qt::LeftButton);
        QVERIFY(state().filter().isOpen());
        QVERIFY(!bar().isVisible());
    }

    void theKeyboardReachesAndTakesAway_data() {
        QTest::addColumn<Qt::Key>("key");
        QTest::newRow("Space") << Qt::Key_Space;
        QTest::newRow("Return") << Qt::Key_Return;
        QTest::newRow("Enter") << Qt::Key_Enter;
        QTest::newRow("Delete") << Qt::Key_Delete;
    }
    void theKeyboardReachesAndTakesAway() {
        QFETCH(Qt::Key, key);
        Filter filter;
        filter.speakers = {sample::vartanen, sample::adeyemi};
        filter.text = QStringLiteral("the");
        state().setFilter(filter);
        m_window->article().setFocus();
        tabTo(chips()[0]);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), chips()[2]);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), &clearAll());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), &m_window->article());

        // The one after it has the focus then, the last one's the one before, at last the article.
        tabTo(chips()[1]);
        QTest::keyClick(QApplication::focusWidget(), key);
        QCOMPARE(state().filter().speakers, std::set<EntityId>{sample::vartanen});
        QCOMPARE(QApplication::focusWidget(), chips()[1]);
        QTest::keyClick(QApplication::focusWidget(), key);
        QVERIFY(state().filter().text.isEmpty());
        QCOMPARE(QApplication::focusWidget(), chips()[0]);
        QTest::keyClick(QApplication::focusWidget(), key);
        QVERIFY(state().filter().isOpen());
        QCOMPARE(QApplication::focusWidget(), &m_window->article());
    }

    void clearAllByKey() {
        state().setFilter(everything());
        m_window->article().setFocus();
        tabTo(&clearAll());
        QTest::keyClick(&clearAll(), Qt::Key_Return);
        QVERIFY(state().filter().isOpen());
        QCOMPARE(QApplication::focusWidget(), &m_window->article());
    }

    void theFocusShows() {
        state().toggleSpeaker(sample::adeyemi);
        const QColor ring = chipColours(m_window->palette(), false).focus;
        QVERIFY(!contains(chips()[0]->grab().toImage(), ring));
        tabTo(chips()[0]);
        QVERIFY(contains(chips()[0]->grab().toImage(), ring));
    }

    // The chips come and go over the same text: a second click meets what the first one met.
    void theTextKeepsItsPlace_data() {
        QTest::addColumn<int>("scrolled");
        QTest::newRow("at the top") << 0;
        QTest::newRow("within") << 57;
    }
    void theTextKeepsItsPlace() {
        QFETCH(int, scrolled);
        m_window->resize(1300, 700);
        QCoreApplication::processEvents();
        ArticleView& article = m_window->article();
        article.verticalScrollBar()->setValue(scrolled);
        const auto place = [&] {
            const QPoint at =
                article.characterRect(positionOf(article, QStringLiteral("Tom Adeyemi"))).center();
            return article.viewport()->mapTo(m_window.get(), at);
        };
        const QPoint before = place();
        clickOn(article, QStringLiteral("Tom Adeyemi"));
        QTRY_VERIFY(bar().isVisible() && bar().height() > 20);
        QCoreApplication::processEvents();
        QCOMPARE(place(), before);
        clickOn(article, QStringLiteral("Tom Adeyemi"));
        QVERIFY(state().filter().isOpen());
        QCoreApplication::processEvents();
        QCOMPARE(place(), before);
        QCOMPARE(article.verticalScrollBar()->value(), scrolled);
    }

    // However long a name and however many chips: all in the window, none over another.
    void longNamesAreElidedAndRowsWrap() {
        quoth::test::DocumentBuilder b = quoth::test::sampleBuilder();
        b.parts.entities[1].name =
            "The United Harbour Workers’ and Crane Drivers’ Confederation of "
            "the Northern and Eastern Ports";
        showDocument(b.build());
        m_window->resize(780, 600);
        QCoreApplication::processEvents();
        const int width = m_window->width();
        state().setFilter(everything());
        QCoreApplication::processEvents();
        QCOMPARE(m_window->width(), width);
        const auto all = chips();
        QCOMPARE(all.size(), 10);
        for (int i = 0; i < all.size(); ++i) {
            QVERIFY(bar().rect().contains(all[i]->geometry()));
            for (int j = 0; j < i; ++j)
                QVERIFY(!all[i]->geometry().intersects(all[j]->geometry()));
        }
        QVERIFY(all[9]->y() > all[0]->y());
        QVERIFY(names()[0].endsWith(QStringLiteral("Eastern Ports")));
    }
};

QTEST_MAIN(TestFilterChips)
#include "test_filter_chips.moc"

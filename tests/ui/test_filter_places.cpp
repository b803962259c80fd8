// A filter goes to what it found: words searched for, days brushed, quotes without a speaker.
#include "tests/support/editing_fixture.h"
#include "tests/support/sample_document.h"
#include "ui/reader/filter_places.h"
#include "ui/timeline/timeline_items.h"
#include "ui/timeline/timeline_view.h"

#include <QListView>
#include <QPushButton>
#include <QScrollBar>

using namespace quoth;
using namespace quoth::ui;
using namespace quoth::ui::test;
namespace sample = quoth::test::sample;

namespace {

// The sample with so much between its beginning and its end that never both are in view.
quoth::test::DocumentBuilder longSample() {
    quoth::test::DocumentBuilder b = quoth::test::sampleBuilder();
    const std::size_t at = b.parts.article.text.find("Repairs were");
    std::string filling;
    for (int i = 0; i < 60; ++i)
        filling += "Nothing else was heard from the harbour on any of those long days.\n\n";
    b.parts.article.text.insert(at, filling);
    const auto shift = [&](Span& span) {
        if (span.begin < at) return;
        span.begin += static_cast<std::uint32_t>(filling.size());
        span.end += static_cast<std::uint32_t>(filling.size());
    };
    for (Block& block : b.parts.blocks)
        shift(block.span);
    for (Span& sentence : b.parts.sentences)
        shift(sentence);
    for (Quote& quote : b.parts.quotes)
        for (std::vector<Span>* spans : {&quote.content, &quote.cue, &quote.source})
            for (Span& span : *spans)
                shift(span);
    for (TimeExpression& time : b.parts.times)
        shift(time.span);
    for (Event& event : b.parts.events)
        shift(event.trigger);
    return b;
}

} // namespace

class TestFilterPlaces : public EditingTest {
    Q_OBJECT

    ViewState& state() { return m_window->state(); }
    ArticleView& article() { return m_window->article(); }
    QLineEdit& search() {
        return *m_window->findChild<QDockWidget*>(QStringLiteral("quotesDock"))
                    ->findChild<QLineEdit*>();
    }
    QString hit() {
        const auto places = searchedPlaces(state(), article().articleText());
        const TextRange at = places.at(static_cast<std::size_t>(article().findIndex()));
        return article().articleText().text.mid(at.begin, at.end - at.begin + 8);
    }
    bool isInView(const char* words) {
        const int at = positionOf(article(), QString::fromUtf8(words));
        return article().viewport()->rect().contains(article().characterRect(at));
    }
    bool isMarked(const char* words, int letters, bool current) {
        return contains(pictureOf(article(), QString::fromUtf8(words), letters),
                        findHitGround(m_window->palette(), current));
    }
    // By the reader, so that nothing holds the article where it was opened.
    void scroll(Qt::Key key) {
        QTest::keyClick(&article(), key);
        QCoreApplication::processEvents();
    }
    // By the mouse, along the timeline's axis, over one item.
    void brushOver(EventId event) {
        auto* view = m_window->findChild<TimelineView*>();
        view->showAll();
        const auto& dated = view->items().dated;
        const auto item = std::find_if(dated.begin(), dated.end(), [&](const TimelineItem& each) {
            return each.standsFor(event);
        });
        QVERIFY(item != dated.end());
        const QRectF rect = view->rectOf(static_cast<std::size_t>(item - dated.begin()));
        const int axis = view->viewport()->height() - 10;
        const QPoint from(static_cast<int>(rect.left()) - 6, axis);
        const QPoint to(static_cast<int>(rect.right()) + 6, axis);
        QTest::mousePress(view->viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(view->viewport(), (from + to) / 2);
        QTest::mouseMove(view->viewport(), to);
        QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, to);
    }

private slots:
    void initTestCase() { applyTheme(Theme::Light); }
    void init() { openWindow(longSample().build()); }
    void cleanup() { m_window.reset(); }

    void findsWordsInQuotesAndNames() {
        Filter filter;
        filter.text = QStringLiteral("the people");
        state().setFilter(filter);
        QCOMPARE(searchedPlaces(state(), article().articleText()).size(), std::size_t{1});
        // Named in the source, called "He" there, named again.
        filter.text = QStringLiteral("ADEYEMI");
        state().setFilter(filter);
        QCOMPARE(state().shownQuotes().size(), std::size_t{3});
        QStringList words;
        for (const TextRange& at : searchedPlaces(state(), article().articleText()))
            words << article().articleText().text.mid(at.begin, at.end - at.begin);
        QCOMPARE(words, QStringList({"Adeyemi", "He", "Adeyemi"}));
        filter.text = QStringLiteral("  ");
        state().setFilter(filter);
        QVERIFY(searchedPlaces(state(), article().articleText()).empty());
        // Straight for curly, as when finding.
        filter.text = QStringLiteral("fishers' association");
        state().setFilter(filter);
        QCOMPARE(state().shownQuotes(), std::vector{sample::mistake});
    }

    void aSearchGoesToItsFirstHit() {
        QVERIFY(!isInView("“Shame!”"));
        search().setFocus();
        QTest::keyClicks(&search(), QStringLiteral("shame"));
        QTRY_VERIFY(isInView("“Shame!”"));
        QVERIFY(isMarked("Shame!", 5, true));
        QCOMPARE(article().findCount(), 1);
        QCOMPARE(QApplication::focusWidget(), &search());
        // From the end, up again.
        scroll(Qt::Key_End);
        search().selectAll();
        QTest::keyClicks(&search(), QStringLiteral("money"));
        QTRY_VERIFY(isInView("money,"));
        QVERIFY(isMarked("money,", 5, true));
        search().clear();
        QCOMPARE(article().findCount(), 0);
        QVERIFY(!isMarked("money,", 5, true));
    }

    void returnStepsThroughHits() {
        search().setFocus();
        QTest::keyClicks(&search(), QStringLiteral("adeyemi"));
        QCOMPARE(article().findCount(), 3);
        QCOMPARE(article().findIndex(), 0);
        QVERIFY(isMarked("Adeyemi believes", 7, false));
        QTest::keyClick(&search(), Qt::Key_Return);
        QCOMPARE(hit(), QStringLiteral("He said no"));
        QTest::keyClick(&search(), Qt::Key_Return);
        QVERIFY(isMarked("Adeyemi believes", 7, true));
        QTest::keyClick(&search(), Qt::Key_Enter); // round
        QCOMPARE(article().findIndex(), 0);
        QTest::keyClick(&search(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(article().findIndex(), 2);
        QTest::keyClick(&search(), Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(article().findIndex(), 1);
        QCOMPARE(state().filter().text, QStringLiteral("adeyemi"));
    }

    // One set of marks: the last search's.
    void theLatestSearchHasTheMarks() {
        auto* bar = m_window->findChild<FindBar*>();
        auto* find = m_window->findChild<QLineEdit*>(QStringLiteral("findText"));
        search().setFocus();
        QTest::keyClicks(&search(), QStringLiteral("adeyemi"));
        QTest::keyClick(&search(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(bar->isVisible());
        QTest::keyClicks(find, QStringLiteral("harbour"));
        QVERIFY(article().findCount() > 60); // in the whole article
        QTest::keyClick(find, Qt::Key_Escape);
        QCOMPARE(article().findCount(), 3);

        QTest::keyClick(&article(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(article().findCount() > 60);
        QTest::keyClick(&search(), Qt::Key_Return);
        QCOMPARE(article().findCount(), 3);
        QVERIFY(!bar->isVisible());
        QTest::keyClick(&article(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(bar->isVisible());
        QTest::keyClicks(&search(), QStringLiteral(" "));
        QTest::keyClick(&search(), Qt::Key_Backspace);
        QCOMPARE(article().findCount(), 3);
        QVERIFY(!bar->isVisible());
    }

    void theListMarksTheWords() {
        auto* list = m_window->findChild<QListView*>(QStringLiteral("quotes"));
        const QColor mark = findHitGround(m_window->palette(), false);
        QVERIFY(!contains(list->viewport()->grab().toImage(), mark));
        for (const char* words : {"money", "Vartanen"}) {
            Filter filter;
            filter.text = QString::fromUtf8(words);
            state().setFilter(filter);
            QCoreApplication::processEvents();
            QVERIFY2(contains(list->viewport()->grab().toImage(), mark), words);
        }
    }

    void brushedDaysGoToTheirExpression() {
        scroll(Qt::Key_Home);
        QVERIFY(!isInView("between 3 May"));
        brushOver(sample::promise);
        QVERIFY(state().filter().days);
        QVERIFY(state().shownQuotes().empty()); // nothing but the date itself
        QTRY_VERIFY(isInView("between 3 May"));
        QVERIFY(isMarked("between 3 May", 7, false));
        QTest::keyClick(m_window->findChild<TimelineView*>(), Qt::Key_Escape);
        QVERIFY(!isMarked("between 3 May", 7, false));
    }

    void brushedDaysGoToTheFirstQuote() {
        scroll(Qt::Key_End);
        Filter filter;
        filter.days = DayRange{*parseDate("2021-06-02"), *parseDate("2021-06-03")};
        state().setFilter(filter);
        QCOMPARE(state().shownQuotes(), std::vector{sample::reverse});
        QTRY_VERIFY(isInView("that the board will"));
        QVERIFY(isMarked("June 2021", 4, false));
    }

    // An event that the reader dated has no expression: its word shows where it is.
    void brushedDaysOfTheReadersGoToTheEvent() {
        auto b = longSample();
        b.parts.events[sample::removal.value].value = "1999-01-02";
        showDocument(b.build());
        Filter filter;
        filter.days = DayRange{*parseDate("1999-01-01"), *parseDate("1999-01-31")};
        state().setFilter(filter);
        QTRY_VERIFY(isInView("removed"));
        QVERIFY(isMarked("removed", 7, false));
    }

    // What is in view already stays there, and so does the view when a correction is made.
    void staysWhereSomethingIsInView() {
        scroll(Qt::Key_Down);
        state().toggleSpeaker(sample::adeyemi);
        QCoreApplication::processEvents();
        QVERIFY(isInView("that the closure"));
        scroll(Qt::Key_End);
        const int before = article().verticalScrollBar()->value();
        state().setDocument(longSample().build(), true);
        QTest::qWait(250); // longer than scrolling takes
        QCOMPARE(article().verticalScrollBar()->value(), before);
    }

    void aNameThatIsInNoQuoteIsShown() {
        scroll(Qt::Key_End);
        QTRY_VERIFY(!isInView("Port Ellery"));
        state().togglePerson(sample::portEllery);
        QVERIFY(state().shownQuotes().empty());
        QTRY_VERIFY(isInView("Port Ellery"));
    }

    void quotesWithoutSpeakerAreShown() {
        QTest::keyClick(&article(), Qt::Key_2, Qt::ControlModifier);
        auto* button = m_window->findChild<QPushButton*>(QStringLiteral("unattributed"));
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(state().selectedQuote(), std::optional(sample::shame));
        QVERIFY(state().filter().withoutSpeaker);
        QTRY_VERIFY(isInView("“Shame!”"));
    }
};

QTEST_MAIN(TestFilterPlaces)
#include "test_filter_places.moc"

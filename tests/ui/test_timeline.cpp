// The timeline: what it shows, and the view that a reader drives by mouse and keys.
#include "tests/support/sample_document.h"
#include "tests/support/translated.h"
#include "ui/timeline/time_scale.h"
#include "ui/timeline/timeline_items.h"
#include "ui/timeline/timeline_layout.h"
#include "ui/timeline/timeline_panel.h"
#include "ui/timeline/timeline_table.h"
#include "ui/timeline/timeline_view.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/panel_style.h"

#include <QListView>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace quoth;
using namespace quoth::ui;
namespace sample = quoth::test::sample;

namespace {

int dayOf(const char* iso) {
    return dayNumber(*parseDate(iso));
}

struct Window {
    ViewState state;
    TimelinePanel panel{&state};
    TimelineView* view = panel.findChild<TimelineView*>();
    EmptyState* empty = panel.findChild<EmptyState*>();

    explicit Window(std::shared_ptr<const Document> document = test::sampleDocument()) {
        state.setDocument(std::move(document));
        panel.resize(800, 240);
        panel.show();
        view->showAll();
    }
    std::size_t indexOf(std::variant<EventId, QuoteId> id) const {
        const auto& dated = view->items().dated;
        return static_cast<std::size_t>(
            std::find_if(dated.begin(), dated.end(), [&](const auto& i) { return i.id == id; }) -
            dated.begin());
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mousePress(view->viewport(), Qt::LeftButton, modifiers, from);
        QTest::mouseMove(view->viewport(), (from + to) / 2);
        QTest::mouseMove(view->viewport(), to);
        QTest::mouseRelease(view->viewport(), Qt::LeftButton, modifiers, to);
    }
};

} // namespace

class TestTimeline : public QObject {
    Q_OBJECT

private slots:
    // --- the items

    void collectsWhatHasDays() {
        const auto document = test::sampleDocument();
        const TimelineItems items = timelineItems(*document);
        QStringList found;
        for (const TimelineItem& item : items.dated)
            found << QString::fromStdString(item.value->toString()) + QLatin1Char(' ') + item.label;
        QCOMPARE(found, QStringList({"2019 a dispute that began",
                                     "2020-05-03/2020-08-09 Repairs were promised",
                                     "2021-05-18 The harbour board voted to close Pier Nine",
                                     "2021-05-18 board chair Ines Vartanen told reporters",
                                     "2021-06 the board will reverse the vote",
                                     "2021-05-18 Ines Vartanen", "2021-06 Tom Adeyemi"}));
        QCOMPARE(items.events, std::size_t{5});
        QCOMPARE(items.undated, std::vector<EventId>({sample::inspection, sample::removal}));
        QCOMPARE(items.dated[0].precision, Precision::Fuzzy);
        QCOMPARE(items.dated[1].precision, Precision::Stretch);
        QCOMPARE(itemSentence(*document, items.dated[1]),
                 QStringLiteral("Repairs were promised between 3 May 2020 and 9 August 2020 but "
                                "never started."));
    }

    void placesTimesOfDayWithinTheDay() {
        test::DocumentBuilder b("It rang at 6am on 18 May 2021, and all morning. It has rung since "
                                "2016.");
        b.sentence("It rang", "morning.");
        b.sentence("It has", "2016.");
        b.parts.article.published = *parseDate("2021-05-20");
        const TimeId six = b.time(b.at("6am on 18 May 2021"), "2021-05-18T06:00", TimeType::Time);
        const TimeId morning = b.time(b.at("morning"), "2021-05-18TMO", TimeType::Time);
        const TimeId since = b.time(b.at("2016"), "2016");
        b.event(b.at("rang"), six, {}, "It rang at 6am");
        b.parts.events.back().value = "2021-05-18";
        b.event(b.at("all"), morning, {}, "all morning");
        b.parts.events.back().value = "2021-05-18";
        b.event(b.at("rung"), since, {}, "It has rung since 2016");
        b.parts.events.back().value = "2016/2021";
        const auto document = b.build();
        const TimelineItems items = timelineItems(*document);
        QVERIFY(items.hours);
        const double day = dayOf("2021-05-18");
        QVERIFY(items.dated[0].openEnd);
        QCOMPARE(items.dated[1].begin, day + 0.25);
        QCOMPARE(items.dated[1].end, day + 0.25);
        QCOMPARE(items.dated[1].precision, Precision::Moment);
        QCOMPARE(items.dated[2].begin, day + 0.25);
        QCOMPARE(items.dated[2].end, day + 0.5);
        QCOMPARE(items.dated[2].precision, Precision::Fuzzy);

        Window window(document);
        for (int i = 0; i < 40; ++i)
            window.view->zoom(1.5);
        QCOMPARE(window.view->scale().pixelsPerDay, TimeScale::largest);
        QVERIFY(!timelineItems(*test::sampleDocument()).hours);
    }

    void aDecadeIsSomeTimeWithinIt() {
        test::DocumentBuilder b("It may open in the 2030s.");
        b.parts.article.published = *parseDate("2021-05-20");
        b.event(b.at("open"), b.time(b.at("the 2030s"), "203X"), {}, "It may open");
        b.parts.events.back().value = "2030/2039";
        const TimelineItems items = timelineItems(*b.build());
        QCOMPARE(items.dated[0].precision, Precision::Fuzzy);
        QVERIFY(!items.dated[0].openEnd);
    }

    void aSeasonIsSomeTimeWithinIt() {
        for (const char* season : {"2020-SP", "2020-SU", "2020-FA", "2020-WI"}) {
            test::DocumentBuilder b("It opened that season.");
            b.event(b.at("opened"), b.time(b.at("that season"), season), {}, "It opened");
            const TimelineItems items = timelineItems(*b.build());
            QCOMPARE(items.dated[0].precision, Precision::Fuzzy);
        }
    }

    // --- the view

    void aClickSelectsAndSelectionFollows() {
        Window window;
        const std::size_t promise = window.indexOf(sample::promise);
        QTest::mouseClick(window.view->viewport(), Qt::LeftButton, {},
                          window.view->rectOf(promise).center().toPoint());
        QCOMPARE(window.state.selectedEvent(), std::optional(sample::promise));
        window.state.select(sample::money);
        QCOMPARE(window.view->current(), std::optional(window.indexOf(sample::money)));
        window.state.select(sample::vartanen);
        QVERIFY(!window.view->current());
    }

    void keysWalkThroughItems() {
        Window window;
        const auto key = [&](Qt::Key k) { QTest::keyClick(window.view, k); };
        key(Qt::Key_Right);
        QCOMPARE(window.state.selectedEvent(), std::optional(sample::dispute));
        key(Qt::Key_Right);
        QCOMPARE(window.state.selectedEvent(), std::optional(sample::promise));
        key(Qt::Key_End);
        QCOMPARE(window.state.selectedEvent(), std::optional(sample::reversal));
        key(Qt::Key_Right);
        QCOMPARE(window.state.selectedEvent(), std::optional(sample::reversal));
        key(Qt::Key_Down);
        QCOMPARE(window.state.selectedQuote(), std::optional(sample::reverse));
        key(Qt::Key_Home);
        QCOMPARE(window.state.selectedQuote(), std::optional(sample::money));
        key(Qt::Key_Up);
        QVERIFY(window.state.selectedEvent().has_value());
        QVERIFY(window.view->accessibleDescription().contains(QStringLiteral("2021")));
    }

    void keysLeaveOutWhatTheFilterDoes() {
        Window window;
        window.state.toggleSpeaker(sample::vartanen);
        QTest::keyClick(window.view, Qt::Key_Right);
        QCOMPARE(window.state.selectedEvent(), std::optional(sample::told));
    }

    void wheelZoomsAtThePointerAndPans() {
        Window window;
        const TimeScale before = window.view->scale();
        const QPointF at(400, 60);
        const auto wheel = [&](Qt::KeyboardModifiers modifiers) {
            QWheelEvent event(at, window.view->viewport()->mapToGlobal(at), {}, {0, 120},
                              Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
            QApplication::sendEvent(window.view->viewport(), &event);
        };
        wheel(Qt::ControlModifier);
        const TimeScale zoomed = window.view->scale();
        QVERIFY(zoomed.pixelsPerDay > before.pixelsPerDay);
        wheel({});
        QVERIFY(window.view->scale().origin < zoomed.origin);
        QCOMPARE(window.view->scale().pixelsPerDay, zoomed.pixelsPerDay);
    }

    void brushSetsAndEscapeClearsTheDays() {
        Window window;
        const QRectF promise = window.view->rectOf(window.indexOf(sample::promise));
        const int axis = window.view->viewport()->height() - 10;
        window.drag({static_cast<int>(promise.left()) - 6, axis},
                    {static_cast<int>(promise.right()) + 6, axis});
        const auto days = window.state.filter().days;
        QVERIFY(days.has_value());
        QVERIFY(days->first < *parseDate("2020-05-03") && days->last > *parseDate("2020-08-09"));
        QVERIFY(window.state.passes(sample::promise));
        QVERIFY(!window.state.passes(sample::vote));
        QTest::keyClick(window.view, Qt::Key_Escape);
        QVERIFY(!window.state.filter().days);
        // Shift+drag over the lanes does the same; a click on the axis clears.
        window.drag({200, 60}, {300, 60}, Qt::ShiftModifier);
        QVERIFY(window.state.filter().days);
        QTest::mouseClick(window.view->viewport(), Qt::LeftButton, {}, {250, axis});
        QVERIFY(!window.state.filter().days);
    }

    void theTrayKeepsWhatPasses() {
        Window window;
        auto* undated = window.panel.findChild<QToolButton*>(QStringLiteral("undated"));
        window.state.togglePerson(sample::vartanen);
        QVERIFY(!undated->isVisible());
        window.state.clear();
        QVERIFY(undated->isVisible());
    }

    void aRetoldHappeningPassesByAnyOfItsMentions() {
        test::DocumentBuilder b("Ann Lee resigned on 18 May 2021. The resignation surprised all.");
        const EntityId ann =
            b.entity(EntityType::Person, "Ann Lee", {{b.at("Ann Lee"), MentionKind::Name}});
        b.event(b.at("resigned"), std::nullopt, {ann}, "Ann Lee resigned");
        b.event(b.at("resignation"), b.time(b.at("18 May 2021"), "2021-05-18"), {},
                "The resignation");
        b.parts.events.back().same = EventId{0};
        const auto document = b.build();
        const TimelineItems items = timelineItems(*document);
        QCOMPARE(items.dated.size(), std::size_t{1});
        ViewState state;
        state.setDocument(document);
        state.togglePerson(ann);
        QVERIFY(items.dated.front().passes(state));
    }

    void theStartFitsTheWidth() {
        ViewState state;
        TimelinePanel panel(&state);
        const auto* view = panel.findChild<TimelineView*>();
        panel.resize(200, 240);
        panel.show();
        state.setDocument(test::sampleDocument());
        const double narrow = view->scale().pixelsPerDay;
        panel.resize(1000, 240);
        QVERIFY(view->scale().pixelsPerDay > 3 * narrow);
        const double lastDay = view->scale().day(view->viewport()->width());
        QVERIFY(lastDay < dayOf("2023-01-01"));
    }

    void resizingKeepsTheDaysInSight() {
        Window window;
        window.view->zoom(6);
        const TimeScale before = window.view->scale();
        const int width = window.view->viewport()->width();
        window.panel.resize(1200, 240);
        QCOMPARE(window.view->scale().origin, before.origin);
        QCOMPARE(window.view->scale().day(window.view->viewport()->width()), before.day(width));
    }

    void dragPansWithoutSelecting() {
        Window window;
        window.view->zoom(4);
        const TimeScale before = window.view->scale();
        window.drag({400, 60}, {480, 60});
        QVERIFY(window.view->scale().origin < before.origin);
        QVERIFY(std::holds_alternative<std::monostate>(window.state.selection()));
    }

    void undatedEventsAreListed() {
        Window window;
        auto* undated = window.panel.findChild<QToolButton*>(QStringLiteral("undated"));
        QVERIFY(undated->text().startsWith(QStringLiteral("2 ")));
        undated->click();
        auto* list = window.panel.findChild<QListView*>();
        QVERIFY(list);
        QCOMPARE(list->model()->rowCount(), 2);
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(window.state.selectedEvent(), std::optional(sample::removal));
    }

    void tableShowsTheSame() {
        Window window;
        auto* table = window.panel.findChild<TimelineTable*>();
        QCOMPARE(table->model()->rowCount(), 0); // nothing is kept for a table that is not shown
        window.panel.showTable(true);
        QVERIFY(table->isVisible());
        const TimelineItems& items = window.view->items();
        QCOMPARE(table->model()->rowCount(),
                 static_cast<int>(items.dated.size() + items.undated.size()));
        const auto cell = [&](int row, int column) {
            return table->model()->index(row, column).data().toString();
        };
        QCOMPARE(cell(0, TimelineTableModel::When), QStringLiteral("2019"));
        QCOMPARE(cell(table->model()->rowCount() - 1, TimelineTableModel::When),
                 QStringLiteral("undated"));

        table->setFocus();
        QVERIFY(std::holds_alternative<std::monostate>(window.state.selection()));
        QTest::keyClick(table, Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(table, Qt::Key_Down);
        QVERIFY(!std::holds_alternative<std::monostate>(window.state.selection()));
        window.state.select(sample::removal);
        QCOMPARE(cell(table->currentIndex().row(), TimelineTableModel::When),
                 QStringLiteral("undated"));

        Filter filter;
        filter.speakers = {sample::fishers};
        window.state.setFilter(filter);
        for (int row = 0; row < table->model()->rowCount(); ++row)
            QVERIFY(cell(row, TimelineTableModel::Who).contains(QStringLiteral("Fishers")));
        window.state.setDocument(nullptr);
        QCOMPARE(table->model()->rowCount(), 0);
    }

    void oneHappeningIsOneMark() {
        test::DocumentBuilder b("A deal was signed on 4 May 2021. The signing took an hour.");
        const EventId first = b.event(b.at("signed"), b.time(b.at("4 May 2021"), "2021-05-04"), {},
                                      "A deal was signed");
        const EventId again = b.event(b.at("signing"), {}, {}, "The signing took an hour");
        b.parts.events.back().same = first;
        Window window(b.build());
        QCOMPARE(window.view->items().dated.size(), std::size_t{1});
        QVERIFY(window.view->items().undated.empty());
        QVERIFY(itemFacts(*window.state.document(), window.view->items().dated[0])
                    .contains(QStringLiteral("told 2 times")));
        window.state.select(again);
        QCOMPARE(window.view->current(), std::optional<std::size_t>(0));
    }

    void statusLooksDifferent() {
        QSet<QByteArray> pictures;
        for (const EventStatus status : {EventStatus::Happened, EventStatus::Planned,
                                         EventStatus::Possible, EventStatus::Negated}) {
            test::DocumentBuilder b("They met on 4 May 2021.");
            b.event(b.at("met"), b.time(b.at("4 May 2021"), "2021-05-04"), {}, "They met");
            b.parts.events.back().status = status;
            pictures << Window(b.build()).view->picture(TimelineView::Picture::Png);
        }
        QCOMPARE(pictures.size(), 4);
    }

    void picturesOfTheTimeline() {
        Window window;
        const QByteArray svg = window.view->picture(TimelineView::Picture::Svg);
        QVERIFY(svg.startsWith("<?xml") && svg.trimmed().endsWith("</svg>"));
        QVERIFY(svg.contains("2020")); // the axis is text
        QImage png;
        QVERIFY(png.loadFromData(window.view->picture(TimelineView::Picture::Png), "PNG"));
        QCOMPARE(png.size(), window.view->viewport()->size() * 2);
    }

    void saysWhyItIsEmpty() {
        Window window(nullptr);
        QVERIFY(window.empty->isVisible());
        QCOMPARE(window.empty->message(), QStringLiteral("No article"));
        test::DocumentBuilder plain("It rained yesterday.");
        window.state.setDocument(plain.build());
        QCOMPARE(window.empty->message(), QStringLiteral("No dated events yet"));
        test::DocumentBuilder relative("It rained yesterday.");
        relative.time(relative.at("yesterday"), "");
        window.state.setDocument(relative.build());
        QCOMPARE(window.empty->message(),
                 QStringLiteral("No dated events yet. “yesterday” waits for the article’s date."));
    }

    void labelsKeepWithinTheView() {
        TimelineMark point{100, 110, 80};
        const auto whole = labelInView(point, 0, 400);
        QVERIFY(whole);
        QCOMPARE(whole->left, 114.0);
        QCOMPARE(whole->width, 80.0);
        QCOMPARE(labelInView(point, 0, 170)->width, 50.0); // cut before the edge, with an ellipsis
        QVERIFY(!labelInView(point, 0, 140));              // too little would be left
        QVERIFY(!labelInView(point, 120, 400));            // its beginning would be missing
        TimelineMark bar{100, 500, 80};
        bar.bar = true;
        QCOMPARE(labelInView(bar, 200, 600)->left, 206.0); // stays in sight while the bar lasts
        QVERIFY(!labelInView(bar, 480, 600));
        TimelineMark brief{100, 110, 20}; // shorter than what is worth cutting
        QCOMPARE(labelInView(brief, 0, 400)->width, 20.0);
    }

    void noGridLineRunsThroughALabel() {
        Window window;
        const QImage image = window.view->viewport()->grab().toImage();
        const QColor line = hairline(window.view->palette());
        const QFontMetricsF metrics(window.view->font());
        const auto& items = window.view->items().dated;
        int lines = 0;
        for (std::size_t i = 0; i < window.view->items().events; ++i) {
            if (items[i].precision != Precision::Day) continue;
            const QRectF mark = window.view->rectOf(i);
            const double from = mark.right() + 5;
            const double to = from + metrics.horizontalAdvance(items[i].label) - 10;
            for (int x = qRound(from); x < std::min(qRound(to), image.width() - 60); ++x) {
                const bool grid = image.pixelColor(x, 0) == line;
                lines += grid;
                const auto y = qRound(mark.center().y());
                if (grid)
                    for (int dy = -4; dy <= 4; ++dy)
                        QVERIFY(image.pixelColor(x, y + dy) != line);
            }
            if (lines > 0) break;
        }
        QVERIFY(lines > 0); // or the test would see nothing
    }

    void undatedOnesHappenOrAreToHappen() {
        test::DocumentBuilder b("They met, may sing, will dance, never slept, feared. They met.");
        const auto event = [&](const char* word, EventStatus status, EventClass eventClass) {
            const EventId id = b.event(b.at(word), {}, {}, std::string("They ") + word);
            b.parts.events[id.value].status = status;
            b.parts.events[id.value].eventClass = eventClass;
            return id;
        };
        using enum EventStatus;
        using enum EventClass;
        const EventId met = event("met", Happened, Occurrence);
        event("sing", Possible, Occurrence);
        const EventId dance = event("dance", Planned, Occurrence);
        event("slept", Negated, Occurrence);
        event("feared", Happened, State);
        b.event(b.at("met", 1), {}, {}, "They met"); // the same words again
        QCOMPARE(timelineItems(*b.build()).undated, std::vector<EventId>({met, dance}));
    }

    void bareNumbersDateNothing() {
        test::DocumentBuilder b("They met from 5 to 9 August and on Friday.");
        const TimeId five = b.time(b.at("5"), "2023-08-05");
        const TimeId friday = b.time(b.at("Friday"), "2023-08-11");
        b.event(b.at("met"), five, {}, "They met");
        b.event(b.at("They"), friday, {}, "They");
        const auto document = b.build();
        QCOMPARE(datingWords(*document, EventId{0}), QString());
        QCOMPARE(datingWords(*document, EventId{1}), QStringLiteral("Friday"));
    }

    void paintsEveryState() {
        Window window;
        for (const char* days : {"", "2020-06-01"}) {
            Filter filter;
            if (*days) filter.days = DayRange{*parseDate(days), *parseDate("2021-05-18")};
            window.state.setFilter(filter);
            for (const QSize size : {QSize(1200, 400), QSize(280, 120), QSize(60, 40)}) {
                window.panel.resize(size);
                QCOMPARE(window.panel.grab().deviceIndependentSize().toSize().width() > 0, true);
            }
        }
    }
};

QTEST_MAIN(TestTimeline)
#include "test_timeline.moc"

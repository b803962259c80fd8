// Where the timeline's marks and labels stand: rows, clusters, cut labels, nothing overlapping.
#include "ui/timeline/time_scale.h"
#include "ui/timeline/timeline_layout.h"

#include <QTest>

using namespace quoth;
using namespace quoth::ui;

namespace {

TimelineItem point(int day) {
    return {TimelineLane::Events,
            EventId{},
            static_cast<double>(day),
            day + 1.0,
            Precision::Day,
            {},
            {}};
}
TimelineItem bar(int first, int last) {
    return {TimelineLane::Events,
            EventId{},
            static_cast<double>(first),
            last + 1.0,
            Precision::Stretch,
            {},
            {}};
}

// "row:left-right" a mark, "xN" for a cluster, "+N" for the room of a label.
QString dump(const LaneLayout& layout) {
    QStringList out;
    for (const TimelineMark& mark : layout.marks) {
        QString text = QStringLiteral("%1:%2-%3").arg(mark.row).arg(mark.left).arg(mark.right);
        if (mark.count() > 1) text += QStringLiteral("x%1").arg(mark.count());
        if (mark.labelWidth > 0) text += QStringLiteral("+%1").arg(mark.labelWidth);
        out << text;
    }
    return out.join(QLatin1Char(' '));
}

LaneLayout layout(const std::vector<TimelineItem>& items, float labelWidth, double pixelsPerDay,
                  int rows) {
    const std::vector<float> widths(items.size(), labelWidth);
    return layoutLane(items, widths, pixelsPerDay, rows);
}

} // namespace

class TestTimelineLayout : public QObject {
    Q_OBJECT

private slots:
    void aDayIsABarWhereHoursAreTold() {
        QVERIFY(!layout({point(0)}, 0, TimeScale::largestOfDays, 2).marks[0].bar);
        QVERIFY(layout({point(0)}, 0, TimeScale::largestOfDays * 2, 2).marks[0].bar);
    }

    void placesPointsAndLabelsInRows() {
        // Ten pixels a day; labels of 60 pixels: the second needs a row of its own.
        QCOMPARE(dump(layout({point(0), point(3), point(20)}, 60, 10, 2)),
                 QStringLiteral("0:0-10+60 1:30-40+60 0:200-210+60"));
    }

    void cutsALabelRatherThanDropAMark() {
        QCOMPARE(dump(layout({point(0), point(8)}, 100, 10, 1)),
                 QStringLiteral("0:0-10+62 0:80-90+100"));
    }

    void dropsALabelThatHasNoRoom() {
        QCOMPARE(dump(layout({point(0), point(4)}, 100, 10, 1)),
                 QStringLiteral("0:0-10 0:40-50+100"));
    }

    void stacksAFewAndCountsMany() {
        QCOMPARE(dump(layout({point(0), point(0)}, 0, 10, 2)), QStringLiteral("0:0-10 1:0-10"));
        QCOMPARE(dump(layout({point(0), point(0), point(0)}, 0, 10, 2)),
                 QStringLiteral("0:0-19x3"));
    }

    void barsLeaveTheUpperRowsToPoints() {
        QCOMPARE(dump(layout({bar(0, 29), point(5)}, 0, 10, 2)), QStringLiteral("1:0-300 0:50-60"));
    }

    void barsOfTheSameDaysAreOne() {
        QCOMPARE(dump(layout({bar(0, 29), bar(0, 29), bar(0, 29)}, 50, 10, 4)),
                 QStringLiteral("3:0-300x3"));
    }

    void everyItemHasAMarkAndNoMarksOverlap() {
        std::vector<TimelineItem> items;
        for (int i = 0; i < 5000; ++i)
            items.push_back(i % 7 == 0 ? bar(i / 3, i / 3 + i % 60) : point(i / 3));
        for (const double zoom : {0.05, 0.7, 4.0, 30.0})
            for (const int rows : {1, 3, 8}) {
                const LaneLayout lane = layout(items, 70, zoom, rows);
                QCOMPARE(lane.members.size(), items.size());
                std::vector<double> end(static_cast<std::size_t>(rows), -1e9);
                for (const TimelineMark& mark : lane.marks) {
                    QVERIFY(mark.begin < mark.end);
                    QVERIFY2(mark.left >= end[mark.row], qPrintable(QString::number(mark.left)));
                    end[mark.row] = mark.labelWidth > 0 && !mark.bar
                                        ? mark.labelLeft() + static_cast<double>(mark.labelWidth)
                                        : mark.right;
                }
                for (std::uint32_t i = 0; i < items.size(); ++i) {
                    const TimelineMark& mark = lane.marks[lane.markOf[i]];
                    const auto first = lane.members.begin() + mark.begin;
                    QVERIFY(std::find(first, lane.members.begin() + mark.end, i) !=
                            lane.members.begin() + mark.end);
                }
            }
    }

    void findsWhatIsVisible() {
        const LaneLayout lane = layout({bar(0, 99), point(20), point(50)}, 0, 10, 2);
        const IndexRange range = lane.between(300, 400);
        QCOMPARE(range, (IndexRange{0, 2})); // the bar reaches in; the point before it may not
        QVERIFY(lane.between(2000, 3000).empty());
    }
};

QTEST_MAIN(TestTimelineLayout)
#include "test_timeline_layout.moc"

// The timeline's axis: days under the pointer, units by zoom, ticks, and values in words.
#include "tests/support/translated.h"
#include "ui/timeline/time_scale.h"

#include <QTest>

using namespace quoth;
using namespace quoth::ui;

namespace {

int dayOf(const char* iso) {
    return dayNumber(*parseDate(iso));
}

} // namespace

class TestTimeScale : public QObject {
    Q_OBJECT

private slots:
    void scaleKeepsTheDayUnderThePointer() {
        const TimeScale scale{100, 4};
        const TimeScale zoomed = scale.zoomed(2, 300, 0.1, 160);
        QCOMPARE(zoomed.pixelsPerDay, 8.0);
        QCOMPARE(zoomed.day(300), scale.day(300));
        QCOMPARE(scale.zoomed(1e9, 0, 0.1, 160).pixelsPerDay, 160.0);
        QCOMPARE(scale.zoomed(1e-9, 0, 0.1, 160).pixelsPerDay, 0.1);
    }

    void aSingleDayIsShownWithinTwoWeeks() {
        const TimeScale scale = TimeScale::fitting(100, 101, 700, 14);
        QCOMPARE(scale.pixelsPerDay, 50.0);
        QCOMPARE(scale.x(100.5), 350.0);
    }

    void unitsFollowTheZoom_data() {
        QTest::addColumn<double>("pixelsPerDay");
        QTest::addColumn<int>("unit");
        QTest::newRow("hours") << 2000.0 << static_cast<int>(TickUnit::Hour);
        QTest::newRow("six hours") << 200.0 << static_cast<int>(TickUnit::SixHours);
        QTest::newRow("days") << 60.0 << static_cast<int>(TickUnit::Day);
        QTest::newRow("weeks") << 5.0 << static_cast<int>(TickUnit::Week);
        QTest::newRow("months") << 2.0 << static_cast<int>(TickUnit::Month);
        QTest::newRow("quarters") << 0.6 << static_cast<int>(TickUnit::Quarter);
        QTest::newRow("years") << 0.2 << static_cast<int>(TickUnit::Year);
        QTest::newRow("five years") << 0.03 << static_cast<int>(TickUnit::FiveYears);
        QTest::newRow("decades") << 0.015 << static_cast<int>(TickUnit::Decade);
        QTest::newRow("centuries") << 0.0001 << static_cast<int>(TickUnit::Century);
    }
    void unitsFollowTheZoom() {
        QFETCH(const double, pixelsPerDay);
        QFETCH(const int, unit);
        QCOMPARE(static_cast<int>(tickUnit(pixelsPerDay, 48)), unit);
    }

    void ticksBeginWhereTheirUnitDoes_data() {
        QTest::addColumn<int>("unit");
        QTest::addColumn<QString>("expected");
        QTest::newRow("weeks on Mondays")
            << static_cast<int>(TickUnit::Week) << "2021-05-17=17 2021-05-24=24 2021-05-31=31";
        QTest::newRow("months") << static_cast<int>(TickUnit::Month)
                                << "2021-05-01=May 2021-06-01=Jun";
        QTest::newRow("quarters") << static_cast<int>(TickUnit::Quarter) << "2021-04-01=Apr";
        QTest::newRow("decades") << static_cast<int>(TickUnit::Decade) << "2020-01-01=2020";
    }
    void hoursBeginWithTheirDay() {
        const int day = dayOf("2021-05-18");
        const auto found = ticks(TickUnit::SixHours, day, day);
        QStringList labels;
        for (const Tick& tick : found)
            labels << tick.label;
        QCOMPARE(labels, QStringList({"00:00", "06:00", "12:00", "18:00"}));
        QCOMPARE(found[1].day, day + 0.25);
        QCOMPARE(contextUnit(TickUnit::SixHours), std::optional(TickUnit::Day));
    }
    void ticksBeginWhereTheirUnitDoes() {
        QFETCH(const int, unit);
        QStringList found;
        for (const Tick& tick :
             ticks(static_cast<TickUnit>(unit), dayOf("2021-05-18"), dayOf("2021-06-01")))
            found << QString::fromStdString(toIso(dateOfDay(static_cast<int>(tick.day)))) +
                         QLatin1Char('=') + tick.label;
        QTEST(found.join(QLatin1Char(' ')), "expected");
    }

    void theFirstYearHasNoYearBefore() {
        const auto found = ticks(TickUnit::Decade, dayOf("0001-01-01"), dayOf("0015-01-01"));
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found[0].label, QStringLiteral("10"));
    }

    void valuesInWords_data() {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("expected");
        QTest::newRow("day") << "2021-05-18"
                             << "18 May 2021";
        QTest::newRow("time of day") << "2021-05-18T10:00"
                                     << "18 May 2021, 10:00";
        QTest::newRow("part of day") << "2021-05-18TEV"
                                     << "18 May 2021, evening";
        QTest::newRow("hour") << "2021-05-18T08"
                              << "18 May 2021, 08:00–09:00";
        QTest::newRow("month") << "2021-05"
                               << "May 2021";
        QTest::newRow("year") << "2021"
                              << "2021";
        QTest::newRow("decade") << "199X"
                                << "the 1990s";
        QTest::newRow("quarter") << "2021-Q2"
                                 << "Q2 2021";
        QTest::newRow("week") << "2021-W20"
                              << "17–23 May 2021";
        QTest::newRow("interval") << "2020-05-03/2020-08-09"
                                  << "3 May – 9 Aug 2020";
        QTest::newRow("years") << "1902/1906"
                               << "1902 – 1906";
        QTest::newRow("over years") << "2019-12-30/2020-01-02"
                                    << "30 Dec 2019 – 2 Jan 2020";
    }
    void valuesInWords() {
        QFETCH(const QString, value);
        QTEST(whenLabel(*CalendarValue::parse(value.toStdString())), "expected");
    }
};

QTEST_MAIN(TestTimeScale)
#include "test_time_scale.moc"

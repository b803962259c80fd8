// Calendar values: every form that is written, the days that it covers, and what is none.
#include "core/document/calendar_value.h"

#include <QtTest>

using namespace quoth;

namespace {

CalendarValue valueOf(const char* text) {
    const auto value = CalendarValue::parse(text);
    Q_ASSERT(value);
    return *value;
}
Date date(const char* iso) {
    return *parseDate(iso);
}
QString show(const std::optional<CalendarValue>& value) {
    return value ? QString::fromStdString(value->toString()) : QString();
}

} // namespace

class TestCalendarValue : public QObject {
    Q_OBJECT
private slots:
    void readsValues_data();
    void readsValues();
    void refusesTheRest_data();
    void refusesTheRest();
    void isAroundADay_data();
    void isAroundADay();
    void coversTheCalendarByWeeks();
    void writesWhatItReads();
    void knowsTimesOfDay_data();
    void knowsTimesOfDay();
    void joinsIntervals();
    void takesATimeOfDay();
    void comparesValues();
    void comparesRanges();
};

void TestCalendarValue::readsValues_data() {
    QTest::addColumn<QString>("value");
    QTest::addColumn<Granularity>("granularity");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::addColumn<int>("year");
    QTest::addColumn<QString>("minutes"); // empty without a time of day
    const auto row = [](const char* value, Granularity granularity, const char* first,
                        const char* last, int year, const char* minutes = "") {
        QTest::newRow(value) << value << granularity << first << last << year << minutes;
    };
    using enum Granularity;
    row("2021-05-19T14:30", Moment, "2021-05-19", "2021-05-19", 2021, "870-870");
    row("2021-05-19T00:00", Moment, "2021-05-19", "2021-05-19", 2021, "0-0");
    row("2021-05-19T24:00", Moment, "2021-05-19", "2021-05-19", 2021, "1440-1440");
    row("2021-05-19T08", Hour, "2021-05-19", "2021-05-19", 2021, "480-540");
    row("2021-05-19TMO", PartOfDay, "2021-05-19", "2021-05-19", 2021, "360-720");
    row("2021-05-19TMI", PartOfDay, "2021-05-19", "2021-05-19", 2021, "720-720");
    row("2021-05-19TAF", PartOfDay, "2021-05-19", "2021-05-19", 2021, "720-1080");
    row("2021-05-19TEV", PartOfDay, "2021-05-19", "2021-05-19", 2021, "1080-1320");
    row("2021-05-19TNI", PartOfDay, "2021-05-19", "2021-05-19", 2021, "1200-1440");

    row("2021-05-19", Day, "2021-05-19", "2021-05-19", 2021);
    row("2024-02-29", Day, "2024-02-29", "2024-02-29", 2024);
    row("2000-02-29", Day, "2000-02-29", "2000-02-29", 2000);
    row("0001-01-01", Day, "0001-01-01", "0001-01-01", 1);
    row("9999-12-31", Day, "9999-12-31", "9999-12-31", 9999);

    row("2021-W20", Week, "2021-05-17", "2021-05-23", 2021);
    row("2020-W01", Week, "2019-12-30", "2020-01-05", 2020); // begins in the old year
    row("2021-W01", Week, "2021-01-04", "2021-01-10", 2021);
    row("2018-W01", Week, "2018-01-01", "2018-01-07", 2018); // a Monday
    row("2020-W53", Week, "2020-12-28", "2021-01-03", 2020); // ends in the new year
    row("2015-W53", Week, "2015-12-28", "2016-01-03", 2015);
    row("2019-W52", Week, "2019-12-23", "2019-12-29", 2019);
    row("0001-W01", Week, "0001-01-01", "0001-01-07", 1);
    row("9999-W51", Week, "9999-12-20", "9999-12-26", 9999);
    row("2021-W20-WE", Weekend, "2021-05-22", "2021-05-23", 2021);
    row("2020-W53-WE", Weekend, "2021-01-02", "2021-01-03", 2020);
    row("2022-W52-WE", Weekend, "2022-12-31", "2023-01-01", 2022);

    row("2021-05", Month, "2021-05-01", "2021-05-31", 2021);
    row("2021-02", Month, "2021-02-01", "2021-02-28", 2021);
    row("2024-02", Month, "2024-02-01", "2024-02-29", 2024);
    row("1900-02", Month, "1900-02-01", "1900-02-28", 1900); // no leap year
    row("2000-02", Month, "2000-02-01", "2000-02-29", 2000);
    row("2021-Q1", Quarter, "2021-01-01", "2021-03-31", 2021);
    row("2021-Q2", Quarter, "2021-04-01", "2021-06-30", 2021);
    row("2021-Q3", Quarter, "2021-07-01", "2021-09-30", 2021);
    row("2021-Q4", Quarter, "2021-10-01", "2021-12-31", 2021);
    row("2021-SP", Season, "2021-03-01", "2021-05-31", 2021);
    row("2021-SU", Season, "2021-06-01", "2021-08-31", 2021);
    row("2021-FA", Season, "2021-09-01", "2021-11-30", 2021);
    row("2021-WI", Season, "2021-12-01", "2022-02-28", 2021);
    row("2023-WI", Season, "2023-12-01", "2024-02-29", 2023);
    row("9998-WI", Season, "9998-12-01", "9999-02-28", 9998);
    row("2021-H1", Half, "2021-01-01", "2021-06-30", 2021);
    row("2021-H2", Half, "2021-07-01", "2021-12-31", 2021);
    row("2021", Year, "2021-01-01", "2021-12-31", 2021);
    row("0476", Year, "0476-01-01", "0476-12-31", 476);
    row("0001", Year, "0001-01-01", "0001-12-31", 1);
    row("202X", Decade, "2020-01-01", "2029-12-31", 2020);
    row("001X", Decade, "0010-01-01", "0019-12-31", 10);
    row("19", Century, "1900-01-01", "1999-12-31", 1900);
    row("99", Century, "9900-01-01", "9999-12-31", 9900);

    row("2022-07-01/2022-07-03", Interval, "2022-07-01", "2022-07-03", 2022);
    row("2021-06/2024-10", Interval, "2021-06-01", "2024-10-31", 2021);
    row("1902/1906", Interval, "1902-01-01", "1906-12-31", 1902);
    row("2020-W53/2021-W01", Interval, "2020-12-28", "2021-01-10", 2020);
    row("2020-W01/2020-W02", Interval, "2019-12-30", "2020-01-12", 2020);
    row("2021-05-20/2021", Interval, "2021-05-20", "2021-12-31", 2021);
    row("2021/2021", Interval, "2021-01-01", "2021-12-31", 2021);
    row("2021-SU/202X", Interval, "2021-06-01", "2029-12-31", 2021);
    row("2021-07-01/2021-07-03T20:00", Interval, "2021-07-01", "2021-07-03", 2021, "1200-1200");
    row("2021-07-01T20:00/2021-07-03", Interval, "2021-07-01", "2021-07-03", 2021);
    row("2021-07-01T20/2021-07-03TMO", Interval, "2021-07-01", "2021-07-03", 2021);
}

void TestCalendarValue::readsValues() {
    QFETCH(const QString, value);
    QFETCH(const Granularity, granularity);
    const auto read = CalendarValue::parse(value.toStdString());
    QVERIFY(read);
    QCOMPARE(show(read), value);
    QCOMPARE(read->granularity(), granularity);
    QTEST(QString::fromStdString(toIso(read->days().first)), "first");
    QTEST(QString::fromStdString(toIso(read->days().last)), "last");
    QCOMPARE(read->isOneDay(), read->days().first == read->days().last);
    QTEST(read->year(), "year");
    const auto time = read->timeOfDay();
    QTEST(time ? QString("%1-%2").arg(time->minutes().first).arg(time->minutes().last) : QString(),
          "minutes");
}

void TestCalendarValue::refusesTheRest_data() {
    QTest::addColumn<QString>("value");
    for (const char* none :
         {// without calendar days
          "", "P5Y", "PT8H", "PRESENT_REF", "FY2021", "XXXX-05", "XXXX-WXX-1", "199X-05", "T08:30",
          "TMO", "XXXX", "soon",
          // days that there are not
          "2021-13-40", "2021-13", "2021-00", "2021-04-31", "2021-05-00", "2023-02-29",
          "1900-02-29", "2021-W00", "2021-W53", "2016-W53", "2020-W54", "2021-W53-WE", "2021-Q0",
          "2021-Q5", "2021-H0", "2021-H3", "0000", "0000-05-20", "000X", "00XX", "9999-WI",
          "9999-W52", "10000", "9999-W52-WE", "2021-05-20T25", "2021-05-20T08:60", "2021-05-20TXX",
          // read whole or not at all
          "2021-", "2021-0", "2021-W", "2021-W1", "2021-W200", "2021-W20-W", "2021-W20-WEx",
          "2021-W20\">", "2021-Q", "2021-Q22", "2021-H1x", "2021-SUx", "2021-su", "2021-05-",
          "2021-05-1", "2021-05-19x", "2021-05x19", "2021-05-19T", "2021-05-19T8",
          "2021-05-19T08:3", "2021-05-19T08:30x", "2021-05-19T08:30:00", "2021-05-19 08:30",
          "2021-05T08:30", "2021-W20T09:00", "2021-05-19TMOT08", "20210", "202", "2", "+021",
          "-021", " 2021", "2021 ", "202x", "19XXX", "X99X", "1XXX", "20X1",
          // intervals that are none
          "/", "2021/", "/2021", "2021//2022", "2020/2021/2022", "1906/1902",
          "2021-05-20/2021-05-19", "2021-05-20/soon", "P5Y/2021", "2021-05-20/2021/2021"})
        QTest::newRow(none) << none;
    QTest::newRow("long") << QString(100'000, QLatin1Char('9'));
    QTest::newRow("slashes") << QString(100'000, QLatin1Char('/'));
    QTest::newRow("times") << QString(100'000, QLatin1Char('T'));
}

void TestCalendarValue::refusesTheRest() {
    QFETCH(const QString, value);
    QCOMPARE(show(CalendarValue::parse(value.toStdString())), QString());
}

void TestCalendarValue::isAroundADay_data() {
    QTest::addColumn<QString>("day");
    QTest::addColumn<QString>("values"); // from day to century; "-" where there is none
    const auto row = [](const char* day, const char* values) {
        QTest::newRow(day) << day << values;
    };
    row("2021-05-20", "2021-05-20 2021-W20-WE 2021-W20 2021-05 2021-Q2 2021-SP 2021-H1 2021 202X "
                      "20");
    row("2021-01-03", "2021-01-03 2020-W53-WE 2020-W53 2021-01 2021-Q1 2020-WI 2021-H1 2021 202X "
                      "20");
    row("2018-12-31", "2018-12-31 2019-W01-WE 2019-W01 2018-12 2018-Q4 2018-WI 2018-H2 2018 201X "
                      "20");
    row("2024-02-29", "2024-02-29 2024-W09-WE 2024-W09 2024-02 2024-Q1 2023-WI 2024-H1 2024 202X "
                      "20");
    row("1999-07-01", "1999-07-01 1999-W26-WE 1999-W26 1999-07 1999-Q3 1999-SU 1999-H2 1999 199X "
                      "19");
    row("0001-01-01", "0001-01-01 0001-W01-WE 0001-W01 0001-01 0001-Q1 - 0001-H1 0001 - -");
    row("9999-12-31", "9999-12-31 - - 9999-12 9999-Q4 - 9999-H2 9999 999X 99");
}

void TestCalendarValue::isAroundADay() {
    QFETCH(const QString, day);
    QStringList found;
    using enum Granularity;
    for (const Granularity each :
         {Day, Weekend, Week, Month, Quarter, Season, Half, Year, Decade, Century}) {
        const auto value = CalendarValue::around(date(day.toLatin1()), each);
        found << (value ? show(value) : QStringLiteral("-"));
        if (value) QCOMPARE(value->granularity(), each);
    }
    QTEST(found.join(QLatin1Char(' ')), "values");
    for (const Granularity each : {Moment, Hour, PartOfDay, Interval})
        QVERIFY(!CalendarValue::around(date(day.toLatin1()), each));
}

// Four hundred years, after which the calendar repeats.
void TestCalendarValue::coversTheCalendarByWeeks() {
    using namespace std::chrono;
    sys_days next = sys_days{date("1900-01-01")}; // a Monday
    int longYears = 0;
    for (int year = 1900; year < 2300; ++year)
        for (int week = 1; week <= 53; ++week) {
            const std::string text =
                QString("%1-W%2").arg(year).arg(week, 2, 10, QLatin1Char('0')).toStdString();
            const auto value = CalendarValue::parse(text);
            if (!value) {
                QCOMPARE(week, 53);
                continue;
            }
            longYears += week == 53;
            QCOMPARE(value->toString(), text);
            QVERIFY(sys_days{value->days().first} == next);
            for (int day = 0; day < 7; ++day, next += days{1})
                QVERIFY(CalendarValue::around(Date{next}, Granularity::Week) == value);
            QVERIFY(sys_days{value->days().last} == next - days{1});
        }
    QCOMPARE(longYears, 71);
}

void TestCalendarValue::writesWhatItReads() {
    using enum Granularity;
    const auto first = std::chrono::sys_days{date("2019-01-01")};
    for (int i = 0; i < 2000; ++i)
        for (const Granularity each :
             {Day, Weekend, Week, Month, Quarter, Season, Half, Year, Decade, Century}) {
            const Date day{first + std::chrono::days{i}};
            const auto value = CalendarValue::around(day, each);
            QVERIFY(value && CalendarValue::parse(value->toString()) == value);
            QVERIFY(each == Weekend || value->days().contains({day, day}));
        }
}

void TestCalendarValue::knowsTimesOfDay_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("minutes"); // empty where it is none
    const auto row = [](const char* text, const char* minutes) {
        QTest::newRow(text) << text << minutes;
    };
    row("T08:30", "510-510");
    row("T00:00", "0-0");
    row("T24:00", "1440-1440");
    row("T08", "480-540");
    row("TMO", "360-720");
    row("TMI", "720-720");
    row("TNI", "1200-1440");
    for (const char* none : {"", "T", "08:30", "MO", "T8:30", "T08:", "T08:3", "T08:30:", "T08:60",
                             "T25", "T25:00", "TXX", "TMOx", "T08x30"})
        row(none, "");
}

void TestCalendarValue::knowsTimesOfDay() {
    QFETCH(const QString, text);
    const auto time = TimeOfDay::parse(text.toStdString());
    QTEST(time ? QString("%1-%2").arg(time->minutes().first).arg(time->minutes().last) : QString(),
          "minutes");
    if (time) QCOMPARE(QString::fromStdString(time->toString()), text);
}

void TestCalendarValue::joinsIntervals() {
    const auto join = [](const char* start, const char* end) {
        return show(CalendarValue::interval(valueOf(start), valueOf(end)));
    };
    QCOMPARE(join("2014", "2016"), QString("2014/2016"));
    QCOMPARE(join("2014", "2014"), QString("2014/2014"));
    QCOMPARE(join("2014-05", "2014"), QString("2014-05/2014"));
    QCOMPARE(join("2016", "2014"), QString());
    QCOMPARE(join("2014/2016", "2018"), QString());
    QCOMPARE(join("2014", "2016/2018"), QString());
    const CalendarValue interval = valueOf("2020-W01/2021-05-20T08:30");
    QCOMPARE(show(interval.start()), QString("2020-W01"));
    QCOMPARE(show(interval.end()), QString("2021-05-20T08:30"));
    QVERIFY(interval.end().timeOfDay());
    QCOMPARE(show(valueOf("2021").start()), QString("2021"));
    QCOMPARE(show(valueOf("2021").end()), QString("2021"));
}

void TestCalendarValue::takesATimeOfDay() {
    const TimeOfDay time = *TimeOfDay::moment(8, 5);
    QCOMPARE(show(valueOf("2021-05-20").at(time)), QString("2021-05-20T08:05"));
    QCOMPARE(show(CalendarValue::day(date("2021-05-20")).at(TimeOfDay(DayPart::Evening))),
             QString("2021-05-20TEV"));
    for (const char* none : {"2021-05", "2021-W20", "2021-05-20T08", "2021-05-20/2021-05-20"})
        QVERIFY2(!valueOf(none).at(time), none);
    QVERIFY(TimeOfDay(DayPart::Night).part() == DayPart::Night);
    QVERIFY(!time.part());
    QVERIFY(!TimeOfDay::moment(25, 0));
    QVERIFY(!TimeOfDay::moment(8, 60));
    QVERIFY(!TimeOfDay::moment(-1, 0));
}

void TestCalendarValue::comparesValues() {
    const auto sharper = [](const char* a, const char* b) {
        return valueOf(a).isSharperThan(valueOf(b));
    };
    const char* const fromSharp[] = {"2021-05-20", "2021-W20-WE", "2021-W20", "2021-05", "2021-Q2",
                                     "2021-H1",    "2021",        "202X",     "20"};
    for (std::size_t i = 0; i < std::size(fromSharp); ++i)
        for (std::size_t k = 0; k < std::size(fromSharp); ++k)
            QCOMPARE(sharper(fromSharp[i], fromSharp[k]), i < k);
    QVERIFY(sharper("2021-05-20", "2021-05-20/2021-05-23"));
    QVERIFY(sharper("2021-05-20/2021-05-23", "2021-05"));
    QVERIFY(sharper("2021-05-20/2021-05-21", "2021-05-20/2021-05-23"));
    QVERIFY(!sharper("2021-02", "2021-01"));
    QVERIFY(!sharper("2021", "2020"));
    QVERIFY(!sharper("2021-05-20T08:30", "2021-05-20"));
    QVERIFY(!sharper("2021-05-20", "2021-05-20T08:30"));

    QVERIFY(valueOf("2021-05") == valueOf("2021-05"));
    QVERIFY(!(valueOf("2021-05") == valueOf("2021-05-01/2021-05-31"))); // of the same days
    QVERIFY(!(valueOf("2021") == valueOf("2021/2021")));
    QVERIFY(!(valueOf("2021-05-20TMI") == valueOf("2021-05-20T12:00")));
}

void TestCalendarValue::comparesRanges() {
    const DayRange may = valueOf("2021-05").days();
    QCOMPARE(may.days(), 31);
    QCOMPARE(valueOf("2021-05-20").days().days(), 1);
    QCOMPARE(valueOf("2024").days().days(), 366);
    QVERIFY(may.contains(may));
    QVERIFY(may.contains(valueOf("2021-W20").days()));
    QVERIFY(!may.contains(valueOf("2021-W22").days())); // over the month's end
    QVERIFY(!may.contains(valueOf("2021").days()));
    QVERIFY(may.overlaps(valueOf("2021-W22").days()));
    QVERIFY(may.overlaps(valueOf("2021").days()));
    QVERIFY(may.overlaps(valueOf("2021-05-31/2021-07").days()));
    QVERIFY(!may.overlaps(valueOf("2021-06").days()));
    QVERIFY(!may.overlaps(valueOf("2021-04").days()));
}

QTEST_GUILESS_MAIN(TestCalendarValue)
#include "test_calendar_value.moc"

// Calendar days, and the days that a time value covers.
#include "core/document/time_value.h"

#include <QtTest>

using namespace quoth;

class TestDate : public QObject {
    Q_OBJECT
private slots:
    void parsesDays_data();
    void parsesDays();
    void parsesMoments_data();
    void parsesMoments();
    void knowsTheDaysOfAValue_data();
    void knowsTheDaysOfAValue();
    void knowsTheClockOfAValue();
    void knowsTimeValues();
};

void TestDate::parsesDays_data() {
    QTest::addColumn<QString>("iso");
    QTest::addColumn<QString>("day"); // empty where it is none
    QTest::newRow("day") << "2021-05-20"
                         << "2021-05-20";
    QTest::newRow("leap day") << "2024-02-29"
                              << "2024-02-29";
    QTest::newRow("no leap year") << "2023-02-29"
                                  << "";
    QTest::newRow("century") << "1900-02-29"
                             << "";
    QTest::newRow("date-time") << "2021-05-20T10:00:00Z"
                               << "2021-05-20";
    QTest::newRow("date and time") << "2021-05-20 10:00"
                                   << "2021-05-20";
    QTest::newRow("first") << "0001-01-01"
                           << "0001-01-01";
    QTest::newRow("last") << "9999-12-31"
                          << "9999-12-31";
    QTest::newRow("year 0") << "0000-01-01"
                            << "";
    QTest::newRow("month 13") << "2021-13-01"
                              << "";
    QTest::newRow("signs") << "2021--5-20"
                           << "";
    QTest::newRow("tail") << "2021-05-20x"
                          << "";
    QTest::newRow("month only") << "2021-05"
                                << "";
    QTest::newRow("words") << "20 May 2021"
                           << "";
    QTest::newRow("empty") << ""
                           << "";
}

void TestDate::parsesDays() {
    QFETCH(QString, iso);
    QFETCH(QString, day);
    const auto date = parseDate(iso.toStdString());
    QCOMPARE(date ? QString::fromStdString(toIso(*date)) : QString(), day);
    if (!date) QCOMPARE(date.error().code, ErrorCode::BadArgument);
}

void TestDate::parsesMoments_data() {
    QTest::addColumn<QString>("iso");
    QTest::addColumn<bool>("good");
    for (const char* iso : {"2021-05-20T10:00:00Z", "1969-12-31T23:59:59Z", "0001-01-01T00:00:00Z",
                            "9999-12-31T23:59:59Z"})
        QTest::newRow(iso) << QString(iso) << true;
    for (const char* iso :
         {"", "2021-05-20", "2021-05-20T10:00Z", "2021-05-20T10:00:00", "2021-05-20T10:00:00+02:00",
          "2021-05-20T24:00:00Z", "2021-05-20T10:60:00Z", "2021-05-20T10:00:60Z",
          "2021-02-30T10:00:00Z", "2021-05-20 10:00:00Z", "2021-05-20T-1:00:00Z"})
        QTest::newRow(iso) << QString(iso) << false;
}

void TestDate::parsesMoments() {
    QFETCH(QString, iso);
    QFETCH(bool, good);
    const auto moment = parseMoment(iso.toStdString());
    QCOMPARE(moment.has_value(), good);
    if (moment)
        QCOMPARE(QString::fromStdString(toIso(*moment)), iso);
    else
        QCOMPARE(moment.error().code, ErrorCode::BadArgument);
}

void TestDate::knowsTheDaysOfAValue_data() {
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("days"); // empty where it covers none
    QTest::newRow("day") << "2021-05-19"
                         << "2021-05-19 2021-05-19";
    QTest::newRow("time of day") << "2021-05-19T14:30"
                                 << "2021-05-19 2021-05-19";
    QTest::newRow("part of day") << "2021-05-19TMO"
                                 << "2021-05-19 2021-05-19";
    QTest::newRow("month") << "2021-02"
                           << "2021-02-01 2021-02-28";
    QTest::newRow("leap month") << "2024-02"
                                << "2024-02-01 2024-02-29";
    QTest::newRow("year") << "2021"
                          << "2021-01-01 2021-12-31";
    QTest::newRow("decade") << "193X"
                            << "1930-01-01 1939-12-31";
    QTest::newRow("week") << "2021-W20"
                          << "2021-05-17 2021-05-23";
    QTest::newRow("week 1 begins in the old year") << "2020-W01"
                                                   << "2019-12-30 2020-01-05";
    QTest::newRow("week 53") << "2020-W53"
                             << "2020-12-28 2021-01-03";
    QTest::newRow("no week 53") << "2021-W53"
                                << "";
    QTest::newRow("weekend") << "2021-W20-WE"
                             << "2021-05-22 2021-05-23";
    QTest::newRow("spring") << "2021-SP"
                            << "2021-03-01 2021-05-31";
    QTest::newRow("summer") << "2021-SU"
                            << "2021-06-01 2021-08-31";
    QTest::newRow("autumn") << "2021-FA"
                            << "2021-09-01 2021-11-30";
    QTest::newRow("winter") << "2023-WI"
                            << "2023-12-01 2024-02-29";
    QTest::newRow("quarter") << "2021-Q2"
                             << "2021-04-01 2021-06-30";
    QTest::newRow("half") << "2021-H2"
                          << "2021-07-01 2021-12-31";
    QTest::newRow("days") << "2022-07-01/2022-07-03"
                          << "2022-07-01 2022-07-03";
    QTest::newRow("months") << "2021-06/2024-10"
                            << "2021-06-01 2024-10-31";
    QTest::newRow("years") << "1902/1906"
                           << "1902-01-01 1906-12-31";
    QTest::newRow("backwards") << "1906/1902"
                               << "";
    QTest::newRow("open") << "1906/"
                          << "";
    QTest::newRow("duration") << "P5Y"
                              << "";
    QTest::newRow("now") << "PRESENT_REF"
                         << "";
    QTest::newRow("unknown year") << "XXXX-05"
                                  << "";
    QTest::newRow("month 13") << "2021-13"
                              << "";
    QTest::newRow("day 31") << "2021-04-31"
                            << "";
    QTest::newRow("quarter 5") << "2021-Q5"
                               << "";
    QTest::newRow("empty") << ""
                           << "";
    // Read whole or not at all.
    for (const char* broken : {"2021-W1",
                               "2021-W",
                               "2021-W200",
                               "2021-W20\">",
                               "2021-W20-W",
                               "2021-W20-WEx",
                               "2021-Q",
                               "2021-Q22",
                               "2021-H1x",
                               "2021-SUx",
                               "2021-",
                               "2021-0",
                               "2021-05-",
                               "2021-05-1",
                               "2021-05-19x",
                               "2021-05-19T",
                               "2021-05-19T8",
                               "2021-05-19T08:3",
                               "2021-05-19T08:30x",
                               "2021-05-19 08:30",
                               "2021-05-19T25",
                               "2021-05T08:30",
                               "20210",
                               "+021",
                               "-021",
                               " 2021",
                               "0000",
                               "000X",
                               "00XX",
                               "10000",
                               "9999-WI",
                               "9999-W52-",
                               "2021/",
                               "/2021",
                               "/",
                               "2020/2021/2022",
                               "2021-05-20/2021/2021",
                               "2021//2022",
                               "19XXX",
                               "X99X"})
        QTest::newRow(broken) << broken << "";
    QTest::newRow("last day") << "9999-12-31"
                              << "9999-12-31 9999-12-31";
}

void TestDate::knowsTheDaysOfAValue() {
    QFETCH(QString, value);
    QFETCH(QString, days);
    const auto range = daysOf(value.toStdString());
    QCOMPARE(range ? QString::fromStdString(toIso(range->first) + " " + toIso(range->last))
                   : QString(),
             days);
}

void TestDate::knowsTheClockOfAValue() {
    const auto minutes = [](const char* value) {
        const auto clock = clockOf(value);
        return clock ? QString("%1-%2").arg(clock->first).arg(clock->last) : QString();
    };
    QCOMPARE(minutes("2021-05-19T08:30"), QString("510-510"));
    QCOMPARE(minutes("T08"), QString("480-540"));
    QCOMPARE(minutes("2021-05-19TMO"), QString("360-720"));
    for (const char* none : {"2021-05-19", "PT5M", "", "T", "2021-05-19T8:30", "2021-05-19T08:",
                             "2021-05-19T08:30:", "2021-05-19T08:60", "2021-05-19TXX"})
        QVERIFY2(minutes(none).isEmpty(), none);
}

void TestDate::knowsTimeValues() {
    for (const char* value : {"",         "2021-05-19", "2021-05-19T08:30",
                              "2021-W20", "199X",       "2021/2022",
                              "P5Y",      "PT1H30M",    "P2Y6M",
                              "P1.5D",    "PXM",        "PTXH",
                              "P1NI",     "P2WE",       "P3Q",
                              "PAST_REF", "FY2021",     "T08:30",
                              "TNI",      "XXXX-WXX-1", "XXXX-WXX-WE",
                              "XXXX-05",  "XXXX-SU",    "XXXX-XX-XXTMO",
                              "199X-05"})
        QVERIFY2(isTimeValue(value), value);
    for (const char* none :
         {"P",        "PT",   "P5",    "5Y",          "P5Yx",      "P.5D",     "P5.D",
          "PTT1H",    "FY21", "XXXX-", "XXXX-W",      "XXXX-WXX-", "XXXX-XX-", "XXXX-XX-X",
          "XXXX-QXX", "soon", "<b>",   "2021-W20\">", "PAST_REF ", "T",        "T25"})
        QVERIFY2(!isTimeValue(none), none);
    QVERIFY(!isTimeValue("P" + std::string(1000, '1') + "Y"));
}

QTEST_GUILESS_MAIN(TestDate)
#include "test_date.moc"

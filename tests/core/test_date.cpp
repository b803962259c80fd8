// Calendar days and moments, and what is a value of a time expression.
#include "core/document/date.h"
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

void TestDate::knowsTimeValues() {
    for (const char* value : {"",         "2021-05-19", "2021-05-19T08:30",
                              "2021-W20", "199X",       "2021/2022",
                              "P5Y",      "PT1H30M",    "P2Y6M",
                              "P1.5D",    "PXM",        "PTXH",
                              "P1NI",     "P2WE",       "P3Q",
                              "PAST_REF", "FY2021",     "T08:30",
                              "BC0044",   "BC02",       "BC0044-03-15",
                              "TNI",      "XXXX-WXX-1", "XXXX-WXX-WE",
                              "XXXX-05",  "XXXX-SU",    "XXXX-XX-XXTMO",
                              "199X-05"})
        QVERIFY2(isTimeValue(value), value);
    for (const char* none :
         {"BC",    "BC44X0", "BC0044-13-01", "P",         "PT",        "P5",
          "5Y",    "P5Yx",   "P.5D",         "P5.D",      "PTT1H",     "FY21",
          "XXXX-", "XXXX-W", "XXXX-WXX-",    "XXXX-XX-",  "XXXX-XX-X", "XXXX-QXX",
          "soon",  "<b>",    "2021-W20\">",  "PAST_REF ", "T",         "T25"})
        QVERIFY2(!isTimeValue(none), none);
    QVERIFY(!isTimeValue("P" + std::string(1000, '1') + "Y"));
}

QTEST_GUILESS_MAIN(TestDate)
#include "test_date.moc"

// Days as files state them, and which of those that a page states is the day of publication.
#include "core/formats/in/page_date.h"

#include <QtTest>

using namespace quoth;

namespace {

Date day(const char* iso) {
    return *parseDate(iso);
}

QString dump(const std::optional<DayStamp>& stamp) {
    if (!stamp) return QStringLiteral("none");
    QString out = QString::fromStdString(toIso(stamp->day));
    if (stamp->utcSecond) out += QStringLiteral(" utc %1").arg(*stamp->utcSecond);
    if (stamp->offsetMinutes) out += QStringLiteral(" offset %1").arg(*stamp->offsetMinutes);
    return out;
}

DateClaim claim(const char* value, DateSource source, DateRole role = DateRole::Published) {
    const auto stamp = readDayStamp(value);
    if (!stamp) qFatal("no stamp: %s", value);
    return {*stamp, source, role};
}

} // namespace

class TestPageDate : public QObject {
    Q_OBJECT
private slots:
    void readsStamps_data() {
        QTest::addColumn<QString>("stamp");
        const auto row = [](const char* value, const char* stamp) {
            QTest::newRow(value) << QString(stamp);
        };
        row("2021-05-20", "2021-05-20");
        row("2021-5-2", "2021-05-02");
        row("20210520", "2021-05-20");
        row("20210520T101500Z", "2021-05-20");
        row("2021/05/20 10:00", "2021-05-20");
        row("2021-05-20T10:00:00", "2021-05-20");
        row("2021-05-20T10:00:01Z", "2021-05-20 utc 36001");
        row("2021-05-20T10:00:00.123+00:00", "2021-05-20 utc 36000");
        row("2021-05-20 23:30 UTC", "2021-05-20 utc 84600");
        row("2021-05-20T10:00:00-07:00", "2021-05-20 offset -420");
        row("2021-05-20T10:00+0530", "2021-05-20 offset 330");
        row("1621504800", "2021-05-20 utc 36000");
        row("1621504800000", "2021-05-20 utc 36000"); // milliseconds
        row("Thu, 20 May 2021 10:00:00 GMT", "2021-05-20");
        row("Thursday, May 20th, 2021 at 10:00 a.m. EDT", "2021-05-20");
        row("Updated 20 May 2021", "2021-05-20");
        row("2021.05.20", "2021-05-20");
        row("20-May-2021 10:00", "2021-05-20");
        row("20.05.2021", "2021-05-20");
        row("5/20/2021 10:01 AM", "2021-05-20");
        row("20/5/2021", "2021-05-20");
        row("5/6/2021 10:01 AM", "2021-05-06");
        row("5/6/2021", "none");
        row("2021-02-30", "none");
        row("2021-13-01", "none");
        row("2021", "none");
        row("yesterday", "none");
        row("", "none");
    }
    void readsStamps() {
        QFETCH(QString, stamp);
        QCOMPARE(dump(readDayStamp(QTest::currentDataTag())), stamp);
    }

    void readsDaysInAddresses_data() {
        QTest::addColumn<QString>("found");
        const auto row = [](const char* url, const char* found) {
            QTest::newRow(url) << QString(found);
        };
        row("https://a.example/2021/05/20/bridge", "2021-05-20");
        row("https://a.example/2021/may/20/bridge", "2021-05-20");
        row("https://a.example/news/bridge-2021-05-20.html", "2021-05-20");
        row("https://a.example/20210520/bridge", "2021-05-20");
        row("https://a.example/2021/05/bridge", "none");
        row("https://a.example/story-20210520123", "none"); // a number
        row("https://a.example/2021/13/20/bridge", "none");
        row("https://2021-05-20.example/bridge", "none"); // a host
        row("", "none");
    }
    void readsDaysInAddresses() {
        QFETCH(QString, found);
        const auto day = dayInAddress(QTest::currentDataTag());
        QCOMPARE(day ? QString::fromStdString(toIso(*day)) : QStringLiteral("none"), found);
    }

    void chooses_data() {
        using enum DateSource;
        using enum DateRole;
        QTest::addColumn<std::vector<DateClaim>>("claims");
        QTest::addColumn<QString>("chosen");
        const auto row = [](const char* name, std::vector<DateClaim> claims, const char* chosen) {
            QTest::newRow(name) << std::move(claims) << QString(chosen);
        };
        row("none", {}, "none");
        row("the most trusted source",
            {claim("2021-05-18", Printed), claim("2021-05-20", JsonLd), claim("2021-05-19", Meta)},
            "2021-05-20");
        row("published, wherever it stands",
            {claim("2021-05-22", JsonLd, Modified), claim("2021-05-21", JsonLd, Created),
             claim("2021-05-20", Address)},
            "2021-05-20");
        row("modified for want of a better one", {claim("2021-05-22", Meta, Modified)},
            "2021-05-22");
        row("an unset date", {claim("0001-01-01", JsonLd), claim("2021-05-20", Printed)},
            "2021-05-20");
        row("the beginning of Unix time", {claim("1970-01-01", JsonLd)}, "none");
        row("after tomorrow", {claim("2021-06-03", JsonLd), claim("2021-05-20", Printed)},
            "2021-05-20");
        row("tomorrow, east of here", {claim("2021-06-02", JsonLd)}, "2021-06-02");
        row("UTC and a printed day",
            {claim("2021-05-21T01:30Z", JsonLd), claim("2021-05-20", Printed)}, "2021-05-20");
        row("UTC and a printed day of another week",
            {claim("2021-05-21T01:30Z", JsonLd), claim("2021-05-10", Printed)}, "2021-05-21");
        row("UTC and an offset elsewhere",
            {claim("2021-05-21T01:30Z", Meta), claim("2021-05-22T09:00-07:00", Meta, Modified)},
            "2021-05-20");
        row("UTC alone", {claim("2021-05-21T01:30Z", Meta)}, "2021-05-21");
        row("a zone's own day", {claim("2021-05-20T23:30-07:00", Meta)}, "2021-05-20");
    }
    void chooses() {
        QFETCH(std::vector<DateClaim>, claims);
        QFETCH(QString, chosen);
        const auto found = choosePublished(claims, day("2021-06-01"));
        QCOMPARE(found ? QString::fromStdString(toIso(found->day)) : QStringLiteral("none"),
                 chosen);
    }
};

QTEST_GUILESS_MAIN(TestPageDate)
#include "test_page_date.moc"

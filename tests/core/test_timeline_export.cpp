// The timeline as a table, a calendar and a TimelineJS story: mentions of one happening together,
// untrusted words as text, lines as the formats ask for them.
#include "core/document/happenings.h"
#include "core/formats/exporters.h"

#include "tests/support/sample_document.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace quoth;

class TestTimelineExport : public QObject {
    Q_OBJECT
private slots:
    void groupsMentions();
    void showsTheReadersDate();
    void tellsRelativeWords();
    void writesTable();
    void writesCalendar();
    void foldsLongLines();
    void writesTimelineJs();

private:
    // "The <b>fair</b>; opened", told twice, the second time by the day; and one without a date.
    static std::shared_ptr<const Document> fair(const std::string& name = "The <b>fair</b>") {
        test::DocumentBuilder b(name +
                                " opened, in May 2021. The opening on Tuesday, 4 May 2021 "
                                "drew rain. The union refused to march on Friday. It rained.");
        b.block(BlockKind::Paragraph, b.parts.article.text);
        b.sentence(name, "in May 2021.");
        b.sentence("The opening", "drew rain.");
        b.sentence("The union", "on Friday.");
        b.sentence("It rained.", "It rained.");
        b.parts.article.published = *parseDate("2021-05-20");
        const EntityId union_ = b.entity(EntityType::Organization, "union", {});
        const TimeId may = b.time(b.at("May 2021"), "2021-05");
        const TimeId day = b.time(b.at("Tuesday, 4 May 2021"), "2021-05-04");
        const TimeId friday = b.time(b.at("Friday"), "2021-05-14");
        const EventId first = b.event(b.at("opened"), may, {}, name + " opened, in May 2021");
        b.event(b.at("opening"), day, {}, "The opening on Tuesday, 4 May 2021 drew rain");
        b.parts.events.back().same = first;
        b.event(b.at("march"), friday, {union_}, "The union refused to march on Friday");
        b.parts.events.back().status = EventStatus::Negated;
        b.event(b.at("rained"), std::nullopt, {}, "It rained.");
        return b.build();
    }
    static QString exported(const Document& document, const char* format) {
        return QString::fromStdString(
            findExporter(format)->write(document, ExportContext{"fair.txt", "2021-05-21"}));
    }
};

void TestTimelineExport::groupsMentions() {
    const auto document = fair();
    const auto happenings = happeningsOf(*document);
    QCOMPARE(happenings.size(), std::size_t{3});
    QCOMPARE(happenings[0].shown, EventId{1}); // the day says more than the month
    QCOMPARE(happenings[0].retold, std::vector<EventId>{EventId{0}});
    QCOMPARE(toIso(happenings[0].days->first), std::string("2021-05-04"));
    QCOMPARE(happenings[1].shown, EventId{2});
    QVERIFY(!happenings[2].days);
}

// A correction has the last word, however inexact.
void TestTimelineExport::showsTheReadersDate() {
    Document::Parts parts = fair()->parts();
    parts.events[0].value = "2021-06";
    parts.events[0].time.reset();
    const Document corrected(std::move(parts));
    const auto happenings = happeningsOf(corrected);
    QCOMPARE(happenings[0].shown, EventId{0});
    QCOMPARE(toIso(happenings[0].days->first), std::string("2021-06-01"));
}

void TestTimelineExport::tellsRelativeWords() {
    const auto document = fair();
    QVERIFY(relativeWords(*document, EventId{1}).empty()); // states the year
    QCOMPARE(std::string(relativeWords(*document, EventId{2})), std::string("Friday"));
    QVERIFY(relativeWords(*document, EventId{3}).empty());
}

void TestTimelineExport::writesTable() {
    const QStringList lines = exported(*fair(), "timeline-csv").split("\r\n");
    QCOMPARE(lines.size(), 5); // with the heading and what follows the last line end
    QVERIFY(lines[1].startsWith("v2,2021-05-04,2021-05-04,2021-05-04,happened,opening,,,2,"));
    QVERIFY(
        lines[2].startsWith("v3,2021-05-14,2021-05-14,2021-05-14,negated,march,union,Friday,1,"));
    QVERIFY(lines[3].startsWith("v4,,,,happened,rained,,,1,"));
}

void TestTimelineExport::writesCalendar() {
    const QString calendar = exported(*fair(), "calendar");
    QVERIFY(calendar.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    QVERIFY(calendar.endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n"));
    QCOMPARE(calendar.count("BEGIN:VEVENT"), 2);
    QVERIFY(calendar.contains("DTSTAMP:20210521T000000Z\r\n"));
    QVERIFY(calendar.contains("DTSTART;VALUE=DATE:20210504\r\nDTEND;VALUE=DATE:20210505\r\n"));
    QVERIFY(calendar.contains("SUMMARY:The opening on Tuesday\\, 4 May 2021 drew rain\r\n"));
    QCOMPARE(calendar.count("STATUS:CONFIRMED"), 1);
    QCOMPARE(calendar.count("STATUS:CANCELLED"), 1);
}

void TestTimelineExport::foldsLongLines() {
    std::string name = "The fair";
    for (int i = 0; i < 60; ++i)
        name += " é";
    test::DocumentBuilder b(name + " opened in May 2021.");
    b.sentence(name, "2021.");
    b.event(b.at("opened"), b.time(b.at("May 2021"), "2021-05"), {}, name);
    const QByteArray calendar = exported(*b.build(), "calendar").toUtf8();
    for (const QByteArray& line : calendar.split('\n')) {
        QVERIFY(line.size() <= 76);                       // 75 bytes and the carriage return
        QCOMPARE(QString::fromUtf8(line).toUtf8(), line); // no character is torn
    }
    QByteArray unfolded = calendar;
    unfolded.replace("\r\n ", "");
    QVERIFY(unfolded.contains("SUMMARY:" + QByteArray::fromStdString(name) + "\r\n"));
}

void TestTimelineExport::writesTimelineJs() {
    const QJsonObject story =
        QJsonDocument::fromJson(exported(*fair("<img src=x>"), "timelinejs").toUtf8()).object();
    const QJsonArray events = story["events"].toArray();
    QCOMPARE(events.size(), 2);
    const QJsonObject day = events[0].toObject()["start_date"].toObject();
    QCOMPARE(day["year"].toInt(), 2021);
    QCOMPARE(day["month"].toInt(), 5);
    QCOMPARE(day["day"].toInt(), 4);
    QVERIFY(!events[0].toObject().contains("end_date"));
    QCOMPARE(events[0].toObject()["display_date"].toString(), QString("4 May 2021"));
    QCOMPARE(events[1].toObject()["group"].toString(), QString("negated"));
    // TimelineJS takes its texts for HTML.
    const auto hostile = fair("<img src=x>");
    QVERIFY(!exported(*hostile, "timelinejs").contains("<img"));
}

QTEST_GUILESS_MAIN(TestTimelineExport)
#include "test_timeline_export.moc"

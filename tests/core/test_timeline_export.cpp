// The timeline as a table, a calendar and a TimelineJS story: mentions of one happening together,
// untrusted words as text, lines as the formats ask for them.
#include "core/document/happenings.h"
#include "core/formats/out/exporters.h"

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
    void joinsWhatOneClauseTells();
    void tellsTheTimeOfDay();
    void knowsOpenEnds();
    void namesByTheHeadline();
    void leavesStatesOut();
    void writesLinksAsUris();
    void closesDirections();

private:
    static std::shared_ptr<const Document> alarm();
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
    QVERIFY(lines[1].startsWith("v2,2021-05-04,2021-05-04,2021-05-04,,happened,opening,,,2,"));
    QVERIFY(
        lines[2].startsWith("v3,2021-05-14,2021-05-14,2021-05-14,,negated,march,union,Friday,1,"));
    QVERIFY(lines[3].startsWith("v4,,,,,happened,rained,,,1,"));
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

// "The alarm rang and a siren howled at 8.30am on Tuesday": two events of one clause, by the
// minute.
std::shared_ptr<const Document> TestTimelineExport::alarm() {
    test::DocumentBuilder b("The alarm rang and a siren howled at 8.30am on Tuesday. Crews came in "
                            "the evening. The mill has stood empty since 2016. It ran from 1990 to "
                            "2021.");
    b.block(BlockKind::Paragraph, b.parts.article.text);
    b.parts.article.published = *parseDate("2021-05-20");
    const TimeId clock = b.time(b.at("8.30am on Tuesday"), "2021-05-18T08:30", TimeType::Time);
    const TimeId evening = b.time(b.at("evening"), "2021-05-18TEV", TimeType::Time);
    const TimeId since = b.time(b.at("2016"), "2016");
    const TimeId from = b.time(b.at("1990"), "1990");
    b.time(b.at("2021"), "2021");
    const std::string clause = "The alarm rang and a siren howled at 8.30am on Tuesday";
    const auto add = [&](const char* word, TimeId time, const char* value,
                         const std::string& summary) {
        b.event(b.at(word), time, {}, summary);
        b.parts.events.back().value = value;
    };
    add("rang", clock, "2021-05-18", clause);
    add("howled", clock, "2021-05-18", clause);
    add("came", evening, "2021-05-18", "Crews came in the evening");
    add("stood", since, "2016/2021", "The mill has stood empty since 2016");
    add("ran", from, "1990/2021", "It ran from 1990 to 2021");
    return b.build();
}

void TestTimelineExport::joinsWhatOneClauseTells() {
    const auto document = alarm();
    const auto happenings = happeningsOf(*document);
    QCOMPARE(happenings.size(), std::size_t{4});
    QCOMPARE(happenings[0].shown, EventId{0});
    QCOMPARE(happenings[0].alongside, std::vector<EventId>{EventId{1}});
    QVERIFY(exported(*document, "timeline-csv").contains(",rang; howled,"));
}

void TestTimelineExport::tellsTheTimeOfDay() {
    const auto document = alarm();
    QCOMPARE(exactValue(*document, EventId{0})->toString(), std::string("2021-05-18T08:30"));
    const auto other = exactValue(*document, EventId{3});
    QVERIFY(!other || !other->timeOfDay());
    const QString table = exported(*document, "timeline-csv");
    QVERIFY(table.contains("2021-05-18,08:30,happened"));
    QVERIFY(table.contains("2021-05-18,18:00-22:00,happened"));
    const QString calendar = exported(*document, "calendar");
    QVERIFY(calendar.contains("DTSTART:20210518T083000\r\nSUMMARY"));
    QVERIFY(calendar.contains("DTSTART:20210518T180000\r\nDTEND:20210518T220000\r\n"));
    const QString page = exported(*document, "html");
    QVERIFY(page.contains("datetime=\"2021-05-18T08:30\">18 May 2021, 08:30</time>"));
    QVERIFY(page.contains(">18 May 2021, evening</span>"));
    const QJsonArray events = QJsonDocument::fromJson(exported(*document, "timelinejs").toUtf8())
                                  .object()["events"]
                                  .toArray();
    const QJsonObject alarm = events[2].toObject();
    QCOMPARE(alarm["start_date"].toObject()["hour"].toInt(), 8);
    QCOMPARE(alarm["start_date"].toObject()["minute"].toInt(), 30);
    QCOMPARE(alarm["display_date"].toString(), QString("18 May 2021, 08:30"));
}

void TestTimelineExport::knowsOpenEnds() {
    const auto document = alarm();
    QVERIFY(isOpenEnded(*document, EventId{3}));
    QVERIFY(!isOpenEnded(*document, EventId{4}));
    QVERIFY(!isOpenEnded(*document, EventId{0}));
}

// The headline says best what the body dates.
void TestTimelineExport::namesByTheHeadline() {
    test::DocumentBuilder b("Mayor quits\n\nThe mayor resigned on Tuesday, 4 May 2021.");
    b.block(BlockKind::Headline, "Mayor quits");
    b.block(BlockKind::Paragraph, "The mayor resigned on Tuesday, 4 May 2021.");
    b.event(b.at("quits"), std::nullopt, {}, "Mayor quits");
    b.event(b.at("resigned"), b.time(b.at("4 May 2021"), "2021-05-04"), {}, "The mayor resigned");
    b.parts.events.back().same = EventId{0};
    const auto document = b.build();
    const auto happenings = happeningsOf(*document);
    QCOMPARE(happenings.size(), std::size_t{1});
    QCOMPARE(happenings[0].shown, EventId{1});
    QCOMPARE(tellingMention(*document, happenings[0]), EventId{0});
    QVERIFY(exported(*document, "calendar").contains("SUMMARY:Mayor quits\r\n"));
}

void TestTimelineExport::leavesStatesOut() {
    Document::Parts parts = fair()->parts();
    parts.events[3].eventClass = EventClass::State;
    QCOMPARE(happeningsOf(Document(Document::Parts(parts))).size(), std::size_t{2});
    parts.events[0].eventClass = EventClass::Reporting; // a date makes it a happening
    QCOMPARE(happeningsOf(Document(std::move(parts))).size(), std::size_t{2});
}

void TestTimelineExport::writesLinksAsUris() {
    Document::Parts parts = fair()->parts();
    parts.article.url = "https://a.example/жизнь/\"<x>\"?a=1&b=%41%zz#c#d" + std::string(200, 'e');
    const QByteArray calendar = exported(Document(std::move(parts)), "calendar").toUtf8();
    for (const QByteArray& line : calendar.split('\n'))
        QVERIFY(line.size() <= 76);
    QByteArray unfolded = calendar;
    unfolded.replace("\r\n ", "");
    QVERIFY(unfolded.contains("URL:https://a.example/%D0%B6%D0%B8%D0%B7%D0%BD%D1%8C/"
                              "%22%3Cx%3E%22?a=1&b=%41%25zz#c%23d" +
                              QByteArray(200, 'e') + "\r\n"));
}

// An override that an untrusted name leaves open must not turn what other programs show after it.
void TestTimelineExport::closesDirections() {
    const std::string name = "The \u202Efair\u2066\u202A"; // override, isolate, embedding
    test::DocumentBuilder b(name + " opened in May 2021.");
    b.sentence(name, "2021.");
    b.event(b.at("opened"), b.time(b.at("May 2021"), "2021-05"), {}, name);
    const auto document = b.build();
    for (const char* format : {"calendar", "timelinejs"}) {
        QString text = exported(*document, format);
        text.replace("\r\n ", "");
        const qsizetype begin = text.indexOf(QChar(0x202E));
        QVERIFY(begin > 0);
        QVERIFY(text.indexOf(QString::fromUtf8("\u202C\u2069\u202C"), begin) > begin);
    }
}

QTEST_GUILESS_MAIN(TestTimelineExport)
#include "test_timeline_export.moc"

// Corrections as JSON come back as they were, and data of earlier versions still reads.
#include "core/formats/correction_data.h"
#include "tests/support/corrected_article.h"

#include <QtTest>

using namespace quoth;

namespace {

const std::string text = "Größe counts, said Ada Penrose. The clock stopped on Friday.\n";

Anchor at(const std::string& words) {
    const std::size_t begin = text.find(words);
    return makeAnchor(text, makeSpan(begin, begin + words.size()));
}

} // namespace

class TestCorrectionData : public QObject {
    Q_OBJECT
private slots:
    void comesBack();
    void readsOlderData();
    void refusesWhatIsNone_data();
    void refusesWhatIsNone();
    void readsDatesOfAllVersions_data();
    void readsDatesOfAllVersions();
    void keepsChecksAsData_data();
    void keepsChecksAsData();
};

// A second writing tells whatever a reading lost.
void TestCorrectionData::comesBack() {
    const OffsetMap offsets(text);
    const EntityRef ada{"Ada Penrose", EntityType::Person, at("Ada Penrose")};
    const EntityRef clock{"clock", EntityType::Other, std::nullopt};
    const std::vector<Correction> corrections = {
        MergeEntities{clock, ada},
        SplitEntity{ada, {at("Ada Penrose")}, "Eve"},
        SplitEntity{ada, {at("Ada Penrose")}, "clock", clock, {at("Friday")}},
        RenameEntity{ada, "Ada"},
        RetypeEntity{ada, EntityType::Place},
        DateEvent{at("stopped"), "2021-05-20/2021-05-23"},
        SetEventStatus{at("stopped"), EventStatus::Negated},
        RemoveEvent{at("stopped")},
        AddEvent{at("counts"), "2021-05", EventStatus::Planned, "Größe counts"},
        WithdrawStep{3},
    };
    const std::string json = writeCorrections(corrections, text, offsets);
    const auto back = readCorrections(json, text, offsets);
    QVERIFY(back);
    QCOMPARE(back->size(), corrections.size());
    QCOMPARE(writeCorrections(*back, text, offsets), json);
    const auto& split = std::get<SplitEntity>((*back)[2]);
    QVERIFY(split.into && split.into->name == "clock" && split.stay.size() == 1);
    QVERIFY(split.stay.front() == at("Friday"));
    const auto& added = std::get<AddEvent>((*back)[8]);
    QVERIFY(added.trigger == at("counts") && added.status == EventStatus::Planned);
    QCOMPARE(added.summary, std::string("Größe counts"));
    QCOMPARE(std::get<WithdrawStep>((*back)[9]).step, std::size_t{3});
}

void TestCorrectionData::readsOlderData() {
    const auto back = readCorrections(
        R"([{"do":"split","entity":{"name":"Ada Penrose","type":"person","mention":null},
             "mentions":[{"begin":19,"end":30,"exact":"Ada Penrose","before":"","after":""}],
             "name":"Eve"},
            {"do":"date","trigger":{"begin":42,"end":49,"exact":"stopped","before":"","after":""},
             "value":""}])",
        text, OffsetMap(text));
    QVERIFY(back);
    const auto& split = std::get<SplitEntity>(back->front());
    QCOMPARE(split.name, std::string("Eve"));
    QVERIFY(!split.into && split.stay.empty());
}

void TestCorrectionData::refusesWhatIsNone_data() {
    QTest::addColumn<QString>("json");
    const QString trigger = QStringLiteral(
        R"("trigger":{"begin":42,"end":49,"exact":"stopped","before":"","after":""})");
    const auto step = [&](const char* rest) {
        return QStringLiteral("[{%1,%2}]").arg(QString::fromLatin1(rest), trigger);
    };
    QTest::newRow("no status") << step(R"("do":"event-status","status":"perhaps")");
    QTest::newRow("no value") << step(
        R"("do":"event","value":"soon","status":"planned","summary":"")");
    QTest::newRow("no summary") << step(R"("do":"event","value":"2021","status":"planned")");
    QTest::newRow("no trigger") << QStringLiteral(R"([{"do":"no-event"}])");
}

void TestCorrectionData::refusesWhatIsNone() {
    QFETCH(QString, json);
    const auto back = readCorrections(json.toStdString(), text, OffsetMap(text));
    QVERIFY(!back);
    QCOMPARE(back.error().code, ErrorCode::Malformed);
}

void TestCorrectionData::readsDatesOfAllVersions_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("good");
    QTest::addColumn<bool>("guess");
    QTest::newRow("earlier") << QByteArray(R"([{"do":"published","date":"2021-05-20"}])") << true
                             << false;
    QTest::newRow("guess") << QByteArray(R"([{"do":"published","date":"2021-05-20","guess":true}])")
                           << true << true;
    QTest::newRow("damaged") << QByteArray(
                                    R"([{"do":"published","date":"2021-05-20","guess":"yes"}])")
                             << false << false;
}

void TestCorrectionData::readsDatesOfAllVersions() {
    QFETCH(QByteArray, json);
    QFETCH(bool, good);
    QFETCH(bool, guess);
    const OffsetMap offsets(test::article);
    const auto read = readCorrections(json.toStdString(), test::article, offsets);
    QCOMPARE(read.has_value(), good);
    if (!good) return;
    const DateArticle expected{std::chrono::year{2021} / 5 / 20, guess};
    QVERIFY(dateFrom({*read}, {}) == expected);
    QCOMPARE(QByteArray::fromStdString(writeCorrections(*read, test::article, offsets)), json);
}

void TestCorrectionData::keepsChecksAsData_data() {
    QTest::addColumn<QString>("details"); // of a check as JSON
    QTest::addColumn<QString>("read");    // "source|moment", or empty where refused
    QTest::newRow("before there were any") << ""
                                           << "|";
    QTest::newRow("all") << ",\"source\":\"tape <3>\",\"at\":\"2021-05-20T10:00:00Z\""
                         << "tape <3>|2021-05-20T10:00:00Z";
    QTest::newRow("source only") << ",\"source\":\"tape\""
                                 << "tape|";
    QTest::newRow("source that is no text") << ",\"source\":3"
                                            << "";
    QTest::newRow("no moment") << ",\"at\":\"2021-05-20\""
                               << "";
    QTest::newRow("moment that is no text") << ",\"at\":null"
                                            << "";
}

void TestCorrectionData::keepsChecksAsData() {
    QFETCH(QString, details);
    QFETCH(QString, read);
    const Document document{test::partsOf(test::article)};
    const std::string json =
        "[{\"do\":\"check\",\"quote\":{\"begin\":0,\"end\":12,\"exact\":\"“It is late,”\","
        "\"before\":\"\",\"after\":\"\"},\"state\":\"altered\",\"note\":\"so\"" +
        details.toStdString() + "}]";
    const auto list = readCorrections(json, document.text(), document.offsets());
    QCOMPARE(list.has_value(), !read.isEmpty());
    if (!list) return;
    const Document applied = apply(document, {*list}).document;
    const Quote& quote = applied.quotes()[0];
    QCOMPARE(quote.check, CheckState::Altered);
    QCOMPARE(QString::fromStdString(quote.checkSource) + "|" +
                 (quote.checkedAt ? QString::fromStdString(toIso(*quote.checkedAt)) : QString()),
             read);
    const std::string again = writeCorrections(*list, document.text(), document.offsets());
    QVERIFY(QString::fromStdString(again).contains("\"note\":\"so\"" + details + "}"));
}

QTEST_GUILESS_MAIN(TestCorrectionData)
#include "test_correction_data.moc"

// The annotated document: what it derives from its parts, and which parts it refuses.
#include "core/document/document.h"

#include <QtTest>

#include <limits>

using namespace quoth;

namespace {

Document::Parts small() {
    Document::Parts parts;
    parts.article.text = "A headline\n\nBy Ada Penrose\n\n“Yes,” said Zoë. “No,” said Ann.";
    parts.blocks = {{{0, 10}, BlockKind::Headline}, {{12, 26}, BlockKind::Byline}, {{28, 69}}};
    parts.sentences = {{0, 10}, {12, 26}, {28, 49}, {50, 69}};
    parts.entities = {{EntityType::Person, "Zoë", {{{44, 48}}}},
                      {EntityType::Person, "Ann", {{{65, 68}}}}};
    Quote yes, no;
    yes.content = {{28, 38}};
    yes.speaker = EntityId{0};
    no.content = {{50, 59}};
    no.speaker = EntityId{1};
    parts.quotes = {yes, no, no};
    parts.times = {{{12, 14}, TimeType::Date, "2021"}};
    parts.events = {{{2, 10}, TimeId{0}, "2021", {EntityId{1}}, "A headline"}};
    return parts;
}

using Break = void (*)(Document::Parts&);

} // namespace

Q_DECLARE_METATYPE(Break)

class TestDocument : public QObject {
    Q_OBJECT
private slots:
    void takesTitleAndBylineFromMetadataOrBlocks();
    void findsTheSentenceAtAByte();
    void listsSpeakersByNumberOfQuotes();
    void refusesBrokenParts_data();
    void refusesBrokenParts();
};

void TestDocument::takesTitleAndBylineFromMetadataOrBlocks() {
    Document::Parts parts = small();
    const Document plain{parts};
    QCOMPARE(plain.title(), std::string("A headline"));
    QCOMPARE(plain.byline(), std::string("Ada Penrose"));
    parts.article.title = "Another";
    parts.article.byline = "By Tom Hart";
    const Document told{parts};
    QCOMPARE(told.title(), std::string("Another"));
    QCOMPARE(told.byline(), std::string("Tom Hart"));
    QVERIFY(Document().title().empty());
}

void TestDocument::findsTheSentenceAtAByte() {
    const Document document{small()};
    QVERIFY(document.sentenceAt(0) == (Span{0, 10}));
    QVERIFY(document.sentenceAt(9) == (Span{0, 10}));
    QVERIFY(document.sentenceAt(10) == std::nullopt);
    QVERIFY(document.sentenceAt(50) == (Span{50, 69}));
    QVERIFY(document.sentenceAt(69) == std::nullopt);
    QVERIFY(document.sentenceAt(1000) == std::nullopt);
}

void TestDocument::listsSpeakersByNumberOfQuotes() {
    QVERIFY(Document(small()).speakers() == (std::vector<EntityId>{EntityId{1}, EntityId{0}}));
    Document::Parts even = small();
    even.quotes.pop_back();
    QVERIFY(Document(even).speakers() == (std::vector<EntityId>{EntityId{0}, EntityId{1}}));
}

void TestDocument::refusesBrokenParts_data() {
    QTest::addColumn<Break>("breakParts");
    QTest::newRow("block past the end") << Break{[](auto& p) { p.blocks[2].span.end = 70; }};
    QTest::newRow("sentence backwards") << Break{[](auto& p) { p.sentences[0] = {9, 4}; }};
    QTest::newRow("mention inside a character")
        << Break{[](auto& p) { p.entities[0].mentions[0].span.end = 47; }};
    QTest::newRow("quote inside a mark")
        << Break{[](auto& p) { p.quotes[0].content[0].begin = 29; }};
    QTest::newRow("quote without content") << Break{[](auto& p) { p.quotes[1].content.clear(); }};
    QTest::newRow("cue past the end") << Break{[](auto& p) { p.quotes[1].cue = {{70, 80}}; }};
    QTest::newRow("unknown speaker") << Break{[](auto& p) { p.quotes[0].speaker = EntityId{2}; }};
    QTest::newRow("unknown addressee")
        << Break{[](auto& p) { p.quotes[0].addressee = EntityId{9}; }};
    QTest::newRow("reason past the end") << Break{[](auto& p) {
        p.quotes[0].why = {{ReasonStep::Cue, "said", {70, 80}}};
    }};
    QTest::newRow("blocks out of order") << Break{[](auto& p) {
        p.blocks = {{{4, 8}, BlockKind::Paragraph}, {{0, 4}, BlockKind::Paragraph}};
    }};
    QTest::newRow("sentences that overlap") << Break{[](auto& p) {
        p.sentences = {{0, 4}, {3, 8}};
    }};
    QTest::newRow("confidence above 1") << Break{[](auto& p) { p.quotes[0].confidence = 1.5F; }};
    QTest::newRow("confidence that is no number")
        << Break{[](auto& p) { p.quotes[0].confidence = std::numeric_limits<float>::quiet_NaN(); }};
    QTest::newRow("markup as a time's value")
        << Break{[](auto& p) { p.times[0].value = "2021-W20\">"; }};
    QTest::newRow("event dated to no days") << Break{[](auto& p) { p.events[0].value = "P5Y"; }};
    QTest::newRow("time past the end") << Break{[](auto& p) { p.times[0].span.end = 99; }};
    QTest::newRow("trigger past the end") << Break{[](auto& p) { p.events[0].trigger.end = 99; }};
    QTest::newRow("unknown time") << Break{[](auto& p) { p.events[0].time = TimeId{1}; }};
    QTest::newRow("unknown participant")
        << Break{[](auto& p) { p.events[0].participants = {EntityId{2}}; }};
}

void TestDocument::refusesBrokenParts() {
    QFETCH(Break, breakParts);
    Document::Parts parts = small();
    QVERIFY(validate(parts).has_value());
    breakParts(parts);
    const Outcome outcome = validate(parts);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::Malformed);
}

QTEST_GUILESS_MAIN(TestDocument)
#include "test_document.moc"

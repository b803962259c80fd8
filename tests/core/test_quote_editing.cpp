// What a reader may do to the bounds of quotes, as a table of texts: [content], {cue}, <source>.
#include "core/quotes/quote_editing.h"
#include "core/text/structure.h"

#include <QtTest>

using namespace quoth;

namespace {

// Two quotes, one of them in two stretches.
const std::string text = "“We waited ten years,” Anna Berg said. “Nobody’s left behind.”\n\n"
                         "Lund said that the ferry would leave at six, and that it was full.\n";

Span spanOf(std::string_view words) {
    const std::size_t at = text.find(words);
    return makeSpan(at, at + words.size());
}

Document sample() {
    Document::Parts parts;
    parts.article.text = text;
    parts.blocks = findBlocks(text);
    for (const Block& block : parts.blocks)
        parts.sentences.push_back(block.span);
    parts.entities = {{EntityType::Person, "Anna Berg", {{spanOf("Anna Berg"), MentionKind::Name}}},
                      {EntityType::Person, "Lund", {{spanOf("Lund"), MentionKind::Name}}}};
    Quote first;
    first.kind = QuoteKind::Direct;
    first.content = {spanOf("“We waited ten years,”"), spanOf("“Nobody’s left behind.”")};
    first.cue = {spanOf("said")};
    first.source = {spanOf("Anna Berg")};
    first.speaker = EntityId{0};
    first.confidence = 0.9F;
    Quote second;
    second.kind = QuoteKind::Indirect;
    second.content = {spanOf("that the ferry would leave at six")};
    second.speaker = EntityId{1};
    second.confidence = 0.4F;
    second.check = CheckState::Confirmed;
    parts.quotes = {first, second};
    return Document(std::move(parts));
}

QByteArray bytes(std::string_view view) {
    return {view.data(), static_cast<int>(view.size())};
}

QString contentsOf(const Document& document) {
    QStringList quotes;
    for (const Quote& quote : document.quotes()) {
        QStringList spans;
        for (const Span& span : quote.content)
            spans << QString::fromUtf8(bytes(document.slice(span)));
        quotes << QString::fromUtf8(bytes(name(quote.kind))) + QStringLiteral(": ") +
                      spans.join(QStringLiteral(" | "));
    }
    return quotes.join(QLatin1Char('\n'));
}

QString contentOf(const Document& document, std::size_t quote) {
    return contentsOf(document).split(QLatin1Char('\n')).value(static_cast<int>(quote));
}

} // namespace

class TestQuoteEditing : public QObject {
    Q_OBJECT
private slots:
    void movesAnEdgeByWords_data() {
        QTest::addColumn<int>("quote");
        QTest::addColumn<bool>("begin");
        QTest::addColumn<int>("words");
        QTest::addColumn<QString>("content"); // empty: refused
        QTest::newRow("end later")
            << 1 << false << 1 << "indirect: that the ferry would leave at six,";
        QTest::newRow("end later by two")
            << 1 << false << 2 << "indirect: that the ferry would leave at six, and";
        QTest::newRow("end earlier")
            << 1 << false << -1 << "indirect: that the ferry would leave at";
        QTest::newRow("begin later") << 1 << true << 1 << "indirect: the ferry would leave at six";
        QTest::newRow("begin earlier swallows no mark")
            << 1 << true << -1 << "indirect: said that the ferry would leave at six";
        QTest::newRow("out of the marks")
            << 0 << true << 1 << "direct: We waited ten years,” | “Nobody’s left behind.”";
        QTest::newRow("a word with its clitic")
            << 0 << false << -2 << "direct: “We waited ten years,” | “Nobody’s left";
        QTest::newRow("nothing left of the first stretch")
            << 0 << true << 5 << "direct: “Nobody’s left behind.”";
        QTest::newRow("nothing left") << 1 << false << -7 << "";
        QTest::newRow("before the text") << 0 << true << -1 << "";
    }
    void movesAnEdgeByWords() {
        QFETCH(int, quote);
        QFETCH(bool, begin);
        QFETCH(int, words);
        QFETCH(QString, content);
        const Document document = sample();
        const auto id = makeId<QuoteTag>(static_cast<std::size_t>(quote));
        const auto change =
            QuoteEditing(document).moved(id, begin ? Edge::Begin : Edge::End, words);
        QCOMPARE(change.has_value(), !content.isEmpty());
        if (!change) return;
        QCOMPARE(contentOf(apply(document, {{*change}}).document, id.value), content);
    }

    // There and back again is where it was.
    void movesBack() {
        const Document document = sample();
        const auto there = QuoteEditing(document).moved(QuoteId{1}, Edge::End, 1);
        QVERIFY(there);
        const Document moved = apply(document, {{*there}}).document;
        const auto back = QuoteEditing(moved).moved(QuoteId{1}, Edge::End, -1);
        QVERIFY(back);
        QCOMPARE(contentsOf(apply(moved, {{*back}}).document), contentsOf(document));
    }

    void placesAnEdgeAtAWord() {
        const Document document = sample();
        const QuoteEditing editing(document);
        const auto end = editing.placed(QuoteId{1}, Edge::End, spanOf("leave").begin + 2);
        QVERIFY(end);
        QCOMPARE(contentOf(apply(document, {{*end}}).document, 1),
                 QStringLiteral("indirect: that the ferry would leave"));
        const auto begin = editing.placed(QuoteId{1}, Edge::Begin, spanOf("ferry").begin + 2);
        QVERIFY(begin);
        QCOMPARE(contentOf(apply(document, {{*begin}}).document, 1),
                 QStringLiteral("indirect: ferry would leave at six"));
    }

    // A cue that the content has swallowed is none any more.
    void swallowsTheCue() {
        const Document document = sample();
        auto change = QuoteEditing(document).moved(QuoteId{0}, Edge::End, -100);
        QVERIFY(!change);
        Document::Parts parts = document.parts();
        parts.quotes[0].content.pop_back();
        const Document one(std::move(parts));
        change = QuoteEditing(one).moved(QuoteId{0}, Edge::End, 2);
        QVERIFY(change);
        const Quote quote = apply(one, {{*change}}).document.quotes()[0];
        QVERIFY(quote.source.empty());
        QCOMPARE(quote.cue.size(), std::size_t{1});
        QCOMPARE(quote.kind, QuoteKind::Mixed);
    }

    void splits() {
        const Document document = sample();
        const auto step = QuoteEditing(document).split(QuoteId{0}, spanOf("left").begin + 1);
        QVERIFY(step);
        const Applied applied = apply(document, {*step});
        QVERIFY(applied.orphans.empty());
        QCOMPARE(contentOf(applied.document, 0),
                 QStringLiteral("direct: “We waited ten years,” | “Nobody’s"));
        QCOMPARE(contentOf(applied.document, 1), QStringLiteral("direct: left behind.”"));
        QCOMPARE(applied.document.quotes()[1].speaker, std::optional(EntityId{0}));
        QCOMPARE(applied.document.quotes()[0].cue.size(), std::size_t{1});
        QVERIFY(applied.document.quotes()[1].cue.empty());
    }

    void splitsOnlyInside() {
        const Document document = sample();
        const QuoteEditing editing(document);
        QVERIFY(!editing.split(QuoteId{1}, spanOf("that the ferry").begin));
        QVERIFY(!editing.split(QuoteId{1}, spanOf("and that").begin));
        QVERIFY(!editing.split(QuoteId{1}, static_cast<std::uint32_t>(text.size())));
        QVERIFY(!editing.split(QuoteId{0}, 0));
    }

    void joinsAfterASplit() {
        const Document document = sample();
        const Document split =
            apply(document, {*QuoteEditing(document).split(QuoteId{1}, spanOf("leave").begin)})
                .document;
        QCOMPARE(split.quotes().size(), std::size_t{3});
        const auto step = QuoteEditing(split).joined(QuoteId{1}, QuoteId{2});
        QVERIFY(step);
        const Applied joined = apply(split, {*step});
        QVERIFY(joined.orphans.empty());
        QCOMPARE(contentsOf(joined.document), contentsOf(document));
        QCOMPARE(joined.document.quotes()[1].check, CheckState::Confirmed);
        QVERIFY(!QuoteEditing(document).joined(QuoteId{1}, QuoteId{1}));
    }

    void addsASelection_data() {
        QTest::addColumn<QByteArray>("selected");
        QTest::addColumn<QString>("content"); // empty: refused
        QTest::newRow("parts of words")
            << bytes("nd that it was ful") << "indirect: and that it was full";
        QTest::newRow("takes the marks in")
            << bytes("obody’s left behin") << "direct: “Nobody’s left behind.”";
        QTest::newRow("part of what is quoted") << bytes("ten years") << "direct: ten years";
        QTest::newRow("quoted and not") << bytes("Berg said. “Nobody’s left behind.”")
                                        << "mixed: Berg said. “Nobody’s left behind.”";
        QTest::newRow("without the comma in front")
            << bytes(", and that it was full") << "indirect: and that it was full";
        QTest::newRow("no word") << bytes("\n\n") << "";
    }
    void addsASelection() {
        QFETCH(QByteArray, selected);
        QFETCH(QString, content);
        Document::Parts parts = sample().parts();
        parts.quotes.resize(0);
        const Document document(std::move(parts));
        const auto quote = QuoteEditing(document).added(spanOf(selected.toStdString()));
        QCOMPARE(quote.has_value(), !content.isEmpty());
        if (quote) QCOMPARE(contentsOf(apply(document, {{*quote}}).document), content);
    }

    void suggestsTheSpeakerBeside() {
        const Document document = sample();
        const auto quote = QuoteEditing(document).added(spanOf("and that it was full"));
        QVERIFY(quote && quote->speaker);
        QCOMPARE(quote->speaker->name, std::string("Lund"));
    }

    void emptyText() {
        const Document document{Document::Parts{}};
        QVERIFY(QuoteEditing(document).snapped({0, 0}).empty());
    }
};

QTEST_GUILESS_MAIN(TestQuoteEditing)
#include "test_quote_editing.moc"

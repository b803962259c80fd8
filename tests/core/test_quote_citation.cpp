// Quotes for use elsewhere: who said it, in what words, and where it stands.
#include "core/formats/out/quote_citation.h"
#include "tests/support/sample_document.h"

#include <QtTest>

using namespace quoth;
using quoth::test::DocumentBuilder;
namespace sample = quoth::test::sample;

namespace {

// One sentence, one quote; the words between stretches are told by "|" in `content`.
Document told(const QString& text, const QString& speaker, const QString& source,
              const QString& cue, const QString& content, QuoteKind kind,
              QuoteAct act = QuoteAct::Speech) {
    DocumentBuilder b(text.toStdString());
    b.parts.article.title = "News";
    b.parts.sentences = {makeSpan(0, b.parts.article.text.size())};
    b.parts.blocks = {{b.parts.sentences[0], BlockKind::Paragraph}};
    Quote quote;
    quote.kind = kind;
    quote.act = act;
    for (const QString& stretch : content.split('|'))
        quote.content.push_back(b.at(stretch.toStdString()));
    if (!cue.isEmpty()) quote.cue = {b.at(cue.toStdString())};
    if (!source.isEmpty()) {
        quote.source = {b.at(source.toStdString())};
        const bool named = speaker.contains(source) || source.contains(speaker);
        if (!speaker.isEmpty())
            quote.speaker =
                b.entity(EntityType::Person, speaker.toStdString(),
                         {{quote.source[0],
                           named && speaker[0].isUpper() ? MentionKind::Name : MentionKind::Noun}});
    } else if (!speaker.isEmpty()) {
        quote.speaker = b.entity(EntityType::Person, speaker.toStdString(), {});
    }
    b.quote(quote);
    return *b.build();
}

QString cited(const Document& document, QuoteId quote, CitationFormat format,
              const CitedArticle& article = {}) {
    return QString::fromStdString(citation(document, quote, format, article));
}

} // namespace

class TestQuoteCitation : public QObject {
    Q_OBJECT
private slots:
    void citesInPlainWords_data();
    void citesInPlainWords();
    void citesInMarkdown();
    void citesInHtml();
    void namesTheArticle();
    void citesSeveral();
};

void TestQuoteCitation::citesInPlainWords_data() {
    using enum QuoteKind;
    QTest::addColumn<Document>("document");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const Document& document, const char* words) {
        QTest::newRow(name) << document << QString::fromUtf8(words);
    };
    row("direct", told("“It is late.” Ann said.", "Ann", "Ann", "said", "“It is late.”", Direct),
        "“It is late.” — Ann");
    row("comma before the attribution",
        told("“It is late,” Ann said.", "Ann", "Ann", "said", "“It is late,”", Direct),
        "“It is late” — Ann");
    row("two stretches",
        told("“It is,” Ann said, “late.”", "Ann", "Ann", "said", "“It is,”|“late.”", Direct),
        "“It is” … “late.” — Ann");
    row("paragraph that goes on",
        told("Ann said: “It is late.\n“Go.”", "Ann", "Ann", "said", "“It is late.|“Go.”", Direct),
        "“It is late.” … “Go.” — Ann");
    row("nested",
        told("“He said ‘no’,” Ann said.", "Ann", "Ann", "said", "“He said ‘no’,”", Direct),
        "“He said ‘no’” — Ann");
    row("single marks",
        told("‘It is late,’ Ann said.", "Ann", "Ann", "said", "‘It is late,’", Direct),
        "‘It is late’ — Ann");
    row("straight marks", told("\"Late,\" Ann said.", "Ann", "Ann", "said", "\"Late,\"", Direct),
        "\"Late\" — Ann");
    row("transcript",
        told("Ann: He said “no” twice", "Ann", "Ann", "", "He said “no” twice", Direct),
        "“He said ‘no’ twice” — Ann");
    row("unknown speaker", told("“Shame!” it rang.", "", "", "", "“Shame!”", Direct),
        "“Shame!” — unknown speaker");
    row("thought in marks",
        told("“Late,” thought Ann.", "Ann", "Ann", "thought", "“Late,”", Direct, QuoteAct::Thought),
        "“Late” — Ann (thought)");
    row("unnamed", told("“Late,” a guard said.", "guard", "a guard", "said", "“Late,”", Direct),
        "“Late” — a guard");

    row("indirect",
        told("Lund said that the ferry sails.", "Peter Lund", "Lund", "said",
             "that the ferry sails", Indirect),
        "Peter Lund said that the ferry sails.");
    row("negated, with an addressee",
        told("Lund did not tell us that it sails.", "Peter Lund", "Lund", "tell", "that it sails",
             Indirect),
        "Peter Lund did not tell us that it sails.");
    row("mixed",
        told("Lund said the ferry was “quite ready”.", "Peter Lund", "Lund", "said",
             "the ferry was “quite ready”", Mixed),
        "Peter Lund said the ferry was “quite ready”.");
    row("mixed that asks",
        told("Lund asked whether we were “ready?”", "Peter Lund", "Lund", "asked",
             "whether we were “ready?”", Mixed),
        "Peter Lund asked whether we were “ready?”");
    row("abbreviation at the end",
        told("Lund said it sails at 6 p.m.", "Peter Lund", "Lund", "said", "it sails at 6 p.m.",
             Indirect),
        "Peter Lund said it sails at 6 p.m.");
    row("attribution after",
        told("The ferry sails, Lund said.", "Peter Lund", "Lund", "said", "The ferry sails",
             Indirect),
        "According to Peter Lund, the ferry sails.");
    row("attribution within",
        told("The ferry, Lund said, sails.", "Peter Lund", "Lund", "said", "The ferry,|sails",
             Indirect),
        "According to Peter Lund, the ferry … sails.");
    row("name first",
        told("Holm waits, Holm said.", "Holm", "Holm", "said", "Holm waits", Indirect),
        "According to Holm, Holm waits.");
    row("noun for a cue",
        told("Lund’s claim that it sails", "Peter Lund", "Lund", "claim", "that it sails",
             Indirect),
        "According to Peter Lund, it sails.");
    row("unnamed, reported",
        told("A guard said that it is late.", "guard", "A guard", "said", "that it is late",
             Indirect),
        "A guard said that it is late.");
    row("nobody known, reported", told("that it is late", "", "", "", "that it is late", Indirect),
        "According to an unknown speaker, it is late.");
    row("thought",
        told("Lund believes that it sails.", "Peter Lund", "Lund", "believes", "that it sails",
             Indirect, QuoteAct::Thought),
        "Peter Lund believes that it sails.");
    row("thought, attribution after",
        told("it sails, Lund believes.", "Peter Lund", "Lund", "believes", "it sails", Indirect,
             QuoteAct::Thought),
        "Peter Lund thought that it sails.");
}

void TestQuoteCitation::citesInPlainWords() {
    QFETCH(Document, document);
    QFETCH(QString, words);
    QCOMPARE(cited(document, QuoteId{0}, CitationFormat::Plain), words);
}

void TestQuoteCitation::citesInMarkdown() {
    const Document direct = told("“5 * 3 < _x_,” A*B & Co said.", "A*B & Co", "A*B & Co", "said",
                                 "“5 * 3 < _x_,”", QuoteKind::Direct);
    const CitedArticle article{"[A] & B", "https://example.org/a_b",
                               parseDate("2021-05-20").value()};
    QCOMPARE(cited(direct, QuoteId{0}, CitationFormat::Markdown, article),
             QString("> “5 \\* 3 \\< \\_x\\_”\n>\n> — A\\*B \\& Co, "
                     "[*\\[A\\] \\& B*](<https://example.org/a_b>), 20 May 2021"));
    const Document indirect = told("1. FC said that it won.", "1. FC", "1. FC", "said",
                                   "that it won", QuoteKind::Indirect);
    QCOMPARE(cited(indirect, QuoteId{0}, CitationFormat::Markdown),
             QString("1\\. FC said that it won."));
}

void TestQuoteCitation::citesInHtml() {
    const Document direct =
        told("“<b>,” A<B said.", "A<B", "A<B", "said", "“<b>,”", QuoteKind::Direct);
    const CitedArticle article{"R & D", "https://example.org/?a&b", parseDate("2021-05-20").value(),
                               true};
    const QString from = "<cite><a href=\"https://example.org/?a&amp;b\">R &amp; D</a></cite>, "
                         "<time datetime=\"2021-05-20\">20 May 2021</time> (date guessed)";
    QCOMPARE(cited(direct, QuoteId{0}, CitationFormat::Html, article),
             "<blockquote><p>“&lt;b&gt;”</p><p>— A&lt;B, " + from + "</p></blockquote>");
    const Document indirect =
        told("Ann said it was late.", "Ann", "Ann", "said", "it was late", QuoteKind::Indirect);
    QCOMPARE(cited(indirect, QuoteId{0}, CitationFormat::Html, article),
             "<p>Ann said it was late. — " + from + "</p>");
}

void TestQuoteCitation::namesTheArticle() {
    const Document document =
        told("“Late,” Ann said.", "Ann", "Ann", "said", "“Late,”", QuoteKind::Direct);
    const auto plain = [&](const CitedArticle& article) {
        return cited(document, QuoteId{0}, CitationFormat::Plain, article);
    };
    const Date day = parseDate("2021-05-20").value();
    QCOMPARE(plain({"Who “pays”?", {}, day}), QString("“Late” — Ann, “Who ‘pays’?”, 20 May 2021"));
    QCOMPARE(plain({"T", {}, day, true}), QString("“Late” — Ann, “T”, 20 May 2021 (date guessed)"));
    QCOMPARE(plain({"", "https://example.org/", {}}),
             QString("“Late” — Ann, https://example.org/"));
    QCOMPARE(plain({"", "javascript:x", {}}), QString("“Late” — Ann"));
}

void TestQuoteCitation::citesSeveral() {
    const auto document = test::sampleDocument();
    QCOMPARE(QString::fromStdString(
                 citations(*document, {sample::jobs, sample::shame}, CitationFormat::Plain)),
             QString("Tom Adeyemi said that the closure would cost 140 jobs. — “Harbour board "
                     "votes to close Pier Nine”, 19 May 2021\n\n“Shame!” — unknown speaker, "
                     "“Harbour board votes to close Pier Nine”, 19 May 2021"));

    auto guessed = test::sampleBuilder();
    guessed.parts.article.publishedIsGuess = true;
    QVERIFY(citations(*guessed.build(), {sample::shame}, CitationFormat::Plain)
                .ends_with(", 19 May 2021 (date guessed)"));
}

QTEST_GUILESS_MAIN(TestQuoteCitation)
#include "test_quote_citation.moc"

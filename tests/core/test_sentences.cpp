// Sentences: where they end, and where a stop does not end one.
#include "core/text/sentences.h"
#include "core/text/structure.h"
#include "core/text/tokens.h"
#include "tests/support/text_dump.h"

#include <QtTest>

using namespace quoth;

class TestSentences : public QObject {
    Q_OBJECT
private slots:
    void splits_data();
    void splits();
    void staysWithinBlocks();
    void cutsEndlessText();
};

void TestSentences::splits_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentences");
    const auto row = [](const char* name, const char* text, const char* sentences = nullptr) {
        QTest::newRow(name) << QString::fromUtf8(text)
                            << QString::fromUtf8(sentences ? sentences : text); // one sentence
    };
    row("empty", "");
    row("two", "He came. She left.", "He came. | She left.");
    row("titles", "Mr. Smith met Sen. J. R. Jones and Dr. Ann Lee of St. Louis.");
    row("company", "Apple Inc. Chief Executive Tim Cook resigned.");
    row("company ends", "He leads Apple Inc. The firm grew.",
        "He leads Apple Inc. | The firm grew.");
    row("country", "The U.S. Senate met.");
    row("country ends", "He left the U.S. They stayed.", "He left the U.S. | They stayed.");
    row("clock", "It began at 5 p.m. Thursday in Rome.");
    row("clock ends", "It began at 5 p.m. Police came.", "It began at 5 p.m. | Police came.");
    row("months", "On Sept. 5 and Jan. 6 it rained.");
    row("plain no", "He said no. The rest agreed.", "He said no. | The rest agreed.");
    row("lower-case goes on", "\"Stop!\" he said. \"Now.\"", "\"Stop!\" he said. | \"Now.\"");
    row("verb before the name", "\"Why?\" asked Mr Smith.");
    row("name before the verb", "“Why?” Mr Smith asked. He waited.",
        "“Why?” Mr Smith asked. | He waited.");
    row("quotation then sentence", "“Why?” Nobody in the room knew what to say.",
        "“Why?” | Nobody in the room knew what to say.");
    row("stop and bare attribution", "“We won.” Anna Lee said. They lost.",
        "“We won.” Anna Lee said. | They lost.");
    row("pronoun after a question", "“Did we win?” He answered that we had.",
        "“Did we win?” | He answered that we had.");
    row("marked state", "PORTSMOUTH, N.H. — He won.");
    row("year begins a list no more", "1998. The war began.", "1998. | The war began.");
    row("inside a quotation", "“We won. They lost,” she said.", "“We won. | They lost,” she said.");
    row("stop inside marks", "He said: “We won.” She wept.", "He said: “We won.” | She wept.");
    row("single marks", "'We won.' She wept. 'So did I.'", "'We won.' | She wept. | 'So did I.'");
    row("nested close", "“He said ‘no.’” She wept.", "“He said ‘no.’” | She wept.");
    row("brackets", "It fell (he was 5.) Then it rose. (See below.) Fine.",
        "It fell (he was 5.) | Then it rose. | (See below.) | Fine.");
    row("ellipsis goes on", "Well... maybe so. And… yes.", "Well... maybe so. | And… yes.");
    row("ellipsis ends", "He trailed off... The room was still.",
        "He trailed off... | The room was still.");
    row("many stops", "What?! No!! Fine.", "What?! | No!! | Fine.");
    row("numbers", "It rose 3.5 points to 1,200. Then it fell.",
        "It rose 3.5 points to 1,200. | Then it fell.");
    row("list", "1. First the talks begin.");
    row("glued", "It is devalued.He said so.", "It is devalued. | He said so.");
    row("brand", "An iPhone sold. iPhones sell. eBay too.",
        "An iPhone sold. | iPhones sell. | eBay too.");
    row("question in the middle", "“Is it over?” she asked, “or not?”");
    row("handle", "It is done. @quoth agrees.", "It is done. | @quoth agrees.");
    row("ideographs", "東京で。北京で。", "東京で。 | 北京で。");
    row("bullets", "We need: • bread • salt", "We need: | • bread | • salt");
    row("nbsp", "He came.\u00A0She left.", "He came. | She left.");
}

void TestSentences::splits() {
    QFETCH(QString, text);
    QFETCH(QString, sentences);
    const std::string utf8 = text.toStdString();
    TokenizedText out;
    out.text = utf8;
    if (!utf8.empty()) out.blocks = {{makeSpan(0, utf8.size()), BlockKind::Paragraph}};
    out.tokens = tokenize(utf8, out.blocks);
    out.sentences = splitSentences(utf8, out.blocks, out.tokens);
    QCOMPARE(QString::fromStdString(test::dumpSentences(out)), sentences);
}

void TestSentences::staysWithinBlocks() {
    const std::string text = "No stop here\n\nMr.\nSmith came";
    const TokenizedText out = analyzePlainArticle(text);
    QCOMPARE(QString::fromStdString(test::dumpSentences(out)),
             QStringLiteral("No stop here | Mr. | Smith came"));
    std::uint32_t next = 0;
    for (const Sentence& sentence : out.sentences) {
        QVERIFY(out.blocks[sentence.block].span.contains(sentence.span));
        QCOMPARE(sentence.tokens.begin, next);
        next = sentence.tokens.end;
    }
    QCOMPARE(next, static_cast<std::uint32_t>(out.tokens.size()));
}

void TestSentences::cutsEndlessText() {
    std::string text;
    for (int i = 0; i < 20000; ++i)
        text += "word ";
    const TokenizedText out = analyzePlainArticle(text);
    QVERIFY(out.sentences.size() >= 20);
    for (const Sentence& sentence : out.sentences)
        QVERIFY(sentence.tokens.size() <= 1001);
}

QTEST_GUILESS_MAIN(TestSentences)
#include "test_sentences.moc"

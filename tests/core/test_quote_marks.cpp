// Quoted stretches: pairing, nesting, missing marks, paragraphs that go on, and kinds.
#include "tests/support/text_dump.h"

#include <QtTest>

using namespace quoth;

class TestQuoteMarks : public QObject {
    Q_OBJECT
private slots:
    void pairs_data();
    void pairs();
    void kinds_data();
    void kinds();
    void survivesManyMarks_data();
    void survivesManyMarks();
};

void TestQuoteMarks::pairs_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("stretches");
    const auto row = [](const char* name, const char* text, const char* stretches) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(stretches);
    };
    row("empty", "", "");
    row("none", "Nobody's words here.", "");
    row("straight", "\"We won it,\" he said. \"They lost it.\"",
        "S \"We won it,\" | S \"They lost it.\"");
    row("curly", "“We won it,” he said.", "S “We won it,”");
    row("mixed", "“We won it,\" he said, \"and they lost.”",
        "S “We won it,\" | S \"and they lost.”");
    row("wrong way round", "”We won it,” he said, “and they lost.“",
        "S ”We won it,” | S “and they lost.“");
    row("British", "'We won it,' he said. 'It's ours.'", "S 'We won it,' | S 'It's ours.'");
    row("British curly", "‘We won it,’ he said. ‘It’s ours.’", "S ‘We won it,’ | S ‘It’s ours.’");
    row("LaTeX", "``We won it,'' he said.", "S ``We won it,''");
    row("two singles for both", "''We won it,'' he said.", "S ''We won it,''");
    row("German", "„We won it“, he said.", "S „We won it“");
    row("guillemets", "«We won it», he said.", "S «We won it»");
    row("nested", "“He told me ‘go now, please’ and I went,” she said.",
        "S “He told me ‘go now, please’ and I went,” | S> ‘go now, please’");
    row("nested the British way", "'He told me \"go now, please\" and I went,' she said.",
        "S 'He told me \"go now, please\" and I went,' | S> \"go now, please\"");
    row("nested at both ends", "“‘Go now, please,’ he told me, ‘or I will shout.’”",
        "S “‘Go now, please,’ he told me, ‘or I will shout.’” | S> ‘Go now, please,’ | "
        "S> ‘or I will shout.’");
    row("nested in its own kind", "\"He told me, \"Go now, please,\" and I went,\" she said.",
        "S \"He told me, \"Go now, please,\" and I went,\" | S> \"Go now, please,\"");
    row("plural possessive inside", "'The players' union is strong,' he said.",
        "S 'The players' union is strong,'");
    row("over sentences", "“We won. They lost. That is all,” he said.",
        "S “We won. They lost. That is all,”");
    row("paragraph goes on", "“We won it all.\n\n“They lost it all,” he said.",
        "S “We won it all.? | S+0 “They lost it all,”");
    row("three paragraphs",
        "He said: “One thing first.\n\n“Two things then.\n\n“Three things last.”",
        "S “One thing first.? | S+0 “Two things then.? | S+1 “Three things last.”");
    row("paragraph goes on, straight", "\"We won it all.\n\n\"They lost it all,\" he said.",
        "S \"We won it all.? | S+0 \"They lost it all,\"");
    row("paragraph goes on, British", "'We won it all.\n\n'They lost it all,' he said.",
        "S 'We won it all.? | S+0 'They lost it all,'");
    row("closed before the next", "“We won it all.”\n\n“They lost it all,” he said.",
        "S “We won it all.” | S “They lost it all,”");
    row("missing at the end", "“We won it all, he said.\n\nThey lost.", "S “We won it all,?");
    row("missing without attribution", "“We won it all. They lost.\n\nIt rained.",
        "S “We won it all. They lost.?");
    row("crossed, double opens", "The “Green Valley’ project and the mayor’s “Blue Hill’ one.",
        "T “Green Valley’ | T “Blue Hill’");
    row("crossed, single opens", "‘We won it all,” he said.", "S ‘We won it all,”");
    row("alone between spaces", "He said: ” We won it all, ” and left.", "S ” We won it all, ”");
    row("ayin", "Imam ‘Abd al-Qader wrote to Abba ‘Enbaqom.", "");
    row("detached clitic", "Panama 's people and Rome ’s too.", "");
    row("missing in the middle", "“We won it all. “They lost it all,” he said.",
        "S “We won it all.? | S “They lost it all,”");
    row("goes on without a mark", "“We won it all.\n\nThey lost it all,” he said.",
        "S “We won it all.? | S+0 ?They lost it all,”");
    row("opening mark missing", "It rained. We won it all,” he said.", "S ?We won it all,”");
    row("stray", "It was 5” long and he left” early.", "");
    row("mark on its own line", "He said: “\n\nWe won it all.”", "S ?We won it all.”");
    row("inches", "The 12\" record and the 7\" one.", "");
    row("inches inside", "\"A 12\" record is fine by me,\" he said.",
        "S \"A 12\" record is fine by me,\"");
    row("stray mark after a nested stretch", "‘He “did” it.’ So be it,” he said.",
        "S ‘He “did” it.’ | S> “did” | S ?So be it,”");
    row("glued", "He said,\"We won it all.\"She left.", "S \"We won it all.\"");
    row("apostrophes", "Rock 'n' roll of the '90s: 'em all, players' and don't.", "");
    row("nbsp", "«\u00A0We won it all\u00A0», he said.", "S «\u00A0We won it all\u00A0»");
    row("emoji", "“We won 😀,” he said.", "S “We won 😀,”");
    row("combining", "“Cafe\u0301 de\u0301butant won,” he said.",
        "S “Cafe\u0301 de\u0301butant won,”");
    row("dash", "“We were—” he said. “—and are—here.”", "S “We were—” | S “—and are—here.”");
}

void TestQuoteMarks::pairs() {
    QFETCH(QString, text);
    QFETCH(QString, stretches);
    const std::string utf8 = text.toStdString();
    QCOMPARE(QString::fromStdString(test::dumpStretches(analyzePlainArticle(utf8))), stretches);
}

void TestQuoteMarks::kinds_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("stretches");
    const auto row = [](const char* name, const char* text, const char* stretches) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(stretches);
    };
    row("said", "The talks had been “constructive”, he said.", "S “constructive”");
    row("called", "He called it a “disaster”.", "S “disaster”");
    row("clause", "It was “what we wanted” from the start.", "S “what we wanted”");
    row("scare", "The “experts” were wrong about the harvest.", "C “experts”");
    row("so-called", "The so-called “ghost towns” are empty.", "M “ghost towns”");
    row("known as", "He is known as ‘the Baker’ in town.", "M ‘the Baker’");
    row("nickname", "Wells nicknamed “Lucky” is here.", "M “Lucky”");
    row("film", "The film “Night Train” opens today.", "T “Night Train”");
    row("work by form", "Her “Songs of the Northern Sea” sold well.",
        "T “Songs of the Northern Sea”");
    row("headline case", "A Poll Finds ‘Deep Divide’ in Town\n\nThe lead went on for long.",
        "C ‘Deep Divide’");
    row("proclaimed", "They had one message: “Save Our Harbour.”", "S “Save Our Harbour.”");
    row("sentence", "“We are ready to go.”", "S “We are ready to go.”");
}

void TestQuoteMarks::kinds() {
    pairs();
}

void TestQuoteMarks::survivesManyMarks_data() {
    QTest::addColumn<QByteArray>("unit");
    QTest::newRow("pairs") << QByteArray("\"a\" ");
    QTest::newRow("openings") << QByteArray("\"a ");
    QTest::newRow("closings") << QByteArray("a,\" ");
    QTest::newRow("bare") << QByteArray("\"");
    QTest::newRow("apostrophes") << QByteArray("'");
    QTest::newRow("alternating") << QByteArray("\"a 'b ");
    QTest::newRow("players") << QByteArray("'players' ");
    QTest::newRow("curly in one line") << QByteArray("\xE2\x80\x9C\xE2\x80\x98");
    QTest::newRow("paragraphs") << QByteArray("\"Open again.\n\n");
}

void TestQuoteMarks::survivesManyMarks() {
    QFETCH(QByteArray, unit);
    const std::string text = unit.repeated(100000).toStdString();
    const TokenizedText out = analyzePlainArticle(text);
    std::uint32_t last = 0;
    const auto stretches = findQuotedStretches(out);
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        const QuotedStretch& s = stretches[i];
        QVERIFY(s.tokens.begin < s.tokens.end && s.span.begin >= last);
        last = s.span.begin;
        if (s.parent) {
            QVERIFY(*s.parent < i);
            QVERIFY(stretches[*s.parent].span.contains(s.span));
        }
        if (s.continues) QVERIFY(*s.continues < i);
    }
}

QTEST_GUILESS_MAIN(TestQuoteMarks)
#include "test_quote_marks.moc"

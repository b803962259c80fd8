// Questions and speakers that only their letters set off: kept by the importers, read as turns.
#include "core/formats/in/importers.h"
#include "core/quotes/turns.h"
#include "core/text/sentences.h"
#include "core/text/structure.h"
#include "core/text/tokens.h"

#include <QtTest>

using namespace quoth;

namespace {

// A block a line; questions begin with "? ".
QString dump(const Expected<Imported>& imported) {
    if (!imported) return "error";
    std::string out;
    for (const Block& block : imported->article.blocks)
        out += (block.question ? "? " : "") +
               std::string(slice(imported->article.text, block.span)) + "\n";
    return QString::fromStdString(out);
}

} // namespace

class TestInterview : public QObject {
    Q_OBJECT
private slots:
    void keepsRoles_data() {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("blocks");
        QTest::newRow("bold paragraphs, one of which does not ask")
            << "<p>The composer Ann Lee talks of her new work.</p>"
               "<p><b>Why do you write?</b></p><p>I must.</p><p><strong>You moved here.</strong>"
               "</p><p>Yes, from Osric.</p><p><em>What comes next for you?</em></p><p>Sleep.</p>"
            << "The composer Ann Lee talks of her new work.\n? Why do you write?\nI must.\n"
               "? You moved here.\nYes, from Osric.\n? What comes next for you?\nSleep.\n";
        QTest::newRow("a bold lead before them")
            << "<p><b>The composer talks of her work.</b></p><p><b>Why?</b></p><p>I must.</p>"
               "<p><b>How?</b></p><p>I sit.</p><p><b>When?</b></p><p>At night I do.</p>"
            << "The composer talks of her work.\n? Why?\nI must.\n? How?\nI sit.\n? When?\n"
               "At night I do.\n";
        QTest::newRow("in the paragraphs of the answers")
            << "<p><b>Why do you write?</b> I must.</p><p><b>Did you move here?</b><br>Yes.</p>"
               "<p><b>What is next?</b> Sleep.</p><p><b>Really?</b> Yes.</p>"
            << "? Why do you write?\nI must.\n? Did you move here?\nYes.\n? What is next?\nSleep.\n"
               "? Really?\nYes.\n";
        QTest::newRow("headings")
            << "<h1>Ann Lee talks</h1><h2>Why do you write?</h2><p>I must write, I think, or stop."
               "</p><h2>Where do you write?</h2><p>I sit in the kitchen with the cat.</p>"
               "<h2>What is next?</h2><p>I want to sleep for a year and then see.</p>"
            << "Ann Lee talks\n? Why do you write?\nI must write, I think, or stop.\n"
               "? Where do you write?\nI sit in the kitchen with the cat.\n? What is next?\n"
               "I want to sleep for a year and then see.\n";
        QTest::newRow("bold paragraphs that ask nothing")
            << "<p><b>The vote.</b></p><p>It was close.</p><p><b>The count.</b></p><p>It was long."
               "</p><p><b>The result?</b></p><p>Nobody knows it.</p>"
            << "The vote.\nIt was close.\nThe count.\nIt was long.\nThe result?\n"
               "Nobody knows it.\n";
        QTest::newRow("names in bold letters")
            << "<p><b>Ann Lee</b> Where were you?</p><p><b>Bo Ek</b> At home.</p>"
               "<p><b>Ann Lee</b> Since when?</p><p><b>Bo Ek</b> Since noon.</p>"
            << "Ann Lee: Where were you?\nBo Ek: At home.\nAnn Lee: Since when?\n"
               "Bo Ek: Since noon.\n";
        QTest::newRow("bold words at the head of paragraphs")
            << "<p><b>Osric</b> The council voted.</p><p><b>Holm</b> The ferry ran.</p>"
            << "Osric The council voted.\nHolm The ferry ran.\n";
    }
    void keepsRoles() {
        QFETCH(QString, body);
        QTEST(dump(importBytes("<html><body><article>" + body.toStdString() + "</article></body>",
                               "a.html")),
              "blocks");
    }

    void keepsRolesOfMarkdown() {
        QCOMPARE(dump(importBytes("# Ann Lee talks\n\n**Why?**\n\nI must.\n\n**How?**\n\nI sit.\n\n"
                                  "**When?**\n\nAt night.\n",
                                  "a.md")),
                 QString("Ann Lee talks\n? Why?\nI must.\n? How?\nI sit.\n? When?\nAt night.\n"));
    }

    void keepsRolesOfOfficeDocuments() {
        for (const char* name : {"interview.docx", "interview.odt"}) {
            const auto imported = importFile(std::string(QUOTH_TEST_DATA "/office/") + name);
            const QStringList lines = dump(imported).split('\n');
            QCOMPARE(lines.size(), 11);
            for (qsizetype i = 2; i < 10; i += 2)
                QVERIFY2(lines[i].startsWith("? ") && !lines[i + 1].startsWith("? "),
                         qPrintable(lines[i]));
        }
        // Where no style tells the headline, the text does, and the questions stay.
        const std::string plain =
            "<office:document office:mimetype='application/vnd.oasis.opendocument.text'>"
            "<office:automatic-styles><style:style style:family='text' style:name='T'>"
            "<style:text-properties fo:font-weight='bold'/></style:style>"
            "</office:automatic-styles><office:body><office:text><text:p>Ann Lee talks</text:p>" +
            [] {
                std::string turns;
                for (int i = 0; i < 3; ++i)
                    turns += "<text:p><text:span text:style-name='T'>Why </text:span>"
                             "<text:span text:style-name='T'>do you?</text:span></text:p>"
                             "<text:p>I must, since nobody else wants to do it at all.</text:p>";
                return turns;
            }() +
            "</office:text></office:body></office:document>";
        const auto imported = importBytes(plain, "a.fodt");
        QCOMPARE(imported->article.blocks.front().kind, BlockKind::Headline);
        QCOMPARE(dump(imported).count("? Why do you?\nI must"), 3);
    }

    void findsTurns_data() {
        QTest::addColumn<QString>("lines"); // questions begin with "? "
        QTest::addColumn<QString>("turns"); // of questions and answers
        QTest::newRow("questions to you, answers by me")
            << "? Why do you write?\nI must.\nMy mother wrote.\n? You moved?\nYes, I did.\n"
               "? What next?\nSleep, for me.\nThe play opens in May."
            << "Why do you write?\nYou moved?\nWhat next?\nI must. | My mother wrote.\n"
               "Yes, I did.\nSleep, for me.\n";
        QTest::newRow("an explainer")
            << "? What is the bill?\nIt is a law on ferries.\n? Who wrote it?\nThe ministry did.\n"
               "? When is the vote?\nThe vote is in May."
            << "";
        QTest::newRow("answers in quote marks, the reporter between them")
            << "? Why do you write?\n\u201CI must.\u201D\nShe laughs.\n? You moved?\n\u201CI did."
               "\u201D\n? Are you glad?\n\u201CVery.\u201D\nThe play opens in May."
            << "Why do you write?\nYou moved?\nAre you glad?\n\u201CI must.\u201D\n"
               "\u201CI did.\u201D\n\u201CVery.\u201D\n";
        QTest::newRow("two questions only") << "? Why do you?\nI must.\n? Do you?\nI do."
                                            << "";
        QTest::newRow("labels") << "Q: Why do you write?\nA: I must."
                                << "Why do you write?\nI must.\n";
    }
    void findsTurns() {
        QFETCH(QString, lines);
        std::string plain;
        std::vector<bool> questions;
        for (QString line : lines.split('\n')) {
            questions.push_back(line.startsWith("? "));
            if (questions.back()) line.remove(0, 2);
            plain += (plain.empty() ? "" : "\n\n") + line.toStdString();
        }
        std::vector<Block> blocks;
        for (std::size_t begin = 0, i = 0; begin < plain.size(); ++i) {
            const std::size_t end = std::min(plain.find("\n\n", begin), plain.size());
            blocks.push_back({makeSpan(begin, end), BlockKind::Paragraph, questions[i]});
            begin = end + 2;
        }
        TokenizedText text;
        text.text = plain;
        text.blocks = refineBlocks(plain, blocks);
        text.tokens = tokenize(plain, text.blocks);
        text.sentences = splitSentences(plain, text.blocks, text.tokens);
        QString found;
        for (const Turn& turn : findTurns(text, {})) {
            QStringList parts;
            for (const TurnPart& part : turn.parts)
                parts << QString::fromStdString(std::string(text.slice(text.spanOf(part.words))));
            found += parts.join(" | ") + "\n";
        }
        QTEST(found, "turns");
    }
};

QTEST_GUILESS_MAIN(TestInterview)
#include "test_interview.moc"

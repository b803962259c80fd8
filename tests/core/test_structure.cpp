// Structure: which line is what, datelines and credits within lines, the stated date.
#include "core/text/structure.h"
#include "tests/support/text_dump.h"

#include <QtTest>

using namespace quoth;

class TestStructure : public QObject {
    Q_OBJECT
private slots:
    void finds_data();
    void finds();
    void refines_data();
    void refines();
    void statesDate_data();
    void statesDate();
};

namespace {

// A paragraph of whole sentences, to stand below what a row tests.
const QString lead = QStringLiteral("The two ministers met in the old harbour hall on Tuesday and "
                                    "spoke for three hours.");
const QString body = QStringLiteral("They will meet again in the autumn, both sides said.");

} // namespace

void TestStructure::finds_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("blocks");
    // $L and $B stand for the two paragraphs above.
    const auto row = [](const char* name, QString text, QString blocks) {
        for (QString* s : {&text, &blocks})
            s->replace("$L", lead).replace("$B", body);
        QTest::newRow(name) << text << blocks;
    };
    row("empty", "", "");
    row("white space", " \n\u00A0\n\t", "");
    row("one paragraph", "$L", "paragraph{$L}");
    row("no headline", "$L\n\n$B", "paragraph{$L} paragraph{$B}");
    row("headline", "Ministers hold talks\n\n$L\n$B",
        "headline{Ministers hold talks} paragraph{$L} paragraph{$B}");
    row("headline with a stop", "Two Ministers Hold Long Talks in Harbour.\n\n$L",
        "headline{Two Ministers Hold Long Talks in Harbour.} paragraph{$L}");
    row("question", "Will the talks last?\n\n$L", "headline{Will the talks last?} paragraph{$L}");
    row("standfirst", "Ministers hold talks\n\nHarbour town waits for news\n\n$L\n\n$B",
        "headline{Ministers hold talks} standfirst{Harbour town waits for news} paragraph{$L} "
        "paragraph{$B}");
    row("standfirst of sentences", "Ministers hold talks\n$B\nBy Ann Lee\n\n$L",
        "headline{Ministers hold talks} standfirst{$B} byline{By Ann Lee} paragraph{$L}");
    row("kicker", "WORLD\nMinisters hold talks\n$L\n$B",
        "standfirst{WORLD} headline{Ministers hold talks} paragraph{$L} paragraph{$B}");
    row("byline", "Ministers hold talks\nBy Ann Lee and Bo de Vries\n20 May 2021\n\n$L",
        "headline{Ministers hold talks} byline{By Ann Lee and Bo de Vries} dateline{20 May 2021} "
        "paragraph{$L}");
    row("byline with a role", "Ministers hold talks\nAnn Lee, Staff Writer\n$L",
        "headline{Ministers hold talks} byline{Ann Lee, Staff Writer} paragraph{$L}");
    row("bare name", "Ministers hold talks\nAnn Lee\n$L",
        "headline{Ministers hold talks} byline{Ann Lee} paragraph{$L}");
    row("agency as author", "Ministers hold talks\nAFP in Paris\nThu 20 May 2021 08.00 BST\n$L",
        "headline{Ministers hold talks} byline{AFP in Paris} dateline{Thu 20 May 2021 08.00 BST} "
        "paragraph{$L}");
    row("not a byline", "By 2030 the harbour will be closed to ships, they said.\n\n$L",
        "paragraph{By 2030 the harbour will be closed to ships, they said.} paragraph{$L}");
    row("published line", "Ministers hold talks\nPublished: 20 May 2021\n$L",
        "headline{Ministers hold talks} dateline{Published: 20 May 2021} paragraph{$L}");
    row("agency dateline", "Oslo (AFP) – $L", "dateline{Oslo (AFP) –} paragraph{$L}");
    row("full dateline", "LONDON, May 20 (Reuters) - $L",
        "dateline{LONDON, May 20 (Reuters) -} paragraph{$L}");
    row("capitals", "NAIROBI — $L", "dateline{NAIROBI —} paragraph{$L}");
    row("capitals with state", "ANAHEIM, Calif. -- $L",
        "dateline{ANAHEIM, Calif. --} paragraph{$L}");
    row("place only", "Cape Town - $L", "dateline{Cape Town -} paragraph{$L}");
    row("date after the dash", "CAIRO – 26 July 2022: $L",
        "dateline{CAIRO – 26 July 2022:} paragraph{$L}");
    row("agency first", "(Reuters) - $L", "dateline{(Reuters) -} paragraph{$L}");
    row("no dash", "TODAY NORTH (EFE) $L", "dateline{TODAY NORTH (EFE)} paragraph{$L}");
    row("between slashes", "Oslo /NTB/ $L", "dateline{Oslo /NTB/} paragraph{$L}");
    row("aside, not a dateline",
        "Lee – Norway's best-known sailor – said on Monday that she would "
        "retire at the end of the year.\n$L",
        "paragraph{Lee – Norway's best-known sailor – said on Monday that she would retire at the "
        "end of the year.} paragraph{$L}");
    row("credit after a dash", "$L\n\n$B – AP", "paragraph{$L} paragraph{$B} credit{– AP}");
    row("credit in brackets", "$L\n\n$B (Reuters)",
        "paragraph{$L} paragraph{$B} credit{(Reuters)}");
    row("credit lines", "$L\n\n$B\n\n(Reporting by Ann Lee; Editing by Bo Vik)\n© 2021 AFP",
        "paragraph{$L} paragraph{$B} credit{(Reporting by Ann Lee; Editing by Bo Vik)} "
        "credit{© 2021 AFP}");
    row("caption", "$L\nThe hall at dawn. Photo: Bo Vik\n$B",
        "paragraph{$L} credit{The hall at dawn. Photo: Bo Vik} paragraph{$B}");
    row("brackets that are no credit", "$L\n\nIt joined the bloc (EU).",
        "paragraph{$L} paragraph{It joined the bloc (EU).}");
    row("quotation, not a credit", "$L\n\n“To be is to do.” — Ann Lee",
        "paragraph{$L} paragraph{“To be is to do.” — Ann Lee}");
    row("subheading", "$L\n\nA long winter\n\n$B",
        "paragraph{$L} headline{A long winter} paragraph{$B}");
    row("list", "$L\nBread\nSalt\nWine\n$B",
        "paragraph{$L} paragraph{Bread} paragraph{Salt} paragraph{Wine} paragraph{$B}");
    row("bullets", "$L\n• Bread and salt\n• Wine\n$B",
        "paragraph{$L} paragraph{• Bread and salt} paragraph{• Wine} paragraph{$B}");
    row("address on top", "https://example.org/a\n\n$L",
        "credit{https://example.org/a} paragraph{$L}");
    row("broken in the middle", "The two ministers met in the hall\nand spoke.\n\n$L",
        "paragraph{The two ministers met in the hall\nand spoke.} paragraph{$L}");
    row("wrapped to a width",
        "Ministers hold talks\n\n"
        "The two ministers met in the old harbour hall on\n"
        "Tuesday and spoke for three hours about fish and\n"
        "the fleet. Norway wants more of both, its people\n"
        "said.\n\n"
        "They will meet again in the autumn, both of them\n"
        "told the press. Reykjavik is the likely place, a\n"
        "diplomat said.",
        "headline{Ministers hold talks} "
        "paragraph{The two ministers met in the old harbour hall on\n"
        "Tuesday and spoke for three hours about fish and\n"
        "the fleet. Norway wants more of both, its people\n"
        "said.} "
        "paragraph{They will meet again in the autumn, both of them\n"
        "told the press. Reykjavik is the likely place, a\n"
        "diplomat said.}");
}

void TestStructure::finds() {
    QFETCH(QString, text);
    QFETCH(QString, blocks);
    const std::string utf8 = text.toStdString();
    QCOMPARE(QString::fromStdString(test::dumpBlocks(utf8, findBlocks(utf8))), blocks);
}

void TestStructure::refines_data() {
    QTest::addColumn<QString>("lines"); // the first is stated to be the headline
    QTest::addColumn<QString>("blocks");
    QTest::newRow("byline, dateline, credits")
        << "Talks begin\nBy Ann Lee\nOslo (AFP) – They met. – AFP\n \nPhoto: Bo Vik"
        << "headline{Talks begin} byline{By Ann Lee} dateline{Oslo (AFP) –} "
           "paragraph{They met.} credit{– AFP} credit{Photo: Bo Vik}";
    QTest::newRow("a standfirst that nothing marks")
        << "Talks begin\nThe sides met on Monday\nBy Ann Lee\n20 May 2021\nThey met."
        << "headline{Talks begin} standfirst{The sides met on Monday} byline{By Ann Lee} "
           "dateline{20 May 2021} paragraph{They met.}";
    QTest::newRow("a name below the second paragraph")
        << "Talks begin\nThey met.\nThey talked.\nBy Ann Lee"
        << "headline{Talks begin} paragraph{They met.} paragraph{They talked.} "
           "paragraph{By Ann Lee}";
}

void TestStructure::refines() {
    QFETCH(QString, lines);
    QFETCH(QString, blocks);
    const std::string text = lines.toStdString();
    std::vector<Block> stated;
    std::size_t begin = 0;
    for (std::size_t end; begin < text.size(); begin = end + 1) {
        end = std::min(text.find('\n', begin), text.size());
        stated.push_back(
            {makeSpan(begin, end), stated.empty() ? BlockKind::Headline : BlockKind::Paragraph});
    }
    QCOMPARE(QString::fromStdString(test::dumpBlocks(text, refineBlocks(text, stated))), blocks);
}

void TestStructure::statesDate_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("date");
    QTest::newRow("British") << "20 May 2021"
                             << "2021-05-20";
    QTest::newRow("American") << "May 20th, 2021"
                              << "2021-05-20";
    QTest::newRow("ISO") << "Posted 2021-05-20 10:00"
                         << "2021-05-20";
    QTest::newRow("abbreviated") << "Updated Sept. 3, 2021"
                                 << "2021-09-03";
    QTest::newRow("weekday") << "Thu 20 May 2021 08.00 BST"
                             << "2021-05-20";
    QTest::newRow("dateline") << "LONDON, May 20, 2021 (AP) – They met and spoke at length in town."
                              << "2021-05-20";
    QTest::newRow("dateline of IPS") << "DAKAR, Jul 25 2022 (IPS) - They met and spoke at length."
                                     << "2022-07-25";
    QTest::newRow("byline") << "By Ann Lee | 20 May 2021"
                            << "2021-05-20";
    QTest::newRow("updated first") << "Updated: 21 May 2021\nPublished: 20 May 2021"
                                   << "2021-05-20";
    QTest::newRow("no year") << "LONDON, May 20 (AP) – They met and spoke at length in town."
                             << "";
    QTest::newRow("impossible") << "31 February 2021"
                                << "";
    QTest::newRow("in the story") << "They met on 20 May 2021 and spoke at length in the town."
                                  << "";
}

void TestStructure::statesDate() {
    QFETCH(QString, line);
    QFETCH(QString, date);
    const std::string text = ("Ministers hold talks\n" + line + "\n" + lead).toStdString();
    const auto found = findStatedDate(text, findBlocks(text));
    QCOMPARE(found ? QString::fromStdString(toIso(*found)) : QString(), date);
}

QTEST_GUILESS_MAIN(TestStructure)
#include "test_structure.moc"

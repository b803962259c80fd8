// Words at places on a page become an article: made up, without a PDF document.
#include "core/formats/annotation_names.h"
#include "core/formats/in/pdf_layout.h"

#include <QtTest>

using namespace quoth;

namespace {

enum Style { Plain, Bold, Italic };

// A page on which lines are set, letters half as wide as high.
class Sheet {
public:
    Sheet() { m_page.width = 600, m_page.height = 800; }

    Sheet& line(double x, double y, const char* text, double size = 10, Style style = Plain) {
        const QStringList words = QString::fromUtf8(text).split(u' ');
        for (const QString& word : words) {
            PdfWord next;
            next.x = x;
            next.y = y;
            next.width = static_cast<double>(word.size()) * size / 2;
            next.height = next.size = size;
            next.spaceAfter = &word != &words.back();
            next.bold = style == Bold;
            next.italic = style == Italic;
            next.text = word.toStdString();
            x = next.right() + size / 2;
            m_page.words.push_back(next);
        }
        return *this;
    }
    // Lines below each other.
    Sheet& lines(double x, double y, const std::vector<const char*>& texts, double size = 10) {
        for (const char* text : texts) {
            line(x, y, text, size);
            y += 1.2 * size;
        }
        return *this;
    }
    const PdfPage& page() const { return m_page; }

private:
    PdfPage m_page;
};

QString dump(const std::vector<Sheet>& sheets, const char* title = "") {
    PdfText text;
    text.title = title;
    for (const Sheet& sheet : sheets)
        text.pages.push_back(sheet.page());
    std::string out;
    const PdfArticle article = layOut(text);
    if (!article.title.empty()) out += "title: " + article.title + "\n";
    if (!article.url.empty()) out += "url: " + article.url + "\n";
    for (const ArticleLine& line : article.lines)
        out += std::string(name(line.kind)) + ": " + line.text + "\n";
    return QString::fromStdString(out);
}

} // namespace

class TestPdfLayout : public QObject {
    Q_OBJECT
private slots:
    void laysOut_data() {
        QTest::addColumn<QString>("article");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const QString& article, const char* expected) {
            QTest::newRow(name) << article << QString::fromUtf8(expected);
        };
        row("nothing", dump({}), "");
        row("indents",
            dump({Sheet()
                      .lines(50, 50,
                             {"The council voted on Monday to close",
                              "the old bridge to all the traffic."})
                      .line(65, 74, "It will be closed for two years.")
                      .line(65, 86, "Nobody answered.")}),
            "paragraph: The council voted on Monday to close the old bridge to all the traffic.\n"
            "paragraph: It will be closed for two years.\nparagraph: Nobody answered.\n");
        row("gaps",
            dump({Sheet()
                      .lines(50, 50,
                             {"The council voted on Monday to close",
                              "the old bridge to the whole traffic."})
                      .lines(50, 84, {"It will be closed, as they said, for two", "years."})}),
            "paragraph: The council voted on Monday to close the old bridge to the whole traffic.\n"
            "paragraph: It will be closed, as they said, for two years.\n");
        row("short last lines",
            dump({Sheet().lines(50, 50,
                                {"The council voted on Monday to close", "the bridge.",
                                 "It will be closed for two years, said", "its leader."})}),
            "paragraph: The council voted on Monday to close the bridge.\n"
            "paragraph: It will be closed for two years, said its leader.\n");
        row("hyphens",
            dump({Sheet().lines(
                50, 50,
                {"The govern-", "ment has well-", "known and long-", "term plans for the north-",
                 "east and pre-", "and post-war houses, twenty-", "two of them, and for the Anglo-",
                 "Saxon ones. A long-term loan of the govern\u00AD", "ment pays."})}),
            "paragraph: The government has well-known and long-term plans for the north-east and "
            "pre- and post-war houses, twenty-two of them, and for the Anglo-Saxon ones. A "
            "long-term loan of the government pays.\n");
        row("ligatures", dump({Sheet().line(50, 50, "The o\uFB03ce \uFB01nds \uFB02oods\uF0B7.")}),
            "paragraph: The office finds floods.\n");
        row("small capitals and letters in other fonts",
            dump({Sheet().line(50, 50, "W").line(55, 51, "ASHINGTON", 8).line(95, 50, "said no.")}),
            "paragraph: WASHINGTON said no.\n");
        row("a drop cap",
            dump({Sheet()
                      .line(50, 50, "T", 26)
                      .lines(65, 52, {"he council voted on", "Monday to close the"})
                      .lines(50, 76, {"bridge for two years in", "all."})}),
            "paragraph: The council voted on Monday to close the bridge for two years in all.\n");
        row("a drop cap that is a word",
            dump({Sheet()
                      .line(50, 50, "A", 26)
                      .lines(65, 52, {"man came to the", "harbour. The man"})
                      .lines(50, 76, {"said that he would stay", "there."})}),
            "paragraph: A man came to the harbour. The man said that he would stay there.\n");
        const std::vector<const char*> left = {
            "The council voted on", "Monday to close the old", "bridge to all traffic and",
            "to build a tunnel below", "the river, which will be"};
        const std::vector<const char*> right = {
            "open to traffic in three", "years. Its leader said", "that it would cost about",
            "forty million crowns, or", "twice as much as planned."};
        const char* whole =
            "The council voted on Monday to close the old bridge to all traffic and "
            "to build a tunnel below the river, which will be open to traffic in "
            "three years. Its leader said that it would cost about forty million "
            "crowns, or twice as much as planned.\n";
        row("two columns",
            dump({Sheet()
                      .line(50, 20, "Council votes to close the bridge", 18)
                      .lines(50, 60, left)
                      .lines(200, 60, right)}),
            (std::string("headline: Council votes to close the bridge\nparagraph: ") + whole)
                .c_str());
        row("two columns whose lines are not as high",
            dump({Sheet().lines(50, 60, left).lines(200, 65, right)}),
            (std::string("paragraph: ") + whole).c_str());
        row("columns below columns",
            dump({Sheet()
                      .lines(50, 60, left)
                      .lines(200, 60, right)
                      .line(50, 140, "What happens to the old bridge", 13, Bold)
                      .lines(50, 170,
                             {"Some want to keep it for", "those who walk. It is the",
                              "oldest of the country,", "said Ruth Cole, and the"})
                      .lines(200, 170,
                             {"most beautiful. She asked", "the council to wait for a",
                              "year with the decision on", "what becomes of it."})}),
            (std::string("paragraph: ") + whole +
             "headline: What happens to the old bridge\n"
             "paragraph: Some want to keep it for those who walk. It is the oldest of the country, "
             "said Ruth Cole, and the most beautiful. She asked the council to wait for a year "
             "with the decision on what becomes of it.\n")
                .c_str());
        row("a list is no column",
            dump({Sheet()
                      .line(50, 50, "1.")
                      .line(70, 50, "He came on Monday.")
                      .line(50, 62, "2.")
                      .line(70, 62, "He went on Friday.")
                      .line(50, 74, "3.")
                      .line(70, 74, "He rests.")
                      .line(50, 86, "4.")
                      .line(70, 86, "She does not rest.")}),
            "paragraph: 1. He came on Monday.\nparagraph: 2. He went on Friday.\n"
            "paragraph: 3. He rests.\nparagraph: 4. She does not rest.\n");
        row("heads, feet and numbers of pages",
            dump({Sheet()
                      .line(50, 20, "The Gazette 14 May")
                      .lines(50, 100, left)
                      .line(300, 780, "7"),
                  Sheet()
                      .line(50, 20, "The Gazette 14 May")
                      .lines(50, 100, right)
                      .line(300, 780, "8")}),
            (std::string("paragraph: ") + whole).c_str());
        row("pages that are all alike",
            dump({Sheet().line(50, 50, "Nothing."), Sheet().line(50, 50, "Nothing.")}),
            "paragraph: Nothing. Nothing.\n");
        row("what a browser prints around a page",
            dump({Sheet()
                      .line(20, 15, "5/14/24, 3:46\u202FPM", 8)
                      .line(200, 15, "Bridge to close", 8)
                      .line(50, 50, "Bridge to close", 20)
                      .line(50, 90, "The council voted.")
                      .line(20, 780, "https://a.example/bridge", 8)
                      .line(550, 780, "1/1", 8)},
                 "Bridge to close"),
            "title: Bridge to close\nurl: https://a.example/bridge\nheadline: Bridge to close\n"
            "paragraph: The council voted.\n");
        row("an address that a browser shortened",
            dump({Sheet()
                      .line(50, 50, "Bridge to close", 20)
                      .line(50, 90, "The council voted.")
                      .line(20, 780, "https://a.example/bri\u2026 1/1", 8)}),
            "headline: Bridge to close\nparagraph: The council voted.\n");
        row("notes and captions",
            dump({Sheet()
                      .line(50, 50, "The council voted on Monday.")
                      .line(190, 49, "2", 6)
                      .line(198, 50, "It closes")
                      .line(50, 64, "The bridge. Photo: Mia Stone", 7)
                      .line(50, 76, "the old bridge at once.")
                      .line(50, 700, "2", 5)
                      .line(54, 700, "By ten votes to two.", 7)}),
            "paragraph: The council voted on Monday. It closes the old bridge at once.\n");
        row("powers stay",
            dump({Sheet()
                      .line(50, 50, "It has 60 m")
                      .line(105, 49, "2", 6)
                      .line(110, 50, "of room.")}),
            "paragraph: It has 60 m2 of room.\n");
        row("a quotation set large",
            dump({Sheet()
                      .line(50, 20, "Bridge to close", 20)
                      .lines(50, 60,
                             {"The council voted on Monday to",
                              "close it. \u201CIt is too old,\u201D said"})
                      .line(50, 90, "\u201CIt is too old,\u201D", 14)
                      .lines(50, 110, {"Ruth Cole. She voted for it as all", "others did."})}),
            "headline: Bridge to close\nparagraph: The council voted on Monday to close it. "
            "\u201CIt is too old,\u201D said Ruth Cole. She voted for it as all others "
            "did.\n");
        row("the paper's name above the headline",
            dump({Sheet()
                      .line(50, 20, "The Gazette", 30)
                      .line(50, 60, "Bridge to close for two years", 20)
                      .line(50, 90, "By Mia Stone")
                      .line(50, 110, "The council voted on Monday.")}),
            "headline: Bridge to close for two years\nparagraph: By Mia Stone\n"
            "paragraph: The council voted on Monday.\n");
        row("a standfirst",
            dump({Sheet()
                      .line(50, 60, "Bridge to close for two years", 20)
                      .line(50, 90, "Traders fear for their shops", 10, Bold)
                      .line(50, 110, "By Mia Stone")
                      .line(50, 130, "The council voted on Monday.")}),
            "headline: Bridge to close for two years\nstandfirst: Traders fear for their shops\n"
            "paragraph: By Mia Stone\nparagraph: The council voted on Monday.\n");
        for (const char* title : {"bridge.pdf", "Microsoft Word - Bridge final.doc", "Untitled 1",
                                  "the bridge v3.docx", "http://a.example/b c"})
            row(title, dump({Sheet().line(50, 90, "The council voted.")}, title),
                "paragraph: The council voted.\n");
        row("a title of the metadata",
            dump({Sheet().line(50, 90, "The council voted.")}, "Bridge to close"),
            "title: Bridge to close\nparagraph: The council voted.\n");
    }
    void laysOut() {
        QFETCH(QString, article);
        QFETCH(QString, expected);
        QCOMPARE(article, expected);
    }

    void readsTurnedPages() {
        PdfText text;
        PdfPage page = Sheet().lines(50, 60, {"The council voted on", "Monday."}).page();
        for (PdfWord& word : page.words) { // as if the sheet lay on its right side
            word = PdfWord{600 - word.bottom(), word.x, word.height, word.width, word.size, 1,
                           word.spaceAfter,     false,  false,       word.text};
        }
        text.pages.push_back(page);
        QCOMPARE(layOut(text).lines.front().text, std::string("The council voted on Monday."));
    }

    void readsWords() {
        const std::string head(pdfWordsHead);
        const auto text =
            readPdfWords(head + "title\tA bridge\npage\t100\t200.5\n"
                                "word\t1\t2.5\t30\t10\t9\t0\t1\tABCDEF+Times-Bold\tNo\n"
                                "end\n");
        QVERIFY(text.has_value());
        QCOMPARE(text->title, std::string("A bridge"));
        const PdfWord& word = text->pages.at(0).words.at(0);
        QCOMPARE(word.text, std::string("No"));
        QVERIFY(word.bold && !word.italic && word.spaceAfter);
        QCOMPARE(word.bottom(), 12.5);
    }

    void refusesOtherLines() {
        const std::string head(pdfWordsHead);
        for (const char* rest : {"", "title\ta\n", "page\t1\nend\n", "page\tnan\t1\nend\n",
                                 "page\t1e300\t1\nend\n", "word\t1\t1\t1\t1\t1\t0\t0\t\ta\nend\n",
                                 "page\t1\t1\nword\t1\t1\nend\n", "end\nend\n", "boo\nend\n"})
            QVERIFY2(!readPdfWords(head + rest).has_value(), rest);
        QVERIFY(readPdfWords("quoth-pdf\t2\nend\n").error().code == ErrorCode::NewerVersion);
    }

    // Many words in one place, as no page has them: no more than some work for each.
    void bearsCrowds() {
        PdfText text;
        text.pages.emplace_back();
        for (int i = 0; i < 100'000; ++i) {
            PdfWord word;
            word.x = i % 300;
            word.y = i % 7;
            word.width = 5;
            word.height = i % 3 == 0 ? 600 : 0.5;
            word.size = 10;
            word.text = "a";
            text.pages.back().words.push_back(word);
        }
        QVERIFY(!layOut(text).lines.empty());
    }
};

QTEST_GUILESS_MAIN(TestPdfLayout)
#include "test_pdf_layout.moc"

// Exports of a small document, hostile strings included; files are written whole or not at all.
#include "core/formats/in/importers.h"
#include "core/formats/out/check_sheet.h"
#include "core/formats/out/exporters.h"
#include "core/support/output_file.h"
#include "tests/support/sample_document.h"

#include <QTemporaryDir>
#include <QtTest>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

using namespace quoth;

namespace {

// "SPEAKER said: CONTENT" as one quote by one person.
Document said(const std::string& speaker, const std::string& content) {
    Document::Parts parts;
    parts.article.text = speaker + " said: " + content;
    const std::size_t cue = speaker.size() + 1, begin = speaker.size() + 7;
    const std::size_t end = parts.article.text.size();
    parts.blocks = {{makeSpan(0, end), BlockKind::Paragraph}};
    parts.sentences = {makeSpan(0, end)};
    Entity entity;
    entity.type = EntityType::Person;
    entity.name = speaker;
    entity.mentions = {{makeSpan(0, speaker.size()), MentionKind::Name}};
    parts.entities = {entity};
    Quote quote;
    quote.kind = QuoteKind::Direct;
    quote.content = {makeSpan(begin, end)};
    quote.cue = {makeSpan(cue, cue + 4)};
    quote.source = {makeSpan(0, speaker.size())};
    quote.speaker = EntityId{0};
    quote.confidence = 0.975F;
    parts.quotes = {quote};
    return Document(std::move(parts));
}

QString csvLine(const Document& document) {
    const QString csv =
        QString::fromStdString(findExporter("csv")->write(document, ExportContext{}));
    return csv.section("\r\n", 1);
}

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("?");
}

} // namespace

class TestExporters : public QObject {
    Q_OBJECT
private slots:
    void listsFormats();
    void writesCsv_data();
    void writesCsv();
    void countsCodePointsInCsv();
    void tellsChecks();
    void marksWhatIsDoubtful();
    void writesTheCheckSheet();
    void showsWordsAroundAClaim();
    void keepsHostileTextOutOfTheSheet();
    void writesFiles();
    void keepsTheOldFile();
    void followsLinksAsCopyingDoes();
    void passesOverLeftovers();
    void refusesPagesTooLargeToOpen();
};

void TestExporters::listsFormats() {
    QVERIFY(findExporter("json") && findExporter("csv"));
    QVERIFY(!findExporter("docx"));
}

void TestExporters::writesCsv_data() {
    QTest::addColumn<QString>("speaker");
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("line");
    QTest::newRow("plain")
        << "Ann"
        << "No."
        << "q1,direct,speech,Ann,,No.,said,Ann,0.98,10,13,Ann said: No.,unchecked,,,,no\r\n";
    QTest::newRow("comma") << "Ann"
                           << "No, no."
                           << "q1,direct,speech,Ann,,\"No, no.\",said,Ann,0.98,10,17,\"Ann said: "
                              "No, no.\",unchecked,,,,no\r\n";
    QTest::newRow("marks and line end")
        << "Ann"
        << "\"No\n\""
        << "q1,direct,speech,Ann,,\"\"\"No\n\"\"\",said,Ann,0.98,10,15,"
           "\"Ann said: \"\"No\n\"\"\",unchecked,,,,no\r\n";
    QTest::newRow("formula") << "=A1"
                             << "=HYPERLINK(0)"
                             << "q1,direct,speech,'=A1,,'=HYPERLINK(0),said,'=A1,0.98,10,23,'=A1 "
                                "said: =HYPERLINK(0),unchecked,,,,no\r\n";
    QTest::newRow("plus, minus")
        << "+A"
        << "-1"
        << "q1,direct,speech,'+A,,'-1,said,'+A,0.98,9,11,'+A said: -1,unchecked,,,,no\r\n";
    QTest::newRow("at, tab")
        << "@A"
        << "\t1"
        << "q1,direct,speech,'@A,,'\t1,said,'@A,0.98,9,11,'@A said: \t1,unchecked,,,,no\r\n";
}

void TestExporters::writesCsv() {
    QFETCH(QString, speaker);
    QFETCH(QString, content);
    QFETCH(QString, line);
    QCOMPARE(csvLine(said(speaker.toStdString(), content.toStdString())), line);
}

void TestExporters::countsCodePointsInCsv() {
    const std::string csv = findExporter("csv")->write(said("Zoë 😀", "“No”"), ExportContext{});
    QVERIFY(QByteArray::fromStdString(csv).startsWith(
        "\xEF\xBB\xBFid,kind,act,speaker,addressee,quote,cue,source,confidence,begin,end,sentence,"
        "check,note,checkSource,checkedAt,doubtful\r\n"));
    QVERIFY(QString::fromStdString(csv).contains(",0.98,12,16,"));
}

// What the reader found when checking goes along with every export of quotes.
void TestExporters::tellsChecks() {
    Document::Parts parts = said("Ann", "“No”").parts();
    parts.quotes[0].check = CheckState::Disputed;
    parts.quotes[0].note = "=see <tape>";
    parts.quotes[0].checkSource = "https://example.org/?a&b";
    parts.quotes[0].checkedAt = parseMoment("2021-05-20T10:00:00Z").value();
    const Document document(std::move(parts));
    const auto exported = [&](const char* format) {
        return QString::fromStdString(findExporter(format)->write(document, ExportContext{}));
    };
    QVERIFY(exported("csv").contains(
        ",disputed,'=see <tape>,https://example.org/?a&b,2021-05-20T10:00:00Z,no\r\n"));
    QVERIFY(exported("json").contains(
        "\"check\":\"disputed\",\"note\":\"=see <tape>\",\"checkSource\":"
        "\"https://example.org/?a&b\",\"checkedAt\":\"2021-05-20T10:00:00Z\""));
    const QString page = exported("html");
    QVERIFY(page.contains(
        "<strong>disputed</strong> on <time datetime=\"2021-05-20T10:00:00Z\">20 May 2021, 10:00 "
        "UTC</time> · =see &lt;tape&gt; · checked against <a href=\"https://example.org/?a&amp;b\" "
        "rel=\"noreferrer\">https://example.org/?a&amp;b</a>"));
    QVERIFY(page.contains("checked 1 of 1"));
    const auto again = importBytes(page.toStdString(), "page.html");
    QVERIFY(again && again->annotated);
    QCOMPARE(again->annotated->quotes()[0].check, CheckState::Disputed);
    QCOMPARE(again->annotated->quotes()[0].note, std::string("=see <tape>"));
    QCOMPARE(again->annotated->quotes()[0].checkSource, document.quotes()[0].checkSource);
    QVERIFY(again->annotated->quotes()[0].checkedAt == document.quotes()[0].checkedAt);
}

// In every export of quotes, until the reader checks or corrects the quote; and what is written
// opens again.
void TestExporters::marksWhatIsDoubtful() {
    ExportContext context;
    const auto exported = [&](const char* format, const Document& document) {
        return QString::fromStdString(findExporter(format)->write(document, context));
    };
    Document::Parts parts = quoth::test::sampleBuilder().parts; // the last quote: 0.4
    const Document guessed(parts);
    parts.quotes[5].check = CheckState::Unsourced;
    const Document checked(std::move(parts));

    const QString page = exported("html", guessed);
    QVERIFY(page.contains("<mark class=\"q s0 doubtful direct\" id=\"q6\">"));
    QVERIFY(page.contains("<a class=\"ref\" href=\"#n6\" title=\"Doubtful\" "
                          "aria-label=\"Quotation 6, doubtful\">6?</a>"));
    QVERIFY(page.contains("<a class=\"ref\" href=\"#n5\" aria-label=\"Quotation 5\">5</a>"));
    QVERIFY(page.contains("confidence 0.40 · <strong>doubtful</strong>"));
    QVERIFY(page.contains("<li>paler, with “?”: doubtful</li>"));
    QCOMPARE(exported("csv", guessed).count(",yes\r\n"), 1);
    QCOMPARE(exported("json", guessed).count("\"confidence\":0.4,\"why\":[],\"doubtful\":true"), 1);
    QCOMPARE(exported("json", guessed).count("doubtful"), 1);
    for (const bool lenient : {false, true}) // checked, or above the threshold
        for (const char* format : {"html", "csv", "json"}) {
            context.doubtThreshold = lenient ? 0.3F : doubtfulConfidence;
            const QString text = exported(format, lenient ? guessed : checked);
            QVERIFY2(!text.contains("q s0 doubtful") && !text.contains("?</a>") &&
                         !text.contains("<strong>doubtful") && !text.contains("<li>paler") &&
                         !text.contains(",yes\r\n") && !text.contains("\"doubtful\":"),
                     format);
        }
    context = {};
    for (const char* format : {"html", "json"}) {
        const auto again = importBytes(exported(format, guessed).toStdString());
        QVERIFY(again && again->annotated);
        QVERIFY(isDoubtful(again->annotated->quotes()[5]));
        QVERIFY(!isDoubtful(again->annotated->quotes()[0]));
    }
}

void TestExporters::writesTheCheckSheet() {
    Document::Parts parts = quoth::test::sampleBuilder().parts;
    parts.article.url = "https://example.org/pier?a&b";
    parts.quotes[1].check = CheckState::Altered;
    parts.quotes[1].note = "He said 150.";
    parts.quotes[1].checkSource = "https://example.org/tape";
    parts.quotes[1].checkedAt = parseMoment("2021-05-20T10:00:00Z").value();
    const Document document(std::move(parts));
    const QString page = QString::fromStdString(
        findExporter("check-sheet")->write(document, {"pier.txt", "2021-05-21"}));
    for (const char* part :
         {"<h1>Harbour board votes to close Pier Nine</h1>",
          "<a href=\"https://example.org/pier?a&amp;b\" rel=\"noreferrer\">",
          "published 19 May 2021 · sheet of 21 May 2021", "<b>1 of 6 checked</b>",
          "<h2>Tom Adeyemi <small>indirect thought</small>",
          "<h2>Speaker unknown <small>direct <span class=\"doubt\">doubtful: 40 %</span>",
          "<mark>that the closure would cost 140 jobs</mark>",
          "<li class=\"on\"><span class=\"box\">✕</span>Altered</li>",
          "<dd>He said 150. (20 May 2021, 10:00 UTC)</dd>",
          "<dd><a href=\"https://example.org/tape\"", "@page", "break-inside: avoid"})
        QVERIFY2(page.contains(QString::fromUtf8(part)), part);
    QCOMPARE(page.count("<li class=\"claim\">"), 6);
    QCOMPARE(page.count("class=\"doubt\""), 1);
    ExportContext strict;
    strict.doubtThreshold = 1; // the reader doubts all that is not certain and not checked
    QCOMPARE(QString::fromStdString(findExporter("check-sheet")->write(document, strict))
                 .count("class=\"doubt\""),
             5);
    QVERIFY(!page.contains("<script") && !page.contains(" style="));
    QVERIFY(!page.contains("guessed"));
    Document::Parts guessed = document.parts();
    guessed.article.publishedIsGuess = true;
    QVERIFY(findExporter("check-sheet")
                ->write(Document(std::move(guessed)), {})
                .find("published 19 May 2021 (date guessed)") != std::string::npos);
}

void TestExporters::showsWordsAroundAClaim() {
    const auto shown = [](const Document& document, std::size_t quote) {
        QString out;
        const std::vector<Claim> claims = claimsOf(document);
        for (const Claim::Piece& piece : claims[quote].pieces) {
            const QString text = QString::fromStdString(piece.text);
            out += piece.claimed ? "[" + text + "]" : text;
        }
        return out;
    };
    const Document document = *quoth::test::sampleDocument();
    QCOMPARE(shown(document, 0),
             QString("[“We have run out of time and money,”] board chair Ines Vartanen told "
                     "reporters on 18 May 2021. [“The pier is not safe.”]"));
    QCOMPARE(shown(document, 1), QString("Union leader Tom Adeyemi said [that the closure would "
                                         "cost 140 jobs]."));
    QCOMPARE(shown(document, 5), QString("[“Shame!”] came a shout from the back."));

    // A sentence that is all claim has words of its neighbours; a long one is cut between words.
    quoth::test::DocumentBuilder b("Before é and after. No. " + std::string(300, 'x') + " y z");
    b.parts.blocks = {{makeSpan(0, b.parts.article.text.size()), BlockKind::Paragraph}};
    b.parts.sentences = {b.at("Before é and after."), b.at("No.")};
    Quote no;
    no.content = {b.at("No.")};
    b.quote(no);
    QCOMPARE(shown(*b.build(), 0), QString("Before é and after. [No.] …"));
}

void TestExporters::keepsHostileTextOutOfTheSheet() {
    Document::Parts parts = said("<b>Ann</b>", "<script>alert(1)</script>").parts();
    parts.article.title = "<h1>\"&'";
    parts.article.url = "javascript:alert(1)";
    parts.quotes[0].note = "<img src=x>";
    parts.quotes[0].checkSource = "javascript:alert(1)";
    const Document document(std::move(parts));
    const QString page =
        QString::fromStdString(findExporter("check-sheet")->write(document, {"<i>.txt", "<u>"}));
    for (const char* tag :
         {"<b>Ann", "<script", "<h1>&lt;h1&gt;\"", "<img", "<i>", "<u>", "href=\"javascript"})
        QVERIFY2(!page.contains(tag), tag);
    QVERIFY(page.contains("<h1>&lt;h1&gt;&quot;&amp;&#39;</h1>"));
}

void TestExporters::writesFiles() {
    QTemporaryDir folder;
    const QString path = folder.filePath("out.csv");
    QVERIFY(writeFile(path.toStdString(), "one").has_value());
    QCOMPARE(contents(path), QByteArray("one"));
    QVERIFY(::chmod(path.toLocal8Bit().constData(), 0640) == 0);
    QVERIFY(writeFile(path.toStdString(), "two").has_value());
    QCOMPARE(contents(path), QByteArray("two"));
    struct stat info {};
    QVERIFY(::stat(path.toLocal8Bit().constData(), &info) == 0);
    QCOMPARE(info.st_mode & 0777U, 0640U);
    QVERIFY(QFile::link(path, folder.filePath("link.csv")));
    QVERIFY(writeFile(folder.filePath("link.csv").toStdString(), "three").has_value());
    QCOMPARE(contents(path), QByteArray("three"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 2);
}

void TestExporters::keepsTheOldFile() {
    QTemporaryDir folder;
    const auto refused = [&](const QString& path) {
        const auto written = writeFile(path.toStdString(), "new");
        return !written && written.error().code == ErrorCode::NotWritable &&
               written.error().message.find(path.toStdString()) != std::string::npos;
    };
    QVERIFY(refused(folder.path()));
    QVERIFY(refused(folder.filePath("no/such/folder.csv")));
    QVERIFY(QDir(folder.path()).isEmpty());

    if (::geteuid() == 0) QSKIP("root may write every file");
    const QString path = folder.filePath("closed.csv");
    QVERIFY(writeFile(path.toStdString(), "old").has_value());
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner));
    QVERIFY(refused(path));
    QCOMPARE(contents(path), QByteArray("old"));
}

void TestExporters::followsLinksAsCopyingDoes() {
    QTemporaryDir folder;
    const std::string nowhere = folder.filePath("nowhere").toStdString();
    std::filesystem::create_symlink(folder.filePath("missing").toStdString(), nowhere);
    const auto written = writeFile(nowhere, "new");
    QVERIFY(!written && written.error().code == ErrorCode::NotWritable);
    QVERIFY(written.error().message.find("leads nowhere") != std::string::npos);
    QVERIFY(!QFile::exists(folder.filePath("missing")));

    const std::string pipe = folder.filePath("pipe").toStdString();
    QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
    const std::string link = folder.filePath("link").toStdString();
    std::filesystem::create_symlink(pipe, link);
    QFile reader;
    QVERIFY(reader.open(::open(pipe.c_str(), O_RDONLY | O_NONBLOCK), QIODevice::ReadOnly,
                        QFile::AutoCloseHandle));
    QVERIFY(writeFile(link, "new").has_value());
    QCOMPARE(reader.readAll(), QByteArray("new"));
    QVERIFY(std::filesystem::is_symlink(link) && std::filesystem::is_fifo(pipe));
}

// A run that was killed leaves its file behind; a later one may have its process number.
void TestExporters::passesOverLeftovers() {
    QTemporaryDir folder;
    for (int i = 0; i < 50; ++i) {
        QFile leftover(folder.filePath(QString(".quoth-%1-%2.tmp").arg(::getpid()).arg(i)));
        QVERIFY(leftover.open(QIODevice::WriteOnly));
    }
    const QString path = folder.filePath("out.csv");
    QVERIFY(writeFile(path.toStdString(), "new").has_value());
    QCOMPARE(contents(path), QByteArray("new"));
}

// Quotes within each other, as no article has them but a file that says so may.
void TestExporters::refusesPagesTooLargeToOpen() {
    Document::Parts parts;
    constexpr std::size_t size = 20'000;
    parts.article.text.assign(size, 'a');
    for (std::size_t i = 0; i < size / 4; ++i) {
        Quote quote;
        quote.content = {makeSpan(i, size - i)};
        parts.quotes.push_back(quote);
    }
    const Document document(std::move(parts));
    const auto page = exportDocument(*findExporter("html"), document, {});
    QVERIFY(!page && page.error().code == ErrorCode::TooLarge);
    QVERIFY(exportDocument(*findExporter("json"), document, {}).has_value());
    const auto small = exportDocument(*findExporter("html"), said("Ann", "No."), {});
    QVERIFY(small && *small == findExporter("html")->write(said("Ann", "No."), {}));
}

QTEST_GUILESS_MAIN(TestExporters)
#include "test_exporters.moc"

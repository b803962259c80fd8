// Input that no newsroom sends on purpose: every one of them gives an annotation or a clear error,
// and what is annotated goes through every export and opens again.
#include "core/formats/in/importers.h"
#include "core/formats/out/exporters.h"
#include "core/pipeline.h"
#include "core/support/resources.h"
#include "tests/support/zip_bytes.h"

#include <QTemporaryDir>
#include <QtTest>
#include <unistd.h>

using namespace quoth;

namespace {

QByteArray utf16(const QString& text) {
    QByteArray out("\xFF\xFE");
    for (const QChar c : text) {
        out += static_cast<char>(c.unicode() & 0xFF);
        out += static_cast<char>(c.unicode() >> 8);
    }
    return out;
}

} // namespace

class TestBadInput : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void copesWithBytes_data();
    void copesWithBytes();
    void copesWithFiles();
    void keepsHostileStringsAsText();

private:
    // "fine", or the error's code; fails the test where an export goes wrong.
    QString outcome(const QByteArray& bytes, const char* fileName);

    std::optional<Engine> m_engine;
};

void TestBadInput::initTestCase() {
    const auto resources = findResources();
    QVERIFY(resources.has_value());
    auto engine = Engine::load(*resources, ModelSet::Alone);
    if (!engine) QFAIL(engine.error().message.c_str());
    m_engine.emplace(std::move(*engine));
}

QString TestBadInput::outcome(const QByteArray& bytes, const char* fileName) {
    const auto failure = [](const Error& error) {
        const bool sentence = !error.message.empty() && error.message.back() == '.';
        return sentence ? QString::fromStdString(std::string(name(error.code)))
                        : QString("an unclear error");
    };
    auto imported =
        importBytes({bytes.constData(), static_cast<std::size_t>(bytes.size())}, fileName);
    if (!imported) return failure(imported.error());
    const auto document = annotate(*m_engine, std::move(imported->article));
    if (!document) return failure(document.error());
    for (const Exporter& exporter : exporters()) {
        const std::string out = exporter.write(*document, {fileName, "2021-05-20"});
        if (out.empty()) return "nothing exported";
        if (!exporter.opensAgain || out.size() > maximumInputBytes) continue;
        const auto again = importBytes(out, "page." + std::string(exporter.extension));
        if (!again) return "not opened again: " + failure(again.error());
        if (!again->annotated) return "not recognised";
        if (again->annotated->text() != document->text()) return "another text";
        if (again->annotated->quotes().size() != document->quotes().size()) return "lost quotes";
    }
    return "fine";
}

void TestBadInput::copesWithBytes_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("fileName");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const QByteArray& bytes, const char* fileName,
                        const char* expected) {
        QTest::newRow(name) << bytes << QByteArray(fileName) << QString(expected);
    };
    const QByteArray said = "\"We won,\" Ann Lee said on Monday. ";
    row("empty", "", "a.txt", "empty");
    row("empty page", "", "a.html", "empty");
    row("white space", "\n \t\n", "a.txt", "empty");
    row("no-break spaces", "\xC2\xA0\xC2\xA0", "a.txt", "empty");
    row("binary",
        QByteArray("\x7F"
                   "ELF\2\1\1\0\0\0\0\0",
                   12),
        "a.txt", "binary");
    row("picture named as a page", "\x89PNG\r\n\x1A\n", "a.html", "binary");
    row("more than 64 MB", QByteArray((64 << 20) + 1, 'a'), "a.txt", "too_large");
    row("mostly NULs", QByteArray(1000, '\0') + said, "a.txt", "binary");
    row("a NUL in a text", said.repeated(20) + QByteArray("\0", 1) + said, "a.txt", "fine");
    row("a NUL in a page", "<p>" + said.repeated(20) + QByteArray("\0", 1) + said, "a.html",
        "fine");
    row("lone surrogates", utf16(QString("\"No\", said Ann. ") + QChar(0xDC00) + "x"), "a.txt",
        "fine");
    row("lone surrogates in a page", utf16(QString("<p>Yes ") + QChar(0xD800) + "<p>No"), "a.html",
        "fine");
    row("invalid UTF-8", "caf\xC3\xA9 \xE2\x80 \xFF\xFE\xC0\xAF " + said, "a.txt", "fine");
    row("one line of 5 MB", (said + QByteArray(50'000, 'a') + ' ').repeated(100), "a.txt", "fine");
    row("one line of 10,000 quotations", said.repeated(10'000), "a.txt", "fine");
    row("no space in 5 MB", QByteArray(5'000'000, 'a'), "a.txt", "fine");
    row("100,000 straight marks", QByteArray(100'000, '"'), "a.txt", "fine");
    row("100,000 opening marks", QByteArray("\xE2\x80\x9C").repeated(100'000), "a.txt", "fine");
    row("100,000 closing marks", QByteArray("\xE2\x80\x9D").repeated(100'000), "a.txt", "fine");
    row("100,000 marks in pairs", QByteArray("\xE2\x80\x9CNo\xE2\x80\x9D ").repeated(50'000),
        "a.txt", "fine");
    row("5,000 quotations", QByteArray("\xE2\x80\x9CNo,\xE2\x80\x9D she said. ").repeated(5'000),
        "a.txt", "fine");
    row("100,000 line ends", QByteArray("a\n").repeated(100'000), "a.txt", "fine");
    row("page nested 10,000 deep", QByteArray("<div>").repeated(10'000) + "<p>" + said, "a.html",
        "fine");
    row("page nested a million deep", QByteArray("<div>").repeated(1'000'000), "a.html",
        "too_deep");
    row("page of more than a million tags", "<p>" + said + QByteArray("<p>a").repeated(1'000'001),
        "a.html", "too_large");
    row("lists nested 10,000 deep", QByteArray("<ul><li>").repeated(10'000) + said, "a.html",
        "fine");
    row("Markdown nested 10,000 deep", QByteArray("> ").repeated(10'000) + said, "a.md", "fine");
    row("200,000 less-than signs", QByteArray(200'000, '<'), "a.html", "fine");
    row("page cut in a tag", "<h1>Hat</h1><p>" + said + "<a href=\"http", "a.html", "fine");
    row("page cut in an entity", "<h1>Hat</h1><p>" + said + "&ldqu", "a.html", "fine");
    row("page cut in a script", "<p>" + said + "<script>var a = '", "a.html", "fine");
    row("page cut in a comment", "<p>" + said + "<!-- and", "a.html", "fine");
    const auto page = [&](const QByteArray& jsonLd) {
        return "<article><p>" + said + "</p><script type='application/ld+json'>" + jsonLd +
               "</script></article>";
    };
    const auto nested = [](const QByteArray& open, const QByteArray& close, int depth) {
        return open.repeated(depth) + close.repeated(depth);
    };
    row("CDATA in a page's data a million times", page(QByteArray("<![CDATA[").repeated(1'000'000)),
        "a.html", "fine");
    row("ends of CDATA in a page's data a million times",
        page("{" + QByteArray("]]>").repeated(1'000'000)), "a.html", "fine");
    row("headings nested 7,000 deep", QByteArray("<h1><div>").repeated(7'000) + "<p>" + said,
        "a.html", "fine");
    row("100,000 times in one paragraph",
        "<p>" + said + QByteArray("<time>May</time>").repeated(100'000), "a.html", "fine");
    row("type of a page's data nested 60,000 deep",
        page("{\"@type\":" + nested("[", "]", 60'000) + "}"), "a.html", "fine");
    row("page's data nested 60,000 deep", page(nested("{\"@graph\":[", "]}", 60'000)), "a.html",
        "fine");
    row("author of a page nested 60,000 deep",
        page("{\"@type\":\"NewsArticle\",\"author\":" + nested("[", "]", 60'000) + "}"), "a.html",
        "fine");
    row("main entity of a page nested 60,000 deep",
        page(nested("{\"@type\":\"NewsArticle\",\"mainEntityOfPage\":", "}", 60'000)), "a.html",
        "fine");
    row("own annotations nested 60,000 deep",
        "<script type='application/ld+json' id='quoth-annotations'>" +
            nested("{\"items\":[", "]}", 60'000) + "</script>",
        "a.html", "malformed");
    row("links nested 10,000 deep in Markdown", nested("[", "](a)", 10'000) + said, "a.md", "fine");
    const auto word = [](const QByteArray& text) {
        return test::zipOf({{"word/document.xml",
                             "<w:document><w:body>" + text + "</w:body></w:document>", true}});
    };
    const QByteArray run = "<w:p><w:r><w:t>" + said + "</w:t></w:r></w:p>";
    row("Word document without its other parts", word(run), "a.docx", "fine");
    row("Word document cut", word(run).chopped(40), "a.docx", "malformed");
    row("Word document of 40 MB in one letter", word(run + QByteArray(40 << 20, ' ')), "a.docx",
        "too_large");
    row("Word document of 3,000,000 elements", word(QByteArray("<w:p/>").repeated(3'000'000)),
        "a.docx", "too_large");
    row("Word document nested 5,000 deep", word(nested("<w:ins>", "</w:ins>", 5'000)), "a.docx",
        "too_deep");
    row("Word document of 10,000 open fields",
        word("<w:p>" + QByteArray("<w:fldChar w:fldCharType='begin'/>").repeated(10'000) +
             "</w:p>" + run),
        "a.docx", "fine");
    row("Word document with an entity of its own",
        test::zipOf({{"word/document.xml",
                      "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><w:document><w:body>" +
                          run + "<w:p><w:t>&b;</w:t></w:p></w:body></w:document>"}}),
        "a.docx", "fine");
    const auto openDocument = [](const QByteArray& text) {
        return "<office:document office:mimetype='application/vnd.oasis.opendocument.text'>"
               "<office:body><office:text>" +
               text + "</office:text></office:body></office:document>";
    };
    row("OpenDocument text of a billion spaces",
        openDocument(
            QByteArray("<text:p>a<text:s text:c='1000000000'/>b</text:p>").repeated(1'000) +
            "<text:p>" + said + "</text:p>"),
        "a.fodt", "fine");
    row("OpenDocument text of boxes nested 300 deep",
        openDocument(nested("<text:p>a<draw:frame>", "</draw:frame></text:p>", 300)), "a.fodt",
        "fine");
    row("PDF without objects", "%PDF-1.4\n%%EOF\n", "a.pdf", "malformed");
    row("PDF nested a million deep",
        "%PDF-1.4\ntrailer " + nested("[", "]", 1'000'000) + "\nstartxref\n9\n%%EOF\n", "a.pdf",
        "malformed");
    row("PDF whose pages are their own parents",
        "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Count 9/Kids"
        "[2 0 R 2 0 R]/Parent 2 0 R>> endobj\ntrailer <</Root 1 0 R/Size 3>>\n%%EOF\n",
        "a.pdf", "malformed");
    row("entities named by a document type",
        "<!DOCTYPE html [<!ENTITY a \"aaaa\"><!ENTITY b SYSTEM "
        "\"file:///etc/passwd\">]><p>&a;&b; " +
            said,
        "a.html", "fine");
}

void TestBadInput::copesWithBytes() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, fileName);
    QFETCH(QString, expected);
    QCOMPARE(outcome(bytes, fileName.constData()), expected);
}

void TestBadInput::copesWithFiles() {
    const QTemporaryDir folder;
    const auto code = [](const std::filesystem::path& path) {
        const auto imported = importFile(path);
        return imported ? QString("fine")
                        : QString::fromStdString(std::string(name(imported.error().code)));
    };
    QCOMPARE(code(folder.filePath("gone.txt").toStdString()), QString("not_found"));
    QCOMPARE(code(folder.path().toStdString()), QString("unreadable"));
    QCOMPARE(code("/dev/null"), QString("empty"));
    QCOMPARE(code("/dev/zero"), QString("too_large"));
    QCOMPARE(code(std::string(5000, 'a')), QString("unreadable"));

    const QString loop = folder.filePath("loop.txt");
    QVERIFY(QFile::link(loop, loop));
    QCOMPARE(code(loop.toStdString()), QString("unreadable"));

    QFile large(folder.filePath("large.txt"));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(65LL << 20));
    QCOMPARE(code(large.fileName().toStdString()), QString("too_large"));
}

void TestBadInput::keepsHostileStringsAsText() {
    const QByteArray hostile = "=HYPERLINK(\"http://a.example\") <script>alert(1)</script> "
                               "<a href=\"javascript:alert(1)\">x</a> </style> ]]> -->";
    QCOMPARE(outcome(hostile + "\n\n\"" + hostile + ",\" said =cmd|'/C calc'!A0.\n", "a.txt"),
             QString("fine"));
    auto imported = importBytes("---\ntitle: <script>alert(1)</script>\n---\n\n=1+1 said "
                                "\"@SUM(A1), no,\" she said.",
                                "a.md");
    QVERIFY(imported.has_value());
    const auto document = annotate(*m_engine, imported->article);
    QVERIFY(document.has_value());
    const QString page = QString::fromStdString(findExporter("html")->write(*document, {}));
    QVERIFY(!page.contains("<script>"));
    for (const QString& cell :
         QString::fromStdString(findExporter("csv")->write(*document, {})).split(','))
        QVERIFY(!QString("=+-@").contains(cell.left(1)) || cell.isEmpty());
}

QTEST_GUILESS_MAIN(TestBadInput)
#include "test_bad_input.moc"

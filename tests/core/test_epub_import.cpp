// Electronic books: made by other programs, and small ones made here.
#include "core/formats/in/importers.h"
#include "tests/support/imported_dump.h"
#include "tests/support/zip_bytes.h"

#include <QFile>
#include <QtTest>

using namespace quoth;
using namespace quoth::test;
using quoth::test::dump;

namespace {

QByteArray data(const char* name) {
    QFile file(QStringLiteral(QUOTH_TEST_DATA "/epub/") + name);
    if (!file.open(QIODevice::ReadOnly)) qFatal("%s is missing", name);
    return file.readAll();
}

const QString vote =
    "headline: The vote\n"
    "paragraph: The council voted on Monday to close the bridge, the town’s oldest, for two "
    "years.\n"
    "paragraph: “It is too much,” said Ruth Cole, who runs a bakery beside it.\n";
const QString works =
    "headline: The works\n"
    "paragraph: The works are to begin in June, the engineer Omar Diaz told the meeting.\n";
const QString cost = "headline: What they cost\nparagraph: “Nobody knows,” Diaz said.\n";

QString pandocBook(const QString& first, const QString& second) {
    return "The Harbour Bridge | Mia Stone | 2024-05-14 | \n[" + first +
           "]\nThe vote | Mia Stone | 2024-05-14 | \n" + vote + "[" + second +
           "]\nThe works | Mia Stone | 2024-05-14 | \n" + works + cost;
}

const QByteArray container =
    "<container><rootfiles><rootfile full-path='a b/package.opf'/></rootfiles></container>";
const QByteArray package =
    "<package><metadata><title>Bridges</title><date opf:event='modification'>2020-01-01</date>"
    "<creator>Mia Stone</creator><creator>Al Finn</creator></metadata><manifest>"
    "<item id='c' href='cover.xhtml' media-type='application/xhtml+xml'/>"
    "<item id='1' href='text/one%201.xhtml' media-type='application/xhtml+xml'/>"
    "<item id='1b' href='./text/more.xhtml' media-type='application/xhtml+xml'/>"
    "<item id='2' href='two.xhtml' media-type='application/xhtml+xml'/>"
    "<item id='n' href='notes.xhtml' media-type='application/xhtml+xml'/>"
    "<item id='toc' href='text/toc.ncx' media-type='application/x-dtbncx+xml'/></manifest>"
    "<spine toc='toc'><itemref idref='c'/><itemref idref='1'/><itemref idref='1b'/>"
    "<itemref idref='2'/><itemref idref='1'/><itemref idref='n' linear='no'/><itemref "
    "idref='gone'/></spine>"
    "</package>";
const QByteArray contents =
    "<ncx><navMap><navPoint><navLabel><text>One</text></navLabel><content src='one%201.xhtml#top'/>"
    "</navPoint><navPoint><navLabel><text>Two</text></navLabel><content src='../two.xhtml'/>"
    "</navPoint></navMap></ncx>";

} // namespace

class TestEpubImport : public QObject {
    Q_OBJECT
private slots:
    void readsBooksOfOtherPrograms_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("chapters");
        QTest::newRow("pandoc, EPUB 3")
            << QByteArray("pandoc3.epub")
            << pandocBook("EPUB/text/ch001.xhtml", "EPUB/text/ch002.xhtml");
        QTest::newRow("pandoc, EPUB 2")
            << QByteArray("pandoc2.epub")
            << pandocBook("EPUB/text/ch001.xhtml", "EPUB/text/ch002.xhtml");
        QTest::newRow("LibreOffice, whose headings are paragraphs")
            << QByteArray("writer.epub")
            << QString("The Harbour Bridge | Mia Stone | none | \n"
                       "[OEBPS/sections/section0002.xhtml]\nThe vote | Mia Stone | none | \n") +
                   vote + "[OEBPS/sections/section0003.xhtml]\nThe works | Mia Stone | none | \n" +
                   works + "paragraph: What they cost\nparagraph: “Nobody knows,” Diaz said.\n";
    }
    void readsBooksOfOtherPrograms() {
        QFETCH(QByteArray, name);
        QTEST(dump(importBytes(data(name.constData()).toStdString(), name.toStdString())),
              "chapters");
        QVERIFY(importBytes(data(name.constData()).toStdString(), "book.bin")
                    ->isOneWork); // by its content
    }

    void followsTheTableOfContents() {
        const QByteArray book = zipOf(
            {{"META-INF/container.xml", container},
             {"a b/package.opf", package},
             {"a b/text/toc.ncx", contents},
             {"a b/cover.xhtml", "<html><body><p>Bridges</p></body></html>"},
             {"a b/text/one 1.xhtml", "<html><body><p>The first bridge fell.</p></body></html>"},
             {"a b/text/more.xhtml", "<html><body><p>It was old.</p></body></html>"},
             {"a b/two.xhtml", "<html><body><p>The second stands.</p></body></html>"},
             {"a b/notes.xhtml", "<html><body><p>A note.</p></body></html>"}});
        const auto imported = importBytes(book.toStdString(), "book.epub");
        QCOMPARE(dump(imported),
                 QString("Bridges | Mia Stone and Al Finn | none | \n"
                         "[a b/text/one 1.xhtml]\nOne | Mia Stone and Al Finn | none | \n"
                         "headline: One\nparagraph: The first bridge fell.\n"
                         "paragraph: It was old.\n"
                         "[a b/two.xhtml]\nTwo | Mia Stone and Al Finn | none | \n"
                         "headline: Two\nparagraph: The second stands.\n"));
        QCOMPARE(dump(chooseArticle(*imported, wholeWork)),
                 QString("Bridges | Mia Stone and Al Finn | none | \nheadline: One\n"
                         "paragraph: The first bridge fell.\nparagraph: It was old.\n"
                         "headline: Two\nparagraph: The second stands.\n"));
    }

    // A table that names only a part of the book's one text is none of its chapters.
    void takesTheBooksTitle() {
        const QByteArray book = zipOf(
            {{"META-INF/container.xml", "<container><rootfile full-path='p.opf'/></container>"},
             {"p.opf",
              "<package><metadata><title>The bridge closes</title></metadata><manifest><item "
              "id='1' href='1.xhtml' media-type='application/xhtml+xml'/><item id='n' "
              "href='t.ncx' media-type='application/x-dtbncx+xml'/></manifest><spine><itemref "
              "idref='1'/></spine></package>"},
             {"t.ncx", "<ncx><navPoint><navLabel><text>What it costs</text></navLabel><content "
                       "src='1.xhtml'/></navPoint></ncx>"},
             {"1.xhtml", "<html><body><p>The bridge closes</p><p>It is old.</p><p>What it "
                         "costs</p><p>Too much.</p></body></html>"}});
        QCOMPARE(dump(importBytes(book.toStdString(), "book.epub")),
                 QString("The bridge closes |  | none | \nheadline: The bridge closes\n"
                         "paragraph: It is old.\nparagraph: What it costs\n"
                         "paragraph: Too much.\n"));
    }

    void refuses_data() {
        QTest::addColumn<QByteArray>("book");
        QTest::addColumn<QString>("error");
        const auto row = [](const char* name, const QByteArray& bytes, const char* error) {
            QTest::newRow(name) << bytes << QStringLiteral("error ") + QString::fromLatin1(error);
        };
        row("no archive", "text", "malformed");
        row("no book", zipOf({{"a.txt", "text"}}), "malformed");
        row("no package", zipOf({{"META-INF/container.xml", container}}), "malformed");
        row("nothing but a package",
            zipOf({{"META-INF/container.xml", container}, {"a b/package.opf", package}}), "empty");
        row("protected",
            zipOf({{"META-INF/container.xml", container},
                   {"META-INF/encryption.xml",
                    "<encryption><EncryptedData><CipherData><CipherReference "
                    "URI='a b/two.xhtml'/></CipherData></EncryptedData></encryption>"}}),
            "unreadable");
        row("cut", data("pandoc3.epub").first(3000), "malformed");
    }
    void refuses() {
        QFETCH(QByteArray, book);
        QTEST(dump(importBytes(book.toStdString(), "book.epub")), "error");
    }
};

QTEST_GUILESS_MAIN(TestEpubImport)
#include "test_epub_import.moc"

// Articles as news agencies send them: NITF, NewsML-G2, ninjs.
#include "core/formats/in/importers.h"
#include "tests/support/imported_dump.h"

#include <QFile>
#include <QtTest>

using namespace quoth;
using quoth::test::dump;

namespace {

QByteArray data(const char* name) {
    QFile file(QStringLiteral(QUOTH_TEST_DATA "/agency/") + name);
    if (!file.open(QIODevice::ReadOnly)) qFatal("%s is missing", name);
    return file.readAll();
}

QByteArray newsItem(const QByteArray& content) {
    return data("item.newsml.xml").replace("@CONTENT@", content);
}

const QString agencyBlocks = "headline: Harbour bridge to close\nstandfirst: Two years of works\n"
                             "paragraph: The council voted on Monday.\n"
                             "paragraph: “Too much,” said Ruth Cole.\n";
const QString agencyHead = "Harbour bridge to close | Mia Stone and Al Finn | 2024-05-14 | \n";

} // namespace

class TestAgencyImport : public QObject {
    Q_OBJECT
private slots:
    void reads_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("fileName");
        QTest::addColumn<QString>("article");
        const auto row = [](const char* name, const QByteArray& bytes, const char* fileName,
                            const QString& article) {
            QTest::newRow(name) << bytes << QByteArray(fileName) << article;
        };
        const QString wire =
            "Harbour bridge to close | Mia Stone | 2024-05-14 | https://wire.example/bridge\n"
            "headline: Harbour bridge to close\nstandfirst: Two years of works\n"
            "dateline: PORT OSRIC (HW) -\n"
            "paragraph: The council voted on Monday to close the bridge.\n"
            "headline: What it costs\nparagraph: “Too much,” said Ruth Cole.\n";
        row("NITF", data("bridge.nitf.xml"), "a.xml", wire);
        row("NITF without a name", data("bridge.nitf.xml"), "", wire);
        row("NITF of another day, cut", "<nitf><body><body.content><p>Yes.", "a.nitf",
            "error malformed");
        row("NITF with many empty elements",
            "<nitf><head>" + QByteArray("<key-word key='a'/>").repeated(2'000) +
                "</head><body><body.content><p>Yes.</p></body.content></body></nitf>",
            "a.nitf", " |  | none | \nparagraph: Yes.\n");
        row("NITF nested deep",
            "<nitf>" + QByteArray("<a>").repeated(2'000) + QByteArray("</a>").repeated(2'000) +
                "</nitf>",
            "a.nitf", "error too_deep");
        row("NITF without text", "<nitf><head><title>Bridge</title></head></nitf>", "a.xml",
            "error empty");
        row("NewsML-G2 with XHTML", "<?xml version='1.0'?>\n" + newsItem(data("inline.xml")),
            "a.xml", agencyHead + agencyBlocks);
        row("NewsML-G2 with plain text",
            newsItem("<inlineData contenttype='text/plain'>The council voted on Monday.\n\n"
                     "&#8220;Too much,&#8221; said Ruth Cole.</inlineData>"),
            "a.newsml", agencyHead + agencyBlocks);
        row("a message, its picture first",
            "<newsMessage><header/><itemSet>" + newsItem("<remoteContent href='a.jpg'/>") +
                newsItem(data("inline.xml")) + "</itemSet></newsMessage>",
            "a.xml", agencyHead + agencyBlocks);
        row("a message of two articles",
            "<newsMessage><itemSet>" + newsItem(data("inline.xml")) + newsItem(data("inline.xml")) +
                "</itemSet></newsMessage>",
            "a.xml",
            "[urn:x:1]\n" + agencyHead + agencyBlocks + "[urn:x:1 2]\n" + agencyHead +
                agencyBlocks);
        row("a message without text",
            "<newsMessage><itemSet>" + newsItem("") + "</itemSet></newsMessage>", "a.xml",
            "error empty");
        const QString ninjsBlocks =
            "headline: Harbour bridge to close\nparagraph: The council voted on Monday.\n"
            "paragraph: “Too much,” said Ruth Cole.\n";
        row("ninjs 1", data("version1.ninjs.json"), "a.json",
            "Harbour bridge to close | Mia Stone | 2024-05-14 | https://wire.example/1\n" +
                ninjsBlocks);
        row("ninjs 1, cut", data("version1.ninjs.json").chopped(20), "a.json", "error malformed");
        row("ninjs 2", data("version2.ninjs.json"), "a.ninjs",
            "Harbour bridge to close | Mia Stone | 2024-05-14 | \n" + ninjsBlocks);
    }
    void reads() {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, fileName);
        QFETCH(QString, article);
        QCOMPARE(dump(importBytes(bytes.toStdString(), fileName.toStdString())), article);
    }

    // No entity of a DTD and no file is read, however it is asked for.
    void readsNoEntities() {
        const auto imported = importBytes(
            "<!DOCTYPE nitf [<!ENTITY file SYSTEM 'file:///etc/passwd'><!ENTITY a 'aaaa'>"
            "<!ENTITY b '&a;&a;&a;&a;'>]><nitf><body><body.content><p>Secret: &file; &b;.</p>"
            "</body.content></body></nitf>",
            "a.xml");
        QVERIFY(imported.has_value());
        QVERIFY(imported->article.text.find("root") == std::string::npos);
        QVERIFY(imported->article.text.find("aaaa") == std::string::npos);
    }

    void bearsDeepNesting() {
        const auto deep = QByteArray("<nitf>") + QByteArray("<p>").repeated(100'000);
        QVERIFY(!importBytes(deep.toStdString(), "a.xml"));
        const QByteArray media =
            QByteArray("<nitf><body><body.content>") +
            QByteArray("<media><media-caption>x</media-caption></media>").repeated(50'000) +
            "<p>The council voted on Monday.</p></body.content></body></nitf>";
        QCOMPARE(dump(importBytes(media.toStdString(), "a.xml")),
                 QString(" |  | none | \nparagraph: The council voted on Monday.\n"));
    }
};

QTEST_GUILESS_MAIN(TestAgencyImport)
#include "test_agency_import.moc"

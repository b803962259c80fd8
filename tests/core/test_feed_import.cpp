// Feeds: files of several articles.
#include "core/formats/in/importers.h"
#include "tests/support/imported_dump.h"

#include <QFile>
#include <QtTest>

using namespace quoth;
using quoth::test::dump;

namespace {

std::string data(const char* name) {
    QFile file(QStringLiteral(QUOTH_TEST_DATA "/feeds/") + name);
    if (!file.open(QIODevice::ReadOnly)) qFatal("%s is missing", name);
    return file.readAll().toStdString();
}

const QString bridge = "[tag:gazette.example,2024:bridge]\n"
                       "Harbour bridge to close for “two years” | Mia Stone and Al Finn | "
                       "2024-05-14 | https://gazette.example/bridge\n"
                       "headline: Harbour bridge to close for “two years”\n"
                       "paragraph: The council voted on Monday to close the bridge.\n"
                       "paragraph: “Too much,” said Ruth Cole.\n";
const QString ferry = "[tag:gazette.example,2024:ferry]\n"
                      "Ferry fares to rise |  | 2024-05-13 | https://gazette.example/ferry\n"
                      "headline: Ferry fares to rise\n"
                      "paragraph: Fares rise by a tenth, the operator said.\n"
                      "paragraph: “We had no choice,” Jan Brook added.\n";

} // namespace

class TestFeedImport : public QObject {
    Q_OBJECT
private slots:
    void reads_data() {
        QTest::addColumn<QString>("bytes");
        QTest::addColumn<QByteArray>("fileName");
        QTest::addColumn<QString>("articles");
        const auto row = [](const char* name, const std::string& bytes, const char* fileName,
                            const QString& articles) {
            QTest::newRow(name) << QString::fromStdString(bytes) << QByteArray(fileName)
                                << articles;
        };
        row("Atom", data("gazette.atom"), "gazette.atom", bridge + ferry);
        row("Atom, known by its content", data("gazette.atom"), "", bridge + ferry);
        row("WordPress", data("wordpress.rss.xml"), "feed.xml",
            "[https://gazette.example/?p=101]\n"
            "Harbour bridge to close for ‘two long years’ | Mia Stone | 2024-05-14 | "
            "https://gazette.example/2024/05/harbour-bridge/\n"
            "headline: Harbour bridge to close for ‘two long years’\n"
            "paragraph: The council voted on Monday to close the harbour bridge, the town’s "
            "oldest, for two years of works.\n"
            "headline: What it costs\n"
            "paragraph: “It is too much,” said Ruth Cole, who runs a bakery beside the bridge and "
            "opposes the plan.\n"
            "paragraph: The works are to begin in June, the engineer Omar Diaz told the meeting.\n"
            "[https://gazette.example/?p=100]\n"
            "Ferry fares to rise | Al Finn | 2024-05-13 | "
            "https://gazette.example/2024/05/ferry/\n"
            "headline: Ferry fares to rise\n"
            "paragraph: Fares on the ferry rise by a tenth, the operator said.\n");
        row("RSS 1.0 of one article", data("gazette.rdf"), "gazette.rdf",
            "Harbour bridge to close | Mia Stone | 2024-05-14 | https://gazette.example/bridge\n"
            "headline: Harbour bridge to close\n"
            "paragraph: The council voted on Monday to close the bridge. “Too much,” said Ruth "
            "Cole.\n");
        row("no article", "<rss><channel><title>Port Gazette</title></channel></rss>", "a.rss",
            "error empty");
        row("cut", data("gazette.atom").substr(0, 1200), "a.atom", "error malformed");
        row("content in pieces",
            "<rss><channel><item><title>Bridge</title><description><![CDATA[<p>The code is "
            "]]]]><![CDATA[>.</p>]]></description></item></channel></rss>",
            "a.rss", "Bridge |  | none | \nheadline: Bridge\nparagraph: The code is ]]>.\n");
        row("the same id twice, none, and the sign for all",
            "<rss><item><guid>*</guid><description>One.</description></item><item><guid>a</guid>"
            "<description>Two.</description></item><item><guid>a</guid><description>Three."
            "</description></item><item><description>Four.</description></item></rss>",
            "a.rss",
            "[* 2]\n |  | none | \nparagraph: One.\n[a]\n |  | none | \nparagraph: Two.\n"
            "[a 2]\n |  | none | \nparagraph: Three.\n[ 2]\n |  | none | \nparagraph: Four.\n");
    }
    void reads() {
        QFETCH(QString, bytes);
        QFETCH(QByteArray, fileName);
        QFETCH(QString, articles);
        QCOMPARE(dump(importBytes(bytes.toStdString(), fileName.toStdString())), articles);
    }

    void chooses() {
        const auto feed = importBytes(data("gazette.atom"), "gazette.atom");
        QVERIFY(feed.has_value());
        QVERIFY(feed->article.text.empty());
        QVERIFY(!feed->isOneWork);
        QCOMPARE("[tag:gazette.example,2024:ferry]\n" +
                     dump(chooseArticle(*feed, "tag:gazette.example,2024:ferry")),
                 ferry);
        QCOMPARE(dump(chooseArticle(*feed, "tag:gazette.example,2024:tram")),
                 QString("error not_found"));
        const auto all = chooseArticle(*feed, wholeWork);
        QVERIFY(all.has_value());
        QCOMPARE(all->article.blocks.size(), std::size_t{6});
        QCOMPARE(QString::fromStdString(
                     std::string(slice(all->article.text, all->article.blocks[3].span))),
                 QString("Ferry fares to rise"));
        const auto one = importBytes("The bridge is closed.");
        QCOMPARE(dump(chooseArticle(*one, "a")), dump(one));
    }
};

QTEST_GUILESS_MAIN(TestFeedImport)
#include "test_feed_import.moc"

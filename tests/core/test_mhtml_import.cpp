// Web archives, as Chromium, Internet Explorer and Word save pages.
#include "core/formats/in/importers.h"
#include "tests/support/imported_dump.h"

#include <QFile>
#include <QtTest>

using namespace quoth;
using quoth::test::dump;

namespace {

QByteArray data(const QString& name) {
    QFile file(QStringLiteral(QUOTH_TEST_DATA "/mhtml/") + name);
    if (!file.open(QIODevice::ReadOnly)) qFatal("%s is missing", qPrintable(name));
    return file.readAll();
}

QString dumpOf(const QByteArray& bytes, const char* fileName) {
    return dump(importBytes(bytes.toStdString(), fileName));
}

const QByteArray paragraph =
    "<h1>Harbour bridge to close</h1><p>The council of Port Osric voted on "
    "Monday to close the bridge for two years.</p>";
const QString article = "headline: Harbour bridge to close\nparagraph: The council of Port Osric "
                        "voted on Monday to close the bridge for two years.\n";

} // namespace

class TestMhtmlImport : public QObject {
    Q_OBJECT
private slots:
    void readsChromiums_data() {
        QTest::addColumn<QString>("file");
        for (const char* file : {"page", "windows_1252", "frames"})
            QTest::newRow(file) << QString(file);
    }
    void readsChromiums() {
        QFETCH(QString, file);
        const QByteArray bytes = data(file + ".mhtml");
        const QString expected = QString::fromUtf8(data(file + ".txt"));
        QCOMPARE(dumpOf(bytes, "a.mhtml"), expected);
        QCOMPARE(dumpOf(bytes, "a.mht"), expected);
        QCOMPARE(dumpOf(bytes, ""), expected); // by content
        // Where and when it was saved are the archive's word: the MIME date is no publication.
        QVERIFY(bytes.contains("\r\nDate: "));
    }

    void reads_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("expected");
        const QByteArray explorer =
            "From: \"Saved by Windows Internet Explorer 11\"\r\nSubject: Bridge - Post\r\n"
            "Date: Tue, 14 May 2024 10:00:00 +0200\r\nMIME-Version: 1.0\r\n"
            "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n"
            "\tboundary=\"----=_NextPart_000_0000\"\r\n"
            "X-MimeOLE: Produced By Microsoft MimeOLE\r\n\r\n"
            "This is a multi-part message in MIME format.\r\n\r\n"
            "------=_NextPart_000_0000\r\nContent-Type: text/html;\r\n\tcharset=\"utf-8\"\r\n"
            "Content-Transfer-Encoding: quoted-printable\r\n"
            "Content-Location: http://post.example/bridge\r\n\r\n";
        QTest::newRow("Internet Explorer")
            << explorer + paragraph + "\r\n------=_NextPart_000_0000--\r\n"
            << "Harbour bridge to close |  | none | http://post.example/bridge\n" + article;
        QTest::newRow("cut") << explorer + paragraph
                             << "Harbour bridge to close |  | none | http://post.example/bridge\n" +
                                    article;
        const QByteArray word = "MIME-Version: 1.0\nContent-Type: multipart/related; "
                                "boundary=\"----=_NextPart_01\"\n\nThis document is a Single File "
                                "Web Page.\n\n------=_NextPart_01\n";
        const QByteArray wordsPage = "Content-Location: file:///C:/1F/bridge.htm\n"
                                     "Content-Transfer-Encoding: base64\n"
                                     "Content-Type: text/html; charset=\"us-ascii\"\n\n" +
                                     paragraph.toBase64() + "\n------=_NextPart_01";
        QTest::newRow("Word") << word + wordsPage + "--\n"
                              << "Harbour bridge to close |  | none | \n" + article;
        QTest::newRow("the root named, another page first")
            << QByteArray("MIME-Version: 1.0\nContent-Type: multipart/related; start=\"<b@x>\"; "
                          "boundary=z\n\n--z\nContent-Type: text/html\nContent-ID: <a@x>\n\n"
                          "<p>An advertisement for boats, new and used.</p>\n--z\n"
                          "Content-Type: text/html\nContent-ID: <b@x>\n\n") +
                   paragraph + "\n--z--\n"
            << "Harbour bridge to close |  | none | \n" + article;
        QTest::newRow("a page of that name")
            << "<!doctype html>" + paragraph << "Harbour bridge to close |  | none | \n" + article;
        QTest::newRow("no page in it")
            << word + "Content-Type: image/gif\n\nGIF89a\n------=_NextPart_01--\n"
            << QString("error empty");
        QTest::newRow("a text of that name")
            << QByteArray("The council voted.") << QString("error malformed");
        QTest::newRow("nothing") << QByteArray() << QString("error malformed");
    }
    void reads() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, expected);
        QCOMPARE(dumpOf(bytes, "a.mht"), expected);
    }
};

QTEST_GUILESS_MAIN(TestMhtmlImport)
#include "test_mhtml_import.moc"

// Mails: what of them is the article, whose, of which day; and what no mailer sends.
#include "core/formats/in/importers.h"
#include "core/formats/in/mime_header.h"
#include "core/formats/in/mime_message.h"
#include "tests/support/imported_dump.h"

#include <QFile>
#include <QtTest>
#include <thread>

using namespace quoth;
using quoth::test::dump;

namespace {

QByteArray data(const QString& name) {
    QFile file(QStringLiteral(QUOTH_TEST_DATA "/mail/") + name);
    if (!file.open(QIODevice::ReadOnly)) qFatal("%s is missing", qPrintable(name));
    return file.readAll();
}

QString dumpOf(const QByteArray& bytes, const char* fileName = "a.eml") {
    const auto imported = importBytes(bytes.toStdString(), fileName);
    return imported ? dump(imported)
                    : dump(imported) + ": " + QString::fromStdString(imported.error().message);
}

const QByteArray head =
    "From: Mia Stone <mia@post.example>\nDate: Tue, 14 May 2024 10:00:00 +0200\n"
    "MIME-Version: 1.0\n";
const QByteArray vote = "The council of Port Osric voted on Monday to close the harbour bridge.\n";
const QString voted = "paragraph: The council of Port Osric voted on Monday to close the harbour "
                      "bridge.\n";
const QString bridge = "Bridge to close | Mia Stone | 2024-05-14 | \nheadline: Bridge to close\n";

QByteArray mail(const QByteArray& subject, const QByteArray& fieldsAndBody) {
    return head + "Subject: " + subject + "\n" + fieldsAndBody;
}

QByteArray multipart(const QByteArray& kind, const QByteArrayList& parts) {
    QByteArray out = "Content-Type: multipart/" + kind + "; boundary=z\n\n";
    for (const QByteArray& part : parts)
        out += "--z\n" + part + "\n";
    return out + "--z--\n";
}

const QByteArrayList madeMails = {"release",  "newsletter", "flowed",
                                  "attached", "forwarded",  "list"};

} // namespace

class TestMailImport : public QObject {
    Q_OBJECT
private slots:
    void readsMadeMails_data() {
        QTest::addColumn<QString>("file");
        for (const QByteArray& file : madeMails)
            QTest::newRow(file.constData()) << QString(file);
    }
    void readsMadeMails() {
        QFETCH(QString, file);
        const QString expected = QString::fromUtf8(data(file + ".txt"));
        QCOMPARE(dumpOf(data(file + ".eml")), expected);
        QCOMPARE(dumpOf(data(file + ".eml"), ""), expected); // by content
        QCOMPARE(
            dumpOf("From mia@post.example Tue May 14 10:00:00 2024\n" + data(file + ".eml"), ""),
            expected);
    }

    void finds_data();
    void finds();
    void bears_data();
    void bears();
    void tellsMailsFromTexts_data();
    void tellsMailsFromTexts();
    void readsPartsAndHeaders();
    void readsInManyThreads();
};

void TestMailImport::finds_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const QByteArray& bytes, const QString& expected) {
        QTest::newRow(name) << bytes << expected;
    };
    row("the subject alone", mail("Bridge to close", "\n" + vote), bridge + voted);
    row("its leads", mail("Fwd: RE: WG: [EXTERNAL] Bridge to close", "\n" + vote), bridge + voted);
    row("the headline in the text", mail("Bridge to close", "\nBridge to close\n\n" + vote),
        bridge + voted);
    row("no subject", head + "\n" + vote, " | Mia Stone | 2024-05-14 | \n" + voted);
    row("a headline with a stop", mail("They win.", "\n" + vote),
        "They win. | Mia Stone | 2024-05-14 | \nheadline: They win.\n" + voted);
    row("own words above a quoted mail",
        mail("Re: Bridge to close", "\n" + vote +
                                        "\nOn Mon, 13 May 2024, Al Finn\n<al@quay.example> wrote:\n"
                                        "> Will it close?\n>\n> Al\n"),
        bridge + voted);
    row("own words below it", mail("Re: Bridge to close", "\n> Will it close?\n\n" + vote),
        bridge + voted);
    row("only quoted", mail("Bridge to close", "\n> " + vote), bridge + voted);
    row("own words above the original",
        mail("Re: Bridge to close", "\n" + vote +
                                        "\n-----Original Message-----\nFrom: Al Finn\nSent: 13 May "
                                        "2024\nSubject: Bridge\n\nWill it close?\n"),
        bridge + voted);
    row("only a signature", mail("Bridge to close", "\n-- \n" + vote), bridge + voted);
    row("a passed-on mail in a quotation",
        "From: Al Finn <al@quay.example>\nSubject: Fwd: Bridge\nDate: Thu, 16 May 2024 10:00:00 "
        "+0000\n\nBegin forwarded message:\n\n> From: Mia Stone <mia@post.example>\n> Subject: "
        "Bridge to close\n> Date: 14 May 2024 at 10:00:00 BST\n>\n> " +
            vote,
        bridge + voted);
    row("one of Outlook, in German, as a page",
        "From: Al Finn <al@quay.example>\nSubject: WG: Bridge to close\nContent-Type: text/html\n\n"
        "<p>zur Info</p><p><b>Von:</b> Stone, Mia &lt;mia@post.example&gt;<br><b>Gesendet:</b> "
        "14.05.2024 10:00<br><b>An:</b> news<br><b>Betreff:</b> Bridge to close</p><p>" +
            vote + "</p>",
        bridge + voted);
    row("lines of a program, and an address in them",
        mail("Bridge to close",
             "\nThe council of Port Osric voted on Monday to close the harbour bridge\n"
             "<https://click.example/1> for two years. “Nobody wants this,” said Ruth Cole,\n"
             "who leads it.\n\nFerries run from\n- the quay\n- the mill\n"),
        bridge + "paragraph: The council of Port Osric voted on Monday to close the harbour bridge "
                 "for two years. “Nobody wants this,” said Ruth Cole, who leads it.\n"
                 "paragraph: Ferries run from\nparagraph: - the quay\nparagraph: - the mill\n");
    row("flowed, spaces deleted",
        mail("Bridge to close", "Content-Type: text/plain; format=flowed; delsp=yes\n\n"
                                "The council of Port Osric voted on Mon \nday to close the  \n"
                                "harbour bridge.\n"),
        bridge + voted);
    row("signed in the text",
        mail("Bridge to close", "\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n" + vote +
                                    "-----BEGIN PGP SIGNATURE-----\n\niQ==\n-----END PGP "
                                    "SIGNATURE-----\n"),
        bridge + voted);
    row("an organisation", "From: \"Port Osric Council\" <a@b.example>\nSubject: Bridge\n\n" + vote,
        "Bridge | Port Osric Council | none | \nheadline: Bridge\n" + voted);
    row("a mail passed on, all of it quoted",
        mail("Fwd: Bridge to close",
             "> ---------- Forwarded message ---------\n> From: Mia Stone <mia@a.example>\n"
             "> Date: Tue, 14 May 2024 09:30:00 +0200\n> Subject: Press release: Bridge to close\n"
             "> To: Al Finn <al@b.example>\n>\n> " +
                 vote),
        bridge + voted);
    row("a name in Outlook's marks",
        "From: \"'Sean O'Neill'\" <a@b.example>\nSubject: Bridge\n\n" + vote,
        "Bridge | Sean O'Neill | none | \nheadline: Bridge\n" + voted);
    row("headers of the wrong charset",
        "From: =?x-unknown?Q?J=F6rg?= M\xfcller <j@b.example>\nSubject: Gr\xc3\xbc\xc3\x9f"
        "e \xe9\n\n" +
            vote,
        "Grüße é | Jörg Müller | none | \nheadline: Grüße é\n" + voted);
    row("an unknown charset",
        mail("Bridge to close", "Content-Type: text/plain; charset=x-nobody\n\n" + vote),
        bridge + voted);
    row("a day to come",
        "From: a@b.example\nDate: Tue, 14 May 2999 10:00:00 +0200\nSubject: B\n\n" + vote,
        "B |  | none | \nheadline: B\n" + voted);
    row("an attachment beside the text",
        mail("Bridge to close", multipart("mixed", {"\n" + vote, "Content-Type: text/plain\n"
                                                                 "Content-Disposition: attachment; "
                                                                 "filename=a.txt\n\nNot this.\n"})),
        bridge + voted);
    row("an attachment alone",
        mail("Bridge", multipart("mixed", {"Content-Type: application/pdf; name=\"a.pdf\"\n\nx"})),
        "error empty: The mail has no text in it, only an attachment: save \"a.pdf\" and open "
        "that.");
    row("encrypted",
        mail("Bridge",
             multipart("encrypted", {"Content-Type: application/pgp-encrypted\n\nVersion: "
                                     "1\n",
                                     "Content-Type: application/octet-stream\n\nx"})),
        "error unreadable: This mail is encrypted.");
    row("encrypted in the text", mail("Bridge", "\n-----BEGIN PGP MESSAGE-----\n\nhQ==\n"),
        "error unreadable: This mail is encrypted.");
    row("encrypted by S/MIME",
        mail("Bridge", "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nMII=\n"),
        "error unreadable: This mail is encrypted.");
    row("no text", mail("Bridge", "\n"), "error empty: The mail has no text in it.");
    row("a text of that name", vote, "error malformed: The file is not a mail.");
    row("a page of that name", "<!doctype html><h1>Bridge to close</h1><p>" + vote + "</p>",
        "Bridge to close |  | none | \nheadline: Bridge to close\n" + voted);
}

void TestMailImport::finds() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    QCOMPARE(dumpOf(bytes), expected);
}

void TestMailImport::bears_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const QByteArray& bytes, const QString& expected) {
        QTest::newRow(name) << bytes << expected;
    };
    const QByteArrayList many(10'000, QByteArray("Content-Type: image/gif\n\nx"));
    row("10,000 parts",
        mail("Bridge to close", multipart("mixed", QByteArrayList{"\n" + vote} + many)),
        bridge + voted);
    QByteArray deep;
    for (int i = 0; i < 10'000; ++i)
        deep += "Content-Type: multipart/mixed; boundary=b" + QByteArray::number(i) + "\n\n--b" +
                QByteArray::number(i) + "\n";
    row("10,000 multiparts in each other", mail("Bridge", deep), "error too_deep");
    row("10,000 mails in each other",
        mail("Bridge", "") + (head + "Content-Type: message/rfc822\n\n").repeated(10'000) + vote,
        "error empty");
    row("a header of 10 MB",
        mail("Bridge to close",
             "X-Long: " + QByteArray("a b ").repeated(2'500'000) + "\n\n" + vote),
        bridge + voted);
    row("a million fields",
        mail("Bridge to close", QByteArray("X: y\n").repeated(1'000'000) + "\n" + vote),
        bridge + voted);
    row("a group of addresses a million times",
        "From: " + QByteArray("a: ").repeated(1'000'000) + "\nSubject: B\n\n" + vote,
        "B |  | none | \nheadline: B\n" + voted);
    row("broken base64",
        mail("Bridge", "Content-Transfer-Encoding: base64\n\nVGhl@@@IGNvdW5jaWw====\xff\n"),
        "Bridge | Mia Stone | 2024-05-14 | \nheadline: Bridge\nparagraph: The council\n");
    row("no boundary named",
        mail("Bridge to close", "Content-Type: multipart/mixed\n\n--abc\n\n" + vote + "--abc--\n"),
        bridge + voted);
    row("the boundary never comes",
        mail("Bridge to close", "Content-Type: multipart/mixed; boundary=q\n\n" + vote),
        bridge + voted);
    row("NULs", mail("Bridge to close", "\n" + QByteArray(1000, '\0') + vote), "error empty");
    row("a NUL in the header", mail(QByteArray("Bridge\0to close", 15), "\n" + vote),
        bridge + voted);
    row("a paragraph of 80,000 lines",
        mail("Bridge",
             "\n" + QByteArray("the bridge is closed and so are the quay,\n").repeated(80'000)),
        "");
    row("600,000 links without an end",
        mail("Bridge", "\n" + QByteArray("<http").repeated(600'000)), "");
    deep.clear();
    for (int i = 0; i < 40; ++i)
        deep += "Content-Type: multipart/mixed; boundary=b" + QByteArray::number(i) + "\n\n--b" +
                QByteArray::number(i) + "\n";
    row("20 MB in 40 multiparts",
        mail("Bridge", deep + "\n" + QByteArray("--\n").repeated(7'000'000)), "error too_large");
    row("a text of 9 MB", mail("Bridge", "\n" + QByteArray("a\n").repeated(4'500'000)),
        "error too_large");
    row("100,000 forwarded mails",
        mail("Bridge", "\n" + QByteArray("Forwarded message:\n> x\n").repeated(100'000)), "");
}

void TestMailImport::bears() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    const QString found = dumpOf(bytes);
    if (expected.startsWith("error"))
        QCOMPARE(found.section(':', 0, 0), expected);
    else if (!expected.isEmpty())
        QCOMPARE(found, expected);
}

void TestMailImport::tellsMailsFromTexts_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isMail");
    const auto row = [](const char* name, const QByteArray& bytes, bool isMail) {
        QTest::newRow(name) << bytes << isMail;
    };
    row("a mail", head + "\n" + vote, true);
    row("a mail of a person", "From: mia@post.example\nSubject: Bridge\n\n" + vote, true);
    row("a letter", "To: the editor\nFrom: Ann Lee, Port Osric\n\n" + vote, false);
    row("a letter's line", "To: the editor\n\n" + vote, false);
    row("a dated text", "Date: 14 May 2024\nSubject: The bridge\n\n" + vote, false);
    row("no blank line", "From: mia@post.example\nSubject: Bridge\n" + vote, false);
    row("a text", vote, false);
    row("nothing", "", false);
    row("a page", "<p>From: mia@post.example</p>\n\n", false);
}

void TestMailImport::tellsMailsFromTexts() {
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isMail);
    QCOMPARE(looksLikeMail(bytes.toStdString()), isMail);
    if (isMail) return;
    const auto imported = importBytes(bytes.toStdString(), "a.text");
    QVERIFY(bytes.isEmpty() || imported->article.text == bytes.toStdString());
}

void TestMailImport::readsPartsAndHeaders() {
    const auto mime = readMimeMessage(
        mail("=?utf-8?B?QnLDvGNrZQ==?=",
             multipart("related; start=\"<b@x>\"",
                       {"Content-Type: Text/HTML; charset=\"utf-8\"\nContent-ID: <b@x>\n"
                        "Content-Location:\n https://a.example/\n bridge\n\n<p>",
                        "Content-Type: message/rfc822\n\nSubject: in\n\nx",
                        "Content-Type: image/png\nContent-Disposition: attachment;\n "
                        "filename*=utf-8''caf%C3%A9.png\n\nx"}))
            .toStdString());
    QVERIFY(mime.has_value());
    QCOMPARE(mime->subject, std::string("Brücke"));
    QCOMPARE(mime->from, std::vector<std::string>{"Mia Stone"});
    QCOMPARE(mime->start, std::string("b@x"));
    QCOMPARE(*mime->sent->offsetMinutes, 120);
    QCOMPARE(mime->parts.size(), std::size_t{3});
    QCOMPARE(mime->parts[0].contentType, std::string("text/html"));
    QCOMPARE(mime->parts[0].charset, std::string("utf-8"));
    QCOMPARE(mime->parts[0].contentId, mime->start);
    QCOMPARE(mime->parts[0].contentLocation, std::string("https://a.example/bridge"));
    QCOMPARE(mime->parts[0].bytes, std::string("<p>"));
    QCOMPARE(mime->parts[1].bytes, std::string("Subject: in\n\nx"));
    QCOMPARE(mime->parts[2].fileName, std::string("café.png"));
    QVERIFY(mime->parts[2].isAttachment && mime->parts[2].bytes.empty());
}

void TestMailImport::readsInManyThreads() {
    std::vector<std::thread> threads;
    std::atomic<int> right = 0;
    constexpr int count = 8, times = 20;
    for (int i = 0; i < count; ++i)
        threads.emplace_back([&] {
            for (int k = 0; k < times; ++k)
                for (const QByteArray& file : madeMails)
                    right += dumpOf(data(file + ".eml")) == QString::fromUtf8(data(file + ".txt"));
        });
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(right.load(), count * times * static_cast<int>(madeMails.size()));
}

QTEST_GUILESS_MAIN(TestMailImport)
#include "test_mail_import.moc"

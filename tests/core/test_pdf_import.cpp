// PDF documents that other programs made (tests/data/made/make.sh), and bad ones.
#include "core/formats/annotation_names.h"
#include "core/formats/in/importers.h"
#include "core/text/structure.h"

#include <QFile>
#include <QtTest>

using namespace quoth;

namespace {

QByteArray data(const QString& name) {
    QFile file(QStringLiteral(QUOTH_TEST_DATA "/pdf/") + name);
    if (!file.open(QIODevice::ReadOnly)) qFatal("%s is missing", qPrintable(name));
    return file.readAll();
}

Expected<Imported> import(const QByteArray& bytes, std::string_view fileName = "a.pdf") {
    return importBytes({bytes.constData(), static_cast<std::size_t>(bytes.size())}, fileName);
}

// Metadata in one line, then a block a line, as the structure of the text has them in the end.
QString dump(const Expected<Imported>& imported) {
    if (!imported) return "error " + QString::fromStdString(imported.error().message);
    const Article& article = imported->article;
    std::string out = article.title + " | " + article.byline + " | " +
                      (article.published ? toIso(*article.published) : "none") + " | " +
                      article.url + "\n";
    const std::vector<Block> blocks = article.blocks.empty()
                                          ? findBlocks(article.text)
                                          : refineBlocks(article.text, article.blocks);
    for (const Block& block : blocks)
        out += std::string(name(block.kind)) + ": " + std::string(slice(article.text, block.span)) +
               "\n";
    return QString::fromStdString(out);
}

} // namespace

class TestPdfImport : public QObject {
    Q_OBJECT
private slots:
    void reads_data() {
        QTest::addColumn<QString>("expected");
        for (const char* name :
             {"bridge", "newspaper", "writer", "restricted", "webkit", "browser"})
            QTest::newRow(name) << QString::fromUtf8(data(QString(name) + ".txt"));
    }
    void reads() {
        QFETCH(QString, expected);
        QCOMPARE(dump(import(data(QString(QTest::currentDataTag()) + ".pdf"))), expected);
    }

    void refuses_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("message");
        const QString damaged = "The PDF document is damaged.";
        const QByteArray bridge = data("bridge.pdf");
        QTest::newRow("locked") << data("locked.pdf")
                                << "The PDF document is protected by a password; save a copy "
                                   "without it first.";
        QTest::newRow("pictures") << data("picture.pdf")
                                  << "The PDF document holds pictures of text only; give it a "
                                     "layer of text by text recognition (OCR) first.";
        QTest::newRow("half of it") << bridge.left(bridge.size() / 2) << damaged;
        QTest::newRow("its end is missing") << bridge.chopped(100) << damaged;
        QTest::newRow("its beginning is missing") << bridge.mid(bridge.size() / 2) << damaged;
        QTest::newRow("no PDF") << QByteArray("He said no.") << damaged;
        QTest::newRow("nothing but a head and an end")
            << QByteArray("%PDF-1.4\n%%EOF\n") << damaged;
        QTest::newRow("empty") << QByteArray() << "The file has no text in it.";
    }
    void refuses() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, message);
        QCOMPARE(dump(import(bytes)), "error " + message);
    }

    // By what it holds, whatever it is called.
    void isRecognised() {
        const QByteArray bytes = data("webkit.pdf");
        const QString expected = dump(import(bytes));
        QVERIFY(!expected.startsWith("error"));
        QCOMPARE(dump(import(bytes, "a.txt")), expected);
        QCOMPARE(dump(import(bytes, "a.html")), expected);
        QCOMPARE(dump(import(bytes, "")), expected);
        QCOMPARE(dump(import("\r\n\r\n" + bytes, "")), expected);
        const QByteArray text = "A file begins with %PDF-1.7, she said, and ends with %%EOF.";
        QCOMPARE(import(text, "")->article.text, text.toStdString());
    }

    void tellsOfMissingProgram() {
        const QByteArray before = qgetenv("QUOTH_LIBEXEC");
        qputenv("QUOTH_LIBEXEC", "/no/such/folder");
        const auto imported = import(data("webkit.pdf"));
        before.isNull() ? qunsetenv("QUOTH_LIBEXEC") : qputenv("QUOTH_LIBEXEC", before);
        QVERIFY(!imported.has_value());
        QVERIFY(imported.error().code == ErrorCode::BadResource);
        QCOMPARE(dump(imported), QString("error The program quoth-pdf was not found; searched "
                                         "/no/such/folder."));
    }

    // Whatever a bit's flip makes of it, it is an article or an error in a sentence.
    void bearsDamage() {
        const QByteArray whole = data("writer.pdf");
        for (int i = 1; i < 40; ++i) {
            QByteArray bytes = whole;
            const auto at = static_cast<qsizetype>((i * 7919LL * 131) % whole.size());
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << (i % 8)));
            const auto imported = import(bytes);
            QVERIFY(imported ? !imported->article.text.empty()
                             : imported.error().message.back() == '.');
        }
    }
};

QTEST_GUILESS_MAIN(TestPdfImport)
#include "test_pdf_import.moc"

// Files of any encoding become canonical text, or a clear error.
#include "core/formats/in/importers.h"

#include <QTemporaryDir>
#include <QtTest>
#include <unistd.h>

using namespace quoth;

class TestImporters : public QObject {
    Q_OBJECT
private slots:
    void decodes_data();
    void decodes();
    void refuses_data();
    void refuses();
    void readsFiles();
    void readsSavedFolders();
    void refusesPaths();
    void refusesOtherXml();
    void listsFormats();
};

namespace {

QString dump(const Expected<Imported>& imported) {
    if (!imported)
        return "error " + QString::fromStdString(std::string(name(imported.error().code)));
    return QString::fromStdString(imported->article.text);
}

Expected<Imported> import(const QByteArray& bytes, std::string_view fileName = {}) {
    return importBytes({bytes.constData(), static_cast<std::size_t>(bytes.size())}, fileName);
}

// UTF-16 or UTF-32 units in the given order of bytes.
QByteArray units(const std::u32string& text, int size, bool bigEndian) {
    QByteArray out;
    for (const char32_t c : text)
        for (int i = 0; i < size; ++i)
            out += static_cast<char>(c >> (8 * (bigEndian ? size - 1 - i : i)) & 0xFF);
    return out;
}

QByteArray literal(const char* bytes, int size) {
    return QByteArray(bytes, size);
}

} // namespace

void TestImporters::decodes_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const QByteArray& bytes, const char* text) {
        QTest::newRow(name) << bytes << QString::fromUtf8(text);
    };
    row("UTF-8", "Zo\xC3\xAB said \xE2\x80\x9CNo\xE2\x80\x9D.", "Zoë said “No”.");
    row("BOM off", "\xEF\xBB\xBFNo.", "No.");
    row("line ends", "a\r\nb\rc\n\r\nd", "a\nb\nc\n\nd");
    row("nothing trimmed", "  a\t \n\n", "  a\t \n\n");
    row("no-break space stays", "5\xC2\xA0km", "5\u00A0km");
    row("invalid bytes among UTF-8", "\xC3\xA9t\xC3\xA9 \xFF caf\xC3 x", "été \uFFFD caf\uFFFD x");
    row("cut in a character", "He said \xE2\x80", "He said \uFFFD");
    row("overlong and surrogate", "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9 \xED\xA0\x80",
        "éééééé \uFFFD\uFFFD\uFFFD");
    row("Windows-1252 by its bytes", "She said: \x93It\x92s a caf\xE9.\x94",
        "She said: “It’s a café.”");
    row("UTF-16 LE with mark", "\xFF\xFE" + units(U"Oui, été", 2, false), "Oui, été");
    row("UTF-16 BE with mark", "\xFE\xFF" + units(U"Oui, été", 2, true), "Oui, été");
    row("UTF-16 LE told by NULs", units(U"She said “yes”.", 2, false), "She said “yes”.");
    row("UTF-16 BE told by NULs", units(U"She said “yes”.", 2, true), "She said “yes”.");
    row("surrogate pair",
        "\xFF\xFE" + units(U"a\xD83D\xDE00"
                           U"z",
                           2, false),
        "a😀z");
    row("lone high surrogate",
        "\xFF\xFE" + units(U"a\xD83D"
                           U"z",
                           2, false),
        "a\uFFFDz");
    row("lone low surrogate",
        "\xFF\xFE" + units(U"a\xDE00"
                           U"z",
                           2, false),
        "a\uFFFDz");
    row("high surrogate at the end", "\xFF\xFE" + units(U"ab\xD83D", 2, false), "ab\uFFFD");
    row("half a unit at the end", "\xFF\xFE" + units(U"ab", 2, false) + "c", "ab\uFFFD");
    row("UTF-32 LE", literal("\xFF\xFE\0\0", 4) + units(U"été😀", 4, false), "été😀");
    row("UTF-32 BE", literal("\0\0\xFE\xFF", 4) + units(U"été😀", 4, true), "été😀");
    row("UTF-32 out of range",
        literal("\xFF\xFE\0\0", 4) + units(U"a\x7FFFFFFF"
                                           U"z",
                                           4, false),
        "a\uFFFDz");
}

void TestImporters::decodes() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QCOMPARE(dump(import(bytes)), text);
}

void TestImporters::refuses_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("error");
    QTest::newRow("no bytes") << QByteArray() << "empty";
    QTest::newRow("white space") << QByteArray(" \r\n\t\xC2\xA0\n") << "empty";
    QTest::newRow("mark only") << QByteArray("\xFF\xFE") << "empty";
    QTest::newRow("PDF, cut") << QByteArray("%PDF-1.7\nstream") << "malformed";
    QTest::newRow("ZIP") << QByteArray("PK\x03\x04 word/document.xml") << "binary";
    QTest::newRow("NULs") << literal("text\0\0\0text and \0\0 more\0 of it", 28) << "binary";
    QByteArray noise;
    for (unsigned i = 0, state = 7; i < 4000; ++i, state = state * 1664525 + 1013904223)
        noise += static_cast<char>(state >> 24);
    QTest::newRow("noise") << noise << "binary";
    QTest::newRow("too large") << QByteArray((64 << 20) + 1, 'a') << "too_large";
}

void TestImporters::refuses() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, error);
    const auto imported = import(bytes, "article.txt");
    QCOMPARE(dump(imported), "error " + error);
    QVERIFY(QString::fromStdString(imported.error().message).endsWith('.'));
}

void TestImporters::readsFiles() {
    QTemporaryDir folder;
    QFile file(folder.filePath("a.txt"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Line\r\nend");
    file.close();
    QCOMPARE(dump(importFile(file.fileName().toStdString())), QString("Line\nend"));
}

// A page that a browser saved complete, by the folder of its pictures or the folder of both.
void TestImporters::readsSavedFolders() {
    QTemporaryDir folder;
    const auto save = [&](const QString& name, const QByteArray& words) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("<p>" + words);
    };
    const auto opened = [&](const QString& name) {
        return dump(importFile(folder.filePath(name).toStdString()));
    };
    for (const char* name : {"Bridge_files", "Bridge to close-Dateien", "both", "site"})
        QVERIFY(QDir(folder.path()).mkdir(name));
    save("Bridge.html", "The bridge.");
    save("Bridge to close.htm", "It closes.");
    save("Bridge_files/ad.html", "An advertisement.");
    save("both/any name.HTML", "The only page.");
    save("site/index.html", "The first page.");
    save("site/other.html", "Another page.");
    QCOMPARE(opened("Bridge_files"), QString("The bridge."));
    QCOMPARE(opened("Bridge_files/"), QString("The bridge."));
    QCOMPARE(opened("Bridge to close-Dateien"), QString("It closes."));
    QCOMPARE(opened("both"), QString("The only page."));
    QCOMPARE(opened("site"), QString("The first page."));
    QCOMPARE(opened(""), QString("error unreadable")); // two pages
}

void TestImporters::refusesPaths() {
    QTemporaryDir folder;
    const std::string missing = folder.filePath("missing.txt").toStdString();
    const auto notFound = importFile(missing);
    QCOMPARE(dump(notFound), QString("error not_found"));
    QVERIFY(notFound.error().message.find(missing) != std::string::npos);
    QCOMPARE(dump(importFile(folder.path().toStdString())), QString("error unreadable"));
    QCOMPARE(dump(importFile("/dev/zero")), QString("error too_large"));

    if (::geteuid() == 0) QSKIP("root may read every file");
    QFile closed(folder.filePath("closed.txt"));
    QVERIFY(closed.open(QIODevice::WriteOnly));
    closed.write("text");
    closed.close();
    QVERIFY(closed.setPermissions({}));
    QCOMPARE(dump(importFile(closed.fileName().toStdString())), QString("error unreadable"));
}

void TestImporters::refusesOtherXml() {
    QCOMPARE(dump(import("<?xml version='1.0'?><menu><a>Yes.</a></menu>")),
             QString("error malformed"));
    QCOMPARE(dump(import(" <menu><a>Yes.</a></menu>", "a.xml")), QString("error malformed"));
    QCOMPARE(dump(import("<menu> is a tag.", "a.txt")), QString("<menu> is a tag."));
    QCOMPARE(dump(import("No XML at all.", "a.xml")), QString("No XML at all."));
}

void TestImporters::listsFormats() {
    QVERIFY(!importers().empty());
    for (const Importer& importer : importers()) {
        QVERIFY(!importer.name.empty() && !importer.description.empty());
        QVERIFY(!importer.extensions.empty());
    }
}

QTEST_GUILESS_MAIN(TestImporters)
#include "test_importers.moc"

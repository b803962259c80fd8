// Archives as office programs write them, and such as are made to do harm.
#include "core/formats/in/zip_file.h"
#include "tests/support/zip_bytes.h"

#include <QtTest>

using namespace quoth;
using quoth::test::ZipEntry;
using quoth::test::zipOf;

namespace {

QString errorOf(const Error& error) {
    if (!error.message.ends_with('.')) return "an unclear error";
    return "error " + QString::fromStdString(std::string(name(error.code)));
}

// The entry's bytes, or the error.
QString read(const QByteArray& archive, std::string_view entry) {
    const std::string bytes = archive.toStdString();
    const auto zip = ZipFile::open(bytes);
    if (!zip) return errorOf(zip.error());
    const auto out = zip->read(entry);
    return out ? QString::fromStdString(*out) : errorOf(out.error());
}

} // namespace

class TestZipFile : public QObject {
    Q_OBJECT
private slots:
    void reads_data() {
        QTest::addColumn<QByteArray>("archive");
        QTest::addColumn<QByteArray>("entry");
        QTest::addColumn<QString>("result");
        const auto row = [](const char* name, const QByteArray& archive, const char* entry,
                            const QString& result) {
            QTest::newRow(name) << archive << QByteArray(entry) << result;
        };
        const QByteArray text = QByteArray("The council voted. ").repeated(50);
        const QByteArray sound =
            zipOf({{"mimetype", "application/x"}, {"a/b.xml", text, true}, {"empty", ""}});
        row("stored", sound, "mimetype", "application/x");
        row("deflated", sound, "a/b.xml", text);
        row("empty entry", sound, "empty", "");
        row("missing", sound, "b.xml", "error not_found");
        row("no name", sound, "", "error not_found");
        row("no entries", zipOf({}), "a", "error malformed");
        row("name beyond ASCII", zipOf({{"Straße/日本.xml", "yes"}}), "Straße/日本.xml", "yes");
        row("name without the flag of UTF-8", zipOf({{"Straße.xml", "yes", false, 0}}),
            "Straße.xml", "yes");
        row("same name twice", zipOf({{"a", "old"}, {"b", "x"}, {"a", "new"}}), "a", "new");
        row("name above the folder", zipOf({{"../../etc/passwd", "text"}}), "../../etc/passwd",
            "text");
        row("absolute name", zipOf({{"/etc/passwd", "text"}}), "/etc/passwd", "text");
        const QByteArray inner = zipOf({{"b", "ascii only"}});
        row("archive within", zipOf({{"a.zip", inner}}), "b", "error not_found");

        row("bytes", "no archive", "a", "error malformed");
        row("nothing", "", "a", "error malformed");
        row("text before an archive", "text" + sound, "a", "error malformed");
        row("cut in the directory", sound.chopped(30), "mimetype", "error malformed");
        row("cut in an entry", sound.left(60), "a/b.xml", "error malformed");
        row("beginning only", "PK\x03\x04", "a", "error malformed");
        row("bytes changed", QByteArray(sound).replace("application/x", "application/y"),
            "mimetype", "error malformed");
        row("encrypted", zipOf({{"a", "0123456789abcdef", false, 0x0801}}), "a",
            "error unreadable");
        row("encrypted beside", zipOf({{"a", "0123456789abcdef", false, 0x0801}, {"b", "clear"}}),
            "b", "clear");
        row("encrypted by AES", zipOf({{"a", "0123456789abcdef", false, 0x0801, 99}}), "a",
            "error unreadable");
        row("compressed by LZMA", zipOf({{"a", "0123456789abcdef", false, 0x0800, 14}}), "a",
            "error unreadable");
        const ZipEntry bomb{"a", QByteArray(20 << 20, 'a'), true};
        row("bomb of 20 MB", zipOf({bomb}), "a", "error too_large");
        row("65 MB in an archive of 0.5 MB",
            zipOf({{"a", QByteArray(65 << 20, 'a'), true}, {"b", QByteArray(500'000, 'b')}}), "a",
            "error too_large");
        row("20 MB in an archive of 0.5 MB", zipOf({bomb, {"b", QByteArray(500'000, 'b')}}), "a",
            bomb.bytes);
        row("bomb beside", zipOf({bomb, {"b", "clear"}}), "b", "clear");
        const QByteArray even(900'000, 'a'); // half-empty tables are no bomb
        row("much of one letter", zipOf({{"a", even, true}}), "a", even);
        QList<ZipEntry> many(10'000, {"a", "x"});
        many.front().name = "first";
        row("10,000 entries", zipOf(many), "first", "x");
        many.append(ZipEntry{"last", "x"});
        row("10,001 entries", zipOf(many), "first", "error too_large");
    }
    void reads() {
        QFETCH(QByteArray, archive);
        QFETCH(QByteArray, entry);
        QFETCH(QString, result);
        QCOMPARE(read(archive, entry.toStdString()), result);
    }

    void listsNames() {
        const std::string bytes =
            zipOf({{"b/", ""}, {"b/x", "1"}, {"a", "2"}, {"b/x", "3"}}).toStdString();
        const auto zip = ZipFile::open(bytes);
        QVERIFY(zip.has_value());
        QCOMPARE(zip->names(), (std::vector<std::string>{"b/", "b/x", "a", "b/x"}));
        QVERIFY(zip->contains("b/x"));
        QVERIFY(!zip->contains("B/X"));
    }

    void readsSeveralAtOnce() {
        const std::string bytes = zipOf({{"a", "1"}, {"b", "2"}, {"c", "3"}}).toStdString();
        const auto zip = ZipFile::open(bytes);
        QVERIFY(zip.has_value());
        const auto files = zip->read(std::vector<std::string>{"c", "a", "none", "a"});
        QVERIFY(files.has_value());
        QCOMPARE(*files, (ZipFile::Files{{"a", "1"}, {"c", "3"}}));
    }

    // Each within its limit, too much together.
    void limitsSeveralTogether() {
        const QByteArray part(700'000, 'a');
        const std::string bytes = zipOf({{"a", part, true}, {"b", part, true}}).toStdString();
        const auto zip = ZipFile::open(bytes);
        QVERIFY(zip.has_value());
        QVERIFY(zip->read("a").has_value());
        const auto both = zip->read(std::vector<std::string>{"a", "b"});
        QVERIFY(!both);
        QCOMPARE(both.error().code, ErrorCode::TooLarge);
    }

    // The directory's size of an entry says little, whatever its bytes give.
    void believesNoHeader() {
        QByteArray archive = zipOf({{"a", QByteArray(20 << 20, 'a'), true}});
        const QByteArray stated("\x00\x00\x40\x01", 4), small("\x10\x00\x00\x00", 4);
        QVERIFY(archive.contains(stated));
        QVERIFY(read(archive.replace(stated, small), "a").startsWith("error"));
    }

    void namesPasswords() {
        const std::string bytes = zipOf({{"a", "0123456789abcdef", false, 0x0801}}).toStdString();
        const auto zip = ZipFile::open(bytes);
        QVERIFY(zip.has_value());
        QVERIFY(QString::fromStdString(zip->read("a").error().message).contains("password"));
    }

    void bearsDamage() {
        const QByteArray sound = zipOf(
            {{"mimetype", "application/x"}, {"a", QByteArray("She said. ").repeated(30), true}});
        for (qsizetype length = 0; length < sound.size(); ++length)
            QVERIFY(read(sound.left(length), "a").startsWith("error"));
        for (qsizetype at = 0; at < sound.size(); ++at) {
            QByteArray changed = sound;
            changed[at] = static_cast<char>(~changed[at]);
            QVERIFY(!read(changed, "a").isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestZipFile)
#include "test_zip_file.moc"

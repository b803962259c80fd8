// Offsets convert exactly between bytes, code points and UTF-16 units.
#include "core/support/offset_map.h"

#include <QtTest>

using namespace quoth;

class TestOffsetMap : public QObject {
    Q_OBJECT
private slots:
    void agreesWithQtOnEveryCharacter_data();
    void agreesWithQtOnEveryCharacter();
};

void TestOffsetMap::agreesWithQtOnEveryCharacter_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("ascii") << "He said so.";
    QTest::newRow("accents") << QStringLiteral("Café in Reykjavík");
    QTest::newRow("emoji") << QString::fromUtf8(
        "a\xF0\x9F\x98\x80z\xF0\x9F\x87\xAE\xF0\x9F\x87\xB8");
    QTest::newRow("combining") << QString::fromUtf8("e\xCC\x81 n\xCC\x83");
    QTest::newRow("crlf and nbsp") << QString::fromUtf8("a\r\nb\xC2\xA0"
                                                        "c");
    QTest::newRow("curly") << QString::fromUtf8("\xE2\x80\x9CWe won,\xE2\x80\x9D she said");
    QTest::newRow("long") << QString::fromUtf8("\xC3\xA9 \xF0\x9F\x98\x80 plain ").repeated(400);
}

void TestOffsetMap::agreesWithQtOnEveryCharacter() {
    QFETCH(QString, text);
    const std::string utf8 = text.toStdString();
    const OffsetMap map(utf8);
    std::size_t byte = 0, codePoint = 0;
    for (qsizetype unit = 0; unit <= text.size(); ++codePoint) {
        QCOMPARE(map.codePointFromByte(utf8, byte), codePoint);
        QCOMPARE(map.utf16FromByte(utf8, byte), static_cast<std::size_t>(unit));
        QCOMPARE(map.byteFromCodePoint(utf8, codePoint), byte);
        QCOMPARE(map.byteFromUtf16(utf8, static_cast<std::size_t>(unit)), byte);
        if (unit == text.size()) break;
        const bool pair = text.at(unit).isHighSurrogate();
        if (pair) QCOMPARE(map.byteFromUtf16(utf8, static_cast<std::size_t>(unit) + 1), byte);
        const QString one = text.mid(unit, pair ? 2 : 1);
        byte += static_cast<std::size_t>(one.toUtf8().size());
        unit += one.size();
    }
    QCOMPARE(map.codePoints(), static_cast<std::size_t>(text.toUcs4().size()));
    QCOMPARE(map.utf16Units(), static_cast<std::size_t>(text.size()));
}

QTEST_GUILESS_MAIN(TestOffsetMap)
#include "test_offset_map.moc"

// Bytes of text, and the names of enumerations.
#include "core/support/enum_names.h"
#include "core/support/strings.h"

#include <QtTest>

using namespace quoth;

class TestStrings : public QObject {
    Q_OBJECT
private slots:
    void trims_data();
    void trims();
    void containsAnyPart();
    void namesOfEnumerations();
};

void TestStrings::trims_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("trimmed");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("blanks only") << QByteArray(" \t\r\n ") << QByteArray();
    QTest::newRow("both ends") << QByteArray("\t a b \r\n") << QByteArray("a b");
    QTest::newRow("nothing to trim") << QByteArray("a") << QByteArray("a");
    QTest::newRow("a no-break space stays") << QByteArray("\xC2\xA0 ") << QByteArray("\xC2\xA0");
    QTest::newRow("no UTF-8") << QByteArray(" \xFF ") << QByteArray("\xFF");
}

void TestStrings::trims() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, trimmed);
    const std::string_view found =
        trimmedAscii({text.constData(), static_cast<std::size_t>(text.size())});
    QCOMPARE(QByteArray(found.data(), static_cast<qsizetype>(found.size())), trimmed);
}

void TestStrings::containsAnyPart() {
    QVERIFY(containsAny("on Monday he wrote: yes", {" schrieb", " wrote:"}));
    QVERIFY(!containsAny("he wrote", {" schrieb", " wrote:"}));
    QVERIFY(!containsAny("he wrote", {}));
    QVERIFY(!containsAny("", {"a"}));
}

void TestStrings::namesOfEnumerations() {
    enum class Sort { First, Second };
    constexpr EnumNames<Sort, 2> names{{"one", "two"}};
    QCOMPARE(std::string(names.of(Sort::Second)), std::string("two"));
    QCOMPARE(names.find("one"), std::optional(Sort::First));
    QCOMPARE(names.find("One"), std::optional<Sort>());
    QCOMPARE(names.find(""), std::optional<Sort>());
}

QTEST_GUILESS_MAIN(TestStrings)
#include "test_strings.moc"

// Dates as people write them become values, and the words for a value can be read again.
#include "core/formats/out/date_words.h"

#include <QtTest>

using namespace quoth;

class TestDateWords : public QObject {
    Q_OBJECT
private slots:
    void readsWords_data();
    void readsWords();
    void namesSeasons();
    void knowsHtmlDates();
    void readsItsOwnWords_data();
    void readsItsOwnWords();
};

void TestDateWords::readsWords_data() {
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("value"); // empty: none
    const auto row = [](const char* words, const char* value) {
        QTest::newRow(words) << QString::fromUtf8(words) << QString::fromLatin1(value);
    };
    row("2021-05-20", "2021-05-20");
    row("2021-05", "2021-05");
    row("2021", "2021");
    row("2021-W20", "2021-W20");
    row("2021-05-20/2021-05-23", "2021-05-20/2021-05-23");
    row("20 May 2021", "2021-05-20");
    row("May 20, 2021", "2021-05-20");
    row(" 1  sept. 2021 ", "2021-09-01");
    row("MAY 2021", "2021-05");
    row("20 May 2021 – 23 May 2021", "2021-05-20/2021-05-23");
    row("20 May 2021 - 2021-05-23", "2021-05-20/2021-05-23");
    row("May 2021 to July 2021", "2021-05/2021-07");
    row("2019/2021", "2019/2021");
    row("", "");
    row("soon", "");
    row("May", "");
    row("Ma 2021", "");
    row("20 2021", "");
    row("31 June 2021", "");
    row("2021-02-30", "");
    row("2021/2019", "");
    row("2021/", "");
    row("20 May 2021/soon", "");
    row("20 May 2021 at noon", "");
    row("P5Y", "");
    row("99999999999999999999", "");
}

void TestDateWords::readsWords() {
    QFETCH(QString, words);
    QFETCH(QString, value);
    const auto read = valueFromWords(words.toStdString());
    QCOMPARE(read ? QString::fromStdString(read->toString()) : QString(), value);
    QCOMPARE(read.has_value(), !value.isEmpty());
}

void TestDateWords::namesSeasons() {
    const auto words = [](const char* value) { return valueInWords(*CalendarValue::parse(value)); };
    QCOMPARE(words("2020-SP"), std::string("spring 2020"));
    QCOMPARE(words("2020-SU"), std::string("summer 2020"));
    QCOMPARE(words("2020-FA"), std::string("autumn 2020"));
    QCOMPARE(words("2020-WI"), std::string("winter 2020"));
    QCOMPARE(words("2020-W53"), std::string("week of 28 December 2020"));
}

void TestDateWords::knowsHtmlDates() {
    for (const char* date : {"2021-05-20", "2021-05", "2021", "2021-W20", "2021-05-20T08:30"})
        QVERIFY2(isHtmlDate(*CalendarValue::parse(date)), date);
    for (const char* other :
         {"199X", "19XX", "2021-SU", "2021-Q2", "2021-H1", "2021-W20-WE", "2021-05-20T08",
          "2021-05-20TMO", "2021-05-20TMI", "2021-05-20T24:00", "2021-05-20/2021-05-23"})
        QVERIFY2(!isHtmlDate(*CalendarValue::parse(other)), other);
}

void TestDateWords::readsItsOwnWords_data() {
    QTest::addColumn<QString>("value");
    for (const char* value :
         {"2021-05-20", "2021-05", "2021", "2021-05-20/2021-05-23", "2021-05/2021-07"})
        QTest::newRow(value) << QString::fromLatin1(value);
}

void TestDateWords::readsItsOwnWords() {
    QFETCH(QString, value);
    const auto words = valueInWords(*CalendarValue::parse(value.toStdString()));
    const auto read = valueFromWords(words);
    QVERIFY2(read, words.c_str());
    QCOMPARE(QString::fromStdString(read->toString()), value);
}

QTEST_GUILESS_MAIN(TestDateWords)
#include "test_date_words.moc"

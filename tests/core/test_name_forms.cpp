// Which written names are forms of one name.
#include "core/people/name_forms.h"

#include <QtTest>

#include <algorithm>

using namespace quoth;

class TestNameForms : public QObject {
    Q_OBJECT
private slots:
    void samePerson_data();
    void samePerson();
    void surnamesOfSeveralWords();
    void abbreviates_data();
    void abbreviates();
    void containsName_data();
    void containsName();
    void wordsOfAName();
};

void TestNameForms::samePerson_data() {
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("same");
    QTest::newRow("equal") << "Ana Reyes"
                           << "Ana Reyes" << true;
    QTest::newRow("other case") << "ANA REYES"
                                << "Ana Reyes" << true;
    QTest::newRow("transliteration") << "Sergey Orlov"
                                     << "Sergei Orlov" << true;
    QTest::newRow("doubled letter") << "Mohamed Haddad"
                                    << "Mohammed Haddad" << true;
    QTest::newRow("initial") << "J. Okafor"
                             << "John Okafor" << true;
    QTest::newRow("middle name") << "Maria Elena Costa"
                                 << "Maria Costa" << true;
    QTest::newRow("second surname") << "Juan Garcia Lopez"
                                    << "Juan Garcia" << true;
    QTest::newRow("siblings") << "Ana Reyes"
                              << "Luis Reyes" << false;
    QTest::newRow("namesakes") << "Ana Reyes"
                               << "Ana Torres" << false;
    QTest::newRow("short variants differ") << "Amy Lee"
                                           << "Ann Lee" << false;
    QTest::newRow("other initial") << "K. Okafor"
                                   << "John Okafor" << false;
}

void TestNameForms::samePerson() {
    QFETCH(QString, a);
    QFETCH(QString, b);
    const auto first = nameWords(a.toStdString()), second = nameWords(b.toStdString());
    QTEST(quoth::samePerson(first, second), "same");
    QTEST(quoth::samePerson(second, first), "same");
}

void TestNameForms::surnamesOfSeveralWords() {
    const NameWords full = nameWords("Huda Al Mansoori");
    QVERIFY(isSurnameOf(full, nameWords("Al Mansoori")));
    QVERIFY(isSurnameOf(full, nameWords("Al Mansouri")));
    QVERIFY(!isSurnameOf(full, nameWords("Al Maktoum")));
    QVERIFY(!isSurnameOf(full, nameWords("Mansoori"))); // one word is looked up in context
    QVERIFY(!isSurnameOf(full, full));
}

void TestNameForms::abbreviates_data() {
    QTest::addColumn<QString>("acronym");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("yes");
    QTest::newRow("plain") << "NRA"
                           << "National Roads Agency" << true;
    QTest::newRow("small words left out") << "FDA"
                                          << "Food and Drug Administration" << true;
    QTest::newRow("small words kept") << "DOJ"
                                      << "Department of Justice" << true;
    QTest::newRow("first word left out") << "NRA"
                                         << "Northland National Roads Agency" << true;
    QTest::newRow("other letters") << "NRB"
                                   << "National Roads Agency" << false;
    QTest::newRow("one word") << "N"
                              << "Northland" << false;
}

void TestNameForms::abbreviates() {
    QFETCH(QString, acronym);
    QFETCH(QString, name);
    const auto acronyms = acronymsOf(nameWords(name.toStdString()));
    const std::string wanted = acronym.toLower().toStdString();
    QTEST(std::find(acronyms.begin(), acronyms.end(), wanted) != acronyms.end(), "yes");
}

void TestNameForms::containsName_data() {
    QTest::addColumn<QString>("whole");
    QTest::addColumn<QString>("part");
    QTest::addColumn<bool>("yes");
    QTest::newRow("order and small words") << "US Department of Justice"
                                           << "Justice Department" << true;
    QTest::newRow("other word") << "US Department of Justice"
                                << "Labour Department" << false;
}

void TestNameForms::containsName() {
    QFETCH(QString, whole);
    QFETCH(QString, part);
    QTEST(quoth::containsName(nameWords(whole.toStdString()), nameWords(part.toStdString())),
          "yes");
}

void TestNameForms::wordsOfAName() {
    const NameWords expected = {"j", "k", "o'brien-smith"};
    QCOMPARE(nameWords("J. K. O\xE2\x80\x99"
                       "Brien-Smith"),
             expected);
    QVERIFY(nameWords(" . ").empty());
}

QTEST_GUILESS_MAIN(TestNameForms)
#include "test_name_forms.moc"

// Every lexicon in the repository is readable and regular, whichever stage loads it.
#include "core/support/resources.h"

#include <QtTest>

#include <QDir>
#include <set>

using namespace quoth;

class TestLexicons : public QObject {
    Q_OBJECT
private slots:
    void parses_data();
    void parses();
};

void TestLexicons::parses_data() {
    QTest::addColumn<QString>("name");
    const QDir folder(QStringLiteral(QUOTH_SOURCE_DIR "/resources/lexicons"));
    for (const QString& name : folder.entryList({"*.tsv"}, QDir::Files, QDir::Name))
        QTest::newRow(qPrintable(name)) << name;
}

void TestLexicons::parses() {
    QFETCH(QString, name);
    const auto rows = readLexicon(QUOTH_SOURCE_DIR "/resources", name.toStdString());
    QVERIFY2(rows.has_value(), rows ? "" : rows.error().message.c_str());
    std::set<LexiconRow> seen;
    for (const LexiconRow& row : *rows) {
        const std::string& key = row.front();
        QVERIFY2(!key.empty() && key.front() != ' ' && key.back() != ' ' && key.back() != '\r',
                 ("stray space around: " + key).c_str());
        QVERIFY2(seen.insert(row).second, ("twice: " + key).c_str());
    }
}

QTEST_GUILESS_MAIN(TestLexicons)
#include "test_lexicons.moc"

// Every lexicon in the repository is readable and regular, whichever stage loads it.
#include "core/support/resources.h"

#include <QtTest>

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <map>
#include <set>
#include <sys/stat.h>

using namespace quoth;

namespace {

struct WordList {
    QString name, room;
    QList<QByteArray> words;
};

// Every list of resources/lexicons/word_sets, in the form that core/word_sets.cmake tells.
QList<WordList> wordLists() {
    QList<WordList> lists;
    const QDir folder(QStringLiteral(QUOTH_SOURCE_DIR "/resources/lexicons/word_sets"));
    for (const QString& room : folder.entryList({"*.tsv"}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(room));
        if (!file.open(QIODevice::ReadOnly)) return {};
        for (const QByteArray& line : file.readAll().split('\n')) {
            const qsizetype tab = line.indexOf('\t');
            if (line.startsWith('#') || tab < 0) continue;
            if (tab > 0) lists.push_back({QString::fromUtf8(line.left(tab)), room, {}});
            for (QByteArray word : line.mid(tab + 1).split(',')) {
                word = word.trimmed();
                if (word.startsWith('"') && word.endsWith('"')) word = word.mid(1).chopped(1);
                if (!word.isEmpty()) lists.back().words << word;
            }
        }
    }
    return lists;
}

} // namespace

class TestLexicons : public QObject {
    Q_OBJECT
private slots:
    void parses_data();
    void parses();
    void creditsNameTheSources();
    void refusesWhatIsNoLexicon();
    void wordListsAreSorted();
    void noTwoWordListsAreTheSame();
    void everyWordListIsAsked();
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
    QVERIFY(!rows->empty());
    std::set<LexiconRow> seen;
    for (const LexiconRow& row : *rows) {
        const std::string& key = row.front();
        QVERIFY2(!key.empty() && key.front() != ' ' && key.back() != ' ' && key.back() != '\r',
                 ("stray space around: " + key).c_str());
        QVERIFY2(seen.insert(row).second, ("twice: " + key).c_str());
    }
}

// A list that is not our own says so in its head, and the credits list it; and only what is there.
void TestLexicons::creditsNameTheSources() {
    QFile file(QStringLiteral(QUOTH_SOURCE_DIR "/resources/CREDITS.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString credits = QString::fromUtf8(file.readAll());
    const QDir folder(QStringLiteral(QUOTH_SOURCE_DIR "/resources/lexicons"));
    for (const QString& name : folder.entryList({"*.tsv"}, QDir::Files)) {
        QFile lexicon(folder.filePath(name));
        QVERIFY(lexicon.open(QIODevice::ReadOnly));
        QByteArray head;
        for (QByteArray line = lexicon.readLine(); line.startsWith('#'); line = lexicon.readLine())
            head += line;
        const bool derived =
            head.contains("Derived ") || head.contains("From ") || head.contains("Counts of");
        QVERIFY2(!derived || credits.contains(u'`' + name + u'`'), qPrintable(name));
    }
    static const QRegularExpression named(QStringLiteral("`([a-z_]+\\.tsv)`"));
    for (auto matches = named.globalMatch(credits); matches.hasNext();) {
        const QString name = matches.next().captured(1);
        QVERIFY2(folder.exists(name), qPrintable(name));
    }
}

// A pipe is not waited for, a device is not read without end, an empty list is not taken for one.
void TestLexicons::refusesWhatIsNoLexicon() {
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir("lexicons"));
    const auto path = [&](const char* name) {
        return folder.filePath(QString("lexicons/") + name);
    };
    const auto write = [&](const char* name, const QByteArray& content) {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    };
    QCOMPARE(::mkfifo(QFile::encodeName(path("pipe.tsv")).constData(), 0600), 0);
    QVERIFY(QFile::link("/dev/zero", path("device.tsv")));
    QVERIFY(QDir(folder.path()).mkdir("lexicons/folder.tsv"));
    write("empty.tsv", "");
    write("no_rows.tsv", "# nothing but a head\n\n");
    write("broken.tsv", "a\xC3\n");
    write("good.tsv", "a\tb\n");
    for (const char* name :
         {"pipe.tsv", "device.tsv", "folder.tsv", "empty.tsv", "broken.tsv", "gone.tsv"}) {
        const auto rows = readLexicon(folder.path().toStdString(), name);
        QVERIFY2(!rows, name);
        QCOMPARE(rows.error().code, ErrorCode::BadResource);
        QVERIFY2(rows.error().message.find(name) != std::string::npos,
                 rows.error().message.c_str());
    }
    for (const char* name : {"good.tsv", "no_rows.tsv"})
        QVERIFY(readLexicon(folder.path().toStdString(), name).has_value());
}

void TestLexicons::wordListsAreSorted() {
    QVERIFY(!wordLists().isEmpty());
    for (const WordList& list : wordLists()) {
        QVERIFY2(!list.words.isEmpty(), qPrintable(list.name));
        for (qsizetype i = 1; i < list.words.size(); ++i)
            QVERIFY2(list.words[i - 1] < list.words[i],
                     qPrintable(list.name + ": " + QString::fromUtf8(list.words[i])));
    }
}

void TestLexicons::noTwoWordListsAreTheSame() {
    std::map<QList<QByteArray>, QString> byWords;
    for (const WordList& list : wordLists()) {
        const auto [same, isNew] = byWords.emplace(list.words, list.name);
        QVERIFY2(isNew, qPrintable(list.room + ": " + list.name + " is " + same->second));
    }
}

void TestLexicons::everyWordListIsAsked() {
    static const QRegularExpression asked(QStringLiteral("\\bwords::([A-Za-z]+)\\b"));
    std::set<QString> names;
    QDirIterator files(QStringLiteral(QUOTH_SOURCE_DIR "/core"), {"*.h", "*.cpp"}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (auto matches = asked.globalMatch(QString::fromUtf8(file.readAll()));
             matches.hasNext();)
            names.insert(matches.next().captured(1));
    }
    for (const WordList& list : wordLists())
        QVERIFY2(names.contains(list.name), qPrintable(list.room + ": " + list.name));
}

QTEST_GUILESS_MAIN(TestLexicons)
#include "test_lexicons.moc"

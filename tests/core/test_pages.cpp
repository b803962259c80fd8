// Web pages in the manner of many sites and systems: tests/data/pages/NAME.html against what a
// reader would say of it in NAME.txt. Title, byline, day and text are compared in one go, so that a
// row names all that is wrong with its page. The file of truth:
//
//   title: Ferry runs again
//   byline: Ann Lee and Tom Ode        (empty where the page names nobody)
//   published: 2024-05-14 json-ld      (the day, where the page states it best; or "none")
//
//   headline: Ferry runs again
//   paragraph: First line.             (a block a line: headline, standfirst, paragraph)
//   paragraph+: Second line.           (in one paragraph with the line before)
//
// or "error" alone, where the page has lost its text.
#include "core/formats/annotation_names.h"
#include "core/formats/in/importers.h"

#include <QDir>
#include <QFile>
#include <QtTest>
#include <algorithm>

using namespace quoth;

namespace {

QString pagesFolder() {
    return QStringLiteral(QUOTH_TEST_DATA "/pages");
}

QByteArray readPage(const QString& fileName) {
    QFile file(pagesFolder() + "/" + fileName);
    if (!file.open(QIODevice::ReadOnly)) qFatal("%s is missing", qPrintable(fileName));
    return file.readAll();
}

// One line a block, as in the files of truth.
QStringList blockLines(const Article& article) {
    QStringList out;
    std::size_t end = 0;
    for (const Block& block : article.blocks) {
        const bool sameParagraph = end > 0 && block.span.begin == end + 1;
        out += QString::fromStdString(std::string(name(block.kind))) +
               (sameParagraph ? "+: " : ": ") +
               QString::fromStdString(std::string(slice(article.text, block.span)));
        end = block.span.end;
    }
    return out;
}

// What stands between the lines that both begin with and those that both end with: "-" before what
// is expected, "+" before what came.
QString difference(const QStringList& expected, const QStringList& actual) {
    const auto [first, firstActual] =
        std::mismatch(expected.begin(), expected.end(), actual.begin(), actual.end());
    auto last = expected.end();
    auto lastActual = actual.end();
    while (last != first && lastActual != firstActual && *(last - 1) == *(lastActual - 1)) {
        --last;
        --lastActual;
    }
    QString out;
    for (auto line = first; line != last; ++line)
        out += "\n  - " + *line;
    for (auto line = firstActual; line != lastActual; ++line)
        out += "\n  + " + *line;
    return out;
}

// The value of "name: value", the first of `lines`, which it leaves.
QString takeField(QStringList& lines, const QString& name) {
    const QString line = lines.isEmpty() ? QString() : lines.takeFirst();
    if (!line.startsWith(name + ":"))
        qFatal("\"%s:\" is expected: %s", qPrintable(name), qPrintable(line));
    return line.mid(name.size() + 1).trimmed();
}

} // namespace

class TestPages : public QObject {
    Q_OBJECT
private slots:
    void everyPageHasItsTruth();
    void readsPage_data();
    void readsPage();
};

void TestPages::everyPageHasItsTruth() {
    const QDir folder(pagesFolder());
    QStringList pages = folder.entryList({"*.html"}, QDir::Files, QDir::Name);
    QStringList truths = folder.entryList({"*.txt"}, QDir::Files, QDir::Name);
    pages.replaceInStrings(QStringLiteral(".html"), QString());
    truths.replaceInStrings(QStringLiteral(".txt"), QString());
    QCOMPARE(pages, truths);
    QVERIFY(!pages.isEmpty());
}

void TestPages::readsPage_data() {
    QTest::addColumn<QString>("page");
    QTest::addColumn<bool>("hasText");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("byline");
    QTest::addColumn<QString>("day"); // empty for none
    QTest::addColumn<QString>("daySource");
    QTest::addColumn<QStringList>("blocks");
    for (const QString& file : QDir(pagesFolder()).entryList({"*.txt"}, QDir::Files, QDir::Name)) {
        const QString page = file.chopped(4);
        QStringList lines = QString::fromUtf8(readPage(file)).split('\n', Qt::SkipEmptyParts);
        const bool hasText = lines != QStringList{"error"};
        QString title, byline;
        QStringList published;
        if (hasText) {
            title = takeField(lines, "title");
            byline = takeField(lines, "byline");
            published = takeField(lines, "published").split(' ');
            if (published == QStringList{"none"}) published = {QString(), published.first()};
            if (published.size() != 2) qFatal("%s: day and source expected", qPrintable(file));
        } else {
            lines.clear();
            published = {QString(), QString()};
        }
        QTest::newRow(qPrintable(page))
            << page << hasText << title << byline << published[0] << published[1] << lines;
    }
}

void TestPages::readsPage() {
    QFETCH(QString, page);
    QFETCH(bool, hasText);
    QFETCH(QString, title);
    QFETCH(QString, byline);
    QFETCH(QString, day);
    QFETCH(QString, daySource);
    QFETCH(QStringList, blocks);
    const QString fileName = page + ".html";
    const auto imported = importBytes(readPage(fileName).toStdString(), fileName.toStdString());
    if (!hasText) {
        QVERIFY2(!imported, imported ? imported->article.text.c_str() : "");
        return;
    }
    QVERIFY2(imported.has_value(), imported ? "" : imported.error().message.c_str());
    const Article& article = imported->article;

    QStringList wrong;
    const auto compare = [&](const char* what, const QStringList& expected,
                             const QStringList& actual) {
        if (expected == actual) return;
        wrong += what;
        qInfo().noquote() << what + difference(expected, actual);
    };
    compare("title", {title}, {QString::fromStdString(article.title)});
    compare("byline", {byline}, {QString::fromStdString(article.byline)});
    compare("date", {day},
            {article.published ? QString::fromStdString(toIso(*article.published)) : QString()});
    compare("source of the date", {daySource},
            {QString::fromStdString(std::string(dateSourceNames.of(article.publishedSource)))});
    compare("text", blocks, blockLines(article));
    QVERIFY2(wrong.isEmpty(), qPrintable("wrong: " + wrong.join(", ")));
}

QTEST_GUILESS_MAIN(TestPages)
#include "test_pages.moc"

// Office documents of tests/data/office, and how the tests show what is read of one.
#pragma once

#include "core/formats/annotation_names.h"
#include "core/formats/in/importers.h"
#include "core/text/structure.h"

#include <QFile>
#include <QtTest>

namespace quoth::test {

inline QByteArray data(const QString& name) {
    QFile file(QStringLiteral(QUOTH_TEST_DATA "/office/") + name);
    if (!file.open(QIODevice::ReadOnly)) qFatal("%s is missing", qPrintable(name));
    return file.readAll();
}

inline Expected<Imported> import(const QByteArray& bytes, std::string_view fileName = {}) {
    return importBytes({bytes.constData(), static_cast<std::size_t>(bytes.size())}, fileName);
}

// Metadata in one line, then a block a line, as the structure of the text has them in the end.
inline QString dump(const Expected<Imported>& imported) {
    if (!imported)
        return "error " + QString::fromStdString(std::string(name(imported.error().code)) + ": " +
                                                 imported.error().message);
    const Article& article = imported->article;
    std::string out = article.title + " | " + article.byline + " | " +
                      (article.published ? toIso(*article.published) : "none") + "\n";
    for (const Block& block : article.blocks.empty() ? findBlocks(article.text)
                                                     : refineBlocks(article.text, article.blocks))
        out += std::string(name(block.kind)) + ": " + std::string(slice(article.text, block.span)) +
               "\n";
    return QString::fromStdString(out);
}

inline const QByteArray council = "The council of Port Osric voted on Monday to close the bridge.";
inline const QString councilLine = "paragraph: " + QString(council) + "\n";

// Rows of files that other programs made, each with the file that it should be read as.
inline void addMadeFiles(std::initializer_list<std::pair<const char*, const char*>> files) {
    QTest::addColumn<QString>("expected");
    for (const auto& [file, expected] : files)
        QTest::newRow(file) << QString::fromUtf8(data(expected));
}

inline void readMadeFile() {
    QFETCH(QString, expected);
    const QByteArray bytes = data(QTest::currentDataTag());
    QCOMPARE(dump(import(bytes, QTest::currentDataTag())), expected);
    QCOMPARE(dump(import(bytes)), expected); // by content
}

// Of a damaged file comes an article or an error, never anything else.
inline void bearDamage(const char* name) {
    const QByteArray sound = data(name);
    for (qsizetype i = 0; i < 60; ++i) {
        QVERIFY(!dump(import(sound.left(sound.size() * i / 60), name)).isEmpty());
        QByteArray changed = sound;
        changed[sound.size() * i / 60] ^= 0x24;
        QVERIFY(!dump(import(changed, name)).isEmpty());
    }
}

} // namespace quoth::test

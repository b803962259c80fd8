// Articles with many quotes, made of the samples in resources/.
#pragma once

#include <QByteArray>
#include <QFile>

namespace quoth::ui::test {

inline QByteArray sampleArticle(const char* name) {
    QFile file(QStringLiteral(QUOTH_SOURCE_DIR "/resources/samples/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly)) qFatal("%s cannot be read", name);
    return file.readAll();
}

// Two samples one after the other: over thirty quotes.
inline QByteArray twoArticles() {
    return sampleArticle("harbour_accord.txt") + "\n\n" + sampleArticle("mill_road.txt");
}

// One sample over and over: more than 10,000 words.
inline QByteArray tenThousandWords() {
    return (sampleArticle("river_line.txt") + "\n\n").repeated(9);
}

} // namespace quoth::ui::test

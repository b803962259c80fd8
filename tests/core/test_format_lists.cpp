// What the documents say about the formats that are read is what the table of importers says. Where
// a format is new, the message shows the list to put there.
#include "core/formats/in/importers.h"

#include <QFile>
#include <QtTest>

using namespace quoth;

namespace {

QString file(const char* name) {
    QFile in(QStringLiteral(QUOTH_SOURCE_DIR "/") + QString::fromLatin1(name));
    if (!in.open(QIODevice::ReadOnly)) qFatal("%s is missing", name);
    return QString::fromUtf8(in.readAll());
}

QString words(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

// "NAME<first>.html<between>.htm" for each.
QStringList extensionsOf(const Importer& importer) {
    QStringList out;
    for (const std::string_view extension : importer.extensions)
        out << QLatin1Char('.') + words(extension);
    return out;
}

QString markdownTable() {
    QString out = QStringLiteral("| Format | Files |\n|---|---|\n");
    for (const Importer& importer : importers())
        out += QStringLiteral("| %1 | `%2` |\n")
                   .arg(words(importer.description),
                        extensionsOf(importer).join(QStringLiteral("` `")));
    return out;
}

QString manPageList() {
    QString out = QStringLiteral(".SH FORMATS\n");
    for (const Importer& importer : importers())
        out +=
            QStringLiteral(".TP\n.B %1\n\\&%2\n")
                .arg(words(importer.description).replace(QLatin1Char('-'), QStringLiteral("\\-")),
                     extensionsOf(importer).join(QStringLiteral(", ")));
    return out;
}

QString mimeTypes() {
    QString out = QStringLiteral("\nMimeType=");
    for (const Importer& importer : importers())
        for (const std::string_view type : importer.mimeTypes)
            out += words(type) + QLatin1Char(';');
    return out + QLatin1Char('\n');
}

} // namespace

class TestFormatLists : public QObject {
    Q_OBJECT
private slots:
    void documentsListAllFormats_data() {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QString>("list");
        QTest::newRow("README") << QByteArray("README.md") << markdownTable() + "\n";
        QTest::newRow("manual") << QByteArray("resources/manual/manual.md")
                                << markdownTable() + "\n";
        QTest::newRow("man page") << QByteArray("resources/man/quoth-annotate.1")
                                  << manPageList() + ".SH ";
        QTest::newRow("desktop file")
            << QByteArray("resources/desktop/org.quoth.Quoth.desktop") << mimeTypes();
    }
    void documentsListAllFormats() {
        QFETCH(QByteArray, document);
        QFETCH(QString, list);
        QVERIFY2(file(document.constData()).contains(list), qPrintable(list));
    }
};

QTEST_GUILESS_MAIN(TestFormatLists)
#include "test_format_lists.moc"

// Dependencies go one way, app to ui to core, and the core does without Qt.
#include <QtTest>

#include <QDirIterator>
#include <QRegularExpression>

namespace {

// Every #include of the sources under `folder`, as "file: what"; fails where there are none.
QStringList includesUnder(const QString& folder) {
    static const QRegularExpression line(QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"),
                                         QRegularExpression::MultilineOption);
    QStringList found;
    QDirIterator files(QStringLiteral(QUOTH_SOURCE_DIR "/") + folder, {"*.h", "*.cpp"}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly)) return {};
        auto matches = line.globalMatch(QString::fromUtf8(file.readAll()));
        while (matches.hasNext())
            found << files.fileName() + QStringLiteral(": ") + matches.next().captured(1);
    }
    return found;
}

} // namespace

class TestLayers : public QObject {
    Q_OBJECT
private slots:
    void includesGoOneWay_data();
    void includesGoOneWay();
};

void TestLayers::includesGoOneWay_data() {
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("forbidden");
    QTest::newRow("core") << "core"
                          << ": (Q[A-Z]|Qt|q[a-z]+\\.h$|ui/|app/|tests/)";
    QTest::newRow("ui") << "ui"
                        << ": (app/|tests/)";
    QTest::newRow("annotate") << "app/annotate"
                              << ": (Q[A-Z]|Qt|q[a-z]+\\.h$|ui/|tests/)";
}

void TestLayers::includesGoOneWay() {
    QFETCH(QString, folder);
    QFETCH(QString, forbidden);
    const QStringList includes = includesUnder(folder);
    QVERIFY(!includes.isEmpty());
    QCOMPARE(includes.filter(QRegularExpression(forbidden)), QStringList());
}

QTEST_GUILESS_MAIN(TestLayers)
#include "test_layers.moc"

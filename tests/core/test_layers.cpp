// Dependencies go one way, app to ui to core, and the core does without Qt. What reads articles
// knows nothing of what makes and measures the models; these two rest on the readers of corpora and
// know nothing of each other.
#include <QtTest>

#include <QDirIterator>
#include <QRegularExpression>

namespace {

// Every #include of the sources under `folder`, as "folder/file: what"; empty where there are none.
QStringList includesUnder(const QString& folder) {
    static const QRegularExpression line(QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"),
                                         QRegularExpression::MultilineOption);
    QStringList found;
    QDirIterator files(QStringLiteral(QUOTH_SOURCE_DIR "/") + folder, {"*.h", "*.cpp"}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly)) return {};
        const QString path =
            QDir(QStringLiteral(QUOTH_SOURCE_DIR)).relativeFilePath(file.fileName());
        auto matches = line.globalMatch(QString::fromUtf8(file.readAll()));
        while (matches.hasNext())
            found << path + QStringLiteral(": ") + matches.next().captured(1);
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
    // What all views share knows none of them.
    QTest::newRow("state") << "ui/state"
                           << ": ui/(?!state/)";
    QTest::newRow("widgets") << "ui/widgets"
                             << ": ui/(?!widgets/|state/)";
    QTest::newRow("session") << "ui/session"
                             << ": ui/(?!session/|state/)";
    QTest::newRow("annotate") << "app/annotate"
                              << ": (Q[A-Z]|Qt|q[a-z]+\\.h$|ui/|tests/)";
    for (const char* folder : {"core", "ui", "app/annotate", "app/reader"})
        QTest::addRow("%s without models' making", folder)
            << folder
            << "^(?!core/(corpora|training|evaluation)/).*: core/(corpora|training|evaluation)/";
    // The stages, in the order of the pipeline.
    const QStringList stages{"text",   "encoder", "tagging", "syntax", "names",
                             "quotes", "people",  "time",    "events"};
    for (qsizetype i = 0; i + 1 < stages.size(); ++i)
        QTest::addRow("stage %s", qPrintable(stages[i]))
            << "core/" + stages[i] << ": core/(" + stages.mid(i + 1).join('|') + ")/";
    QTest::newRow("quotes, marks") << "core/quotes/marks"
                                   << ": core/quotes/(?!quote_limits|marks/)";
    QTest::newRow("quotes, cues") << "core/quotes/cues"
                                  << ": core/quotes/(?!quote_limits|marks/|cues/)";
    QTest::newRow("quotes, propose") << "core/quotes/propose"
                                     << ": core/quotes/(choose/|attribution_finder|quote_editing)";
    QTest::newRow("quotes, choose") << "core/quotes/choose"
                                    << ": core/quotes/(attribution_finder|quote_editing)";
    QTest::newRow("formats") << "core/formats"
                             << ": core/pipeline";
    QTest::newRow("what both sides of formats share")
        << "core/formats"
        << "^core/formats/[^/]+: core/formats/(in|out)/";
    QTest::newRow("formats in") << "core/formats/in"
                                << ": core/formats/out/";
    QTest::newRow("formats out") << "core/formats/out"
                                 << ": core/formats/in/";
    // Rooms of events, in their order.
    QTest::newRow("words of events") << "core/events/words"
                                     << ": core/events/(?!event_limits|words/)";
    QTest::newRow("facts of events") << "core/events/facts"
                                     << ": core/events/(?!event_limits|words/|facts/)";
    QTest::newRow("dating of events") << "core/events/dating"
                                      << ": core/events/(?!event_limits|words/|dating/)";
    QTest::newRow("sharing of events") << "core/events/sharing"
                                       << ": core/events/event_(?!limits)";
    QTest::newRow("corpora") << "core/corpora"
                             << ": core/(training|evaluation)/";
    QTest::newRow("training") << "core/training"
                              << ": core/evaluation/";
    QTest::newRow("evaluation") << "core/evaluation"
                                << ": core/training/";
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

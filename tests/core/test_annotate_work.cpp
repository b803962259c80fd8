// quoth-annotate on a work file of the window: what it writes is the reader's state, in any format.
#include "core/formats/out/exporters.h"
#include "core/formats/work_file.h"
#include "tests/support/annotate_program.h"
#include "tests/support/sample_document.h"

#include <QDateTime>
#include <QtTest>

using namespace quoth;
using namespace quoth::test;

namespace {

// A quote rejected, one given to another speaker, one checked with a note; then one step taken
// back.
WorkFile work() {
    WorkFile file{"pier.txt", *sampleDocument(), "0.1.0", std::nullopt, {}};
    const Document& d = file.machine;
    file.work.steps = {
        {RejectQuote{anchorOf(d, sample::shame)}},
        {ReassignSpeaker{anchorOf(d, sample::asked), refTo(d, sample::vartanen)}},
        {CheckQuote{anchorOf(d, sample::money), CheckState::Altered, "tape: “out of time”",
                    "https://example.org/tape", parseMoment("2021-05-20T10:00:00Z").value()}},
        {RejectQuote{anchorOf(d, sample::jobs)}}};
    file.work.done = 3;
    return file;
}

} // namespace

class TestAnnotateWork : public QObject {
    Q_OBJECT
private slots:
    void exportsWhatTheReaderDid_data() {
        QTest::addColumn<QString>("format");
        for (const Exporter& exporter : exporters())
            QTest::newRow(std::string(exporter.name).c_str())
                << QString::fromStdString(std::string(exporter.name));
    }

    void exportsWhatTheReaderDid() {
        QFETCH(QString, format);
        const QTemporaryDir folder;
        const QString path = write(folder, QStringLiteral("pier.quoth.json"),
                                   QByteArray::fromStdString(writeWork(work())));
        const Ran ran = annotate({"-f", format, path});
        QCOMPARE(ran.err, QByteArray());
        QCOMPARE(ran.status, 0);
        const ExportContext context{
            "pier.quoth.json",
            QDateTime::currentDateTimeUtc().date().toString(Qt::ISODate).toStdString()};
        const auto expected =
            exportDocument(*findExporter(format.toStdString()), work().corrected(), context);
        QVERIFY(expected);
        QCOMPARE(ran.out, QByteArray::fromStdString(*expected));
    }

    // What is known of the table, not of the code that writes it.
    void tellsSpeakersChecksAndNotes() {
        const QTemporaryDir folder;
        const QString path = write(folder, QStringLiteral("pier.quoth.json"),
                                   QByteArray::fromStdString(writeWork(work())));
        const QString table = QString::fromUtf8(annotate({"-f", "csv", path}).out);
        QCOMPARE(table.count(QStringLiteral("\r\n")), 6); // the head and five quotes
        QVERIFY(!table.contains(QStringLiteral("Shame")));
        QVERIFY(table.contains(QStringLiteral("closure would cost 140 jobs"))); // taken back
        QVERIFY(table.contains(QStringLiteral("q3,mixed,speech,Ines Vartanen")));
        QVERIFY(
            table.contains(QStringLiteral("altered,tape: “out of time”,https://example.org/tape,"
                                          "2021-05-20T10:00:00Z,no\r\n")));
    }
};

QTEST_APPLESS_MAIN(TestAnnotateWork)
#include "test_annotate_work.moc"

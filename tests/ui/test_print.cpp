// The article as a real PDF: what stands in it, read back by pdftotext where that is at hand.
#include "tests/support/sample_document.h"
#include "tests/support/translated.h"
#include "ui/reader/article_print.h"
#include "ui/reader/print_parts.h"
#include "ui/reader/type_scale.h"
#include "ui/theme.h"

#include <QFile>
#include <QPdfWriter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>
#include <QTextLayout>

using namespace quoth;
using namespace quoth::ui;
namespace sample = quoth::test::sample;

class TestPrint : public QObject {
    Q_OBJECT

    // The words of the PDF that the state prints as; null without pdftotext.
    static QString printed(const ViewState& state, const QString& source = {}) {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("article.pdf"));
        {
            QPdfWriter writer(path);
            if (!printArticle(state, source, writer)) return {};
        }
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly) || !file.read(5).startsWith("%PDF-")) return {};
        QProcess process;
        process.start(QStringLiteral("pdftotext"),
                      {QStringLiteral("-layout"), path, QStringLiteral("-")});
        process.waitForFinished();
        return QString::fromUtf8(process.readAllStandardOutput()).simplified();
    }
    static bool canRead() {
        return !QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty();
    }

private slots:
    void initTestCase() { applyTheme(Theme::Dark); } // paper is white all the same

    void tellsSourceKeyAndQuotes() {
        if (!canRead()) QSKIP("pdftotext (poppler-utils) is not installed");
        test::DocumentBuilder b = test::sampleBuilder();
        b.parts.quotes[0].check = CheckState::Confirmed;
        b.parts.quotes[0].note = "Heard on the tape.";
        ViewState state;
        state.setDocument(b.build());
        const QString text = printed(state, QStringLiteral("harbour.txt"));
        for (const char* wanted :
             {"harbour.txt · 19 May 2021 · annotated with Quoth", "Tom Adeyemi – 3 quotes",
              "Fishers’ Association – 1 quote", "Direct Mixed Indirect", "1. IV Ines Vartanen",
              "Direct quote · confirmed", "“We have run out of time and money,”",
              "Note: Heard on the tape.", "Indirect thought · not checked",
              "Unknown speaker · Direct quote"})
            QVERIFY2(text.contains(QString::fromUtf8(wanted)),
                     qPrintable(QString::fromUtf8(wanted) + QStringLiteral(" in\n") + text));
    }

    void listsWhatTheFilterShows() {
        if (!canRead()) QSKIP("pdftotext (poppler-utils) is not installed");
        ViewState state;
        state.setDocument(test::sampleDocument());
        state.toggleSpeaker(sample::vartanen);
        const QString text = printed(state);
        QVERIFY(text.contains(QStringLiteral("1. IV Ines Vartanen")));
        QVERIFY(!text.contains(QStringLiteral("Tom Adeyemi ·")));
    }

    void lettersStayLetters() {
        const auto lettersAs = [](const QFont& font) {
            QTextLayout layout(QStringLiteral("office flag afflict"), font);
            layout.beginLayout();
            layout.createLine();
            layout.endLayout();
            qsizetype glyphs = 0;
            for (const QGlyphRun& run : layout.glyphRuns())
                glyphs += run.glyphIndexes().size();
            return glyphs;
        };
        TypeScale type(14);
        type.dropLigatures();
        for (const auto kind : {BlockKind::Paragraph, BlockKind::Headline, BlockKind::Standfirst,
                                BlockKind::Byline, BlockKind::Credit})
            QCOMPARE(lettersAs(type.style(kind).font), 19);
    }

    void pdfCanBeSearched() {
        if (!canRead()) QSKIP("pdftotext (poppler-utils) is not installed");
        test::DocumentBuilder b("The office flag\n\nA fire officer found five affluent flocks.");
        b.block(BlockKind::Headline, "The office flag");
        b.block(BlockKind::Paragraph, "A fire officer found five affluent flocks.");
        ViewState state;
        state.setDocument(b.build());
        const QString text = printed(state);
        QVERIFY2(text.contains(QStringLiteral("The office flag")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("A fire officer found five affluent flocks.")),
                 qPrintable(text));
        QVERIFY2(!text.contains(QStringLiteral("Quotes")), qPrintable(text)); // there are none
    }

    void listTellsWhatIsDoubtful() {
        ViewState state;
        state.setDocument(test::sampleDocument());
        const auto list = printedQuotes(state, lightPalette(), QFont(), {400, 600});
        QCOMPARE(list->toPlainText().count(QStringLiteral("doubtful")), 1);
        QVERIFY2(list->toPlainText().contains(QStringLiteral("not checked · doubtful\n“Shame!”")),
                 qPrintable(list->toPlainText()));
    }

    void longListsGoOnOverPages() {
        ViewState state;
        state.setDocument(test::sampleDocument());
        const auto list = printedQuotes(state, lightPalette(), QFont(), {400, 120});
        QVERIFY(list->pageCount() > 1);
    }
};

QTEST_MAIN(TestPrint)
#include "test_print.moc"

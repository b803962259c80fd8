// OpenDocument texts: files that other programs made (tests/data/made/make.sh), and what those
// programs do not write.
#include "tests/support/office_files.h"
#include "tests/support/zip_bytes.h"

using namespace quoth;
using namespace quoth::test;

namespace {

const QByteArray odtNamespaces =
    "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
    "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "
    "xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' "
    "xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' "
    "xmlns:svg='urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0' "
    "xmlns:meta='urn:oasis:names:tc:opendocument:xmlns:meta:1.0' "
    "xmlns:dc='http://purl.org/dc/elements/1.1/' "
    "office:mimetype='application/vnd.oasis.opendocument.text'";

QByteArray fodt(const QByteArray& text, const QByteArray& rest = {}) {
    return "<?xml version='1.0'?><office:document " + odtNamespaces + ">" + rest +
           "<office:body><office:text>" + text + "</office:text></office:body></office:document>";
}

QByteArray odt(const QByteArray& content, const QByteArray& manifest = "<manifest/>") {
    return zipOf({{"mimetype", "application/vnd.oasis.opendocument.text"},
                  {"content.xml", content, true},
                  {"META-INF/manifest.xml", manifest}});
}

} // namespace

class TestOdtImport : public QObject {
    Q_OBJECT
private slots:
    void readsFiles_data() {
        addMadeFiles({{"pandoc.odt", "ferry.txt"},
                      {"converted.odt", "ferry.txt"},
                      {"harbour.fodt", "harbour.txt"},
                      {"libreoffice.odt", "harbour.txt"}});
    }
    void readsFiles() { readMadeFile(); }

    void readsText_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const QByteArray& text, const char* expected) {
            QTest::newRow(name) << text << QString::fromUtf8(expected);
        };
        row("white space",
            "<text:p>\n  Two\n  <text:span>words</text:span> <text:s text:c='2'/>and\n"
            "</text:p>",
            "Two words   and");
        row("hidden section",
            "<text:section text:display='none'><text:p>No.</text:p></text:section>"
            "<text:section><text:p>Yes.</text:p></text:section>",
            "Yes.");
        row("hidden paragraph and text",
            "<text:p><text:hidden-paragraph text:is-hidden='true'/>No.</text:p>"
            "<text:p>Yes<text:hidden-text text:string-value='x'>no</text:hidden-text>.</text:p>",
            "Yes.");
        row("table of contents",
            "<text:table-of-content><text:index-body><text:p>Costs 3</text:p></text:index-body>"
            "</text:table-of-content><text:p>Yes.</text:p>",
            "Yes.");
        row("captions",
            "<text:p text:style-name='Caption'>The bridge.</text:p><text:p>Yes.</text:p>", "Yes.");
        row("fields", "<text:p>On <text:date>Monday</text:date>.</text:p>", "On Monday.");
        row("numbers of lists",
            "<text:list><text:list-item><text:number>1.</text:number><text:p>Yes.</text:p>"
            "</text:list-item></text:list>",
            "Yes.");
        row("picture",
            "<text:p>Yes<draw:frame><draw:image/><svg:title>No</svg:title><svg:desc>No</svg:desc>"
            "</draw:frame>.</text:p>",
            "Yes.");
        row("box in a box",
            "<text:p>One<draw:frame><draw:text-box><text:p>Two<draw:frame><draw:text-box><text:p>"
            "Three</text:p></draw:text-box></draw:frame></text:p></draw:text-box></draw:frame>"
            "</text:p>",
            "One\n\nTwo\n\nThree");
    }
    void readsText() {
        QFETCH(QByteArray, text);
        QFETCH(QString, expected);
        const auto imported = import(fodt(text), "a.fodt");
        if (!imported) QFAIL(imported.error().message.c_str());
        QCOMPARE(QString::fromStdString(imported->article.text), expected);
        QCOMPARE(dump(import(odt(fodt(text)), "a.odt")), dump(imported));
    }

    // The first author is the author, not who saved the file last.
    void readsProperties() {
        const QByteArray properties =
            "<office:meta><dc:title>Bridge works to begin</dc:title><meta:initial-creator>Mia Stone"
            "</meta:initial-creator><dc:creator>Al Finn</dc:creator>"
            "<dc:date>2024-05-14T10:00:00</dc:date></office:meta>";
        QCOMPARE(dump(import(fodt("<text:p>" + council + "</text:p>", properties), "a.fodt")),
                 "Bridge works to begin | Mia Stone | none\n" + councilLine);
    }

    void leavesOutHiddenStyles() {
        const QByteArray styles =
            "<office:automatic-styles><style:style style:name='T1' style:family='text'>"
            "<style:text-properties text:display='none'/></style:style><style:style "
            "style:name='T1' style:family='paragraph' style:parent-style-name='Title'/>"
            "</office:automatic-styles>";
        const QByteArray text = "<text:p text:style-name='T1'>Bridge to close</text:p><text:p>" +
                                council +
                                "<text:span text:style-name='T1'> No.</text:span></text:p>";
        QCOMPARE(dump(import(fodt(text, styles), "a.fodt")),
                 "Bridge to close |  | none\nheadline: Bridge to close\n" + councilLine);
    }

    void refuses_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("error");
        const auto row = [](const char* name, const QByteArray& bytes, const char* error) {
            QTest::newRow(name) << bytes << "error " + QString(error);
        };
        row("OpenDocument with a password",
            odt("\x01\x02\x03", "<m:manifest><m:file-entry m:full-path='content.xml'>"
                                "<m:encryption-data/></m:file-entry></m:manifest>"),
            "unreadable: The document is protected by a password; save a copy without one to "
            "open it.");
        row("cut OpenDocument", data("libreoffice.odt").left(5'000),
            "malformed: The ZIP archive is damaged or cut short.");
        row("damaged XML in OpenDocument", odt("<office:document-content>"),
            "malformed: The OpenDocument text is damaged: its text cannot be read.");
        row("OpenDocument without content",
            zipOf({{"mimetype", "application/vnd.oasis.opendocument.text"}}),
            "malformed: The OpenDocument text is damaged: it has no text in it.");
        row("spreadsheet",
            zipOf({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                   {"content.xml", "<x/>"},
                   {"META-INF/manifest.xml", "<x/>"}}),
            "binary: The file is a ZIP archive or an office document, not a text.");
    }
    void refuses() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, error);
        QCOMPARE(dump(import(bytes)), error);
    }

    void readsWhatIsPackedAnew() {
        const QByteArray content =
            "<office:document-content><office:body><office:text><text:p>" + council +
            "</text:p></office:text></office:body></office:document-content>";
        QCOMPARE(dump(import(zipOf({{"mimetype", "application/vnd.oasis.opendocument.text", true},
                                    {"content.xml", content, true},
                                    {"META-INF/manifest.xml", "<x/>"}}),
                             "a.html")),
                 " |  | none\n" + councilLine);
    }

    void bearsDamage() {
        bearDamage("libreoffice.odt");
        bearDamage("harbour.fodt");
    }
};

QTEST_GUILESS_MAIN(TestOdtImport)
#include "test_odt_import.moc"

// Word documents: files that other programs made (tests/data/made/make.sh), and what those programs
// do not write.
#include "tests/support/office_files.h"
#include "tests/support/zip_bytes.h"

using namespace quoth;
using namespace quoth::test;

namespace {

const QByteArray wordNamespaces =
    "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "
    "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' "
    "xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'";

QByteArray relationship(const char* purpose, const char* target) {
    return QByteArray("<Relationship Id='r' Type='http://purl.oclc.org/ooxml/officeDocument/") +
           "relationships/" + purpose + "' Target='" + target + "'/>";
}

// A package as no program writes it: of the strict form, its parts at places of their own.
QByteArray docx(const QByteArray& body, const QByteArray& styles = {},
                const QByteArray& properties = {}) {
    return zipOf({
        {"[Content_Types].xml", "<Types/>"},
        {"_rels/.rels", "<Relationships>" + relationship("officeDocument", "/word/document2.xml") +
                            relationship("core-properties", "docProps/Core.xml") +
                            "</Relationships>"},
        {"word/document2.xml",
         "<w:document " + wordNamespaces + "><w:body>" + body + "</w:body></w:document>", true},
        {"word/_rels/document2.xml.rels",
         "<Relationships>" + relationship("styles", "../styles.xml") + "</Relationships>"},
        {"styles.xml", "<w:styles " + wordNamespaces + ">" + styles + "</w:styles>", true},
        {"docProps/core.xml", "<cp:coreProperties>" + properties + "</cp:coreProperties>"},
    });
}

QByteArray style(const char* id, const char* name, const char* rest = "") {
    return QByteArray("<w:style w:type='paragraph' w:styleId='") + id + "'><w:name w:val='" + name +
           "'/>" + rest + "</w:style>";
}

QByteArray p(const QByteArray& runs, const char* style = "") {
    return "<w:p><w:pPr><w:pStyle w:val='" + QByteArray(style) + "'/></w:pPr>" + runs + "</w:p>";
}

QByteArray r(const QByteArray& text) {
    return "<w:r><w:t xml:space='preserve'>" + text + "</w:t></w:r>";
}

QByteArray field(const char* type) {
    return QByteArray("<w:r><w:fldChar w:fldCharType='") + type + "'/></w:r>";
}

// The beginning of a compound file and the name of a stream in it.
QByteArray compoundFile(const QString& stream) {
    QByteArray out("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    out += QByteArray(504, '\0');
    for (const QChar c : stream)
        out.append(static_cast<char>(c.unicode())).append('\0');
    return out;
}

} // namespace

class TestDocxImport : public QObject {
    Q_OBJECT
private slots:
    void readsFiles_data() {
        addMadeFiles({{"pandoc.docx", "ferry.txt"},
                      {"converted.docx", "ferry.txt"},
                      {"libreoffice.docx", "harbour.txt"},
                      {"libreoffice.docm", "harbour.txt"}});
    }
    void readsFiles() { readMadeFile(); }

    void readsText_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, const QByteArray& body, const char* text) {
            QTest::newRow(name) << body << QString::fromUtf8(text);
        };
        row("runs", p(r("He sa") + r("id no") + r(".")), "He said no.");
        row("spaces and tabs", p(r("  Two  spaces") + "<w:r><w:tab/><w:t>here</w:t></w:r>"),
            "Two  spaces\there");
        row("breaks", p("<w:r><w:t>One</w:t><w:br/><w:t>two</w:t><w:cr/><w:t>three</w:t></w:r>"),
            "One\ntwo\nthree");
        row("two breaks", p("<w:r><w:t>One</w:t><w:br/><w:br/><w:t>two</w:t></w:r>"), "One\n\ntwo");
        row("hyphens",
            p("<w:r><w:t>Stock</w:t><w:noBreakHyphen/><w:t>holm&#xAD;er</w:t>"
              "<w:softHyphen/><w:t>s</w:t></w:r>"),
            "Stock\u2011holmers");
        row("symbols",
            p("<w:r><w:sym w:font='Symbol' w:char='F0B0'/><w:sym w:font='Wingdings' "
              "w:char='F0E0'/><w:sym w:font='Wingdings' w:char='F028'/><w:sym "
              "w:font='Arial' w:char='20AC'/></w:r>"),
            "°→€");
        row("deleted, inserted, moved",
            p(r("He ") + "<w:del>" + r("never ") +
              "<w:r><w:delText>ever </w:delText></w:r></w:del>"
              "<w:ins>" +
              r("often ") + "</w:ins><w:moveFrom>" + r("here ") + "</w:moveFrom><w:moveTo>" +
              r("there ") + "</w:moveTo>" + r("said so.")),
            "He often there said so.");
        row("deleted end of a paragraph",
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + r("He said ") + "</w:p>" + p(r("no.")) +
                p(r("Yes.")),
            "He said no.\n\nYes.");
        row("hidden",
            p("<w:r><w:rPr><w:vanish/></w:rPr><w:t>No. </w:t></w:r><w:r><w:rPr><w:vanish "
              "w:val='0'/></w:rPr><w:t>Yes.</w:t></w:r>"),
            "Yes.");
        row("hidden by style",
            p("<w:r><w:rPr><w:rStyle w:val='Hidden'/></w:rPr><w:t>No. </w:t></w:r>" + r("Yes.")) +
                p(r("No."), "HiddenParagraph"),
            "Yes.");
        row("field",
            p(r("On ") + field("begin") + "<w:r><w:instrText>DATE</w:instrText></w:r>" +
              field("separate") + r("Monday") + field("end") + r(".")),
            "On Monday.");
        row("field in a field's instruction",
            p(field("begin") + field("begin") + field("separate") + r("No") + field("end") +
              field("separate") + r("Yes") + field("end") + r(".")),
            "Yes.");
        row("field across paragraphs",
            p(field("begin") + field("separate") + r("One.")) + p(r("Two.") + field("end")) +
                p(r("Three.")),
            "One.\n\nTwo.\n\nThree.");
        row("field without its end", p(field("begin") + r("No")) + p(r("Yes.")), "Yes.");
        row("simple field and link",
            p("<w:fldSimple w:instr='DATE'>" + r("Monday") + "</w:fldSimple><w:hyperlink>" +
              r(" here") + "</w:hyperlink>"),
            "Monday here");
        const QByteArray box = "<w:txbxContent>" + p(r("In a box.")) + "</w:txbxContent>";
        row("text box",
            p(r("Before ") + "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>" + box +
              "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>" + box +
              "</w:pict></mc:Fallback></mc:AlternateContent></w:r>" + r("after.")) +
                p(r("Next.")),
            "Before after.\n\nIn a box.\n\nNext.");
        row("text box of old programs", p("<w:r><w:pict>" + box + "</w:pict></w:r>"), "In a box.");
        row("table",
            "<w:tbl><w:tblPr/><w:tr><w:tc>" + p(r("One")) + "</w:tc><w:tc>" + p(r("Two")) +
                "</w:tc></w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + p(r("Gone")) +
                "</w:tc></w:tr></w:tbl>",
            "One\n\nTwo");
        row("ruby",
            p("<w:r><w:ruby><w:rubyPr/><w:rt>" + r("kan") + "</w:rt><w:rubyBase>" + r("漢") +
              "</w:rubyBase></w:ruby></w:r>"),
            "漢");
        row("content controls",
            "<w:sdt><w:sdtPr><w:alias w:val='No'/></w:sdtPr><w:sdtContent>" + p(r("Yes.")) +
                "</w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:showingPlcHdr/></"
                "w:sdtPr><w:sdtContent>" +
                p(r("Click here.")) +
                "</w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery "
                "w:val='Table of Contents'/></w:docPartObj></w:sdtPr><w:sdtContent>" +
                p(r("Contents")) + "</w:sdtContent></w:sdt>" + p(r("Yes ... 3"), "TOC1"),
            "Yes.");
        row("captions", p(r("The bridge on Monday."), "Caption") + p(r("Yes.")), "Yes.");
        row("no characters by number", p(r("a&#xD800;b")), "a\uFFFD\uFFFD\uFFFDb");
    }
    void readsText() {
        QFETCH(QByteArray, body);
        QFETCH(QString, text);
        const QByteArray styles =
            "<w:style w:type='character' w:styleId='Hidden'><w:name w:val='x'/><w:rPr><w:vanish/>"
            "</w:rPr></w:style>" +
            style("HiddenParagraph", "y", "<w:rPr><w:vanish/></w:rPr>") + style("TOC1", "toc 1");
        const auto imported = import(docx(body, styles), "a.docx");
        if (!imported) QFAIL(imported.error().message.c_str());
        QCOMPARE(QString::fromStdString(imported->article.text), text);
    }

    void findsHeadlines_data() {
        QTest::addColumn<QByteArray>("styles");
        QTest::addColumn<QString>("kind");
        const auto row = [](const char* name, const QByteArray& styles, const char* kind) {
            QTest::newRow(name) << styles << QString(kind);
        };
        row("Title", style("s", "Title"), "headline");
        row("heading 1", style("s", "heading 1"), "headline");
        row("level", style("s", "Hed", "<w:pPr><w:outlineLvl w:val='0'/></w:pPr>"), "headline");
        row("level of body text",
            style("s", "Text", "<w:basedOn w:val='h'/><w:pPr><w:outlineLvl w:val='9'/></w:pPr>") +
                style("h", "heading 2"),
            "paragraph");
        row("derived twice",
            style("s", "Red", "<w:basedOn w:val='t'/>") +
                style("t", "Blue", "<w:basedOn w:val='Titel'/>") + style("Titel", "Title"),
            "headline");
        row("in a ring",
            style("s", "A", "<w:basedOn w:val='t'/>") + style("t", "B", "<w:basedOn w:val='s'/>"),
            "paragraph");
        row("German", style("s", "Überschrift 3"), "headline");
        row("French", style("s", "Titre"), "headline");
        row("Subtitle", style("s", "Subtitle"), "standfirst");
        row("Byline", style("s", "Byline"), "byline");
    }
    void findsHeadlines() {
        QFETCH(QByteArray, styles);
        QFETCH(QString, kind);
        const QString text = dump(import(
            docx(p(r("Bridge to close"), "Title") + p(r("Two years of works"), "s") + p(r(council)),
                 styles),
            "a.docx"));
        QCOMPARE(text.split('\n').value(2), kind + ": Two years of works");
    }

    void findsTitles_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("properties");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const QByteArray& body, const QByteArray& properties,
                            const QString& expected) {
            QTest::newRow(name) << body << properties << expected;
        };
        const QByteArray title = p(r("Bridge to close"), "Title");
        const QByteArray draft = "<dc:title>Bridge works to begin</dc:title>";
        const QString bridge = "headline: Bridge to close\n" + councilLine;
        row("styled", title + p(r(council)), draft, "Bridge to close |  | none\n" + bridge);
        row("heading first", p(r("Bridge to close"), "Heading1") + p(r(council)), draft,
            "Bridge to close |  | none\n" + bridge);
        row("heading below a section's name",
            p(r("TRANSPORT")) + p(r("Bridge to close"), "Heading1") + p(r(council)), draft,
            "Bridge to close |  | none\nparagraph: TRANSPORT\n" + bridge);
        row("letterhead above a title",
            p(r("The Port Osric Council")) + p(r("Bridge to close"), "Title") + p(r(council)),
            draft, "Bridge to close |  | none\n" + bridge);
        row("headline in the text alone", p(r("Bridge to close")) + p(r(council)), draft,
            " |  | none\n" + bridge);
        row("no headline", p(r(council)), draft, "Bridge works to begin |  | none\n" + councilLine);
        row("heading within the text", p(r(council)) + p(r("Costs"), "Heading2") + p(r(council)),
            draft,
            "Bridge works to begin |  | none\n" + councilLine + "headline: Costs\n" + councilLine);
        for (const char* none : {"Document1", "Microsoft Word - a.doc", "bridge", "Untitled 2",
                                 "my bridge.docx", "Dokument 1"})
            row(none, p(r(council)), QByteArray("<dc:title>") + none + "</dc:title>",
                " |  | none\n" + councilLine);
        const auto author = [](const char* name) {
            return "<dc:creator>" + QByteArray(name) + "</dc:creator>";
        };
        row("author", title + p(r(council)), author("Mia Stone"),
            "Bridge to close | Mia Stone | none\n" + bridge);
        row("authors", title + p(r(council)), author("Mia Stone; Al Finn"),
            "Bridge to close | Mia Stone and Al Finn | none\n" + bridge);
        row("byline in the text", title + p(r("By Al Finn")) + p(r(council)), author("Mia Stone"),
            "Bridge to close |  | none\nheadline: Bridge to close\nbyline: By Al Finn\n" +
                councilLine);
        row("byline by style", title + p(r("Al Finn"), "Byline") + p(r(council)),
            author("Mia Stone"),
            "Bridge to close | Al Finn | none\nheadline: Bridge to close\nbyline: Al Finn\n" +
                councilLine);
        for (const char* nobody : {"mstone", "Mia", "Microsoft Office User", "Windows User",
                                   "python-docx", "Un-named", "Admin"})
            row(nobody, title + p(r(council)), author(nobody),
                "Bridge to close |  | none\n" + bridge);
        row("dates of the file", title + p(r(council)),
            "<dcterms:created>2024-05-14T10:00:00Z</dcterms:created>",
            "Bridge to close |  | none\n" + bridge);
        row("break in a headline",
            p("<w:r><w:t>Bridge</w:t><w:br/><w:t>to close</w:t></w:r>", "Title") + p(r(council)),
            "", "Bridge to close |  | none\n" + bridge);
        row("headings alone", p(r("Bridge to close"), "Heading1") + p(r(council), "Heading2"), "",
            "Bridge to close |  | none\n" + bridge);
    }
    void findsTitles() {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, properties);
        QFETCH(QString, expected);
        // Styles that are used and not defined tell by their ids.
        QCOMPARE(dump(import(docx(body, {}, properties), "a.docx")), expected);
    }

    void refuses_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("error");
        const auto row = [](const char* name, const QByteArray& bytes, const char* error) {
            QTest::newRow(name) << bytes << "error " + QString(error);
        };
        const char* old = "binary: This is a Word file of the old kind (.doc); save it as .docx to "
                          "open it.";
        const char* locked = "unreadable: The document is protected by a password; save a copy "
                             "without one to open it.";
        const char* damagedWord = "malformed: The Word document is damaged: its text cannot be "
                                  "read.";
        row("old Word", data("old.doc"), old);
        row("old Word alone", compoundFile("WordDocument"), old);
        row("message with an old Word file",
            compoundFile("WordDocument") + compoundFile("__properties_version1.0"),
            "binary: The file is an old office document, not a text.");
        row("Word with a password", compoundFile("EncryptedPackage"), locked);
        row("cut Word", data("pandoc.docx").chopped(200),
            "malformed: The ZIP archive is damaged or cut short.");
        row("damaged XML in Word", docx("<w:p>"), damagedWord);
        row("no text", docx(""), "empty: The document has no text in it.");
        row("headline alone", docx(p(r("Bridge to close"), "Title")),
            "empty: The document has a headline, but no text.");
        row("other archive", zipOf({{"a.txt", "text"}}),
            "binary: The file is a ZIP archive or an office document, not a text.");
        const QByteArray comment = "<!--" + QByteArray(33 << 20, 'a') + "-->";
        row("bomb", docx(comment + p(r(council))),
            "too_large: The file unpacks to far more than a document holds; Quoth does not read "
            "such files.");
        row("more than 32 MB of XML",
            docx(comment + p(r(council)), {}, "<!--" + QByteArray(300'000, 'b') + "-->"),
            "too_large: The Word document has more than 32 MB of text and its formatting.");
        row("nested deep",
            docx(QByteArray("<w:ins>").repeated(5'000) + QByteArray("</w:ins>").repeated(5'000)),
            "too_deep: The XML nests more than 1000 elements in each other; Quoth does not read "
            "such files.");
    }
    void refuses() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, error);
        QCOMPARE(dump(import(bytes)), error);
    }

    // By content, whatever the name says.
    void bearsWrongNames() {
        QCOMPARE(dump(import(data("pandoc.odt"), "a.docx")), dump(import(data("pandoc.odt"))));
        QCOMPARE(dump(import(data("pandoc.docx"), "a.odt")), dump(import(data("pandoc.docx"))));
        QCOMPARE(dump(import(data("pandoc.docx"), "a.doc")), dump(import(data("pandoc.docx"))));
        QCOMPARE(dump(import(council, "a.docx")), " |  | none\n" + councilLine);
    }

    void bearsDamage() {
        bearDamage("libreoffice.docx");
        bearDamage("pandoc.docx");
    }
};

QTEST_GUILESS_MAIN(TestDocxImport)
#include "test_docx_import.moc"

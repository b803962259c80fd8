// Articles out of web pages and Markdown: text, blocks, metadata.
#include "core/formats/in/importers.h"

#include <QFile>
#include <QtTest>

using namespace quoth;

namespace {

// One line a block: its kind's first letters, then its text; "+" for a line of the paragraph above.
QString dump(const Article& article) {
    QString out;
    std::size_t end = 0;
    for (const Block& block : article.blocks) {
        const auto text = slice(article.text, block.span);
        const bool sameParagraph = block.span.begin == end + 1;
        out += QString::fromStdString(std::string(name(block.kind)).substr(0, 4)) +
               (sameParagraph && end > 0 ? "+ " : ": ") +
               QString::fromStdString(std::string(text)) + "\n";
        end = block.span.end;
    }
    return out;
}

QString dump(const Expected<Imported>& imported) {
    if (!imported)
        return "error " + QString::fromStdString(std::string(name(imported.error().code)));
    return dump(imported->article);
}

Expected<Imported> import(const QString& text, std::string_view fileName) {
    return importBytes(text.toStdString(), fileName);
}

QByteArray data(const char* name) {
    QFile file(QStringLiteral(QUOTH_TEST_DATA "/") + name);
    if (!file.open(QIODevice::ReadOnly)) qFatal("%s is missing", name);
    return file.readAll();
}

// Prose long enough to weigh.
QString paragraph(const QString& first) {
    return "<p>" + first +
           " The committee met for two hours on Monday and came to no result, its chair said.</p>";
}

const QString tail =
    " The committee met for two hours on Monday and came to no result, its chair said.\n";

} // namespace

class TestHtmlImport : public QObject {
    Q_OBJECT
private slots:
    void readsASavedNewsPage();
    void statesBlocksThatMatchTheText();
    void findsTheArticle_data();
    void findsTheArticle();
    void collapsesWhiteSpace_data();
    void collapsesWhiteSpace();
    void readsMetadata_data();
    void readsMetadata();
    void decodesByDeclaration();
    void survivesEveryCut();
    void bearsDeepNesting();
    void readsMarkdown();
    void readsFrontMatter();
};

void TestHtmlImport::readsASavedNewsPage() {
    const auto imported = importBytes(data("saved_news_page.html").toStdString(), "page.html");
    QVERIFY(imported.has_value());
    const Article& article = imported->article;
    QCOMPARE(QString::fromStdString(article.title),
             QString("Ferry terminal reopens after flood, but traders fear a slow summer"));
    QCOMPARE(QString::fromStdString(article.byline), QString("Moira Tennant and D'Arcy Holm"));
    QCOMPARE(QString::fromStdString(article.url),
             QString("https://www.harbourpost.example/news/ferry-terminal-reopens-after-flood"));
    QVERIFY(article.published && toIso(*article.published) == "2023-06-14");
    QVERIFY(article.publishedFrom == DateOrigin::Metadata);
    QCOMPARE(dump(article), QString::fromUtf8(data("saved_news_page.txt")));
}

void TestHtmlImport::statesBlocksThatMatchTheText() {
    const auto imported = importBytes(data("saved_news_page.html").toStdString(), "page.html");
    QVERIFY(imported.has_value());
    const Article& article = imported->article;
    std::size_t end = 0;
    for (const Block& block : article.blocks) {
        const std::string_view between =
            std::string_view(article.text).substr(end, block.span.begin - end);
        QVERIFY(end == 0 ? between.empty() : between == "\n\n" || between == "\n");
        QVERIFY(slice(article.text, block.span).find('\n') == std::string_view::npos);
        end = block.span.end;
    }
    QCOMPARE(end, article.text.size());
}

void TestHtmlImport::findsTheArticle_data() {
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("lines");
    const auto row = [](const char* name, const QString& page, const QString& lines) {
        QTest::newRow(name) << page << lines;
    };
    row("a fragment", "<p>She said yes.", "para: She said yes.\n");
    row("short page", "<html><body><h1>Hat found</h1><p>A hat was found.</p></body></html>",
        "head: Hat found\npara: A hat was found.\n");
    row("divs without paragraphs",
        "<div id=menu><a href=/>Home</a> <a href=/n>News</a></div><div>" +
            paragraph("One.").remove("<p>").remove("</p>") + "<br><br>" +
            paragraph("Two.").remove("<p>").remove("</p>") + "</div>",
        "para: One." + tail + "para: Two." + tail);
    row("body cut by advertisements",
        "<article><h1>News</h1><div class=article-body>" + paragraph("One.") +
            "</div><div class=ad>Buy.</div><div class=article-body>" + paragraph("Two.") +
            "</div></article>",
        "head: News\npara: One." + tail + "para: Two." + tail);
    row("numbers of notes, and the notes",
        "<article><h1>News</h1>" + paragraph("One.") +
            "<p>They agreed, he said.<sup><a href='#fn1'>1</a></sup> It rained.</p>" +
            "<aside role=doc-footnote><p>" + paragraph("A note.") + "</aside></article>",
        "head: News\npara: One." + tail + "para: They agreed, he said. It rained.\n");
    row("a table of figures",
        "<article><h1>News</h1>" + paragraph("One.") +
            "<table><tr><th>Item<th>Cost (m)</tr><tr><td>Cables<td>29</tr></table>" +
            paragraph("Two.") + "</article>",
        "head: News\npara: One." + tail + "para: Two." + tail);
    row("a lead between headline and body",
        "<main><h1>News</h1><div class=lede>" + paragraph("One.") +
            "</div><div class=article-body>" + paragraph("Two.") + paragraph("Three.") +
            paragraph("Four.") + "</div></main>",
        "head: News\npara: One." + tail + "para: Two." + tail + "para: Three." + tail +
            "para: Four." + tail);
    row("terms of use that a court judges",
        "<h1>News</h1><p>A judge found the terms of use of the firm unfair to its users.</p>" +
            paragraph("One."),
        "head: News\npara: A judge found the terms of use of the firm unfair to its users.\n"
        "para: One." +
            tail);
    row("a text about copyright",
        "<h1>News</h1><p>Copyright law protects songs for seventy years, she said.</p>" +
            paragraph("One.") + "<p>Copyright 2023 The Post.</p>",
        "head: News\npara: Copyright law protects songs for seventy years, she said.\n"
        "para: One." +
            tail);
    row("a poem", "<h1>The bridge</h1><p>The river runs below<br>and the cars above it go<br>",
        "head: The bridge\npara: The river runs below\npara+ and the cars above it go\n");
    row("posts with links to themselves",
        "<main><h1>News</h1><div><h2><a href='/live#1'>First</a></h2>" + paragraph("One.") +
            "</div><div><h2><a href='/live#2'>Second</a></h2>" + paragraph("Two.") +
            "</div><div><h3><a href='/other'>Another story</a></h3>" + paragraph("Three.") +
            "</div></main>",
        "head: News\nhead: First\npara: One." + tail + "head: Second\npara: Two." + tail);
    row("an author in the article's own story",
        "<meta name=author content='Jane Doe'><h1>News</h1>" + paragraph("One.") +
            "<p>Jane Doe is a runner, too, and she fell on the bridge in 2019.</p>",
        "head: News\npara: One." + tail +
            "para: Jane Doe is a runner, too, and she fell on the bridge in 2019.\n");
    row("an author's biography",
        "<meta name=author content='Jane Doe'><h1>News</h1>" + paragraph("One.") +
            "<p>Jane Doe writes for the paper and lives by the sea.</p>",
        "head: News\npara: One." + tail);
    row("a wall",
        "<h1>News of the day</h1><div><p>Every article, every day</p><p>Already a "
        "subscriber? Log in</p></div>",
        "error empty");
    row("layout table",
        "<table><tr><td><a href=1>One</a><td>" + paragraph("One.") + paragraph("Two.") + "</table>",
        "para: One." + tail + "para: Two." + tail);
    row("a page within one form",
        "<form><h1>News</h1>" + paragraph("One.") + paragraph("Two.") + "</form>",
        "head: News\npara: One." + tail + "para: Two." + tail);
    row("names of a layout are no clutter",
        "<div class='content with-sidebar comments-open'><h1>News</h1>" + paragraph("One.") +
            "</div>",
        "head: News\npara: One." + tail);
    row("deck beside the headline",
        "<article><header><h1>News</h1><h2>The deck says more of it than the headline</h2>"
        "</header>" +
            paragraph("One.") + "</article>",
        "head: News\nstan: The deck says more of it than the headline\npara: One." + tail);
    row("the site's name is a heading too",
        "<title>News – The Post</title><header id=masthead><h1>The Post</h1></header><article "
        "class='post category-social'><h1>"
        "News</h1>" +
            paragraph("One.") + "</article>",
        "head: News\npara: One." + tail);
    row("parts named by data attributes",
        "<main><div data-component=headline-block><h1>News</h1></div><div data-component="
        "byline-block>Ann Lee</div><div data-component=text-block>" +
            paragraph("One.") + "</div><div data-component=text-block>" + paragraph("Two.") +
            "</div><div data-component=links-block><h2>More</h2><a href=a>Another article, a link "
            "to it</a></div></main>",
        "head: News\npara: One." + tail + "para: Two." + tail);
    row("empty heading goes",
        "<article><h1>News</h1>" + paragraph("One.") +
            "<h2>More on this</h2><ul><li><a href=1>A link to another article</a></ul></article>",
        "head: News\npara: One." + tail);
    row("captions in a paragraph's clothes",
        "<article><h1>News</h1><div class='wp-caption'><img src=a><p class=wp-caption-text>The "
        "minister on her way to the talks on Monday, before the rain began to fall.</p></div>" +
            paragraph("One.") + "</article>",
        "head: News\npara: One." + tail);
    row("article body in metadata only",
        "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": \"News\", "
        "\"articleBody\": \"First paragraph of it.\\n\\nSecond &amp; last.\"}</script><h1>News</h1>"
        "<div id=app></div>",
        "head: News\npara: First paragraph of it.\npara: Second & last.\n");
    row("scripts are no text", "<p>One.</p><script>alert('<p>Two.</p>')</script>", "para: One.\n");
    row("markup in text stays text", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
        "para: <script>alert(1)</script>\n");
    row("no text", "<html><body><img src=a></body></html>", "error empty");
}

void TestHtmlImport::findsTheArticle() {
    QFETCH(QString, page);
    QFETCH(QString, lines);
    QCOMPARE(dump(import(page, "page.html")), lines);
}

void TestHtmlImport::collapsesWhiteSpace_data() {
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("lines");
    QTest::newRow("runs") << " <p> a \n\t b </p> "
                          << "para: a b\n";
    QTest::newRow("around inline elements") << "<p>a <b> b</b> <i>c</i>d."
                                            << "para: a b cd.\n";
    QTest::newRow("break") << "<p>a.<br>b."
                           << "para: a.\npara+ b.\n";
    QTest::newRow("breaks apart") << "<p>a.<br> <br/>b.<br>c."
                                  << "para: a.\npara: b.\npara+ c.\n";
    QTest::newRow("break first") << "<p>a.</p><p><br>b.</p>"
                                 << "para: a.\npara: b.\n";
    QTest::newRow("no-break space stays") << "<p>&nbsp;5&nbsp;km.&nbsp;"
                                          << "para: 5\u00A0km.\n";
    QTest::newRow("soft hyphens go") << "<p>gov&shy;ern&#8203;ment."
                                     << "para: government.\n";
    QTest::newRow("entities") << "<p>&ldquo;A&amp;B&rdquo; &#x2014; &#8364;5."
                              << "para: “A&B” — €5.\n";
    QTest::newRow("quotation elements") << "<p>He said <q>yes, <q>no</q></q>."
                                        << "para: He said “yes, ‘no’”.\n";
    QTest::newRow("preformatted") << "<pre>one.\n  two.</pre>"
                                  << "para: one.\npara+ two.\n";
}

void TestHtmlImport::collapsesWhiteSpace() {
    QFETCH(QString, html);
    QFETCH(QString, lines);
    QCOMPARE(dump(import(html, "page.html")), lines);
}

void TestHtmlImport::readsMetadata_data() {
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("metadata");
    const auto row = [](const char* name, const char* head, const char* metadata) {
        QTest::newRow(name) << QString::fromUtf8(head) << QString::fromUtf8(metadata);
    };
    row("none", "", "|||");
    row("title with the site's name", "<title>Hat found in the river | The Post</title>",
        "Hat found in the river|||");
    row("OpenGraph",
        "<meta property=og:site_name content=Post><meta property=og:title content='Hat found in "
        "the river - Post'><meta property=og:url content='http://a.example/x'>",
        "Hat found in the river||http://a.example/x|");
    row("only web links", "<link rel=canonical href='javascript:alert(1)'>", "|||");
    row("author and date in meta",
        "<meta name=author content='By Ann Lee'><meta name=date content=20230514>",
        "|Ann Lee||2023-05-14");
    row("author's address is no name", "<meta property=article:author content='https://a.example'>",
        "|||");
    row("JSON-LD in an array, with raw line ends",
        "<script type=application/ld+json>[{\"@type\":\"BlogPosting\",\"headline\":\"Two\nlines\","
        "\"author\":\"Ann Lee\",\"datePublished\":\"2023-05-14\"}]</script>",
        "Two lines|Ann Lee||2023-05-14");
    row("broken JSON-LD", "<script type=application/ld+json>{\"@type\":</script><title>Hat</title>",
        "Hat|||");
    row("the address it was saved from",
        "<!-- saved from url=(0038)https://a.example/2023/05/14/bridge -->",
        "||https://a.example/2023/05/14/bridge|2023-05-14");
    row("a script that it was saved from", "<!-- saved from url=(0019)javascript:alert(1) -->",
        "|||");
    row("a printed day beside a name with a word in it",
        "</head><body><h1>Hat found</h1><div>By Kate Osborne | May 14, 2023</div>",
        "Hat found|Kate Osborne||2023-05-14");
    row("another story first in JSON-LD",
        "<title>Hat found - Post</title><script type=application/ld+json>{\"@graph\":[{\"@type\":"
        "\"NewsArticle\",\"headline\":\"Dog lost\",\"datePublished\":\"2020-01-01\"},{\"@type\":"
        "\"NewsArticle\",\"headline\":\"Hat found\",\"datePublished\":\"2023-05-14\"}]}</script>",
        "Hat found|||2023-05-14");
    row("a headline that begins like the site's name",
        "<meta property=og:site_name content='River Gazette'><meta property=og:title "
        "content='Gazetteer: a book and its town'>",
        "Gazetteer: a book and its town|||");
    row("stray commas, in CDATA",
        "<script type=application/ld+json>//<![CDATA[\n[,{\"@type\":\"Article\",,\"headline\":\"A, "
        "[b] and {c},\",\"datePublished\":\"May 14, 2023\",},]\n//]]></script>",
        "A, [b] and {c},|||2023-05-14");
    row("a review beside the article",
        "<script type=application/ld+json>[{\"@type\":\"ClaimReview\",\"name\":\"No\","
        "\"datePublished\":\"2023-05-01\"},{\"@type\":\"Article\",\"headline\":\"Yes\","
        "\"datePublished\":\"2023-05-14\"}]</script>",
        "Yes|||2023-05-14");
    row("published in meta, modified in JSON-LD",
        "<script type=application/ld+json>{\"@type\":\"Article\",\"dateModified\":\"2023-06-01\"}"
        "</script><meta name=datePublished content='14 May 2023'>",
        "|||2023-05-14");
    row("the microformat of blogs",
        "<abbr class=published title='2023-05-14T08:00+02:00'>May</abbr>", "|||2023-05-14");
    row("an unset day and one to come",
        "<meta name=date content='0001-01-01'><meta name=pubdate content='2999-01-01'>", "|||");
    row("impossible date", "<meta property=article:published_time content='2023-02-30'>", "|||");
}

void TestHtmlImport::readsMetadata() {
    QFETCH(QString, head);
    QFETCH(QString, metadata);
    const auto imported =
        import("<html><head>" + head + "</head><body><p>Text of it.</p></body></html>", "a.html");
    QVERIFY(imported.has_value());
    const Article& a = imported->article;
    QCOMPARE(QString::fromStdString(a.title + "|" + a.byline + "|" + a.url + "|" +
                                    (a.published ? toIso(*a.published) : "")),
             metadata);
}

void TestHtmlImport::decodesByDeclaration() {
    QCOMPARE(dump(importBytes("<meta charset=windows-1251><p>\xCF\xF0\xE8\xE2\xE5\xF2.", "a.html")),
             QString("para: Привет.\n"));
    QCOMPARE(dump(importBytes("<meta http-equiv=Content-Type content='text/html; "
                              "charset=iso-8859-1'><p>\x93Oui\x94, caf\xE9.",
                              "a.html")),
             QString("para: “Oui”, café.\n"));
    QCOMPARE(dump(importBytes("<?xml version='1.0' encoding='ISO-8859-15'?><html><body><p>5 "
                              "\xA4.</p></body></html>",
                              "a.xhtml")),
             QString("para: 5 €.\n"));
    // What a page says is believed only as far as its bytes agree.
    QCOMPARE(dump(importBytes("<meta charset=windows-1252><p>\xE2\x80\x9CNo\xE2\x80\x9D.", "a")),
             QString("para: “No”.\n"));
    QCOMPARE(dump(importBytes("<meta charset=nonsense><p>caf\xC3\xA9.", "a.html")),
             QString("para: café.\n"));
}

void TestHtmlImport::survivesEveryCut() {
    const std::string page = data("saved_news_page.html").toStdString();
    std::size_t texts = 0;
    for (std::size_t cut = 0; cut < page.size(); cut += 97) {
        const auto imported = importBytes(std::string_view(page).substr(0, cut), "page.html");
        if (imported)
            ++texts;
        else
            QVERIFY(imported.error().code == ErrorCode::Empty);
    }
    QVERIFY(texts > 50);
    const auto inBody = importBytes(page.substr(0, page.find("letters")), "page.html");
    QVERIFY(inBody && inBody->article.text.ends_with("“Now I can get my"));
}

void TestHtmlImport::bearsDeepNesting() {
    const auto nested = [](const QString& tag, int depth) {
        return QString("<" + tag + ">").repeated(depth) + "<p>Deep inside, she said yes.";
    };
    QCOMPARE(dump(import(nested("div", 10'000), "a.html")),
             QString("para: Deep inside, she said yes.\n"));
    QCOMPARE(dump(import(nested("b", 10'000), "a.html")),
             QString("para: Deep inside, she said yes.\n"));
    QCOMPARE(dump(import(nested("div", 1'000'000), "a.html")), QString("error too_deep"));
    QCOMPARE(dump(import("<div></b>" + nested("div", 1'000'000), "a.html")),
             QString("error too_deep"));
    QString formats; // each paragraph opens all of them again
    for (int i = 0; i < 3000; ++i)
        formats += "<b class=c" + QString::number(i) + ">";
    QVERIFY(import(formats + QString("<p>Yes.").repeated(20'000), "a.html").has_value());
    QString attributes;
    for (int i = 0; i < 100'000; ++i)
        attributes += " a" + QString::number(i);
    QCOMPARE(dump(import("<p" + attributes + ">Yes.", "a.html")), QString("error malformed"));
}

void TestHtmlImport::readsMarkdown() {
    QCOMPARE(dump(import("# Hat *found*\n\n\"It was [mine](http://a.example)\", said\nAnn.\n\n"
                         "![picture](a.png)\n\n## Next\n\n> Yes.\n\n- one\n- two &amp; three\n",
                         "a.md")),
             QString("head: Hat found\npara: \"It was mine\", said Ann.\nhead: Next\npara: Yes.\n"
                     "para: one\npara: two & three\n"));
}

void TestHtmlImport::readsFrontMatter() {
    const auto imported = import("---\ntitle: \"Hat: found\"\nauthor: Ann Lee\ndate: 2023-05-14 "
                                 "10:00\nurl: javascript:x\n---\nShe said yes.\n",
                                 "a.md");
    QVERIFY(imported.has_value());
    const Article& article = imported->article;
    QCOMPARE(dump(article), QString("head: Hat: found\npara: She said yes.\n"));
    QCOMPARE(article.title, std::string("Hat: found"));
    QCOMPARE(article.byline, std::string("Ann Lee"));
    QVERIFY(article.url.empty());
    QVERIFY(article.published && toIso(*article.published) == "2023-05-14");
    // A break at the top is no front matter.
    QCOMPARE(dump(import("---\nShe said yes.\n", "a.md")), QString("para: She said yes.\n"));
}

QTEST_GUILESS_MAIN(TestHtmlImport)
#include "test_html_import.moc"

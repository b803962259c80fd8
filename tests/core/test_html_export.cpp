// The annotated HTML: what it looks like, that hostile text stays text, that Quoth opens it again
// with nothing lost.
#include "core/formats/annotation_data.h"
#include "core/formats/in/importers.h"
#include "core/formats/out/exporters.h"
#include "core/formats/out/mark_pieces.h"
#include "core/formats/out/speaker_badges.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QtTest>

using namespace quoth;

namespace {

// Builds documents by naming stretches of their text.
struct Builder {
    Document::Parts parts;

    explicit Builder(std::string text) {
        parts.article.text = std::move(text);
        std::size_t begin = 0;
        while (begin < parts.article.text.size()) {
            const std::size_t end =
                std::min(parts.article.text.find('\n', begin), parts.article.text.size());
            if (end > begin) parts.blocks.push_back({makeSpan(begin, end), BlockKind::Paragraph});
            begin = end + 1;
        }
    }
    Span span(const std::string& words, std::size_t from = 0) const {
        const std::size_t at = parts.article.text.find(words, from);
        if (at == std::string::npos) qFatal("\"%s\" is not in the text", words.c_str());
        return makeSpan(at, at + words.size());
    }
    EntityId person(const std::string& name, const std::vector<std::string>& mentions = {}) {
        Entity entity;
        entity.type = EntityType::Person;
        entity.name = name;
        for (const std::string& mention : mentions)
            entity.mentions.push_back({span(mention), MentionKind::Name});
        parts.entities.push_back(entity);
        return makeId<EntityTag>(parts.entities.size() - 1);
    }
    Quote& quote(const std::vector<std::string>& contents, std::optional<EntityId> speaker) {
        Quote quote;
        quote.kind = QuoteKind::Direct;
        for (const std::string& content : contents)
            quote.content.push_back(span(content));
        quote.speaker = speaker;
        parts.quotes.push_back(quote);
        return parts.quotes.back();
    }
    Document build() { return Document(parts); }
};

// A document that uses every field.
Document fullDocument() {
    Builder b("Quay opens – at last 😀\n\nBy Ann Lee\n\nPORT (AP) — “We won,” Zoë Lee told Bob on 3 "
              "May. “He said ‘no’.”\n\nMr Roe thought it would rain. – AP");
    Document::Parts& parts = b.parts;
    parts.article.title = "Quay opens";
    parts.article.byline = "Ann Lee";
    parts.article.url = "https://a.example/?q=1&r=<2>";
    parts.article.published = std::chrono::year{2021} / 5 / 20;
    parts.article.publishedFrom = DateOrigin::Metadata;
    parts.article.publishedIsGuess = true;
    parts.article.blocks = {parts.blocks[0], parts.blocks[2]};
    parts.article.blocks[0].kind = BlockKind::Headline;
    parts.blocks = {
        {b.span("Quay opens – at last 😀"), BlockKind::Headline},
        {b.span("By Ann Lee"), BlockKind::Byline},
        {b.span("PORT (AP) —"), BlockKind::Dateline},
        {b.span("“We won,” Zoë Lee told Bob on 3 May. “He said ‘no’.”"), BlockKind::Paragraph},
        {b.span("Mr Roe thought it would rain."), BlockKind::Paragraph},
        {b.span("– AP"), BlockKind::Credit}};
    parts.sentences = {b.span("“We won,” Zoë Lee told Bob on 3 May."), b.span("“He said ‘no’.”")};
    const EntityId zoe = b.person("Zoë Lee", {"Zoë Lee"}), bob = b.person("Bob", {"Bob"}),
                   roe = b.person("Roe", {"Roe"});
    parts.entities[0].gender = Gender::Female;
    parts.entities[1].gender = Gender::Male;
    parts.entities[1].mentions.push_back({b.span("He"), MentionKind::Pronoun});
    parts.entities.push_back(
        {EntityType::Place, "PORT", {{b.span("PORT"), MentionKind::Noun}}, {}});
    parts.entities.push_back({EntityType::Other, "nowhere", {}, Gender::Neuter});

    Quote& won = b.quote({"“We won,”", "“He said ‘no’.”"}, zoe);
    won.addressee = bob;
    won.runnerUp = roe;
    won.cue = {b.span("told")};
    won.source = {b.span("Zoë Lee")};
    won.confidence = 0.97F;
    won.why = {{ReasonStep::Cue, "told", b.span("told")}, {ReasonStep::Reader, "<b>", {}}};
    won.check = CheckState::Confirmed;
    won.note = "heard <it>";
    won.checkSource = "https://example.org/tape?a=1&b=2";
    won.checkedAt = parseMoment("2021-06-01T08:05:09Z").value();
    b.quote({"‘no’"}, bob).kind = QuoteKind::Mixed;
    Quote& rain = b.quote({"it would rain"}, std::nullopt);
    rain.kind = QuoteKind::Indirect;
    rain.act = QuoteAct::Thought;
    rain.confidence = 1.F / 3;
    parts.times = {{b.span("3 May"), TimeType::Date, "2021-05-03"},
                   {b.span("last"), TimeType::Set, ""}};
    parts.events = {{b.span("opens"), std::nullopt, "", {}, ""},
                    {b.span("won"), TimeId{0}, "2021-05-03", {zoe, bob}, "Zoë Lee won"},
                    {b.span("rain"), std::nullopt, "2021-05/2021-07", {roe}, "it rained"}};
    return b.build();
}

std::string html(const Document& document) {
    return findExporter("html")->write(document, {"a<b>.txt", "2021-06-01"});
}

// Every field of every part, a line each.
QString dump(const Document::Parts& p) {
    QString out;
    const auto text = [](std::string_view s) {
        return QString::fromUtf8(s.data(), static_cast<qsizetype>(s.size())).toHtmlEscaped();
    };
    const auto at = [](Span s) { return QString("%1-%2 ").arg(s.begin).arg(s.end); };
    const auto all = [&](const std::vector<Span>& spans) {
        QString list;
        for (const Span s : spans)
            list += at(s);
        return list + "| ";
    };
    const auto id = [](const std::optional<EntityId>& e) {
        return e ? QString("e%1 ").arg(e->value) : QString("- ");
    };
    const Article& a = p.article;
    out += text(a.text) + "\n" + text(a.title) + "|" + text(a.byline) + "|" + text(a.url) + "|" +
           (a.published ? text(toIso(*a.published)) : "-") +
           QString::number(static_cast<int>(a.publishedFrom)) + (a.publishedIsGuess ? "?" : "") +
           "\n";
    for (const auto* blocks : {&a.blocks, &p.blocks}) {
        for (const Block& b : *blocks)
            out += at(b.span) + text(name(b.kind)) + "; ";
        out += "\n";
    }
    out += all(p.sentences) + "\n";
    for (const Entity& e : p.entities) {
        out += text(name(e.type)) + text(e.name) + QString::number(static_cast<int>(e.gender));
        for (const Mention& m : e.mentions)
            out += " " + at(m.span) + text(name(m.kind));
        out += "\n";
    }
    for (const Quote& q : p.quotes) {
        out += text(name(q.kind)) + text(name(q.act)) + all(q.content) + all(q.cue) +
               all(q.source) + id(q.speaker) + id(q.addressee) + id(q.runnerUp) +
               QString::number(static_cast<double>(q.confidence), 'g', 17);
        for (const Reason& r : q.why)
            out += " " + text(name(r.step)) + text(r.text) + at(r.where);
        out += " " + text(name(q.check)) + "|" + text(q.note) + "|" + text(q.checkSource) + "|" +
               (q.checkedAt ? text(toIso(*q.checkedAt)) : "-") + "\n";
    }
    for (const TimeExpression& t : p.times)
        out += at(t.span) + text(name(t.type)) + text(t.value) + "\n";
    for (const Event& e : p.events) {
        out += at(e.trigger) + (e.time ? QString::number(e.time->value) : "-") + text(e.value) +
               text(e.summary);
        for (const EntityId participant : e.participants)
            out += " " + id(participant);
        out += "\n";
    }
    return out;
}

QString reopened(const std::string& page) {
    const auto imported = importBytes(page, "page.html");
    if (!imported) return QString::fromStdString("error: " + imported.error().message);
    if (!imported->annotated) return "not recognised";
    return dump(imported->annotated->parts());
}

QString between(const std::string& page, const QString& first, const QString& last) {
    const QString all = QString::fromStdString(page);
    const qsizetype begin = all.indexOf(first) + first.size();
    return all.mid(begin, all.indexOf(last, begin) - begin);
}

QString articleOf(const std::string& page) {
    return between(page, "<article id=\"article\">\n", "</article>");
}

} // namespace

class TestHtmlExport : public QObject {
    Q_OBJECT
private slots:
    void cutsMarksAtOverlaps();
    void writesTheArticle();
    void writesTheLists();
    void opensAgainWithNothingLost();
    void opensAgainWhateverTheTextHolds_data();
    void opensAgainWhateverTheTextHolds();
    void keepsHostileTextHarmless();
    void allowsItsOwnStyleAndNothingElse();
    void refusesDamagedAnnotations_data();
    void refusesDamagedAnnotations();
    void writesDocumentsWithoutAnything();
    void hasTheColoursChosen();
    void badgesTellSpeakersApart();
    void repairsFileNames();
    void keepsDirectionsApart();
    void opensPackedAnnotationsAgain();
    void refusesDamagedPacking_data();
    void refusesDamagedPacking();
    void growsWithTheText_data();
    void growsWithTheText();
};

void TestHtmlExport::cutsMarksAtOverlaps() {
    Builder b("0123456789");
    b.quote({"0123456789"}, std::nullopt);
    b.quote({"2345"}, std::nullopt);
    b.quote({"4567"}, std::nullopt);
    b.quote({"89"}, std::nullopt);
    QString out;
    for (const MarkPiece& piece : cutMarks(b.parts.quotes)) {
        out += QString("%1-%2:").arg(piece.span.begin).arg(piece.span.end);
        for (const QuoteId quote : piece.quotes)
            out += QString::number(quote.value);
        out += " ";
    }
    QCOMPARE(out, QString("0-2:0 2-4:01 4-6:012 6-8:02 8-10:03 "));
}

void TestHtmlExport::writesTheArticle() {
    QCOMPARE(articleOf(html(fullDocument())),
             QString::fromUtf8(
                 "<h1>Quay opens – at last 😀</h1>\n"
                 "<p class=\"byline\">By Ann Lee</p>\n"
                 "<p class=\"facts\"><time datetime=\"2021-05-20\">20 May 2021</time> "
                 "(the file’s date, a guess) · "
                 "<a href=\"https://a.example/?q=1&amp;r=%3C2%3E\" "
                 "rel=\"noreferrer\">Source</a></p>\n"
                 "<p><span class=\"dateline\">PORT (AP) —</span> "
                 "<mark class=\"q s1 direct\" id=\"q1\">“We won,”</mark> Zoë Lee told Bob on 3 "
                 "May. <mark class=\"q s1 direct\">“He said </mark>"
                 "<mark class=\"q s2 with-s1 doubtful mixed\" id=\"q2\">‘no’</mark>"
                 "<a class=\"ref\" href=\"#n2\" title=\"Doubtful\" "
                 "aria-label=\"Quotation 2, doubtful\">2?</a>"
                 "<mark class=\"q s1 direct\">.”</mark>"
                 "<a class=\"ref\" href=\"#n1\" aria-label=\"Quotation 1\">1</a></p>\n"
                 "<p>Mr Roe thought <mark class=\"q s0 doubtful indirect\" id=\"q3\">it would "
                 "rain</mark>"
                 "<a class=\"ref\" href=\"#n3\" title=\"Doubtful\" "
                 "aria-label=\"Quotation 3, doubtful\">3?</a>. "
                 "<span class=\"credit\">– AP</span></p>\n"));
}

void TestHtmlExport::writesTheLists() {
    const std::string page = html(fullDocument());
    QCOMPARE(between(page, "<ol class=\"timeline\">\n", "</ol>"),
             QString::fromUtf8(
                 "<li class=\"t\"><span class=\"when\">May 2021 – July 2021</span> it "
                 "rained</li>\n"
                 "<li class=\"t with-s1 with-s2\"><time class=\"when\" datetime=\"2021-05-03\">3 "
                 "May 2021</time> Zoë Lee won</li>\n"));
    QVERIFY(between(page, "id=\"n1\">", "</li>")
                .contains(QString::fromUtf8("“We won,” … “He said ‘no’.”")));
    QVERIFY(between(page, "id=\"n1\">", "</li>").contains("href=\"#q1\""));
    QVERIFY(between(page, "<ul class=\"people\">", "</ul>").contains("1 quotation, 2 mentions"));
    const QString footer = between(page, "<footer>", "</footer>");
    QVERIFY(footer.contains("checked 1 of 3"));
    QVERIFY(footer.contains("a&lt;b&gt;.txt"));
    QVERIFY(footer.contains("<time datetime=\"2021-06-01\">1 June 2021</time>"));
    QVERIFY(
        footer.contains(QCryptographicHash::hash(QByteArray::fromStdString(fullDocument().text()),
                                                 QCryptographicHash::Sha256)
                            .toHex()));
}

void TestHtmlExport::opensAgainWithNothingLost() {
    const Document document = fullDocument();
    QCOMPARE(reopened(html(document)), dump(document.parts()));
}

void TestHtmlExport::opensAgainWhateverTheTextHolds_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("markup") << QByteArray("</script><script>alert(1)</script><!-- & &amp; ]]>");
    QTest::newRow("controls") << QByteArray("a\0b\x01\x1B\x7F c\n\n\td \xC2\x85 e\r", 18);
    QTest::newRow("no characters") << QByteArray("a \xEF\xBF\xBF \xEF\xB7\x90 \xEF\xBF\xBD b");
    QTest::newRow("separators") << QByteArray("a\xE2\x80\xA8 b\xE2\x80\xA9 c\xC2\xA0 d");
    QTest::newRow("marks") << QByteArray("\"'`\\ \\u003c \\\" {}[]");
    QTest::newRow("right to left") << QByteArray("\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xE2\x80\xAE x");
}

void TestHtmlExport::opensAgainWhateverTheTextHolds() {
    QFETCH(QByteArray, text);
    Builder b(text.toStdString());
    b.quote({text.toStdString()}, b.person(text.toStdString()));
    b.parts.article.title = text.toStdString();
    const Document document = b.build();
    QCOMPARE(reopened(html(document)), dump(document.parts()));
}

void TestHtmlExport::keepsHostileTextHarmless() {
    const std::string hostile = "<script>alert('x')</script><img src=x onerror=alert(1)> "
                                "\"><a href=\"javascript:alert(1)\">x</a> =1+1";
    Builder b(hostile + "\n\n" + std::string("nul\0 \x1B", 6));
    const EntityId speaker = b.person(hostile, {hostile});
    Quote& quote = b.quote({hostile}, speaker);
    quote.addressee = speaker;
    quote.why = {{ReasonStep::Source, hostile, {}}};
    b.parts.article.title = hostile;
    b.parts.article.byline = hostile;
    b.parts.events = {{b.span("alert"), std::nullopt, "2021", {speaker}, hostile}};
    for (const char* url : {"javascript:alert(1)", "data:text/html,x", " javascript:x", "//a",
                            "https://a.example/\"onclick=\"x"}) {
        b.parts.article.url = url;
        const std::string page =
            findExporter("html")->write(b.build(), {hostile, "<script>alert(1)</script>"});
        const QString all = QString::fromStdString(page);
        QCOMPARE(all.count("<script", Qt::CaseInsensitive), 2);
        QCOMPARE(all.count("</script", Qt::CaseInsensitive), 2);
        QCOMPARE(all.count("<img", Qt::CaseInsensitive), 0);
        QVERIFY(!all.contains(QRegularExpression("<[a-z]+[^>]*\\son[a-z]+=")));
        QVERIFY(!all.contains(QRegularExpression("href=\"(?!#|https?:|mailto:)")));
        QVERIFY(!all.contains("style=\""));
        QVERIFY(!all.contains(QChar(0)) && !all.contains(QChar(0x1B)));
        QCOMPARE(reopened(page), dump(b.parts));
    }
}

void TestHtmlExport::allowsItsOwnStyleAndNothingElse() {
    const std::string page = html(fullDocument());
    const QString style = between(page, "<style>", "</style>");
    const QString policy = between(page, "Content-Security-Policy\" content=\"", "\"");
    const QByteArray hash =
        QCryptographicHash::hash(style.toUtf8(), QCryptographicHash::Sha256).toBase64();
    QCOMPARE(policy, "default-src 'none'; style-src 'sha256-" + hash +
                         "'; base-uri 'none'; form-action 'none'");
    QVERIFY(!style.contains('<') && !style.contains("url("));
    QVERIFY(style.contains("overflow-wrap: anywhere")); // a long word never widens the page
    QVERIFY(style.contains(":is(h1, article h2):has(mark.q) { line-height: 1.38; }"));
    QVERIFY(style.contains("body:has(#f-s2:checked)") && !style.contains("display: none; }\n  .q"));
}

void TestHtmlExport::refusesDamagedAnnotations_data() {
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("text changed") << "Quay opens"
                                  << "Quay closes";
    QTest::newRow("position outside") << "\"start\":"
                                      << "\"start\":9";
    QTest::newRow("unknown kind") << "\"quoth:kind\":\"person\""
                                  << "\"quoth:kind\":\"fish\"";
    QTest::newRow("speaker that is not there") << "\"quoth:speaker\":\"#e"
                                               << "\"quoth:speaker\":\"#e7";
    QTest::newRow("newer version") << "\"quoth:format\":1"
                                   << "\"quoth:format\":2";
    QTest::newRow("not JSON") << "\"quoth:format\":1"
                              << "\"quoth:format\":";
    QTest::newRow("other shape") << "\"items\":["
                                 << "\"items\":{},\"x\":[";
    QTest::newRow("impossible day") << "2021-05-20"
                                    << "2021-02-30";
}

void TestHtmlExport::refusesDamagedAnnotations() {
    QFETCH(QString, before);
    QFETCH(QString, after);
    QString page = QString::fromStdString(html(fullDocument()));
    const qsizetype data = page.indexOf("id=\"quoth-annotations\"");
    QVERIFY(page.indexOf(before, data) > 0);
    page.replace(page.indexOf(before, data), before.size(), after);
    const auto imported = importBytes(page.toStdString(), "page.html");
    QVERIFY(!imported);
    QVERIFY(imported.error().code == ErrorCode::Malformed);
}

void TestHtmlExport::writesDocumentsWithoutAnything() {
    Builder b("Text.");
    b.parts.blocks.clear();
    const Document document = b.build();
    const std::string page = findExporter("html")->write(document, {});
    QVERIFY(page.find("<title>Annotated article</title>") != std::string::npos);
    QCOMPARE(reopened(page), dump(document.parts()));
}

void TestHtmlExport::hasTheColoursChosen() {
    const QString standard = QStringLiteral("#d8e9f8"), distinct = QStringLiteral("#fddca0");
    ExportContext context;
    QString page = QString::fromStdString(findExporter("html")->write(fullDocument(), context));
    QVERIFY(page.contains(standard, Qt::CaseInsensitive));
    QVERIFY(!page.contains(distinct, Qt::CaseInsensitive));
    context.colours = ColourSet::Distinct;
    page = QString::fromStdString(findExporter("html")->write(fullDocument(), context));
    QVERIFY(!page.contains(standard, Qt::CaseInsensitive));
    QVERIFY(page.contains(distinct, Qt::CaseInsensitive));
}

void TestHtmlExport::repairsFileNames() {
    const std::string page = findExporter("html")->write(fullDocument(), {"caf\xE9.txt", ""});
    QVERIFY(QByteArray::fromStdString(page).contains("caf\xEF\xBF\xBD.txt"));
    QVERIFY(QString::fromStdString(page).toStdString() == page);
}

// An override left open in a name or a quotation ends with it; none ends what is around it.
void TestHtmlExport::keepsDirectionsApart() {
    const std::string open = "Eve \u202E\u2067x", closing = "\u2069\u202Cy";
    Builder b("“" + open + "” said " + closing + " in 2021.");
    const EntityId speaker = b.person(open, {closing});
    Quote& quote = b.quote({"“" + open + "”", closing}, speaker);
    quote.addressee = b.person(closing);
    quote.why = {{ReasonStep::Source, open, {}}};
    b.parts.article.title = open;
    b.parts.article.byline = open;
    b.parts.article.url = "https://a.example/\u202E";
    b.parts.events = {{b.span("said"), std::nullopt, "2021", {speaker}, open}};
    const std::string page = findExporter("html")->write(b.build(), {open, ""});
    const QString closed = QString::fromUtf8("Eve \u202E\u2067x\u2069\u202C");
    const QString isolated = "<bdi>" + closed + "</bdi>";
    QCOMPARE(between(page, "<title>", "</title>"), closed);
    QVERIFY(between(page, "<legend>", "</fieldset>").contains("name\">" + isolated));
    QVERIFY(between(page, "<p class=\"facts\">", "</p>").contains("By " + isolated));
    const QString item = between(page, "id=\"n1\">", "</li>");
    QVERIFY(item.contains("who\">" + isolated + "</span> to <bdi>y</bdi>"));
    QVERIFY(item.contains(QString::fromUtf8("<bdi>“Eve \u202E\u2067x”\u2069\u202C</bdi> … "
                                            "<bdi>y</bdi></p>")));
    QVERIFY(item.contains("source: " + isolated));
    QVERIFY(between(page, "<ol class=\"timeline\">", "</ol>").contains(" " + isolated + "</li>"));
    QVERIFY(between(page, "<ul class=\"people\">", "</ul>").contains("name\">" + isolated));
    const QString footer = between(page, "<footer>", "</footer>");
    QVERIFY(footer.contains("from " + isolated));
    QVERIFY(footer.contains(QString::fromUtf8("<bdi>https://a.example/\u202E\u202C</bdi>")));
    QVERIFY(footer.contains("href=\"https://a.example/%E2%80%AE\""));
    QCOMPARE(reopened(page), dump(b.parts)); // nothing is lost by it
}

namespace {

// `count` short sentences, a quotation and an event in each, all by one person.
Document::Parts manyQuotes(std::size_t count) {
    const std::string sentence = "“A b.” said X. ";
    Document::Parts parts;
    Entity entity;
    entity.type = EntityType::Person;
    entity.name = "X";
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = parts.article.text.size();
        parts.article.text += sentence;
        const auto span = [&](std::string_view words) {
            const std::size_t begin = at + sentence.find(words);
            return makeSpan(begin, begin + words.size());
        };
        parts.sentences.push_back(span("“A b.” said X."));
        entity.mentions.push_back({span("X"), MentionKind::Name});
        Quote quote;
        quote.kind = QuoteKind::Direct;
        quote.content = {span("“A b.”")};
        quote.cue = {span("said")};
        quote.source = {span("X")};
        quote.speaker = EntityId{0};
        quote.confidence = 0.92222F;
        quote.why = {{ReasonStep::Cue, "said", span("said")}, {ReasonStep::Source, "X", span("X")}};
        parts.quotes.push_back(quote);
        parts.times.push_back({span("b"), TimeType::Time, ""});
        Event event{
            span("said"), TimeId{static_cast<std::uint32_t>(i)}, "2021", {EntityId{0}}, "A b"};
        event.status = EventStatus::Planned;
        event.eventClass = EventClass::Reporting;
        if (i > 0) event.same = EventId{0};
        parts.events.push_back(event);
    }
    parts.entities = {entity, {EntityType::Other, "nothing", {}, Gender::Neuter}};
    parts.blocks = {{makeSpan(0, parts.article.text.size()), BlockKind::Paragraph}};
    return parts;
}

constexpr std::size_t enoughToBePacked = 3500;

} // namespace

void TestHtmlExport::opensPackedAnnotationsAgain() {
    Document::Parts parts = manyQuotes(enoughToBePacked);
    parts.quotes[1].check = CheckState::Altered;
    parts.quotes[1].note = "shorter";
    parts.quotes[2].checkSource = "tape 3";
    parts.quotes[2].checkedAt = parseMoment("2021-06-01T08:05:09Z").value();
    const std::string page = html(Document(parts));
    QVERIFY(page.find("\"quoth:format\":2") != std::string::npos);
    QVERIFY(reopened(page) == dump(parts));
    // Other programs are told the first ones, the reader is told of the rest.
    const QString all = QString::fromStdString(page);
    QCOMPARE(all.count("TextQuoteSelector"), 3 * 2000);
    QCOMPARE(all.count("\"@type\":\"Quotation\""), 2000);
    QCOMPARE(all.count("<mark "), static_cast<qsizetype>(enoughToBePacked));
    QCOMPARE(all.count("class=\"ref\""), 2000);
    QCOMPARE(all.count("id=\"q2000\""), 1);
    QCOMPARE(all.count("id=\"q2001\""), 0);
    QVERIFY(all.contains("</ol>\n<p class=\"more\">and 1500 more</p>\n"));
    QVERIFY(page.find("\"quoth:format\":1") == std::string::npos);
    QVERIFY(html(fullDocument()).find("\"quoth:format\":1") != std::string::npos);
}

void TestHtmlExport::refusesDamagedPacking_data() {
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    const auto row = [](const char* name, const char* before, const char* after) {
        QTest::newRow(name) << before << after;
    };
    row("no list", "\"quoth:quotes\":[", "\"quoth:quotes\":{},\"x\":[");
    row("no quote", "\"quoth:quotes\":[[", "\"quoth:quotes\":[7,[");
    row("too short", "\"quoth:quotes\":[[", "\"quoth:quotes\":[[\"direct\"],[");
    row("place of one number", "[\"content\",-12,6]", "[\"content\",-7]");
    row("place before the text", "[\"content\",-12,6]", "[\"content\",-99,6]");
    row("place after the text", "[\"content\",-12,6]", "[\"content\",-12,9999999]");
    row("place that is no number", "[\"content\",-12,6]", "[\"content\",-12,\"6\"]");
    row("place without end", "[\"content\",-12,6]", "[\"content\",-12,18446744073709551615]");
    row("unknown kind", "[\"direct\",\"speech\"", "[\"fish\",\"speech\"");
    row("speaker that is not there", "\"speech\",\"#e1\"", "\"speech\",\"#e9\"");
}

void TestHtmlExport::refusesDamagedPacking() {
    QFETCH(QString, before);
    QFETCH(QString, after);
    static const std::string undamaged =
        writeAnnotationData(Document(manyQuotes(enoughToBePacked)));
    std::string data = undamaged;
    const std::size_t at = data.find(before.toStdString());
    QVERIFY(at != std::string::npos);
    data.replace(at, static_cast<std::size_t>(before.size()), after.toStdString());
    const auto read = readAnnotationData(data);
    QVERIFY(!read);
    QVERIFY(read.error().code == ErrorCode::Malformed);
}

// Spans of n quotations by n speakers over one text: pieces and marked text double with n.
void TestHtmlExport::growsWithTheText_data() {
    QTest::addColumn<bool>("nested");
    QTest::newRow("within each other") << true;
    QTest::newRow("overlapping") << false;
}

void TestHtmlExport::growsWithTheText() {
    QFETCH(bool, nested);
    const auto document = [&](std::size_t n) {
        Builder b(std::string(2 * n, 'a'));
        for (std::size_t i = 0; i < n; ++i) {
            Quote quote;
            quote.content = {nested ? makeSpan(i, 2 * n - i) : makeSpan(i, n + i)};
            quote.speaker = b.person("P" + std::to_string(i));
            b.parts.quotes.push_back(quote);
        }
        return b.build();
    };
    const auto told = [](const Document& document) { // quotes of all pieces
        std::size_t count = 0;
        for (const MarkPiece& piece : cutMarks(document.quotes()))
            count += piece.quotes.size() + piece.begun.size();
        return count;
    };
    constexpr std::size_t n = 1000; // numbers of as many digits
    const Document small = document(n), large = document(2 * n);
    QVERIFY(told(large) < 2 * told(small) + 100);
    QVERIFY(articleOf(html(large)).size() < 9 * articleOf(html(small)).size() / 4);
    // Every quotation has its mark and its link all the same.
    const QString page = QString::fromStdString(html(small));
    for (const std::size_t number : {std::size_t{1}, n / 2, n}) {
        QCOMPARE(page.count(QString("id=\"q%1\"").arg(number)), 1);
        QCOMPARE(page.count(QString("href=\"#n%1\"").arg(number)), 1);
    }
}

void TestHtmlExport::badgesTellSpeakersApart() {
    Builder b("one two three four");
    const std::vector<std::string> names = {"Anna Maria Berg", "Åke Brandt", "émile zola", "…"};
    const std::vector<std::string> said = {"one", "two", "three", "four"};
    for (std::size_t i = 0; i < names.size(); ++i)
        b.quote({said[i]}, b.person(names[i]));
    b.quote({said[0]}, EntityId{1}); // speaks most: the first
    const std::vector<std::string> badges = speakerBadges(b.build());
    QCOMPARE(badges, (std::vector<std::string>{"ÅB", "AB", "ÉZ", "4"}));

    Builder twins("one two");
    twins.quote({"one"}, twins.person("Anna Berg"));
    twins.quote({"two"}, twins.person("Adam Brook"));
    QCOMPARE(speakerBadges(twins.build()), (std::vector<std::string>{"AB", "2"}));
}

QTEST_GUILESS_MAIN(TestHtmlExport)
#include "test_html_export.moc"

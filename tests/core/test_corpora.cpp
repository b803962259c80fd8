// Corpus readers: what they make of good lines, and that a broken one is named by file and line.
#include "core/corpora/annotated_articles.h"
#include "core/corpora/conllu.h"
#include "core/corpora/gap.h"
#include "core/corpora/gold_text.h"
#include "core/corpora/name_columns.h"
#include "core/corpora/name_data.h"
#include "core/corpora/polnear.h"
#include "core/corpora/timeml.h"

#include <QtTest>

#include <QTemporaryDir>
#include <filesystem>
#include <fstream>

using namespace quoth;
using namespace quoth::corpora;
namespace fs = std::filesystem;

namespace {

void write(const fs::path& path, const QByteArray& content) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary).write(content.data(), content.size());
}

std::string joined(std::string_view text, const std::vector<Span>& spans) {
    std::string out;
    for (const Span& span : spans)
        out += (out.empty() ? "" : "|") + std::string(slice(text, span));
    return out;
}

constexpr const char* conllu = "# newdoc id = one\n"
                               "# meta::genre = news\n"
                               "# newpar\n"
                               "# sent_id = s1\n"
                               "1-2\tCan't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
                               "1\tCa\tcan\tAUX\tMD\t_\t3\taux\t_\t_\n"
                               "2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_\n"
                               "2.1\tghost\t_\t_\t_\t_\t_\t_\t_\t_\n"
                               "3\t!\t!\tPUNCT\t.\t_\t0\troot\t_\t_\n"
                               "\n"
                               "# sent_id = s2\n"
                               "1\tÉlan\télan\tNOUN\tNN\t_\t0\troot\t_\t_\n"
                               "\n";

} // namespace

class TestCorpora : public QObject {
    Q_OBJECT
private slots:
    void init();
    void readsConllu();
    void commentsBeforeADocumentAreOfIt();
    void brokenConllu_data();
    void brokenConllu();
    void readsNameColumns();
    void namesThatAreNotAlignedWhole_data();
    void namesThatAreNotAlignedWhole();
    void brokenNameColumns_data();
    void brokenNameColumns();
    void readsPolnear();
    void prefersTheFileWithoutAnAnnotator();
    void readsAnnotatedArticles();
    void wrongAnnotationsAreErrors_data();
    void wrongAnnotationsAreErrors();
    void datesAreFoundFromAFolderWithASlash();
    void readsTimeml();
    void readsMeantime();
    void brokenEvents_data();
    void brokenEvents();
    void readsGap();
    void brokenGap_data();
    void brokenGap();
    void brokenPolnear_data();
    void brokenPolnear();
    void headlineIsOneOfTheSentences();
    void missingFilesAreErrors();
    void foldersAreNotFiles();

private:
    fs::path file(const char* name) const {
        return fs::path(m_folder->path().toStdString()) / name;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCorpora::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestCorpora::readsConllu() {
    write(file("x.conllu"), conllu);
    const auto documents = readConllu(file("x.conllu"));
    QVERIFY(documents.has_value());
    QCOMPARE(documents->size(), std::size_t{1});
    const ConlluDocument& document = documents->front();
    QCOMPARE(document.id, std::string("one"));
    QCOMPARE(document.meta.front(), std::pair(std::string("meta::genre"), std::string("news")));
    QCOMPARE(document.sentences.size(), std::size_t{2});
    const ConlluSentence& first = document.sentences[0];
    QCOMPARE(first.id, std::string("s1"));
    QVERIFY(first.opensParagraph && !document.sentences[1].opensParagraph);
    QCOMPARE(first.tokens.size(), std::size_t{3});
    QCOMPARE(first.tokens[1].lemma, std::string("not"));
    QCOMPARE(first.tokens[1].head, 3u);
    QVERIFY(!first.tokens[0].spaceAfter && !first.tokens[1].spaceAfter);
    QVERIFY(first.tokens[2].spaceAfter);

    const GoldText gold = goldText(document);
    QCOMPARE(std::string(gold.text.text), std::string("Can't! Élan "));
    QCOMPARE(gold.text.tokens[1].kind, TokenKind::Clitic);
    QCOMPARE(gold.text.sentences.size(), std::size_t{2});
    QCOMPARE(std::string(gold.text.word(3)), std::string("Élan"));
}

void TestCorpora::commentsBeforeADocumentAreOfIt() {
    write(file("x.conllu"), QByteArray("# global.columns = ID FORM\n") + conllu);
    const auto documents = readConllu(file("x.conllu"));
    QVERIFY(documents.has_value());
    QCOMPARE(documents->size(), std::size_t{1});
    QCOMPARE(documents->front().id, std::string("one"));

    write(file("plain.conllu"), "1\tA\ta\tDET\tDT\t_\t0\troot\t_\tSpaceAfter=No\n");
    const auto plain = readConllu(file("plain.conllu"));
    QVERIFY(plain.has_value());
    QCOMPARE(plain->front().id, std::string("plain"));
    QVERIFY(!plain->front().sentences.front().tokens.front().spaceAfter);
}

void TestCorpora::brokenConllu_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("too few fields") << QByteArray("1\tA\ta\tDET\n");
    QTest::newRow("a number is left out") << QByteArray("2\tA\ta\tDET\tDT\t_\t0\troot\t_\t_\n");
    QTest::newRow("no number") << QByteArray("x\tA\ta\tDET\tDT\t_\t0\troot\t_\t_\n");
    QTest::newRow("bad range") << QByteArray("1-x\tA\t_\t_\t_\t_\t_\t_\t_\t_\n");
    QTest::newRow("range that ends before it begins")
        << QByteArray("1-0\tA\t_\t_\t_\t_\t_\t_\t_\t_\n");
    QTest::newRow("range of later tokens") << QByteArray("2-3\tA\t_\t_\t_\t_\t_\t_\t_\t_\n");
    QTest::newRow("bad head") << QByteArray("1\tA\ta\tDET\tDT\t_\tup\troot\t_\t_\n");
    QTest::newRow("no form") << QByteArray("1\t\ta\tDET\tDT\t_\t0\troot\t_\t_\n");
}

void TestCorpora::brokenConllu() {
    QFETCH(QByteArray, line);
    write(file("x.conllu"), "# newdoc id = one\n" + line + "\n");
    const auto documents = readConllu(file("x.conllu"));
    QVERIFY(!documents.has_value());
    QCOMPARE(documents.error().code, ErrorCode::Malformed);
    QVERIFY(documents.error().message.find("x.conllu:2:") != std::string::npos);
}

void TestCorpora::readsNameColumns() {
    // é and the emoji are one code point each; the third name's second word has no place.
    write(file("texts/d.txt"), "Café 🎉 Ana Ruiz of Oslo. Bo Li ran.");
    write(file("x.tsv"), "# doc d\n"
                         "Café\tO\tO\t0\t4\n"
                         "🎉\tO\tO\t5\t6\n"
                         "Ana\tB-Person\tB-PER\t7\t10\n"
                         "Ruiz\tI-Person\tI-PER\t11\t15\n"
                         "of\tO\tO\t16\t18\n"
                         "Oslo\tI-Location\tI-LOC\t19\t23\n"
                         "\n"
                         "Bo\tB-Person\tB-PER\t25\t27\n"
                         "Li\tI-Person\tI-PER\t-1\t-1\n"
                         "ran\tO\tO\t31\t34\n");
    const auto documents = readNameColumns(file("x.tsv"), file("texts"));
    QVERIFY2(documents.has_value(), documents ? "" : documents.error().message.c_str());
    const NameDocument& document = documents->front();
    QCOMPARE(document.names.size(), std::size_t{2});
    QCOMPARE(slice(document.text, document.names[0].span), std::string_view("Ana Ruiz"));
    QCOMPARE(document.names[0].type, NameClass::Person);
    QCOMPARE(slice(document.text, document.names[1].span), std::string_view("Oslo"));
    QCOMPARE(document.names[1].type, NameClass::Place);
    QCOMPARE(joined(document.text, document.covered),
             std::string("Café 🎉 Ana Ruiz of Oslo. Bo|ran"));
}

void TestCorpora::namesThatAreNotAlignedWhole_data() {
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QString>("names"); // of all documents
    QTest::newRow("the beginning has no place") << QByteArray("Ana\tX\tB-PER\t-1\t-1\n"
                                                              "Li\tX\tI-PER\t4\t6\n")
                                                << "";
    QTest::newRow("another class begins a name") << QByteArray("Ana\tX\tB-PER\t-1\t-1\n"
                                                               "Li\tX\tI-LOC\t4\t6\n")
                                                 << "Li";
    QTest::newRow("a name before stays") << QByteArray("Ana\tX\tB-PER\t0\t3\n"
                                                       "Li\tX\tI-LOC\t-1\t-1\n")
                                         << "Ana";
    QTest::newRow("a paragraph ends names") << QByteArray("Ana\tX\tB-PER\t-1\t-1\n\n"
                                                          "Li\tX\tI-PER\t4\t6\n")
                                            << "Li";
    QTest::newRow("a document ends names") << QByteArray("Ana\tX\tB-PER\t-1\t-1\n# doc d\n"
                                                         "Ana\tX\tI-PER\t0\t3\n")
                                           << "Ana";
}

void TestCorpora::namesThatAreNotAlignedWhole() {
    QFETCH(QByteArray, lines);
    QFETCH(QString, names);
    write(file("texts/d.txt"), "Ana Li");
    write(file("x.tsv"), "# doc d\n" + lines);
    const auto documents = readNameColumns(file("x.tsv"), file("texts"));
    QVERIFY2(documents.has_value(), documents ? "" : documents.error().message.c_str());
    std::vector<Span> found;
    for (const NameDocument& document : *documents)
        for (const LabelledName& name : document.names)
            found.push_back(name.span);
    QCOMPARE(joined("Ana Li", found), names.toStdString());
}

void TestCorpora::brokenNameColumns_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("too few columns") << QByteArray("Ana\tB-PER\n");
    QTest::newRow("unknown tag") << QByteArray("Ana\tX\tB-CAR\t0\t3\n");
    QTest::newRow("neither B nor I") << QByteArray("Ana\tX\tS-PER\t0\t3\n");
    QTest::newRow("no number") << QByteArray("Ana\tO\tO\tzero\t3\n");
    QTest::newRow("past the end") << QByteArray("Ana\tO\tO\t0\t30\n");
    QTest::newRow("going back") << QByteArray("An\tO\tO\t0\t2\n");
    QTest::newRow("half a position") << QByteArray("Ana\tO\tO\t0\t-1\n");
    QTest::newRow("no such text") << QByteArray("# doc e\n");
}

void TestCorpora::brokenNameColumns() {
    QFETCH(QByteArray, line);
    write(file("texts/d.txt"), "Ana");
    write(file("x.tsv"), "# doc d\nAna\tO\tO\t0\t3\n" + line);
    const auto documents = readNameColumns(file("x.tsv"), file("texts"));
    QVERIFY(!documents.has_value());
    QCOMPARE(documents.error().code, ErrorCode::Malformed);
    QVERIFY(documents.error().message.find("x.tsv:3:") != std::string::npos);
}

void TestCorpora::readsPolnear() {
    write(file("index.tsv"), "train\ta\tpaper\t2016-03-01\ttitle\n");
    write(file("train/a.txt"), "Zoë said it rains, and pours.");
    write(file("train/a.conll"), "0\t3\tZoë\tZoë\tNNP\tPERSON\t_\t2\tnsubj\t_\n"
                                 "4\t8\tsaid\tsay\tVBD\tO\t_\t0\troot\t_\n"
                                 "\n"
                                 "9\t11\tit\tit\tPRP\tO\t_\t2\tnsubj\t_\n");
    const QByteArray spans = "T1\tSource 0 3\tZoë\nT2\tCue 4 8\tsaid\n"
                             "T3\tContent 9 17;19 28\tit rains and pours\n";
    write(file("train/a.two.ann"), spans + "E1\tAttribution:T2 Source:T1\n");
    write(file("train/a.one.ann"),
          spans + "E1\tAttribution:T2 Source:T1 Cue:T2 Content2:T3 Cue:T9\n");
    write(file("train/b.txt"), "No analysis beside it.");
    const auto documents = readPolnear(file("train"));
    QVERIFY2(documents.has_value(), documents ? "" : documents.error().message.c_str());
    QCOMPARE(documents->size(), std::size_t{1});
    const PolnearDocument& document = documents->front();
    QCOMPARE(document.published, std::string("2016-03-01"));
    QCOMPARE(document.sentences.size(), std::size_t{2});
    QCOMPARE(document.sentences[0][1].tag, std::string("VBD"));
    QCOMPARE(document.attributions.size(), std::size_t{1});
    const GoldAttribution& gold = document.attributions.front();
    QCOMPARE(joined(document.text, gold.source), std::string("Zoë"));
    QCOMPARE(joined(document.text, gold.cue), std::string("said"));
    QCOMPARE(joined(document.text, gold.content), std::string("it rains|and pours"));
}

void TestCorpora::prefersTheFileWithoutAnAnnotator() {
    write(file("dev/a.txt"), "Zoë ran.");
    write(file("dev/a.conll"), "");
    write(file("dev/a.B.ann"), "E1\tAttribution:T1\nE2\tAttribution:T1\n");
    write(file("dev/a.ann"), "E1\tAttribution:T1\n");
    const auto documents = readPolnear(file("dev"));
    QVERIFY(documents.has_value());
    QCOMPARE(documents->front().attributions.size(), std::size_t{1});
}

void TestCorpora::readsAnnotatedArticles() {
    write(file("whole/b.txt"), "Zoë said it rains. He said it pours.");
    write(file("whole/b.json"),
          R"({"quotes": [
               {"content": [{"s": "it", "after": "He"}, [9, 11]], "cue": null, "source": null,
                "speaker": null, "nested": true},
               {"content": [{"s": "it rains"}], "cue": {"s": "said"}, "source": {"s": "Zoë"},
                "speaker": "Zoë", "optional": true}]})");
    write(file("whole/a.json"), "{}"); // no text beside it
    const auto articles = readAnnotatedArticles(file("whole"));
    QVERIFY2(articles.has_value(), articles ? "" : articles.error().message.c_str());
    QCOMPARE(articles->size(), std::size_t{1});
    const AnnotatedArticle& article = articles->front();
    QCOMPARE(article.id, std::string("b"));
    QCOMPARE(article.attributions.size(), std::size_t{2});
    const GoldAttribution &first = article.attributions[0], &second = article.attributions[1];
    QVERIFY(first.content == (std::vector<Span>{{10, 12}, {28, 30}})); // bytes, by place
    QVERIFY(first.nested && !first.optional && first.cue.empty() && first.speaker.empty());
    QCOMPARE(joined(article.text, second.source), std::string("Zoë"));
    QCOMPARE(joined(article.text, second.cue), std::string("said"));
    QCOMPARE(second.speaker, std::string("Zoë"));
    QVERIFY(second.optional);
}

void TestCorpora::wrongAnnotationsAreErrors_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("no JSON") << QByteArray("{");
    QTest::newRow("no quotes") << QByteArray("{}");
    QTest::newRow("quotes are no list") << QByteArray(R"({"quotes": 1})");
    QTest::newRow("no content") << QByteArray(R"({"quotes": [{"cue": null}]})");
    QTest::newRow("words that are not there")
        << QByteArray(R"({"quotes": [{"content": [{"s": "snow"}]}]})");
    QTest::newRow("after what is not there")
        << QByteArray(R"({"quotes": [{"content": [{"s": "it", "after": "snow"}]}]})");
    QTest::newRow("past the end") << QByteArray(R"({"quotes": [{"content": [[3, 400]]}]})");
    QTest::newRow("no span") << QByteArray(R"({"quotes": [{"content": ["it"]}]})");
}

void TestCorpora::wrongAnnotationsAreErrors() {
    QFETCH(QByteArray, json);
    write(file("wrong/a.txt"), "Zoë said it rains.");
    write(file("wrong/a.json"), json);
    const auto articles = readAnnotatedArticles(file("wrong"));
    QVERIFY(!articles.has_value());
    QCOMPARE(articles.error().code, ErrorCode::Malformed);
    QVERIFY(articles.error().message.find("a.json") != std::string::npos);
}

void TestCorpora::datesAreFoundFromAFolderWithASlash() {
    write(file("index.tsv"), "dev\ta\tpaper\t2016-03-01\ttitle\n");
    write(file("dev/a.txt"), "Zoë ran.");
    write(file("dev/a.conll"), "");
    write(file("dev/a.ann"), "");
    for (const char* folder : {"dev", "dev/"}) {
        const auto documents = readPolnear(file(folder));
        QVERIFY(documents.has_value());
        QCOMPARE(documents->front().published, std::string("2016-03-01"));
    }
}

void TestCorpora::readsTimeml() {
    write(file("timeml/a.tml"),
          "<?xml version=\"1.0\" ?><TimeML><DCT><TIMEX3>1998</TIMEX3></DCT><TEXT>\n"
          "Zoé <EVENT eid=\"e1\" class=\"REPORTING\">said</EVENT> &amp; <EVENT "
          "class=\"I_STATE\">hoped</EVENT> <TIMEX3>on <EVENT class=\"OCCURRENCE\">polling"
          "</EVENT> day</TIMEX3>.</TEXT></TimeML>");
    write(file("timeml/notes.txt"), "no XML");
    const auto documents = readTimeml(file("timeml"));
    QVERIFY2(documents, documents ? "" : documents.error().message.c_str());
    QCOMPARE(documents->size(), std::size_t{1});
    const EventDocument& document = documents->front();
    QCOMPARE(document.id, std::string("a"));
    QCOMPARE(document.text, std::string("\nZoé said & hoped on polling day."));
    std::string events;
    for (const EventAnnotation& event : document.events)
        events += std::string(slice(document.text, event.span)) + ':' +
                  std::string(name(*event.eventClass)) + ' ';
    QCOMPARE(events, std::string("said:reporting hoped:state polling:occurrence "));
}

void TestCorpora::readsMeantime() {
    QByteArray tokens;
    int number = 0;
    const auto sentence = [&](int in, const QList<QByteArray>& words) {
        for (const QByteArray& word : words)
            tokens += "<token sentence=\"" + QByteArray::number(in) + "\" t_id=\"" +
                      QByteArray::number(++number) + "\">" + word + "</token>\n";
    };
    sentence(0, {"Ann", "'s", "race"});
    sentence(1, {"She", "ran", "(", "fast", ")", "."});
    sentence(6, {"Nobody", "slept", "."});
    write(file("meantime/a.xml"),
          "<Document>" + tokens +
              "<Markables><EVENT_MENTION m_id=\"1\"><token_anchor t_id=\"5\"/></EVENT_MENTION>"
              "<EVENT_MENTION m_id=\"2\"><token_anchor t_id=\"3\"/></EVENT_MENTION>"
              "<EVENT_MENTION m_id=\"3\"><token_anchor t_id=\"11\"/></EVENT_MENTION>"
              "<EVENT_MENTION m_id=\"4\"/></Markables></Document>");
    const auto documents = readMeantime(file("meantime"));
    QVERIFY2(documents, documents ? "" : documents.error().message.c_str());
    const EventDocument& document = documents->front();
    QCOMPARE(document.text, std::string("Ann's race\n\nShe ran (fast)."));
    QCOMPARE(document.events.size(), std::size_t{2});
    QVERIFY(slice(document.text, document.events[0].span) == "race");
    QVERIFY(slice(document.text, document.events[1].span) == "ran");
    QVERIFY(!document.events[0].eventClass);
}

void TestCorpora::brokenEvents_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no XML") << "timeml/a.tml" << QByteArray("said");
    QTest::newRow("cut") << "timeml/a.tml" << QByteArray("<TimeML><TEXT>She <EVENT>said");
    QTest::newRow("no text") << "timeml/a.tml" << QByteArray("<TimeML></TimeML>");
    QTest::newRow("no sentence") << "meantime/a.xml"
                                 << QByteArray(
                                        "<Document><token t_id=\"1\">She</token></Document>");
}

void TestCorpora::brokenEvents() {
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    const fs::path path = file(name.toUtf8().constData());
    write(path, content);
    const auto documents = path.extension() == ".tml" ? readTimeml(path.parent_path())
                                                      : readMeantime(path.parent_path());
    QVERIFY(!documents);
    QCOMPARE(documents.error().code, ErrorCode::Malformed);
    QVERIFY(documents.error().message.find(path.filename().string()) != std::string::npos);
}

constexpr const char* gapHead =
    "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL\n";

void TestCorpora::readsGap() {
    write(file("gap.tsv"), QByteArray(gapHead) + "g1\tZoé met Ann; she left.\tshe\t13\tZoé\t0\t"
                                                 "FALSE\tAnn\t8\tTRUE\tnowhere\n");
    const auto passages = readGap(file("gap.tsv"));
    QVERIFY2(passages, passages ? "" : passages.error().message.c_str());
    QCOMPARE(passages->size(), std::size_t{1});
    const GapPassage& passage = passages->front();
    const std::string_view text = passage.text;
    QVERIFY(slice(text, passage.pronoun) == "she");
    QVERIFY(slice(text, passage.names[0].span) == "Zoé" && !passage.names[0].meant);
    QVERIFY(slice(text, passage.names[1].span) == "Ann" && passage.names[1].meant);
}

void TestCorpora::brokenGap_data() {
    QTest::addColumn<QString>("row");
    QTest::newRow("few columns") << "g1\tAnn left.\tshe\t0";
    QTest::newRow("no position") << "g1\tAnn left.\tshe\tx\tAnn\t0\tTRUE\tAnn\t0\tTRUE\tu";
    QTest::newRow("past the end") << "g1\tAnn left.\tshe\t90\tAnn\t0\tTRUE\tAnn\t0\tTRUE\tu";
    QTest::newRow("word past the end") << "g1\tAnn left.\tshe\t8\tAnn\t0\tTRUE\tAnn\t0\tTRUE\tu";
}

void TestCorpora::brokenGap() {
    QFETCH(QString, row);
    write(file("gap.tsv"), gapHead + row.toUtf8() + "\n");
    const auto passages = readGap(file("gap.tsv"));
    QVERIFY(!passages);
    QCOMPARE(passages.error().code, ErrorCode::Malformed);
    QVERIFY(passages.error().message.find("gap.tsv:2") != std::string::npos);
}

void TestCorpora::brokenPolnear_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("token of few columns") << "a.conll" << QByteArray("0\t3\tZoë\n");
    QTest::newRow("token past the end")
        << "a.conll" << QByteArray("0\t99\tZoë\tZoë\tNNP\tO\t_\t0\troot\t_\n");
    QTest::newRow("token with a bad head")
        << "a.conll" << QByteArray("0\t3\tZoë\tZoë\tNNP\tO\t_\tup\troot\t_\n");
    QTest::newRow("span without numbers") << "a.ann" << QByteArray("T1\tSource\tZoë\n");
    QTest::newRow("span past the end") << "a.ann" << QByteArray("T1\tSource 0 99\tZoë\n");
    QTest::newRow("half a span") << "a.ann" << QByteArray("T1\tSource 0\tZoë\n");
}

void TestCorpora::brokenPolnear() {
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    write(file("dev/a.txt"), "Zoë ran.");
    write(file("dev/a.conll"), "");
    write(file("dev/a.ann"), "");
    write(file("dev") / name.toStdString(), content);
    const auto documents = readPolnear(file("dev"));
    QVERIFY(!documents.has_value());
    QCOMPARE(documents.error().code, ErrorCode::Malformed);
    QVERIFY(documents.error().message.find(name.toStdString() + ":1:") != std::string::npos);
}

void TestCorpora::headlineIsOneOfTheSentences() {
    const std::string text = "Yesterday Ana Ruiz came to see the old harbour.";
    NameDocument document{
        "d", text, {{makeSpan(10, 18), NameClass::Person}}, {makeSpan(0, text.size())}};
    const NameDocument shouted = withHeadline(document, HeadlineStyle::Capitals, 0);
    QCOMPARE(shouted.text, "YESTERDAY ANA RUIZ CAME TO SEE THE OLD HARBOUR.\n\n" + text);
    QCOMPARE(shouted.names.size(), std::size_t{2});
    QCOMPARE(slice(shouted.text, shouted.names[0].span), std::string_view("ANA RUIZ"));
    QCOMPARE(slice(shouted.text, shouted.names[1].span), std::string_view("Ana Ruiz"));
    const NameDocument title = withHeadline(document, HeadlineStyle::Title, 0);
    QVERIFY(title.text.starts_with("Yesterday Ana Ruiz Came to see the old Harbour."));
    document.names.clear(); // no sentence with a name
    QCOMPARE(withHeadline(document, HeadlineStyle::Title, 0).text, text);
}

void TestCorpora::missingFilesAreErrors() {
    QCOMPARE(readConllu(file("none")).error().code, ErrorCode::NotFound);
    QCOMPARE(readNameColumns(file("none"), file("none")).error().code, ErrorCode::NotFound);
    QCOMPARE(readPolnear(file("none")).error().code, ErrorCode::NotFound);
}

void TestCorpora::foldersAreNotFiles() {
    write(file("texts/d.txt"), "Ana");
    QCOMPARE(readConllu(file("texts")).error().code, ErrorCode::NotFound);
    QCOMPARE(readNameColumns(file("texts"), file("texts")).error().code, ErrorCode::NotFound);
    QCOMPARE(readPolnear(file("texts/d.txt")).error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestCorpora)
#include "test_corpora.moc"

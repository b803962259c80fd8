// From small corpora to models that the stages load: each training stage runs, gives the same bytes
// again, and learns what its corpus says. The corpora are written here.
#include "core/evaluation/evaluation_stages.h"
#include "core/events/words/classifier.h"
#include "core/names/name_finder.h"
#include "core/people/people.h"
#include "core/quotes/attribution_finder.h"
#include "core/training/event_chain.h"
#include "core/training/exchange_clusters.h"
#include "core/training/training_stages.h"

#include <QtTest>

#include <QTemporaryDir>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace quoth;
namespace fs = std::filesystem;

namespace {

void write(const fs::path& path, const std::string& content) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << content;
}

std::string bytesOf(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// CoNLL-U of "word/UPOS/XPOS/lemma ..." sentences, `times` times.
std::string treebank(const char* genre, int times) {
    const std::vector<QString> sentences = {
        "The/DET/DT/the blick/NOUN/NN/blick sleeps/VERB/VBZ/sleep ././PUNCT/./.",
        "A/DET/DT/a blick/NOUN/NN/blick saw/VERB/VBD/see Mirela/PROPN/NNP/Mirela ././PUNCT/./.",
        "Mirela/PROPN/NNP/Mirela glorps/VERB/VBZ/glorp the/DET/DT/the blick/NOUN/NN/blick "
        "././PUNCT/./.",
    };
    std::string out = std::string("# newdoc id = toy\n# meta::genre = ") + genre + "\n# newpar\n";
    for (int i = 0; i < times; ++i)
        for (const QString& sentence : sentences) {
            int number = 0;
            for (QString word : sentence.split(' ')) {
                if (word.startsWith(QStringLiteral("././"))) word = QStringLiteral(". PUNCT . .");
                const QStringList f = word.split(word.contains(' ') ? ' ' : '/');
                out += std::to_string(++number) + "\t" + f[0].toStdString() + "\t" +
                       f[3].toStdString() + "\t" + f[1].toStdString() + "\t" + f[2].toStdString() +
                       "\t_\t0\troot\t_\t_\n";
            }
            out += "\n";
        }
    return out;
}

// Articles in which Zorvath is a place and Quilla a person, in columns beside their texts.
std::string nameColumns(const fs::path& texts, const char* prefix, int articles) {
    std::string columns;
    for (int a = 0; a < articles; ++a) {
        const std::string id = prefix + std::to_string(a);
        std::string text;
        columns += "# doc " + id + "\n";
        const auto word = [&](const std::string& form, const char* nine, const char* four) {
            const std::size_t begin = text.size();
            text += form;
            columns += form + "\t" + nine + "\t" + four + "\t" + std::to_string(begin) + "\t" +
                       std::to_string(text.size()) + "\n";
            text += ' ';
        };
        for (int i = 0; i < 4; ++i) {
            word("Yesterday", "B-Date", "O");
            word("Mrs", "O", "O");
            word("Quilla", "B-Person", "B-PER");
            word("lived", "O", "O");
            word("in", "O", "O");
            word("Zorvath", "B-Location", "B-LOC");
            word("again", "O", "O");
            word(".", "O", "O");
        }
        columns += "\n";
        write(texts / (id + ".txt"), text);
    }
    return columns;
}

// Articles in which Mirela says something, as PolNeAR writes them.
void writeQuotations(const fs::path& folder, const std::string& prefix, int articles) {
    for (int a = 0; a < articles; ++a) {
        std::string text, columns, annotations;
        const auto word = [&](const std::string& form, const char* tag) {
            const std::size_t begin = text.size();
            text += form;
            columns += std::to_string(begin) + "\t" + std::to_string(text.size()) + "\t" + form +
                       "\t" + form + "\t" + tag + "\tO\t_\t0\troot\t_\n";
            text += form == "." ? "\n" : " ";
        };
        int next = 0;
        const auto annotate = [&](const char* role, std::size_t begin, std::size_t end) {
            const std::string id = "T" + std::to_string(++next);
            annotations += id + "\t" + role + " " + std::to_string(begin) + " " +
                           std::to_string(end) + "\t" + text.substr(begin, end - begin) + "\n";
            return std::string(" ") + role + ":" + id;
        };
        for (int line = 0; line < 4; ++line) {
            const std::size_t source = text.size();
            word("Mirela", "NNP");
            const std::size_t cue = text.size();
            word("said", "VBD");
            const std::size_t content = text.size();
            word("that", "IN");
            word("the", "DT");
            word("blick", "NN");
            word("slept", "VBD");
            const std::size_t end = text.size() - 1;
            word(".", ".");
            columns += "\n";
            std::string event = "E" + std::to_string(line) + "\tAttribution:T0";
            event += annotate("Source", source, cue - 1);
            event += annotate("Cue", cue, content - 1);
            event += annotate("Content", content, end);
            annotations += event + "\n";
        }
        const std::string id = prefix + std::to_string(a);
        write(folder / (id + ".txt"), text);
        write(folder / (id + ".conll"), columns);
        write(folder / (id + ".ann"), annotations);
    }
}

// Articles annotated whole in which Mirela says that the blick slept.
void writeArticles(const fs::path& folder) {
    for (int a = 0; a < 5; ++a) {
        const std::string id = "toy" + std::to_string(a);
        write(folder / (id + ".txt"), "Mirela said that the blick slept.\n");
        write(folder / (id + ".json"),
              R"({"quotes": [{"content": [{"s": "that the blick slept"}], "cue": {"s": "said"},)"
              R"( "source": {"s": "Mirela"}, "speaker": "Mirela"}]})");
    }
}

// Articles in which the blick sleeps, as TimeML and CAT write them.
void writeEvents(const fs::path& corpora) {
    std::string text;
    for (int line = 0; line < 6; ++line)
        text += "The blick <EVENT class=\"OCCURRENCE\">slept</EVENT>.\n\n";
    for (int a = 0; a < 5; ++a)
        write(corpora / "timeml/AQUAINT" / ("toy" + std::to_string(a) + ".tml"),
              "<?xml version=\"1.0\" ?>\n<TimeML><TEXT>\n" + text + "</TEXT></TimeML>\n");
    std::string tokens;
    int number = 0;
    for (const char* word : {"The", "blick", "slept", "."})
        tokens += "<token number=\"0\" sentence=\"0\" t_id=\"" + std::to_string(++number) + "\">" +
                  word + "</token>\n";
    write(corpora / "meantime/corpus_apple/toy.xml",
          "<Document>\n" + tokens +
              "<Markables><EVENT_MENTION m_id=\"1\"><token_anchor t_id=\"3\"/></EVENT_MENTION>"
              "</Markables></Document>\n");
}

} // namespace

class TestTraining : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void stagesAreKnownByName();
    void clustersJoinWordsOfOnePlace();
    void trainsEveryStage();
    void missingCorporaAreErrors_data();
    void missingCorporaAreErrors();

private:
    fs::path corpora() const { return fs::path(m_folder.path().toStdString()) / "corpora"; }
    fs::path resources() const { return fs::path(m_folder.path().toStdString()) / "resources"; }
    training::TrainingRequest request(const fs::path& out) const {
        training::TrainingRequest request;
        request.corpora = corpora();
        request.articles = corpora() / "articles";
        request.resources = resources();
        request.out = out;
        request.log = [](const std::string&) {};
        return request;
    }
    QTemporaryDir m_folder;
};

void TestTraining::initTestCase() {
    QVERIFY(m_folder.isValid());
    fs::create_directories(resources() / "models");
    fs::copy(fs::path(QUOTH_SOURCE_DIR) / "resources" / "lexicons", resources() / "lexicons");
    write(corpora() / "ud_ewt/en_ewt-ud-train.rebuilt.conllu", treebank("web", 12));
    write(corpora() / "ud_ewt/en_ewt-ud-dev.conllu", treebank("web", 2));
    write(corpora() / "gum/train/toy.conllu", treebank("news", 2));
    write(corpora() / "gum/dev/toy.conllu", treebank("news", 1));
    writeQuotations(corpora() / "polnear/train", "toy_", 10);
    writeQuotations(corpora() / "polnear/dev", "dev_", 1);
    writeArticles(corpora() / "articles");
    const std::string passage = "Mrs Quilla lived in Zorvath. She slept again.";
    write(corpora() / "gap/gap-validation.tsv",
          "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL\n"
          "toy-1\t" +
              passage + "\tShe\t29\tQuilla\t4\tTRUE\tZorvath\t20\tFALSE\tnowhere\n");
    writeEvents(corpora());
    const fs::path names = corpora() / "ner_worldwide";
    write(names / "train.tsv", nameColumns(names / "train", "toy_", 10));
    write(names / "dev.tsv", nameColumns(names / "dev", "dev_", 1));
    write(names / "regions.txt", "# prefixes\n\nHere:\ntoy_\n");
}

void TestTraining::stagesAreKnownByName() {
    for (const training::TrainingStage& stage : training::trainingStages())
        QCOMPARE(training::findTrainingStage(stage.name), &stage);
    QVERIFY(!training::findTrainingStage("tag"));
    for (const evaluation::EvaluationStage& stage : evaluation::evaluationStages())
        QCOMPARE(evaluation::findEvaluationStage(stage.name), &stage);
    QVERIFY(!evaluation::findEvaluationStage(""));
}

void TestTraining::clustersJoinWordsOfOnePlace() {
    // Words 0, 2, 4 stand before words 1, 3, 5.
    std::vector<training::Bigram> bigrams;
    for (const std::uint32_t left : {0u, 2u, 4u})
        for (const std::uint32_t right : {1u, 3u, 5u}) {
            bigrams.push_back({left, right, 10});
            bigrams.push_back({right, left, 1});
        }
    const auto classes = training::clusterWords(6, bigrams, 2, 20, {});
    QCOMPARE(classes[2], classes[0]);
    QCOMPARE(classes[4], classes[0]);
    QCOMPARE(classes[3], classes[1]);
    QCOMPARE(classes[5], classes[1]);
    QVERIFY(classes[0] != classes[1]);
}

void TestTraining::trainsEveryStage() {
    for (const training::TrainingStage& stage : training::trainingStages()) {
        const bool lexicon = stage.name == "lemmas";
        const fs::path out = lexicon
                                 ? resources() / "lexicons" / "lemma_forms.tsv"
                                 : resources() / "models" / (std::string(stage.name) + ".model");
        const Outcome made = stage.train(request(out));
        QVERIFY2(made.has_value(), made ? "" : made.error().message.c_str());
        const std::string first = bytesOf(out);
        QVERIFY(!first.empty());
        QVERIFY(stage.train(request(out)).has_value());
        QVERIFY(bytesOf(out) == first);
    }
    const auto tagger = Tagger::load(resources());
    QVERIFY2(tagger.has_value(), tagger ? "" : tagger.error().message.c_str());
    QCOMPARE(tagger->answer("The blick saw Mirela."),
             std::string("DET.DT NOUN.NN VERB.VBD PROPN.NNP PUNCT.-"));
    const auto finder = NameFinder::load(resources(), *tagger);
    QVERIFY2(finder.has_value(), finder ? "" : finder.error().message.c_str());
    QCOMPARE(finder->answer(*tagger, "Yesterday Mrs Quilla lived in Zorvath again."),
             std::string("Quilla:person; Zorvath:place"));
    const auto parser = DependencyParser::load(resources(), *tagger);
    QVERIFY2(parser.has_value(), parser ? "" : parser.error().message.c_str());
    const EarlierStages earlier{*tagger, *parser, *finder};
    const auto attributions = AttributionFinder::load(resources(), earlier);
    QVERIFY2(attributions.has_value(), attributions ? "" : attributions.error().message.c_str());
    QCOMPARE(attributions->answer(earlier, "Mirela said that the blick slept."),
             std::string("content: that the blick slept; cue: said; source: Mirela"));
    const auto people = PeopleResolver::load(resources(), earlier);
    QVERIFY2(people.has_value(), people ? "" : people.error().message.c_str());

    const auto lexicon = EventLexicon::load(resources());
    QVERIFY(lexicon.has_value());
    const auto events =
        EventClassifier::load(resources() / "models" / "events.model", *lexicon, *tagger);
    QVERIFY2(events.has_value(), events ? "" : events.error().message.c_str());
    QCOMPARE(events->answer(*lexicon, *tagger, "The blick slept."),
             std::string("slept:occurrence"));

    std::string printed;
    evaluation::EvaluationRequest ask;
    ask.corpora = corpora();
    ask.resources = resources();
    ask.labelUnseenEvents = training::unseenEventLabeller(training::eventTrainerOptions());
    ask.print = [&](const std::string& line) { printed += line + "\n"; };
    for (const evaluation::EvaluationStage& stage : evaluation::evaluationStages()) {
        const Outcome measured = stage.evaluate(ask);
        QVERIFY2(measured.has_value(), measured ? "" : measured.error().message.c_str());
    }
    QVERIFY2(printed.find("EWT dev: universal tags 100.00") != std::string::npos, printed.c_str());
    QVERIFY2(printed.find("names all                          P 100.0  R 100.0") !=
                 std::string::npos,
             printed.c_str());
    QVERIFY2(printed.find("AQUAINT, five folds                P 100.0  R 100.0") !=
                 std::string::npos,
             printed.c_str());
    QVERIFY2(printed.find("MEANTIME, by AQUAINT               P 100.0  R 100.0") !=
                 std::string::npos,
             printed.c_str());
    QVERIFY2(printed.find("attributions                       P 100.0  R 100.0") !=
                 std::string::npos,
             printed.c_str());
}

void TestTraining::missingCorporaAreErrors_data() {
    QTest::addColumn<QString>("stage");
    for (const training::TrainingStage& stage : training::trainingStages())
        QTest::newRow(std::string(stage.name).c_str())
            << QString::fromUtf8(stage.name.data(), static_cast<qsizetype>(stage.name.size()));
}

void TestTraining::missingCorporaAreErrors() {
    QFETCH(QString, stage);
    training::TrainingRequest lost = request(corpora() / "x.model");
    lost.corpora = corpora() / "nowhere";
    lost.resources = fs::path(QUOTH_SOURCE_DIR) / "resources";
    const Outcome made = training::findTrainingStage(stage.toStdString())->train(lost);
    QVERIFY(!made.has_value());
    QCOMPARE(made.error().code, ErrorCode::NotFound);
    QVERIFY(!fs::exists(lost.out));
}

QTEST_GUILESS_MAIN(TestTraining)
#include "test_training.moc"

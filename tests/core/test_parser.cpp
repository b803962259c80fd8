// The parser's transitions, its arithmetic and its training, on small inputs; then the trees that
// the shipped model gives.
#include "core/corpora/joined_words.h"
#include "core/learning/dense.h"
#include "core/learning/integer_products.h"
#include "core/support/resources.h"
#include "core/syntax/dependency_parser.h"
#include "core/syntax/encoded_trees.h"
#include "core/text/plain_analysis.h"
#include "core/training/parser_trainer.h"
#include "tests/support/damaged_resource.h"
#include "tests/support/tree_text.h"

#include <QtTest>

#include <random>

using namespace quoth;
using namespace quoth::training;

namespace {

const std::filesystem::path resources = std::filesystem::path(QUOTH_SOURCE_DIR) / "resources";

using Heads = std::vector<ArcHybrid::Position>; // from index 1 on; one more after the last

Heads headsOf(const QString& words) { // "2 0 2": the root's head is 0
    Heads out = {0};
    const QStringList numbers = words.split(' ', Qt::SkipEmptyParts);
    for (const QString& number : numbers)
        out.push_back(number == "0" ? static_cast<std::uint32_t>(numbers.size()) + 1
                                    : number.toUInt());
    out.push_back(0);
    return out;
}

QString headsFound(const ArcHybrid& state) {
    QStringList out;
    for (std::uint32_t p = 1; p <= state.size(); ++p) {
        const std::uint32_t head = state.word(p).head;
        out << QString::number(head == state.rootHead() ? 0 : head);
    }
    return out.join(' ');
}

// One root, and every word hangs on it in the end.
bool isTree(const ArcHybrid& state) {
    int roots = 0;
    for (std::uint32_t p = 1; p <= state.size(); ++p) {
        roots += state.word(p).head == state.rootHead() ? 1 : 0;
        std::uint32_t at = p, steps = 0;
        while (at != state.rootHead() && ++steps <= state.size())
            at = state.word(at).head;
        if (at != state.rootHead()) return false;
    }
    return roots == (state.size() == 0 ? 0 : 1);
}

// One word is its own head, every other one hangs on it in the end, and no arcs cross.
bool isProjectiveTree(const std::vector<std::uint32_t>& heads) {
    int roots = 0;
    for (std::uint32_t d = 0; d < heads.size(); ++d) {
        roots += heads[d] == d ? 1 : 0;
        std::uint32_t at = d, steps = 0;
        while (heads[at] != at && ++steps <= heads.size())
            at = heads[at];
        if (heads[at] != at) return false;
        const auto [from, to] = std::minmax(d, heads[d]);
        for (std::uint32_t within = from + 1; within < to; ++within)
            if (heads[within] < from || heads[within] > to || heads[within] == within) return false;
    }
    return roots == 1;
}

// "The cat sat" over and over with other words: features are word numbers.
std::vector<ParserExample> toyExamples() {
    std::vector<ParserExample> out;
    std::mt19937 engine(7);
    const auto random = [&] { return static_cast<std::uint32_t>(engine()); };
    for (int i = 0; i < 60; ++i) {
        ParserExample example; // determiner 0-1, noun 2-5, verb 6-8; sometimes a second noun phrase
        const bool object = random() % 2 == 0;
        const auto add = [&](std::uint32_t feature, std::uint32_t head, Relation relation) {
            example.rows.push_back(feature);
            example.ends.push_back(static_cast<std::uint32_t>(example.rows.size()));
            example.heads.push_back(head);
            example.relations.push_back(relation);
        };
        example.heads.push_back(0);
        example.relations.push_back(Relation::Root);
        const std::uint32_t size = object ? 5 : 3;
        add(random() % 2, 2, Relation::Det);
        add(2 + random() % 4, 3, Relation::Nsubj);
        add(6 + random() % 3, size + 1, Relation::Root);
        if (object) {
            add(random() % 2, 5, Relation::Det);
            add(2 + random() % 4, 3, Relation::Obj);
        }
        example.heads.push_back(0);
        example.relations.push_back(Relation::Root);
        out.push_back(example);
    }
    return out;
}

} // namespace

class TestParser : public QObject {
    Q_OBJECT
private slots:
    void transitionsCanBuildEveryProjectiveTree_data();
    void transitionsCanBuildEveryProjectiveTree();
    void costsCountLostArcs();
    void anyChoicesGiveATree();
    void bestProjectiveTree();
    void encoderCorrectsTrees();
    void crossingArcsAreLifted_data();
    void crossingArcsAreLifted();
    void productsAddInOneOrder();
    void integersRoundAndEnd();
    void integerProductsAreWhole();
    void integersReadSentencesAlike();
    void learnsFromTeachers();
    void learnsASmallLanguage();
    void joinsWordsAtHyphens();
    void shippedModelReadsSentences_data();
    void shippedModelReadsSentences();
    void longTextsAreReadInPieces();
    void damagedModelsAreErrors_data();
    void damagedModelsAreErrors();
};

void TestParser::transitionsCanBuildEveryProjectiveTree_data() {
    QTest::addColumn<QString>("heads");
    for (const char* heads : {"0", "0 1", "2 0", "2 3 0 5 3 3", "0 3 1 5 3", "4 4 4 0", "0 1 2 3",
                              "2 0 2 3 6 4", "7 1 2 1 6 4 0"})
        QTest::newRow(heads) << heads;
}

// Following transitions that cost nothing, whichever of them, ends in the gold tree.
void TestParser::transitionsCanBuildEveryProjectiveTree() {
    QFETCH(QString, heads);
    const Heads gold = headsOf(heads);
    std::mt19937 random(1);
    for (int round = 0; round < 20; ++round) {
        ArcHybrid state;
        state.start(static_cast<std::uint32_t>(gold.size()) - 2);
        while (!state.isDone()) {
            const auto costs = state.costs(gold);
            std::vector<Transition> free;
            for (std::size_t t = 0; t < transitionCount; ++t)
                if (costs[t] == 0) free.push_back(static_cast<Transition>(t));
            QVERIFY(!free.empty());
            state.apply(free[random() % free.size()]);
        }
        QCOMPARE(headsFound(state), heads);
    }
}

void TestParser::costsCountLostArcs() {
    const Heads gold = headsOf("2 0 2 3");
    ArcHybrid state;
    state.start(4);
    QCOMPARE(state.costs(gold)[0], 0U);
    QCOMPARE(state.costs(gold)[1], ArcHybrid::forbidden);
    state.apply(Transition::Shift);
    QCOMPARE(state.costs(gold)[0], 1U); // the first word could no longer hang on the second
    QCOMPARE(state.costs(gold)[1], 0U);
    state.apply(Transition::Left, Relation::Nsubj);
    QCOMPARE(state.word(1).head, 2U);
    QCOMPARE(state.word(1).relation, Relation::Nsubj);
    QCOMPARE(state.word(2).firstLeft, 1U);
    state.apply(Transition::Shift);
    state.apply(Transition::Shift);
    QCOMPARE(state.costs(gold)[2], 1U); // its dependent still waits in the queue
}

void TestParser::anyChoicesGiveATree() {
    std::mt19937 random(3);
    for (std::uint32_t size : {0U, 1U, 2U, 3U, 10U, 3000U})
        for (int round = 0; round < 20; ++round) {
            ArcHybrid state;
            state.start(size);
            while (!state.isDone()) {
                const auto transition = static_cast<Transition>(random() % transitionCount);
                if (state.allows(transition)) state.apply(transition);
            }
            QVERIFY(isTree(state));
        }
}

// Against all trees there are.
void TestParser::bestProjectiveTree() {
    std::mt19937 random(5);
    std::uniform_int_distribution<int> any(-9, 9);
    ProjectiveTree best;
    for (std::uint32_t words = 1; words <= 5; ++words)
        for (int round = 0; round < 30; ++round) {
            std::vector<float> scores;
            for (std::uint32_t i = 0; i < words * words; ++i)
                scores.push_back(static_cast<float>(any(random)));
            const auto score = [&](std::span<const std::uint32_t> heads) {
                float sum = 0;
                for (std::uint32_t d = 0; d < words; ++d)
                    sum += scores[d * words + heads[d]];
                return sum;
            };
            float most = -1000;
            std::vector<std::uint32_t> heads(words);
            const auto visit = [&](const auto& self, std::uint32_t d) -> void {
                if (d == words) {
                    if (isProjectiveTree(heads)) most = std::max(most, score(heads));
                    return;
                }
                for (heads[d] = 0; heads[d] < words; ++heads[d])
                    self(self, d + 1);
            };
            visit(visit, 0);
            const auto found = best.find(words, scores);
            QVERIFY(isProjectiveTree({found.begin(), found.end()}));
            QCOMPARE(score(found), most);
        }
}

void TestParser::encoderCorrectsTrees() {
    TokenizedText text = analyzePlainArticle("Fares rose again.");
    const IndexRange all = {0, 4};
    const Dependencies wrong = {
        {2, Relation::Obj}, {2, Relation::Obj}, {2, Relation::Root}, {2, Relation::Punct}};
    EncodedTrees trees;
    Dependencies tree = wrong;
    trees.correct(text, all, tree);
    QCOMPARE(tree, wrong); // nothing is said
    const std::uint32_t heads[] = {1, 1, 1, 1};
    const Relation relations[] = {Relation::Nsubj, Relation::Root, Relation::Advmod,
                                  Relation::Punct};
    const auto arcs = text.encoded.add(encoder_task::arcs, 4, 2 * arcWidth);
    const auto labels = text.encoded.add(encoder_task::relations, 4, relationCount);
    for (std::size_t i = 0; i < 4; ++i) {
        arcs[i * 2 * arcWidth + heads[i]] = 9;
        arcs[i * 2 * arcWidth + arcWidth + i] = 1;
        labels[i * relationCount + static_cast<std::size_t>(relations[i])] = 9;
    }
    trees.correct(text, all, tree);
    for (std::size_t i = 0; i < 4; ++i)
        QCOMPARE(tree[i], (Dependency{heads[i], relations[i]}));
}

void TestParser::crossingArcsAreLifted_data() {
    QTest::addColumn<QString>("heads");
    QTest::addColumn<QString>("expected");
    QTest::newRow("projective") << "2 0 2 3"
                                << "2 0 2 3";
    QTest::newRow("one crossing") << "2 0 1 2"
                                  << "2 0 2 2";
    QTest::newRow("lifted twice") << "4 1 2 0 2"
                                  << "4 1 2 0 4";
}

void TestParser::crossingArcsAreLifted() {
    QFETCH(QString, heads);
    QFETCH(QString, expected);
    Heads found = headsOf(heads);
    makeProjective(found);
    QCOMPARE(found, headsOf(expected));
}

void TestParser::productsAddInOneOrder() {
    std::mt19937 random(5);
    const auto number = [&] { return static_cast<float>(random() % 2001) / 1000.0f - 1.0f; };
    for (const std::size_t rows : {1U, 3U, 4U, 9U}) {
        constexpr std::size_t inputs = 7, outputs = 48, stride = 10;
        std::vector<float> x(rows * stride), weights(inputs * outputs), found(rows * outputs);
        for (std::vector<float>* values : {&x, &weights, &found})
            for (float& value : *values)
                value = number();
        std::vector<float> expected = found;
        for (std::size_t r = 0; r < rows; ++r)
            for (std::size_t i = 0; i < inputs; ++i)
                for (std::size_t o = 0; o < outputs; ++o) {
                    const volatile float product = x[r * stride + i] * weights[i * outputs + o];
                    expected[r * outputs + o] += product;
                }
        addProducts({x.data(), rows, stride}, inputs, weights.data(), outputs, found.data(),
                    outputs);
        QCOMPARE(found, expected); // to the bit
    }
}

void TestParser::integersRoundAndEnd() {
    const std::vector<float> values{0,   0.25F, 1.0F / 512 + 0.0001F, -1.0F / 512 - 0.0001F,
                                    100, -100};
    std::vector<std::int16_t> found(values.size());
    toIntegers(values, found.data());
    QCOMPARE(found, (std::vector<std::int16_t>{0, 64, 1, -1, 2047, -2047}));
}

// Of whole numbers nothing is lost: the sums are those of arithmetic, in any order.
void TestParser::integerProductsAreWhole() {
    std::mt19937 random(7);
    for (const std::size_t rows : {1U, 4U, 6U}) {
        constexpr std::size_t inputs = 64, outputs = 32;
        std::vector<float> weights(inputs * outputs), out(rows * outputs, 1);
        std::vector<std::int16_t> x(rows * inputs);
        for (float& weight : weights)
            weight = static_cast<float>(static_cast<int>(random() % 2001) - 1000) / 128;
        for (std::int16_t& value : x)
            value = static_cast<std::int16_t>(static_cast<int>(random() % 4095) - 2047);
        const IntegerMatrix matrix(weights.data(), inputs, outputs);
        matrix.addProducts(x.data(), rows, inputs, out.data(), outputs);
        for (std::size_t r = 0; r < rows; ++r)
            for (std::size_t o = 0; o < outputs; ++o) {
                double sum = 1;
                for (std::size_t i = 0; i < inputs; ++i)
                    sum += static_cast<double>(x[r * inputs + i]) / 256 *
                           static_cast<double>(weights[i * outputs + o]);
                QVERIFY(std::abs(sum - static_cast<double>(out[r * outputs + o])) < 0.01);
            }
    }
}

void TestParser::integersReadSentencesAlike() {
    const std::vector<ParserExample> examples = toyExamples();
    ParserTrainerOptions options;
    options.epochs = 3;
    const std::vector<std::uint32_t> counts(9, 20);
    const TrainedParser made =
        trainParser(examples, {}, counts, nullptr, options, [](const ParserEpoch&) {});
    const ParserNetwork network = made.network();
    const IntegerNetwork integers(network);
    EncodedSentence exact, rounded;
    for (const ParserExample& example : examples) {
        for (EncodedSentence* sentence : {&exact, &rounded})
            embedWords(network, example.rows, example.ends, *sentence);
        encodeWords(network, exact);
        encodeWords(network, integers, rounded);
        QCOMPARE(rounded.actionWords.size(), exact.actionWords.size());
        for (std::size_t i = 0; i < exact.actionWords.size(); ++i)
            QVERIFY(std::abs(exact.actionWords[i] - rounded.actionWords[i]) < 0.2F);
    }
}

// What two that know the language think of it is enough to learn it: no tree is needed.
void TestParser::learnsFromTeachers() {
    const std::vector<ParserExample> examples = toyExamples();
    const std::vector<std::uint32_t> counts(9, 20);
    ParserTrainerOptions options;
    options.epochs = 6;
    AttachmentScores last;
    const auto report = [&](const ParserEpoch& epoch) { last = epoch.dev; };
    std::vector<TrainedParser> parsers;
    ParserTeachers teachers;
    for (options.seed = 1; options.seed <= 2; ++options.seed)
        parsers.push_back(trainParser(examples, {}, counts, nullptr, options, report));
    for (const TrainedParser& parser : parsers)
        teachers.networks.push_back(parser.network());
    for (std::uint32_t row = 0; row < counts.size(); ++row)
        teachers.rows.push_back(row);
    std::vector<ParserExample> bare = examples;
    for (ParserExample& example : bare) {
        example.heads.clear();
        example.relations.clear();
    }
    trainParser(bare, examples, counts, &teachers, options, report);
    QCOMPARE(last.labelled, 100.0);
}

void TestParser::learnsASmallLanguage() {
    const std::vector<ParserExample> examples = toyExamples();
    const std::vector<std::uint32_t> counts(9, 20);
    ParserTrainerOptions options;
    options.epochs = 6;
    AttachmentScores last;
    int epochs = 0;
    const auto train = [&](unsigned threads) {
        options.threads = threads;
        return trainParser(examples, examples, counts, nullptr, options,
                           [&](const ParserEpoch& epoch) {
                               last = epoch.dev;
                               ++epochs;
                           });
    };
    const TrainedParser one = train(1);
    QCOMPARE(epochs, 6);
    QCOMPARE(last.labelled, 100.0);
    QCOMPARE(last.unlabelled, 100.0);
    QVERIFY(one.parts == train(2).parts); // whatever the number of threads
}

void TestParser::joinsWordsAtHyphens() {
    TreeText made;
    readTreeText("a/DET.DT/det/5 15/NUM.CD/nummod/4 -/PUNCT.-/punct/2 year/NOUN.NN/compound/5 "
                 "term/NOUN.NN/root/0 | no/DET.DT/det/2 hyphen/NOUN.NN/root/0",
                 made);
    corpora::TaggedText text;
    text.gold.source = std::make_unique<const std::string>("a 15-year term no hyphen");
    text.gold.text = made.text;
    text.gold.text.text = *text.gold.source;
    const std::uint32_t begins[] = {0, 2, 4, 5, 10, 15, 18};
    for (std::size_t i = 0; i < 7; ++i) {
        Token& token = text.gold.text.tokens[i];
        token.span = makeSpan(begins[i], begins[i] + token.span.size());
    }
    text.gold.text.tokens[1].kind = TokenKind::Number;
    text.trees = made.trees;
    text.tags.resize(7);
    const corpora::TaggedText joined = corpora::withJoinedWords(text);
    QCOMPARE(joined.gold.text.sentences.size(), std::size_t{1});
    std::string found;
    for (std::uint32_t i = 0; i < joined.gold.text.tokens.size(); ++i)
        found += joined.gold.text.tokens[i].lower + ":" +
                 std::string(name(joined.trees[i].relation)) + ":" +
                 std::to_string(joined.trees[i].head) + " ";
    QCOMPARE(found, std::string("a:det:2 15-year:compound:2 term:root:2 "));
}

namespace {

struct Models {
    Tagger tagger;
    DependencyParser parser;
};

const Models& models() {
    static const Models loaded = [] {
        auto tagger = Tagger::load(resources);
        if (!tagger) qFatal("%s", tagger.error().message.c_str());
        auto parser = DependencyParser::load(resources, *tagger);
        if (!parser) qFatal("%s", parser.error().message.c_str());
        return Models{std::move(*tagger), std::move(*parser)};
    }();
    return loaded;
}

// "relation(head, word)" of every word but marks.
QString treeOf(const std::string& source) {
    const TokenizedText text = models().tagger.tag(analyzePlainText(source));
    const Dependencies trees = models().parser.parse(text);
    QStringList out;
    for (std::uint32_t i = 0; i < trees.size(); ++i) {
        if (text.tokens[i].pos == Pos::Punct) continue;
        const std::string head =
            trees[i].head == i ? std::string() : std::string(text.word(trees[i].head)) + ", ";
        out << QString::fromStdString(std::string(name(trees[i].relation)) + "(" + head +
                                      std::string(text.word(i)) + ")");
    }
    return out.join(' ');
}

} // namespace

void TestParser::shippedModelReadsSentences_data() {
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("expected");
    QTest::newRow("reported speech")
        << "The minister told parliament that the plan would fail."
        << "det(minister, The) nsubj(told, minister) root(told) iobj(told, parliament) "
           "mark(fail, that) det(plan, the) nsubj(fail, plan) aux(fail, would) ccomp(told, fail)";
    QTest::newRow("passive")
        << "He was arrested by police on Monday."
        << "nsubj:pass(arrested, He) aux:pass(arrested, was) root(arrested) case(police, by) "
           "obl:agent(arrested, police) case(Monday, on) obl(arrested, Monday)";
    QTest::newRow("headline") << "Fire destroys old mill"
                              << "nsubj(destroys, Fire) root(destroys) amod(mill, old) "
                                 "obj(destroys, mill)";
}

void TestParser::shippedModelReadsSentences() {
    QFETCH(QString, sentence);
    QFETCH(QString, expected);
    QCOMPARE(treeOf(sentence.toStdString()), expected);
}

void TestParser::longTextsAreReadInPieces() {
    std::string source;
    for (int i = 0; i < 3000; ++i)
        source += "and the boats of the old harbour ";
    const TokenizedText text = models().tagger.tag(analyzePlainText(source));
    const Dependencies trees = models().parser.parse(text);
    QCOMPARE(trees.size(), text.tokens.size());
    for (const Sentence& sentence : text.sentences) {
        int roots = 0;
        for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
            QVERIFY(sentence.tokens.contains(trees[i].head));
            roots += trees[i].head == i ? 1 : 0;
            QCOMPARE(trees[i].head == i, trees[i].relation == Relation::Root);
        }
        QCOMPARE(roots, 1);
    }
    QVERIFY(models().parser.parse(analyzePlainText("")).empty());
}

void TestParser::damagedModelsAreErrors_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no model") << QByteArray();
    QTest::newRow("text") << QByteArray("no model at all");
    QByteArray damaged = test::DamagedResource::whole("models/syntax.model");
    QTest::newRow("half a model") << damaged.left(damaged.size() / 2);
    damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 1);
    QTest::newRow("one bit of a model") << damaged;
    QTest::newRow("another stage's") << test::DamagedResource::whole("models/tags.model");
}

void TestParser::damagedModelsAreErrors() {
    QFETCH(QByteArray, content);
    const test::DamagedResource damaged("models/syntax.model", content);
    const auto parser = DependencyParser::load(damaged.resources(), models().tagger);
    QVERIFY(!parser);
    QVERIFY(parser.error().message.find("syntax.model") != std::string::npos);
}

QTEST_APPLESS_MAIN(TestParser)
#include "test_parser.moc"

// A tiny model is trained, written, read and asked; training is the same to the bit whatever the
// threads, and counts colliding features; what does not fit together is refused.
#include "core/learning/sequence_model.h"
#include "core/training/model_writer.h"
#include "core/training/sequence_trainer.h"

#include <QtTest>

#include <QTemporaryDir>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <unordered_map>

using namespace quoth;
using namespace quoth::training;

namespace {

enum class ToyFeature : std::uint16_t { Word = 1, Bias };

// Words of a toy language: a noun follows "the", a verb follows a noun; "run" may be either.
LabelledSequence sentence(const QStringList& words, const QStringList& tags) {
    LabelledSequence out;
    for (qsizetype i = 0; i < words.size(); ++i) {
        out.rows.add(ToyFeature::Word, hashText(words[i].toStdString()));
        out.rows.add(ToyFeature::Bias, 0);
        out.rows.endRow();
        out.labels.push_back(static_cast<Label>(QStringLiteral("DNV").indexOf(tags[i])));
    }
    return out;
}

std::vector<LabelledSequence> corpus() {
    std::vector<LabelledSequence> out;
    for (int i = 0; i < 6; ++i) {
        out.push_back(sentence({"the", "dog", "barks"}, {"D", "N", "V"}));
        out.push_back(sentence({"the", "run", "ends"}, {"D", "N", "V"}));
        out.push_back(sentence({"the", "dog", "run"}, {"D", "N", "V"}));
        out.push_back(sentence({"the", "cat", "ends"}, {"D", "N", "V"}));
    }
    return out;
}

const std::vector<std::string> labels = {"D", "N", "V"};

TrainerOptions quick() {
    TrainerOptions options;
    options.epochs = 8;
    options.batch = 4;
    return options;
}

std::string bytesOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<Label> answer(const SequenceModel& model, const FeatureRows& rows) {
    std::vector<float> emissions;
    model.score(rows, emissions);
    BestPath path(model.chain());
    const auto found = path.find(emissions);
    return {found.begin(), found.end()};
}

} // namespace

class TestSequenceModel : public QObject {
    Q_OBJECT
private slots:
    void init();
    void learnsFromNeighbours();
    void countsAnotherSource();
    void isTheSameWithAnyThreads();
    void rareFeaturesAreLeftOut();
    void countsCollisions();
    void stopsWithoutProgress();
    void averagesTheLastEpochs();
    void jackknifeJudgesByTheOthers();
    void partsMustFit_data();
    void partsMustFit();

private:
    std::filesystem::path file(const char* name) const {
        return std::filesystem::path(m_folder->path().toStdString()) / name;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSequenceModel::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestSequenceModel::learnsFromNeighbours() {
    const auto data = corpus();
    const TrainedChain trained = trainChain(data, {}, labels, quick());
    ModelFileWriter writer("toy", 3);
    const WrittenSize size = addChain(writer, "a.", trained, 0.001f);
    QVERIFY(size.features > 0 && size.weights > 0);
    QVERIFY(writer.write(file("toy.model")).has_value());

    const auto opened = ModelFile::open(file("toy.model"), "toy", 3);
    QVERIFY(opened.has_value());
    const auto model = SequenceModel::read(*opened, "a.");
    QVERIFY(model.has_value());
    QCOMPARE(model->labels(), labels);
    const std::vector<Label> dnv = {0, 1, 2};
    for (const auto& words :
         {QStringList{"the", "dog", "run"}, QStringList{"the", "run", "barks"}}) {
        const FeatureRows rows = sentence(words, {"D", "N", "V"}).rows;
        QCOMPARE(trained.decode(rows), dnv);
        QCOMPARE(answer(*model, rows), dnv);
    }
    // Words that it never saw still have their neighbours.
    QCOMPARE(answer(*model, sentence({"the", "emu", "barks"}, {"D", "N", "V"}).rows), dnv);
    QVERIFY(!SequenceModel::read(*opened, "b.").has_value());
}

void TestSequenceModel::countsAnotherSource() {
    ModelFileWriter writer("toy", 3);
    addChain(writer, "", trainChain(corpus(), {}, labels, quick()), 0.001f);
    QVERIFY(writer.write(file("toy.model")).has_value());
    const auto opened = ModelFile::open(file("toy.model"), "toy", 3);
    const auto model = SequenceModel::read(*opened);
    QVERIFY(model.has_value());
    const FeatureRows rows = sentence({"the", "dog", "barks"}, {"D", "N", "V"}).rows;
    std::vector<float> beside(9), without, with;
    for (std::size_t i = 0; i < beside.size(); ++i)
        beside[i] = static_cast<float>(i);
    model->score(rows, without);
    model->score(rows, with, beside);
    for (std::size_t i = 0; i < with.size(); ++i)
        QCOMPARE(with[i], without[i] + beside[i]);
    model->score(rows, with, std::span(beside).first(1)); // fits no more
    QCOMPARE(with, without);
}

void TestSequenceModel::isTheSameWithAnyThreads() {
    const auto data = corpus();
    const auto train = [&](unsigned threads, std::uint64_t seed) {
        TrainerOptions options = quick();
        options.threads = threads;
        options.seed = seed;
        options.dropout = 0.3f;
        options.l2 = 0.1f;
        ModelFileWriter writer("toy", 1);
        addChain(writer, "", trainChain(data, {}, labels, options), 0.001f);
        return writer.write(file("m.model")) ? bytesOf(file("m.model")) : std::string();
    };
    const std::string one = train(1, 5);
    QVERIFY(!one.empty());
    QVERIFY(train(1, 5) == one);
    QVERIFY(train(2, 5) == one);
    QVERIFY(train(3, 5) == one);
    QVERIFY(train(1, 6) != one);
}

void TestSequenceModel::rareFeaturesAreLeftOut() {
    auto data = corpus();
    data.push_back(sentence({"the", "gnu", "ends"}, {"D", "N", "V"}));
    TrainerOptions options = quick();
    const Feature rare = makeFeature(static_cast<std::uint32_t>(ToyFeature::Word), hashText("gnu"));
    const auto has = [&](std::uint32_t least) {
        options.minCount = least;
        const TrainedChain trained = trainChain(data, {}, labels, options);
        return std::count(trained.features.begin(), trained.features.end(), rare) == 1;
    };
    QVERIFY(has(1));
    QVERIFY(!has(2));
}

void TestSequenceModel::countsCollisions() {
    // The first value of Bias whose feature is also one of Word.
    std::unordered_map<Feature, std::uint32_t> words;
    for (std::uint32_t value = 0; value < 200'000; ++value)
        words.emplace(makeFeature(static_cast<std::uint32_t>(ToyFeature::Word), value), value);
    const auto wordLike = [&](std::uint32_t value) {
        return words.find(makeFeature(static_cast<std::uint32_t>(ToyFeature::Bias), value));
    };
    std::uint32_t bias = 0;
    while (bias < 200'000 && wordLike(bias) == words.end())
        ++bias;
    QVERIFY(bias < 200'000);
    const std::uint32_t word = wordLike(bias)->second;

    auto data = corpus();
    TrainerOptions options = quick();
    options.epochs = 1;
    QCOMPARE(trainChain(data, {}, labels, options).collisions, std::size_t{0});
    LabelledSequence colliding;
    for (const ToyFeature name :
         {ToyFeature::Word, ToyFeature::Bias, ToyFeature::Word, ToyFeature::Bias}) {
        colliding.rows.add(name, name == ToyFeature::Word ? word : bias);
        colliding.rows.endRow();
        colliding.labels.push_back(0);
    }
    data.push_back(colliding);
    QCOMPARE(trainChain(data, {}, labels, options).collisions, std::size_t{2});
}

void TestSequenceModel::stopsWithoutProgress() {
    const auto data = corpus();
    TrainerOptions options = quick();
    options.epochs = 50;
    options.patience = 2;
    int epochs = 0;
    const auto never = [](const std::vector<std::vector<Label>>&) { return 50.0; };
    trainChain(data, data, labels, options, never, [&](const EpochReport& e) { epochs = e.epoch; });
    QCOMPARE(epochs, 3); // the first is the best, two more bring nothing
}

void TestSequenceModel::averagesTheLastEpochs() {
    const auto data = corpus();
    const auto train = [&](int epochs, int averaged) {
        TrainerOptions options = quick();
        options.epochs = epochs;
        options.averaged = averaged;
        return trainChain(data, {}, labels, options);
    };
    const TrainedChain two = train(2, 0), three = train(3, 0), mean = train(3, 2);
    QCOMPARE(mean.features, three.features);
    QVERIFY(mean.weights != three.weights);
    for (std::size_t i = 0; i < mean.weights.size(); ++i)
        QVERIFY(std::abs(mean.weights[i] - (two.weights[i] + three.weights[i]) / 2) < 1e-6f);
    for (std::size_t i = 0; i < mean.chain.step.size(); ++i)
        QVERIFY(std::abs(mean.chain.step[i] - (two.chain.step[i] + three.chain.step[i]) / 2) <
                1e-6f);
}

void TestSequenceModel::jackknifeJudgesByTheOthers() {
    // In fold 0 every word is a noun, in fold 1 a verb: each is judged by the other.
    std::vector<LabelledSequence> data;
    std::vector<std::uint32_t> folds;
    for (std::uint32_t i = 0; i < 8; ++i) {
        data.push_back(
            sentence({"ox", "ox"}, i < 4 ? QStringList{"N", "N"} : QStringList{"V", "V"}));
        folds.push_back(i < 4 ? 0 : 1);
    }
    const auto found = jackknife(data, folds, 2, labels, quick());
    QCOMPARE(found.size(), data.size());
    QCOMPARE(found[0], std::vector<Label>({2, 2}));
    QCOMPARE(found[7], std::vector<Label>({1, 1}));
}

void TestSequenceModel::partsMustFit_data() {
    QTest::addColumn<QByteArray>("names");
    QTest::addColumn<int>("chain"); // floats
    QTest::addColumn<int>("table");
    QTest::addColumn<int>("row");   // of the first slot
    QTest::addColumn<int>("count"); // of entries
    const int good = 2 + static_cast<int>(modelPadding);
    QTest::newRow("no labels") << QByteArray() << 0 << 4 << 0 << good;
    QTest::newRow("chain of other labels") << QByteArray("A\nB") << 7 << 4 << 0 << good;
    QTest::newRow("table no power of two") << QByteArray("A\nB") << 8 << 3 << 0 << good;
    QTest::newRow("no table") << QByteArray("A\nB") << 8 << 0 << 0 << good;
    QTest::newRow("table without a free place") << QByteArray("A\nB") << 8 << 1 << 0 << good;
    QTest::newRow("row outside") << QByteArray("A\nB") << 8 << 4 << 2 << good;
    QTest::newRow("no padding") << QByteArray("A\nB") << 8 << 4 << 0 << 2;
    QTest::newRow("good") << QByteArray("A\nB") << 8 << 4 << 0 << good;
}

void TestSequenceModel::partsMustFit() {
    QFETCH(QByteArray, names);
    QFETCH(int, chain);
    QFETCH(int, table);
    QFETCH(int, row);
    QFETCH(int, count);
    ModelFileWriter writer("toy", 1);
    writer.addText("labels", {names.data(), static_cast<std::size_t>(names.size())});
    const std::vector<float> scores(static_cast<std::size_t>(chain)), scale(1, 0.5f);
    writer.addArray<float>("chain", scores);
    writer.addArray<float>("scale", scale);
    std::vector<ModelSlot> places(static_cast<std::size_t>(table));
    if (!places.empty()) places[0] = {7, static_cast<std::uint32_t>(row)};
    std::vector<ModelEntry> entries(static_cast<std::size_t>(count));
    if (entries.size() > 1) entries[1] = {1, 5};
    writer.addArray<ModelSlot>("slots", places);
    writer.addArray<ModelEntry>("entries", entries);
    QVERIFY(writer.write(file("m.model")).has_value());
    const auto opened = ModelFile::open(file("m.model"), "toy", 1);
    QVERIFY(opened.has_value());
    const auto model = SequenceModel::read(*opened);
    const bool good = QByteArray(QTest::currentDataTag()) == "good";
    QCOMPARE(model.has_value(), good);
    if (!good) QVERIFY(model.error().message.find("m.model") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestSequenceModel)
#include "test_sequence_model.moc"

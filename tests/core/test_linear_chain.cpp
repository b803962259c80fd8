// Inference in linear chains agrees with adding up every sequence one by one.
#include "core/learning/linear_chain.h"

#include <QtTest>

#include <cmath>

using namespace quoth;

namespace {

// Scores that look random and are the same everywhere.
float score(std::size_t i) {
    return static_cast<float>((i * 2654435761u >> 7) % 1000) / 250.0f - 2.0f;
}

struct Chain {
    std::size_t size, labels;
    std::vector<float> emissions;
    ChainScores scores;

    Chain(std::size_t size_, std::size_t labels_) : size(size_), labels(labels_), scores(labels_) {
        for (std::size_t i = 0; i < size * labels; ++i)
            emissions.push_back(score(i + 1));
        for (std::size_t l = 0; l < labels; ++l) {
            scores.first[l] = score(100 + l);
            scores.last[l] = score(200 + l);
            for (std::size_t r = 0; r < labels; ++r)
                scores.at(l, r) = score(300 + l * labels + r);
        }
    }
    double of(const std::vector<Label>& path) const {
        double sum = static_cast<double>(scores.first[path.front()] + scores.last[path.back()]);
        for (std::size_t i = 0; i < size; ++i) {
            sum += static_cast<double>(emissions[i * labels + path[i]]);
            if (i > 0) sum += static_cast<double>(scores.at(path[i - 1], path[i]));
        }
        return sum;
    }
    std::vector<std::vector<Label>> all() const {
        std::vector<std::vector<Label>> out(1);
        for (std::size_t i = 0; i < size; ++i) {
            std::vector<std::vector<Label>> longer;
            for (const auto& path : out)
                for (std::size_t l = 0; l < labels; ++l) {
                    longer.push_back(path);
                    longer.back().push_back(static_cast<Label>(l));
                }
            out = std::move(longer);
        }
        return out;
    }
};

bool near(double a, double b) {
    return std::abs(a - b) <= 2e-4 * std::max(1.0, std::abs(b));
}

} // namespace

class TestLinearChain : public QObject {
    Q_OBJECT
private slots:
    void agreesWithEnumeration_data();
    void agreesWithEnumeration();
    void impossibleStepsAreNotTaken();
    void survivesExtremeScores();
    void exponentialIsExact();
    void emptySequence();
};

void TestLinearChain::agreesWithEnumeration_data() {
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("labels");
    QTest::newRow("one position") << 1 << 3;
    QTest::newRow("one label") << 4 << 1;
    QTest::newRow("two labels") << 7 << 2;
    QTest::newRow("five labels") << 5 << 5;
}

void TestLinearChain::agreesWithEnumeration() {
    QFETCH(int, size);
    QFETCH(int, labels);
    const Chain chain(static_cast<std::size_t>(size), static_cast<std::size_t>(labels));
    double partition = 0;
    std::vector<double> marginals(chain.emissions.size());
    std::vector<double> steps(chain.labels * chain.labels);
    double pairAtStart = 0; // the first two labels are 0 and the last one
    std::vector<Label> best;
    const auto last = static_cast<Label>(chain.labels - 1);
    for (const auto& path : chain.all()) {
        const double weight = std::exp(chain.of(path));
        partition += weight;
        for (std::size_t i = 0; i < chain.size; ++i) {
            marginals[i * chain.labels + path[i]] += weight;
            if (i > 0) steps[path[i - 1] * chain.labels + path[i]] += weight;
        }
        if (chain.size > 1 && path[0] == 0 && path[1] == last) pairAtStart += weight;
        if (best.empty() || chain.of(path) > chain.of(best)) best = path;
    }

    BestPath viterbi(chain.scores);
    const auto found = viterbi.find(chain.emissions);
    QCOMPARE(std::vector<Label>(found.begin(), found.end()), best);

    ForwardBackward passes(chain.scores);
    passes.run(chain.emissions);
    QVERIFY(near(passes.logPartition(), std::log(partition)));
    for (std::size_t i = 0; i < chain.size; ++i)
        for (std::size_t l = 0; l < chain.labels; ++l)
            QVERIFY(near(static_cast<double>(passes.marginals(i)[l]),
                         marginals[i * chain.labels + l] / partition));
    std::vector<float> expected(steps.size());
    passes.addExpectedSteps(expected);
    for (std::size_t k = 0; k < steps.size(); ++k)
        QVERIFY(near(static_cast<double>(expected[k]), steps[k] / partition));
    if (chain.size > 1) {
        const std::vector<Label> pair = {0, last};
        QVERIFY(near(static_cast<double>(passes.probability(0, pair)), pairAtStart / partition));
    }
}

void TestLinearChain::impossibleStepsAreNotTaken() {
    ChainScores scores(2);
    scores.at(0, 1) = impossible;
    const std::vector<float> emissions = {5, 0, 0, 5}; // 0, then 1 if that could be
    BestPath viterbi(scores);
    const auto found = viterbi.find(emissions);
    QVERIFY(!(found[0] == 0 && found[1] == 1));
    ForwardBackward passes(scores);
    passes.run(emissions);
    const std::vector<Label> path = {0, 1};
    QCOMPARE(passes.probability(0, path), 0.0f);
}

void TestLinearChain::survivesExtremeScores() {
    ChainScores scores(3);
    std::vector<float> emissions;
    for (int i = 0; i < 3000; ++i)
        emissions.push_back(i % 3 == 1 ? 400.0f : -400.0f);
    ForwardBackward passes(scores);
    passes.run(emissions);
    QVERIFY(std::isfinite(passes.logPartition()));
    QVERIFY(passes.marginals(500)[1] > 0.999f);
}

void TestLinearChain::exponentialIsExact() {
    for (float x = -86; x < 88; x += 0.37f) {
        const double exact = std::exp(static_cast<double>(x));
        QVERIFY(std::abs(static_cast<double>(expOf(x)) - exact) <= 3e-7 * exact);
    }
    QCOMPARE(expOf(0), 1.0f);
    QCOMPARE(expOf(-1000), 0.0f);
}

void TestLinearChain::emptySequence() {
    const ChainScores scores(3);
    BestPath viterbi(scores);
    QVERIFY(viterbi.find({}).empty());
    ForwardBackward passes(scores);
    passes.run({});
    QCOMPARE(passes.logPartition(), 0.0);
}

QTEST_GUILESS_MAIN(TestLinearChain)
#include "test_linear_chain.moc"

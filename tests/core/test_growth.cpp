// Work grows no faster than the text. Each hostile text is annotated at one size and at twice that
// size; counted is how often each basic block of core runs (quoth_counted in core/CMakeLists.txt),
// which is the same on every run and machine, and not how long it takes.
#include "core/pipeline.h"
#include "core/support/resources.h"
#include "tests/support/hostile_texts.h"

#include <QtTest>

#include <memory>

namespace {

// How often the block at each address ran: an open table of plain memory, since a container's
// functions may themselves be counted.
constexpr int tableBits = 18;
constexpr std::size_t tableSize = std::size_t{1} << tableBits;
struct BasicBlock {
    std::uintptr_t address = 0; // 0: none
    std::uint64_t runs = 0;
};

BasicBlock& blockAt(BasicBlock* table, std::uintptr_t address) {
    std::size_t i = (address * 0x9E3779B97F4A7C15u) >> (64 - tableBits);
    while (table[i].address != 0 && table[i].address != address)
        i = (i + 1) % tableSize;
    table[i].address = address;
    return table[i];
}

thread_local BasicBlock* counting = nullptr; // the table, while something is counted

} // namespace

// Called by quoth_counted at the begin of every basic block.
extern "C" void __sanitizer_cov_trace_pc();
extern "C" void __sanitizer_cov_trace_pc() {
    if (counting)
        ++blockAt(counting, reinterpret_cast<std::uintptr_t>(__builtin_return_address(0))).runs;
}

using namespace quoth;

class TestGrowth : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void isLinear_data();
    void isLinear();

private:
    struct Growth {
        double all = 0;       // how many times more blocks run for twice the text
        double offending = 0; // share of that work in blocks that run far more than twice as often
    };
    Growth growthOf(const HostileText& hostile) const;

    std::optional<Engine> m_engine;
    Growth m_plain;
};

void TestGrowth::initTestCase() {
    const auto resources = findResources();
    QVERIFY(resources.has_value());
    auto engine = Engine::load(*resources, ModelSet::Alone);
    if (!engine) QFAIL(engine.error().message.c_str());
    m_engine.emplace(std::move(*engine));
    m_plain = growthOf(plainText());
    QVERIFY2(m_plain.all > 1.9 && m_plain.all < 2.1, "plain text grows by itself");
}

TestGrowth::Growth TestGrowth::growthOf(const HostileText& hostile) const {
    // A block that runs more often is in a loop over what the text has of something, for each of
    // it.
    constexpr double farMore = 2.5;
    const auto count = [&](std::size_t size) {
        auto table = std::make_unique<BasicBlock[]>(tableSize);
        Article article;
        article.text = textOf(hostile, size);
        article.published = Date(std::chrono::year(2021), std::chrono::May, std::chrono::day(20));
        counting = table.get();
        const auto document = annotate(*m_engine, std::move(article));
        counting = nullptr;
        return table;
    };
    const auto once = count(hostile.bytes), twice = count(2 * hostile.bytes);
    double before = 0, after = 0, offending = 0;
    for (std::size_t i = 0; i < tableSize; ++i)
        before += static_cast<double>(once[i].runs);
    for (std::size_t i = 0; i < tableSize; ++i) {
        const auto runs = static_cast<double>(twice[i].runs);
        if (runs == 0) continue;
        after += runs;
        const auto then = static_cast<double>(blockAt(once.get(), twice[i].address).runs);
        if (runs > farMore * then) offending += runs - farMore * then;
    }
    return {after / before, offending / after};
}

void TestGrowth::isLinear_data() {
    QTest::addColumn<std::size_t>("index");
    const auto texts = hostileTexts();
    for (std::size_t i = 0; i < texts.size(); ++i)
        QTest::newRow(texts[i].name) << i;
}

void TestGrowth::isLinear() {
    // What is quadratic and a thirtieth of the work here is most of it in a text of a megabyte.
    // Loops over one sentence, of at most a thousand words, reach a fortieth.
    constexpr double mostOffending = 0.03;
    constexpr double mostGrowth = 1.15; // times that of plain text
    QFETCH(const std::size_t, index);
    const Growth found = growthOf(hostileTexts()[index]);
    const QString said = QString("%1 times the work for twice the text (plain text %2), %3 % of it "
                                 "in what grows faster")
                             .arg(found.all, 0, 'f', 3)
                             .arg(m_plain.all, 0, 'f', 3)
                             .arg(100 * found.offending, 0, 'f', 2);
    QVERIFY2(found.all <= mostGrowth * m_plain.all, qPrintable(said));
    QVERIFY2(found.offending <= mostOffending, qPrintable(said));
}

QTEST_GUILESS_MAIN(TestGrowth)
#include "test_growth.moc"

// How much memory an annotation takes at its peak: this program counts what operator new gives.
#include "core/formats/json.h"
#include "core/pipeline.h"
#include "core/support/guarded.h"
#include "core/support/resources.h"

#include <QtTest>
#include <atomic>
#include <cstdlib>
#include <new>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define QUOTH_COUNTS 0 // their own operators find more
#elif defined(__has_feature)
#define QUOTH_COUNTS !(__has_feature(address_sanitizer) || __has_feature(thread_sanitizer))
#else
#define QUOTH_COUNTS 1
#endif

namespace {

std::atomic<std::size_t> current{0}, peak{0};

} // namespace

#if QUOTH_COUNTS
namespace {

constexpr std::size_t front = alignof(std::max_align_t); // holds the size of what follows

} // namespace

void* operator new(std::size_t size) {
    void* const memory = std::malloc(size + front);
    if (!memory) throw std::bad_alloc();
    *static_cast<std::size_t*>(memory) = size;
    const std::size_t now = current += size;
    for (std::size_t most = peak; now > most && !peak.compare_exchange_weak(most, now);) {
    }
    return static_cast<char*>(memory) + front;
}
void operator delete(void* memory) noexcept {
    if (!memory) return;
    void* const whole = static_cast<char*>(memory) - front;
    current -= *static_cast<std::size_t*>(whole);
    std::free(whole);
}
void operator delete(void* memory, std::size_t) noexcept {
    operator delete(memory);
}
#endif

using namespace quoth;

class TestMemory : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void isBounded_data();
    void isBounded();
    void readsHostileLines();
    void exceptionsBecomeErrors();

private:
    std::optional<Engine> m_engine;
};

void TestMemory::initTestCase() {
    const auto resources = findResources();
    QVERIFY(resources.has_value());
    auto engine = Engine::load(*resources, ModelSet::Alone);
    if (!engine) QFAIL(engine.error().message.c_str());
    m_engine.emplace(std::move(*engine));
}

void TestMemory::isBounded_data() {
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<int>("most"); // bytes of memory for each of the text
    const QByteArray news =
        "The harbour of Port Lune will be closed for two weeks in March, its director Ann Lee told "
        "reporters on Monday. \"We have to dredge it before the summer,\" she said. Ships will be "
        "sent to Marrow Bay, 40 kilometres to the north, where the quay was rebuilt after the "
        "storm "
        "of 2019. Fishermen said that they had not been asked, and demanded to be paid. ";
    const auto row = [](const char* name, const QByteArray& text, int most) {
        QTest::newRow(name) << text << most;
    };
    row("news", news + "\n\n", 100);
    row("news in one paragraph", news, 100);
    row("marks", "\"", 250);
    row("brackets", "(", 250);
    row("letters with stops", "a. ", 200);
    row("one letter", "x", 50);
    row("digits", "7", 50);
    row("line ends", "\n", 50);
}

void TestMemory::isBounded() {
    if (!QUOTH_COUNTS) QSKIP("Memory is counted without sanitizers only.");
    QFETCH(QByteArray, pattern);
    QFETCH(int, most);
    constexpr int size = 500'000;
    Article article;
    article.text =
        pattern.repeated(size / static_cast<int>(pattern.size()) + 1).toStdString() + "x";
    const std::size_t before = current, bytes = article.text.size();
    peak = before;
    const auto document = annotate(*m_engine, std::move(article));
    QVERIFY(document.has_value());
    const std::size_t share = (peak - before) / bytes;
    qInfo("%zu bytes of memory for each of the text", share);
    QVERIFY2(share <= static_cast<std::size_t>(most), std::to_string(share).c_str());
}

void TestMemory::readsHostileLines() {
    if (!QUOTH_COUNTS) QSKIP("Memory is counted without sanitizers only.");
    constexpr std::size_t size = 1'000'000, most = 20;
    for (const std::string& line : {std::string(size, '['), "{\"x\": " + std::string(size, '[')}) {
        const std::size_t before = current;
        peak = before;
        QVERIFY(!readBatchLine(line).article.has_value());
        const std::size_t share = (peak - before) / size;
        QVERIFY2(share <= most, std::to_string(share).c_str());
    }
}

void TestMemory::exceptionsBecomeErrors() {
    const auto errorOf = [](auto thrown, const char* subject) {
        const auto result = guarded([&]() -> Outcome { throw thrown; }, subject);
        return result.has_value()
                   ? std::string()
                   : std::string(name(result.error().code)) + " " + result.error().message;
    };
    QCOMPARE(errorOf(std::bad_alloc(), "a.txt"),
             std::string("out_of_memory a.txt: There is not enough memory for this."));
    QCOMPARE(errorOf(std::length_error("x"), ""),
             std::string("out_of_memory There is not enough memory for this."));
    QCOMPARE(errorOf(std::runtime_error("odd"), ""),
             std::string("internal Quoth made a mistake here (odd)."));
    QCOMPARE(guarded([] { return Expected<int>(4); }).value(), 4);
}

QTEST_GUILESS_MAIN(TestMemory)
#include "test_memory.moc"

// Reading beside the encoder that ships: the same whatever else is read, and without it where it
// cannot be had or the text is too long for it.
#include "core/encoder/encoder_limits.h"
#include "core/formats/json.h"
#include "core/pipeline.h"
#include "tests/support/damaged_resource.h"

#include <QtTest>

#include <thread>

using namespace quoth;

namespace {

const std::string article =
    "Ferry talks end\n\nThe ferry line will close in May, its director Olga Brandt told reporters "
    "on Monday. \"We lose money on every trip,\" she said.\n\nMayor Tom Weber called the plan "
    "\"a disgrace\" and promised to look for another operator. According to the union, 40 people "
    "would lose their work.";

std::string annotated(const Engine& engine, const std::string& text) {
    Article read;
    read.text = text;
    const auto document = annotate(engine, std::move(read));
    return document ? writeJson(*document) : document.error().message;
}

} // namespace

class TestEncodedReading : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void answersOtherwise();
    void isTheSameOnManyThreads();
    void stopsWhenAsked();
    void longTextsGoWithout();
    void worksWithoutTheModel_data();
    void worksWithoutTheModel();

private:
    std::optional<Engine> m_alone, m_encoded;
};

void TestEncodedReading::initTestCase() {
    const auto resources = findResources();
    QVERIFY(resources.has_value());
    for (const auto& [models, to] :
         {std::pair{ModelSet::Alone, &m_alone}, {ModelSet::Encoded, &m_encoded}}) {
        auto engine = Engine::load(*resources, models);
        QVERIFY2(engine, engine ? "" : engine.error().message.c_str());
        *to = std::move(*engine);
    }
    QVERIFY(m_encoded->encoder && !m_encoded->withoutEncoder);
    QVERIFY(!m_alone->encoder && !m_alone->withoutEncoder);
}

void TestEncodedReading::answersOtherwise() {
    const std::string with = annotated(*m_encoded, article);
    QVERIFY(with != annotated(*m_alone, article));
    QVERIFY(with.find("Olga Brandt") != std::string::npos);
}

void TestEncodedReading::isTheSameOnManyThreads() {
    const std::string alone = annotated(*m_encoded, article);
    std::array<std::string, 8> found;
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < found.size(); ++i)
            threads.emplace_back([&, i] { // other texts before it
                annotated(*m_encoded, article.substr(i * 10));
                found[i] = annotated(*m_encoded, article);
            });
    }
    for (const std::string& one : found)
        QCOMPARE(one, alone);
}

void TestEncodedReading::stopsWhenAsked() {
    std::string text;
    while (text.size() < 40'000)
        text += article + "\n\n";
    std::stop_source stop;
    std::vector<double> shares;
    Article read;
    read.text = text;
    const auto document = annotate(*m_encoded, std::move(read), stop.get_token(), [&](double done) {
        shares.push_back(done);
        if (done > 0.3) stop.request_stop();
    });
    QVERIFY(!document);
    QCOMPARE(document.error().code, ErrorCode::Cancelled);
    QVERIFY(std::ranges::is_sorted(shares));
    QVERIFY2(shares.size() > 4 && shares.back() < 0.4, "the encoder does not tell its progress");
}

void TestEncodedReading::longTextsGoWithout() {
    std::string text;
    while (text.size() <= encoder_limits::longestText)
        text += article + "\n\n";
    QCOMPARE(annotated(*m_encoded, text), annotated(*m_alone, text));
}

void TestEncodedReading::worksWithoutTheModel_data() {
    QTest::addColumn<QByteArray>("content"); // null: the file is missing
    const QByteArray whole = test::DamagedResource::whole("models/encoder.model");
    QByteArray changed = whole;
    changed[changed.size() / 2] = static_cast<char>(changed[changed.size() / 2] ^ 1);
    QTest::newRow("missing") << QByteArray();
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("cut off") << whole.left(1'000'000);
    QTest::newRow("one bit") << changed;
    QTest::newRow("another stage's") << test::DamagedResource::whole("models/tags.model");
}

void TestEncodedReading::worksWithoutTheModel() {
    QFETCH(QByteArray, content);
    const test::DamagedResource damaged("models/encoder.model", content);
    const auto engine = Engine::load(damaged.resources());
    QVERIFY2(engine, engine ? "" : engine.error().message.c_str());
    QVERIFY(!engine->encoder && engine->withoutEncoder);
    QVERIFY(engine->withoutEncoder->message.find("encoder.model") != std::string::npos);
    QCOMPARE(annotated(*engine, article), annotated(*m_alone, article));
}

QTEST_GUILESS_MAIN(TestEncodedReading)
#include "test_encoded_reading.moc"

// The encoder: pieces, windows, products in 8 bits, and a small network of random weights against
// the same arithmetic done plainly.
#include "core/encoder/encoder.h"
#include "core/encoder/encoder_limits.h"
#include "core/encoder/row_arithmetic.h"
#include "core/text/plain_analysis.h"

#include <QtTest>

#include <QTemporaryDir>
#include <cmath>
#include <numbers>
#include <random>
#include <thread>

using namespace quoth;

namespace {

const std::string pieceList =
    "[PAD]\n[UNK]\n[CLS]\n[SEP]\n.\n,\n\"\n-\nport\n##s\nsea\n##port\nopen\n"
    "##ed\nnew\nin\noslo\njon\n##a\na\nthe\n";

std::vector<std::string> piecesOf(const char* word) {
    const auto pieces = WordPieces::fromLines(pieceList);
    std::vector<PieceId> ids;
    pieces->append(word, ids);
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < pieceList.size();) {
        const std::size_t end = pieceList.find('\n', begin);
        lines.push_back(pieceList.substr(begin, end - begin));
        begin = end + 1;
    }
    std::vector<std::string> out;
    for (const PieceId id : ids)
        out.push_back(lines[id]);
    return out;
}

class Random {
public:
    std::vector<float> floats(std::size_t count, float width) {
        std::uniform_real_distribution<float> any(-width, width);
        std::vector<float> out(count);
        for (float& value : out)
            value = any(m_engine);
        return out;
    }
    std::vector<std::int8_t> bytes(std::size_t count, int largest) {
        std::uniform_int_distribution<int> any(-largest, largest);
        std::vector<std::int8_t> out(count);
        for (std::int8_t& value : out)
            value = static_cast<std::int8_t>(any(m_engine));
        return out;
    }

private:
    std::mt19937 m_engine{7};
};

constexpr TransformerSizes sizes = {21, encoder_limits::window + 2, 32, 64, 2, 2};

// A model of random weights with one task of three labels; `spoil` may change a section's bytes.
using Spoil = std::function<void(const std::string&, std::vector<std::byte>&)>;
Outcome writeRandomModel(const std::filesystem::path& path, const Spoil& spoil = {}) {
    ModelFileWriter file{Encoder::stage, Encoder::revision};
    Random random;
    const auto add = [&](const std::string& name, std::span<const std::byte> bytes) {
        std::vector<std::byte> copy(bytes.begin(), bytes.end());
        if (spoil) spoil(name, copy);
        file.add(name, copy);
    };
    const auto addFloats = [&](const std::string& name, std::size_t count, float width,
                               float middle = 0) {
        auto values = random.floats(count, width);
        for (float& value : values)
            value += middle;
        add(name, std::as_bytes(std::span(values)));
    };
    const auto addText = [&](const std::string& name, std::string_view text) {
        add(name, std::as_bytes(std::span(text)));
    };
    const auto addNorm = [&](const std::string& name) {
        auto both = random.floats(sizes.width, 0.1f);
        for (float& gain : both)
            gain += 1;
        const auto bias = random.floats(sizes.width, 0.1f);
        both.insert(both.end(), bias.begin(), bias.end());
        add(name, std::as_bytes(std::span(both)));
    };
    const auto addMatrix = [&](const std::string& name, std::size_t outputs, std::size_t inputs) {
        const auto weights = random.bytes(outputs * inputs, QuantizedMatrix::largestWeight);
        add(name, std::as_bytes(std::span(weights)));
        addFloats(name + ".step", outputs, 0.001f, 0.004f);
        addFloats(name + ".bias", outputs, 0.1f);
    };
    addText("pieces", pieceList);
    add("sizes", std::as_bytes(std::span(&sizes, 1)));
    const auto word = random.bytes(std::size_t{sizes.pieces} * sizes.width, 127);
    add("word", std::as_bytes(std::span(word)));
    addFloats("word.step", sizes.pieces, 0.001f, 0.01f);
    addFloats("position", std::size_t{sizes.positions} * sizes.width, 0.5f);
    addFloats("shape", letterShapes * sizes.width, 0.5f);
    addFloats("quote", quoteStates * sizes.width, 0.5f);
    addNorm("norm");
    for (std::uint32_t l = 0; l < sizes.layers; ++l) {
        const std::string name = std::to_string(l) + ".";
        addMatrix(name + "attention", 3 * sizes.width, sizes.width);
        addMatrix(name + "mix", sizes.width, sizes.width);
        addMatrix(name + "widen", sizes.inner, sizes.width);
        addMatrix(name + "narrow", sizes.width, sizes.inner);
        addNorm(name + "norm1");
        addNorm(name + "norm2");
    }
    addText("tasks", "colour\n");
    addText("colour.labels", "red\ngreen\nblue\n");
    addFloats("colour.weights", std::size_t{3} * sizes.width, 0.3f);
    addFloats("colour.bias", 3, 0.3f);
    return file.write(path);
}

using Rows = std::vector<std::vector<double>>;

// The network again, in double precision and without oneDNN; activations are not rounded.
class PlainNetwork {
public:
    explicit PlainNetwork(const ModelFile& file) : m_file(file) {}

    Rows run(const EncoderInput& input, IndexRange window) const {
        Rows x;
        const auto embed = [&](PieceId piece, LetterShape shape, QuoteState quote) {
            std::vector<double> row;
            for (std::size_t i = 0; i < sizes.width; ++i)
                row.push_back(static_cast<double>(bytes("word")[piece * sizes.width + i]) *
                                  number("word.step", piece) +
                              number("position", x.size() * sizes.width + i) +
                              number("shape", static_cast<std::size_t>(shape) * sizes.width + i) +
                              number("quote", static_cast<std::size_t>(quote) * sizes.width + i));
            normalize(row, "norm");
            x.push_back(row);
        };
        embed(2, LetterShape::None, QuoteState::Outside);
        for (std::uint32_t p = window.begin; p < window.end; ++p)
            embed(input.pieces[p], input.shapes[p], input.quotes[p]);
        embed(3, LetterShape::None, QuoteState::Outside);
        for (std::uint32_t l = 0; l < sizes.layers; ++l)
            runLayer(std::to_string(l) + ".", x);
        return {x.begin() + 1, x.end() - 1};
    }

    double number(const std::string& name, std::size_t i) const {
        return static_cast<double>((*m_file.array<float>(name))[i]);
    }

private:
    std::span<const std::int8_t> bytes(const std::string& name) const {
        return *m_file.array<std::int8_t>(name);
    }

    void normalize(std::vector<double>& row, const std::string& name) const {
        double mean = 0, variance = 0;
        for (const double v : row)
            mean += v / static_cast<double>(row.size());
        for (const double v : row)
            variance += (v - mean) * (v - mean) / static_cast<double>(row.size());
        for (std::size_t i = 0; i < row.size(); ++i)
            row[i] = (row[i] - mean) / std::sqrt(variance + 1e-12) * number(name, i) +
                     number(name, row.size() + i);
    }

    std::vector<double> product(const std::string& name, const std::vector<double>& x) const {
        const auto weights = bytes(name);
        std::vector<double> out;
        for (std::size_t o = 0; o < weights.size() / x.size(); ++o) {
            double sum = 0;
            for (std::size_t i = 0; i < x.size(); ++i)
                sum += static_cast<double>(weights[o * x.size() + i]) * x[i];
            out.push_back(sum * number(name + ".step", o) + number(name + ".bias", o));
        }
        return out;
    }

    void runLayer(const std::string& name, Rows& x) const {
        Rows asked;
        for (const auto& row : x)
            asked.push_back(product(name + "attention", row));
        const std::size_t headWidth = sizes.width / sizes.heads;
        for (std::size_t i = 0; i < x.size(); ++i) {
            std::vector<double> mixed(sizes.width);
            for (std::size_t h = 0; h < sizes.heads; ++h) {
                std::vector<double> share;
                double sum = 0;
                for (std::size_t j = 0; j < x.size(); ++j) {
                    double likeness = 0;
                    for (std::size_t k = h * headWidth; k < (h + 1) * headWidth; ++k)
                        likeness += asked[i][k] * asked[j][sizes.width + k];
                    share.push_back(std::exp(likeness / std::sqrt(static_cast<double>(headWidth))));
                    sum += share.back();
                }
                for (std::size_t j = 0; j < x.size(); ++j)
                    for (std::size_t k = h * headWidth; k < (h + 1) * headWidth; ++k)
                        mixed[k] += share[j] / sum * asked[j][2 * sizes.width + k];
            }
            add(x[i], product(name + "mix", mixed));
            normalize(x[i], name + "norm1");
            auto wide = product(name + "widen", x[i]);
            for (double& v : wide)
                v = v / 2 *
                    (1 + std::tanh(std::sqrt(2 / std::numbers::pi) * (v + 0.044715 * v * v * v)));
            add(x[i], product(name + "narrow", wide));
            normalize(x[i], name + "norm2");
        }
    }

    static void add(std::vector<double>& x, const std::vector<double>& y) {
        for (std::size_t i = 0; i < x.size(); ++i)
            x[i] += y[i];
    }

    const ModelFile& m_file;
};

} // namespace

class TestEncoder : public QObject {
    Q_OBJECT
private slots:
    void cutsWords_data();
    void cutsWords();
    void refusesListsOfPieces();
    void readsShapesAndQuotes();
    void windowsTakeEveryPieceOnce();
    void rowArithmetic();
    void productsAreExact();
    void networkIsAsPlain();
    void scoresDoNotDependOnOthers();
    void refusesDamagedModels_data();
    void refusesDamagedModels();
};

void TestEncoder::cutsWords_data() {
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* word, const char* expected) {
        QTest::newRow(word) << QString::fromUtf8(word) << QString(expected);
    };
    row("port", "port");
    row("Seaport", "sea ##port");
    row("SEAPORTS", "sea ##port ##s");
    row("J\u00f3na", "jon ##a");
    row("new-opened", "new - open ##ed");
    row("harbour", "[UNK]");
    row("sea.", "sea .");
    row("\u4e16", "[UNK]");
}

void TestEncoder::cutsWords() {
    QFETCH(QString, word);
    QStringList found;
    for (const std::string& piece : piecesOf(word.toUtf8().constData()))
        found << QString::fromStdString(piece);
    QTEST(found.join(' '), "expected");
}

void TestEncoder::refusesListsOfPieces() {
    QVERIFY(!WordPieces::fromLines(""));
    QVERIFY(!WordPieces::fromLines("[UNK]\n[CLS]\nport\n"));
    std::string many = "[UNK]\n[CLS]\n[SEP]\n";
    for (int i = 0; i < 70'000; ++i)
        many += "p" + std::to_string(i) + "\n";
    QVERIFY(!WordPieces::fromLines(many));
    QCOMPARE(piecesOf(std::string(200, 'a').c_str()), std::vector<std::string>{"[UNK]"});
}

void TestEncoder::readsShapesAndQuotes() {
    const std::string article = "NEW port.\n\nThe \"sea\" in McOslo 1950 opened.";
    const TokenizedText text = analyzePlainArticle(article);
    const auto pieces = WordPieces::fromLines(pieceList);
    const EncoderInput input = encoderInput(text, *pieces);
    QCOMPARE(input.firstPieces.size(), text.tokens.size());
    QCOMPARE(input.shapes.size(), input.pieces.size());
    QCOMPARE(input.quotes.size(), input.pieces.size());
    const auto at = [&](const char* word) {
        return input.firstPieces[text.tokenAt(static_cast<std::uint32_t>(article.find(word)))];
    };
    QCOMPARE(input.shapes[at("NEW")], LetterShape::AllCapitals);
    QCOMPARE(input.shapes[at("port")], LetterShape::Lower);
    QCOMPARE(input.shapes[at("The")], LetterShape::Capital);
    QCOMPARE(input.shapes[at("McOslo")], LetterShape::Mixed);
    QCOMPARE(input.shapes[at("1950")], LetterShape::Digits);
    QCOMPARE(input.quotes[at("sea")], QuoteState::Inside);
    QCOMPARE(input.quotes[at("in ")], QuoteState::Outside);
    QCOMPARE(input.quotes[at("sea") - 1], QuoteState::Opening);
    QCOMPARE(input.quotes[at("sea") + 1], QuoteState::Closing);
    QCOMPARE(input.pieces[at("The") - 1], pieces->separator());
}

void TestEncoder::windowsTakeEveryPieceOnce() {
    for (const std::size_t pieces : {0, 1, 253, 254, 255, 300, 1000, 5000}) {
        std::uint32_t next = 0;
        for (const EncoderWindow& window : encoderWindows(pieces)) {
            QCOMPARE(window.taken.begin, next);
            QVERIFY(window.taken.end > window.taken.begin);
            QVERIFY(window.pieces.begin <= window.taken.begin);
            QVERIFY(window.pieces.end >= window.taken.end);
            QVERIFY(window.pieces.size() <= encoder_limits::window);
            next = window.taken.end;
        }
        QCOMPARE(std::size_t{next}, pieces);
    }
}

void TestEncoder::rowArithmetic() {
    Random random;
    std::vector<float> x = random.floats(45, 9); // no multiple of the lanes
    std::vector<float> powers = x;
    const float sum = exponentialRow(powers, 0.5f);
    double expected = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double power = std::exp(0.5 * static_cast<double>(x[i]));
        expected += power;
        QVERIFY(std::abs(static_cast<double>(powers[i]) - power) < 1e-6 * power);
    }
    QVERIFY(std::abs(static_cast<double>(sum) - expected) < 1e-5 * expected);
    std::vector<float> beyond = {1000, -1000};
    QVERIFY(std::isfinite(exponentialRow(beyond, 1)));
    multiplyRow(beyond, 0);
    QCOMPARE(beyond[0], 0.0f);
    std::vector<float> gelu = x;
    geluRow(gelu);
    for (std::size_t i = 0; i < x.size(); ++i) {
        const auto v = static_cast<double>(x[i]);
        QVERIFY(std::abs(static_cast<double>(gelu[i]) -
                         v * 0.5 * (1 + std::erf(v / std::numbers::sqrt2))) < 2e-3);
    }
    std::vector<std::uint8_t> rounded(x.size());
    const float step = roundRow(x, rounded.data());
    for (std::size_t i = 0; i < x.size(); ++i)
        QVERIFY(std::abs(static_cast<float>(rounded[i] - 128) * step - x[i]) <= step * 0.51f);
    std::vector<float> zeros(32);
    std::vector<std::uint8_t> none(32);
    QCOMPARE(roundRow(zeros, none.data()), 0.0f);
    QCOMPARE(int{none[5]}, 128);
}

// Of whole numbers that need no rounding the products are whole, too.
void TestEncoder::productsAreExact() {
    Random random;
    constexpr std::size_t inputs = 64, outputs = 48;
    const auto weights = random.bytes(inputs * outputs, QuantizedMatrix::largestWeight);
    const std::vector<float> steps(outputs, 1), bias(outputs, 3);
    const QuantizedMatrix matrix(weights, steps, bias);
    for (const std::size_t rows : {1, 15, 16, 17, 64, 200, 300}) {
        std::vector<float> x;
        for (const std::int8_t value : random.bytes(rows * inputs, 127))
            x.push_back(static_cast<float>(value));
        for (std::size_t r = 0; r < rows; ++r)
            x[r * inputs] = 127; // so that the step is 1
        std::vector<float> y(rows * outputs);
        matrix.multiply(x, y);
        for (std::size_t r = 0; r < rows; ++r)
            for (std::size_t o = 0; o < outputs; ++o) {
                float sum = 3;
                for (std::size_t i = 0; i < inputs; ++i)
                    sum += x[r * inputs + i] * static_cast<float>(weights[o * inputs + i]);
                QCOMPARE(y[r * outputs + o], sum);
            }
    }
}

void TestEncoder::networkIsAsPlain() {
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("encoder.model").toStdString();
    QVERIFY(writeRandomModel(path));
    const auto encoder = Encoder::load(path);
    if (!encoder) QFAIL(encoder.error().message.c_str());
    QCOMPARE(encoder->labels("colour").size(), std::size_t{3});
    QVERIFY(encoder->labels("sound").empty());
    const std::string article = "Jona opened the new seaport, in Oslo.\n\n\"A port,\" Jona opened.";
    const TokenizedText text = analyzePlainArticle(article);
    const EncodedText encoded = encoder->encode(text);
    const IndexRange all = {0, static_cast<std::uint32_t>(text.tokens.size())};
    const auto scores = encoded.of("colour", all);
    QVERIFY(encoded.of("sound", all).empty());
    QCOMPARE(scores.size(), text.tokens.size() * 3);

    const auto file = ModelFile::open(path, Encoder::stage, Encoder::revision);
    const EncoderInput input = encoderInput(text, *WordPieces::fromLines(pieceList));
    const PlainNetwork plain(*file);
    const Rows rows = plain.run(input, {0, static_cast<std::uint32_t>(input.pieces.size())});
    double greatest = 0, total = 0;
    for (std::size_t t = 0; t < text.tokens.size(); ++t)
        for (std::size_t l = 0; l < 3; ++l) {
            double expected = plain.number("colour.bias", l);
            for (std::size_t i = 0; i < sizes.width; ++i)
                expected += rows[input.firstPieces[t]][i] *
                            plain.number("colour.weights", l * sizes.width + i);
            greatest =
                std::max(greatest, std::abs(expected - static_cast<double>(scores[t * 3 + l])));
            total += std::abs(expected);
        }
    // Activations are rounded to 8 bits: within some hundredths of scores of about 1.
    QVERIFY2(greatest < 0.08, qPrintable(QString::number(greatest)));
    QVERIFY(total / static_cast<double>(scores.size()) > 0.3);
}

void TestEncoder::scoresDoNotDependOnOthers() {
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("encoder.model").toStdString();
    QVERIFY(writeRandomModel(path));
    const auto encoder = Encoder::load(path);
    QVERIFY(encoder.has_value());
    std::string article;
    for (int i = 0; i < 200; ++i)
        article += "Jona opened the new seaport in Oslo, a port. ";
    const TokenizedText text = analyzePlainArticle(article);
    const EncodedText alone = encoder->encode(text);
    std::array<EncodedText, 4> found;
    {
        std::vector<std::jthread> threads;
        for (EncodedText& one : found)
            threads.emplace_back([&] { one = encoder->encode(text); });
    }
    for (const EncodedText& one : found)
        QVERIFY(one == alone);
    const EncodedText nothing = encoder->encode(analyzePlainArticle(""));
    QVERIFY(nothing.holds("colour"));
    QVERIFY(nothing.of("colour", IndexRange{0, 0}).empty());
    // Stopped, it gives what it has.
    int asked = 0;
    const EncodedText stopped = encoder->encode(text, [&](double share) {
        ++asked;
        return share > 1;
    });
    QCOMPARE(asked, 1);
    QVERIFY(std::ranges::equal(stopped.of("colour", IndexRange{0, 50}),
                               alone.of("colour", IndexRange{0, 50})));
    QCOMPARE(stopped.of("colour", IndexRange{1000, 1001}).front(), 0.0f);
}

void TestEncoder::refusesDamagedModels_data() {
    QTest::addColumn<QString>("section");
    QTest::addColumn<bool>("cut"); // a byte short, else filled with another one
    for (const char* name : {"pieces", "sizes", "word.step", "position", "norm", "1.mix",
                             "1.widen.step", "0.norm2", "colour.weights", "colour.bias"})
        QTest::addRow("%s cut off", name) << name << true;
    QTest::newRow("sizes of no network") << "sizes" << false;
    QTest::newRow("weights too large") << "0.attention" << false;
    QTest::newRow("no pieces") << "pieces" << false;
    QTest::newRow("no labels") << "colour.labels" << false;
}

void TestEncoder::refusesDamagedModels() {
    QFETCH(QString, section);
    QFETCH(bool, cut);
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("encoder.model").toStdString();
    QVERIFY(writeRandomModel(path, [&](const std::string& name, std::vector<std::byte>& bytes) {
        if (name != section.toStdString()) return;
        if (cut)
            bytes.resize(bytes.size() / 8 * 4 - 4);
        else
            std::fill(bytes.begin(), bytes.end(), std::byte{0x7F});
    }));
    const auto encoder = Encoder::load(path);
    QVERIFY(!encoder);
    QCOMPARE(encoder.error().code, ErrorCode::BadResource);
    const QString told = QString::fromStdString(encoder.error().message);
    QVERIFY2(told.contains("encoder.model") || told.contains("word pieces"), qPrintable(told));
    QVERIFY(Encoder::load(folder.filePath("nothing").toStdString()).error().code ==
            ErrorCode::NotFound);
}

QTEST_APPLESS_MAIN(TestEncoder)
#include "test_encoder.moc"

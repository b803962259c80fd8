#include "core/encoder/transformer.h"

#include "core/encoder/row_arithmetic.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace quoth {
namespace {

// Reads sections that must have so many numbers.
class Sections {
public:
    explicit Sections(const ModelFile& file) : m_file(file) {}

    template <class T>
    std::span<const T> of(const std::string& name, std::size_t count) {
        if (!m_wrong) {
            const auto values = m_file.array<T>(name);
            if (values && values->size() == count) return *values;
            m_wrong =
                values ? unexpected(ErrorCode::BadResource, "The model " + m_file.path().string() +
                                                                " is damaged: its part \"" + name +
                                                                "\" has another size.")
                       : unexpected(values.error());
        }
        return {};
    }

    // `outputs` by `inputs`; of no size where something was wrong.
    std::optional<QuantizedMatrix> matrix(const std::string& name, std::size_t outputs,
                                          std::size_t inputs) {
        const auto weights = of<std::int8_t>(name, outputs * inputs);
        const auto steps = of<float>(name + ".step", outputs),
                   bias = of<float>(name + ".bias", outputs);
        const auto tooLarge = [](std::int8_t w) {
            return std::abs(static_cast<int>(w)) > QuantizedMatrix::largestWeight;
        };
        if (!m_wrong && std::any_of(weights.begin(), weights.end(), tooLarge))
            m_wrong = unexpected(ErrorCode::BadResource, "The model " + m_file.path().string() +
                                                             " is damaged: its part \"" + name +
                                                             "\" holds what is no weight.");
        if (m_wrong) return std::nullopt;
        return QuantizedMatrix(weights, steps, bias);
    }

    const std::optional<Unexpected>& wrong() const { return m_wrong; }

private:
    const ModelFile& m_file;
    std::optional<Unexpected> m_wrong;
};

bool areSizes(const TransformerSizes& s) {
    constexpr std::uint32_t most = 1u << 16;
    return s.pieces > 0 && s.pieces <= most && s.positions > 2 && s.positions <= most &&
           s.width > 0 && s.width <= most && s.inner > 0 && s.inner <= most && s.layers > 0 &&
           s.layers <= 64 && s.heads > 0 && s.width % s.heads == 0 && s.width % 16 == 0 &&
           s.inner % 16 == 0;
}

} // namespace

Expected<Transformer> Transformer::read(const ModelFile& file) {
    const auto sizes = file.array<TransformerSizes>("sizes");
    if (!sizes) return unexpected(sizes.error());
    if (sizes->size() != 1 || !areSizes(sizes->front()))
        return unexpected(ErrorCode::BadResource, "The model " + file.path().string() +
                                                      " is damaged: its sizes fit no network.");
    Transformer out;
    const TransformerSizes& s = out.m_sizes = sizes->front();
    Sections sections(file);
    const auto norm = [&](const std::string& name) {
        const auto both = sections.of<float>(name, std::size_t{2} * s.width);
        return both.empty() ? Norm{} : Norm{both.first(s.width), both.last(s.width)};
    };
    out.m_word = sections.of<std::int8_t>("word", std::size_t{s.pieces} * s.width);
    out.m_wordSteps = sections.of<float>("word.step", s.pieces);
    out.m_position = sections.of<float>("position", std::size_t{s.positions} * s.width);
    out.m_shape = sections.of<float>("shape", letterShapes * s.width);
    out.m_quote = sections.of<float>("quote", quoteStates * s.width);
    out.m_norm = norm("norm");
    for (std::uint32_t l = 0; l < s.layers && !sections.wrong(); ++l) {
        const std::string name = std::to_string(l) + ".";
        auto attention = sections.matrix(name + "attention", std::size_t{3} * s.width, s.width);
        auto mix = sections.matrix(name + "mix", s.width, s.width);
        auto widen = sections.matrix(name + "widen", s.inner, s.width);
        auto narrow = sections.matrix(name + "narrow", s.width, s.inner);
        const Norm norm1 = norm(name + "norm1"), norm2 = norm(name + "norm2");
        if (sections.wrong()) break;
        out.m_layers.push_back({std::move(*attention), std::move(*mix), std::move(*widen),
                                std::move(*narrow), norm1, norm2});
    }
    if (sections.wrong()) return *sections.wrong();
    return out;
}

void Transformer::embed(std::uint32_t position, PieceId piece, LetterShape shape, QuoteState quote,
                        std::span<float> row) const {
    const std::size_t width = m_sizes.width;
    const float step = m_wordSteps[piece];
    const std::int8_t* const word = m_word.data() + piece * width;
    const float* const place = m_position.data() + position * width;
    const float* const letters = m_shape.data() + static_cast<std::size_t>(shape) * width;
    const float* const marks = m_quote.data() + static_cast<std::size_t>(quote) * width;
    for (std::size_t i = 0; i < width; ++i)
        row[i] = static_cast<float>(word[i]) * step + place[i] + letters[i] + marks[i];
    normalizeRow(row, m_norm.gain, m_norm.bias);
}

void Transformer::run(const EncoderInput& input, IndexRange window, PieceId begin, PieceId end,
                      std::vector<float>& out) const {
    const std::size_t width = m_sizes.width, length = window.size() + 2;
    thread_local std::vector<float> x;
    x.resize(length * width);
    const auto row = [&](std::size_t i) { return std::span(x).subspan(i * width, width); };
    embed(0, begin, LetterShape::None, QuoteState::Outside, row(0));
    for (std::uint32_t p = window.begin; p < window.end; ++p)
        embed(p - window.begin + 1, input.pieces[p], input.shapes[p], input.quotes[p],
              row(p - window.begin + 1));
    embed(static_cast<std::uint32_t>(length - 1), end, LetterShape::None, QuoteState::Outside,
          row(length - 1));
    for (const Layer& layer : m_layers)
        runLayer(layer, x);
    out.assign(x.begin() + static_cast<std::ptrdiff_t>(width),
               x.end() - static_cast<std::ptrdiff_t>(width));
}

void Transformer::runLayer(const Layer& layer, std::vector<float>& x) const {
    const std::size_t width = m_sizes.width, inner = m_sizes.inner, heads = m_sizes.heads;
    const std::size_t length = x.size() / width, headWidth = width / heads;
    thread_local std::vector<float> asked, weights, sums, mixed, wide, added;
    asked.resize(length * 3 * width);
    layer.attention.multiply(x, asked);
    weights.resize(length * length);
    sums.resize(length);
    mixed.resize(length * width);
    const float scale = 1.0f / std::sqrt(static_cast<float>(headWidth));
    for (std::size_t h = 0; h < heads; ++h) {
        const auto part = [&](std::size_t which) {
            return FloatMatrix{asked.data() + which * width + h * headWidth, length, headWidth,
                               3 * width};
        };
        multiplyFloats(part(0), part(1), true, weights.data(), length);
        for (std::size_t i = 0; i < length; ++i)
            sums[i] = exponentialRow(std::span(weights).subspan(i * length, length), scale);
        multiplyFloats({weights.data(), length, length, length}, part(2), false,
                       mixed.data() + h * headWidth, width);
        for (std::size_t i = 0; i < length; ++i)
            multiplyRow(std::span(mixed).subspan(i * width + h * headWidth, headWidth),
                        1 / sums[i]);
    }
    added.resize(length * width);
    const auto addAndNormalize = [&](const Norm& norm) {
        for (std::size_t i = 0; i < length; ++i) {
            const auto row = std::span(x).subspan(i * width, width);
            addRow(row, std::span(added).subspan(i * width, width));
            normalizeRow(row, norm.gain, norm.bias);
        }
    };
    layer.mix.multiply(mixed, added);
    addAndNormalize(layer.norm1);
    wide.resize(length * inner);
    layer.widen.multiply(x, wide);
    for (std::size_t i = 0; i < length; ++i)
        geluRow(std::span(wide).subspan(i * inner, inner));
    layer.narrow.multiply(wide, added);
    addAndNormalize(layer.norm2);
}

} // namespace quoth

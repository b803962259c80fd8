// A transformer of BERT's kind (Vaswani et al., "Attention is all you need", 2017; Devlin et al.,
// 2019) with 8-bit weights: the pieces of a window in, a vector for each out. Immutable once read;
// const calls are thread-safe. A window's vectors do not depend on other windows.
//
// Sections of the model file: "sizes" (TransformerSizes), "word" (a row of bytes a piece), its
// "word.step", "position", "shape", "quote" (rows of floats), "norm" (gain, bias); of each layer N
// "N.attention" (query, key, value), "N.mix", "N.widen", "N.narrow" (bytes, outputs by inputs) with
// ".step" and ".bias" of each, "N.norm1" and "N.norm2".
#pragma once

#include "core/encoder/encoder_input.h"
#include "core/encoder/quantized_matrix.h"
#include "core/learning/model_file.h"
#include "core/support/expected.h"

#include <cstdint>
#include <span>
#include <vector>

namespace quoth {

struct TransformerSizes {
    std::uint32_t pieces, positions, width, inner, layers, heads;
};

class Transformer {
public:
    // BadResource where a part is missing or does not fit. `file` must outlive the transformer.
    static Expected<Transformer> read(const ModelFile& file);

    std::size_t width() const { return m_sizes.width; }
    std::size_t pieces() const { return m_sizes.pieces; }
    // The most pieces of a window, the marks around it included.
    std::size_t positions() const { return m_sizes.positions; }

    // `out`: a row of `width()` numbers for each piece of the window, without the marks around it.
    void run(const EncoderInput& input, IndexRange window, PieceId begin, PieceId end,
             std::vector<float>& out) const;

private:
    struct Norm {
        std::span<const float> gain, bias;
    };
    struct Layer {
        QuantizedMatrix attention, mix, widen, narrow;
        Norm norm1, norm2;
    };

    Transformer() = default;
    void embed(std::uint32_t position, PieceId piece, LetterShape shape, QuoteState quote,
               std::span<float> row) const;
    void runLayer(const Layer& layer, std::vector<float>& x) const;

    TransformerSizes m_sizes{};
    std::span<const std::int8_t> m_word;
    std::span<const float> m_wordSteps, m_position, m_shape, m_quote;
    Norm m_norm;
    std::vector<Layer> m_layers;
};

} // namespace quoth

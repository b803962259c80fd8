// The body of IntegerMatrix::addProducts(), compiled once for each set of instructions. `Vector`
// has the operations on several 32-bit sums at once: `width` of them; `rows` vectors at once are
// quickest.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace quoth {

struct IntegerProducts { // see IntegerMatrix
    const std::int16_t* x;
    std::size_t count, stride; // of the vectors
    const std::int16_t* pairs;
    std::size_t inputs, outputs;
    float step;
    float* out;
    std::size_t outStride;
};

namespace {

template <class Vector, std::size_t Rows>
inline void addIntegerBlock(const IntegerProducts& p, std::size_t row) {
    constexpr std::size_t blocks = 16 / Vector::width; // of outputs at once
    for (std::size_t o = 0; o < p.outputs; o += 16) {
        typename Vector::Type sums[Rows][blocks];
        for (std::size_t r = 0; r < Rows; ++r)
            for (std::size_t b = 0; b < blocks; ++b)
                sums[r][b] = Vector::zero();
        const std::int16_t* weights = p.pairs + 2 * o;
        for (std::size_t i = 0; i < p.inputs; i += 2, weights += 2 * p.outputs) {
            typename Vector::Type w[blocks];
            for (std::size_t b = 0; b < blocks; ++b)
                w[b] = Vector::load(weights + 2 * Vector::width * b);
            for (std::size_t r = 0; r < Rows; ++r) {
                std::int32_t both;
                std::memcpy(&both, p.x + (row + r) * p.stride + i, sizeof both);
                const auto x = Vector::spread(both);
                for (std::size_t b = 0; b < blocks; ++b)
                    sums[r][b] = Vector::addPairs(sums[r][b], x, w[b]);
            }
        }
        for (std::size_t r = 0; r < Rows; ++r) {
            std::int32_t whole[16];
            for (std::size_t b = 0; b < blocks; ++b)
                Vector::store(whole + b * Vector::width, sums[r][b]);
            float* out = p.out + (row + r) * p.outStride + o;
            for (std::size_t k = 0; k < 16; ++k)
                out[k] += static_cast<float>(whole[k]) * p.step;
        }
    }
}

template <class Vector>
inline void addIntegerProducts(const IntegerProducts& p) {
    std::size_t row = 0;
    for (; row + Vector::rows <= p.count; row += Vector::rows)
        addIntegerBlock<Vector, Vector::rows>(p, row);
    for (; row < p.count; ++row)
        addIntegerBlock<Vector, 1>(p, row);
}

} // namespace
} // namespace quoth

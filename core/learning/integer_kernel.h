// The body of IntegerMatrix::addProducts(), compiled once for each set of instructions. `Vector`
// has the operations on several 32-bit sums at once: `width` of them; `rows` vectors and `outputs`
// at once, a multiple of 16, are quickest.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

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

constexpr float inputSteps = 256;

inline void toIntegersHere(std::span<const float> values, std::int16_t* out) {
    using Floats = float __attribute__((vector_size(32)));
    using Integers = std::int32_t __attribute__((vector_size(32)));
    using Shorts = std::int16_t __attribute__((vector_size(16)));
    constexpr std::size_t together = 8;
    const auto round = [](Floats steps) { // to the nearest whole one
        constexpr float greatest = 2047;
        steps *= inputSteps;
        steps = steps < -greatest ? Floats{} - greatest : steps;
        steps = steps > greatest ? Floats{} + greatest : steps;
        return __builtin_convertvector(__builtin_convertvector(steps + 4096.5F, Integers) - 4096,
                                       Shorts);
    };
    std::size_t i = 0;
    for (; i + together <= values.size(); i += together) {
        Floats some;
        std::memcpy(&some, values.data() + i, sizeof some);
        const Shorts shorts = round(some);
        std::memcpy(out + i, &shorts, sizeof shorts);
    }
    Floats rest{};
    std::copy(values.begin() + static_cast<std::ptrdiff_t>(i), values.end(),
              reinterpret_cast<float*>(&rest));
    const Shorts shorts = round(rest);
    std::memcpy(out + i, &shorts, (values.size() - i) * sizeof(std::int16_t));
}

// Of `Outputs` outputs, from `o` on, for `Rows` vectors.
template <class Vector, std::size_t Rows, std::size_t Outputs>
inline void addIntegerBlock(const IntegerProducts& p, std::size_t row, std::size_t o) {
    constexpr std::size_t blocks = Outputs / Vector::width;
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
        std::int32_t whole[Outputs];
        for (std::size_t b = 0; b < blocks; ++b)
            Vector::store(whole + b * Vector::width, sums[r][b]);
        float* out = p.out + (row + r) * p.outStride + o;
        for (std::size_t k = 0; k < Outputs; ++k)
            out[k] += static_cast<float>(whole[k]) * p.step;
    }
}

// Blocks of `Rows` vectors while there are so many, then of half as many.
template <class Vector, std::size_t Rows, std::size_t Outputs>
inline void addIntegerRows(const IntegerProducts& p, std::size_t row, std::size_t o) {
    for (; row + Rows <= p.count; row += Rows)
        addIntegerBlock<Vector, Rows, Outputs>(p, row, o);
    if constexpr (Rows > 1) addIntegerRows<Vector, Rows / 2, Outputs>(p, row, o);
}

template <class Vector>
inline void addIntegerProducts(const IntegerProducts& p) {
    constexpr std::size_t least = 16;
    std::size_t o = 0;
    for (; o + Vector::outputs <= p.outputs; o += Vector::outputs)
        addIntegerRows<Vector, Vector::rows, Vector::outputs>(p, 0, o);
    for (; o < p.outputs; o += least)
        addIntegerRows<Vector, Vector::rows, least>(p, 0, o);
}

} // namespace
} // namespace quoth

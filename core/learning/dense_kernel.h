// The body of addProducts(), compiled once for each set of instructions: dense.cpp and
// dense_avx2.cpp include it. What it does is said in dense.h.
#pragma once

#include "core/learning/dense.h"

#include <type_traits>

namespace quoth {
namespace {

// Eight numbers at once; the second wherever they lie.
using Eight = float __attribute__((vector_size(32)));
using LooseEight = float __attribute__((vector_size(32), aligned(4), may_alias));
static_assert(denseStep == 16, "a step is two times eight outputs");

template <std::size_t Rows>
inline void addBlock(const float* x, std::size_t stride, std::size_t inputs, const float* weights,
                     std::size_t outputs, float* out, std::size_t outStride) {
    for (std::size_t o = 0; o < outputs; o += denseStep) {
        Eight low[Rows], high[Rows];
        for (std::size_t r = 0; r < Rows; ++r) {
            low[r] = *reinterpret_cast<const LooseEight*>(out + r * outStride + o);
            high[r] = *reinterpret_cast<const LooseEight*>(out + r * outStride + o + 8);
        }
        const float* row = weights + o;
        for (std::size_t i = 0; i < inputs; ++i, row += outputs) {
            const Eight lowWeights = *reinterpret_cast<const LooseEight*>(row);
            const Eight highWeights = *reinterpret_cast<const LooseEight*>(row + 8);
            for (std::size_t r = 0; r < Rows; ++r) {
                const float value = x[r * stride + i];
                low[r] += value * lowWeights;
                high[r] += value * highWeights;
            }
        }
        for (std::size_t r = 0; r < Rows; ++r) {
            *reinterpret_cast<LooseEight*>(out + r * outStride + o) = low[r];
            *reinterpret_cast<LooseEight*>(out + r * outStride + o + 8) = high[r];
        }
    }
}

inline void addProductsHere(DenseRows rows, std::size_t inputs, const float* weights,
                            std::size_t outputs, float* out, std::size_t outStride) {
    constexpr std::size_t together = 4; // rows that share the weights they load
    std::size_t r = 0;
    for (; r + together <= rows.count; r += together)
        addBlock<together>(rows.first + r * rows.stride, rows.stride, inputs, weights, outputs,
                           out + r * outStride, outStride);
    const auto rest = [&](auto count) {
        addBlock<count()>(rows.first + r * rows.stride, rows.stride, inputs, weights, outputs,
                          out + r * outStride, outStride);
    };
    switch (rows.count - r) {
    case 3:
        return rest(std::integral_constant<std::size_t, 3>());
    case 2:
        return rest(std::integral_constant<std::size_t, 2>());
    case 1:
        return rest(std::integral_constant<std::size_t, 1>());
    default:
        return;
    }
}

inline void addVectorsHere(std::span<const float* const> vectors, std::span<float> sum) {
    for (std::size_t o = 0; o < sum.size(); o += denseStep) {
        Eight low = *reinterpret_cast<const LooseEight*>(sum.data() + o);
        Eight high = *reinterpret_cast<const LooseEight*>(sum.data() + o + 8);
        for (const float* vector : vectors) {
            low += *reinterpret_cast<const LooseEight*>(vector + o);
            high += *reinterpret_cast<const LooseEight*>(vector + o + 8);
        }
        *reinterpret_cast<LooseEight*>(sum.data() + o) = low;
        *reinterpret_cast<LooseEight*>(sum.data() + o + 8) = high;
    }
}

} // namespace
} // namespace quoth

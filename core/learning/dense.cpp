#include "core/learning/dense.h"

// Each processor runs the widest version that it knows. Not under sanitizers, which are not ready
// when the version is chosen.
#if defined(__x86_64__) && defined(__linux__) && !defined(QUOTH_SANITIZED)
#define QUOTH_FOR_EACH_PROCESSOR __attribute__((target_clones("avx2", "default")))
#else
#define QUOTH_FOR_EACH_PROCESSOR
#endif

namespace quoth {
namespace {

// Eight numbers at once, wherever they lie.
using Eight = float __attribute__((vector_size(32), aligned(4), may_alias));
static_assert(denseStep == 16, "a step is two times eight outputs");

template <std::size_t Rows>
[[gnu::always_inline]] inline void addBlock(const float* x, std::size_t stride, std::size_t inputs,
                                            const float* weights, std::size_t outputs, float* out,
                                            std::size_t outStride) {
    for (std::size_t o = 0; o < outputs; o += denseStep) {
        float __attribute__((vector_size(32))) low[Rows], high[Rows];
        for (std::size_t r = 0; r < Rows; ++r) {
            low[r] = *reinterpret_cast<const Eight*>(out + r * outStride + o);
            high[r] = *reinterpret_cast<const Eight*>(out + r * outStride + o + 8);
        }
        const float* row = weights + o;
        for (std::size_t i = 0; i < inputs; ++i, row += outputs) {
            const float __attribute__((vector_size(32)))
            lowWeights = *reinterpret_cast<const Eight*>(row),
            highWeights = *reinterpret_cast<const Eight*>(row + 8);
            for (std::size_t r = 0; r < Rows; ++r) {
                const float value = x[r * stride + i];
                low[r] += value * lowWeights;
                high[r] += value * highWeights;
            }
        }
        for (std::size_t r = 0; r < Rows; ++r) {
            *reinterpret_cast<Eight*>(out + r * outStride + o) = low[r];
            *reinterpret_cast<Eight*>(out + r * outStride + o + 8) = high[r];
        }
    }
}

} // namespace

QUOTH_FOR_EACH_PROCESSOR
void addProducts(DenseRows rows, std::size_t inputs, const float* weights, std::size_t outputs,
                 float* out, std::size_t outStride) {
    std::size_t r = 0;
    for (; r + 4 <= rows.count; r += 4)
        addBlock<4>(rows.first + r * rows.stride, rows.stride, inputs, weights, outputs,
                    out + r * outStride, outStride);
    for (; r < rows.count; ++r)
        addBlock<1>(rows.first + r * rows.stride, rows.stride, inputs, weights, outputs,
                    out + r * outStride, outStride);
}

} // namespace quoth

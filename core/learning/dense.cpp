#include "core/learning/dense.h"

#include "core/learning/dense_kernel.h"

namespace quoth {

#if defined(__x86_64__)
// In dense_avx2.cpp: the same sums by wider instructions, for processors that have them.
void addProductsAvx2(DenseRows rows, std::size_t inputs, const float* weights, std::size_t outputs,
                     float* out, std::size_t outStride);
void addVectorsAvx2(std::span<const float* const> vectors, std::span<float> sum);

static bool isWide() {
    static const bool wide = __builtin_cpu_supports("avx2") != 0;
    return wide;
}
#endif

void addProducts(DenseRows rows, std::size_t inputs, const float* weights, std::size_t outputs,
                 float* out, std::size_t outStride) {
#if defined(__x86_64__)
    if (isWide()) return addProductsAvx2(rows, inputs, weights, outputs, out, outStride);
#endif
    addProductsHere(rows, inputs, weights, outputs, out, outStride);
}

void addVectors(std::span<const float* const> vectors, std::span<float> sum) {
#if defined(__x86_64__)
    if (isWide()) return addVectorsAvx2(vectors, sum);
#endif
    addVectorsHere(vectors, sum);
}

} // namespace quoth

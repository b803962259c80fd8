#include "core/learning/dense.h"

#include "core/learning/dense_kernel.h"

namespace quoth {

#if defined(__x86_64__)
// In dense_avx2.cpp: the same sums by wider instructions, for processors that have them.
void addProductsAvx2(DenseRows rows, std::size_t inputs, const float* weights, std::size_t outputs,
                     float* out, std::size_t outStride);
#endif

void addProducts(DenseRows rows, std::size_t inputs, const float* weights, std::size_t outputs,
                 float* out, std::size_t outStride) {
#if defined(__x86_64__)
    static const bool wide = __builtin_cpu_supports("avx2") != 0;
    if (wide) return addProductsAvx2(rows, inputs, weights, outputs, out, outStride);
#endif
    addProductsHere(rows, inputs, weights, outputs, out, outStride);
}

} // namespace quoth

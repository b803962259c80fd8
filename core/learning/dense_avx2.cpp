// Compiled for processors with AVX2; nothing else may be in here.
#if defined(__x86_64__)
#include "core/learning/dense_kernel.h"

namespace quoth {

void addProductsAvx2(DenseRows rows, std::size_t inputs, const float* weights, std::size_t outputs,
                     float* out, std::size_t outStride);

void addProductsAvx2(DenseRows rows, std::size_t inputs, const float* weights, std::size_t outputs,
                     float* out, std::size_t outStride) {
    addProductsHere(rows, inputs, weights, outputs, out, outStride);
}

} // namespace quoth
#endif

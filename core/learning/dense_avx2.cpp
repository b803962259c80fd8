// Compiled for processors with AVX2; nothing else may be in here.
#if defined(__x86_64__)
#include "core/learning/dense_kernel.h"
#include "core/learning/integer_kernel.h"

#include <immintrin.h>

namespace quoth {
namespace {

struct IntegerEight {
    using Type = __m256i;
    static constexpr std::size_t width = 8, rows = 4, outputs = 16;
    static Type zero() { return _mm256_setzero_si256(); }
    static Type load(const std::int16_t* from) {
        return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
    }
    static void store(std::int32_t* to, Type value) {
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), value);
    }
    static Type spread(std::int32_t both) { return _mm256_set1_epi32(both); }
    static Type addPairs(Type sums, Type a, Type b) {
        return _mm256_add_epi32(sums, _mm256_madd_epi16(a, b));
    }
};

} // namespace

void addIntegerProductsAvx2(const IntegerProducts& products);

void addIntegerProductsAvx2(const IntegerProducts& products) {
    addIntegerProducts<IntegerEight>(products);
}

void addProductsAvx2(DenseRows rows, std::size_t inputs, const float* weights, std::size_t outputs,
                     float* out, std::size_t outStride);

void addProductsAvx2(DenseRows rows, std::size_t inputs, const float* weights, std::size_t outputs,
                     float* out, std::size_t outStride) {
    addProductsHere(rows, inputs, weights, outputs, out, outStride);
}

void addVectorsAvx2(std::span<const float* const> vectors, std::span<float> sum);

void addVectorsAvx2(std::span<const float* const> vectors, std::span<float> sum) {
    addVectorsHere(vectors, sum);
}

void toIntegersAvx2(std::span<const float> values, std::int16_t* out);

void toIntegersAvx2(std::span<const float> values, std::int16_t* out) {
    toIntegersHere(values, out);
}

} // namespace quoth
#endif

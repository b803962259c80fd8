#include "core/learning/integer_products.h"

#include "core/learning/integer_kernel.h"

#include <algorithm>
#include <array>
#include <cmath>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace quoth {
namespace {

constexpr float greatestWeight = 8191;

#if defined(__SSE2__)
struct Four {
    using Type = __m128i;
    static constexpr std::size_t width = 4, rows = 4, outputs = 16;
    static Type zero() { return _mm_setzero_si128(); }
    static Type load(const std::int16_t* from) {
        return _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
    }
    static void store(std::int32_t* to, Type value) {
        _mm_storeu_si128(reinterpret_cast<__m128i*>(to), value);
    }
    static Type spread(std::int32_t both) { return _mm_set1_epi32(both); }
    static Type addPairs(Type sums, Type a, Type b) {
        return _mm_add_epi32(sums, _mm_madd_epi16(a, b));
    }
};
#else
struct Four { // the same without such instructions
    struct Type {
        std::array<std::int32_t, 4> of{};
    };
    static constexpr std::size_t width = 4, rows = 4, outputs = 16;
    static Type zero() { return {}; }
    static Type load(const std::int16_t* from) {
        Type out;
        std::memcpy(&out, from, sizeof out);
        return out;
    }
    static void store(std::int32_t* to, Type value) { std::memcpy(to, &value, sizeof value); }
    static Type spread(std::int32_t both) { return {{both, both, both, both}}; }
    static Type addPairs(Type sums, Type a, Type b) {
        std::array<std::int16_t, 8> x{}, y{};
        std::memcpy(&x, &a, sizeof x);
        std::memcpy(&y, &b, sizeof y);
        for (std::size_t k = 0; k < 4; ++k)
            sums.of[k] += x[2 * k] * y[2 * k] + x[2 * k + 1] * y[2 * k + 1];
        return sums;
    }
};
#endif

} // namespace

#if defined(__x86_64__)
// In dense_avx2.cpp and integer_vnni.cpp, for processors that have wider instructions.
void addIntegerProductsAvx2(const IntegerProducts& products);
void addIntegerProductsVnni(const IntegerProducts& products);
void toIntegersAvx2(std::span<const float> values, std::int16_t* out);
#endif

void toIntegers(std::span<const float> values, std::int16_t* out) {
#if defined(__x86_64__)
    static const bool wide = __builtin_cpu_supports("avx2") != 0;
    if (wide) return toIntegersAvx2(values, out);
#endif
    toIntegersHere(values, out);
}

IntegerMatrix::IntegerMatrix(const float* weights, std::size_t inputs, std::size_t outputs)
    : m_inputs(inputs), m_outputs(outputs), m_pairs(inputs * outputs) {
    float greatest = 0;
    for (std::size_t i = 0; i < inputs * outputs; ++i)
        greatest = std::max(greatest, std::abs(weights[i]));
    int power = 0;
    while (power < 20 && greatest * static_cast<float>(1 << (power + 1)) <= greatestWeight)
        ++power;
    const auto steps = static_cast<float>(1 << power);
    m_step = 1 / (steps * inputSteps);
    for (std::size_t i = 0; i < inputs; ++i)
        for (std::size_t o = 0; o < outputs; ++o)
            m_pairs[(i / 2 * outputs + o) * 2 + i % 2] = static_cast<std::int16_t>(std::lround(
                std::clamp(weights[i * outputs + o] * steps, -greatestWeight, greatestWeight)));
}

void IntegerMatrix::addProducts(const std::int16_t* x, std::size_t count, std::size_t stride,
                                float* out, std::size_t outStride) const {
    const IntegerProducts products{x,         count,  stride, m_pairs.data(), m_inputs,
                                   m_outputs, m_step, out,    outStride};
#if defined(__x86_64__)
    static const bool widest = __builtin_cpu_supports("avx512vnni") != 0;
    if (widest) return addIntegerProductsVnni(products);
    static const bool wide = __builtin_cpu_supports("avx2") != 0;
    if (wide) return addIntegerProductsAvx2(products);
#endif
    addIntegerProducts<Four>(products);
}

} // namespace quoth

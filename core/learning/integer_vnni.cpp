// Compiled for processors with AVX-512 VNNI, which multiply and add in one instruction; nothing
// else may be in here.
#if defined(__x86_64__)
#include "core/learning/integer_kernel.h"

#include <immintrin.h>

namespace quoth {
namespace {

struct IntegerSixteen {
    using Type = __m512i;
    static constexpr std::size_t width = 16, rows = 8, outputs = 32;
    static Type zero() { return _mm512_setzero_si512(); }
    static Type load(const std::int16_t* from) { return _mm512_loadu_si512(from); }
    static void store(std::int32_t* to, Type value) { _mm512_storeu_si512(to, value); }
    static Type spread(std::int32_t both) { return _mm512_set1_epi32(both); }
    static Type addPairs(Type sums, Type a, Type b) { return _mm512_dpwssd_epi32(sums, a, b); }
};

} // namespace

void addIntegerProductsVnni(const IntegerProducts& products);

void addIntegerProductsVnni(const IntegerProducts& products) {
    addIntegerProducts<IntegerSixteen>(products);
}

} // namespace quoth
#endif

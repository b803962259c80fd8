#include "core/encoder/row_arithmetic.h"

#include "core/encoder/row_kernel.h"
#include "core/encoder/row_kernel_table.h"

namespace quoth {
namespace {

constexpr RowKernel plainRows = {roundRowHere,       scaleRowHere,    normalizeRowHere, geluRowHere,
                                 exponentialRowHere, multiplyRowHere, addRowHere};

const RowKernel& kernel() {
#if defined(__x86_64__)
    static const RowKernel& best = __builtin_cpu_supports("avx512f") ? avx512Rows
                                   : __builtin_cpu_supports("avx2")  ? avx2Rows
                                                                     : plainRows;
    return best;
#else
    return plainRows;
#endif
}

} // namespace

float roundRow(std::span<const float> x, std::uint8_t* out) {
    return kernel().round(x, out);
}

void scaleRow(std::span<const std::int32_t> sums, std::span<const std::int32_t> weightSums,
              float rowStep, std::span<const float> steps, std::span<const float> bias,
              std::span<float> y) {
    kernel().scale(sums, weightSums, rowStep, steps, bias, y);
}

void normalizeRow(std::span<float> x, std::span<const float> gain, std::span<const float> bias) {
    kernel().normalize(x, gain, bias);
}

void geluRow(std::span<float> x) {
    kernel().gelu(x);
}

float exponentialRow(std::span<float> x, float scale) {
    return kernel().exponential(x, scale);
}

void multiplyRow(std::span<float> x, float factor) {
    kernel().multiply(x, factor);
}

void addRow(std::span<float> x, std::span<const float> y) {
    kernel().add(x, y);
}

} // namespace quoth

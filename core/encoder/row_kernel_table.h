// The functions of row_kernel.h for one kind of processor.
#pragma once

#include <cstdint>
#include <span>

namespace quoth {

struct RowKernel {
    float (*round)(std::span<const float>, std::uint8_t*);
    void (*scale)(std::span<const std::int32_t>, std::span<const std::int32_t>, float,
                  std::span<const float>, std::span<const float>, std::span<float>);
    void (*normalize)(std::span<float>, std::span<const float>, std::span<const float>);
    void (*gelu)(std::span<float>);
    float (*exponential)(std::span<float>, float);
    void (*multiply)(std::span<float>, float);
    void (*add)(std::span<float>, std::span<const float>);
};

#if defined(__x86_64__)
extern const RowKernel avx2Rows, avx512Rows;
#endif

} // namespace quoth

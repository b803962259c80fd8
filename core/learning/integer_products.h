// Products of vectors and a matrix in 16-bit integers, about twice as fast as in floats. Sums are
// whole numbers, so that results are the same to the bit on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace quoth {

// Values as steps of 1/256; those beyond 8 become 8.
void toIntegers(std::span<const float> values, std::int16_t* out);

class IntegerMatrix {
public:
    IntegerMatrix() = default;
    // Rounds `inputs` by `outputs` weights, row-major, to steps of a power of two that makes the
    // greatest one less than 2^13. `inputs` is even and at most 64 (so that no sum is beyond 32
    // bits), `outputs` a multiple of 16.
    IntegerMatrix(const float* weights, std::size_t inputs, std::size_t outputs);

    // For each of `count` vectors of integers x that lie `stride` apart, and the y at `out` + its
    // number * `outStride`: y[o] += sum over i of x[i] * weight(i, o).
    void addProducts(const std::int16_t* x, std::size_t count, std::size_t stride, float* out,
                     std::size_t outStride) const;

private:
    std::size_t m_inputs = 0, m_outputs = 0;
    float m_step = 0;                  // of a product: of both factors
    std::vector<std::int16_t> m_pairs; // of two inputs: the weights of each output side by side
};

} // namespace quoth

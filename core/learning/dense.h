// Products of vectors and dense matrices in single precision. Each output is summed in the order of
// the inputs, whatever instructions the machine has, so that results are the same to the bit on
// every machine with IEEE arithmetic.
#pragma once

#include <cstddef>
#include <span>

namespace quoth {

constexpr std::size_t denseStep = 16; // numbers of outputs are multiples of this

// Rows of numbers that lie `stride` floats apart.
struct DenseRows {
    const float* first = nullptr;
    std::size_t count = 0, stride = 0;
};

// For each row x (`inputs` floats) of `rows` and the row y of `outputs` floats at `out` +
// its number * `outStride`: y[o] += sum over i of x[i] * weights[i * outputs + o].
void addProducts(DenseRows rows, std::size_t inputs, const float* weights, std::size_t outputs,
                 float* out, std::size_t outStride);

// Adds each of the vectors, one after the other, to `sum`, whose size is a multiple of denseStep.
void addVectors(std::span<const float* const> vectors, std::span<float> sum);

// sum[k] += values[k]
inline void addTo(std::span<float> sum, const float* values) {
    for (std::size_t k = 0; k < sum.size(); ++k)
        sum[k] += values[k];
}

// Negative ones become 0.
inline void rectify(std::span<float> values) {
    for (float& value : values)
        value = value > 0 ? value : 0;
}

} // namespace quoth

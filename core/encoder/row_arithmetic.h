// What the encoder does to a row of numbers between two products. Sums are taken in the same order
// on every processor and no two operations are joined, so that results are the same to the bit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace quoth {

// To whole numbers 1 to 255, of which 128 is 0; gives the step between them.
float roundRow(std::span<const float> x, std::uint8_t* out);
// y = (sums - 128 weightSums) rowStep steps + bias
void scaleRow(std::span<const std::int32_t> sums, std::span<const std::int32_t> weightSums,
              float rowStep, std::span<const float> steps, std::span<const float> bias,
              std::span<float> y);
// To mean 0 and variance 1, then times `gain` plus `bias` (Ba, Kiros and Hinton, "Layer
// normalization", 2016).
void normalizeRow(std::span<float> x, std::span<const float> gain, std::span<const float> bias);
// x times the share of a normal distribution below it, by its approximation with tanh (Hendrycks
// and Gimpel, "Gaussian error linear units", 2016).
void geluRow(std::span<float> x);
// e^(scale x), at most e^80 each; gives their sum.
float exponentialRow(std::span<float> x, float scale);
void multiplyRow(std::span<float> x, float factor);
void addRow(std::span<float> x, std::span<const float> y); // x += y

} // namespace quoth

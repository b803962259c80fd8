// The arithmetic of rows, compiled once for each kind of processor (row_arithmetic.cpp,
// row_avx2.cpp, row_avx512.cpp); rows have a multiple of 16 numbers or are filled up by the caller.
#pragma once

#include "core/learning/exponential.h"

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

namespace quoth {
namespace {

constexpr std::size_t lanes = 16; // sums run side by side

template <class Add>
float sumOf(std::size_t size, Add at) {
    float sums[lanes] = {};
    std::size_t i = 0;
    for (; i + lanes <= size; i += lanes)
        for (std::size_t l = 0; l < lanes; ++l)
            sums[l] += at(i + l);
    for (std::size_t l = 0; i < size; ++i, ++l)
        sums[l] += at(i);
    for (std::size_t half = lanes / 2; half > 0; half /= 2)
        for (std::size_t l = 0; l < half; ++l)
            sums[l] += sums[l + half];
    return sums[0];
}

inline float largestOf(std::span<const float> x) { // without signs
    float largest[lanes] = {};
    std::size_t i = 0;
    const auto take = [&](float& to, float value) {
        const float v = std::abs(value);
        to = v > to ? v : to;
    };
    for (; i + lanes <= x.size(); i += lanes)
        for (std::size_t l = 0; l < lanes; ++l)
            take(largest[l], x[i + l]);
    for (std::size_t l = 0; i < x.size(); ++i, ++l)
        take(largest[l], x[i]);
    float out = 0;
    for (const float l : largest)
        out = l > out ? l : out;
    return out;
}

// e^x by a polynomial for 2^f and the exponent's bits (Cody and Waite's reduction); x from -87
// to 88.
inline float exponential(float x) {
    constexpr float log2e = 1.44269504f, ln2High = 0.693359375f, ln2Low = -2.12194440e-4f;
    x = x < -87.0f ? -87.0f : x > 88.0f ? 88.0f : x;
    constexpr float shift = 12582912.0f; // 1.5 * 2^23: adding it rounds to a whole number
    const float rounded = x * log2e + shift;
    const float n = rounded - shift;
    const float r = (x - n * ln2High) - n * ln2Low;
    const float p = exponentialNearZero(r);
    const auto exponent = std::bit_cast<std::int32_t>(rounded) << 23;
    return std::bit_cast<float>(std::bit_cast<std::int32_t>(p) + exponent);
}

float roundRowHere(std::span<const float> x, std::uint8_t* out) {
    constexpr float levels = 127;
    const float largest = largestOf(x);
    const float step = largest / levels;
    const float inverse = largest > 0 ? levels / largest : 0.0f;
    for (std::size_t i = 0; i < x.size(); ++i) {
        constexpr float shift = 12582912.0f;
        const float whole = (x[i] * inverse + shift) - shift;
        out[i] = static_cast<std::uint8_t>(static_cast<std::int32_t>(whole) + 128);
    }
    return step;
}

void scaleRowHere(std::span<const std::int32_t> sums, std::span<const std::int32_t> weightSums,
                  float rowStep, std::span<const float> steps, std::span<const float> bias,
                  std::span<float> y) {
    for (std::size_t o = 0; o < sums.size(); ++o)
        y[o] = static_cast<float>(sums[o] - 128 * weightSums[o]) * (rowStep * steps[o]) + bias[o];
}

void normalizeRowHere(std::span<float> x, std::span<const float> gain,
                      std::span<const float> bias) {
    const auto size = static_cast<float>(x.size());
    const float mean = sumOf(x.size(), [&](std::size_t i) { return x[i]; }) / size;
    const float variance =
        sumOf(x.size(), [&](std::size_t i) { return (x[i] - mean) * (x[i] - mean); }) / size;
    const float inverse = 1.0f / std::sqrt(variance + 1e-12f);
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] = (x[i] - mean) * inverse * gain[i] + bias[i];
}

void geluRowHere(std::span<float> x) {
    constexpr float twiceRoot = 1.59576912f; // 2 sqrt(2 / pi): tanh as a logistic function
    for (float& v : x) {
        const float inner = twiceRoot * (v + 0.044715f * v * v * v);
        v = v / (1.0f + exponential(-inner));
    }
}

float exponentialRowHere(std::span<float> x, float scale) {
    constexpr float most = 80; // its sums over a window stay finite
    for (float& v : x) {
        const float scaled = v * scale;
        v = exponential(scaled < most ? scaled : most);
    }
    return sumOf(x.size(), [&](std::size_t i) { return x[i]; });
}

void multiplyRowHere(std::span<float> x, float factor) {
    for (float& v : x)
        v *= factor;
}

void addRowHere(std::span<float> x, std::span<const float> y) {
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] += y[i];
}

} // namespace
} // namespace quoth

// The heart of e^x by arithmetic alone, the same to the bit on every machine. How x is brought near
// 0 is its callers' own: what compiles to few instructions differs between them. In a namespace of
// each file, as some are compiled for processors that not all have.
#pragma once

namespace quoth {
namespace {

// e^r for |r| <= ln 2 / 2, by a polynomial (Moshier, Cephes); within 2 units in the last place.
inline float exponentialNearZero(float r) {
    float p = 1.9875691500e-4f;
    p = p * r + 1.3981999507e-3f;
    p = p * r + 8.3334519073e-3f;
    p = p * r + 4.1665795894e-2f;
    p = p * r + 1.6666665459e-1f;
    p = p * r + 5.0000001201e-1f;
    return p * r * r + r + 1.0f;
}

} // namespace
} // namespace quoth

// Products of vectors and a matrix of 8-bit weights. Sums are whole numbers, so that a vector's
// product is the same to the bit whatever stands beside it and whatever processor computes it.
// oneDNN multiplies; no other file knows it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace quoth {

class QuantizedMatrix {
public:
    // A weight is its number times the step of its output. Numbers are at most `largestWeight`:
    // with larger ones sums of pairs are cut off on processors without VNNI.
    static constexpr int largestWeight = 63;

    // `weights`: outputs by inputs; `steps` and `bias`: one an output. All are copied.
    QuantizedMatrix(std::span<const std::int8_t> weights, std::span<const float> steps,
                    std::span<const float> bias);
    QuantizedMatrix(QuantizedMatrix&& other) noexcept;
    QuantizedMatrix& operator=(QuantizedMatrix&& other) noexcept;
    ~QuantizedMatrix();

    std::size_t inputs() const { return m_inputs; }
    std::size_t outputs() const { return m_outputs; }

    // `x`: rows by inputs; `y`: rows by outputs, the products with the bias added. Each row is
    // rounded to 8 bits with a step of its own. Thread-safe.
    void multiply(std::span<const float> x, std::span<float> y) const;

private:
    struct Products; // oneDNN's
    std::size_t m_inputs = 0, m_outputs = 0;
    std::unique_ptr<Products> m_products;
};

// y = a b, or a times b transposed: row-major matrices in single precision, whose rows lie
// `stride` numbers apart.
struct FloatMatrix {
    const float* data;
    std::size_t rows, columns, stride;
};
void multiplyFloats(FloatMatrix a, FloatMatrix b, bool transposed, float* y, std::size_t stride);

} // namespace quoth

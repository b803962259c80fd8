#include "core/encoder/quantized_matrix.h"

#include "core/encoder/row_arithmetic.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <mutex>
#include <oneapi/dnnl/dnnl.hpp>
#include <vector>

// Of the library that oneDNN runs its threads by: the callers here have threads of their own.
extern "C" void omp_set_num_threads(int threads);

namespace quoth {
namespace {

using dnnl::memory;

const dnnl::engine& engine() {
    static const dnnl::engine cpu(dnnl::engine::kind::cpu, 0);
    return cpu;
}

dnnl::stream& stream() {
    thread_local dnnl::stream own = [] {
        omp_set_num_threads(1);
        return dnnl::stream(engine());
    }();
    return own;
}

memory::desc rowMajor(std::size_t rows, std::size_t columns, memory::data_type type) {
    return {{static_cast<memory::dim>(rows), static_cast<memory::dim>(columns)},
            type,
            memory::format_tag::ab};
}

// Rows are multiplied in blocks of these sizes, the last one filled up.
constexpr std::array<std::size_t, 4> blockRows = {256, 128, 64, 16};

} // namespace

struct QuantizedMatrix::Products {
    std::array<std::once_flag, blockRows.size()> made;
    std::array<dnnl::matmul, blockRows.size()> matmul;
    std::array<memory::desc, blockRows.size()> scratch;
    memory::desc weightLayout;
    memory weights;
    std::vector<std::int32_t> sums; // of each output's weights: what the offset of x adds
    std::vector<float> steps, bias;

    dnnl::matmul::primitive_desc describe(std::size_t rows, std::size_t inputs, std::size_t outputs,
                                          const memory::desc& layout) const {
        dnnl::primitive_attr attributes;
        attributes.set_scratchpad_mode(dnnl::scratchpad_mode::user);
        return {{rowMajor(rows, inputs, memory::data_type::u8), layout,
                 rowMajor(rows, outputs, memory::data_type::s32)},
                attributes,
                engine()};
    }
};

QuantizedMatrix::QuantizedMatrix(std::span<const std::int8_t> weights, std::span<const float> steps,
                                 std::span<const float> bias)
    : m_inputs(weights.size() / steps.size()), m_outputs(steps.size()),
      m_products(std::make_unique<Products>()) {
    stream(); // one thread, from the first memory on
    Products& products = *m_products;
    products.steps.assign(steps.begin(), steps.end());
    products.bias.assign(bias.begin(), bias.end());
    for (std::size_t o = 0; o < m_outputs; ++o) {
        std::int32_t sum = 0;
        for (std::size_t i = 0; i < m_inputs; ++i)
            sum += weights[o * m_inputs + i];
        products.sums.push_back(sum);
    }
    const memory::dims shape = {static_cast<memory::dim>(m_inputs),
                                static_cast<memory::dim>(m_outputs)};
    const auto best = products.describe(blockRows[0], m_inputs, m_outputs,
                                        {shape, memory::data_type::s8, memory::format_tag::any});
    products.weightLayout = best.weights_desc();
    products.weights = memory(products.weightLayout, engine());
    memory given({shape, memory::data_type::s8, memory::format_tag::ba}, engine(),
                 const_cast<std::int8_t*>(weights.data()));
    dnnl::reorder(given, products.weights).execute(stream(), given, products.weights);
    stream().wait();
}

QuantizedMatrix::QuantizedMatrix(QuantizedMatrix&& other) noexcept = default;
QuantizedMatrix& QuantizedMatrix::operator=(QuantizedMatrix&& other) noexcept = default;
QuantizedMatrix::~QuantizedMatrix() = default;

void QuantizedMatrix::multiply(std::span<const float> x, std::span<float> y) const {
    stream(); // one thread
    Products& products = *m_products;
    thread_local std::vector<std::uint8_t> rounded;
    thread_local std::vector<std::int32_t> sums;
    thread_local std::vector<float> rowSteps;
    thread_local std::vector<std::byte> scratch;
    const std::size_t rows = x.size() / m_inputs;
    for (std::size_t row = 0; row < rows;) {
        std::size_t block = 0;
        while (block + 1 < blockRows.size() && blockRows[block + 1] >= rows - row)
            ++block;
        const std::size_t size = blockRows[block], count = std::min(size, rows - row);
        rounded.resize(size * m_inputs);
        sums.resize(size * m_outputs);
        rowSteps.resize(size);
        for (std::size_t r = 0; r < count; ++r)
            rowSteps[r] =
                roundRow(x.subspan((row + r) * m_inputs, m_inputs), rounded.data() + r * m_inputs);
        std::call_once(products.made[block], [&] {
            const auto description =
                products.describe(size, m_inputs, m_outputs, products.weightLayout);
            products.matmul[block] = dnnl::matmul(description);
            products.scratch[block] = description.scratchpad_desc();
        });
        // Of the thread, as the library's own would be shared by all.
        scratch.resize(std::max(scratch.size(), products.scratch[block].get_size()));
        memory source(rowMajor(size, m_inputs, memory::data_type::u8), engine(), rounded.data());
        memory target(rowMajor(size, m_outputs, memory::data_type::s32), engine(), sums.data());
        memory room(products.scratch[block], engine(), scratch.data());
        products.matmul[block].execute(stream(), {{DNNL_ARG_SRC, source},
                                                  {DNNL_ARG_WEIGHTS, products.weights},
                                                  {DNNL_ARG_DST, target},
                                                  {DNNL_ARG_SCRATCHPAD, room}});
        stream().wait();
        for (std::size_t r = 0; r < count; ++r)
            scaleRow(std::span(sums).subspan(r * m_outputs, m_outputs), products.sums, rowSteps[r],
                     products.steps, products.bias, y.subspan((row + r) * m_outputs, m_outputs));
        row += count;
    }
}

void multiplyFloats(FloatMatrix a, FloatMatrix b, bool transposed, float* y, std::size_t stride) {
    stream(); // one thread
    const std::size_t columns = transposed ? b.rows : b.columns;
    dnnl_sgemm('N', transposed ? 'T' : 'N', static_cast<dnnl_dim_t>(a.rows),
               static_cast<dnnl_dim_t>(columns), static_cast<dnnl_dim_t>(a.columns), 1.0f, a.data,
               static_cast<dnnl_dim_t>(a.stride), b.data, static_cast<dnnl_dim_t>(b.stride), 0.0f,
               y, static_cast<dnnl_dim_t>(stride));
}

} // namespace quoth

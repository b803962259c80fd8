#include "core/training/encoder/encoder_writer.h"

#include "core/encoder/encoder.h"
#include "core/encoder/encoder_limits.h"

#include <cmath>

namespace quoth::training {
namespace {

using torch::Tensor;

// A row of weights as whole numbers of at most `largest` times a step.
struct RoundedRow {
    std::vector<std::int8_t> numbers;
    float step = 0;
};

RoundedRow roundedBy(std::span<const float> row, float step, int largest, double& error) {
    RoundedRow out;
    out.step = step;
    error = 0;
    for (const float weight : row) {
        const float whole = step > 0 ? std::nearbyint(weight / step) : 0;
        const auto number = static_cast<int>(
            std::clamp(whole, static_cast<float>(-largest), static_cast<float>(largest)));
        out.numbers.push_back(static_cast<std::int8_t>(number));
        const double off =
            static_cast<double>(weight) - static_cast<double>(number) * static_cast<double>(step);
        error += off * off;
    }
    return out;
}

// By the step that loses least: cutting off the largest weights may pay.
RoundedRow rounded(std::span<const float> row, int largest) {
    float most = 0;
    for (const float weight : row)
        most = std::max(most, std::abs(weight));
    RoundedRow best;
    double least = 0;
    for (float share = 1.0f; share > 0.5f; share -= 0.05f) {
        double error = 0;
        RoundedRow tried =
            roundedBy(row, most * share / static_cast<float>(largest), largest, error);
        if (best.numbers.empty() || error < least) {
            best = std::move(tried);
            least = error;
        }
    }
    return best;
}

class Writer {
public:
    Writer(EncoderNetwork& network) : m_parameters(network->named_parameters()) {}

    std::span<const float> values(const std::string& name) {
        const Tensor tensor = m_parameters[name].detach().to(torch::kFloat32).contiguous();
        m_kept.push_back(tensor);
        return {tensor.data_ptr<float>(), static_cast<std::size_t>(tensor.numel())};
    }
    void addRows(const std::string& to, std::vector<std::span<const float>> parts, std::size_t rows,
                 int largest) {
        std::vector<std::int8_t> numbers;
        std::vector<float> steps;
        for (const std::span<const float> part : parts) {
            const std::size_t width = part.size() / rows;
            for (std::size_t r = 0; r < rows; ++r) {
                const RoundedRow row = rounded(part.subspan(r * width, width), largest);
                numbers.insert(numbers.end(), row.numbers.begin(), row.numbers.end());
                steps.push_back(row.step);
            }
        }
        file.addArray<std::int8_t>(to, numbers);
        file.addArray<float>(to + ".step", steps);
    }
    // A product's weights and bias; of several layers side by side.
    void addMatrix(const std::string& to, const std::vector<std::string>& from) {
        std::vector<std::span<const float>> weights;
        std::vector<float> bias;
        for (const std::string& name : from) {
            weights.push_back(values(name + ".weight"));
            const auto own = values(name + ".bias");
            bias.insert(bias.end(), own.begin(), own.end());
        }
        addRows(to, weights, bias.size() / from.size(), QuantizedMatrix::largestWeight);
        file.addArray<float>(to + ".bias", bias);
    }
    void addNorm(const std::string& to, const std::string& from) {
        std::vector<float> both;
        for (const char* part : {".weight", ".bias"}) {
            const auto own = values(from + part);
            both.insert(both.end(), own.begin(), own.end());
        }
        file.addArray<float>(to, both);
    }

    ModelFileWriter file{Encoder::stage, Encoder::revision};

private:
    torch::OrderedDict<std::string, Tensor> m_parameters;
    std::vector<Tensor> m_kept;
};

} // namespace

Outcome writeEncoder(const std::filesystem::path& path, EncoderNetwork& network,
                     const std::string& pieces, const std::vector<EncoderTask>& tasks) {
    const EncoderSizes& sizes = network->sizes();
    const auto positions = static_cast<std::uint32_t>(encoder_limits::window + 2);
    const auto width = static_cast<std::size_t>(sizes.width);
    Writer writer(network);
    writer.file.addText("pieces", pieces);
    const TransformerSizes written[] = {
        {static_cast<std::uint32_t>(sizes.pieces), positions,
         static_cast<std::uint32_t>(sizes.width), static_cast<std::uint32_t>(sizes.inner),
         static_cast<std::uint32_t>(sizes.layers), static_cast<std::uint32_t>(sizes.heads)}};
    writer.file.addArray<TransformerSizes>("sizes", written);
    writer.addRows("word", {writer.values("word.weight")}, static_cast<std::size_t>(sizes.pieces),
                   127);
    writer.file.addArray<float>("position",
                                writer.values("position.weight").first(positions * width));
    writer.file.addArray<float>("shape", writer.values("shape.weight"));
    writer.file.addArray<float>("quote", writer.values("quote.weight"));
    writer.addNorm("norm", "norm");
    for (std::int64_t l = 0; l < sizes.layers; ++l) {
        const std::string own = std::to_string(l) + ".", layer = "layer" + std::to_string(l) + ".";
        writer.addMatrix(own + "attention", {layer + "query", layer + "key", layer + "value"});
        writer.addMatrix(own + "mix", {layer + "attended"});
        writer.addMatrix(own + "widen", {layer + "widen"});
        writer.addMatrix(own + "narrow", {layer + "narrow"});
        writer.addNorm(own + "norm1", layer + "norm1");
        writer.addNorm(own + "norm2", layer + "norm2");
    }
    std::string names;
    for (const EncoderTask& task : tasks) {
        names += task.name + '\n';
        std::string labels;
        for (const std::string& label : task.labels)
            labels += label + '\n';
        if (!labels.empty()) writer.file.addText(task.name + ".labels", labels);
        for (const auto& [to, from] : {std::pair{".weights", ".weight"}, {".bias", ".bias"}}) {
            const auto values = writer.values("head_" + task.name + from);
            std::vector<float> counted(values.begin(), values.end());
            for (float& value : counted)
                value *= task.count;
            writer.file.addArray<float>(task.name + to, counted);
        }
    }
    writer.file.addText("tasks", names);
    return writer.file.write(path);
}

} // namespace quoth::training

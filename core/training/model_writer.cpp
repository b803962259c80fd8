#include "core/training/model_writer.h"

#include "core/learning/sequence_model.h"

#include <algorithm>
#include <cmath>

namespace quoth::training {
namespace {

// What a weight of 1 is worth: the largest few of a hundred thousand are cut to the range.
float scaleOf(const std::vector<float>& weights) {
    std::vector<float> sizes;
    for (const float w : weights)
        if (w != 0) sizes.push_back(std::abs(w));
    if (sizes.empty()) return 1;
    const std::size_t rank = sizes.size() - 1 - sizes.size() / 100'000;
    std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(rank), sizes.end());
    return sizes[rank] / 127;
}

// Rows of so few labels are added at once, so that leaving out zeros would save no time.
constexpr std::size_t quickLabels = 16;

} // namespace

std::vector<ModelSlot> slotTable(std::span<const ModelSlot> rows) {
    unsigned bits = 4;
    while ((std::size_t{1} << bits) * 3 < rows.size() * 4) // three quarters full at most
        ++bits;
    std::vector<ModelSlot> slots(std::size_t{1} << bits);
    for (const ModelSlot& row : rows) {
        std::size_t at = firstSlot(row.feature, bits);
        while (slots[at].row != ModelSlot::freeSlot)
            at = (at + 1) & (slots.size() - 1);
        slots[at] = row;
    }
    return slots;
}

WrittenSize addChain(ModelFileWriter& file, std::string_view prefix, const TrainedChain& model,
                     float least) {
    const std::size_t labels = model.labels.size();
    const float scale = scaleOf(model.weights);
    WrittenSize size;

    std::vector<ModelEntry> entries;
    std::vector<ModelSlot> rows;
    for (std::size_t i = 0; i < model.features.size(); ++i) {
        const std::size_t head = entries.size();
        entries.push_back({});
        for (std::size_t l = 0; l < labels; ++l) {
            const float weight = model.weights[i * labels + l];
            if (std::abs(weight) < least) continue;
            const float steps = std::clamp(std::round(weight / scale), -127.0f, 127.0f);
            if (steps == 0) continue;
            entries.push_back({static_cast<std::uint8_t>(l), static_cast<std::int8_t>(steps)});
        }
        const std::size_t count = entries.size() - head - 1;
        if (count == 0) {
            entries.pop_back();
            continue;
        }
        if (labels <= quickLabels || 2 * count > labels) { // a byte for each label
            std::vector<std::int8_t> dense(labels + labels % 2);
            for (std::size_t k = head + 1; k < entries.size(); ++k)
                dense[entries[k].label] = entries[k].weight;
            entries.resize(head + 1);
            for (std::size_t k = 0; k < dense.size(); k += 2)
                entries.push_back({static_cast<std::uint8_t>(dense[k]), dense[k + 1]});
            entries[head].weight = 1;
        }
        entries[head].label = static_cast<std::uint8_t>(entries.size() - head - 1);
        rows.push_back({model.features[i], static_cast<std::uint32_t>(head)});
        size.weights += count;
    }
    entries.resize(entries.size() + modelPadding);
    size.features = rows.size();

    std::string names;
    for (const std::string& label : model.labels)
        names += (names.empty() ? "" : "\n") + label;
    std::vector<float> chain = model.chain.first;
    chain.insert(chain.end(), model.chain.last.begin(), model.chain.last.end());
    chain.insert(chain.end(), model.chain.step.begin(), model.chain.step.end());
    const auto named = [&](const char* section) { return std::string(prefix) + section; };
    file.addText(named("labels"), names);
    file.addArray<float>(named("chain"), chain);
    file.addArray<float>(named("scale"), std::span(&scale, 1));
    file.addArray<ModelSlot>(named("slots"), slotTable(rows));
    file.addArray<ModelEntry>(named("entries"), entries);
    return size;
}

Outcome
writeModel(const std::filesystem::path& path, const char* stage, std::uint32_t revision,
           const std::function<void(ModelFileWriter&)>& fill,
           std::span<const std::string_view> samples,
           const std::function<Expected<SampleAnswer>(const std::filesystem::path&)>& load) {
    ModelFileWriter draft(stage, revision);
    fill(draft);
    addModelSamples(draft, {}, {});
    if (auto written = draft.write(path); !written) return written;
    const auto answer = load(path);
    if (!answer) return unexpected(answer.error());
    ModelFileWriter file(stage, revision);
    fill(file);
    addModelSamples(file, samples, *answer);
    return file.write(path);
}

} // namespace quoth::training

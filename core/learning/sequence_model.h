// A trained linear-chain model, read-only: labels, scores of neighbouring labels, and 8-bit weights
// of hashed features. It reads its sections of a model file in place, so that loading costs a pass
// over the table and no copies. Immutable; const calls are thread-safe.
//
// Sections, each with the model's prefix before its name: "labels" (one a line), "chain" (float:
// first, last, step), "scale" (one float: what a weight of 1 is worth), "slots" (open addressing by
// feature, a power of two of them), "entries" (rows of weights: a head, then either as many pairs
// of label and weight as its first byte says or, where that would be longer, a byte for each
// label).
#pragma once

#include "core/learning/features.h"
#include "core/learning/linear_chain.h"
#include "core/learning/model_file.h"
#include "core/support/expected.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

struct ModelSlot {
    Feature feature = 0;
    std::uint32_t row = freeSlot; // index of the row's first entry
    static constexpr std::uint32_t freeSlot = 0xFFFFFFFF;
};
struct ModelEntry {
    std::uint8_t label = 0; // in a head: how many entries follow
    std::int8_t weight = 0; // in a head: 1 where they are a byte for each label, else 0
};
constexpr std::size_t modelPadding = 256; // entries of zeros after the last row
// Where the search for a feature begins among 2^bits slots.
constexpr std::size_t firstSlot(Feature feature, unsigned bits) {
    return bits == 0 ? 0 : static_cast<std::size_t>((feature * 0x9E3779B1u) >> (32 - bits));
}

class SequenceModel {
public:
    // BadResource when a section is missing or does not fit the others. `file` must outlive the
    // model.
    static Expected<SequenceModel> read(const ModelFile& file, std::string_view prefix = "");

    const std::vector<std::string>& labels() const { return m_labels; }
    const ChainScores& chain() const { return m_chain; }
    // Emissions of the rows (rows by labels) into `emissions`, which is resized. `beside`: those of
    // another source, as many, which are added; or none.
    void score(const FeatureRows& rows, std::vector<float>& emissions,
               std::span<const float> beside = {}) const;

private:
    // Rows of those features that the model knows.
    void lookUp(std::span<const Feature> features, std::vector<std::uint32_t>& found) const;
    void addUp(std::span<const std::uint32_t> found, float* emissions) const;

    std::vector<std::string> m_labels;
    ChainScores m_chain;
    float m_scale = 1;
    unsigned m_bits = 0;
    std::span<const ModelSlot> m_slots;
    std::span<const ModelEntry> m_entries;
};

// Adds the emissions of another source to each; nothing where there are not as many.
void addBeside(std::span<const float> beside, std::span<float> emissions);

} // namespace quoth

// Classes of words that occur in the same places, found in unlabelled news (models/clusters.model):
// what a model learned of one word serves for the others. In: the hash of a word in lower case, as
// hashText() gives it. Immutable once loaded; const calls are thread-safe.
#pragma once

#include "core/learning/model_file.h"
#include "core/support/expected.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace quoth {

struct ClusterSlot {
    std::uint32_t word = 0;    // upper half of the word's hash
    std::uint32_t cluster = 0; // 0: free
};

class WordClusters {
public:
    // BadResource when the model is missing, damaged or of another version.
    static Expected<WordClusters> load(const std::filesystem::path& resources);

    // From 1; 0 for a word that was too rare.
    std::uint32_t of(std::uint64_t word) const {
        const auto key = static_cast<std::uint32_t>(word >> 32);
        std::size_t at = word & m_mask;
        while (m_slots[at].cluster != 0 && m_slots[at].word != key)
            at = (at + 1) & m_mask;
        return m_slots[at].cluster;
    }

    static constexpr const char* stage = "clusters"; // as model files name it
    static constexpr std::uint32_t revision = 1;

private:
    WordClusters(ModelFile file, std::span<const ClusterSlot> table)
        : m_file(std::move(file)), m_slots(table), m_mask(table.size() - 1) {}

    ModelFile m_file; // what m_slots views
    std::span<const ClusterSlot> m_slots;
    std::size_t m_mask;
};

// The word that stands for others of its shape: every digit is 0.
std::string clusterForm(std::string_view lower);

} // namespace quoth

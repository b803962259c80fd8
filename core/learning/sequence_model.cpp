#include "core/learning/sequence_model.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace quoth {
namespace {

// Labels added at once; modelPadding allows for more than there are.
constexpr std::size_t lanes = 16;
using Weights [[gnu::vector_size(lanes)]] = std::int8_t;
using Sums [[gnu::vector_size(2 * lanes)]] = std::int16_t;

std::vector<std::string> linesOf(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

} // namespace

void addBeside(std::span<const float> beside, std::span<float> emissions) {
    if (beside.size() != emissions.size()) return;
    for (std::size_t i = 0; i < emissions.size(); ++i)
        emissions[i] += beside[i];
}

Expected<SequenceModel> SequenceModel::read(const ModelFile& file, std::string_view prefix) {
    const auto named = [&](const char* section) { return std::string(prefix) + section; };
    const auto labels = file.text(named("labels"));
    const auto chain = file.array<float>(named("chain"));
    const auto scale = file.array<float>(named("scale"));
    const auto slots = file.array<ModelSlot>(named("slots"));
    const auto entries = file.array<ModelEntry>(named("entries"));
    if (!labels) return unexpected(labels.error());
    if (!chain) return unexpected(chain.error());
    if (!scale) return unexpected(scale.error());
    if (!slots) return unexpected(slots.error());
    if (!entries) return unexpected(entries.error());

    SequenceModel out;
    out.m_labels = linesOf(*labels);
    const std::size_t n = out.m_labels.size();
    const auto fits = [&] {
        if (n == 0 || n > 255 || chain->size() != n * n + 2 * n || scale->size() != 1) return false;
        if (slots->empty() || !std::has_single_bit(slots->size())) return false;
        // No row can reach past the padding, whatever its head says, and no label past the sums.
        if (entries->size() < modelPadding) return false;
        const std::size_t rows = entries->size() - modelPadding;
        bool hasFree = false;
        for (const ModelSlot& slot : *slots) {
            hasFree = hasFree || slot.row == ModelSlot::freeSlot;
            if (slot.row >= rows && slot.row != ModelSlot::freeSlot) return false;
        }
        return hasFree;
    };
    if (!fits())
        return unexpected(ErrorCode::BadResource,
                          "The model " + file.path().string() + " is damaged: its parts \"" +
                              std::string(prefix) + "\" do not fit together.");
    out.m_chain = ChainScores(n);
    const auto values = chain->begin();
    const auto length = static_cast<std::ptrdiff_t>(n);
    std::copy(values, values + length, out.m_chain.first.begin());
    std::copy(values + length, values + 2 * length, out.m_chain.last.begin());
    std::copy(values + 2 * length, chain->end(), out.m_chain.step.begin());
    out.m_scale = scale->front();
    out.m_bits = static_cast<unsigned>(std::countr_zero(slots->size()));
    out.m_slots = *slots;
    out.m_entries = *entries;
    return out;
}

void SequenceModel::score(const FeatureRows& rows, std::vector<float>& emissions,
                          std::span<const float> beside) const {
    emissions.resize(rows.size() * m_labels.size());
    thread_local std::vector<std::uint32_t> found;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        lookUp(rows.row(i), found);
        addUp(found, emissions.data() + i * m_labels.size());
    }
    addBeside(beside, emissions);
}

// A lookup waits for memory, so those of a row are under way at once.
void SequenceModel::lookUp(std::span<const Feature> features,
                           std::vector<std::uint32_t>& found) const {
    const std::size_t mask = m_slots.size() - 1;
    for (const Feature feature : features)
        __builtin_prefetch(&m_slots[firstSlot(feature, m_bits)]);
    found.clear();
    for (const Feature feature : features) {
        std::size_t at = firstSlot(feature, m_bits);
        while (m_slots[at].row != ModelSlot::freeSlot && m_slots[at].feature != feature)
            at = (at + 1) & mask;
        if (m_slots[at].row == ModelSlot::freeSlot) continue;
        found.push_back(m_slots[at].row);
        __builtin_prefetch(&m_entries[m_slots[at].row]);
    }
}

void SequenceModel::addUp(std::span<const std::uint32_t> found, float* emissions) const {
    const std::size_t labels = m_labels.size();
    std::array<std::int16_t, 256> sums; // of 8-bit weights: enough for 256 features
    std::fill_n(sums.begin(), (labels + lanes - 1) / lanes * lanes, std::int16_t{0});
    for (const std::uint32_t at : found) {
        const ModelEntry* row = &m_entries[at];
        if (row->weight != 0) {
            for (std::size_t l = 0; l < labels; l += lanes) {
                Weights weights;
                Sums some;
                std::memcpy(&weights, row + 1 + l / 2, sizeof weights);
                std::memcpy(&some, &sums[l], sizeof some);
                some += __builtin_convertvector(weights, Sums);
                std::memcpy(&sums[l], &some, sizeof some);
            }
            continue;
        }
        for (std::size_t left = row->label; left > 0; --left) {
            ++row;
            std::int16_t& sum = sums[row->label];
            sum = static_cast<std::int16_t>(sum + row->weight);
        }
    }
    for (std::size_t l = 0; l < labels; ++l)
        emissions[l] = m_scale * static_cast<float>(sums[l]);
}

} // namespace quoth

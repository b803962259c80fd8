#include "core/learning/word_clusters.h"

#include <algorithm>
#include <bit>

namespace quoth {

Expected<WordClusters> WordClusters::load(const std::filesystem::path& resources) {
    const auto path = resources / "models" / "clusters.model";
    auto file = ModelFile::open(path, stage, revision);
    if (!file) return unexpected(file.error());
    const auto slots = file->array<ClusterSlot>("slots");
    if (!slots) return unexpected(slots.error());
    const bool hasFree = std::any_of(slots->begin(), slots->end(),
                                     [](const ClusterSlot& slot) { return slot.cluster == 0; });
    if (!std::has_single_bit(slots->size()) || !hasFree)
        return unexpected(ErrorCode::BadResource, "The model " + path.string() +
                                                      " is damaged: its table has no free place.");
    return WordClusters(std::move(*file), *slots);
}

std::string clusterForm(std::string_view lower) {
    std::string form(lower);
    for (char& c : form)
        if (c >= '1' && c <= '9') c = '0';
    return form;
}

} // namespace quoth

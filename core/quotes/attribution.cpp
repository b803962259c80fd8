#include "core/quotes/attribution.h"

#include <algorithm>

namespace quoth {

bool overlap(const std::vector<Span>& a, const std::vector<Span>& b) {
    return std::any_of(a.begin(), a.end(), [&](const Span& x) {
        return std::any_of(b.begin(), b.end(), [&](const Span& y) { return x.overlaps(y); });
    });
}

std::vector<Attribution> ordered(std::vector<Attribution> attributions) {
    std::vector<std::uint32_t> order(attributions.size()), place(attributions.size());
    for (std::uint32_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return attributions[a].content.front() < attributions[b].content.front();
    });
    std::vector<Attribution> out;
    out.reserve(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        place[order[i]] = i;
        out.push_back(std::move(attributions[order[i]]));
    }
    for (std::uint32_t i = 0; i < out.size(); ++i) {
        if (!out[i].continues) continue;
        out[i].continues = place[*out[i].continues];
        if (*out[i].continues < i) continue;
        const Attribution& owner = out[*out[i].continues];
        if (!owner.source.empty()) out[i].implied = owner.source.front();
        out[i].continues.reset();
    }
    return out;
}

} // namespace quoth

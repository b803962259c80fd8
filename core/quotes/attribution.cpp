#include "core/quotes/attribution.h"

#include <algorithm>

namespace quoth {
namespace {

// Calls `visit` with the pairs that overlap until it gives false. Asks for each span of the shorter
// list where it lies in the longer one, which may hold a paragraph a span.
template <class Visit>
void eachOverlap(const std::vector<Span>& a, const std::vector<Span>& b, Visit visit) {
    const auto& few = a.size() <= b.size() ? a : b;
    const auto& many = a.size() <= b.size() ? b : a;
    for (const Span& x : few) {
        auto y = std::partition_point(many.begin(), many.end(),
                                      [&](const Span& span) { return span.end <= x.begin; });
        for (; y != many.end() && y->begin < x.end; ++y)
            if (!visit(x, *y)) return;
    }
}

bool isLonger(const std::vector<Span>& spans, std::size_t length) {
    std::size_t sum = 0;
    return std::any_of(spans.begin(), spans.end(),
                       [&](const Span& span) { return (sum += span.size()) > length; });
}

bool holdsAll(const std::vector<Span>& whole, const std::vector<Span>& parts) {
    return std::all_of(parts.begin(), parts.end(), [&](const Span& part) {
        const auto span = std::partition_point(whole.begin(), whole.end(),
                                               [&](const Span& s) { return s.end < part.end; });
        return span != whole.end() && span->contains(part);
    });
}

} // namespace

bool overlap(const std::vector<Span>& a, const std::vector<Span>& b) {
    bool found = false;
    eachOverlap(a, b, [&](Span x, Span y) {
        found = x.overlaps(y);
        return !found;
    });
    return found;
}

std::size_t commonLength(const std::vector<Span>& a, const std::vector<Span>& b) {
    std::size_t common = 0;
    eachOverlap(a, b, [&](Span x, Span y) {
        common += makeSpan(std::max(x.begin, y.begin), std::min(x.end, y.end)).size();
        return true;
    });
    return common;
}

std::size_t lengthOf(const std::vector<Span>& spans) {
    std::size_t length = 0;
    for (const Span& span : spans)
        length += span.size();
    return length;
}

double shareOf(std::size_t common, std::size_t lengthA, std::size_t lengthB) {
    if (common == 0) return 0;
    return static_cast<double>(common) / static_cast<double>(lengthA + lengthB - common);
}

double overlapOf(const std::vector<Span>& a, const std::vector<Span>& b) {
    return shareOf(commonLength(a, b), lengthOf(a), lengthOf(b));
}

bool isWithin(const Attribution& inner, const Attribution& outer) {
    return holdsAll(outer.content, inner.content) && holdsAll(outer.content, inner.cue) &&
           isLonger(outer.content, lengthOf(inner.content));
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

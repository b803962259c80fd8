// Attributions against those of annotators: how many are right, and what kinds of error the others
// are.
#pragma once

#include "core/corpora/counts.h"
#include "core/corpora/gold_attribution.h"
#include "core/quotes/attribution.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::corpora {

// At least half of the content in common, and sources that overlap or none on both sides.
bool isRight(const Attribution& found, const GoldAttribution& gold);

// Stretches of content, each by itself, so that it does not matter whether a run of quotes is one
// attribution or several: right where at least half of the bytes of both are the same and, where
// annotators have a source, it overlaps the source of the attribution or of the one that it
// continues. What is optional counts neither for nor against.
Counts countStretches(const std::vector<GoldAttribution>& gold,
                      const std::vector<Attribution>& found);

struct AttributionCounts {
    Counts attributions;
    std::map<std::string, std::size_t> errors; // by kind

    // Adds an article; `text` is what the spans of both count in.
    void add(std::string_view text, const std::vector<GoldAttribution>& gold,
             const std::vector<Attribution>& found);
    // "228: missed, a noun phrase as content", the commonest `count` of them first.
    std::vector<std::string> commonest(std::size_t count) const;
};

} // namespace quoth::corpora

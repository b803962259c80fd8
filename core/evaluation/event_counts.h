// Counts event words against gold, as score.py does: exact spans, whatever their class.
#pragma once

#include "core/evaluation/counts.h"
#include "core/training/event_data.h"

#include <array>
#include <span>

namespace quoth::evaluation {

struct EventCounts {
    Counts all;
    std::array<Counts, 3> ofClass; // EventClass; gold of a corpus without classes is not in these

    EventCounts& operator+=(const EventCounts& other);
};

// `labels`: one for each token.
EventCounts countEvents(const training::EventArticle& article, std::span<const Label> labels);

} // namespace quoth::evaluation

// Counts event words against gold, as score.py does: exact spans, whatever their class.
#pragma once

#include "core/evaluation/counts.h"
#include "core/training/event_data.h"

#include <array>
#include <functional>
#include <span>

namespace quoth::evaluation {

struct EventCounts {
    Counts all;
    std::array<Counts, 3> ofClass; // EventClass; gold of a corpus without classes is not in these

    EventCounts& operator+=(const EventCounts& other);
};

// `labels`: one for each token.
EventCounts countEvents(const training::EventArticle& article, std::span<const Label> labels);

// On AQUAINT by cross-validation, MEANTIME always in training; on MEANTIME by a model of AQUAINT
// alone.
struct EventFigures {
    EventCounts within, across;
};
// `visit` sees every article of AQUAINT with the labels that it got.
EventFigures measureEvents(
    const training::EventCorpora& corpora, const training::TrainerOptions& options,
    const std::function<void(const training::EventArticle&, std::span<const Label>)>& visit = {});

} // namespace quoth::evaluation

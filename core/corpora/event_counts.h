// Counts event words against gold, as score.py does: exact spans, whatever their class.
#pragma once

#include "core/corpora/counts.h"
#include "core/corpora/event_data.h"

#include <array>
#include <functional>
#include <span>

namespace quoth::corpora {

struct EventCounts {
    Counts all;
    std::array<Counts, 3> ofClass; // EventClass; gold of a corpus without classes is not in these

    EventCounts& operator+=(const EventCounts& other);
};

// `labels`: one for each token.
EventCounts countEvents(const EventArticle& article, std::span<const Label> labels);

// Sees an article and one label for each of its tokens.
using EventVisitor = std::function<void(const EventArticle&, std::span<const Label>)>;

// Calls `aquaint` and `meantime` with every article of theirs and the labels of a model that has
// not seen it.
using UnseenEventLabeller = std::function<void(
    const EventCorpora& corpora, const EventVisitor& aquaint, const EventVisitor& meantime)>;

struct EventFigures {
    EventCounts aquaint, meantime;
};
// `visit`, where there is one, sees every article of AQUAINT with the labels that it got.
EventFigures measureEvents(const EventCorpora& corpora, const UnseenEventLabeller& labelUnseen,
                           const EventVisitor& visit = {});

} // namespace quoth::corpora

// What changed in an article's quotes between two annotated versions of it, such as before and
// after its file was edited. Quotes are matched by their places (anchor.h), so that moved and
// reworded ones are the same quotes; those with other words by speaker and cue between the quotes
// that were found.
#pragma once

#include "core/document/document.h"

#include <optional>
#include <string>
#include <vector>

namespace quoth {

enum class QuoteChangeKind {
    Added,
    Dropped,
    Reworded,     // other words, or other bounds
    Reattributed, // the same words, another speaker
};

// As plain values: it outlives both versions.
struct QuoteChange {
    QuoteChangeKind kind = QuoteChangeKind::Added;
    std::optional<QuoteId> before, after;    // in the old and in the new version
    std::string wordsBefore, wordsAfter;     // content, stretches joined by " … "
    std::string speakerBefore, speakerAfter; // empty where not known; may differ in reworded ones

    bool operator==(const QuoteChange&) const = default;
};

// In the order of the new text; dropped ones after the quote that stood before them.
std::vector<QuoteChange> quoteChanges(const Document& before, const Document& after);

} // namespace quoth

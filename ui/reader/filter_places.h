// What the shared filter points at in the article, beside the quotes that pass it.
#pragma once

#include "ui/reader/article_text.h"
#include "ui/state/view_state.h"

namespace quoth::ui {

constexpr std::size_t mostHits = 20000; // of a search

// The words searched for, in the quotes shown and in what names their speakers; where these are
// named by other words ("he"), those. In order, without overlaps. `text` must be the state's
// document's.
std::vector<TextRange> searchedPlaces(const ViewState& state, const ArticleText& text);

// The expressions of the days brushed on the timeline, and the words of events that the reader has
// dated so. Ordered by their beginnings.
std::vector<TextRange> datedPlaces(const ViewState& state);

} // namespace quoth::ui

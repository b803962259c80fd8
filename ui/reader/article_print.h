// The article on paper: black on white with the speakers' tints and the kinds' underlines, as in
// the window, cut between lines at each page's end.
#pragma once

#include "ui/session/view_state.h"

class QPagedPaintDevice;

namespace quoth::ui {

// Prints what `state` shows, its filter included. False where the printer or file fails.
bool printArticle(const ViewState& state, QPagedPaintDevice& printer);

} // namespace quoth::ui

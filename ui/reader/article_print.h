// The article on paper: where it comes from and the key to the highlights, the text in black on
// white with the speakers' tints and the kinds' underlines, as in the window, cut between lines at
// each page's end; then the quotes as a list.
#pragma once

#include "ui/state/view_state.h"

class QPagedPaintDevice;

namespace quoth::ui {

// Prints what `state` shows, its filter included. `source`: the file's or article's name, for an
// article without address. False where the printer or file fails.
bool printArticle(const ViewState& state, const QString& source, QPagedPaintDevice& printer);

} // namespace quoth::ui

// How the reader left an article, as the library keeps it: place, selection, filter, zoom. The
// window's own JSON; places and names that are gone when it is read are passed over.
#pragma once

#include "ui/state/view_state.h"

#include <string>

namespace quoth::ui {

struct KeptView {
    int top = 0;    // position at the top of the view, UTF-16 units
    int zoom = 100; // percent
};

// Nothing to keep gives an empty text.
std::string writeView(const ViewState& state, KeptView view);
// Sets the state's selection, filter and order; what the view itself needs comes back. nullopt
// where the text is none.
std::optional<KeptView> readView(const std::string& json, ViewState& state);

} // namespace quoth::ui

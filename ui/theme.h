// The window's looks: Fusion with a light and a dark palette of our own.
#pragma once

#include "ui/session/settings.h"

#include <QPalette>

namespace quoth::ui {

QPalette lightPalette();
QPalette darkPalette();

// Sets the application's style and palette. System follows the desktop's own colours, as they were
// when the program started.
void applyTheme(Theme theme);

} // namespace quoth::ui

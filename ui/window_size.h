// How large the window and its panels are at first, on a screen of any size.
#pragma once

#include <QSize>

namespace quoth::ui {

// In logical pixels, frame excluded. `available`: the screen without the desktop's own bars.
QSize firstWindowSize(QSize available);
// Of the panels beside and below the article, for a window of this size.
QSize firstPanelSize(QSize window);

} // namespace quoth::ui

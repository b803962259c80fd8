#include "ui/window_size.h"

#include <algorithm>

namespace quoth::ui {

QSize firstWindowSize(QSize available) {
    constexpr QSize comfortable(1280, 860), frame(4, 40); // title bar and borders
    return comfortable.boundedTo(available - frame).expandedTo({320, 240});
}

QSize firstPanelSize(QSize window) {
    return {std::clamp(window.width() * 3 / 10, 280, 370),
            std::clamp(window.height() * 2 / 9, 120, 190)};
}

} // namespace quoth::ui

#include "ui/timeline/timeline_panel.h"

namespace quoth::ui {

TimelinePanel::TimelinePanel(ViewState* state, QWidget* parent) : QWidget(parent), m_state(state) {}

} // namespace quoth::ui

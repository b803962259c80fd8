#include "ui/entities/entities_panel.h"

namespace quoth::ui {

EntitiesPanel::EntitiesPanel(ViewState* state, QWidget* parent) : QWidget(parent), m_state(state) {}

} // namespace quoth::ui

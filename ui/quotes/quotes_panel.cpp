#include "ui/quotes/quotes_panel.h"

namespace quoth::ui {

QuotesPanel::QuotesPanel(ViewState* state, QWidget* parent) : QWidget(parent), m_state(state) {}

} // namespace quoth::ui

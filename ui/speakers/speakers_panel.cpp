#include "ui/speakers/speakers_panel.h"

namespace quoth::ui {

SpeakersPanel::SpeakersPanel(ViewState* state, QWidget* parent) : QWidget(parent), m_state(state) {}

} // namespace quoth::ui

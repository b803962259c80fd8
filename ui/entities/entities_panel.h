// People, organisations, places and other things by type, with counts of mentions.
#pragma once

#include "ui/session/view_state.h"

#include <QWidget>

namespace quoth::ui {

class EntitiesPanel : public QWidget {
    Q_OBJECT
public:
    // `state` must outlive the panel.
    explicit EntitiesPanel(ViewState* state, QWidget* parent = nullptr);

private:
    ViewState* m_state;
};

} // namespace quoth::ui

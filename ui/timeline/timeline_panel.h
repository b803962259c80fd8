// Dated events, statements and the publication on a calendar axis.
#pragma once

#include "ui/session/view_state.h"

#include <QWidget>

namespace quoth::ui {

class TimelinePanel : public QWidget {
    Q_OBJECT
public:
    // `state` must outlive the panel.
    explicit TimelinePanel(ViewState* state, QWidget* parent = nullptr);

private:
    ViewState* m_state;
};

} // namespace quoth::ui

// The speakers: badge, name, quotes, words, share of speech; a click filters all views.
#pragma once

#include "ui/session/view_state.h"

#include <QWidget>

namespace quoth::ui {

class SpeakersPanel : public QWidget {
    Q_OBJECT
public:
    // `state` must outlive the panel.
    explicit SpeakersPanel(ViewState* state, QWidget* parent = nullptr);

private:
    ViewState* m_state;
};

} // namespace quoth::ui

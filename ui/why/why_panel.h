// The card of the selected quote: cue, mention, each step to the speaker, confidence, runner-up.
#pragma once

#include "ui/state/view_state.h"

#include <QTextBrowser>

namespace quoth::ui {

class WhyPanel : public QTextBrowser {
    Q_OBJECT
public:
    // `state` must outlive the panel.
    explicit WhyPanel(ViewState* state, QWidget* parent = nullptr);

signals:
    void placeActivated(quoth::Span place); // in the document's bytes

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    ViewState* m_state;
};

} // namespace quoth::ui

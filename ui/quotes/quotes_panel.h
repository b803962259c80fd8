// The list of quotes: one row a quote, filtered like the article.
#pragma once

#include "ui/session/view_state.h"

#include <QWidget>

namespace quoth::ui {

class QuotesPanel : public QWidget {
    Q_OBJECT
public:
    // `state` must outlive the panel.
    explicit QuotesPanel(ViewState* state, QWidget* parent = nullptr);

private:
    ViewState* m_state;
};

} // namespace quoth::ui

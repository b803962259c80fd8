// What is known of the quote under the pointer, in a small card beside it.
#pragma once

#include "ui/session/view_state.h"

#include <QLabel>
#include <optional>

namespace quoth::ui {

class HoverCard : public QLabel {
    Q_OBJECT
public:
    explicit HoverCard(QWidget* parent);

    // Below `pointer` (global), or above where the screen ends.
    void showFor(const ViewState& state, QuoteId quote, QPoint pointer);
    std::optional<QuoteId> quote() const { return m_quote; } // the one shown last

private:
    std::optional<QuoteId> m_quote;
};

} // namespace quoth::ui

// What is known of the quote and the time expression under the pointer, in a small card beside it.
#pragma once

#include "ui/state/view_state.h"

#include <QLabel>
#include <optional>

namespace quoth::ui {

// What lies under the pointer.
struct Hovered {
    std::optional<QuoteId> quote;
    std::optional<TimeId> time;

    bool any() const { return quote || time; }
    bool operator==(const Hovered&) const = default;
};

class HoverCard : public QLabel {
    Q_OBJECT
public:
    explicit HoverCard(QWidget* parent);

    // Below `pointer` (global), or above where the screen ends.
    void showFor(const ViewState& state, const Hovered& what, QPoint pointer);
    const Hovered& shown() const { return m_shown; } // last

private:
    Hovered m_shown;
};

} // namespace quoth::ui

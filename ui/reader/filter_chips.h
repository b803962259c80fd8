// The filter in force, above the article: one chip for each thing that it asks for, which takes
// that away by click, Space, Return or Delete.
#pragma once

#include "ui/state/view_state.h"

#include <QPushButton>
#include <optional>
#include <vector>

namespace quoth::ui {

struct ChipColours {
    QColor ground; // the text on it is the palette's WindowText
    QColor frame;
    QColor focus; // around the chip, on the palette's Window
};
// `hovered`: under the pointer, or pressed.
ChipColours chipColours(const QPalette& palette, bool hovered);

class FilterChip : public QPushButton {
    Q_OBJECT
public:
    explicit FilterChip(QWidget* parent);

    // Plain text, elided where there is no room; with the badge of a style, if any.
    void setPart(const QString& text, const SpeakerStyle* style = nullptr);
    void setAll(); // stands for all parts

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    int partsWidth() const; // of all but the text

    QString m_label;
    std::optional<SpeakerStyle> m_style;
    bool m_all = false;
};

class FilterChips : public QWidget {
    Q_OBJECT
public:
    // Hidden while the filter is open. `state` must outlive it.
    explicit FilterChips(ViewState* state, QWidget* parent = nullptr);

signals:
    void left(); // the focus was on a chip, and there is none any more

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    FilterChip* addChip();
    void moveFocus(std::size_t shown); // where it is on a chip that goes

    ViewState* m_state;
    QLayout* m_flow;
    std::vector<FilterChip*> m_chips; // at least one; those not needed are hidden
    FilterChip* m_clear = nullptr;
};

} // namespace quoth::ui

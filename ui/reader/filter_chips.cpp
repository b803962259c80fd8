#include "ui/reader/filter_chips.h"

#include "ui/reader/filter_parts.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/panel_style.h"
#include "ui/widgets/tool_tip.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <algorithm>

namespace quoth::ui {
namespace {

constexpr int ring = 3; // around the chip, for the focus
constexpr int padding = 9, gap = 6;
constexpr int longest = 34; // letters of a chip, about

bool takesOff(int key) {
    return key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Delete;
}

} // namespace

ChipColours chipColours(const QPalette& palette, bool hovered) {
    const QColor window = palette.color(QPalette::Window);
    return {blend(window, palette.color(QPalette::Highlight), hovered ? 0.26 : 0.13),
            blend(window, palette.color(QPalette::WindowText), 0.48),
            palette.color(QPalette::Highlight)};
}

FilterChip::FilterChip(QWidget* parent) : QPushButton(parent) {
    // By the keyboard alone: after a click, Space would take off the next one.
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void FilterChip::setPart(const QString& text, const SpeakerStyle* style) {
    m_label = text;
    m_style = style ? std::optional(*style) : std::nullopt;
    setAccessibleName(tr("Remove filter: %1").arg(text));
    setToolTip(toolTipOf(accessibleName()));
    updateGeometry();
    update();
}

void FilterChip::setAll() {
    m_label = tr("Clear all");
    m_all = true;
    setAccessibleName(m_label);
    setToolTip(tr("Show all quotes again"));
}

int FilterChip::partsWidth() const {
    const int letter = fontMetrics().height();
    return 2 * (ring + padding) + (m_all ? 0 : gap + letter) + (m_style ? letter + 2 + gap : 0);
}

QSize FilterChip::sizeHint() const {
    const int text = std::min(fontMetrics().horizontalAdvance(m_label),
                              longest * fontMetrics().averageCharWidth());
    return {partsWidth() + text, fontMetrics().height() + 8 + 2 * ring};
}

QSize FilterChip::minimumSizeHint() const {
    return {partsWidth() + 4 * fontMetrics().averageCharWidth(), sizeHint().height()};
}

bool FilterChip::event(QEvent* event) {
    // The chip's keys mean the chip, whatever they do elsewhere.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Space || takesOff(key->key())) {
            event->accept();
            return true;
        }
    }
    return QPushButton::event(event);
}

void FilterChip::keyPressEvent(QKeyEvent* event) {
    if (takesOff(event->key()))
        click();
    else
        QPushButton::keyPressEvent(event);
}

void FilterChip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool hovered = underMouse() || isDown();
    const ChipColours colours = chipColours(palette(), hovered);
    const QRectF chip = QRectF(rect()).adjusted(ring + 0.5, ring + 0.5, -ring - 0.5, -ring - 0.5);
    const qreal round = chip.height() / 2;
    painter.setPen(colours.frame);
    if (!m_all || hovered) painter.setBrush(colours.ground);
    painter.drawRoundedRect(chip, round, round);
    if (hasFocus()) {
        painter.setPen(QPen(colours.focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), round + 2, round + 2);
    }
    const int letter = fontMetrics().height();
    QRect inside = rect().adjusted(ring + padding, ring, -ring - padding, -ring);
    if (m_style) {
        const qreal size = letter + 2;
        paintBadge(painter, {inside.left() - 4.0, inside.center().y() + 0.5 - size / 2, size, size},
                   *m_style, palette());
        inside.setLeft(inside.left() + letter + 2 + gap - 4);
    }
    painter.setPen(palette().color(QPalette::WindowText));
    if (m_all) {
        painter.drawText(inside, Qt::AlignCenter, m_label);
        return;
    }
    const QRect cross(inside.right() - letter + 1, inside.top(), letter, inside.height());
    inside.setRight(cross.left() - gap);
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(m_label, Qt::ElideRight, inside.width()));
    const qreal arm = letter * 0.22;
    const QPointF middle = QRectF(cross).center() + QPointF(letter * 0.15, 0);
    painter.setPen(QPen(palette().color(QPalette::WindowText), 1.4, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(middle - QPointF(arm, arm), middle + QPointF(arm, arm));
    painter.drawLine(middle - QPointF(arm, -arm), middle + QPointF(arm, -arm));
}

FilterChips::FilterChips(ViewState* state, QWidget* parent)
    : QWidget(parent), m_state(state), m_flow(new FlowLayout(nullptr, 2)) {
    setObjectName(QStringLiteral("filterChips"));
    setAccessibleName(tr("Filters in force"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(11, 3, 8, 4);
    layout->setSpacing(8);
    layout->addLayout(m_flow, 1);
    m_chips.push_back(addChip());
    m_clear = new FilterChip(this); // after the chips in the order of Tab
    m_clear->setObjectName(QStringLiteral("clearFilters"));
    m_clear->setAll();
    layout->addWidget(m_clear, 0, Qt::AlignTop);
    connect(m_clear, &QPushButton::clicked, this, [this] { m_state->setFilter({}); });
    connect(m_state, &ViewState::filterChanged, this, &FilterChips::refresh);
    connect(m_state, &ViewState::coloursChanged, this, &FilterChips::refresh);
    refresh();
}

FilterChip* FilterChips::addChip() {
    auto* chip = new FilterChip(this);
    const std::size_t at = m_chips.size();
    connect(chip, &QPushButton::clicked, this, [this, at] {
        const auto parts = filterParts(*m_state->document(), m_state->filter());
        if (at < parts.size()) m_state->setFilter(parts[at].without);
    });
    m_flow->addWidget(chip);
    if (!m_chips.empty()) setTabOrder(m_chips.back(), chip);
    return chip;
}

void FilterChips::refresh() {
    std::vector<FilterPart> parts;
    if (m_state->document()) parts = filterParts(*m_state->document(), m_state->filter());
    while (m_chips.size() < parts.size())
        m_chips.push_back(addChip());
    moveFocus(parts.size());
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        const bool shown = i < parts.size();
        if (shown && parts[i].speaker) {
            const SpeakerStyle style = m_state->colours().style(*parts[i].speaker, true);
            m_chips[i]->setPart(parts[i].text, &style);
        } else if (shown) {
            m_chips[i]->setPart(parts[i].text);
        }
        m_chips[i]->setVisible(shown);
    }
    m_clear->setVisible(parts.size() > 1);
    setVisible(!parts.empty());
}

void FilterChips::moveFocus(std::size_t shown) {
    QWidget* focus = QApplication::focusWidget();
    if (!focus || !isAncestorOf(focus)) return;
    const auto at = std::find(m_chips.begin(), m_chips.end(), focus);
    if (shown == 0)
        emit left();
    else if (focus == m_clear ? shown == 1 : at - m_chips.begin() >= std::ptrdiff_t(shown))
        m_chips[shown - 1]->setFocus(Qt::OtherFocusReason);
}

void FilterChips::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(blend(palette().color(QPalette::Window), palette().color(QPalette::Text), 0.15));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

} // namespace quoth::ui

#include "ui/entities/entity_delegate.h"

#include "ui/entities/entities_model.h"
#include "ui/widgets/panel_style.h"

#include <QPainter>
#include <QStyle>
#include <QWidget>
#include <algorithm>

namespace quoth::ui {
namespace {

constexpr int badgeSize = 18;
constexpr int air = 7;

} // namespace

EntityDelegate::EntityDelegate(const ViewState* state, QObject* parent)
    : QStyledItemDelegate(parent), m_state(state) {}

void EntityDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
    const QVariant id = index.data(EntitiesModel::EntityRole);
    if (!id.isValid() || index.column() != EntitiesModel::NameColumn) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &row, painter, row.widget);
    // Every name is indented by a badge's width, so that names line up whether or not they speak.
    QStyleOptionViewItem text = option;
    text.rect.setLeft(option.rect.left() + badgeSize + 6);
    // Whom the filter keeps is set in bold.
    text.font.setBold(m_state->filter().people.contains(EntityId{id.toUInt()}));
    QStyledItemDelegate::paint(painter, text, index);
    const SpeakerStyle style = m_state->colours().style(EntityId{id.toUInt()});
    if (style.badge.isEmpty()) return;
    paintBadge(*painter,
               QRectF(option.rect.left() + 2,
                      option.rect.top() + (option.rect.height() - badgeSize) / 2.0, badgeSize,
                      badgeSize),
               style, option.palette);
}

void EntityDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                          const QModelIndex&) const {
    editor->setGeometry(option.rect.adjusted(badgeSize + 6, 0, 0, 0));
}

QSize EntityDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (index.column() == EntitiesModel::NameColumn) size.rwidth() += badgeSize + 6;
    return {size.width(), std::max(size.height() + air, badgeSize + 4)};
}

} // namespace quoth::ui

// Where the context menu of a list, tree or table opens and for which row: the one under the
// pointer, or the current one for the Menu key. Position and row by themselves are not enough: the
// event of a key has the position of no row.
#pragma once

#include <QAbstractItemView>
#include <QContextMenuEvent>

namespace quoth::ui {

struct MenuPlace {
    QModelIndex index; // invalid where there is no row
    QPoint global;
};

MenuPlace menuPlace(const QAbstractItemView& view, const QContextMenuEvent& event);

} // namespace quoth::ui

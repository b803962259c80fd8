#include "ui/widgets/menu_place.h"

namespace quoth::ui {

MenuPlace menuPlace(const QAbstractItemView& view, const QContextMenuEvent& event) {
    const QWidget* viewport = view.viewport();
    if (event.reason() != QContextMenuEvent::Keyboard)
        return {view.indexAt(viewport->mapFromGlobal(event.globalPos())), event.globalPos()};
    const QModelIndex current = view.currentIndex();
    const QRect row = view.visualRect(current).intersected(viewport->rect());
    return {current, viewport->mapToGlobal(row.isNull() ? QPoint() : row.bottomLeft())};
}

} // namespace quoth::ui

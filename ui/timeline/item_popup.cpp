#include "ui/timeline/item_popup.h"

#include <QFrame>
#include <QListView>
#include <QScreen>
#include <QStringListModel>
#include <QVBoxLayout>
#include <algorithm>

namespace quoth::ui {

void openItemPopup(QWidget* parent, const QPoint& global, const QString& accessibleName,
                   const QStringList& rows, std::function<void(int)> chosen) {
    auto* popup = new QFrame(parent, Qt::Popup);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setFrameShape(QFrame::StyledPanel);
    auto* list = new QListView(popup);
    list->setFrameShape(QFrame::NoFrame);
    list->setAccessibleName(accessibleName);
    list->setModel(new QStringListModel(rows, list));
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setUniformItemSizes(true);
    list->setTextElideMode(Qt::ElideRight);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setCurrentIndex(list->model()->index(0, 0));
    auto* layout = new QVBoxLayout(popup);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->addWidget(list);

    const auto choose = [popup, chosen = std::move(chosen)](const QModelIndex& index) {
        if (!popup->isVisible()) return; // a click may also activate
        popup->close();
        chosen(index.row());
    };
    QObject::connect(list, &QListView::clicked, popup, choose);
    QObject::connect(list, &QListView::activated, popup, choose);

    const int rowHeight = list->sizeHintForRow(0);
    const int shown = std::clamp(static_cast<int>(rows.size()), 1, 12);
    popup->resize(380, shown * rowHeight + 8);
    QRect place(global, popup->size());
    if (const QScreen* screen = parent->screen()) {
        const QRect available = screen->availableGeometry();
        place.moveRight(std::min(place.right(), available.right()));
        if (place.bottom() > available.bottom()) place.moveBottom(global.y());
        place.moveTopLeft(
            {std::max(place.left(), available.left()), std::max(place.top(), available.top())});
    }
    popup->move(place.topLeft());
    popup->show();
    list->setFocus();
}

} // namespace quoth::ui

// People, organisations, places and other things by type, with counts of mentions. Space, or the
// menu of a name, shows only the quotes and events that concern it; with Ctrl it is added. F2
// renames in place; a name dragged onto another is merged into it.
#pragma once

#include "ui/state/view_state.h"

#include <QWidget>
#include <functional>

class QLineEdit;
class QMenu;
class QSortFilterProxyModel;
class QStackedWidget;
class QTreeView;

namespace quoth::ui {

class EmptyState;
class EntitiesModel;

class EntitiesPanel : public QWidget {
    Q_OBJECT
public:
    // `state` must outlive the panel.
    explicit EntitiesPanel(ViewState* state, QWidget* parent = nullptr);

signals:
    // Enter or double click: the entity's mentions one after the other.
    void mentionActivated(quoth::Span mention);
    // The menu of a name opens: who corrects names adds to it. `rename` edits in place.
    void menuOpening(QMenu* menu, quoth::EntityId entity, const std::function<void()>& rename);
    void renameWanted(quoth::EntityId entity, const QString& name);
    void mergeWanted(quoth::EntityId from, quoth::EntityId into);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void openMenu(const QModelIndex& index, QPoint global);
    void showDocument();
    void search(const QString& text);
    void showSelection();
    void updateEmptyState();
    std::optional<EntityId> entityAt(const QModelIndex& index) const;
    void choose(const QModelIndex& index);
    void activateNextMention(const QModelIndex& index);

    ViewState* m_state;
    EntitiesModel* m_model;
    QSortFilterProxyModel* m_found;
    QLineEdit* m_search;
    QTreeView* m_view;
    EmptyState* m_empty;
    QStackedWidget* m_stack;
    bool m_following = false;           // the tree follows the state; its own changes mean nothing
    std::optional<EntityId> m_visiting; // whose mentions Enter steps through,
    std::size_t m_nextMention = 0;      // and the one that comes next
};

} // namespace quoth::ui

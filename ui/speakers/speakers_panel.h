// The speakers: badge, name, quotes, words, share of speech; a click filters all views. F2 renames
// in place; a speaker dragged onto another is merged into it.
#pragma once

#include "ui/state/view_state.h"

#include <QPersistentModelIndex>
#include <QWidget>
#include <functional>

class QListView;
class QMenu;
class QModelIndex;
class QPushButton;
class QStackedWidget;

namespace quoth::ui {

class EmptyState;
class SpeakersModel;

class SpeakersPanel : public QWidget {
    Q_OBJECT
public:
    // `state` must outlive the panel.
    explicit SpeakersPanel(ViewState* state, QWidget* parent = nullptr);

signals:
    // The menu of a speaker opens: who corrects names adds to it. `rename` edits in place.
    void menuOpening(QMenu* menu, quoth::EntityId entity, const std::function<void()>& rename);
    void renameWanted(quoth::EntityId entity, const QString& name);
    void mergeWanted(quoth::EntityId from, quoth::EntityId into);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showDocument();
    void showUnattributed(); // alone, the first one selected
    void toggle(const QModelIndex& index, bool add);
    void openMenu(const QModelIndex& index, QPoint global);

    ViewState* m_state;
    SpeakersModel* m_model;
    QListView* m_view;
    QPersistentModelIndex m_pressed; // where a click or a drag began
    EmptyState* m_empty;
    QStackedWidget* m_stack;
    QPushButton* m_unattributed;
};

} // namespace quoth::ui

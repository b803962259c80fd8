// Dated events, statements and the publication on a calendar axis.
#pragma once

#include "ui/state/view_state.h"

#include <QWidget>

class QStackedWidget;
class QToolButton;

namespace quoth::ui {

class ElidedLabel;
class EmptyState;
class TimelineTable;
class TimelineView;

class TimelinePanel : public QWidget {
    Q_OBJECT
public:
    // `state` must outlive the panel.
    explicit TimelinePanel(ViewState* state, QWidget* parent = nullptr);

    const TimelineView* view() const { return m_view; }
    bool showsTable() const;
    void showTable(bool table);

signals:
    // The menu of an event is wanted: right click or the Menu key, in the view or the table.
    void eventMenuWanted(quoth::EventId event, QPoint global);

private:
    void showItems();
    void describe(); // the current item, else what there is
    std::vector<EventId> passingUndated() const;
    void showUndated();
    QString emptyMessage() const;

    ViewState* m_state;
    TimelineView* m_view;
    EmptyState* m_empty;
    QStackedWidget* m_stack;
    ElidedLabel* m_description;
    QToolButton* m_undated;
    QToolButton* m_asTable;
    TimelineTable* m_table;
    QWidget* m_zoom; // its buttons
};

} // namespace quoth::ui

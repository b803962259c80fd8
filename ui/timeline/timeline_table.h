// The timeline as a table: the same items in rows, for keyboards and screen readers and for those
// who want to read the dates. Only rows that pass the filter; undated events come last.
#pragma once

#include "ui/state/view_state.h"
#include "ui/timeline/timeline_items.h"

#include <QAbstractTableModel>
#include <QTableView>
#include <memory>
#include <vector>

namespace quoth::ui {

class TimelineTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { When, What, Status, Who, Words, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    // What the state shows of its document; no items, no rows.
    void setItems(const ViewState& state, const TimelineItems* items);
    // Rows are the dated items, then the undated events.
    Selection selectionAt(int row) const;
    int rowOf(const Selection& selection) const; // -1 where it has none; a retold event has its row

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const TimelineItem& item, int column) const;

    std::shared_ptr<const Document> m_document;
    std::vector<TimelineItem> m_rows; // undated ones without a value
};

class TimelineTable : public QTableView {
    Q_OBJECT
public:
    // `state` must outlive the table.
    TimelineTable(ViewState* state, QWidget* parent);

    // Items of the state's document, which must live until the next call; null while hidden.
    void setItems(const TimelineItems* items);

signals:
    void eventMenuWanted(quoth::EventId event, QPoint global); // right click, the Menu key

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void fill();
    void choose(const QModelIndex& index);
    void showSelection();

    ViewState* m_state;
    const TimelineItems* m_items = nullptr;
    TimelineTableModel m_model;
    bool m_following = false; // the state's selection, and not to be told of it
};

} // namespace quoth::ui

// The controls over the list of quotes: they show the shared filter and change it.
#pragma once

#include "ui/state/view_state.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace quoth::ui {

class SearchField;

class FilterBar : public QWidget {
    Q_OBJECT
public:
    // `state` must outlive the bar.
    FilterBar(ViewState* state, QWidget* parent);

    void setCount(int passing, int all);

signals:
    void searchStepped(int step); // on (1) or back (-1) through the hits

private:
    void read();  // from the state's filter into the controls
    void write(); // back

    ViewState* m_state;
    SearchField* m_search;
    QComboBox* m_kind;
    QComboBox* m_act;
    QComboBox* m_confidence;
    QComboBox* m_check; // state of checking, and what wants a look
    QComboBox* m_order;
    QLabel* m_count;
    bool m_reading = false;
};

} // namespace quoth::ui

// The speakers: badge, name, quotes, words, share of speech; a click filters all views.
#pragma once

#include "ui/session/view_state.h"

#include <QWidget>

class QLabel;
class QListView;
class QModelIndex;
class QStackedWidget;

namespace quoth::ui {

class EmptyState;
class SpeakersModel;

class SpeakersPanel : public QWidget {
    Q_OBJECT
public:
    // `state` must outlive the panel.
    explicit SpeakersPanel(ViewState* state, QWidget* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showDocument();
    void toggle(const QModelIndex& index, bool add);

    ViewState* m_state;
    SpeakersModel* m_model;
    QListView* m_view;
    EmptyState* m_empty;
    QStackedWidget* m_stack;
    QLabel* m_note;
};

} // namespace quoth::ui

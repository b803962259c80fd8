// The list of quotes: one row a quote, filtered like the article.
#pragma once

#include "ui/state/view_state.h"

#include <QWidget>

class QKeyEvent;
class QListView;
class QStackedWidget;

namespace quoth::ui {

class CheckProgress;
class EmptyState;
class FilterBar;
class QuotesModel;

class QuotesPanel : public QWidget {
    Q_OBJECT
public:
    // `state` must outlive the panel.
    explicit QuotesPanel(ViewState* state, QWidget* parent = nullptr);

    // The quotes selected in the list, in its order; with none there, the view state's.
    std::vector<QuoteId> selectedQuotes() const;

signals:
    void copyWanted(const std::vector<quoth::QuoteId>& quotes);
    // Enter or double click: the reader wants to see it in the article.
    void placeActivated(quoth::Span content);
    void menuWanted(quoth::QuoteId quote, QPoint global);
    void searchStepped(int step); // on (1) or back (-1) through the places that a search found

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showDocument();
    void refilter();
    void showSelection();
    void updateEmptyState();
    bool pressed(const QKeyEvent& event);
    std::optional<QuoteId> quoteAt(const QModelIndex& index) const;
    void choose(const QModelIndex& index);

    ViewState* m_state;
    QuotesModel* m_model;
    FilterBar* m_bar;
    CheckProgress* m_progress;
    QListView* m_view;
    EmptyState* m_empty;
    QStackedWidget* m_stack;
    bool m_following = false; // the list follows the state; its own changes mean nothing
};

} // namespace quoth::ui

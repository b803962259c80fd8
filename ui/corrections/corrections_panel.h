// The reader's corrections, the last one first, each with the words that it is about; those that
// found no place in the article's text stand at the top. Delete takes one back, Space takes it back
// or puts it in force again, Enter shows its place in the article.
#pragma once

#include "ui/state/desk.h"

#include <QWidget>

class QKeyEvent;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace quoth::ui {

class EmptyState;

class CorrectionsPanel : public QWidget {
    Q_OBJECT
public:
    // `state` and `desk` must outlive the panel.
    CorrectionsPanel(ViewState* state, Desk* desk, QWidget* parent = nullptr);

signals:
    void placeActivated(quoth::Span place); // the reader wants to see it in the article
    void putBackWanted(std::size_t step);   // a lost one, where the reader has selected something
    void said(const QString& what);         // why nothing was done

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void updateButtons();
    void activate();
    void toggle();
    void openMenu(QPoint global);
    bool pressed(const QKeyEvent& event);
    const Desk::Standing* current() const; // null on the heading

    ViewState* m_state;
    Desk* m_desk;
    std::vector<Desk::Standing> m_standings;
    QListWidget* m_list;
    QPushButton* m_toggle;
    QPushButton* m_putBack;
    EmptyState* m_empty;
    QStackedWidget* m_stack;
};

} // namespace quoth::ui

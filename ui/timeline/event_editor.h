// What the reader says about events: when, whether at all, and what else happened. Fills menus;
// asks in a small window; each answer is one step, for all mentions of what happened.
#pragma once

#include "ui/state/desk.h"

#include <QObject>
#include <functional>
#include <vector>

class QMenu;
class QWidget;

namespace quoth::ui {

class ViewState;

class EventEditor : public QObject {
    Q_OBJECT
public:
    using Perform = std::function<bool(Step)>; // makes a step; false where it changed nothing

    // `state` and `window`, over which windows open, must outlive the editor.
    EventEditor(ViewState* state, Perform perform, QWidget* window);

    // Entries for an event of the document shown.
    void fillMenu(QMenu* menu, EventId event);

    void askForDate(EventId event);
    bool setStatus(EventId event, EventStatus status);
    // Selects what comes next by date.
    bool remove(EventId event);
    // Of words in the article; false where the span holds none.
    bool askToAdd(Span selection);

private:
    ViewState* m_state;
    Perform m_perform;
    QWidget* m_window;
};

// The event with the others that tell of the same happening, as the timeline shows them as one.
std::vector<EventId> mentionsOfHappening(const Document& document, EventId event);

} // namespace quoth::ui

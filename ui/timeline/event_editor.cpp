#include "ui/timeline/event_editor.h"

#include "core/document/event_edits.h"
#include "core/document/happenings.h"
#include "core/events/event_selection.h"
#include "ui/timeline/event_dialog.h"

#include <QActionGroup>
#include <QMenu>
#include <algorithm>

namespace quoth::ui {
namespace {

std::vector<EventId> allOf(const Happening& happening) {
    std::vector<EventId> out{happening.shown};
    out.insert(out.end(), happening.retold.begin(), happening.retold.end());
    out.insert(out.end(), happening.alongside.begin(), happening.alongside.end());
    return out;
}

bool holds(const std::vector<EventId>& events, EventId event) {
    return std::find(events.begin(), events.end(), event) != events.end();
}

QString sentenceAround(const Document& document, Span span) {
    constexpr qsizetype longest = 400;
    return toQString(document.slice(document.sentenceAt(span.begin).value_or(span)))
        .simplified()
        .left(longest);
}

// One correction for each mention of what happened.
template <class Make>
Step stepFor(const Document& document, EventId event, Make make) {
    Step step;
    for (const EventId id : mentionsOfHappening(document, event))
        step.push_back(make(anchorOf(document, id)));
    return step;
}

// What stands after the happening on the timeline, else before it.
std::optional<Anchor> neighbourOf(const Document& document, EventId event) {
    const auto all = happeningsByDate(document);
    const auto own = std::find_if(all.begin(), all.end(), [&](const Happening& happening) {
        return holds(allOf(happening), event);
    });
    if (own == all.end() || all.size() == 1) return std::nullopt;
    return anchorOf(document, (own + 1 != all.end() ? own + 1 : own - 1)->shown);
}

} // namespace

std::vector<EventId> mentionsOfHappening(const Document& document, EventId event) {
    for (const Happening& happening : happeningsOf(document))
        if (auto all = allOf(happening); holds(all, event)) return all;
    return {event};
}

EventEditor::EventEditor(ViewState* state, Perform perform, QWidget* window)
    : m_state(state), m_perform(std::move(perform)), m_window(window) {}

void EventEditor::fillMenu(QMenu* menu, EventId event) {
    const auto shown = m_state->sharedDocument();
    // The document may be another by the time an entry is chosen; ids are of this one.
    const auto onlyHere = [this, shown](std::function<void()> what) {
        return [this, shown, what = std::move(what)] {
            if (shown == m_state->sharedDocument()) what();
        };
    };
    menu->addAction(tr("&Date…"), this, onlyHere([this, event] { askForDate(event); }));
    menu->addSeparator();
    auto* group = new QActionGroup(menu);
    const auto addStatus = [&](const QString& text, EventStatus status) {
        QAction* action = menu->addAction(
            text, this, onlyHere([this, event, status] { setStatus(event, status); }));
        action->setCheckable(true);
        action->setChecked(shown->event(event).status == status);
        group->addAction(action);
    };
    addStatus(tr("&Happened"), EventStatus::Happened);
    addStatus(tr("&Planned"), EventStatus::Planned);
    addStatus(tr("P&ossible"), EventStatus::Possible);
    addStatus(tr("Did &not happen"), EventStatus::Negated);
    menu->addSeparator();
    menu->addAction(tr("Not an &event"), this, onlyHere([this, event] { remove(event); }));
}

void EventEditor::askForDate(EventId event) {
    const auto shown = m_state->sharedDocument();
    const Event& own = shown->event(event);
    auto* dialog =
        new EventDialog(m_window, EventDialog::Ask::Date, {own.value, own.status, own.summary},
                        sentenceAround(*shown, own.trigger));
    connect(dialog, &QDialog::accepted, this, [this, shown, event, dialog] {
        if (shown != m_state->sharedDocument()) return;
        const std::string value = dialog->facts().value;
        m_perform(stepFor(*shown, event, [&](Anchor trigger) {
            return DateEvent{std::move(trigger), value};
        }));
    });
    dialog->open();
}

bool EventEditor::setStatus(EventId event, EventStatus status) {
    return m_perform(stepFor(*m_state->document(), event, [&](Anchor trigger) {
        return SetEventStatus{std::move(trigger), status};
    }));
}

bool EventEditor::remove(EventId event) {
    const auto before = m_state->sharedDocument();
    const auto next = neighbourOf(*before, event);
    if (!m_perform(stepFor(*before, event,
                           [](Anchor trigger) { return RemoveEvent{std::move(trigger)}; })))
        return false;
    if (const auto at = next ? findEvent(m_state->document()->parts(), *next) : std::nullopt)
        m_state->select(makeId<EventTag>(*at));
    return true;
}

bool EventEditor::askToAdd(Span selection) {
    const auto shown = m_state->sharedDocument();
    auto event = shown ? eventFromSelection(*shown, selection) : std::nullopt;
    if (!event) return false;
    auto* dialog = new EventDialog(m_window, EventDialog::Ask::All,
                                   {event->value, event->status, event->summary},
                                   sentenceAround(*shown, event->trigger.span));
    connect(dialog, &QDialog::accepted, this, [this, event = *event, dialog] {
        const EventDialog::Facts facts = dialog->facts();
        if (!m_perform({AddEvent{event.trigger, facts.value, facts.status, facts.summary}})) return;
        if (const auto at = findEvent(m_state->document()->parts(), event.trigger))
            m_state->select(makeId<EventTag>(*at));
    });
    dialog->open();
    return true;
}

} // namespace quoth::ui

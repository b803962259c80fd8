#include "ui/timeline/timeline_panel.h"

#include "ui/timeline/elided_label.h"
#include "ui/timeline/item_popup.h"
#include "ui/timeline/timeline_table.h"
#include "ui/timeline/timeline_view.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/panel_style.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace quoth::ui {
namespace {

QToolButton* button(const QString& text, const QString& name, QWidget* parent) {
    auto* out = new QToolButton(parent);
    out->setText(text);
    out->setToolTip(name);
    out->setAccessibleName(name);
    out->setAutoRaise(true);
    return out;
}

} // namespace

TimelinePanel::TimelinePanel(ViewState* state, QWidget* parent)
    : QWidget(parent), m_state(state), m_view(new TimelineView(state, this)),
      m_empty(new EmptyState(this)), m_stack(new QStackedWidget(this)),
      m_description(new ElidedLabel(this)),
      m_undated(button({}, tr("Events without a date"), this)),
      m_asTable(button(tr("Table"), tr("Show the timeline as a table"), this)),
      m_table(new TimelineTable(state, this)), m_zoom(new QWidget(this)) {
    m_asTable->setObjectName(QStringLiteral("asTable"));
    m_asTable->setCheckable(true);
    m_undated->setObjectName(QStringLiteral("undated"));
    auto* closer = button(QStringLiteral("+"), tr("Zoom in"), m_zoom);
    auto* farther = button(QStringLiteral("−"), tr("Zoom out"), m_zoom);
    auto* all = button(tr("All"), tr("Show the whole time"), m_zoom);
    auto* zoom = new QHBoxLayout(m_zoom);
    zoom->setContentsMargins({});
    zoom->setSpacing(0);
    for (QToolButton* each : {farther, closer, all})
        zoom->addWidget(each);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(8, 2, 6, 2);
    bar->setSpacing(6);
    bar->addWidget(m_description, 1);
    bar->addWidget(m_undated);
    bar->addWidget(m_asTable);
    bar->addWidget(m_zoom);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_stack, 1);

    connect(closer, &QToolButton::clicked, m_view,
            [this] { m_view->zoom(TimelineView::zoomStep); });
    connect(farther, &QToolButton::clicked, m_view,
            [this] { m_view->zoom(1 / TimelineView::zoomStep); });
    connect(all, &QToolButton::clicked, m_view, &TimelineView::showAll);
    connect(m_asTable, &QToolButton::toggled, this, &TimelinePanel::showItems);
    connect(m_undated, &QToolButton::clicked, this, &TimelinePanel::showUndated);
    connect(m_view, &TimelineView::itemsChanged, this, &TimelinePanel::showItems);
    connect(m_view, &TimelineView::eventMenuWanted, this, &TimelinePanel::eventMenuWanted);
    connect(m_table, &TimelineTable::eventMenuWanted, this, &TimelinePanel::eventMenuWanted);
    connect(m_view, &TimelineView::currentChanged, this, &TimelinePanel::describe);
    connect(m_state, &ViewState::filterChanged, this, &TimelinePanel::describe);
    showItems();
}

void TimelinePanel::showItems() {
    const TimelineItems& items = m_view->items();
    const bool any = !items.dated.empty();
    if (!any) m_empty->setMessage(emptyMessage());
    const bool table = showsTable();
    m_table->setItems(table ? &items : nullptr);
    m_stack->setCurrentWidget(table ? m_table : any ? static_cast<QWidget*>(m_view) : m_empty);
    m_zoom->setVisible(any && !table);
    m_asTable->setVisible(any || !items.undated.empty());
    describe();
}

bool TimelinePanel::showsTable() const {
    const TimelineItems& items = m_view->items();
    return m_asTable->isChecked() && !(items.dated.empty() && items.undated.empty());
}

void TimelinePanel::showTable(bool table) {
    m_asTable->setChecked(table);
    if (table) m_table->setFocus();
}

QString TimelinePanel::emptyMessage() const {
    if (!m_state->document()) return tr("No article");
    const TimelineItems& items = m_view->items();
    if (items.waiting == 0) return tr("No dated events yet");
    return tr("No dated events yet.") + QLatin1Char(' ') +
           tr("%Ln time(s) such as “%1” wait for the article’s date.", nullptr, items.waiting)
               .arg(items.waitingExample);
}

void TimelinePanel::describe() {
    const TimelineItems& items = m_view->items();
    const auto undated = passingUndated().size();
    m_undated->setVisible(undated > 0 && !showsTable());
    m_undated->setText(tr("%1 undated ▾").arg(undated));
    if (const auto current = m_view->current()) {
        const TimelineItem& item = items.dated[*current];
        m_description->setText(itemFacts(*m_state->document(), item) + QStringLiteral(" — ") +
                               itemSentence(*m_state->document(), item));
        return;
    }
    if (items.dated.empty()) {
        m_description->setText({});
        return;
    }
    const auto events = static_cast<int>(items.events);
    const auto statements = static_cast<int>(items.dated.size() - items.events);
    QString text = tr("%Ln dated event(s)", nullptr, events);
    if (statements > 0)
        text += QStringLiteral(" · ") + tr("%Ln statement(s) about dates", nullptr, statements);
    if (items.waiting > 0)
        text += QStringLiteral(" · ") +
                tr("%Ln time(s) wait for the article’s date", nullptr, items.waiting);
    m_description->setText(text);
}

std::vector<EventId> TimelinePanel::passingUndated() const {
    std::vector<EventId> out = m_view->items().undated;
    std::erase_if(out, [this](EventId event) { return !m_state->passes(event); });
    return out;
}

void TimelinePanel::showUndated() {
    const Document* document = m_state->document();
    if (!document) return;
    QStringList rows;
    const std::vector<EventId> undated = passingUndated();
    for (const EventId event : undated)
        rows << eventLabel(*document, event);
    openItemPopup(this, m_undated->mapToGlobal(QPoint(0, m_undated->height())),
                  tr("Events without a date"), rows,
                  [this, undated, shown = m_state->sharedDocument()](int row) {
                      if (shown == m_state->sharedDocument())
                          m_state->select(undated[static_cast<std::size_t>(row)]);
                  });
}

} // namespace quoth::ui

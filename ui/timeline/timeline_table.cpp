#include "ui/timeline/timeline_table.h"

#include "ui/quotes/quote_text.h"
#include "ui/timeline/time_scale.h"
#include "ui/widgets/menu_place.h"
#include "ui/widgets/tool_tip.h"

#include <QHeaderView>
#include <algorithm>

namespace quoth::ui {
namespace {

Selection selectionOf(const TimelineItem& item) {
    return std::visit([](auto id) { return Selection(id); }, item.id);
}

} // namespace

void TimelineTableModel::setItems(const ViewState& state, const TimelineItems* items) {
    beginResetModel();
    m_document = state.sharedDocument();
    m_rows.clear();
    if (m_document && items) {
        for (const TimelineItem& item : items->dated)
            if (item.passes(state)) m_rows.push_back(item);
        std::stable_sort(m_rows.begin(), m_rows.end(), [](const auto& a, const auto& b) {
            return std::tie(a.begin, a.end) < std::tie(b.begin, b.end);
        });
        for (const EventId id : items->undated) {
            if (!state.passes(id)) continue;
            TimelineItem item{TimelineLane::Events, id, 0, 0, Precision::Day, {}, {}};
            item.label = eventLabel(*m_document, id);
            item.happening.shown = id;
            item.status = m_document->event(id).status;
            m_rows.push_back(std::move(item));
        }
    }
    endResetModel();
}

Selection TimelineTableModel::selectionAt(int row) const {
    return selectionOf(m_rows[static_cast<std::size_t>(row)]);
}

int TimelineTableModel::rowOf(const Selection& selection) const {
    const auto* event = std::get_if<EventId>(&selection);
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const TimelineItem& item) {
        return selectionOf(item) == selection || (event && item.standsFor(*event));
    });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int TimelineTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TimelineTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString TimelineTableModel::text(const TimelineItem& item, int column) const {
    const auto* event = std::get_if<EventId>(&item.id);
    switch (column) {
    case When:
        return item.value ? whenLabel(*item.value) : tr("undated");
    case What:
        return event ? item.label
                     : contentText(*m_document, m_document->quote(std::get<QuoteId>(item.id)));
    case Status:
        if (!event) return tr("statement");
        return item.status == EventStatus::Happened ? tr("event") : statusInWords(item.status);
    case Who: {
        if (!event) return item.label;
        QStringList names;
        for (const EntityId id : participantsOf(*m_document, item.happening))
            names << toQString(m_document->entity(id).name);
        return names.join(QStringLiteral(", "));
    }
    case Words:
        if (!event) return {};
        return m_document->event(*event).byReader ? tr("set by you")
                                                  : datingWords(*m_document, *event);
    default:
        return {};
    }
}

QVariant TimelineTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !m_document) return {};
    const TimelineItem& item = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole) return text(item, index.column());
    if (role == Qt::ToolTipRole) return toolTipOf(itemSentence(*m_document, item));
    return {};
}

QVariant TimelineTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case When:
        return tr("When");
    case What:
        return tr("What");
    case Status:
        return tr("Kind");
    case Who:
        return tr("Who");
    case Words:
        return tr("Dated by");
    default:
        return {};
    }
}

TimelineTable::TimelineTable(ViewState* state, QWidget* parent)
    : QTableView(parent), m_state(state) {
    setModel(&m_model);
    setAccessibleName(tr("Timeline as a table"));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false); // Tab leaves the table
    setWordWrap(false);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(TimelineTableModel::What, QHeaderView::Stretch);
    const auto width = [this](const char* sample) {
        return fontMetrics().horizontalAdvance(QString::fromLatin1(sample)) + 16;
    };
    setColumnWidth(TimelineTableModel::When, width("30 Sep 2020 - 31 Dec 2020"));
    setColumnWidth(TimelineTableModel::Status, width("did not happen"));
    // In a narrow window the table scrolls: what happened can still be read.
    horizontalHeader()->setMinimumSectionSize(width("did not happen"));
    setColumnWidth(TimelineTableModel::Who, width("Maria Vale, Thomas Reed"));
    setColumnWidth(TimelineTableModel::Words, width("the last week of May"));
    connect(m_state, &ViewState::filterChanged, this, [this] {
        if (m_items) fill();
    });
    connect(m_state, &ViewState::selectionChanged, this, &TimelineTable::showSelection);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &TimelineTable::choose);
    connect(this, &QTableView::activated, this, &TimelineTable::choose);
}

void TimelineTable::setItems(const TimelineItems* items) {
    m_items = items;
    fill();
}

void TimelineTable::choose(const QModelIndex& index) {
    if (index.isValid() && !m_following) m_state->select(m_model.selectionAt(index.row()));
}

// Coming here makes the first row current, which is no choice of the reader's.
void TimelineTable::focusInEvent(QFocusEvent* event) {
    m_following = true;
    QTableView::focusInEvent(event);
    m_following = false;
}

void TimelineTable::contextMenuEvent(QContextMenuEvent* event) {
    const auto [index, global] = menuPlace(*this, *event);
    if (!index.isValid()) return;
    setCurrentIndex(index);
    choose(index); // also where it was the current row, which need not be chosen
    const Selection selection = m_model.selectionAt(index.row());
    if (const auto* id = std::get_if<EventId>(&selection)) emit eventMenuWanted(*id, global);
}

void TimelineTable::fill() {
    m_following = true;
    m_model.setItems(*m_state, m_items);
    m_following = false;
    showSelection();
}

void TimelineTable::showSelection() {
    const int row = m_model.rowOf(m_state->selection());
    m_following = true;
    if (row >= 0)
        setCurrentIndex(m_model.index(row, std::max(0, currentIndex().column())));
    else
        selectionModel()->clear();
    m_following = false;
}

} // namespace quoth::ui

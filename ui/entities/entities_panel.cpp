#include "ui/entities/entities_panel.h"

#include "ui/entities/entities_model.h"
#include "ui/entities/entity_delegate.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/menu_place.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace quoth::ui {

EntitiesPanel::EntitiesPanel(ViewState* state, QWidget* parent)
    : QWidget(parent), m_state(state), m_model(new EntitiesModel(this)),
      m_found(new QSortFilterProxyModel(this)), m_search(new QLineEdit(this)),
      m_view(new QTreeView(this)), m_empty(new EmptyState(this)),
      m_stack(new QStackedWidget(this)) {
    m_found->setSourceModel(m_model);
    m_found->setRecursiveFilteringEnabled(true);
    m_found->setFilterRole(EntitiesModel::SearchRole);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_search->setPlaceholderText(tr("Search names"));
    m_search->setAccessibleName(tr("Search names"));
    m_search->setClearButtonEnabled(true);
    m_view->setModel(m_found);
    m_view->setItemDelegate(new EntityDelegate(state, m_view));
    m_view->setIndentation(14);
    m_view->setUniformRowHeights(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setExpandsOnDoubleClick(false); // a double click on a name goes to a mention
    m_view->setAccessibleName(tr("Entities"));
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(EntitiesModel::NameColumn, QHeaderView::Stretch);
    m_view->header()->setSectionResizeMode(EntitiesModel::MentionsColumn,
                                           QHeaderView::ResizeToContents);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    auto* bar = new QVBoxLayout;
    bar->setContentsMargins(6, 6, 6, 4);
    bar->addWidget(m_search);
    layout->addLayout(bar);
    layout->addWidget(m_stack, 1);

    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setDragDropMode(QAbstractItemView::DragDrop);
    m_view->setDragDropOverwriteMode(true); // onto rows, not between them
    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);
    // Once the editor or the drag is done with: the correction makes the rows anew.
    connect(m_model, &EntitiesModel::renameWanted, this, &EntitiesPanel::renameWanted,
            Qt::QueuedConnection);
    connect(m_model, &EntitiesModel::mergeWanted, this, &EntitiesPanel::mergeWanted,
            Qt::QueuedConnection);
    connect(m_state, &ViewState::filterChanged, m_view->viewport(), qOverload<>(&QWidget::update));
    connect(m_search, &QLineEdit::textChanged, this, &EntitiesPanel::search);
    connect(m_view, &QTreeView::clicked, this, &EntitiesPanel::choose);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) {
                if (!m_following) choose(current);
            });
    connect(m_view, &QTreeView::activated, this, &EntitiesPanel::activateNextMention);
    connect(m_empty, &EmptyState::actionRequested, m_search, &QLineEdit::clear);
    connect(m_state, &ViewState::documentChanged, this, &EntitiesPanel::showDocument);
    connect(m_state, &ViewState::selectionChanged, this, &EntitiesPanel::showSelection);
    connect(m_state, &ViewState::coloursChanged, m_view->viewport(), qOverload<>(&QWidget::update));
    showDocument();
}

void EntitiesPanel::showDocument() {
    {
        const QScopedValueRollback following(m_following, true);
        m_model->setDocument(m_state->sharedDocument());
    }
    m_visiting.reset();
    m_view->expandAll();
    updateEmptyState();
    showSelection();
}

void EntitiesPanel::search(const QString& text) {
    {
        const QScopedValueRollback following(m_following, true);
        m_found->setFilterFixedString(text);
    }
    m_view->expandAll();
    updateEmptyState();
    showSelection();
}

void EntitiesPanel::showSelection() {
    const QScopedValueRollback following(m_following, true);
    const auto entity = m_state->selectedEntity();
    if (!entity) {
        m_view->clearSelection(); // the current row stays, for the keyboard
        return;
    }
    const QModelIndex index = m_found->mapFromSource(m_model->indexOf(*entity));
    if (index.isValid()) m_view->scrollTo(index);
    m_view->setCurrentIndex(index);
}

void EntitiesPanel::updateEmptyState() {
    if (!m_state->document())
        m_empty->setMessage(tr("No article"));
    else if (m_model->rowCount() == 0)
        m_empty->setMessage(tr("No names found"));
    else
        m_empty->setMessage(tr("No names match"), tr("Clear search"));
    m_search->setEnabled(m_model->rowCount() > 0);
    m_stack->setCurrentWidget(m_found->rowCount() > 0 ? static_cast<QWidget*>(m_view) : m_empty);
}

std::optional<EntityId> EntitiesPanel::entityAt(const QModelIndex& index) const {
    const QVariant id = index.siblingAtColumn(0).data(EntitiesModel::EntityRole);
    if (!id.isValid()) return std::nullopt;
    return EntityId{id.toUInt()};
}

void EntitiesPanel::openMenu(const QModelIndex& index, QPoint global) {
    const auto entity = entityAt(index);
    if (!entity) return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* only = menu->addAction(tr("Show only what &concerns this name"));
    only->setCheckable(true);
    only->setChecked(m_state->filter().people.contains(*entity));
    only->setShortcuts(m_state->keys().keys(QStringLiteral("names.only")));
    connect(only, &QAction::triggered, this,
            [this, entity = *entity, document = m_state->sharedDocument()] {
                if (document == m_state->sharedDocument()) m_state->togglePerson(entity);
            });
    menu->addSeparator();
    const QPersistentModelIndex row = index.siblingAtColumn(EntitiesModel::NameColumn);
    emit menuOpening(menu, *entity, [this, row] {
        m_view->setCurrentIndex(row);
        m_view->edit(row);
    });
    menu->popup(global);
}

bool EntitiesPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ContextMenu) {
        const auto [index, global] = menuPlace(*m_view, *static_cast<QContextMenuEvent*>(event));
        openMenu(index, global);
        return true;
    }
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const auto entity = entityAt(m_view->currentIndex());
        const KeyMap& keys = m_state->keys();
        const bool also = keys.matches(*key, QStringLiteral("names.also"));
        if (entity && (also || keys.matches(*key, QStringLiteral("names.only")))) {
            m_state->togglePerson(*entity, also);
            return true;
        }
        if (entity && keys.matches(*key, QStringLiteral("names.rename"))) {
            m_view->edit(m_view->currentIndex().siblingAtColumn(EntitiesModel::NameColumn));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void EntitiesPanel::choose(const QModelIndex& index) {
    if (const auto entity = entityAt(index)) m_state->select(*entity);
}

void EntitiesPanel::activateNextMention(const QModelIndex& index) {
    const auto entity = entityAt(index);
    if (!entity) {
        m_view->setExpanded(index, !m_view->isExpanded(index));
        return;
    }
    choose(index);
    const auto& mentions = m_state->document()->entity(*entity).mentions;
    if (mentions.empty()) return;
    if (m_visiting != entity) m_nextMention = 0;
    m_visiting = entity;
    emit mentionActivated(mentions[m_nextMention % mentions.size()].span);
    m_nextMention = (m_nextMention + 1) % mentions.size();
}

} // namespace quoth::ui

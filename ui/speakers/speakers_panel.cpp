#include "ui/speakers/speakers_panel.h"

#include "ui/speakers/speaker_delegate.h"
#include "ui/speakers/speakers_model.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/menu_place.h"
#include "ui/widgets/panel_style.h"

#include <QApplication>
#include <QDrag>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace quoth::ui {
namespace {

// Nothing in it is selected, so that what is dragged is the current row.
class SpeakersView final : public QListView {
public:
    using QListView::QListView;

protected:
    QModelIndexList selectedIndexes() const override { // without one Qt begins no drag
        return currentIndex().isValid() ? QModelIndexList{currentIndex()} : QModelIndexList();
    }
    void startDrag(Qt::DropActions actions) override {
        const QModelIndex row = currentIndex();
        if (!row.isValid()) return;
        auto* drag = new QDrag(this);
        drag->setMimeData(model()->mimeData({row}));
        drag->setPixmap(viewport()->grab(visualRect(row)));
        drag->exec(actions);
    }
};

} // namespace

SpeakersPanel::SpeakersPanel(ViewState* state, QWidget* parent)
    : QWidget(parent), m_state(state), m_model(new SpeakersModel(this)),
      m_view(new SpeakersView(this)), m_empty(new EmptyState(this)),
      m_stack(new QStackedWidget(this)), m_unattributed(new QPushButton(this)) {
    m_view->setModel(m_model);
    m_view->setItemDelegate(new SpeakerDelegate(state, m_view));
    // What is chosen is the state's filter; the view only has a current row for the keyboard.
    m_view->setSelectionMode(QAbstractItemView::NoSelection);
    m_view->setUniformItemSizes(true);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setMouseTracking(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setAccessibleName(tr("Speakers"));
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setDragDropMode(QAbstractItemView::DragDrop);
    m_view->setDragDropOverwriteMode(true); // onto rows, not between them
    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    m_unattributed->setObjectName(QStringLiteral("unattributed"));
    m_unattributed->setToolTip(tr("Show only these"));
    m_unattributed->setAutoDefault(true); // Return, too
    m_unattributed->setMinimumWidth(1);   // large letters do not widen the panel
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_unattributed);

    // Once the editor or the drag is done with: the correction makes the rows anew.
    connect(m_model, &SpeakersModel::renameWanted, this, &SpeakersPanel::renameWanted,
            Qt::QueuedConnection);
    connect(m_model, &SpeakersModel::mergeWanted, this, &SpeakersPanel::mergeWanted,
            Qt::QueuedConnection);
    connect(m_unattributed, &QPushButton::clicked, this, &SpeakersPanel::showUnattributed);
    const auto repaint = [this] { m_view->viewport()->update(); };
    connect(m_state, &ViewState::documentChanged, this, &SpeakersPanel::showDocument);
    connect(m_state, &ViewState::filterChanged, this, repaint);
    connect(m_state, &ViewState::selectionChanged, this, repaint);
    connect(m_state, &ViewState::coloursChanged, this, repaint);
    showDocument();
}

void SpeakersPanel::showDocument() {
    const int current = m_view->currentIndex().row();
    m_model->setDocument(m_state->sharedDocument());
    if (current >= 0) // the keyboard goes on from where it was
        m_view->setCurrentIndex(m_model->index(std::min(current, m_model->rowCount() - 1)));
    const bool any = m_model->rowCount() > 0;
    m_empty->setMessage(m_state->document() ? tr("No speakers found") : tr("No article"));
    m_stack->setCurrentWidget(any ? static_cast<QWidget*>(m_view) : m_empty);
    m_unattributed->setText(
        tr("%Ln quote(s) without a known speaker", nullptr, m_model->unattributed()));
    m_unattributed->setVisible(m_model->unattributed() > 0);
}

void SpeakersPanel::showUnattributed() {
    Filter filter; // with another one none might be left
    filter.withoutSpeaker = true;
    m_state->setFilter(std::move(filter));
    if (!m_state->shownQuotes().empty()) m_state->select(m_state->shownQuotes().front());
}

void SpeakersPanel::toggle(const QModelIndex& index, bool add) {
    if (index.isValid())
        m_state->toggleSpeaker(EntityId{index.data(SpeakersModel::EntityRole).toUInt()}, add);
}

void SpeakersPanel::openMenu(const QModelIndex& index, QPoint global) {
    if (!index.isValid()) return;
    const EntityId speaker{index.data(SpeakersModel::EntityRole).toUInt()};
    m_view->setCurrentIndex(index);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* only = menu->addAction(tr("Show &only this speaker"));
    only->setCheckable(true);
    only->setChecked(m_state->filter().speakers.contains(speaker));
    only->setShortcuts(m_state->keys().keys(QStringLiteral("names.only")));
    connect(only, &QAction::triggered, this, [this, speaker, document = m_state->sharedDocument()] {
        if (document == m_state->sharedDocument()) m_state->toggleSpeaker(speaker);
    });
    menu->addSeparator();
    const QPersistentModelIndex row = index;
    emit menuOpening(menu, speaker, [this, row] { m_view->edit(row); });
    menu->popup(global);
}

bool SpeakersPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ContextMenu) {
        const auto [index, global] = menuPlace(*m_view, *static_cast<QContextMenuEvent*>(event));
        openMenu(index, global);
        return true;
    }
    if (watched == m_view->viewport() && event->type() == QEvent::MouseButtonPress)
        m_pressed = m_view->indexAt(static_cast<QMouseEvent*>(event)->position().toPoint());
    if (watched == m_view->viewport() && event->type() == QEvent::MouseButtonRelease) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        const QModelIndex index = m_view->indexAt(mouse->position().toPoint());
        // Only a click that began on the same row.
        if (mouse->button() == Qt::LeftButton && index == m_pressed)
            toggle(index, mouse->modifiers().testFlag(Qt::ControlModifier));
    }
    // The key that ends a renaming comes here as well, after its editor.
    const QWidget* focus = QApplication::focusWidget();
    const bool renaming = focus && m_view->viewport()->isAncestorOf(focus);
    if (watched == m_view && event->type() == QEvent::KeyPress && !renaming) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const KeyMap& keys = m_state->keys();
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        const bool also = keys.matches(*key, QStringLiteral("names.also"));
        if (enter || also || keys.matches(*key, QStringLiteral("names.only"))) {
            toggle(m_view->currentIndex(),
                   also || (enter && key->modifiers().testFlag(Qt::ControlModifier)));
            return true;
        }
        if (keys.matches(*key, QStringLiteral("names.rename"))) {
            if (m_view->currentIndex().isValid()) m_view->edit(m_view->currentIndex());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace quoth::ui

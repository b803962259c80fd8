#include "ui/speakers/speakers_panel.h"

#include "ui/session/empty_state.h"
#include "ui/session/panel_style.h"
#include "ui/speakers/speaker_delegate.h"
#include "ui/speakers/speakers_model.h"

#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMouseEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace quoth::ui {

SpeakersPanel::SpeakersPanel(ViewState* state, QWidget* parent)
    : QWidget(parent), m_state(state), m_model(new SpeakersModel(this)),
      m_view(new QListView(this)), m_empty(new EmptyState(this)), m_stack(new QStackedWidget(this)),
      m_note(new QLabel(this)) {
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
    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    m_note->setObjectName(QStringLiteral("unattributed"));
    m_note->setContentsMargins(8, 4, 8, 4);
    m_note->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_note);

    const auto repaint = [this] { m_view->viewport()->update(); };
    connect(m_state, &ViewState::documentChanged, this, &SpeakersPanel::showDocument);
    connect(m_state, &ViewState::filterChanged, this, repaint);
    connect(m_state, &ViewState::selectionChanged, this, repaint);
    connect(m_state, &ViewState::coloursChanged, this, repaint);
    showDocument();
}

void SpeakersPanel::showDocument() {
    m_model->setDocument(m_state->sharedDocument());
    const bool any = m_model->rowCount() > 0;
    m_empty->setMessage(m_state->document() ? tr("No speakers found") : tr("No article"));
    m_stack->setCurrentWidget(any ? static_cast<QWidget*>(m_view) : m_empty);
    m_note->setText(counted(m_model->unattributed(), tr("1 quote without a known speaker"),
                            tr("%1 quotes without a known speaker")));
    m_note->setVisible(m_model->unattributed() > 0);
}

void SpeakersPanel::toggle(const QModelIndex& index, bool add) {
    if (index.isValid())
        m_state->toggleSpeaker(EntityId{index.data(SpeakersModel::EntityRole).toUInt()}, add);
}

bool SpeakersPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_view->viewport() && event->type() == QEvent::MouseButtonRelease) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        const QModelIndex index = m_view->indexAt(mouse->position().toPoint());
        // Only a click that began on the same row, which is the current one since.
        if (mouse->button() == Qt::LeftButton && index == m_view->currentIndex())
            toggle(index, mouse->modifiers().testFlag(Qt::ControlModifier));
    }
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Space || key->key() == Qt::Key_Return ||
            key->key() == Qt::Key_Enter) {
            toggle(m_view->currentIndex(), key->modifiers().testFlag(Qt::ControlModifier));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace quoth::ui

#include "ui/corrections/corrections_panel.h"

#include "core/document/put_back.h"
#include "ui/corrections/correction_delegate.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/menu_place.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace quoth::ui {

CorrectionsPanel::CorrectionsPanel(ViewState* state, Desk* desk, QWidget* parent)
    : QWidget(parent), m_state(state), m_desk(desk), m_list(new QListWidget(this)),
      m_toggle(new QPushButton(this)), m_putBack(new QPushButton(tr("Put Back at Selection"))),
      m_empty(new EmptyState(this)), m_stack(new QStackedWidget(this)) {
    m_list->setObjectName(QStringLiteral("corrections"));
    m_list->setItemDelegate(new CorrectionDelegate(m_list));
    m_list->setAccessibleName(tr("Corrections"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    m_putBack->setToolTip(tr("Select words, a quote, a name or an event in the article first"));

    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_list, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(6, 6, 6, 6);
    buttons->setSpacing(6);
    buttons->addWidget(m_toggle);
    buttons->addWidget(m_putBack);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    m_stack->addWidget(page);
    m_stack->addWidget(m_empty);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(m_stack);

    connect(m_list, &QListWidget::currentRowChanged, this, &CorrectionsPanel::updateButtons);
    connect(m_list, &QListWidget::itemClicked, this, &CorrectionsPanel::activate);
    connect(m_toggle, &QPushButton::clicked, this, &CorrectionsPanel::toggle);
    connect(m_putBack, &QPushButton::clicked, this, [this] {
        if (const auto* standing = current()) emit putBackWanted(standing->step);
    });
    connect(m_desk, &Desk::changed, this, &CorrectionsPanel::refresh);
    refresh();
}

void CorrectionsPanel::refresh() {
    const auto* before = current();
    const auto step = before ? std::optional(before->step) : std::nullopt;
    m_standings = m_desk->standings();
    m_list->clear();
    const auto isLost = [](const Desk::Standing& standing) {
        return standing.state == Desk::Standing::Lost;
    };
    const auto add = [&](std::size_t i) {
        const Desk::Standing& standing = m_standings[i];
        const QString words = toQString(targetWords(standing.about)).simplified();
        const QString state =
            standing.state == Desk::Standing::TakenBack ? tr("taken back") : QString();
        auto* item = new QListWidgetItem(standing.name, m_list);
        item->setData(CorrectionDelegate::StandingRole, static_cast<int>(i));
        item->setData(CorrectionDelegate::WordsRole, words);
        item->setData(CorrectionDelegate::StateRole, state);
        QStringList said = {standing.name, words, state};
        if (isLost(standing)) said.last() = tr("no place");
        said.removeAll(QString());
        item->setData(Qt::AccessibleTextRole, said.join(QStringLiteral(", ")));
        if (standing.step == step) m_list->setCurrentItem(item);
    };
    const auto lost = std::count_if(m_standings.begin(), m_standings.end(), isLost);
    const auto addHeading = [this](const QString& text) {
        auto* item = new QListWidgetItem(text, m_list);
        item->setFlags(Qt::NoItemFlags);
    };
    if (lost) addHeading(tr("Not in this text any more (%L1)").arg(lost));
    for (std::size_t i = m_standings.size(); i-- > 0;)
        if (isLost(m_standings[i])) add(i);
    const auto placed = m_standings.size() - static_cast<std::size_t>(lost);
    if (lost && placed) addHeading(tr("In the article (%L1)").arg(placed));
    for (std::size_t i = m_standings.size(); i-- > 0;)
        if (!isLost(m_standings[i])) add(i);
    if (!m_list->currentItem()) // what was put back is the newest now
        for (int i = 0; i < m_list->count() && !current(); ++i)
            m_list->setCurrentRow(i);
    m_empty->setMessage(m_state->document() ? tr("You have corrected nothing yet")
                                            : tr("No article"));
    m_stack->setCurrentIndex(m_standings.empty() ? 1 : 0);
    updateButtons();
}

const Desk::Standing* CorrectionsPanel::current() const {
    const auto* item = m_list->currentItem();
    const QVariant index = item ? item->data(CorrectionDelegate::StandingRole) : QVariant();
    return index.isValid() ? &m_standings[static_cast<std::size_t>(index.toInt())] : nullptr;
}

void CorrectionsPanel::updateButtons() {
    const auto* standing = current();
    const bool takenBack = standing && standing->state == Desk::Standing::TakenBack;
    m_toggle->setText(takenBack ? tr("Put in Force Again") : tr("Take Back"));
    m_toggle->setEnabled(standing != nullptr);
    const bool hadFocus = m_putBack->hasFocus();
    m_putBack->setVisible(standing && standing->state == Desk::Standing::Lost);
    if (hadFocus && !m_putBack->isVisible()) m_list->setFocus();
}

void CorrectionsPanel::toggle() {
    const auto* standing = current();
    if (!standing) return;
    const bool done = standing->state == Desk::Standing::TakenBack
                          ? m_desk->reinstate(*standing)
                          : m_desk->withdraw(standing->step);
    if (!done) emit said(tr("Later corrections rest on this one: take them back first."));
}

// What it is about, selected and shown.
void CorrectionsPanel::activate() {
    const auto* standing = current();
    const Document* document = m_state->document();
    if (!standing || !document) return;
    if (const auto quote = quoteOf(standing->about))
        if (const auto found = findQuote(*document, *quote)) m_state->select(*found);
    if (const auto place = targetSpan(*document, standing->about)) emit placeActivated(*place);
}

void CorrectionsPanel::openMenu(QPoint global) {
    const auto* standing = current();
    if (!standing) return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* show = menu->addAction(tr("&Show in Article"), this, &CorrectionsPanel::activate);
    show->setShortcut(Qt::Key_Return);
    show->setEnabled(targetSpan(*m_state->document(), standing->about).has_value());
    if (standing->state == Desk::Standing::Lost)
        menu->addAction(tr("&Put Back at Selection"), m_putBack, &QPushButton::click);
    menu->addAction(m_toggle->text(), this, &CorrectionsPanel::toggle)
        ->setShortcuts(m_state->keys().keys(standing->state == Desk::Standing::TakenBack
                                                ? QStringLiteral("corrections.toggle")
                                                : QStringLiteral("corrections.takeBack")));
    menu->popup(global);
}

bool CorrectionsPanel::pressed(const QKeyEvent& event) {
    const auto* standing = current();
    if (!standing) return false;
    const KeyMap& keys = m_state->keys();
    const bool takesBack = keys.matches(event, QStringLiteral("corrections.takeBack"));
    if (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter)
        activate();
    else if (keys.matches(event, QStringLiteral("corrections.toggle")) ||
             (takesBack && standing->state != Desk::Standing::TakenBack))
        toggle();
    else
        return takesBack;
    return true;
}

bool CorrectionsPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ContextMenu) {
        const auto [index, global] = menuPlace(*m_list, *static_cast<QContextMenuEvent*>(event));
        if (index.isValid()) {
            m_list->setCurrentRow(index.row());
            openMenu(global);
        }
        return true;
    }
    if (watched == m_list && event->type() == QEvent::ShortcutOverride) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        const KeyMap& keys = m_state->keys(); // before those of the window
        if (keys.matches(key, QStringLiteral("corrections.toggle")) ||
            keys.matches(key, QStringLiteral("corrections.takeBack")))
            event->accept();
    } else if (watched == m_list && event->type() == QEvent::KeyPress &&
               pressed(*static_cast<QKeyEvent*>(event))) {
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace quoth::ui

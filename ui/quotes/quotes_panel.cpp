#include "ui/quotes/quotes_panel.h"

#include "ui/quotes/filter_bar.h"
#include "ui/quotes/quote_delegate.h"
#include "ui/quotes/quote_text.h"
#include "ui/quotes/quotes_model.h"
#include "ui/session/empty_state.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QListView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace quoth::ui {

QuotesPanel::QuotesPanel(ViewState* state, QWidget* parent)
    : QWidget(parent), m_state(state), m_model(new QuotesModel(this)),
      m_passing(new PassingQuotes(state, this)), m_bar(new FilterBar(state, this)),
      m_view(new QListView(this)), m_empty(new EmptyState(this)),
      m_stack(new QStackedWidget(this)) {
    m_passing->setSourceModel(m_model);
    m_view->setObjectName(QStringLiteral("quotes"));
    m_view->setModel(m_passing);
    m_view->setItemDelegate(new QuoteDelegate(state, m_view));
    m_view->setUniformItemSizes(true);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setMouseTracking(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setAccessibleName(tr("Quotes"));
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_stack, 1);

    auto* copyAction = new QAction(m_view);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setShortcutContext(Qt::WidgetShortcut);
    m_view->addAction(copyAction);
    connect(copyAction, &QAction::triggered, this, [this] {
        if (const auto quote = quoteAt(m_view->currentIndex())) copy(*quote);
    });
    connect(m_view, &QListView::clicked, this, &QuotesPanel::choose);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) {
                if (!m_following) choose(current);
            });
    connect(m_view, &QListView::activated, this, [this](const QModelIndex& index) {
        choose(index);
        if (const auto quote = quoteAt(index))
            emit placeActivated(m_state->document()->quote(*quote).content.front());
    });
    connect(m_view, &QListView::customContextMenuRequested, this, &QuotesPanel::openMenu);
    connect(m_empty, &EmptyState::actionRequested, this, [this] { m_state->setFilter({}); });
    connect(m_state, &ViewState::documentChanged, this, &QuotesPanel::showDocument);
    connect(m_state, &ViewState::filterChanged, this, &QuotesPanel::refilter);
    connect(m_state, &ViewState::selectionChanged, this, &QuotesPanel::showSelection);
    connect(m_state, &ViewState::coloursChanged, m_view->viewport(), qOverload<>(&QWidget::update));
    showDocument();
}

void QuotesPanel::showDocument() {
    {
        const QScopedValueRollback following(m_following, true);
        m_model->setDocument(m_state->sharedDocument());
    }
    refilter();
}

void QuotesPanel::refilter() {
    {
        const QScopedValueRollback following(m_following, true);
        m_passing->refilter();
    }
    m_bar->setCount(m_passing->rowCount(), m_model->rowCount());
    updateEmptyState();
    showSelection();
}

void QuotesPanel::showSelection() {
    const QScopedValueRollback following(m_following, true);
    const auto quote = m_state->selectedQuote();
    const QModelIndex index =
        quote ? m_passing->mapFromSource(m_model->index(static_cast<int>(quote->value)))
              : QModelIndex();
    m_view->setCurrentIndex(index);
    if (index.isValid()) m_view->scrollTo(index);
    m_view->viewport()->update();
}

void QuotesPanel::updateEmptyState() {
    if (!m_state->document())
        m_empty->setMessage(tr("No article"));
    else if (m_model->rowCount() == 0)
        m_empty->setMessage(tr("No quotes found"));
    else if (m_passing->rowCount() == 0)
        m_empty->setMessage(tr("No quotes match"), tr("Clear filter"));
    m_bar->setEnabled(m_model->rowCount() > 0);
    m_stack->setCurrentWidget(m_passing->rowCount() > 0 ? static_cast<QWidget*>(m_view) : m_empty);
}

void QuotesPanel::openMenu(const QPoint& at) {
    const auto id = quoteAt(m_view->indexAt(at));
    if (!id) return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Copy quote with attribution"), this, [this, id] { copy(*id); });
    const auto speaker = m_state->document()->quote(*id).speaker;
    QAction* only = menu->addAction(tr("Show &only this speaker"), this, [this, speaker] {
        Filter filter = m_state->filter();
        filter.speakers = {*speaker};
        m_state->setFilter(std::move(filter));
    });
    only->setEnabled(speaker.has_value());
    menu->popup(m_view->viewport()->mapToGlobal(at));
}

void QuotesPanel::copy(QuoteId quote) const {
    // The document may have changed while the menu was open.
    if (!m_state->document() || quote.value >= m_state->document()->quotes().size()) return;
    const Document& document = *m_state->document();
    QGuiApplication::clipboard()->setText(attributedQuote(document, document.quote(quote)));
}

std::optional<QuoteId> QuotesPanel::quoteAt(const QModelIndex& index) const {
    if (!index.isValid()) return std::nullopt;
    return QuoteId{index.data(QuotesModel::IdRole).toUInt()};
}

void QuotesPanel::choose(const QModelIndex& index) {
    if (const auto quote = quoteAt(index)) m_state->select(*quote);
}

} // namespace quoth::ui

#include "ui/quotes/quotes_panel.h"

#include "ui/quotes/check_progress.h"
#include "ui/quotes/filter_bar.h"
#include "ui/quotes/quote_delegate.h"
#include "ui/quotes/quotes_model.h"
#include "ui/widgets/empty_state.h"

#include <QKeyEvent>
#include <QListView>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace quoth::ui {

QuotesPanel::QuotesPanel(ViewState* state, QWidget* parent)
    : QWidget(parent), m_state(state), m_model(new QuotesModel(state, this)),
      m_bar(new FilterBar(state, this)), m_progress(new CheckProgress(this)),
      m_view(new QListView(this)), m_empty(new EmptyState(this)),
      m_stack(new QStackedWidget(this)) {
    m_view->setObjectName(QStringLiteral("quotes"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new QuoteDelegate(state, m_view));
    m_view->installEventFilter(this);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setMouseTracking(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setAccessibleName(tr("Quotes"));
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection); // to copy several
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_progress);
    layout->addWidget(m_stack, 1);

    connect(m_bar, &FilterBar::searchStepped, this, &QuotesPanel::searchStepped);
    connect(m_view, &QListView::clicked, this, [this](const QModelIndex& index) {
        if (m_model->isFoldRow(index))
            m_model->setFolded(!m_model->isFolded());
        else
            choose(index);
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) {
                if (!m_following) choose(current);
            });
    connect(m_view, &QListView::activated, this, [this](const QModelIndex& index) {
        choose(index);
        if (const auto quote = quoteAt(index))
            emit placeActivated(m_state->document()->quote(*quote).content.front());
    });
    connect(m_view, &QListView::customContextMenuRequested, this, [this](const QPoint& at) {
        if (const auto quote = quoteAt(m_view->indexAt(at))) {
            m_state->select(*quote);
            emit menuWanted(*quote, m_view->viewport()->mapToGlobal(at));
        }
    });
    connect(m_empty, &EmptyState::actionRequested, this, [this] { m_state->setFilter({}); });
    connect(m_state, &ViewState::documentChanged, this, &QuotesPanel::showDocument);
    connect(m_state, &ViewState::filterChanged, this, &QuotesPanel::refilter);
    connect(m_state, &ViewState::selectionChanged, this, &QuotesPanel::showSelection);
    connect(m_state, &ViewState::coloursChanged, m_view->viewport(), qOverload<>(&QWidget::update));
    showDocument();
}

void QuotesPanel::showDocument() {
    m_model->setFolded(true);
    const Document* document = m_state->document();
    m_progress->setProgress(document ? static_cast<int>(document->checkedQuotes()) : 0,
                            document ? static_cast<int>(document->quotes().size()) : 0);
    refilter();
}

void QuotesPanel::refilter() {
    {
        const QScopedValueRollback following(m_following, true);
        m_model->refresh();
    }
    const int all =
        m_state->document() ? static_cast<int>(m_state->document()->quotes().size()) : 0;
    m_bar->setCount(static_cast<int>(m_state->shownQuotes().size()), all);
    updateEmptyState();
    showSelection();
}

void QuotesPanel::showSelection() {
    const QScopedValueRollback following(m_following, true);
    const auto quote = m_state->selectedQuote();
    if (quote && m_state->passes(*quote) && m_state->isDoubtful(*quote)) m_model->setFolded(false);
    const QModelIndex index = quote ? m_model->indexOf(*quote) : QModelIndex();
    // One that is current already stands in a selection of several, which stays.
    // Said in full: the view would ask which keys are down, and Ctrl adds to what is selected.
    if (index != m_view->currentIndex() || !index.isValid())
        m_view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    if (index.isValid()) m_view->scrollTo(index);
    m_view->viewport()->update();
}

void QuotesPanel::updateEmptyState() {
    if (!m_state->document())
        m_empty->setMessage(tr("No article"));
    else if (m_state->document()->quotes().empty())
        m_empty->setMessage(tr("No quotes found"));
    else if (m_model->rowCount() == 0)
        m_empty->setMessage(tr("No quotes match"), tr("Clear filter"));
    m_bar->setEnabled(m_state->document() && !m_state->document()->quotes().empty());
    m_stack->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget*>(m_view) : m_empty);
}

// The key that goes on folds on the row of the doubtful, as Return and the arrows do.
bool QuotesPanel::pressed(const QKeyEvent& event) {
    const bool foldRow = m_model->isFoldRow(m_view->currentIndex());
    const bool on = m_state->keys().matches(event, QStringLiteral("quotes.goOn"));
    if (on || m_state->keys().matches(event, QStringLiteral("quotes.goBack"))) {
        if (foldRow)
            m_model->setFolded(!m_model->isFolded());
        else
            m_state->stepQuote(on ? 1 : -1);
        return true;
    }
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (foldRow) m_model->setFolded(!m_model->isFolded());
        return foldRow;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (foldRow) m_model->setFolded(event.key() == Qt::Key_Left);
        return foldRow;
    default:
        return false;
    }
}

std::vector<QuoteId> QuotesPanel::selectedQuotes() const {
    QModelIndexList rows = m_view->selectionModel()->selectedIndexes();
    std::sort(rows.begin(), rows.end());
    std::vector<QuoteId> out;
    for (const QModelIndex& index : rows)
        if (const auto quote = quoteAt(index)) out.push_back(*quote);
    // A selection of the list is the state's, unless that lies behind the filter.
    const auto quote = m_state->selectedQuote();
    if (!quote) return {};
    return std::find(out.begin(), out.end(), *quote) == out.end() ? std::vector{*quote} : out;
}

// Copying and selecting all mean the list while it has the focus, not the article.
bool QuotesPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_view &&
        (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress)) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const KeyMap& keys = m_state->keys();
        const bool copies = keys.matches(*key, QStringLiteral("edit.copy"));
        if (event->type() == QEvent::ShortcutOverride) {
            if (copies || keys.matches(*key, QStringLiteral("edit.selectAll"))) {
                event->accept();
                return true;
            }
        } else if (copies) {
            emit copyWanted(selectedQuotes());
            return true;
        } else if (keys.matches(*key, QStringLiteral("edit.selectAll"))) {
            m_view->selectAll();
            return true;
        } else if (pressed(*key)) {
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

std::optional<QuoteId> QuotesPanel::quoteAt(const QModelIndex& index) const {
    if (!index.isValid() || m_model->isFoldRow(index)) return std::nullopt;
    return QuoteId{index.data(QuotesModel::IdRole).toUInt()};
}

void QuotesPanel::choose(const QModelIndex& index) {
    if (const auto quote = quoteAt(index)) m_state->select(*quote);
}

} // namespace quoth::ui

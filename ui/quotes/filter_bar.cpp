#include "ui/quotes/filter_bar.h"

#include "ui/quotes/quote_text.h"
#include "ui/state/desk.h"
#include "ui/widgets/panel_style.h"
#include "ui/widgets/search_field.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace quoth::ui {
namespace {

// Entries of the box of states beside those of CheckState.
constexpr int anyState = -1, doubtfulOnly = -2, withoutSpeakerOnly = -3;

QComboBox* chooser(const QString& name, QWidget* parent) {
    auto* box = new QComboBox(parent);
    box->setAccessibleName(name);
    box->setToolTip(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(5);
    return box;
}

void display(QComboBox* box, const QVariant& value) {
    const int index = box->findData(value);
    if (index >= 0) {
        box->setCurrentIndex(index);
    } else { // a value that none of the entries has, set elsewhere
        box->setPlaceholderText(value.toString());
        box->setCurrentIndex(-1);
    }
}

} // namespace

FilterBar::FilterBar(ViewState* state, QWidget* parent)
    : QWidget(parent), m_state(state),
      m_search(new SearchField(tr("Search quotes and speakers"), this)),
      m_kind(chooser(tr("Kind of quote"), this)), m_act(chooser(tr("Speech or thought"), this)),
      m_confidence(chooser(tr("Least confidence"), this)),
      m_check(chooser(tr("State of checking"), this)), m_order(chooser(tr("Order"), this)),
      m_count(new QLabel(this)) {
    m_kind->addItem(tr("All kinds"), -1);
    for (const QuoteKind kind : {QuoteKind::Direct, QuoteKind::Mixed, QuoteKind::Indirect})
        m_kind->addItem(kindLabel(kind), static_cast<int>(kind));
    m_act->addItem(tr("All acts"), -1);
    for (const QuoteAct act : {QuoteAct::Speech, QuoteAct::Thought})
        m_act->addItem(actLabel(act), static_cast<int>(act));
    m_confidence->addItem(tr("Any %"), 0);
    for (const int percent : {50, 70, 90})
        m_confidence->addItem(tr("≥ %1 %").arg(percent), percent);
    m_check->addItem(tr("All states"), anyState);
    for (const CheckState state :
         {CheckState::Unchecked, CheckState::Confirmed, CheckState::Altered, CheckState::Unsourced,
          CheckState::Disputed})
        m_check->addItem(checkLabel(state), static_cast<int>(state));
    m_check->insertSeparator(m_check->count());
    m_check->addItem(tr("Doubtful"), doubtfulOnly);
    m_check->addItem(tr("Unknown speaker"), withoutSpeakerOnly);
    m_order->addItem(tr("In reading order"), static_cast<int>(QuoteOrder::Reading));
    m_order->addItem(tr("Least sure first"), static_cast<int>(QuoteOrder::Confidence));
    m_order->addItem(tr("By speaker"), static_cast<int>(QuoteOrder::Speaker));
    m_order->addItem(tr("By state"), static_cast<int>(QuoteOrder::Check));
    m_count->setObjectName(QStringLiteral("count"));

    auto* choosers = new QHBoxLayout;
    choosers->setSpacing(4);
    for (QComboBox* box : {m_kind, m_act, m_confidence})
        choosers->addWidget(box, 1);
    auto* states = new QHBoxLayout;
    states->setSpacing(4);
    for (QComboBox* box : {m_check, m_order})
        states->addWidget(box, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 2);
    layout->setSpacing(4);
    layout->addWidget(m_search);
    layout->addLayout(choosers);
    layout->addLayout(states);
    layout->addWidget(m_count);

    connect(m_search, &QLineEdit::textChanged, this, &FilterBar::write);
    connect(m_search, &SearchField::stepped, this, &FilterBar::searchStepped);
    for (QComboBox* box : {m_kind, m_act, m_confidence, m_check, m_order})
        connect(box, &QComboBox::activated, this, &FilterBar::write);
    connect(m_state, &ViewState::filterChanged, this, &FilterBar::read);
    read();
}

void FilterBar::setCount(int passing, int all) {
    if (all == 0)
        m_count->clear();
    else if (passing == all)
        m_count->setText(tr("%Ln quote(s)", nullptr, all));
    else
        m_count->setText(tr("%1 of %Ln quote(s)", nullptr, all).arg(passing));
}

void FilterBar::read() {
    const Filter& filter = m_state->filter();
    m_reading = true;
    // Setting the same text again would move the cursor under the reader's fingers.
    if (m_search->text() != filter.text) m_search->setText(filter.text);
    display(m_kind, filter.kind ? static_cast<int>(*filter.kind) : -1);
    display(m_act, filter.act ? static_cast<int>(*filter.act) : -1);
    display(m_confidence, qRound(filter.minimumConfidence * 100));
    display(m_check, filter.withoutSpeaker ? withoutSpeakerOnly
                     : filter.doubtful     ? doubtfulOnly
                     : filter.check        ? static_cast<int>(*filter.check)
                                           : anyState);
    display(m_order, static_cast<int>(m_state->order()));
    m_reading = false;
}

void FilterBar::write() {
    if (m_reading) return;
    Filter filter = m_state->filter();
    filter.text = m_search->text();
    const int kind = m_kind->currentData().toInt();
    filter.kind = kind < 0 ? std::nullopt : std::optional(static_cast<QuoteKind>(kind));
    const int act = m_act->currentData().toInt();
    filter.act = act < 0 ? std::nullopt : std::optional(static_cast<QuoteAct>(act));
    if (m_confidence->currentIndex() >= 0)
        filter.minimumConfidence = static_cast<float>(m_confidence->currentData().toInt()) / 100;
    const int state = m_check->currentData().toInt();
    filter.check = state < 0 ? std::nullopt : std::optional(static_cast<CheckState>(state));
    filter.doubtful = state == doubtfulOnly;
    filter.withoutSpeaker = state == withoutSpeakerOnly;
    m_state->setOrder(static_cast<QuoteOrder>(m_order->currentData().toInt()));
    m_state->setFilter(std::move(filter));
}

} // namespace quoth::ui

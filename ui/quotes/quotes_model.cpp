#include "ui/quotes/quotes_model.h"

#include "ui/quotes/quote_text.h"
#include "ui/state/desk.h"
#include "ui/why/explanation.h"
#include "ui/widgets/tool_tip.h"

#include <algorithm>

namespace quoth::ui {

QuotesModel::QuotesModel(const ViewState* state, QObject* parent)
    : QAbstractListModel(parent), m_state(state) {}

void QuotesModel::refresh() {
    beginResetModel();
    m_document = m_state->sharedDocument();
    m_quotes = m_state->shownQuotes();
    m_sure = static_cast<std::size_t>(
        std::partition_point(m_quotes.begin(), m_quotes.end(),
                             [&](QuoteId id) { return !m_state->isDoubtful(id); }) -
        m_quotes.begin());
    endResetModel();
}

void QuotesModel::setFolded(bool folded) {
    if (folded == m_folded) return;
    const int doubtful = static_cast<int>(m_quotes.size() - m_sure);
    if (doubtful == 0) {
        m_folded = folded;
        return;
    }
    const int header = static_cast<int>(m_sure);
    if (folded)
        beginRemoveRows({}, header + 1, header + doubtful);
    else
        beginInsertRows({}, header + 1, header + doubtful);
    m_folded = folded;
    if (folded)
        endRemoveRows();
    else
        endInsertRows();
    emit dataChanged(index(header), index(header));
}

int QuotesModel::rowCount(const QModelIndex& parent) const {
    if (parent.isValid()) return 0;
    const std::size_t doubtful = m_quotes.size() - m_sure;
    return static_cast<int>(m_sure + (doubtful == 0 ? 0 : m_folded ? 1 : doubtful + 1));
}

bool QuotesModel::isFoldRow(const QModelIndex& index) const {
    return index.isValid() && m_sure < m_quotes.size() && index.row() == static_cast<int>(m_sure);
}

QModelIndex QuotesModel::indexOf(QuoteId quote) const {
    const auto at = static_cast<std::size_t>(std::find(m_quotes.begin(), m_quotes.end(), quote) -
                                             m_quotes.begin());
    if (at == m_quotes.size() || (at >= m_sure && m_folded)) return {};
    return index(static_cast<int>(at < m_sure ? at : at + 1));
}

QVariant QuotesModel::foldData(int role) const {
    const QString text = tr("Doubtful (%1)").arg(m_quotes.size() - m_sure);
    switch (role) {
    case Qt::DisplayRole:
        return text;
    case Qt::AccessibleTextRole:
        return m_folded ? tr("%1, folded").arg(text) : text;
    case Qt::ToolTipRole:
        return toolTipOf(tr("Look at each: %1 when it is right, %2 when it is not a quote.")
                             .arg(m_state->keys().name(QStringLiteral("check.right")),
                                  m_state->keys().name(QStringLiteral("check.notQuote"))));
    case FoldRole:
        return m_folded;
    default:
        return {};
    }
}

QVariant QuotesModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    if (isFoldRow(index)) return foldData(role);
    const auto at = static_cast<std::size_t>(index.row());
    const QuoteId id = m_quotes[at < m_sure ? at : at - 1];
    const std::size_t row = id.value;
    const Quote& quote = m_document->quotes()[row];
    switch (role) {
    case Qt::DisplayRole:
        return previewText(*m_document, quote);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(spokenFacts(*m_document, quote),
                                            previewText(*m_document, quote));
    case Qt::ToolTipRole: {
        QStringList lines = {speakerLabel(*m_document, quote), previewText(*m_document, quote),
                             cueLine(*m_document, quote) +
                                 QStringLiteral(" · %1 %").arg(qRound(quote.confidence * 100))};
        if (const QString check = checkInWords(quote); !check.isEmpty()) lines << check;
        return toolTipOf(lines, true);
    }
    case IdRole:
        return static_cast<unsigned>(row);
    case ContentRole:
        return contentText(*m_document, quote);
    case SpeakerRole:
        return speakerLabel(*m_document, quote);
    case SpeakerIdRole:
        return quote.speaker ? QVariant(quote.speaker->value) : QVariant();
    case KindRole:
        return static_cast<int>(quote.kind);
    case ActRole:
        return static_cast<int>(quote.act);
    case ConfidenceRole:
        return quote.confidence;
    case CueRole:
        return cueLine(*m_document, quote);
    default:
        return {};
    }
}

} // namespace quoth::ui

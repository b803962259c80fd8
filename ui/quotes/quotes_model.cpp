#include "ui/quotes/quotes_model.h"

#include "ui/quotes/quote_text.h"
#include "ui/session/desk.h"
#include "ui/widgets/tool_tip.h"

namespace quoth::ui {

void QuotesModel::setDocument(std::shared_ptr<const Document> document) {
    beginResetModel();
    m_document = std::move(document);
    endResetModel();
}

int QuotesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_document ? 0 : static_cast<int>(m_document->quotes().size());
}

QVariant QuotesModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto row = static_cast<std::size_t>(index.row());
    const Quote& quote = m_document->quotes()[row];
    switch (role) {
    case Qt::DisplayRole:
        return previewText(*m_document, quote);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(spokenFacts(*m_document, quote),
                                            previewText(*m_document, quote));
    case Qt::ToolTipRole:
        return toolTipOf(
            QStringList{speakerLabel(*m_document, quote), previewText(*m_document, quote),
                        cueLine(*m_document, quote) +
                            QStringLiteral(" · %1 %").arg(qRound(quote.confidence * 100))},
            true);
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

PassingQuotes::PassingQuotes(const ViewState* state, QObject* parent)
    : QSortFilterProxyModel(parent), m_state(state) {}

bool PassingQuotes::filterAcceptsRow(int row, const QModelIndex&) const {
    return m_state->passes(QuoteId{static_cast<std::uint32_t>(row)});
}

} // namespace quoth::ui

// The quotes that pass the shared filter as a list, in its order; the doubtful ones stand at the
// end under a row of their own, which folds them away.
#pragma once

#include "ui/state/view_state.h"

#include <QAbstractListModel>

namespace quoth::ui {

class QuotesModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole, // unsigned, QuoteId::value; invalid on the row of the doubtful
        ContentRole,           // QString, the whole content
        SpeakerRole,           // QString
        SpeakerIdRole,         // unsigned, or invalid without one
        KindRole,              // int, QuoteKind
        ActRole,               // int, QuoteAct
        ConfidenceRole,        // float
        CueRole,               // QString
        FoldRole,              // bool, on the row of the doubtful: are they folded away?
    };
    // `state` must outlive the model.
    explicit QuotesModel(const ViewState* state, QObject* parent = nullptr);

    void refresh(); // the state's document, filter or order changed
    void setFolded(bool folded);
    bool isFolded() const { return m_folded; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    // Invalid where the quote does not pass or is folded away.
    QModelIndex indexOf(QuoteId quote) const;
    bool isFoldRow(const QModelIndex& index) const;

private:
    QVariant foldData(int role) const;

    const ViewState* m_state;
    std::shared_ptr<const Document> m_document; // of the rows
    std::vector<QuoteId> m_quotes;              // in rows, those of the doubtful last
    std::size_t m_sure = 0;                     // how many come before the doubtful
    bool m_folded = true;
};

} // namespace quoth::ui

// The quotes of a document as a list, in the article's order, and the proxy that leaves those in
// front of the shared filter.
#pragma once

#include "ui/session/view_state.h"

#include <QAbstractListModel>
#include <QSortFilterProxyModel>

namespace quoth::ui {

class QuotesModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole, // unsigned, QuoteId::value; it is also the row
        ContentRole,           // QString, the whole content
        SpeakerRole,           // QString
        SpeakerIdRole,         // unsigned, or invalid without one
        KindRole,              // int, QuoteKind
        ActRole,               // int, QuoteAct
        ConfidenceRole,        // float
        CueRole,               // QString
    };
    using QAbstractListModel::QAbstractListModel;

    void setDocument(std::shared_ptr<const Document> document);
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::shared_ptr<const Document> m_document;
};

class PassingQuotes : public QSortFilterProxyModel {
    Q_OBJECT
public:
    // `state` must outlive the proxy; call refilter() when its filter changed.
    PassingQuotes(const ViewState* state, QObject* parent);
    void refilter() { invalidateFilter(); }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    const ViewState* m_state;
};

} // namespace quoth::ui

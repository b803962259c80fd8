// The speakers of a document, by falling number of quotes, then of words.
#pragma once

#include "core/document/document.h"

#include <QAbstractListModel>
#include <memory>
#include <vector>

namespace quoth::ui {

struct SpeakerRow {
    EntityId entity;
    int quotes = 0;
    int words = 0;    // of their quotes' content
    double share = 0; // of all quoted words, 0 to 1
};

class SpeakersModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        EntityRole = Qt::UserRole, // unsigned, EntityId::value
        QuotesRole,                // int
        WordsRole,                 // int
        ShareRole,                 // double
        TypeRole,                  // QString, "Organisation"
    };
    using QAbstractListModel::QAbstractListModel;

    void setDocument(std::shared_ptr<const Document> document);
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    // Rows can be renamed in place and dragged onto each other; the model asks for the correction
    // and stays as it is until it is given a new document.
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::CopyAction; }
    bool canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                         const QModelIndex& parent) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

    int unattributed() const { return m_unattributed; } // quotes without a speaker

signals:
    void renameWanted(quoth::EntityId entity, const QString& name);
    void mergeWanted(quoth::EntityId from, quoth::EntityId into);

private:
    QString aliases(EntityId entity) const;

    std::shared_ptr<const Document> m_document;
    std::vector<SpeakerRow> m_rows;
    int m_unattributed = 0;
};

} // namespace quoth::ui

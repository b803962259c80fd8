// A document's entities as a tree: types, then entities by falling number of mentions.
#pragma once

#include "core/document/document.h"

#include <QAbstractItemModel>
#include <memory>
#include <vector>

namespace quoth::ui {

class EntitiesModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { NameColumn, MentionsColumn, ColumnCount };
    enum Role {
        EntityRole = Qt::UserRole, // unsigned, EntityId::value; invalid for a type
        SearchRole,                // QString: the name and every form of it
    };
    using QAbstractItemModel::QAbstractItemModel;

    void setDocument(std::shared_ptr<const Document> document);
    QModelIndex indexOf(EntityId entity) const; // invalid where there is none

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    // Names can be renamed in place and dragged onto each other; the model asks for the correction
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
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void renameWanted(quoth::EntityId entity, const QString& name);
    void mergeWanted(quoth::EntityId from, quoth::EntityId into);

private:
    struct Group {
        EntityType type;
        std::vector<EntityId> entities;
    };
    const EntityId* entityAt(const QModelIndex& index) const; // null for a type
    QString searchText(EntityId entity) const;

    std::shared_ptr<const Document> m_document;
    std::vector<Group> m_groups; // only those that have entities
};

} // namespace quoth::ui

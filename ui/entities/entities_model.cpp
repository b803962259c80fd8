#include "ui/entities/entities_model.h"

#include "ui/people/entity_mime.h"
#include "ui/state/view_state.h"
#include "ui/widgets/panel_style.h"
#include "ui/widgets/tool_tip.h"

#include <QFont>
#include <QMimeData>
#include <QSet>
#include <algorithm>

namespace quoth::ui {
namespace {

// An index's internal id: 0 for a type, else the type's row + 1.
constexpr quintptr typeLevel = 0;

QString groupLabel(EntityType type) {
    switch (type) {
    case EntityType::Person:
        return EntitiesModel::tr("People");
    case EntityType::Organization:
        return EntitiesModel::tr("Organisations");
    case EntityType::Place:
        return EntitiesModel::tr("Places");
    case EntityType::Group:
        return EntitiesModel::tr("Groups");
    case EntityType::Other:
        return EntitiesModel::tr("Other");
    }
    return {};
}

} // namespace

void EntitiesModel::setDocument(std::shared_ptr<const Document> document) {
    beginResetModel();
    m_document = std::move(document);
    m_groups.clear();
    for (const EntityType type : {EntityType::Person, EntityType::Organization, EntityType::Place,
                                  EntityType::Group, EntityType::Other}) {
        Group group{type, {}};
        const std::size_t count = m_document ? m_document->entities().size() : 0;
        for (std::size_t i = 0; i < count; ++i)
            if (m_document->entities()[i].type == type)
                group.entities.push_back(makeId<EntityTag>(i));
        std::stable_sort(group.entities.begin(), group.entities.end(), [&](EntityId a, EntityId b) {
            return m_document->entity(a).mentions.size() > m_document->entity(b).mentions.size();
        });
        if (!group.entities.empty()) m_groups.push_back(std::move(group));
    }
    endResetModel();
}

QModelIndex EntitiesModel::indexOf(EntityId entity) const {
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        const auto& entities = m_groups[g].entities;
        const auto found = std::find(entities.begin(), entities.end(), entity);
        if (found != entities.end())
            return createIndex(static_cast<int>(found - entities.begin()), NameColumn, g + 1);
    }
    return {};
}

QModelIndex EntitiesModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    return createIndex(row, column,
                       parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : typeLevel);
}

QModelIndex EntitiesModel::parent(const QModelIndex& child) const {
    if (!child.isValid() || child.internalId() == typeLevel) return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, NameColumn, typeLevel);
}

int EntitiesModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid()) return static_cast<int>(m_groups.size());
    if (parent.internalId() != typeLevel || parent.column() != NameColumn) return 0;
    return static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())].entities.size());
}

int EntitiesModel::columnCount(const QModelIndex&) const {
    return ColumnCount;
}

const EntityId* EntitiesModel::entityAt(const QModelIndex& index) const {
    if (index.internalId() == typeLevel) return nullptr;
    return &m_groups[index.internalId() - 1].entities[static_cast<std::size_t>(index.row())];
}

QVariant EntitiesModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const EntityId* id = entityAt(index);
    if (role == Qt::TextAlignmentRole && index.column() == MentionsColumn)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (!id) {
        const Group& group = m_groups[static_cast<std::size_t>(index.row())];
        if (role == Qt::FontRole) {
            QFont bold;
            bold.setBold(true);
            return bold;
        }
        if (role != Qt::DisplayRole) return {};
        return index.column() == NameColumn ? groupLabel(group.type) : QVariant();
    }
    const Entity& entity = m_document->entity(*id);
    const auto mentions = static_cast<int>(entity.mentions.size());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return index.column() == NameColumn ? QVariant(toQString(entity.name)) : QVariant(mentions);
    case Qt::AccessibleTextRole:
        return index.column() == NameColumn ? toQString(entity.name)
                                            : tr("%Ln mention(s)", nullptr, mentions);
    case Qt::ToolTipRole:
        return toolTipOf(searchText(*id).replace(QLatin1Char('\n'), QStringLiteral(" · ")));
    case EntityRole:
        return id->value;
    case SearchRole:
        return searchText(*id);
    default:
        return {};
    }
}

Qt::ItemFlags EntitiesModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (!index.isValid() || !entityAt(index)) return flags;
    flags |= Qt::ItemIsDragEnabled | Qt::ItemIsDropEnabled;
    return index.column() == NameColumn ? flags | Qt::ItemIsEditable : flags;
}

bool EntitiesModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable)) return false;
    emit renameWanted(*entityAt(index), value.toString());
    return false;
}

QStringList EntitiesModel::mimeTypes() const {
    return {entityMimeType()};
}

QMimeData* EntitiesModel::mimeData(const QModelIndexList& indexes) const {
    const EntityId* entity = indexes.isEmpty() ? nullptr : entityAt(indexes.first());
    return entity ? mimeOf(m_document.get(), *entity) : nullptr;
}

bool EntitiesModel::canDropMimeData(const QMimeData* data, Qt::DropAction, int, int,
                                    const QModelIndex& parent) const {
    const auto from = entityIn(data, m_document.get());
    const EntityId* into = parent.isValid() ? entityAt(parent) : nullptr;
    return from && into && *from != *into;
}

bool EntitiesModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                                 const QModelIndex& parent) {
    if (!canDropMimeData(data, action, row, column, parent)) return false;
    emit mergeWanted(*entityIn(data, m_document.get()), *entityAt(parent));
    return true;
}

QVariant EntitiesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return section == NameColumn ? tr("Name") : tr("Mentions");
}

QString EntitiesModel::searchText(EntityId id) const {
    const Entity& entity = m_document->entity(id);
    QString text = toQString(entity.name);
    QSet<QString> seen{text};
    for (const Mention& mention : entity.mentions) {
        if (mention.kind == MentionKind::Pronoun) continue;
        const QString form = toQString(m_document->slice(mention.span)).simplified();
        if (seen.size() > 12) break;
        if (seen.contains(form)) continue;
        seen.insert(form);
        text += QLatin1Char('\n') + form;
    }
    return text;
}

} // namespace quoth::ui

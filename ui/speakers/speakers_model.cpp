#include "ui/speakers/speakers_model.h"

#include "ui/people/entity_mime.h"
#include "ui/state/view_state.h"
#include "ui/widgets/panel_style.h"
#include "ui/widgets/tool_tip.h"

#include <QMimeData>
#include <QStringList>
#include <algorithm>
#include <unordered_map>

namespace quoth::ui {
namespace {

// Runs of characters between ASCII white space.
int countWords(std::string_view text) {
    int words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\t';
        words += !space && !inside;
        inside = !space;
    }
    return words;
}

} // namespace

void SpeakersModel::setDocument(std::shared_ptr<const Document> document) {
    beginResetModel();
    m_document = std::move(document);
    m_rows.clear();
    m_unattributed = 0;
    if (m_document) {
        std::unordered_map<EntityId, std::size_t> rowOf;
        for (const EntityId speaker : m_document->speakers()) {
            rowOf.emplace(speaker, m_rows.size());
            m_rows.push_back({speaker});
        }
        int total = 0;
        for (const Quote& quote : m_document->quotes()) {
            int words = 0;
            for (const Span& span : quote.content)
                words += countWords(m_document->slice(span));
            total += words;
            if (!quote.speaker) {
                ++m_unattributed;
                continue;
            }
            SpeakerRow& row = m_rows[rowOf.at(*quote.speaker)];
            ++row.quotes;
            row.words += words;
        }
        for (SpeakerRow& row : m_rows)
            row.share = total > 0 ? static_cast<double>(row.words) / total : 0;
        std::stable_sort(m_rows.begin(), m_rows.end(), [](const auto& a, const auto& b) {
            return a.quotes != b.quotes ? a.quotes > b.quotes : a.words > b.words;
        });
    }
    endResetModel();
}

int SpeakersModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant SpeakersModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const SpeakerRow& row = m_rows[static_cast<std::size_t>(index.row())];
    const Entity& entity = m_document->entity(row.entity);
    const QString name = toQString(entity.name);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return name;
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3 percent of the quoted words")
            .arg(name, tr("%Ln quote(s)", nullptr, row.quotes),
                 QString::number(qRound(row.share * 100)));
    case Qt::ToolTipRole:
        return aliases(row.entity);
    case EntityRole:
        return row.entity.value;
    case QuotesRole:
        return row.quotes;
    case WordsRole:
        return row.words;
    case ShareRole:
        return row.share;
    case TypeRole:
        switch (entity.type) {
        case EntityType::Organization:
            return tr("Organisation");
        case EntityType::Group:
            return tr("Group");
        case EntityType::Place:
            return tr("Place");
        case EntityType::Person:
            return tr("Person");
        case EntityType::Other:
            return tr("Other source");
        }
        return {};
    default:
        return {};
    }
}

Qt::ItemFlags SpeakersModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return index.isValid()
               ? flags | Qt::ItemIsEditable | Qt::ItemIsDragEnabled | Qt::ItemIsDropEnabled
               : flags;
}

bool SpeakersModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) return false;
    emit renameWanted(m_rows[static_cast<std::size_t>(index.row())].entity, value.toString());
    return false;
}

QStringList SpeakersModel::mimeTypes() const {
    return {entityMimeType()};
}

QMimeData* SpeakersModel::mimeData(const QModelIndexList& indexes) const {
    if (indexes.isEmpty()) return nullptr;
    return mimeOf(m_document.get(), m_rows[static_cast<std::size_t>(indexes.first().row())].entity);
}

bool SpeakersModel::canDropMimeData(const QMimeData* data, Qt::DropAction, int, int,
                                    const QModelIndex& parent) const {
    const auto from = entityIn(data, m_document.get());
    return from && parent.isValid() &&
           m_rows[static_cast<std::size_t>(parent.row())].entity != *from;
}

bool SpeakersModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                                 const QModelIndex& parent) {
    if (!canDropMimeData(data, action, row, column, parent)) return false;
    emit mergeWanted(*entityIn(data, m_document.get()),
                     m_rows[static_cast<std::size_t>(parent.row())].entity);
    return true;
}

QString SpeakersModel::aliases(EntityId id) const {
    const Entity& entity = m_document->entity(id);
    QStringList forms;
    for (const Mention& mention : entity.mentions) {
        if (mention.kind == MentionKind::Pronoun) continue;
        const QString form = toQString(m_document->slice(mention.span)).simplified();
        if (form != toQString(entity.name) && !forms.contains(form)) forms << form;
        if (forms.size() == 8) break;
    }
    QStringList tip{toQString(entity.name)};
    if (!forms.isEmpty()) tip << tr("Also: %1").arg(forms.join(QStringLiteral(" · ")));
    return toolTipOf(tip, true);
}

} // namespace quoth::ui

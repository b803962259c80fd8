#include "ui/people/entity_mime.h"

#include <QDataStream>
#include <QIODevice>
#include <QMimeData>

namespace quoth::ui {

QString entityMimeType() {
    return QStringLiteral("application/x-quoth-entity");
}

QMimeData* mimeOf(const Document* document, EntityId entity) {
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out << static_cast<quint64>(reinterpret_cast<quintptr>(document)) << quint32{entity.value};
    auto* data = new QMimeData;
    data->setData(entityMimeType(), bytes);
    return data;
}

std::optional<EntityId> entityIn(const QMimeData* data, const Document* document) {
    if (!data || !document || !data->hasFormat(entityMimeType())) return std::nullopt;
    QDataStream in(data->data(entityMimeType()));
    quint64 from = 0;
    quint32 entity = 0;
    in >> from >> entity;
    const bool same = from == static_cast<quint64>(reinterpret_cast<quintptr>(document));
    if (in.status() != QDataStream::Ok || !same || entity >= document->entities().size())
        return std::nullopt;
    return EntityId{entity};
}

} // namespace quoth::ui

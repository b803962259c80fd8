// An entity on its way from one row to another, by drag and drop within a window.
#pragma once

#include "core/document/document.h"

#include <QString>
#include <optional>

class QMimeData;

namespace quoth::ui {

QString entityMimeType();
// The caller owns it.
QMimeData* mimeOf(const Document* document, EntityId entity);
// nullopt for anything else, and for an entity of another document.
std::optional<EntityId> entityIn(const QMimeData* data, const Document* document);

} // namespace quoth::ui

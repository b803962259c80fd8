// Where something is written that the reader wishes to keep.
#pragma once

#include "ui/dialogs.h"

namespace quoth::ui {

// The path with `extension` (without a dot) where it has none: "iceland" becomes "iceland.html";
// "iceland.htm" stays.
QString withExtension(const QString& path, const QString& extension);

// A title as a file's name, without what file systems or people trip over: "Who’s next? A/B" becomes
// "Who’s next A B".
QString fileNameOf(const QString& title);

// Asks for a path as Dialogs::saveFile does, completes it by withExtension, and asks again where
// the completed name is a file's. Empty where the reader changed their mind.
QString chooseSavePath(Dialogs& dialogs, QWidget* parent, const QString& title,
                       const QString& suggested, const QString& filter, const QString& extension);

} // namespace quoth::ui

// Tooltips of an article's words. Qt reads a tooltip's text as HTML where it looks like HTML and
// would then open the files that it names; text from here is always shown as it is.
#pragma once

#include <QString>
#include <QStringList>

namespace quoth::ui {

// HTML that shows the text letter by letter, wrapped to a tooltip's width.
QString toolTipOf(const QString& text);
// The same, a paragraph each; the first one bold where `heading` says so.
QString toolTipOf(const QStringList& paragraphs, bool heading = false);

} // namespace quoth::ui

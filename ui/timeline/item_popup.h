// A list that opens over the window, for what a mark or a button stands for. Enter or a click
// chooses and closes; Escape or a click elsewhere closes.
#pragma once

#include <QStringList>
#include <functional>

class QPoint;
class QWidget;

namespace quoth::ui {

// `chosen` gets the row; it is called at most once, while `parent` lives.
void openItemPopup(QWidget* parent, const QPoint& global, const QString& accessibleName,
                   const QStringList& rows, std::function<void(int)> chosen);

} // namespace quoth::ui

// What the reader prefers, on one page each: reading, keeping, keys. Changes are in force at once.
#pragma once

#include <QDialog>
#include <QString>
#include <functional>

namespace quoth::ui {

class Dialogs;
class Settings;

class PreferencesDialog : public QDialog {
    Q_OBJECT
public:
    // See KeepingPage. `settings` and `dialogs` must outlive the dialog.
    PreferencesDialog(Settings* settings, Dialogs* dialogs, const QString& library,
                      std::function<void()> forget, QWidget* parent = nullptr);
};

} // namespace quoth::ui

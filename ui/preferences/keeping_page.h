// What is kept of the reader's work, and how to forget it.
#pragma once

#include "ui/session/settings.h"

#include <QWidget>
#include <functional>

class QCheckBox;
class QLabel;

namespace quoth::ui {

class KeepingPage : public QWidget {
    Q_OBJECT
public:
    // `library` is the file that work is kept in, empty where the program was started without one;
    // `forget` asks and forgets everything. `settings` must outlive the page.
    KeepingPage(Settings* settings, const QString& library, std::function<void()> forget,
                QWidget* parent = nullptr);

private:
    void show();

    Settings* m_settings;
    QString m_library;
    QCheckBox* m_keeps;
    QLabel* m_note;
};

} // namespace quoth::ui

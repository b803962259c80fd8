// What the reader found when checking a quote: state, note, source, and when, in one small dialog.
#pragma once

#include "core/document/annotations.h"

#include <QDialog>
#include <QString>
#include <chrono>
#include <optional>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace quoth::ui {

struct CheckDetails {
    CheckState state = CheckState::Unchecked;
    QString note{};
    QString source{}; // a link, a file name, any words
    // Shown, not changed: when it was last checked, and which quote it is ("Anna Berg: “We …”").
    std::optional<std::chrono::sys_seconds> at{};
    QString quote{};

    bool operator==(const CheckDetails&) const = default;
};

class CheckDialog : public QDialog {
    Q_OBJECT
public:
    CheckDialog(const CheckDetails& check, QWidget* parent);

    CheckDetails details() const; // as the reader left them

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void chooseFile();

    CheckDetails m_given;
    QComboBox* m_state;
    QPlainTextEdit* m_note;
    QLineEdit* m_source;
};

} // namespace quoth::ui

// Asks when something happened, in one line that takes dates as people write them; for a new event
// also what it is called, and whether it happened.
#pragma once

#include "core/document/annotations.h"

#include <QDialog>
#include <string>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace quoth::ui {

class EventDialog : public QDialog {
    Q_OBJECT
public:
    struct Facts {
        std::string value; // with calendar days, or empty: undated
        EventStatus status = EventStatus::Happened;
        std::string summary;
    };
    enum class Ask { Date, All };

    // `sentence`: where the event stands, to read. Deletes itself when closed.
    EventDialog(QWidget* parent, Ask ask, const Facts& facts, const QString& sentence);

    // What was entered; only once the dialog is accepted.
    Facts facts() const;

private:
    void check();

    Facts m_given;
    QLineEdit* m_summary = nullptr; // only where all is asked, as the next
    QComboBox* m_status = nullptr;
    QLineEdit* m_date;
    QLabel* m_meaning;
    QPushButton* m_accept;
};

} // namespace quoth::ui

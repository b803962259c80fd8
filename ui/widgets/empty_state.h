// What a panel shows in place of an empty list: one sentence and, where something helps, a button.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace quoth::ui {

class EmptyState : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(QWidget* parent = nullptr);

    // Plain text; no button where `action` is empty.
    void setMessage(const QString& message, const QString& action = {});
    QString message() const;

signals:
    void actionRequested();

private:
    QLabel* m_message;
    QPushButton* m_action;
};

} // namespace quoth::ui

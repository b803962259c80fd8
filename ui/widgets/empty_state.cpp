#include "ui/widgets/empty_state.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace quoth::ui {

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent), m_message(new QLabel(this)), m_action(new QPushButton(this)) {
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setForegroundRole(QPalette::Text);
    auto* layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(m_message);
    layout->addWidget(m_action, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionRequested);
}

void EmptyState::setMessage(const QString& message, const QString& action) {
    m_message->setText(message);
    setAccessibleName(message);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
}

QString EmptyState::message() const {
    return m_message->text();
}

} // namespace quoth::ui

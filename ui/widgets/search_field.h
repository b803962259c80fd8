// A line to search in: Return goes to the next hit, Shift+Return to the one before.
#pragma once

#include <QLineEdit>

namespace quoth::ui {

class SearchField : public QLineEdit {
    Q_OBJECT
public:
    // `what` is searched: the hint and the accessible name.
    explicit SearchField(const QString& what, QWidget* parent = nullptr);

signals:
    void stepped(int step); // 1 or -1

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace quoth::ui

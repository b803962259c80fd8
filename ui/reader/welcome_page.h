// What the window shows while nothing is open: what the program does, and three ways to begin.
#pragma once

#include <QStringList>
#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace quoth::ui {

class WelcomePage : public QWidget {
    Q_OBJECT
public:
    explicit WelcomePage(QWidget* parent = nullptr);

    void setSamplesAvailable(bool available);
    void setRecentFiles(const QStringList& paths); // shows the first few

signals:
    void openWanted();
    void pasteWanted();
    void sampleWanted();
    void fileWanted(const QString& path);

private:
    QPushButton* m_sample;
    QWidget* m_recent;
    QVBoxLayout* m_recentLayout;
};

} // namespace quoth::ui

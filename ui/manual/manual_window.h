// The user's manual: chapters, the text, a search. The keys that it names are those in force.
#pragma once

#include <QString>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace quoth::ui {

class KeyMap;

class ManualWindow : public QWidget {
    Q_OBJECT
public:
    // A window of its own. `keys` must outlive it.
    explicit ManualWindow(const KeyMap* keys, QWidget* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fill(); // the text with the keys in force; what is in view stays
    void goToChapter(int chapter);
    void showChapter(); // that is in view
    void find(bool backward);

    const KeyMap* m_keys;
    QListWidget* m_chapters;
    QTextBrowser* m_text;
    QLineEdit* m_search;
    QLabel* m_found;
};

// The manual as Markdown, each [`A`](key:check.right) as the command is called now.
QString manualText(const KeyMap& keys);
// As it is in the file.
QString manualSource();

} // namespace quoth::ui

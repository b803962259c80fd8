// Lets the reader choose one of a file's several articles: a feed's, or the chapters of a book.
// Typing narrows the list, the arrow keys go through it, Enter opens.
#pragma once

#include "core/formats/in/importers.h"

#include <QDialog>
#include <string>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace quoth::ui {

class ArticleChooser : public QDialog {
    Q_OBJECT
public:
    // `name`: the file's.
    ArticleChooser(const QString& name, const Imported& file, QWidget* parent = nullptr);

    std::string chosen() const { return m_chosen; } // id, or wholeWork; once accepted

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addRows(const Imported& file);
    void narrow(const QString& typed);
    void openCurrent();

    QLineEdit* m_text;
    QTreeWidget* m_list;
    QLabel* m_none;
    QPushButton* m_open;
    std::string m_chosen;
};

} // namespace quoth::ui

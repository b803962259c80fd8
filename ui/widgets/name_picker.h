// A small window to choose one of several names: type a part of it, Enter takes the row chosen,
// a digit one of the first nine.
// Rows keep the order in which they are given; a name that is none of them may be a new one.
#pragma once

#include <QFrame>
#include <functional>
#include <optional>
#include <vector>

class QLineEdit;
class QListWidget;

namespace quoth::ui {

class NamePicker : public QFrame {
    Q_OBJECT
public:
    struct Row {
        QString name, note;
    };
    struct Words {
        QString prompt;    // in the empty line
        QString label;     // of the line, for screen readers
        QString listLabel; // of the rows
        QString newName;   // "New person “%1”"; empty: only the rows can be chosen
        QString none;      // "Nobody known", always the last row; empty: there is no such row
    };
    struct Choice {
        std::optional<std::size_t> row; // of those given
        QString newName;                // else the name typed; empty where none is
    };
    using Chosen = std::function<void(const Choice&)>;

    // Opens below `global`; closes itself with the choice, on Escape and on a click elsewhere.
    NamePicker(QWidget* parent, std::vector<Row> rows, Words words, QPoint global, Chosen chosen);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void choose();

    std::vector<Row> m_rows;
    Words m_words;
    QLineEdit* m_text;
    QListWidget* m_list;
    Chosen m_chosen;
};

} // namespace quoth::ui

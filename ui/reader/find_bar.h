// Finding in the article: marks all hits, counts them, steps through them.
#pragma once

#include "ui/reader/article_view.h"

#include <QLabel>
#include <QLineEdit>

namespace quoth::ui {

class FindBar : public QFrame {
    Q_OBJECT
public:
    // `view` must outlive the bar. Hidden at first.
    explicit FindBar(ArticleView* view, QWidget* parent = nullptr);

    void open(); // with the selected text, if it is short
    void close();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();

    ArticleView* m_view;
    QLineEdit* m_text;
    QLabel* m_count;
};

} // namespace quoth::ui

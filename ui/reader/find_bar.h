// Finding in the article: marks all hits, counts them, steps through them.
#pragma once

#include "ui/reader/article_view.h"
#include "ui/widgets/search_field.h"

#include <QLabel>

namespace quoth::ui {

class FindBar : public QFrame {
    Q_OBJECT
public:
    // `view` must outlive the bar. Hidden at first.
    explicit FindBar(ArticleView* view, QWidget* parent = nullptr);

    void open(); // with the selected text, if it is short
    void close();

private:
    void refresh();

    ArticleView* m_view;
    SearchField* m_text;
    QLabel* m_count;
};

} // namespace quoth::ui

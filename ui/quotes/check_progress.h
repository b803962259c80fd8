// How many quotes of the article are checked: a line of words over a thin bar.
#pragma once

#include <QWidget>

namespace quoth::ui {

class CheckProgress : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    void setProgress(int checked, int all); // hidden where there is nothing to check
    QString text() const { return m_text; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    int m_checked = 0, m_all = 0;
};

} // namespace quoth::ui

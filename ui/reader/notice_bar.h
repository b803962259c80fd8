// A quiet strip above the article: one sentence and what can be done about it. The date bar, the
// progress of an analysis and errors are all of this kind.
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace quoth::ui {

struct NoticeColours {
    QColor ground; // text on it is the palette's WindowText
    QColor accent; // the strip at its left
};

class NoticeBar : public QFrame {
    Q_OBJECT
public:
    enum class Tone { Quiet, Problem };

    explicit NoticeBar(Tone tone, QWidget* parent = nullptr); // hidden at first

    static NoticeColours colours(Tone tone, const QPalette& palette);

    void setText(const QString& text); // plain text
    QString text() const;
    // Before the dismissing button, in order of calls.
    QPushButton* addButton(const QString& text);
    void addWidget(QWidget* widget);
    void addDismiss(); // hides the bar and tells dismissed()

signals:
    void dismissed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Tone m_tone;
    QLabel* m_label;
    QHBoxLayout* m_layout;
};

} // namespace quoth::ui

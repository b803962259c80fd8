// The article and the panels around it, as the keyboard reaches them: each by a key of its own, all
// in turn; never one that lies behind another.
#pragma once

#include <QDockWidget>
#include <QList>
#include <QObject>

namespace quoth::ui {

class FocusLine;

class Panels : public QObject {
    Q_OBJECT
public:
    // `article` and `docks` must outlive the object, or be children of `window`.
    Panels(QWidget* article, QList<QDockWidget*> docks, QWidget* window);

    // Goes on (1) or back (-1) among the article and the panels in front.
    void step(int step);
    // Shows a panel in front and goes there.
    void show(QDockWidget* dock);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QList<QWidget*> stops() const; // the article, then the contents of the panels in front
    QWidget* stopAround(QWidget* widget) const;
    void followFocus(QWidget* now);

    QWidget* m_article;
    QList<QDockWidget*> m_docks;
    FocusLine* m_line;
    bool m_byKeyboard = false; // did a key move the focus last, rather than the mouse?
};

} // namespace quoth::ui

#include "ui/panels.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

namespace quoth::ui {

// A frame around the panel that the keyboard is in.
class FocusLine : public QWidget {
public:
    explicit FocusLine(QWidget* window) : QWidget(window) {
        setObjectName(QStringLiteral("focusLine"));
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
        hide();
    }

    void surround(const QWidget* panel) {
        setVisible(panel != nullptr);
        if (!panel) return;
        setGeometry({panel->mapTo(window(), QPoint()), panel->size()});
        raise();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
};

namespace {

bool takesKeys(const QWidget* widget) {
    return widget->focusPolicy() & Qt::TabFocus && widget->isEnabled() && widget->isVisible();
}

// Where the keyboard goes in a panel: its list or picture, else the first control, else itself.
QWidget* target(QWidget* panel) {
    if (takesKeys(panel)) return panel;
    for (QAbstractScrollArea* area : panel->findChildren<QAbstractScrollArea*>())
        if (takesKeys(area)) return area;
    for (QWidget* control : panel->findChildren<QWidget*>())
        if (takesKeys(control)) return control;
    return panel;
}

} // namespace

Panels::Panels(QWidget* article, QList<QDockWidget*> docks, QWidget* window)
    : QObject(window), m_article(article), m_docks(std::move(docks)),
      m_line(new FocusLine(window)) {
    // Qt moves a dock that lies behind another out of sight but leaves it in the chain of focus:
    // hidden content is not.
    for (QDockWidget* dock : m_docks) {
        QSizePolicy policy = dock->widget()->sizePolicy();
        policy.setRetainSizeWhenHidden(true);
        dock->widget()->setSizePolicy(policy);
        connect(dock, &QDockWidget::visibilityChanged, dock->widget(), &QWidget::setVisible);
    }
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget*, QWidget* now) { followFocus(now); });
    qApp->installEventFilter(this);
}

QList<QWidget*> Panels::stops() const {
    QList<QWidget*> out;
    if (m_article->isVisible()) out << m_article;
    for (const QDockWidget* dock : m_docks)
        if (dock->isVisible() && dock->widget()->isVisible()) out << dock->widget();
    return out;
}

QWidget* Panels::stopAround(QWidget* widget) const {
    for (QWidget* stop : stops())
        if (widget && (stop == widget || stop->isAncestorOf(widget))) return stop;
    return nullptr;
}

void Panels::step(int step) {
    const QList<QWidget*> all = stops();
    if (all.isEmpty()) return;
    const auto here = all.indexOf(stopAround(QApplication::focusWidget()));
    const auto next = here < 0 ? 0 : (here + step + all.size()) % all.size();
    m_byKeyboard = true;
    target(all[next])->setFocus(Qt::ShortcutFocusReason);
    followFocus(QApplication::focusWidget()); // also where it was there already
}

void Panels::show(QDockWidget* dock) {
    dock->show();
    dock->raise();
    dock->widget()->show();
    m_byKeyboard = true;
    target(dock->widget())->setFocus(Qt::ShortcutFocusReason);
    followFocus(QApplication::focusWidget());
}

void Panels::followFocus(QWidget* now) {
    m_line->surround(m_byKeyboard ? stopAround(now) : nullptr);
}

bool Panels::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseButtonPress) {
        m_byKeyboard = false;
        m_line->surround(nullptr);
    } else if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Tab || key == Qt::Key_Backtab) m_byKeyboard = true;
    } else if (event->type() == QEvent::Resize && m_line->isVisible() && watched != m_line) {
        if (watched == stopAround(QApplication::focusWidget()))
            followFocus(QApplication::focusWidget());
    }
    return QObject::eventFilter(watched, event);
}

} // namespace quoth::ui

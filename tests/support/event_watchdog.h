// How long the window's thread is busy without a look at new input, and when a widget shows what
// was asked of it: an application that times every event it delivers.
#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QMetaEnum>
#include <QThread>
#include <QWidget>
#include <algorithm>
#include <ctime>

namespace quoth::ui::test {

class WatchedApplication : public QApplication {
public:
    using QApplication::QApplication;

    static WatchedApplication* instance() {
        return static_cast<WatchedApplication*>(QCoreApplication::instance());
    }

    // Begins anew; `shown` is the widget whose next frame is waited for.
    void watch(const QWidget* shown) {
        m_shown = shown;
        m_longest = m_mostWork = 0;
        m_workBefore = threadTime();
        m_longestEvent.clear();
        m_shownAfter = -1;
        m_since.start();
    }
    // The longest event since then in milliseconds, those inside it included, and its name.
    double longest() const { return m_longest; }
    QString longestEvent() const { return m_longestEvent; }
    // The same in time that the thread itself had of a processor: what a machine does besides
    // counts for nothing.
    double mostWork() const { return m_mostWork; }
    double allWork() const { return threadTime() - m_workBefore; } // of all events since then
    // Milliseconds until the event ended that painted the widget; negative while there was none.
    double shownAfter() const { return m_shownAfter; }

    bool notify(QObject* receiver, QEvent* event) override {
        if (QThread::currentThread() != thread()) return QApplication::notify(receiver, event);
        // Both may be gone afterwards.
        const QEvent::Type type = event->type();
        const char* const name = receiver->metaObject()->className();
        if (type == QEvent::Paint && receiver == m_shown && m_shownAfter < 0) m_painting = true;
        const bool outermost = m_depth == 0;
        QElapsedTimer timer;
        timer.start();
        const double workBefore = outermost ? threadTime() : 0;
        ++m_depth;
        const bool taken = QApplication::notify(receiver, event);
        --m_depth;
        if (!outermost) return taken;
        if (const double spent = milliseconds(timer); spent > m_longest) {
            m_longest = spent;
            m_longestEvent = QLatin1String(QMetaEnum::fromType<QEvent::Type>().valueToKey(type)) +
                             QStringLiteral(" of ") + QLatin1String(name);
        }
        m_mostWork = std::max(m_mostWork, threadTime() - workBefore);
        if (m_painting) m_shownAfter = milliseconds(m_since);
        m_painting = false;
        return taken;
    }

private:
    static double milliseconds(const QElapsedTimer& timer) {
        return static_cast<double>(timer.nsecsElapsed()) / 1e6;
    }

    static double threadTime() {
        timespec time{};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    }

    const QWidget* m_shown = nullptr;
    QElapsedTimer m_since;
    int m_depth = 0;
    bool m_painting = false;
    double m_longest = 0, m_mostWork = 0, m_workBefore = 0, m_shownAfter = -1;
    QString m_longestEvent;
};

} // namespace quoth::ui::test

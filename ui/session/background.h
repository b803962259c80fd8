// One piece of work off the window's thread whose result comes back as a call on it.
#pragma once

#include <QFuture>
#include <QPromise>
#include <QThreadPool>
#include <memory>
#include <utility>

namespace quoth::ui {

// Runs work() on a pool thread, then done(result) on `context`'s thread; drops the result when
// `context` is gone by then. `work` must capture values only, never a widget.
template <class Work, class Done>
void runInBackground(QObject* context, Work work, Done done) {
    using Result = decltype(work());
    auto promise = std::make_shared<QPromise<Result>>();
    promise->future().then(context, std::move(done));
    promise->start();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)]() mutable {
        promise->addResult(work());
        promise->finish();
    });
}

} // namespace quoth::ui

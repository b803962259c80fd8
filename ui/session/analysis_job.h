// Work off the window's thread: reads and annotates articles, one at a time. A new start, or
// cancel(), stops the one under way; its result, should it still come, is dropped. Workers see
// values only.
#pragma once

#include "core/formats/in/importers.h"
#include "core/pipeline.h"

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>
#include <memory>
#include <stop_token>
#include <variant>

namespace quoth::ui {

// The engine, loaded once in the background and shared by all windows. Copies share it.
class EngineLoader {
public:
    using Engine = Expected<std::shared_ptr<const quoth::Engine>>;

    // Begins to load from `resources`; a failure is one of get()'s results.
    static EngineLoader start(Expected<std::filesystem::path> resources,
                              ModelSet models = ModelSet::Encoded);
    // Waits until it is loaded: for workers.
    Engine get() const { return m_future.result(); }

private:
    QFuture<Engine> m_future;
};

class AnalysisJob : public QObject {
    Q_OBJECT
public:
    // What to read: a file, bytes (of text pasted or dropped), or an article to annotate again.
    struct Bytes {
        std::string bytes;
        std::string fileName; // tells the format; may be empty
    };
    struct Request {
        std::variant<std::filesystem::path, Bytes, Article> source;
        std::optional<Date> published; // overrides what the file says
    };
    struct Answer {
        std::shared_ptr<const Document> document;
        bool isExport = false;                // its annotations are the file's own
        std::shared_ptr<const WorkFile> work; // of a work file, else null
        bool seemsEnglish = true;             // asked only of what the engine read
        // Of a file of several articles, what it holds; nothing is annotated then.
        std::shared_ptr<const Imported> several;
        std::string withoutEncoder; // why the engine read without it, if it did
    };
    using Result = Expected<Answer>;

    explicit AnalysisJob(EngineLoader engine, QObject* parent = nullptr);
    ~AnalysisJob() override; // stops and waits

    void start(Request request);
    void cancel();
    bool isRunning() const { return m_running; }

signals:
    void progressed(int percent);
    // Once for every start that no later one replaced and that was not cancelled.
    void finished(const quoth::ui::AnalysisJob::Result& result);

private:
    EngineLoader m_engine;
    QThreadPool m_pool;
    std::stop_source m_stop;
    QFutureWatcher<Result>* m_watcher = nullptr; // a child: of the newest start only
    bool m_running = false;
};

} // namespace quoth::ui

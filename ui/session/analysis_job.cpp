#include "ui/session/analysis_job.h"

#include "core/support/guarded.h"

#include <QPromise>

namespace quoth::ui {
namespace {

using Result = AnalysisJob::Result;

Expected<Imported> import(AnalysisJob::Request request) {
    if (const auto* path = std::get_if<std::filesystem::path>(&request.source))
        return importFile(*path);
    if (const auto* bytes = std::get_if<AnalysisJob::Bytes>(&request.source))
        return importBytes(bytes->bytes, bytes->fileName);
    Imported out;
    out.article = std::get<Article>(std::move(request.source));
    return out;
}

Result analyse(const EngineLoader& loader, AnalysisJob::Request request, std::stop_token stop,
               const Progress& progress) {
    const auto published = request.published;
    auto imported = import(std::move(request));
    if (!imported) return unexpected(imported.error());
    if (!imported->articles.empty()) {
        AnalysisJob::Answer several;
        several.several = std::make_shared<const Imported>(std::move(*imported));
        return several;
    }
    if (imported->annotated && !published) { // our own export: nothing to find out
        AnalysisJob::Answer own{std::make_shared<const Document>(std::move(*imported->annotated)),
                                true,
                                nullptr,
                                true,
                                nullptr,
                                {}};
        if (imported->work) own.work = std::make_shared<const WorkFile>(std::move(*imported->work));
        return own;
    }
    if (published) {
        imported->article.published = published;
        imported->article.publishedFrom = DateOrigin::Caller;
        imported->article.publishedSource = DateSource::None;
    }
    const auto engine = loader.get();
    if (!engine) return unexpected(engine.error());
    auto document = annotate(**engine, std::move(imported->article), std::move(stop), progress);
    if (!document) return unexpected(document.error());
    const bool seemsEnglish = (*engine)->languages.seemsEnglish(document->text());
    return AnalysisJob::Answer{std::make_shared<const Document>(std::move(*document)),
                               false,
                               nullptr,
                               seemsEnglish,
                               nullptr,
                               (*engine)->withoutEncoder ? (*engine)->withoutEncoder->message : ""};
}

} // namespace

EngineLoader EngineLoader::start(Expected<std::filesystem::path> resources, ModelSet models) {
    auto promise = std::make_shared<QPromise<Engine>>();
    EngineLoader loader;
    loader.m_future = promise->future();
    promise->start();
    QThreadPool::globalInstance()->start([promise, models, resources = std::move(resources)] {
        const auto load = [&]() -> Engine {
            if (!resources) return unexpected(resources.error());
            auto engine = quoth::Engine::load(*resources, models);
            if (!engine) return unexpected(engine.error());
            return std::make_shared<const quoth::Engine>(std::move(*engine));
        };
        promise->addResult(guarded(load));
        promise->finish();
    });
    return loader;
}

AnalysisJob::AnalysisJob(EngineLoader engine, QObject* parent)
    : QObject(parent), m_engine(std::move(engine)) {
    m_pool.setMaxThreadCount(2); // a new start need not wait for a stopped one
}

AnalysisJob::~AnalysisJob() {
    cancel();
    m_pool.waitForDone();
}

void AnalysisJob::cancel() {
    m_stop.request_stop();
    if (m_watcher) { // drops what still comes; perhaps called from its own signal
        m_watcher->disconnect(this);
        m_watcher->deleteLater();
        m_watcher = nullptr;
    }
    m_running = false;
}

void AnalysisJob::start(Request request) {
    cancel();
    m_stop = std::stop_source();
    m_running = true;

    auto promise = std::make_shared<QPromise<Result>>();
    promise->setProgressRange(0, 100);
    m_watcher = new QFutureWatcher<Result>(this);
    connect(m_watcher, &QFutureWatcherBase::progressValueChanged, this, &AnalysisJob::progressed);
    connect(m_watcher, &QFutureWatcherBase::finished, this, [this] {
        m_running = false;
        const Result result = m_watcher->result();
        emit finished(result);
    });
    m_watcher->setFuture(promise->future());
    promise->start();
    m_pool.start([promise, engine = m_engine, request = std::move(request),
                  stop = m_stop.get_token()]() mutable {
        promise->addResult(guarded([&] {
            return analyse(engine, std::move(request), stop, [&](double share) {
                promise->setProgressValue(static_cast<int>(share * 100));
            });
        }));
        promise->finish();
    });
}

} // namespace quoth::ui

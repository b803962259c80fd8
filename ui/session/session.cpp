#include "ui/session/session.h"

#include "ui/session/background.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

namespace quoth::ui {

Session::Session(ViewState* state, Desk* desk, Settings* settings, EngineLoader engine,
                 QObject* parent)
    : QObject(parent), m_state(state), m_desk(desk), m_settings(settings),
      m_job(std::move(engine)) {
    connect(desk, &Desk::dateWanted, this, &Session::annotateAgain);
    connect(&m_job, &AnalysisJob::progressed, this, &Session::progressed);
    connect(&m_job, &AnalysisJob::finished, this, &Session::finish);
    connect(&m_files, &QFileSystemWatcher::fileChanged, this, &Session::fileChanged);
}

void Session::open(const QString& address) {
    const ArticleAddress article = ArticleAddress::of(address);
    const QFileInfo info(article.file);
    start({info.fileName(), article, info.lastModified().date(), {}},
          {std::filesystem::path(QFile::encodeName(article.file).toStdString()), {}});
}

void Session::reload() {
    if (!path().isEmpty()) open(m_address.word());
}

void Session::openText(const QString& text) {
    start({tr("pasted text"), {}, {}, {}}, {AnalysisJob::Bytes{text.toStdString(), {}}, {}});
}

void Session::setPublished(QDate date, bool isGuess) {
    if (!m_state->document() || !date.isValid() || date.year() < 1 || date.year() > 9999) return;
    const Date published{std::chrono::year{date.year()},
                         std::chrono::month{static_cast<unsigned>(date.month())},
                         std::chrono::day{static_cast<unsigned>(date.day())}};
    m_desk->perform({DateArticle{published, isGuess}});
}

void Session::annotateAgain(const DateArticle& date) {
    Article article = m_state->document()->article();
    article.published = date.published;
    article.publishedFrom = date.published ? DateOrigin::Caller : DateOrigin::None;
    article.publishedSource = DateSource::None;
    article.publishedIsGuess = date.isGuess;
    start({m_name, m_address, m_fileDate, m_parts, true}, {std::move(article), date.published});
}

void Session::start(Source source, AnalysisJob::Request request) {
    m_next = std::move(source);
    m_job.start(std::move(request));
    emit busyChanged(true);
}

void Session::cancel() {
    if (!isBusy()) return;
    m_job.cancel();
    emit busyChanged(false);
    emit noticed(tr("Cancelled."));
}

void Session::close() {
    m_job.cancel();
    m_address = {};
    m_name.clear();
    m_parts.clear();
    m_fileDate = {};
    m_seemsEnglish = true;
    m_withoutEncoder.clear();
    watchFile();
    m_desk->close();
    emit busyChanged(false);
    emit opened(true);
}

void Session::finish(const AnalysisJob::Result& result) {
    emit busyChanged(false);
    if (!result) {
        emit failed(toQString(result.error().message));
        return;
    }
    if (result->several) {
        choose(*result->several);
        return;
    }
    const WorkFile* file = result->work.get();
    const auto work = file ? workToOpen(*file) : std::nullopt;
    if (file && !work) {
        emit noticed(tr("Cancelled."));
        return;
    }
    const bool again = !path().isEmpty() && m_address == m_next.address;
    auto before = again ? m_state->sharedDocument() : nullptr;
    m_address = m_next.address;
    m_name = m_next.name;
    m_parts = m_next.parts;
    m_fileDate = file ? QDate() : m_next.fileDate; // no day of the article's
    m_seemsEnglish = result->seemsEnglish;
    m_withoutEncoder = toQString(result->withoutEncoder);
    const bool namedByTitle = path().isEmpty() || !m_address.part.isEmpty();
    if (namedByTitle && !result->document->title().empty())
        m_name = toQString(result->document->title());
    watchFile();
    if (!path().isEmpty()) m_settings->addRecentFile(path());
    const bool renewed = m_next.keepView; // opening may begin another analysis
    if (renewed)
        m_desk->renew(result->document);
    else if (file)
        m_desk->openWork(*file, *work);
    else
        m_desk->open(m_address.word(), m_name, result->document, result->isExport);
    emit opened(!renewed);
    if (!before) before = m_desk->formerly(); // as the reader left it another day
    if (before && !renewed) reportChanges(before);
}

// Goes on with one of the file's articles: the one asked for, else the one that the reader chooses.
void Session::choose(const Imported& file) {
    std::string id = m_next.address.part.toStdString();
    if (id.empty()) {
        const auto chosen = m_askForArticle ? m_askForArticle(m_next.name, file)
                                            : std::optional(file.articles.front().id);
        if (!chosen) {
            emit noticed(tr("Cancelled."));
            return;
        }
        id = *chosen;
    }
    auto article = chooseArticle(file, id);
    if (!article) {
        emit failed(toQString(article.error().message));
        return;
    }
    Source source = std::move(m_next);
    if (!source.address.file.isEmpty()) source.address.part = toQString(id);
    source.parts.clear();
    for (const FileArticle& each : file.articles)
        source.parts.push_back(each.id);
    start(std::move(source), {std::move(article->article), {}});
}

void Session::reportChanges(std::shared_ptr<const Document> before) {
    const auto after = m_state->sharedDocument();
    if (before->text() == after->text()) return;
    runInBackground(
        this, [before, after] { return quoteChanges(*before, *after); },
        [this, after](const std::vector<QuoteChange>& changes) {
            if (m_state->sharedDocument() != after) return; // another one by now
            if (changes.empty())
                emit noticed(tr("The text has changed, but no quote."));
            else
                emit articleChanged(changes);
        });
}

// The file's work, or what the library has where that goes on from it; nullopt where the reader
// changed their mind.
std::optional<Work> Session::workToOpen(const WorkFile& file) const {
    const auto kept = m_desk->kept(file.machine.text());
    if (!kept) return file.work;
    const std::size_t shared = sharedSteps(*kept, file.work, file.machine);
    // All steps of the file, and after them those of the library, to redo.
    Work longer = shared == file.work.steps.size() ? *kept : file.work;
    longer.done = file.work.done;
    if (kept->done <= shared || !m_askForWork) return longer;
    const auto more = [&](const Work& work) {
        return static_cast<int>(work.steps.size() - shared);
    };
    switch (m_askForWork(more(file.work), more(*kept))) {
    case WorkChoice::File:
        return longer;
    case WorkChoice::Library:
        return kept;
    case WorkChoice::Cancel:
        break;
    }
    return std::nullopt;
}

void Session::forget() {
    const QStringList files = {path(), m_desk->keptPath()};
    if (const auto forgotten = m_desk->forget(); !forgotten) {
        emit failed(toQString(forgotten.error().message));
        return;
    }
    for (const QString& file : files)
        m_settings->removeRecentFile(file);
    close();
}

void Session::watchFile() {
    if (!m_files.files().isEmpty()) m_files.removePaths(m_files.files());
    const bool isWork = path().endsWith(QLatin1Char('.') + toQString(workFileExtension));
    if (!path().isEmpty() && !isWork) m_files.addPath(path()); // work is saved by ourselves
}

void Session::fileChanged() {
    const QString name = QFileInfo(path()).fileName();
    if (!QFileInfo::exists(path())) {
        emit noticed(tr("%1 was deleted or moved; the article stays open here.").arg(name));
        return;
    }
    watchFile(); // editors replace the file, and the watch goes with the old one
    emit noticed(tr("%1 has changed since it was opened; %2 reads it again.")
                     .arg(name, m_settings->keys().name(QStringLiteral("file.reload"))));
}

QString Session::displayName() const {
    return m_name;
}

QDate Session::fileDate() const {
    return m_fileDate;
}

int Session::waitingTimes() const {
    const Document* document = m_state->document();
    if (!document || document->published()) return 0;
    return static_cast<int>(
        std::count_if(document->times().begin(), document->times().end(),
                      [](const TimeExpression& time) { return time.value.empty(); }));
}

QString Session::neighbour(int step) const {
    if (path().isEmpty()) return {};
    const auto part = std::find(m_parts.begin(), m_parts.end(), m_address.part.toStdString());
    if (part != m_parts.end()) {
        const auto next = part - m_parts.begin() + step;
        if (next >= 0 && next < std::ssize(m_parts))
            return ArticleAddress{path(), toQString(m_parts[static_cast<std::size_t>(next)])}
                .word();
    }
    QStringList patterns = {QStringLiteral("*.txt")};
    for (const Importer& importer : importers())
        for (const std::string_view extension : importer.extensions)
            if (extension != "json") // other programs' as well
                patterns << QStringLiteral("*.") + toQString(extension);
    patterns << QStringLiteral("*.") + toQString(workFileExtension);
    const QFileInfo info(path());
    const QStringList names =
        info.dir().entryList(patterns, QDir::Files | QDir::Readable, QDir::Name);
    const auto at = names.indexOf(info.fileName()) + step;
    if (at < 0 || at >= names.size() || !names.contains(info.fileName())) return {};
    return info.dir().filePath(names[at]);
}

QDate toQDate(Date date) {
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

} // namespace quoth::ui

#include "ui/state/keeper.h"

#include "core/support/version.h"
#include "ui/state/view_state.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <utility>

namespace quoth::ui {
namespace {

constexpr int retryMilliseconds = 3000;

// Moves a damaged library and what SQLite keeps beside it out of the way; its new name.
QString setAside(const QString& file) {
    const QString stamp = QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-hhmmss"));
    const QString aside = file + QStringLiteral(".damaged-") + stamp;
    for (const char* part : {"", "-wal", "-shm"})
        QFile::rename(file + QLatin1String(part), aside + QLatin1String(part));
    return aside;
}

Expected<Library> openLibrary(const QString& file) {
    QDir().mkpath(QFileInfo(file).absolutePath());
    return Library::open(QFile::encodeName(file).toStdString());
}

// What is kept, and after it what was done besides.
Work continued(const Work& kept, Work mine, const Document& machine) {
    const std::size_t shared = sharedSteps(kept, mine, machine);
    if (shared == kept.steps.size()) return mine;
    if (shared >= mine.done) return kept;
    Work out = kept;
    out.done = std::max(kept.done, shared); // what both know stays
    const std::size_t from = out.done;
    // Steps are called by their place in the list.
    const auto moved = [&](std::size_t step) {
        return step < shared ? step : step - shared + from;
    };
    for (std::size_t i = shared; i < mine.done; ++i) {
        for (Correction& correction : mine.steps[i])
            if (auto* withdrawn = std::get_if<WithdrawStep>(&correction))
                withdrawn->step = moved(withdrawn->step);
        out.add(std::move(mine.steps[i]));
    }
    return out;
}

} // namespace

QString Keeper::usualFile() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/quoth/library.db");
}

Keeper::Keeper(const QString& file, QObject* parent) : QObject(parent) {
    m_retry.setInterval(retryMilliseconds);
    connect(&m_retry, &QTimer::timeout, this, &Keeper::retry);
    openFile(file);
}

void Keeper::openFile(const QString& file) {
    if (file.isEmpty()) return;
    auto library = openLibrary(file);
    if (!library && library.error().code == ErrorCode::Malformed) {
        const QString aside = setAside(file);
        library = openLibrary(file);
        if (library)
            m_problem = tr("The library was damaged. It has been put aside as %1; a new one has "
                           "been begun.")
                            .arg(aside);
    }
    if (library)
        m_library.emplace(std::move(*library));
    else
        m_problem = toQString(library.error().message) + QLatin1Char(' ') +
                    tr("Nothing is kept until that is put right.");
}

Outcome Keeper::forgetAll(const QString& file) {
    const QFileInfo info(file);
    const QStringList aside =
        info.dir().entryList({info.fileName() + QStringLiteral(".damaged-*")}, QDir::Files);
    for (const QString& name : aside)
        info.dir().remove(name);
    if (!info.exists()) return std::monostate{};
    auto library = openLibrary(file);
    return library ? library->clear() : Outcome(unexpected(library.error()));
}

int Keeper::countKept(const QString& file) {
    if (!QFileInfo::exists(file)) return 0;
    auto library = openLibrary(file);
    const auto articles = library ? library->list() : unexpected(library.error());
    return articles ? static_cast<int>(articles->size()) : 0;
}

void Keeper::setFile(const QString& file) {
    if (!m_waiting.empty()) retry();
    const bool lost = !m_waiting.empty();
    close();
    m_library.reset();
    QString before = std::exchange(m_problem, {});
    openFile(file);
    if (lost && m_problem.isEmpty())
        m_problem = tr("The library could not be written: the last changes are not kept.");
    if (m_problem != before) emit problemChanged();
}

Work Keeper::resume(Work mine) {
    const std::string engine = m_engine;
    const Work kept = open(m_path, m_name, *m_machine, m_isExport);
    m_engine = engine;
    if (!m_article) return mine;
    (void)update(); // with the engine that gave the answers
    Work work = continued(kept, std::move(mine), *m_machine);
    const auto revision = m_library->replace(*m_article, kept.revision, work, *m_machine);
    if (!revision) {
        m_article.reset();
        (void)failed(revision.error());
        return work;
    }
    work.revision = *revision;
    return m_written = std::move(work);
}

Work Keeper::failed(const Error& error) {
    setProblem(toQString(error.message) + QLatin1Char(' ') +
               tr("What you do to this article is not kept."));
    return {};
}

Work Keeper::open(const QString& path, const QString& name, const Document& machine,
                  bool isExport) {
    close();
    m_machine = machine;
    m_path = path;
    m_name = name;
    m_isExport = isExport;
    m_engine = version();
    m_written = {};
    if (!m_library) return {};
    const std::string file = path.toStdString();
    auto found = m_library->find(file, isExport ? std::nullopt
                                                : std::optional<std::string_view>(machine.text()));
    if (!found) return failed(found.error());
    if (!*found) {
        const auto added = m_library->add({file, name.toStdString(), &machine, m_engine});
        if (!added) return failed(added.error());
        m_article = *added;
        return {};
    }
    KeptArticle& kept = **found;
    if (path.isEmpty()) { // pasted, but known by its file
        m_path = QString::fromStdString(kept.path);
        m_name = QString::fromStdString(kept.name);
    }
    m_article = kept.key;
    if (auto updated = update(); !updated) {
        m_article.reset();
        return failed(updated.error());
    }
    if (kept.machine.text() != machine.text())
        m_formerly =
            std::make_shared<const Document>(apply(kept.machine, kept.work.corrections()).document);
    m_view = kept.view;
    return m_written = std::move(kept.work);
}

std::optional<Work> Keeper::kept(const std::string& text) {
    if (!m_library) return std::nullopt;
    if (!m_waiting.empty()) retry(); // perhaps on this very article
    auto found = m_library->find({}, text);
    return found && *found ? std::optional(std::move((*found)->work)) : std::nullopt;
}

Work Keeper::openWork(const WorkFile& file, Work work) {
    const Work before = open({}, QString::fromStdString(file.name), file.machine);
    m_engine = file.engine;
    work.revision = before.revision;
    if (!m_article) return work;
    auto replaced = update();
    if (replaced) {
        const auto revision = m_library->replace(*m_article, before.revision, work, file.machine);
        if (revision)
            work.revision = *revision;
        else
            replaced = unexpected(revision.error());
    }
    m_written = work;
    if (!replaced) {
        m_article.reset();
        (void)failed(replaced.error());
    }
    return work;
}

Outcome Keeper::forget() {
    if (m_article)
        if (auto gone = m_library->forget(*m_article); !gone) return gone;
    m_article.reset(); // nothing waits for it any more
    m_waiting.clear();
    close();
    return Outcome(std::monostate{});
}

// What the library has of the open article, to what it is now.
Outcome Keeper::update() {
    return m_library->update(*m_article,
                             {m_path.toStdString(), m_name.toStdString(), &*m_machine, m_engine});
}

void Keeper::setView(const std::string& view) {
    if (!m_article || view == m_view) return;
    if (m_library->setView(*m_article, view)) m_view = view;
}

void Keeper::close() {
    m_view.clear();
    m_formerly.reset();
    if (!m_waiting.empty()) retry();
    m_waiting.clear();
    m_hasOthersWork = false;
    m_retry.stop();
    m_article.reset();
}

void Keeper::renew(const Document& machine) {
    m_machine = machine;
    m_engine = version();
    if (m_article) (void)update(); // answers can be found again: work does not wait for them
}

Expected<std::int64_t> Keeper::append(std::int64_t revision, const Step& step) {
    return make({step, 0}, revision);
}

Expected<std::int64_t> Keeper::setDone(std::int64_t revision, std::size_t done) {
    return make({std::nullopt, done}, revision);
}

Expected<std::int64_t> Keeper::make(Change change, std::int64_t revision) {
    if (!m_article) return revision + 1; // nothing is kept
    if (m_waiting.empty()) {
        const auto written = write(change, revision);
        if (written || written.error().code == ErrorCode::Conflict) return written;
        if (written.error().code == ErrorCode::NotFound) {
            loseArticle(written.error());
            return revision + 1;
        }
        setProblem(toQString(written.error().message) + QLatin1Char(' ') +
                   tr("Your work goes on and is kept as soon as that is possible."));
    }
    m_waiting.push_back(std::move(change)); // in their order
    m_retry.start();
    return revision + 1;
}

Expected<std::int64_t> Keeper::write(const Change& change, std::int64_t revision) {
    const auto written = change.step
                             ? m_library->append(*m_article, revision, *change.step, *m_machine)
                             : m_library->setDone(*m_article, revision, change.done);
    if (written) {
        change.makeOn(m_written);
        m_written.revision = *written;
    }
    return written;
}

void Keeper::Change::makeOn(Work& work) const {
    if (step)
        work.add(*step);
    else
        work.done = done;
}

// The article was forgotten in another window.
void Keeper::loseArticle(const Error& error) {
    m_article.reset();
    m_waiting.clear();
    m_retry.stop();
    (void)failed(error);
}

void Keeper::retry() {
    while (!m_waiting.empty()) {
        const auto written = write(m_waiting.front(), m_written.revision);
        if (written) {
            m_waiting.pop_front();
        } else if (written.error().code == ErrorCode::NotFound) {
            return loseArticle(written.error());
        } else if (written.error().code != ErrorCode::Conflict || !writeAfterOthers()) {
            return; // still the same
        }
    }
    m_retry.stop();
    setProblem({});
}

// Another window was first: all that waits, after its work.
bool Keeper::writeAfterOthers() {
    const auto kept = m_library->read(*m_article);
    if (!kept) return false;
    Work mine = m_written;
    for (const Change& change : m_waiting)
        change.makeOn(mine);
    Work work = continued(kept->work, std::move(mine), *m_machine);
    const auto revision = m_library->replace(*m_article, kept->work.revision, work, *m_machine);
    if (!revision) return false;
    work.revision = *revision;
    m_written = std::move(work);
    m_waiting.clear();
    m_hasOthersWork = true;
    return true;
}

std::optional<Work> Keeper::newerThan(std::int64_t revision) {
    if (!m_article || !m_waiting.empty()) return std::nullopt;
    const auto current = m_library->revision(*m_article);
    if (!current || (*current == revision && !m_hasOthersWork)) return std::nullopt;
    auto kept = m_library->read(*m_article);
    if (!kept) return std::nullopt;
    m_hasOthersWork = false;
    return m_written = std::move(kept->work);
}

void Keeper::setProblem(const QString& problem) {
    if (problem == m_problem) return;
    m_problem = problem;
    emit problemChanged();
}

} // namespace quoth::ui

#include "core/library/library.h"

#include "core/formats/annotation_data.h"
#include "core/formats/correction_data.h"
#include "core/formats/digest.h"
#include "core/library/schema.h"

#include <chrono>
#include <ctime>

namespace quoth {
namespace {

constexpr const char* settings = "PRAGMA journal_mode = WAL;"
                                 "PRAGMA synchronous = FULL;" // a power cut loses nothing either
                                 "PRAGMA foreign_keys = ON;";

std::string now() {
    const std::time_t time = std::time(nullptr);
    std::tm utc{};
    ::gmtime_r(&time, &utc);
    char buffer[32];
    std::strftime(buffer, sizeof buffer, "%Y-%m-%dT%H:%M:%SZ", &utc);
    return buffer;
}

Unexpected gone() {
    return unexpected(ErrorCode::NotFound, "The article is no longer in the library.");
}

std::optional<std::string> orNull(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

} // namespace

Expected<Library> Library::open(const std::filesystem::path& file) {
    auto database = Database::open(file);
    if (!database) return unexpected(database.error());
    // The version is looked at first: a newer program's file is left as it is.
    if (auto prepared = prepareSchema(*database); !prepared) return unexpected(prepared.error());
    if (auto set = database->execute(settings); !set) return unexpected(set.error());
    return Library(std::move(*database));
}

Expected<std::optional<KeptArticle>> Library::find(std::string_view path,
                                                   std::optional<std::string_view> text) {
    // Its own file before a copy's; a copy is the same article while its text is the same.
    auto query = m_database.prepare("SELECT id FROM article WHERE path = ?1 OR sha256 = ?2 "
                                    "ORDER BY path = ?1 DESC, opened DESC LIMIT 1");
    if (!query) return unexpected(query.error());
    query->bind(path).bind(std::string_view(text ? sha256Hex(*text) : std::string()));
    const auto row = query->step();
    if (!row) return unexpected(row.error());
    if (!*row) return std::optional<KeptArticle>();
    auto article = read(query->integer(0));
    if (!article) return unexpected(article.error());
    return std::optional(std::move(*article));
}

Expected<KeptArticle> Library::read(ArticleKey key) {
    // One transaction, so that the steps are those of the revision.
    if (auto begun = m_database.execute("BEGIN"); !begun) return unexpected(begun.error());
    struct End {
        Database& database;
        ~End() { (void)database.execute("COMMIT"); }
    } end{m_database};

    auto query = m_database.prepare("SELECT path, name, annotation, engine, revision, done, view "
                                    "FROM article WHERE id = ?");
    if (!query) return unexpected(query.error());
    query->bind(key);
    const auto row = query->step();
    if (!row) return unexpected(row.error());
    if (!*row) return gone();
    auto machine = readAnnotationData(query->text(2));
    if (!machine) return unexpected(machine.error());
    KeptArticle out;
    out.key = key;
    out.path = query->text(0);
    out.name = query->text(1);
    out.machine = std::move(*machine);
    out.engine = query->text(3);
    out.work.revision = query->integer(4);
    out.work.done = static_cast<std::size_t>(query->integer(5));
    out.view = query->text(6);

    auto steps =
        m_database.prepare("SELECT corrections FROM step WHERE article = ? ORDER BY number");
    if (!steps) return unexpected(steps.error());
    steps->bind(key);
    for (;;) {
        const auto next = steps->step();
        if (!next) return unexpected(next.error());
        if (!*next) break;
        auto step = readCorrections(steps->text(0), out.machine.text(), out.machine.offsets());
        if (!step) return unexpected(step.error());
        out.work.steps.push_back(std::move(*step));
    }
    if (out.work.done > out.work.steps.size())
        return unexpected(ErrorCode::Malformed, "The library is damaged.");
    return out;
}

Expected<ArticleKey> Library::add(const NewArticle& article) {
    auto transaction = Transaction::begin(m_database);
    if (!transaction) return unexpected(transaction.error());
    if (auto given = m_database.execute("UPDATE given_key SET key = key + 1"); !given)
        return unexpected(given.error());
    auto insert = m_database.prepare("INSERT INTO article(id, path, name, sha256, annotation, "
                                     "engine, opened) "
                                     "VALUES((SELECT key FROM given_key), ?, ?, ?, ?, ?, ?)");
    if (!insert) return unexpected(insert.error());
    const std::string digest = sha256Hex(article.machine->text());
    const std::string data = writeAnnotationData(*article.machine), opened = now();
    insert->bind(orNull(article.path));
    for (const std::string_view text :
         {std::string_view(article.name), std::string_view(digest), std::string_view(data),
          std::string_view(article.engine), std::string_view(opened)})
        insert->bind(text);
    if (auto done = insert->run(); !done) return unexpected(done.error());
    const ArticleKey key = m_database.lastInsertId();
    if (auto committed = transaction->commit(); !committed) return unexpected(committed.error());
    return key;
}

Outcome Library::update(ArticleKey key, const NewArticle& article) {
    auto change = m_database.prepare("UPDATE article SET path = ?, name = ?, sha256 = ?, "
                                     "annotation = ?, engine = ?, opened = ? WHERE id = ?");
    if (!change) return unexpected(change.error());
    const std::string digest = sha256Hex(article.machine->text());
    const std::string data = writeAnnotationData(*article.machine), opened = now();
    change->bind(orNull(article.path));
    for (const std::string_view text :
         {std::string_view(article.name), std::string_view(digest), std::string_view(data),
          std::string_view(article.engine), std::string_view(opened)})
        change->bind(text);
    change->bind(key);
    if (auto done = change->run(); !done) return done;
    return m_database.changes() == 0 ? Outcome(gone()) : Outcome(std::monostate{});
}

Outcome Library::forget(ArticleKey key) {
    auto remove = m_database.prepare("DELETE FROM article WHERE id = ?"); // and its steps
    if (!remove) return unexpected(remove.error());
    return remove->bind(key).run();
}

Outcome Library::clear() {
    if (auto removed = m_database.execute("DELETE FROM article"); !removed) return removed;
    // What was deleted lies in free pages and in the log until these are written anew.
    return m_database.execute("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
}

Expected<std::vector<KeptName>> Library::list() {
    auto query = m_database.prepare("SELECT id, path, name, opened FROM article "
                                    "ORDER BY opened DESC, id DESC");
    if (!query) return unexpected(query.error());
    std::vector<KeptName> out;
    for (;;) {
        const auto row = query->step();
        if (!row) return unexpected(row.error());
        if (!*row) return out;
        out.push_back({query->integer(0), query->text(1), query->text(2), query->text(3)});
    }
}

Expected<std::int64_t> Library::append(ArticleKey key, std::int64_t revision, const Step& step,
                                       const Document& machine) {
    auto transaction = Transaction::begin(m_database);
    if (!transaction) return unexpected(transaction.error());
    auto undone = m_database.prepare("DELETE FROM step WHERE article = ?1 AND number > "
                                     "(SELECT done FROM article WHERE id = ?1)");
    if (!undone) return unexpected(undone.error());
    if (auto removed = undone->bind(key).run(); !removed) return unexpected(removed.error());
    auto last = m_database.prepare("SELECT coalesce(max(number), 0) FROM step WHERE article = ?");
    if (!last) return unexpected(last.error());
    if (const auto row = last->bind(key).step(); !row) return unexpected(row.error());
    const auto number = static_cast<std::size_t>(last->integer(0)) + 1;
    const auto advanced = advance(key, revision, number);
    if (!advanced) return advanced;
    if (auto made = insertStep(key, number, step, machine); !made) return unexpected(made.error());
    if (auto committed = transaction->commit(); !committed) return unexpected(committed.error());
    return advanced;
}

Expected<std::int64_t> Library::replace(ArticleKey key, std::int64_t revision, const Work& work,
                                        const Document& machine) {
    auto transaction = Transaction::begin(m_database);
    if (!transaction) return unexpected(transaction.error());
    auto all = m_database.prepare("DELETE FROM step WHERE article = ?");
    if (!all) return unexpected(all.error());
    if (auto removed = all->bind(key).run(); !removed) return unexpected(removed.error());
    const auto advanced = advance(key, revision, work.done);
    if (!advanced) return advanced;
    for (std::size_t i = 0; i < work.steps.size(); ++i)
        if (auto made = insertStep(key, i + 1, work.steps[i], machine); !made)
            return unexpected(made.error());
    if (auto committed = transaction->commit(); !committed) return unexpected(committed.error());
    return advanced;
}

// Within a transaction.
Outcome Library::insertStep(ArticleKey key, std::size_t number, const Step& step,
                            const Document& machine) {
    auto insert = m_database.prepare("INSERT INTO step(article, number, corrections, made) "
                                     "VALUES(?, ?, ?, ?)");
    if (!insert) return unexpected(insert.error());
    const std::string data = writeCorrections(step, machine.text(), machine.offsets());
    const std::string made = now();
    insert->bind(key).bind(static_cast<std::int64_t>(number));
    return insert->bind(std::string_view(data)).bind(std::string_view(made)).run();
}

Expected<std::int64_t> Library::setDone(ArticleKey key, std::int64_t revision, std::size_t done) {
    auto transaction = Transaction::begin(m_database);
    if (!transaction) return unexpected(transaction.error());
    auto steps = m_database.prepare("SELECT count(*) FROM step WHERE article = ?");
    if (!steps) return unexpected(steps.error());
    if (const auto row = steps->bind(key).step(); !row) return unexpected(row.error());
    if (static_cast<std::int64_t>(done) > steps->integer(0))
        return unexpected(ErrorCode::BadArgument, "The article has no such step.");
    const auto advanced = advance(key, revision, done);
    if (!advanced) return advanced;
    if (auto committed = transaction->commit(); !committed) return unexpected(committed.error());
    return advanced;
}

// Within a transaction.
Expected<std::int64_t> Library::advance(ArticleKey key, std::int64_t revision, std::size_t done) {
    auto change = m_database.prepare("UPDATE article SET done = ?, revision = revision + 1 "
                                     "WHERE id = ? AND revision = ?");
    if (!change) return unexpected(change.error());
    change->bind(static_cast<std::int64_t>(done)).bind(key).bind(revision);
    if (auto changed = change->run(); !changed) return unexpected(changed.error());
    if (m_database.changes() == 1) return revision + 1;
    const auto current = this->revision(key);
    if (!current) return current;
    return unexpected(ErrorCode::Conflict,
                      "The article was changed in another window in the meantime.");
}

Expected<std::int64_t> Library::revision(ArticleKey key) {
    auto query = m_database.prepare("SELECT revision FROM article WHERE id = ?");
    if (!query) return unexpected(query.error());
    const auto row = query->bind(key).step();
    if (!row) return unexpected(row.error());
    if (!*row) return gone();
    return query->integer(0);
}

Outcome Library::setView(ArticleKey key, std::string_view view) {
    auto change = m_database.prepare("UPDATE article SET view = ? WHERE id = ?");
    if (!change) return unexpected(change.error());
    return change->bind(view).bind(key).run();
}

} // namespace quoth

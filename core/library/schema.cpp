#include "core/library/schema.h"

#include <array>
#include <string>

namespace quoth {
namespace {

constexpr const char* tables = R"sql(
-- An article and the state of the reader's work on it.
CREATE TABLE article (
    id             INTEGER PRIMARY KEY,
    path           TEXT,             -- absolute path of its file; NULL for pasted text
    name           TEXT NOT NULL,    -- as the window calls it
    sha256         TEXT NOT NULL,    -- of the text, in hexadecimal
    annotation     TEXT NOT NULL,    -- text, metadata and the machine's answers: annotation data
    engine         TEXT NOT NULL,    -- version of the program and models that gave them
    opened         TEXT NOT NULL,    -- last time, ISO 8601 in UTC
    revision       INTEGER NOT NULL DEFAULT 0, -- counts the changes of its steps
    done           INTEGER NOT NULL DEFAULT 0, -- steps in force: those up to this number
    view           TEXT              -- scroll position, selection, filter, zoom: JSON of the window
);
CREATE UNIQUE INDEX article_path ON article(path) WHERE path IS NOT NULL;
CREATE INDEX article_sha256 ON article(sha256);

-- What the reader did to an article, in order: each row is one step that can be undone.
CREATE TABLE step (
    article        INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    number         INTEGER NOT NULL, -- from 1, without a gap
    corrections    TEXT NOT NULL,    -- JSON list (formats/correction_data.h)
    made           TEXT NOT NULL,    -- ISO 8601 in UTC
    PRIMARY KEY (article, number)
) WITHOUT ROWID;
)sql";

constexpr const char* keysGivenOnce = R"sql(
-- The last article.id that was given, in one row: a forgotten article's is given to no other, since
-- another window may still hold it.
CREATE TABLE given_key (key INTEGER NOT NULL);
INSERT INTO given_key SELECT coalesce(max(id), 0) FROM article;
)sql";

// Step i brings a database from version i to i + 1. A step that has been published is never
// changed; a new version adds one.
constexpr std::array<const char*, libraryVersion> steps = {tables, keysGivenOnce};

} // namespace

Outcome prepareSchema(Database& database) {
    auto transaction = Transaction::begin(database);
    if (!transaction) return unexpected(transaction.error());
    auto query = database.prepare("PRAGMA user_version");
    if (!query) return unexpected(query.error());
    const auto row = query->step();
    if (!row) return unexpected(row.error());
    const auto version = query->integer(0);
    if (version > libraryVersion || version < 0)
        return unexpected(ErrorCode::NewerVersion,
                          "The library was written by a newer version of Quoth (format " +
                              std::to_string(version) + "; this one knows " +
                              std::to_string(libraryVersion) + ").");
    for (auto i = static_cast<std::size_t>(version); i < steps.size(); ++i)
        if (auto made = database.execute(steps[i]); !made) return made;
    const std::string done = "PRAGMA user_version = " + std::to_string(libraryVersion);
    if (auto set = database.execute(done.c_str()); !set) return set;
    return transaction->commit();
}

} // namespace quoth

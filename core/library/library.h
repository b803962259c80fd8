// The reader's library: every article that was opened, with all that the reader did to it, in one
// SQLite database (schema.cpp). Each change is one transaction: when a call returns success, it is
// in the file, whatever happens to the program afterwards; when it returns an error, nothing has
// changed. Several windows and programs may use one library: a change names the revision that it
// was made on, and is refused with Conflict where another one came first.
//
// Not thread-safe: one Library a thread.
#pragma once

#include "core/document/work.h"
#include "core/library/database.h"
#include "core/support/expected.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

using ArticleKey = std::int64_t; // of an article in the library, for good

struct KeptArticle {
    ArticleKey key = 0;
    std::string path; // of its file; empty for pasted text
    std::string name;
    Document machine;   // the engine's answers, uncorrected
    std::string engine; // version of the program that gave them
    Work work;
    std::string view; // what the window keeps of its own
};

struct NewArticle {
    std::string path, name;
    const Document* machine;
    std::string engine;
};

struct KeptName { // a line of the list of articles
    ArticleKey key;
    std::string path, name, opened; // opened: ISO 8601, UTC
};

class Library {
public:
    // Makes the file where there is none. Errors: NewerVersion, Malformed (damaged), Busy,
    // NotWritable.
    static Expected<Library> open(const std::filesystem::path& file);

    // The article of this file, else one with this text; nullopt where there is none. Of the file
    // alone where no text is given.
    Expected<std::optional<KeptArticle>> find(std::string_view path,
                                              std::optional<std::string_view> text);
    Expected<KeptArticle> read(ArticleKey key);
    Expected<ArticleKey> add(const NewArticle& article);
    // New answers, or a new text, for a kept article; its steps stay.
    Outcome update(ArticleKey key, const NewArticle& article);
    Outcome forget(ArticleKey key);
    Outcome clear(); // forgets all articles and leaves nothing of them in the file
    Expected<std::vector<KeptName>> list(); // the last opened first

    // Puts a step after those in force; steps taken back are gone for good. The new revision.
    // `machine` is the article's document, in whose text the step's places are.
    Expected<std::int64_t> append(ArticleKey key, std::int64_t revision, const Step& step,
                                  const Document& machine);
    // Takes steps back, or puts them in force again: those up to `done` are. The new revision.
    Expected<std::int64_t> setDone(ArticleKey key, std::int64_t revision, std::size_t done);
    // Other work in the place of all that is kept on the article. The new revision.
    Expected<std::int64_t> replace(ArticleKey key, std::int64_t revision, const Work& work,
                                   const Document& machine);
    Expected<std::int64_t> revision(ArticleKey key);
    Outcome setView(ArticleKey key, std::string_view view);

private:
    explicit Library(Database database) : m_database(std::move(database)) {}
    Outcome insertStep(ArticleKey key, std::size_t number, const Step& step,
                       const Document& machine);
    Expected<std::int64_t> advance(ArticleKey key, std::int64_t revision, std::size_t done);

    Database m_database;
};

} // namespace quoth

// A thin, safe layer over the C interface of SQLite: a connection and its statements, errors as
// values. Only this folder includes sqlite3.h.
#pragma once

#include "core/support/expected.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace quoth {

// One statement of SQL, run once: bind its parameters in order, then step. Text is UTF-8.
class Statement {
public:
    Statement& bind(std::int64_t value);
    Statement& bind(std::string_view text); // copied
    Statement& bind(const std::optional<std::string>& text);

    // True while there is a row to read.
    Expected<bool> step();
    Outcome run(); // steps to the end, for statements without rows

    std::int64_t integer(int column) const;
    std::string text(int column) const; // empty for NULL
    bool isNull(int column) const;

private:
    friend class Database;
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    Statement(sqlite3* connection, sqlite3_stmt* statement)
        : m_connection(connection), m_statement(statement) {}

    sqlite3* m_connection;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    int m_bound = 0;
    int m_failure = 0; // of a bind, told by step()
};

class Database {
public:
    // How long a call waits for another process's transaction before it fails with Busy.
    static constexpr int patienceMilliseconds = 200;

    // Opens or makes the file. Errors: NotWritable (no folder, read-only), Damaged (no database),
    // Busy.
    static Expected<Database> open(const std::filesystem::path& path);

    Expected<Statement> prepare(std::string_view sql);
    Outcome execute(const char* sql); // several statements, without parameters or rows
    std::int64_t lastInsertId() const;
    std::int64_t changes() const; // rows that the last statement changed

private:
    struct Close {
        void operator()(sqlite3* connection) const;
    };
    explicit Database(sqlite3* connection) : m_connection(connection) {}

    std::unique_ptr<sqlite3, Close> m_connection;
};

// A write transaction, begun at once so that what it reads stays true until it is committed. Rolled
// back when destroyed before.
class Transaction {
public:
    static Expected<Transaction> begin(Database& database);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    Outcome commit();

private:
    explicit Transaction(Database& database) : m_database(&database) {}
    Database* m_database;
};

} // namespace quoth

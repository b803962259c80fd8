#include "core/library/database.h"

#include <sqlite3.h>
#include <utility>

namespace quoth {
namespace {

ErrorCode codeOf(int result) {
    switch (result & 0xFF) { // without what extended codes add
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::Busy;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorCode::Malformed;
    default:
        return ErrorCode::NotWritable;
    }
}

std::string sentenceOf(int result, const char* message) {
    switch (result & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return "The library is in use by another program.";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return "The library is damaged.";
    case SQLITE_FULL:
        return "The library cannot be written: the disk is full.";
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return "The library cannot be written: you have no permission to write there.";
    case SQLITE_CANTOPEN:
        return "The library cannot be opened: its folder is missing or closed to you.";
    default:
        return std::string("The library cannot be used: ") + message + ".";
    }
}

Unexpected failure(sqlite3* connection, int result) {
    return unexpected(codeOf(result), sentenceOf(result, sqlite3_errmsg(connection)));
}

} // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Statement& Statement::bind(std::int64_t value) {
    const int result = sqlite3_bind_int64(m_statement.get(), ++m_bound, value);
    if (m_failure == SQLITE_OK) m_failure = result;
    return *this;
}

Statement& Statement::bind(std::string_view text) {
    const int result = sqlite3_bind_text64(m_statement.get(), ++m_bound, text.data(), text.size(),
                                           SQLITE_TRANSIENT, SQLITE_UTF8);
    if (m_failure == SQLITE_OK) m_failure = result;
    return *this;
}

Statement& Statement::bind(const std::optional<std::string>& text) {
    if (text) return bind(std::string_view(*text));
    ++m_bound; // an unbound parameter is NULL
    return *this;
}

Expected<bool> Statement::step() {
    if (m_failure != SQLITE_OK) return failure(m_connection, m_failure);
    const int result = sqlite3_step(m_statement.get());
    if (result == SQLITE_ROW) return true;
    if (result == SQLITE_DONE) return false;
    return failure(m_connection, result);
}

Outcome Statement::run() {
    for (;;) {
        const auto row = step();
        if (!row) return unexpected(row.error());
        if (!*row) return std::monostate{};
    }
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(m_statement.get(), column);
}

std::string Statement::text(int column) const {
    const auto* bytes = sqlite3_column_text(m_statement.get(), column);
    if (!bytes) return {};
    const int size = sqlite3_column_bytes(m_statement.get(), column);
    return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

void Database::Close::operator()(sqlite3* connection) const {
    sqlite3_close_v2(connection);
}

Expected<Database> Database::open(const std::filesystem::path& path) {
    sqlite3* connection = nullptr;
    constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX;
    const int result = sqlite3_open_v2(path.c_str(), &connection, flags, nullptr);
    Database database(connection); // to be closed even where opening failed
    if (result != SQLITE_OK) return failure(connection, result);
    sqlite3_extended_result_codes(connection, 1);
    sqlite3_busy_timeout(connection, patienceMilliseconds);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    return database;
}

Expected<Statement> Database::prepare(std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    const int result = sqlite3_prepare_v2(m_connection.get(), sql.data(),
                                          static_cast<int>(sql.size()), &statement, nullptr);
    if (result != SQLITE_OK) return failure(m_connection.get(), result);
    return Statement(m_connection.get(), statement);
}

Outcome Database::execute(const char* sql) {
    const int result = sqlite3_exec(m_connection.get(), sql, nullptr, nullptr, nullptr);
    if (result != SQLITE_OK) return failure(m_connection.get(), result);
    return std::monostate{};
}

std::int64_t Database::lastInsertId() const {
    return sqlite3_last_insert_rowid(m_connection.get());
}

std::int64_t Database::changes() const {
    return sqlite3_changes64(m_connection.get());
}

Expected<Transaction> Transaction::begin(Database& database) {
    if (auto begun = database.execute("BEGIN IMMEDIATE"); !begun) return unexpected(begun.error());
    return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_database(std::exchange(other.m_database, nullptr)) {}

Transaction::~Transaction() {
    if (m_database) (void)m_database->execute("ROLLBACK");
}

Outcome Transaction::commit() {
    auto committed = m_database->execute("COMMIT");
    if (committed) m_database = nullptr; // else the destructor rolls back
    return committed;
}

} // namespace quoth

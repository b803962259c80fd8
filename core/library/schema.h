// The library's database: its tables and how older ones become today's. Everything that a reader's
// work consists of is in here; see schema.cpp for what each column means.
#pragma once

#include "core/library/database.h"
#include "core/support/expected.h"

namespace quoth {

inline constexpr int libraryVersion = 2; // kept as the database's user_version

// Makes the tables of a new database, or brings an older one up to date, in one transaction.
// Errors: NewerVersion where a newer program wrote it (nothing is changed), and the database's own.
Outcome prepareSchema(Database& database);

} // namespace quoth

// Expected failures as values: what went wrong, in a sentence for the reader, and where.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace quoth {

enum class ErrorCode {
    NotFound,      // no such file
    Unreadable,    // the file exists but cannot be read
    TooLarge,      // over a documented limit
    Empty,         // nothing but white space
    Binary,        // not text in any encoding we know
    BadEncoding,   // declared encoding unknown or broken beyond repair
    Malformed,     // a structured file that is not what it says (JSON, our own HTML)
    TooDeep,       // nesting beyond a documented limit
    UnknownFormat, // no importer or exporter of that name
    NotWritable,   // the target cannot be written
    BadResource,   // a model or lexicon is missing, damaged or of another version
    Cancelled,     // the caller asked to stop
    OutOfMemory,   // the system has no memory left for this
    Internal,      // a mistake of the program's own
    Busy,          // another program holds it for now
    Conflict,      // somebody else changed it in the meantime
    NewerVersion,  // written by a newer version of the program
    BadArgument,   // a value outside its contract, such as an impossible date
};

// Stable lower-case identifier for machine-readable output, e.g. "too_large".
std::string_view name(ErrorCode code);

struct Error {
    ErrorCode code;
    std::string message;                 // one sentence, UTF-8, without a final stop's newline
    std::optional<std::size_t> offset{}; // byte offset in the input where known
};

} // namespace quoth

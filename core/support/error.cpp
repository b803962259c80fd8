#include "core/support/error.h"

namespace quoth {

std::string_view name(ErrorCode code) {
    switch (code) {
    case ErrorCode::NotFound:
        return "not_found";
    case ErrorCode::Unreadable:
        return "unreadable";
    case ErrorCode::TooLarge:
        return "too_large";
    case ErrorCode::Empty:
        return "empty";
    case ErrorCode::Binary:
        return "binary";
    case ErrorCode::BadEncoding:
        return "bad_encoding";
    case ErrorCode::Malformed:
        return "malformed";
    case ErrorCode::TooDeep:
        return "too_deep";
    case ErrorCode::UnknownFormat:
        return "unknown_format";
    case ErrorCode::NotWritable:
        return "not_writable";
    case ErrorCode::BadResource:
        return "bad_resource";
    case ErrorCode::Cancelled:
        return "cancelled";
    case ErrorCode::OutOfMemory:
        return "out_of_memory";
    case ErrorCode::Internal:
        return "internal";
    case ErrorCode::Busy:
        return "busy";
    case ErrorCode::Conflict:
        return "conflict";
    case ErrorCode::NewerVersion:
        return "newer_version";
    case ErrorCode::BadArgument:
        return "bad_argument";
    }
    return "unknown";
}

} // namespace quoth

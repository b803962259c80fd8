// Lines of a stream of any length, none held that is longer than a limit.
#pragma once

#include "core/support/error.h"

#include <cstddef>
#include <optional>
#include <string>

namespace quoth::app {

class LineReader {
public:
    // Reads from a file descriptor, which stays open.
    LineReader(int descriptor, std::size_t longestLine);

    struct Line {
        std::string text; // without its line end
        // TooLarge for a line over the limit, OutOfMemory where memory does not suffice for it; the
        // text is left out then.
        std::optional<ErrorCode> dropped;
    };
    // nullopt at the end, or when reading fails (failure() is errno then, else 0).
    std::optional<Line> next();
    int failure() const { return m_failure; }

private:
    bool fill();
    std::optional<ErrorCode> append(std::string& text, std::size_t begin, std::size_t end) const;

    const int m_descriptor;
    const std::size_t m_longest;
    std::string m_buffer;
    std::size_t m_at = 0;
    int m_failure = 0;
};

} // namespace quoth::app

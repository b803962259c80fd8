#include "app/annotate/line_reader.h"

#include <algorithm>
#include <cerrno>
#include <new>
#include <unistd.h>

namespace quoth::app {

LineReader::LineReader(int descriptor, std::size_t longestLine)
    : m_descriptor(descriptor), m_longest(longestLine) {}

bool LineReader::fill() {
    m_buffer.resize(std::size_t{1} << 16);
    m_at = 0;
    for (;;) {
        const ssize_t count = ::read(m_descriptor, m_buffer.data(), m_buffer.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) m_failure = errno;
        m_buffer.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
        return count > 0;
    }
}

// The buffer from `begin` to `end`, onto the text; why it cannot be, if so.
std::optional<ErrorCode> LineReader::append(std::string& text, std::size_t begin,
                                            std::size_t end) const {
    if (text.size() + (end - begin) > m_longest) return ErrorCode::TooLarge;
    try {
        text.append(m_buffer, begin, end - begin);
    } catch (const std::bad_alloc&) {
        return ErrorCode::OutOfMemory;
    }
    return std::nullopt;
}

std::optional<LineReader::Line> LineReader::next() {
    Line line;
    bool any = false;
    while (m_at < m_buffer.size() || fill()) {
        any = true;
        const std::size_t end = std::min(m_buffer.find('\n', m_at), m_buffer.size());
        if (!line.dropped) line.dropped = append(line.text, m_at, end);
        if (line.dropped) line.text = std::string();
        m_at = end + 1;
        if (end < m_buffer.size()) return line;
    }
    if (!any || m_failure != 0) return std::nullopt;
    return line;
}

} // namespace quoth::app

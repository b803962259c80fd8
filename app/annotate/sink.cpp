#include "app/annotate/sink.h"

#include <cerrno>
#include <system_error>
#include <unistd.h>

namespace quoth::app {

Expected<Sink> Sink::open(const std::string& path) {
    Sink sink;
    if (path.empty()) return sink;
    auto file = OutputFile::create(path);
    if (!file) return unexpected(file.error());
    sink.m_file.emplace(std::move(*file));
    return sink;
}

Outcome Sink::write(std::string_view bytes) {
    if (m_file) return m_file->write(bytes);
    while (!bytes.empty()) {
        const ssize_t count = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) {
            // A reader that has read enough (such as head) is no reason for a message.
            if (errno == EPIPE) return unexpected(ErrorCode::NotWritable, "");
            return unexpected(ErrorCode::NotWritable, "The standard output cannot be written: " +
                                                          std::generic_category().message(errno) +
                                                          ".");
        }
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return Outcome{std::monostate{}};
}

Outcome Sink::finish() {
    return m_file ? m_file->commit() : Outcome{std::monostate{}};
}

} // namespace quoth::app

#include "core/formats/in/input_file.h"

#include "core/formats/in/importers.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace quoth {
namespace {

Unexpected unreadable(const std::string& name, int error) {
    if (error == ENOENT || error == ENOTDIR)
        return unexpected(ErrorCode::NotFound, "There is no file " + name + ".");
    if (error == EACCES || error == EPERM)
        return unexpected(ErrorCode::Unreadable, "You have no permission to read " + name + ".");
    if (error == EISDIR)
        return unexpected(ErrorCode::Unreadable, name + " is a folder, not a file.");
    return unexpected(ErrorCode::Unreadable,
                      name + " cannot be read: " + std::generic_category().message(error) + ".");
}

} // namespace

Expected<std::string> readInput(int descriptor, const std::string& name) {
    const Unexpected tooLarge =
        unexpected(ErrorCode::TooLarge, name + " is too large: Quoth opens files of up to " +
                                            std::to_string(maximumInputBytes >> 20) + " MB.");
    struct stat info {};
    if (::fstat(descriptor, &info) == 0) {
        if (S_ISDIR(info.st_mode)) return unreadable(name, EISDIR);
        if (S_ISREG(info.st_mode) && info.st_size > static_cast<off_t>(maximumInputBytes))
            return tooLarge;
    }
    std::string bytes;
    if (S_ISREG(info.st_mode)) bytes.reserve(static_cast<std::size_t>(info.st_size));
    std::array<char, 1U << 16> buffer;
    for (;;) {
        const ssize_t count = ::read(descriptor, buffer.data(), buffer.size());
        if (count == 0) return bytes;
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return unreadable(name, errno);
        bytes.append(buffer.data(), static_cast<std::size_t>(count));
        if (bytes.size() > maximumInputBytes) return tooLarge;
    }
}

Expected<std::string> readInputFile(const std::filesystem::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0) return unreadable(path.string(), errno);
    auto bytes = readInput(descriptor, path.string());
    ::close(descriptor);
    return bytes;
}

} // namespace quoth

#include "core/support/output_file.h"

#include <cerrno>
#include <charconv>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace quoth {
namespace {

namespace fs = std::filesystem;

std::string messageOf(int error) {
    switch (error) {
    case EACCES:
    case EPERM:
    case EROFS:
        return "you have no permission to write there";
    case ENOENT:
    case ENOTDIR:
        return "its folder does not exist";
    case ENOSPC:
    case EDQUOT:
        return "the disk is full";
    case EFBIG:
        return "the file is too large for the disk or for the limit that is set (ulimit -f)";
    case ENAMETOOLONG:
        return "its name is too long";
    default:
        return std::generic_category().message(error);
    }
}

Unexpected notWritable(const std::string& name, const std::string& why) {
    return unexpected(ErrorCode::NotWritable, name + " cannot be written: " + why + ".");
}

// The number of our own descriptor that a path such as /dev/stdout or /dev/fd/1 names. Opening such
// a path anew would write over what the descriptor has behind it already.
std::optional<int> ownDescriptor(fs::path path) {
    std::error_code error;
    const fs::path descriptors = fs::canonical("/proc/self/fd", error);
    if (error) return std::nullopt;
    constexpr int mostLinks = 40;
    for (int i = 0; i < mostLinks && fs::is_symlink(fs::symlink_status(path, error)); ++i) {
        const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
        if (fs::canonical(folder, error) == descriptors) {
            const std::string number = path.filename().string();
            int out = 0;
            const auto read = std::from_chars(number.data(), number.data() + number.size(), out);
            return read.ec == std::errc() ? std::optional(out) : std::nullopt;
        }
        path = folder / fs::read_symlink(path, error);
    }
    return std::nullopt;
}

} // namespace

OutputFile::OutputFile(std::string name, int descriptor)
    : m_name(std::move(name)), m_descriptor(descriptor) {}

OutputFile::OutputFile(std::string name, fs::path target, TemporaryFile temporary)
    : m_name(std::move(name)), m_target(std::move(target)), m_temporary(std::move(temporary)),
      m_descriptor(m_temporary->descriptor()) {}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : m_name(std::move(other.m_name)), m_target(std::move(other.m_target)),
      m_temporary(std::move(other.m_temporary)),
      m_descriptor(std::exchange(other.m_descriptor, -1)) {}

OutputFile::~OutputFile() {
    if (isDirect() && m_descriptor >= 0) ::close(m_descriptor);
}

Unexpected OutputFile::failure(int error) const {
    if (isDirect() && error == EPIPE) return unexpected(ErrorCode::NotWritable, "");
    return notWritable(m_name, messageOf(error));
}

Expected<OutputFile> OutputFile::toDescriptor(std::string name, int descriptor) {
    const int own = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
    if (own < 0) return notWritable(name, messageOf(errno));
    return OutputFile(std::move(name), own);
}

Expected<OutputFile> OutputFile::standardOutput() {
    return toDescriptor("The standard output", STDOUT_FILENO);
}

Expected<OutputFile> OutputFile::create(const fs::path& target) {
    const std::string name = target.string();
    if (target.empty() || !target.has_filename()) return notWritable(name, "it is a folder");
    if (const auto descriptor = ownDescriptor(target)) return toDescriptor(name, *descriptor);

    std::error_code error;
    const bool isLink = fs::is_symlink(fs::symlink_status(target, error));
    struct stat old {};
    const bool exists = ::stat(target.c_str(), &old) == 0;
    if (!exists && errno != ENOENT) return notWritable(name, messageOf(errno));
    if (!exists && isLink) return notWritable(name, "it is a link that leads nowhere");
    if (exists && S_ISDIR(old.st_mode)) return notWritable(name, "it is a folder");
    if (exists && !S_ISREG(old.st_mode)) {
        const int descriptor = ::open(target.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
        if (descriptor < 0) return notWritable(name, messageOf(errno));
        return OutputFile(name, descriptor);
    }
    if (exists && ::access(target.c_str(), W_OK) != 0) return notWritable(name, messageOf(errno));

    const fs::path real = isLink ? fs::canonical(target, error) : target;
    if (real.empty()) return notWritable(name, error.message());
    auto temporary = TemporaryFile::create(real.parent_path());
    if (!temporary) return notWritable(name, messageOf(errno));
    OutputFile file(name, real, std::move(*temporary));
    if (exists && ::fchmod(file.m_descriptor, old.st_mode & 07777) != 0) return file.failure(errno);
    return file;
}

Outcome OutputFile::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(m_descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return failure(errno);
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return Outcome{std::monostate{}};
}

Outcome OutputFile::commit() {
    if (isDirect()) {
        if (::close(std::exchange(m_descriptor, -1)) != 0) return failure(errno);
        return Outcome{std::monostate{}};
    }
    if (::fsync(m_descriptor) != 0 && errno != EINVAL) return failure(errno);
    if (!m_temporary->renameTo(m_target)) return failure(errno);
    return Outcome{std::monostate{}};
}

Outcome writeFile(const fs::path& path, std::string_view bytes) {
    auto file = OutputFile::create(path);
    if (!file) return unexpected(file.error());
    if (auto written = file->write(bytes); !written) return written;
    return file->commit();
}

} // namespace quoth

#include "core/formats/output_file.h"

#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace quoth {
namespace {

namespace fs = std::filesystem;

Unexpected notWritable(const fs::path& target, const std::string& why) {
    return unexpected(ErrorCode::NotWritable, target.string() + " cannot be written: " + why + ".");
}

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
    case ENAMETOOLONG:
        return "its name is too long";
    default:
        return std::generic_category().message(error);
    }
}

// A name that no other file beside the target has; the kernel makes sure (O_EXCL).
std::string temporaryName(const fs::path& target) {
    static std::atomic<unsigned> counter = 0;
    return (target.parent_path() /
            (".quoth-" + std::to_string(::getpid()) + "-" + std::to_string(counter++) + ".tmp"))
        .string();
}

} // namespace

OutputFile::OutputFile(fs::path target, std::string temporary, int descriptor)
    : m_target(std::move(target)), m_temporary(std::move(temporary)), m_descriptor(descriptor) {}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : m_target(std::move(other.m_target)), m_temporary(std::exchange(other.m_temporary, {})),
      m_descriptor(std::exchange(other.m_descriptor, -1)) {}

OutputFile::~OutputFile() {
    if (m_descriptor >= 0) ::close(m_descriptor);
    if (!m_temporary.empty()) ::unlink(m_temporary.c_str());
}

Unexpected OutputFile::failure(int error) const {
    return notWritable(m_target, messageOf(error));
}

Expected<OutputFile> OutputFile::create(const fs::path& target) {
    std::error_code error;
    fs::path real = target;
    if (fs::is_symlink(fs::symlink_status(target, error))) {
        real = fs::weakly_canonical(target, error);
        if (error) return notWritable(target, "it is a link that leads nowhere");
    }
    if (target.empty() || !real.has_filename() || fs::is_directory(real, error))
        return notWritable(target, "it is a folder");
    struct stat old {};
    const bool replaces = ::stat(real.c_str(), &old) == 0;
    if (replaces && ::access(real.c_str(), W_OK) != 0) return notWritable(target, messageOf(errno));
    std::string temporary = temporaryName(real);
    const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0) return notWritable(target, messageOf(errno));
    OutputFile file(real, std::move(temporary), descriptor);
    if (replaces && ::fchmod(descriptor, old.st_mode & 07777) != 0) return file.failure(errno);
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
    if (::fsync(m_descriptor) != 0 && errno != EINVAL) return failure(errno);
    if (::close(std::exchange(m_descriptor, -1)) != 0) return failure(errno);
    if (::rename(m_temporary.c_str(), m_target.c_str()) != 0) return failure(errno);
    m_temporary.clear();
    return Outcome{std::monostate{}};
}

} // namespace quoth

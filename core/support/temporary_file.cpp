#include "core/support/temporary_file.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <climits>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace quoth {
namespace {

// What a signal handler may look at: memory of fixed size and lock-free flags.
enum class SlotState : unsigned char { Free, Claimed, Live };
struct Slot {
    std::atomic<SlotState> state = SlotState::Free;
    std::array<char, PATH_MAX> path;
};
static_assert(std::atomic<SlotState>::is_always_lock_free);
std::array<Slot, 8> slots;

// nullopt where all are taken: then a signal leaves the file behind.
std::optional<std::size_t> claimSlot(const std::string& path) {
    if (path.size() >= PATH_MAX) return std::nullopt;
    for (std::size_t i = 0; i < slots.size(); ++i) {
        SlotState expected = SlotState::Free;
        if (!slots[i].state.compare_exchange_strong(expected, SlotState::Claimed)) continue;
        std::memcpy(slots[i].path.data(), path.c_str(), path.size() + 1);
        slots[i].state = SlotState::Live;
        return i;
    }
    return std::nullopt;
}

extern "C" void removeAndEnd(int signal) {
    for (const Slot& slot : slots)
        if (slot.state == SlotState::Live) ::unlink(slot.path.data());
    ::raise(signal); // the default action, as soon as this handler has returned
}

// The clock tells runs with the same process number apart, such as those of two containers.
std::string freshName() {
    static std::atomic<unsigned> counter = 0;
    return ".quoth-" + std::to_string(::getpid()) + "-" + std::to_string(counter++) + "-" +
           std::to_string(std::chrono::system_clock::now().time_since_epoch().count()) + ".tmp";
}

} // namespace

TemporaryFile::TemporaryFile(std::string path, std::optional<std::size_t> slot)
    : m_path(std::move(path)), m_slot(slot) {}

TemporaryFile::TemporaryFile(TemporaryFile&& other) noexcept
    : m_path(std::exchange(other.m_path, {})), m_slot(std::exchange(other.m_slot, std::nullopt)),
      m_descriptor(std::exchange(other.m_descriptor, -1)) {}

TemporaryFile::~TemporaryFile() {
    if (m_descriptor >= 0) ::close(m_descriptor);
    if (!m_path.empty()) ::unlink(m_path.c_str());
    forget();
}

void TemporaryFile::forget() {
    m_path.clear();
    if (m_slot) slots[*std::exchange(m_slot, std::nullopt)].state = SlotState::Free;
}

std::optional<TemporaryFile> TemporaryFile::create(const std::filesystem::path& folder) {
    constexpr int mostAttempts = 100;
    for (int attempt = 0; attempt < mostAttempts; ++attempt) {
        const std::string path = (folder / freshName()).string();
        // Known to the handler before it exists, so that no signal comes between.
        TemporaryFile file(path, claimSlot(path));
        file.m_descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (file.m_descriptor >= 0) return file;
        const int error = errno;
        file.forget(); // it is not ours
        errno = error;
        if (error != EEXIST) break;
    }
    return std::nullopt;
}

bool TemporaryFile::renameTo(const std::filesystem::path& target) {
    if (::close(std::exchange(m_descriptor, -1)) != 0) return false;
    if (::rename(m_path.c_str(), target.c_str()) != 0) return false;
    forget();
    return true;
}

void handleSignals() {
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    struct sigaction action {};
    action.sa_handler = removeAndEnd;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    for (const int signal : {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXCPU}) {
        struct sigaction old {};
        if (::sigaction(signal, nullptr, &old) == 0 && old.sa_handler != SIG_IGN)
            ::sigaction(signal, &action, nullptr);
    }
}

} // namespace quoth

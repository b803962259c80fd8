#include "core/support/child_process.h"

#include "core/support/descriptor.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <utility>

namespace quoth {
namespace {

using Clock = std::chrono::steady_clock;

struct Ends {
    Descriptor ours, childs;
};

std::optional<Ends> withChildsAboveStandard(int ours, int childs) {
    Ends ends{Descriptor(ours), Descriptor(childs)};
    // Its ends are copied to the standard descriptors.
    if (!ends.childs.moveAboveStandard()) return std::nullopt;
    return ends;
}

// A socket, because writing to one whose reader is gone can fail without a SIGPIPE.
std::optional<Ends> inputEnds() {
    std::array<int, 2> pair{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair.data()) != 0) return std::nullopt;
    return withChildsAboveStandard(pair[0], pair[1]);
}

std::optional<Ends> outputEnds() {
    std::array<int, 2> pair{};
    if (::pipe2(pair.data(), O_CLOEXEC) != 0) return std::nullopt;
    return withChildsAboveStandard(pair[0], pair[1]);
}

Unexpected failed(int error) {
    return unexpected(ErrorCode::Internal, "No other program can be started: " +
                                               std::generic_category().message(error) + ".");
}

Expected<pid_t> spawn(const std::filesystem::path& program, int input, int output) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawnattr_init(&attributes);
    ::posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    sigset_t none, all;
    ::sigemptyset(&none);
    ::sigfillset(&all);
    ::posix_spawnattr_setsigmask(&attributes, &none);
    ::posix_spawnattr_setsigdefault(&attributes, &all);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);

    std::string path = program.string();
    std::array<char*, 2> arguments = {path.data(), nullptr};
    std::array<char*, 1> environment = {nullptr};
    pid_t child = 0;
    const int error = ::posix_spawn(&child, path.c_str(), &actions, &attributes, arguments.data(),
                                    environment.data());
    ::posix_spawn_file_actions_destroy(&actions);
    ::posix_spawnattr_destroy(&attributes);
    if (error == 0) return child;
    if (error == ENOENT || error == ENOTDIR || error == EACCES || error == ENOEXEC)
        return unexpected(ErrorCode::NotFound, "There is no program " + path + ".");
    return failed(error);
}

// Writes and reads what can be written and read, without ever waiting for one of them alone.
class Conversation {
public:
    Conversation(Descriptor input, Descriptor output, std::string_view bytes,
                 const ChildLimits& limits, Clock::time_point deadline)
        : m_input(std::move(input)), m_output(std::move(output)), m_bytes(bytes), m_limits(limits),
          m_deadline(deadline) {}

    // nullopt where the child has closed its output within the limits.
    std::optional<ChildEnd> run() {
        while (m_output.isOpen()) {
            if (m_bytes.empty()) m_input.close(); // the child reads to the end of it
            const auto left =
                std::chrono::ceil<std::chrono::milliseconds>(m_deadline - Clock::now());
            if (left.count() <= 0) return ChildEnd::TookTooLong;
            std::array<pollfd, 2> polled = {
                {{m_output.number(), POLLIN, 0}, {m_input.number(), POLLOUT, 0}}};
            constexpr std::int64_t longestWait = 1'000'000; // fits an int
            const int ready =
                ::poll(polled.data(), polled.size(),
                       static_cast<int>(std::min<std::int64_t>(left.count(), longestWait)));
            if (ready <= 0) continue; // a signal, or the deadline
            if (polled[1].revents != 0) write();
            if (polled[0].revents != 0 && !read()) return ChildEnd::WroteTooMuch;
        }
        return std::nullopt;
    }

    std::string takeRead() { return std::move(m_read); }

private:
    void write() {
        const ssize_t count =
            ::send(m_input.number(), m_bytes.data(), m_bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count >= 0)
            m_bytes.remove_prefix(static_cast<std::size_t>(count));
        else if (errno != EINTR && errno != EAGAIN)
            m_bytes = {}; // the child reads no more
    }

    // False where it is too much.
    bool read() {
        std::array<char, 1U << 16> buffer;
        const ssize_t count = ::read(m_output.number(), buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR) return true;
        if (count <= 0) {
            m_output.close();
            return true;
        }
        m_read.append(buffer.data(), static_cast<std::size_t>(count));
        return m_read.size() <= m_limits.outputBytes;
    }

    Descriptor m_input, m_output;
    std::string_view m_bytes; // still to write
    const ChildLimits& m_limits;
    Clock::time_point m_deadline;
    std::string m_read;
};

// The child, which is killed where nobody has waited for its end.
class Child {
public:
    explicit Child(pid_t id) : m_id(id) {}
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() { kill(); }

    void kill() {
        if (m_id == 0) return;
        ::kill(m_id, SIGKILL);
        wait(0);
    }

    // Its wait status; nullopt where it has not ended by then.
    std::optional<int> waitUntil(Clock::time_point deadline) {
        constexpr std::chrono::milliseconds pause(1); // it ends as it closes its output
        for (;;) {
            if (const auto status = wait(WNOHANG)) return status;
            if (Clock::now() >= deadline) return std::nullopt;
            std::this_thread::sleep_for(pause);
        }
    }

private:
    std::optional<int> wait(int options) {
        int status = 0;
        pid_t waited = 0;
        do
            waited = ::waitpid(m_id, &status, options);
        while (waited < 0 && errno == EINTR);
        if (waited == 0) return std::nullopt;
        // Where somebody else has waited for it, nobody knows how it ended: not as it should.
        if (waited < 0) status = SIGKILL;
        m_id = 0;
        return status;
    }

    pid_t m_id;
};

} // namespace

Expected<ChildOutput> runChild(const std::filesystem::path& program, std::string_view input,
                               const ChildLimits& limits) {
    const Clock::time_point deadline = Clock::now() + limits.wallTime;
    auto in = inputEnds();
    if (!in) return failed(errno);
    auto out = outputEnds();
    if (!out) return failed(errno);
    const auto id = spawn(program, in->childs.number(), out->childs.number());
    if (!id) return unexpected(id.error());
    Child child(*id);
    in->childs.close();
    out->childs.close();

    Conversation conversation(std::move(in->ours), std::move(out->ours), input, limits, deadline);
    const auto cut = conversation.run();
    const auto status = cut ? std::nullopt : child.waitUntil(deadline);
    child.kill();
    ChildOutput result;
    result.output = conversation.takeRead();
    if (!status) {
        result.end = cut.value_or(ChildEnd::TookTooLong);
    } else if (WIFEXITED(*status)) {
        result.status = WEXITSTATUS(*status);
    } else {
        result.end = ChildEnd::Crashed;
        result.status = WTERMSIG(*status);
    }
    return result;
}

} // namespace quoth

// A file descriptor that is closed with its owner.
#pragma once

#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace quoth {

class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int number) : m_number(number) {} // below 0: none
    Descriptor(Descriptor&& other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(m_number, other.m_number);
        return *this;
    }
    ~Descriptor() { close(); }

    int number() const { return m_number; }
    bool isOpen() const { return m_number >= 0; }
    void close() {
        if (isOpen()) ::close(std::exchange(m_number, -1));
    }
    // Out of the way of the standard descriptors. False where that fails; errno says why.
    bool moveAboveStandard() {
        if (m_number > STDERR_FILENO) return true;
        *this = Descriptor(::fcntl(m_number, F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
        return isOpen();
    }

private:
    int m_number = -1;
};

} // namespace quoth

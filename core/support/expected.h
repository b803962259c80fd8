// Expected<T>: a value or an Error. The shape is std::expected's (C++23), which neither compiler of
// the supported platform offers in C++20; when both do, this file becomes an alias.
#pragma once

#include "core/support/error.h"

#include <cassert>
#include <utility>
#include <variant>

namespace quoth {

struct Unexpected {
    Error error;
};

inline Unexpected unexpected(ErrorCode code, std::string message,
                             std::optional<std::size_t> offset = std::nullopt) {
    return {Error{code, std::move(message), offset}};
}
inline Unexpected unexpected(Error error) {
    return {std::move(error)};
}

template <class T>
class [[nodiscard]] Expected {
public:
    using value_type = T;

    Expected(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Expected(Unexpected failure) : m_state(std::in_place_index<1>, std::move(failure.error)) {}

    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }

    // Preconditions: has_value() for the value, !has_value() for the error.
    T& value() & {
        assert(has_value());
        return *std::get_if<0>(&m_state);
    }
    const T& value() const& {
        assert(has_value());
        return *std::get_if<0>(&m_state);
    }
    T&& value() && {
        assert(has_value());
        return std::move(*std::get_if<0>(&m_state));
    }
    const Error& error() const {
        assert(!has_value());
        return *std::get_if<1>(&m_state);
    }

    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

private:
    std::variant<T, Error> m_state;
};

// For functions that only succeed or fail.
using Outcome = Expected<std::monostate>;

} // namespace quoth

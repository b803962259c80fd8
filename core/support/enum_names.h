// The names that files give to the values of an enumeration: of all its values, in their order,
// from 0 on.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace quoth {

template <class Enum, std::size_t n>
struct EnumNames {
    std::array<std::string_view, n> names;

    constexpr std::string_view of(Enum value) const {
        return names[static_cast<std::size_t>(value)];
    }
    constexpr std::optional<Enum> find(std::string_view name) const { // nullopt: no value's name
        for (std::size_t i = 0; i < n; ++i)
            if (names[i] == name) return static_cast<Enum>(i);
        return std::nullopt;
    }
};

} // namespace quoth

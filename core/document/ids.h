// Typed ids: an index into the document's vector of that kind, never a pointer or a bare int.
#pragma once

#include <cstddef> // before <compare>, which Qt 6.4's moc cannot read as the first one

#include <compare>
#include <cstdint>
#include <functional>

namespace quoth {

template <class Tag>
struct Id {
    std::uint32_t value = 0;

    auto operator<=>(const Id&) const = default;
};

using EntityId = Id<struct EntityTag>;
using QuoteId = Id<struct QuoteTag>;
using TimeId = Id<struct TimeTag>;
using EventId = Id<struct EventTag>;

template <class Tag>
Id<Tag> makeId(std::size_t index) {
    return {static_cast<std::uint32_t>(index)};
}

} // namespace quoth

template <class Tag>
struct std::hash<quoth::Id<Tag>> {
    std::size_t operator()(quoth::Id<Tag> id) const noexcept {
        return std::hash<std::uint32_t>{}(id.value);
    }
};

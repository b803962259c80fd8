// A map from strings to 32-bit values for lexicons of many thousand entries: keys lie in one
// buffer, slots in one open-addressing array, so that loading costs a few allocations and a lookup
// none. Filled once, then only read; const calls are thread-safe.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

class StringTable {
public:
    // Makes room for so many keys at once.
    void reserve(std::size_t keys);
    // The value of `key`, added as 0 where it is new. Valid until the next call.
    std::uint32_t& operator[](std::string_view key);
    // Null where the key is unknown.
    const std::uint32_t* find(std::string_view key) const;
    std::size_t size() const { return m_count; }

private:
    friend class BitFiller;
    struct Slot {
        std::uint32_t hash = 0; // 0 marks a free slot
        std::uint32_t begin = 0, size = 0;
        std::uint32_t value = 0;
    };

    std::size_t slotOf(std::string_view key, std::uint32_t hash) const;
    std::uint32_t& at(std::string_view key, std::uint32_t hash);
    void resize(std::size_t slots);

    std::string m_keys;
    std::vector<Slot> m_slots;
    std::size_t m_count = 0;
};

// Joins bits to the values of very many keys, some at a time, so that the memory that their slots
// lie in is fetched side by side. They are in the table once flush() was called.
class BitFiller {
public:
    explicit BitFiller(StringTable& table) : m_table(table) {}

    void add(std::string_view key, std::uint32_t bits);
    void flush();

private:
    struct Pending {
        std::string key;
        std::uint32_t hash = 0, bits = 0;
    };

    StringTable& m_table;
    std::array<Pending, 64> m_pending; // kept for their memory
    std::size_t m_count = 0;
};

} // namespace quoth

#include "core/support/string_table.h"

#include <bit>

namespace quoth {
namespace {

// FNV-1a with a final mix; never 0, which marks a free slot.
std::uint32_t hashOf(std::string_view key) {
    std::uint32_t hash = 2166136261u;
    for (const char c : key)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    hash ^= hash >> 15;
    return hash == 0 ? 1 : hash;
}

} // namespace

std::size_t StringTable::slotOf(std::string_view key, std::uint32_t hash) const {
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t i = hash & mask;; i = (i + 1) & mask) {
        const Slot& slot = m_slots[i];
        if (slot.hash == 0) return i;
        if (slot.hash == hash && slot.size == key.size() &&
            std::string_view(m_keys).substr(slot.begin, slot.size) == key)
            return i;
    }
}

void StringTable::reserve(std::size_t keys) {
    const std::size_t slots = std::bit_ceil(2 * keys);
    if (slots > m_slots.size()) resize(slots);
    m_keys.reserve(8 * keys);
}

void StringTable::resize(std::size_t slots) {
    const std::vector<Slot> old = std::move(m_slots);
    m_slots.assign(slots, Slot{});
    const std::size_t mask = m_slots.size() - 1;
    for (const Slot& slot : old) {
        if (slot.hash == 0) continue;
        std::size_t i = slot.hash & mask;
        while (m_slots[i].hash != 0)
            i = (i + 1) & mask;
        m_slots[i] = slot;
    }
}

std::uint32_t& StringTable::operator[](std::string_view key) {
    return at(key, hashOf(key));
}

std::uint32_t& StringTable::at(std::string_view key, std::uint32_t hash) {
    if (2 * (m_count + 1) > m_slots.size()) resize(m_slots.empty() ? 1024 : 2 * m_slots.size());
    Slot& slot = m_slots[slotOf(key, hash)];
    if (slot.hash == 0) {
        slot = {hash, static_cast<std::uint32_t>(m_keys.size()),
                static_cast<std::uint32_t>(key.size()), 0};
        m_keys += key;
        ++m_count;
    }
    return slot.value;
}

const std::uint32_t* StringTable::find(std::string_view key) const {
    if (m_slots.empty()) return nullptr;
    const Slot& slot = m_slots[slotOf(key, hashOf(key))];
    return slot.hash == 0 ? nullptr : &slot.value;
}

void BitFiller::add(std::string_view key, std::uint32_t bits) {
    Pending& pending = m_pending[m_count++];
    pending.key = key;
    pending.hash = hashOf(key);
    pending.bits = bits;
    if (!m_table.m_slots.empty())
        __builtin_prefetch(&m_table.m_slots[pending.hash & (m_table.m_slots.size() - 1)], 1);
    if (m_count == m_pending.size()) flush();
}

void BitFiller::flush() {
    for (std::size_t i = 0; i < m_count; ++i)
        m_table.at(m_pending[i].key, m_pending[i].hash) |= m_pending[i].bits;
    m_count = 0;
}

} // namespace quoth

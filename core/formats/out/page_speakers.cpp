#include "core/formats/out/page_speakers.h"

#include "core/support/unicode.h"

#include <unordered_set>

namespace quoth {
namespace {

// First letter of the first and of the last word that has one.
std::string initials(std::string_view name) {
    std::string first, last;
    bool inWord = false;
    for (std::size_t i = 0; i < name.size();) {
        const CodePoint c = codePointAt(name, i);
        const bool letter = isLetter(c.value) || isDigit(c.value);
        if (letter && !inWord) (first.empty() ? first : last) = toUpper(name.substr(i, c.length));
        inWord = !isSpace(c.value) && (inWord || letter);
        i += c.length;
    }
    return first + last;
}

} // namespace

PageSpeakers::PageSpeakers(const Document& document) {
    std::unordered_set<std::string> taken;
    for (const EntityId speaker : document.speakers()) {
        const std::size_t number = m_all.size() + 1;
        std::string badge = initials(document.entity(speaker).name);
        if (badge.empty() || !taken.insert(badge).second) badge = std::to_string(number);
        m_all.push_back({speaker, std::move(badge), 0});
        m_number.emplace(speaker, number);
    }
    for (const Quote& quote : document.quotes())
        if (quote.speaker) ++m_all[m_number.at(*quote.speaker) - 1].quotes;
}

std::size_t PageSpeakers::number(const std::optional<EntityId>& entity) const {
    if (!entity) return 0;
    const auto it = m_number.find(*entity);
    return it == m_number.end() ? 0 : it->second;
}

std::string PageSpeakers::className(const std::optional<EntityId>& entity) const {
    return "s" + std::to_string(number(entity));
}

} // namespace quoth

#include "core/formats/out/speaker_badges.h"

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

std::vector<std::string> speakerBadges(const Document& document) {
    std::vector<std::string> badges;
    std::unordered_set<std::string> taken;
    for (const EntityId speaker : document.speakers()) {
        std::string badge = initials(document.entity(speaker).name);
        if (badge.empty() || !taken.insert(badge).second) {
            badge = std::to_string(badges.size() + 1);
            taken.insert(badge);
        }
        badges.push_back(std::move(badge));
    }
    return badges;
}

} // namespace quoth

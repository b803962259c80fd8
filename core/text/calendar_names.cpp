#include "core/text/calendar_names.h"

#include "core/support/unicode.h"

#include <string>

namespace quoth {
namespace {

// Is the word in lower case the name or its first three letters?
bool isShortOrFull(std::string_view lower, std::string_view name) {
    return (lower.size() == name.size() || lower.size() == 3) && lower[0] == name[0] - 'A' + 'a' &&
           name.substr(1).starts_with(lower.substr(1));
}

// The place of the name that the word is, from 1; 0 for none.
template <std::size_t n>
unsigned placeOf(std::string_view word, const std::array<std::string_view, n>& names) {
    constexpr std::size_t longest = 9; // "September", "Wednesday"
    if (word.size() < 3 || word.size() > longest) return 0;
    const std::string lower = toLower(word);
    for (unsigned i = 0; i < n; ++i)
        if (isShortOrFull(lower, names[i])) return i + 1;
    return 0;
}

} // namespace

unsigned monthOf(std::string_view word) {
    constexpr unsigned september = 9;
    return word.size() == 4 && toLower(word) == "sept" ? september : placeOf(word, monthNames);
}

unsigned weekdayOf(std::string_view word) {
    return placeOf(word, weekdayNames);
}

} // namespace quoth

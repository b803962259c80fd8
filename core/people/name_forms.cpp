#include "core/people/name_forms.h"

#include "core/people/people_limits.h"
#include "core/support/unicode.h"
#include "core/word_sets/people.h"

#include <algorithm>

namespace quoth {
namespace {

std::size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] =
                std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            diagonal = above;
        }
    }
    return row.back();
}

bool sameForename(std::string_view a, std::string_view b) {
    if (a == b) return true;
    if (a.size() == 1 || b.size() == 1) return a[0] == b[0];
    return spellingVariants(a, b);
}

} // namespace

bool isSmallWord(std::string_view word) {
    return words::smallWords.contains(word);
}

NameWords nameWords(std::string_view name) {
    NameWords words;
    std::string current;
    const auto flush = [&] {
        while (!current.empty() && current.back() == '.')
            current.pop_back();
        if (!current.empty()) words.push_back(std::move(current));
        current.clear();
    };
    const std::string lower = foldAccents(name);
    for (std::size_t i = 0; i < lower.size();) {
        const CodePoint c = codePointAt(lower, i);
        if (isSpace(c.value) || c.value == ',' || c.value == '/')
            flush();
        else if (c.value == 0x2019)
            current += '\'';
        else
            current.append(lower, i, c.length);
        i += c.length;
    }
    flush();
    return words;
}

bool spellingVariants(std::string_view a, std::string_view b) {
    using namespace people_limits;
    const std::size_t shorter = std::min(a.size(), b.size()), longer = std::max(a.size(), b.size());
    if (shorter < shortestVariant || longer > longestVariant || a[0] != b[0]) return false;
    if (longer - shorter > differentInLong) return false;
    return editDistance(a, b) <= (longer >= longName ? differentInLong : differentInShort);
}

bool isSurnameOf(const NameWords& longer, const NameWords& shorter) {
    if (shorter.size() < 2 || shorter.size() >= longer.size()) return false;
    const auto tail = longer.end() - static_cast<std::ptrdiff_t>(shorter.size());
    return std::equal(shorter.begin(), shorter.end() - 1, tail) &&
           (shorter.back() == longer.back() || spellingVariants(shorter.back(), longer.back()));
}

bool samePerson(const NameWords& a, const NameWords& b) {
    if (a.size() < 2 || b.size() < 2) return a == b;
    const NameWords& longer = a.size() >= b.size() ? a : b;
    const NameWords& shorter = a.size() >= b.size() ? b : a;
    const bool sameSurname =
        a.back() == b.back() || (a.front() == b.front() && spellingVariants(a.back(), b.back()));
    if (sameSurname && sameForename(a.front(), b.front())) return true;
    // A double surname or a middle name: "Maria Garcia" in "Ana Maria Garcia Lopez", in this order.
    if (longer.size() < 3 || longer.size() == shorter.size()) return false;
    auto at = longer.begin();
    for (const std::string& word : shorter) {
        at = std::find(at, longer.end(), word);
        if (at == longer.end()) return false;
        ++at;
    }
    return true;
}

std::vector<std::string> acronymsOf(const NameWords& name) {
    std::vector<std::string> out;
    if (name.size() < 2) return out;
    for (const bool withSmall : {false, true}) {
        std::string initials;
        for (const std::string& word : name)
            if (withSmall || !isSmallWord(word)) initials += word[0];
        // "UN" for "United Nations" but also "SNAI" and "US-led" leave letters out; a leading one
        // may be a country's ("EAAT" for "Egyptian Association against Torture" keeps all).
        if (initials.size() > people_limits::shortestAcronym + 1) out.push_back(initials.substr(1));
        if (initials.size() >= people_limits::shortestAcronym) out.push_back(std::move(initials));
    }
    return out;
}

bool containsName(const NameWords& whole, const NameWords& part) {
    return std::all_of(part.begin(), part.end(), [&](const std::string& word) {
        return isSmallWord(word) || std::find(whole.begin(), whole.end(), word) != whole.end();
    });
}

} // namespace quoth

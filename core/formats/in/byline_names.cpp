#include "core/formats/in/byline_names.h"

#include "core/formats/in/html_tree.h"
#include "core/support/unicode.h"
#include "core/support/word_set.h"
#include "core/text/calendar_names.h"
#include "core/text/lines.h"
#include "core/word_sets/formats.h"
#include "core/word_sets/text.h"

#include <algorithm>
#include <optional>

namespace quoth {
namespace {

constexpr std::size_t longestByline = 200; // bytes; what is longer is a text
constexpr std::size_t mostNames = 12;
constexpr std::size_t mostWords = 6; // of a name

std::vector<std::string> wordsOf(std::string_view text) {
    std::vector<std::string> out;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        if (end > begin) out.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return out;
}

// Letters of the word's ASCII form: without the marks around it, in lower case.
std::string bare(std::string_view word) {
    const auto isMark = [](char c) {
        return static_cast<unsigned char>(c) < 0x80 && !(c >= '0' && c <= '9') &&
               !((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    };
    while (!word.empty() && isMark(word.front()))
        word.remove_prefix(1);
    while (!word.empty() && isMark(word.back()))
        word.remove_suffix(1);
    return toLower(word);
}

bool isParticle(std::string_view lower) { // lower-case words within names
    return words::nameParticles.contains(lower) || words::organizationLinks.contains(lower);
}

// What an author is or does, beside what lines.h knows.
bool isRole(std::string_view lower) {
    return isBylineRole(lower) || words::authorRoles.contains(lower);
}

bool isOutlet(std::string_view lower) { // ends or begins the name of a paper, a station, an agency
    return words::outletWords.contains(lower);
}

bool standsForNobody(const std::string& lower) {
    return words::nobodies.contains(lower);
}

bool isMonthOrDay(const std::string& lower) {
    return monthOf(lower) != 0 || weekdayOf(lower) != 0;
}

bool hasDigit(std::string_view word) {
    return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Does the word, with which a part may begin, come after all names: a date, a note, an address?
bool endsNames(const std::vector<std::string>& words, std::size_t i, bool first) {
    const std::string& word = words[i];
    if (hasDigit(word) || word.find('@') != std::string::npos ||
        word.find("://") != std::string::npos || word.starts_with("www.") || word.starts_with('('))
        return true;
    const std::string lower = bare(word);
    const bool dateFollows =
        i + 1 < words.size() && (hasDigit(words[i + 1]) || monthOf(bare(words[i + 1])) != 0);
    // "April Snow" is a name, "April 5" is none.
    if (isMonthOrDay(lower)) return dateFollows || (!first && i + 1 == words.size());
    return words::nameEnds.contains(lower) ||
           (words::lowerNameEnds.contains(lower) && isLower(codePointAt(word, 0).value));
}

// "By ", "Written by ", "Author: ", and "By" that a page has glued to the name.
std::string_view withoutLead(std::string_view text) {
    constexpr std::size_t longest = 24; // bytes
    while (const auto lead = words::nameLeads.prefixOf(toLower(text.substr(0, longest))).size())
        text.remove_prefix(lead);
    if (text.size() > 3 && text.starts_with("By") && text[2] >= 'A' && text[2] <= 'Z' &&
        isLower(codePointAt(text, 3).value))
        text.remove_prefix(2);
    return text;
}

// How a part of the byline is joined to the one before.
enum class Joint { First, And, Comma, Bar };

std::optional<Joint> jointOf(std::string_view word) {
    const std::string lower = toLower(word);
    if (lower == "and" || word == "&" || lower == "with") return Joint::And;
    static constexpr WordSet bars({"|", "/", "-", "–", "—", "•", "·", "//"});
    if (bars.contains(word)) return Joint::Bar;
    return std::nullopt;
}

struct Part {
    Joint joint = Joint::First;
    std::vector<std::string> words; // without commas
};

// "Ann Smith for The Guardian": from "for" on; not in "Centre for Public Integrity".
bool namesEmployer(const std::vector<std::string>& words, std::size_t i, std::size_t before) {
    if (words[i] != "for" || before < 2 || i + 1 >= words.size()) return false;
    return words[i + 1] == "the" || words[i + 1] == "The" || isOutlet(bare(words[i + 1])) ||
           isOutlet(bare(words.back()));
}

// "MPH", "J.D.", "RN": what a person may bear after a comma.
bool isCredential(const std::vector<std::string>& words) {
    constexpr std::size_t longest = 5;
    return words.size() == 1 && words[0].size() <= longest && isAllCaps(words[0]);
}

// Up to where the names end.
std::vector<Part> partsOf(const std::vector<std::string>& words) {
    std::vector<Part> out(1);
    const auto next = [&](Joint joint) {
        if (out.back().words.empty())
            out.back().joint = out.size() == 1 ? Joint::First : joint; // ", and"
        else
            out.push_back({joint, {}});
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (endsNames(words, i, out.back().words.empty())) break;
        if (const auto joint = jointOf(words[i])) {
            next(*joint);
            continue;
        }
        if (namesEmployer(words, i, out.back().words.size())) break;
        std::string word = words[i];
        const bool comma = word.back() == ',' || word.back() == ';';
        while (!word.empty() && (word.back() == ',' || word.back() == ';' || word.back() == ':'))
            word.pop_back();
        if (!word.empty()) out.back().words.push_back(std::move(word));
        if (comma) next(Joint::Comma);
    }
    if (out.back().words.empty()) out.pop_back();
    return out;
}

// "al-Hassan", "ibn-Rushd": lower-case before its hyphen only.
bool hasPrefix(std::string_view word) {
    const std::size_t hyphen = word.find('-');
    return hyphen != std::string_view::npos && startsUpper(word.substr(hyphen + 1));
}

bool looksLikeName(const std::vector<std::string>& words) {
    bool anyName = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const char32_t first = codePointAt(words[i], 0).value;
        if (isLower(first) && !hasPrefix(words[i]) &&
            (i + 1 == words.size() || !isParticle(toLower(words[i]))))
            return false;
        anyName = anyName || (isLetter(first) && !isLower(first));
    }
    return anyName && words.size() <= mostWords;
}

// "Mia Stone Staff Writer" without what she is.
void dropRole(std::vector<std::string>& words) {
    std::size_t end = words.size();
    while (end > 2 && isRole(bare(words[end - 1])))
        --end;
    words.resize(end);
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words)
        out += (out.empty() ? "" : " ") + word;
    return out;
}

} // namespace

std::vector<std::string> namesInByline(std::string_view byline) {
    std::string text;
    bool space = false;
    appendCollapsed(text, byline.substr(0, 2 * longestByline), space);
    if (text.size() > longestByline) return {};

    std::vector<std::string> out;
    for (Part& part : partsOf(wordsOf(withoutLead(text)))) {
        if (part.joint == Joint::Bar && !out.empty()) break;
        dropRole(part.words);
        const std::string name = joined(part.words);
        const bool day = part.words.size() == 1 && isMonthOrDay(bare(part.words.front()));
        if (day || !looksLikeName(part.words) || standsForNobody(toLower(name))) {
            if (part.joint == Joint::First && out.empty()) continue;
            if (part.joint != Joint::Comma) break;
            continue;
        }
        const auto& words = part.words;
        const bool role = std::any_of(words.begin(), words.end(),
                                      [](const std::string& w) { return isRole(bare(w)); });
        const bool outlet = isOutlet(bare(words.back())) || isOutlet(bare(words.front()));
        if (!out.empty() && part.joint == Joint::Comma && isCredential(words)) continue;
        if (!out.empty() && (role || (outlet && part.joint == Joint::Comma))) continue;
        if (out.size() < mostNames && std::find(out.begin(), out.end(), name) == out.end())
            out.push_back(name);
    }
    return out;
}

bool saysBy(std::string_view line) {
    return withoutLead(line).size() < line.size();
}

std::string enumerated(const std::vector<std::string>& names) {
    std::string out;
    for (std::size_t i = 0; i < names.size(); ++i)
        out += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
    return out;
}

} // namespace quoth

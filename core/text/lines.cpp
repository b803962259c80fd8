#include "core/text/lines.h"

#include "core/support/unicode.h"
#include "core/support/word_set.h"
#include "core/text/calendar_names.h"
#include "core/text/stated_date.h"
#include "core/text/word_lists.h"
#include "core/word_sets/text.h"

#include <string>

namespace quoth {
namespace {

bool isClosing(char32_t c) {
    return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201C || c == 0x201D ||
           c == 0x2019 || c == 0xBB || c == '*';
}

// Calls with every run of non-white space of the line.
template <class F>
void eachWord(std::string_view line, F f) {
    for (std::size_t i = 0; i < line.size();) {
        CodePoint c = codePointAt(line, i);
        if (isSpace(c.value)) {
            i += c.length;
            continue;
        }
        const std::size_t begin = i;
        while (i < line.size() && !isSpace((c = codePointAt(line, i)).value))
            i += c.length;
        f(line.substr(begin, i - begin));
    }
}

std::string_view stripMarks(std::string_view word) { // punctuation at both ends
    while (!word.empty()) {
        const CodePoint c = codePointAt(word, 0);
        if (isLetter(c.value) || isDigit(c.value)) break;
        word.remove_prefix(c.length);
    }
    while (!word.empty()) {
        const CodePoint c = codePointBefore(word, word.size());
        if (isLetter(c.value) || isDigit(c.value)) break;
        word.remove_suffix(c.length);
    }
    return word;
}

bool isNameLink(std::string_view word) { // lower-case words within names and between them
    return words::nameParticles.contains(word) || words::nameLinks.contains(word);
}

bool isAgency(std::string_view lower) {
    return words::agencies.contains(lower);
}

template <std::size_t n>
bool startsWithAnyNoCase(std::string_view line, const WordSet<n>& leads) {
    return leads.hasPrefixOf(toLower(line.substr(0, 40)));
}

bool isHost(std::string_view word) { // newsclick.in
    const std::size_t stop = word.find('.');
    return stop != std::string_view::npos && stop > 0 && stop + 2 < word.size();
}

// An agency between brackets or after a dash: "AP", "Reuters", "AFP, Reuters", "newsclick.in".
bool namesAgency(std::string_view text) {
    bool known = false, plain = true;
    std::size_t words = 0;
    eachWord(text, [&](std::string_view raw) {
        const std::string_view word = stripMarks(raw);
        if (word.empty()) return;
        ++words;
        const bool caps = isAllCaps(word) && word.size() <= 8;
        known = known || caps || isHost(word) || isAgency(toLower(word));
        for (const char part : {'/', '-'}) // AFP/Reuters
            if (const auto at = word.find(part); at != std::string_view::npos)
                known = known || isAgency(toLower(word.substr(0, at)));
        plain = plain && (startsUpper(word) || caps || isHost(word) || isAgency(toLower(word)) ||
                          isNameLink(toLower(word)));
    });
    return known && plain && words <= 5;
}

} // namespace

LineShape shapeOfLine(std::string_view line) {
    LineShape shape;
    std::size_t longer = 0, capitals = 0, letters = 0, lower = 0;
    eachWord(line, [&](std::string_view raw) {
        ++shape.words;
        const std::string_view word = stripMarks(raw);
        if (word.size() < 4) return;
        ++longer;
        capitals += startsUpper(word) || isDigit(codePointAt(word, 0).value);
    });
    shape.titleCased = longer >= 2 && capitals * 10 >= longer * 8;
    for (std::size_t i = 0; i < line.size() && i < 400;) {
        const CodePoint c = codePointAt(line, i);
        letters += isLetter(c.value);
        lower += isLower(c.value);
        i += c.length;
    }
    shape.allCaps = letters >= 3 && lower == 0;
    std::string_view rest = line;
    while (!rest.empty() && isClosing(codePointBefore(rest, rest.size()).value))
        rest.remove_suffix(codePointBefore(rest, rest.size()).length);
    const char32_t last = codePointBefore(rest, rest.size()).value;
    shape.endsFull = last == '.' || last == 0x3002;
    shape.endsSentence =
        shape.endsFull || last == '!' || last == '?' || last == 0x2026 || last == 0xFF01;
    shape.endsOpen = last == ',' || last == ';' || last == ':';
    const CodePoint first = codePointAt(line, 0);
    const char32_t second = codePointAt(line, first.length).value;
    shape.startsItem = first.value == 0x2022 || first.value == 0x25AA || first.value == 0x25CF ||
                       first.value == 0x25E6 || first.value == 0xB7 ||
                       ((isDash(first.value) || first.value == '*') && isSpace(second));
    shape.startsLower = isLower(first.value);
    return shape;
}

bool isBylineRole(std::string_view lower) {
    return words::bylineRoles.contains(lower);
}

bool isByline(std::string_view line) {
    if (line.size() > 160) return false;
    bool names = true, role = false, agencyFirst = false;
    std::size_t words = 0, capitals = 0;
    const bool by = startsWithAnyNoCase(line, words::bylineLeads);
    eachWord(line, [&](std::string_view raw) {
        const std::string_view word = stripMarks(raw);
        const std::string lower = toLower(word);
        if (words == 0) agencyFirst = isAgency(lower);
        ++words;
        if (word.empty() || (by && words <= 2 && (lower == "by" || lower == "written"))) return;
        const bool capital = startsUpper(word);
        capitals += capital;
        role = role || isBylineRole(lower);
        if ((!capital && !isNameLink(lower) && !isBylineRole(lower) &&
             !(words > 1 && isHost(word))) ||
            (capital && monthOf(word) != 0 && words == 2))
            names = false;
    });
    if (!names || words > 14 || capitals == 0) return false;
    const LineShape shape = shapeOfLine(line);
    if (by) return words >= 2 && words <= 14;
    if (shape.endsSentence) return false;
    if (role && words <= 10 && capitals >= 2) return true;
    return agencyFirst && words <= 5; // "AFP in Paris", "Associated Press"
}

bool isPersonName(std::string_view line) {
    std::size_t words = 0;
    bool names = true;
    eachWord(line, [&](std::string_view word) {
        ++words;
        const std::string_view core = stripMarks(word);
        const bool initial = word.size() == 2 && word[1] == '.';
        names = names && startsUpper(core) && (core == word || initial) &&
                !isStarter(toLower(core)) && (words == 1 || !isAllCaps(core));
    });
    return names && words >= 2 && words <= 4;
}

bool isDatedLine(std::string_view line) {
    if (line.size() > 120 || !findFullDate(line)) return false;
    if (startsWithAnyNoCase(line, words::dateLeads)) return true;
    const LineShape shape = shapeOfLine(line);
    return shape.words <= 9 && !shape.endsSentence;
}

bool isCreditLine(std::string_view line) {
    if (line.size() > 240) return false;
    if (startsWithAnyNoCase(line, words::creditLeads)) return true;
    // A caption: "The bridge at dawn. Photo: Reuters"
    for (const std::string_view label : words::pictureLabels)
        if (const std::size_t at = line.find(label); at != std::string_view::npos)
            return at + label.size() + 40 > line.size();
    if (line.size() > 60) return false;
    if (line.front() == '(' && line.back() == ')')
        return namesAgency(line.substr(1, line.size() - 2));
    const CodePoint first = codePointAt(line, 0);
    std::string_view rest = line.substr(first.length);
    if (!isDash(first.value)) return false;
    while (!rest.empty() && (rest.front() == ' ' || rest.front() == '-'))
        rest.remove_prefix(1);
    const std::string_view word = stripMarks(rest);
    return namesAgency(rest) && (isAgency(toLower(word)) || shapeOfLine(rest).words <= 3);
}

bool isAddressLine(std::string_view line) {
    const std::string lower = toLower(line.substr(0, 8));
    const bool address =
        lower.starts_with("http://") || lower.starts_with("https://") || lower.starts_with("www.");
    return address && line.find(' ') == std::string_view::npos;
}

std::optional<std::size_t> creditTail(std::string_view line) {
    constexpr std::size_t reach = 60;
    const std::size_t from = line.size() > reach ? line.size() - reach : 0;
    // The last stop that white space and a dash or bracket follow.
    for (std::size_t i = line.size(); i-- > from;) {
        if (line[i] != '.' && line[i] != '!' && line[i] != '?') continue;
        std::size_t at = i + 1;
        while (at < line.size() && isClosing(codePointAt(line, at).value))
            at += codePointAt(line, at).length;
        std::size_t begin = at;
        while (begin < line.size() && isSpace(codePointAt(line, begin).value))
            begin += codePointAt(line, begin).length;
        if (begin == at || begin >= line.size()) continue;
        const std::string_view tail = line.substr(begin);
        const CodePoint first = codePointAt(tail, 0);
        const bool credit =
            isDash(first.value)
                ? isCreditLine(tail)
                : first.value == '(' && tail.find(')') >= tail.size() - 2 && namesAgency(tail);
        if (credit) return begin;
    }
    return std::nullopt;
}

} // namespace quoth

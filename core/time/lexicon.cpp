#include "core/time/lexicon.h"

#include "core/support/unicode.h"
#include "core/text/calendar_names.h"
#include "core/time/calendar.h"
#include "core/word_sets/time.h"

#include <string>
#include <unordered_map>

namespace quoth {
namespace {

using namespace word_class;
using Entries = std::unordered_map<std::string, WordEntry>;

void addMonthsAndDays(Entries& entries) {
    for (std::size_t i = 0; i < monthNames.size(); ++i) {
        const std::string name = toLower(monthNames[i]);
        const int value = static_cast<int>(i) + 1;
        entries[name.substr(0, 3)] = {Month, value, true};
        entries[name] = {Month, value, words::ambiguousMonths.contains(name)};
    }
    entries["sept"] = {Month, 9, true};
    for (std::size_t i = 0; i < weekdayNames.size(); ++i) {
        const std::string name = toLower(weekdayNames[i]);
        const int value = static_cast<int>(i) + 1;
        entries[name.substr(0, 3)] = {Weekday, value, true};
        entries[name] = {Weekday, value, false};
        entries[name + "s"] = {Weekdays, value, false};
    }
    entries["tues"] = {Weekday, 2, true};
    entries["thurs"] = {Weekday, 4, true};
}

void addUnits(Entries& entries) {
    struct Name {
        const char *one, *many;
        TimeUnit unit;
    };
    constexpr Name units[] = {{"second", "seconds", TimeUnit::Second},
                              {"minute", "minutes", TimeUnit::Minute},
                              {"min", "mins", TimeUnit::Minute},
                              {"hour", "hours", TimeUnit::Hour},
                              {"hr", "hrs", TimeUnit::Hour},
                              {"day", "days", TimeUnit::Day},
                              {"night", "nights", TimeUnit::Night},
                              {"weekend", "weekends", TimeUnit::Weekend},
                              {"week", "weeks", TimeUnit::Week},
                              {"fortnight", "fortnights", TimeUnit::Fortnight},
                              {"month", "months", TimeUnit::Month},
                              {"quarter", "quarters", TimeUnit::Quarter},
                              {"year", "years", TimeUnit::Year},
                              {"decade", "decades", TimeUnit::Decade},
                              {"century", "centuries", TimeUnit::Century}};
    for (const Name& name : units) {
        entries[name.one] = {Unit, static_cast<int>(name.unit), false};
        entries[name.many] = {Units, static_cast<int>(name.unit), false};
    }
    entries["second"].classes |= Ordinal; // its value is the unit's
    constexpr std::pair<const char*, TimeUnit> frequencies[] = {
        {"hourly", TimeUnit::Hour},           {"daily", TimeUnit::Day},
        {"nightly", TimeUnit::Day},           {"weekly", TimeUnit::Week},
        {"fortnightly", TimeUnit::Fortnight}, {"monthly", TimeUnit::Month},
        {"quarterly", TimeUnit::Quarter},     {"yearly", TimeUnit::Year},
        {"annually", TimeUnit::Year}};
    for (const auto& [word, unit] : frequencies)
        entries[word] = {Frequency, static_cast<int>(unit), false};
}

void addNumbers(Entries& entries) {
    constexpr const char* small[] = {"zero",    "one",     "two",       "three",    "four",
                                     "five",    "six",     "seven",     "eight",    "nine",
                                     "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
                                     "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
    int value = 0;
    for (const std::string word : small)
        entries[word] = {Number, value++, false};
    constexpr const char* tens[] = {"twenty", "thirty",  "forty",  "fifty",
                                    "sixty",  "seventy", "eighty", "ninety"};
    value = 20;
    for (const std::string word : tens) {
        entries[word] = {Number, value, false};
        value += 10;
    }
    entries["dozen"] = {Number, 12, false};
    entries["hundred"] = {Scale, 100, false};
    entries["thousand"] = {Scale, 1000, false};
    entries["million"] = {Scale, 1000000, false};
    entries["billion"] = {Scale, 1000000000, false};
    constexpr const char* ordinals[] = {"first",       "",           "third",      "fourth",
                                        "fifth",       "sixth",      "seventh",    "eighth",
                                        "ninth",       "tenth",      "eleventh",   "twelfth",
                                        "thirteenth",  "fourteenth", "fifteenth",  "sixteenth",
                                        "seventeenth", "eighteenth", "nineteenth", "twentieth"};
    value = 1;
    for (const std::string word : ordinals) {
        if (!word.empty()) entries[word] = {Ordinal, value, false};
        ++value;
    }
    for (const std::string_view word : words::vagueNumbers)
        entries[std::string(word)] = {Vague, -1, false};
    constexpr const char* decades[] = {"twenties", "thirties",  "forties",  "fifties",
                                       "sixties",  "seventies", "eighties", "nineties"};
    value = 1920;
    for (const std::string word : decades) {
        entries[word] = {DecadeName, value, false};
        value += 10;
    }
}

void addDeictics(Entries& entries) {
    entries["today"] = {Deictic, 0, false};
    entries["yesterday"] = {Deictic, -1, false};
    entries["tomorrow"] = {Deictic, 1, false};
    for (const std::string word : {"last", "past", "previous"})
        entries[word] = {Shift, -1, false};
    entries["this"] = {Shift, 0, false};
    for (const std::string word : {"next", "coming", "following", "upcoming"})
        entries[word] = {Shift, 1, false};
    const auto reference = [&](const std::string& word, ReferenceTime time) {
        entries[word] = {Reference, static_cast<int>(time), false};
    };
    for (const std::string word : {"now", "currently", "nowadays", "presently"})
        reference(word, ReferenceTime::Present);
    for (const std::string word : {"recently", "lately", "formerly"})
        reference(word, ReferenceTime::Past);
    reference("soon", ReferenceTime::Future);
    for (const std::string word : {"early", "mid", "late"})
        entries[word] = {Edge, 0, false};
}

void addClock(Entries& entries) {
    const auto part = [&](const char* word, DayPart value) {
        entries[word] = {PartOfDay, static_cast<int>(value), false};
    };
    part("morning", DayPart::Morning);
    part("lunchtime", DayPart::Midday);
    part("afternoon", DayPart::Afternoon);
    part("evening", DayPart::Evening);
    part("night", DayPart::Night);
    static_assert(static_cast<int>(DayPart::Night) == static_cast<int>(TimeUnit::Night),
                  "\"night\" has one value for both of its classes");
    entries["night"].classes |= Unit;
    entries["tonight"] = {Deictic | PartOfDay, 0, false};
    entries["overnight"] = {Deictic | PartOfDay, -1, false};
    entries["noon"] = {ClockWord, 12, false};
    entries["midday"] = {ClockWord, 12, false};
    entries["midnight"] = {ClockWord, 0, false};
    for (const std::string word : {"am", "a.m"})
        entries[word] = {HalfDay, 0, false};
    for (const std::string word : {"pm", "p.m"})
        entries[word] = {HalfDay, 12, false};
    for (const std::string_view word : words::zoneAbbreviations)
        entries[std::string(word)] = {Zone, 0, true};
    constexpr std::pair<const char*, Season> seasons[] = {
        {"spring", Season::Spring}, {"summer", Season::Summer}, {"summertime", Season::Summer},
        {"autumn", Season::Autumn}, {"fall", Season::Autumn},   {"winter", Season::Winter}};
    for (const auto& [word, season] : seasons)
        entries[word] = {SeasonName, static_cast<int>(season), false};
}

Entries buildEntries() {
    Entries entries;
    addMonthsAndDays(entries);
    addUnits(entries);
    addNumbers(entries);
    addDeictics(entries);
    addClock(entries);
    return entries;
}

} // namespace

Vocabulary::Vocabulary() {
    for (const auto& [word, entry] : buildEntries())
        m_entries.emplace(word, entry);
}

std::uint16_t Vocabulary::intern(std::string_view word) {
    WordEntry& entry = m_entries[std::string(word)];
    if (entry.literal == 0) entry.literal = ++m_literals;
    return entry.literal;
}

const WordEntry* Vocabulary::find(std::string_view lower) const {
    const auto it = m_entries.find(lower);
    return it == m_entries.end() ? nullptr : &it->second;
}

WordClasses wordClassFromName(std::string_view name) {
    static const std::unordered_map<std::string_view, WordClasses> names = {
        {"MONTH", Month},    {"WEEKDAY", Weekday},   {"WEEKDAYS", Weekdays}, {"UNIT", Unit},
        {"UNITS", Units},    {"NUM", Number},        {"DAY", DayNumber},     {"YEAR", Year},
        {"ORD", Ordinal},    {"PART", PartOfDay},    {"SEASON", SeasonName}, {"DEICTIC", Deictic},
        {"SHIFT", Shift},    {"VAGUE", Vague},       {"FREQ", Frequency},    {"ZONE", Zone},
        {"AMPM", HalfDay},   {"DECADE", DecadeName}, {"REF", Reference},     {"EDGE", Edge},
        {"NOON", ClockWord}, {"NN", TwoDigits},      {"NNNN", FourDigits},   {"DECIMAL", Decimal}};
    const auto it = names.find(name);
    return it == names.end() ? 0 : it->second;
}

} // namespace quoth

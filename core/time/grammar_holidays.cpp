#include "core/time/calendar.h"
#include "core/time/grammar.h"

#include <array>

namespace quoth {
namespace {

using namespace word_class;
using std::chrono::sys_days;

struct Holiday {
    Feast feast;
    unsigned month, day; // of Feast::Fixed
    int offset;          // days after the feast
};

constexpr std::array<Holiday, 31> holidays = {{
    {Feast::Fixed, 12, 25, 0},       // 0 Christmas
    {Feast::Fixed, 12, 24, 0},       // 1 Christmas Eve
    {Feast::Fixed, 12, 26, 0},       // 2 Boxing Day
    {Feast::Fixed, 12, 31, 0},       // 3 New Year's Eve
    {Feast::Fixed, 1, 1, 0},         // 4 New Year's Day
    {Feast::Fixed, 1, 6, 0},         // 5 Epiphany
    {Feast::Fixed, 2, 14, 0},        // 6 Valentine's Day
    {Feast::Fixed, 3, 8, 0},         // 7 International Women's Day
    {Feast::Fixed, 3, 17, 0},        // 8 St Patrick's Day
    {Feast::Fixed, 4, 1, 0},         // 9 April Fools' Day
    {Feast::Fixed, 4, 22, 0},        // 10 Earth Day
    {Feast::Fixed, 4, 25, 0},        // 11 Anzac Day
    {Feast::Fixed, 5, 1, 0},         // 12 May Day
    {Feast::Fixed, 6, 19, 0},        // 13 Juneteenth
    {Feast::Fixed, 7, 4, 0},         // 14 Fourth of July
    {Feast::Fixed, 7, 14, 0},        // 15 Bastille Day
    {Feast::Fixed, 10, 31, 0},       // 16 Halloween
    {Feast::Fixed, 11, 11, 0},       // 17 Armistice Day
    {Feast::Easter, 0, 0, 0},        // 18 Easter
    {Feast::Easter, 0, 0, -2},       // 19 Good Friday
    {Feast::Easter, 0, 0, 1},        // 20 Easter Monday
    {Feast::Easter, 0, 0, -46},      // 21 Ash Wednesday
    {Feast::Easter, 0, 0, -7},       // 22 Palm Sunday
    {Feast::Easter, 0, 0, 49},       // 23 Pentecost
    {Feast::Thanksgiving, 0, 0, 0},  // 24
    {Feast::Thanksgiving, 0, 0, 1},  // 25 Black Friday
    {Feast::LaborDay, 0, 0, 0},      // 26
    {Feast::MemorialDay, 0, 0, 0},   // 27
    {Feast::KingDay, 0, 0, 0},       // 28
    {Feast::PresidentsDay, 0, 0, 0}, // 29
    {Feast::ElectionDay, 0, 0, 0},   // 30
}};

// nullopt beyond the years 1 to 9999.
std::optional<Date> dayIn(const Holiday& holiday, int year) {
    if (year < 1 || year > 9999) return std::nullopt;
    if (holiday.feast == Feast::Fixed) return dayOf(year, holiday.month, holiday.day);
    return addDays(feastDay(holiday.feast, year), holiday.offset);
}

std::optional<Reading> read(const TimeMatch& m, int which) {
    const Holiday& holiday = holidays[static_cast<std::size_t>(which)];
    if (const Lexeme* year = m.find(Year)) return dayReading(dayIn(holiday, year->value));
    const auto& published = m.context().published;
    if (!published) return Reading{};
    const int year = static_cast<int>(published->year());
    const Date same = *dayIn(holiday, year);
    const Lexeme* shift = m.find(Shift);
    const Direction direction = shift && shift->value < 0   ? Direction::Past
                                : shift && shift->value > 0 ? Direction::Future
                                : shift                     ? Direction::Unknown
                                                            : m.direction();
    const auto gap = (sys_days{same} - sys_days{*published}).count();
    if (gap >= -7 && gap <= 7 && !shift) return dayReading(same);
    // "bought presents for Christmas": for the coming one, where it is near.
    constexpr int near = 60; // days
    if (m.word(m.before()) == "for" && !shift && gap > 0 && gap <= near) return dayReading(same);
    if (direction == Direction::Past && gap > 0) return dayReading(dayIn(holiday, year - 1));
    if (direction == Direction::Future && gap < 0) return dayReading(dayIn(holiday, year + 1));
    if (direction == Direction::Unknown && !shift && gap > 183)
        return dayReading(dayIn(holiday, year - 1));
    return dayReading(same);
}

// "9/11", "the Sept. 11 attacks": the year goes without saying.
std::optional<Reading> september11(const TimeMatch& m, int) {
    const Lexeme* month = m.find(Month);
    const bool named = month ? month->value == 9 && m.find(DayNumber)->value == 11
                             : m.find(DayNumber)->value == 9 && m.find(DayNumber, 1)->value == 11;
    if (!named) return std::nullopt;
    return dayReading(dayOf(2001, 9, 11));
}

constexpr TimeRule rules[] = {
    {"SHIFT? christmas day? ( ,? YEAR )?", read, 0},
    {"SHIFT? christmas eve ( ,? YEAR )?", read, 1},
    {"boxing day ( ,? YEAR )?", read, 2},
    {"SHIFT? new year 's eve ( ,? YEAR )?", read, 3},
    {"SHIFT? new year 's day? ( ,? YEAR )?", read, 4},
    {"epiphany YEAR?", read, 5},
    {"SHIFT? valentine 's day YEAR?", read, 6},
    {"international women 's day YEAR?", read, 7},
    {"st. patrick 's day YEAR?", read, 8},
    {"april fools '? day", read, 9},
    {"earth day YEAR?", read, 10},
    {"anzac day YEAR?", read, 11},
    {"may day YEAR?", read, 12},
    {"juneteenth YEAR?", read, 13},
    {"fourth of july", read, 14},
    {"july fourth", read, 14},
    {"bastille day YEAR?", read, 15},
    {"SHIFT? halloween YEAR?", read, 16},
    {"armistice|remembrance|veterans day YEAR?", read, 17},
    {"SHIFT? easter ( sunday|day )? ( ,? YEAR )?", read, 18},
    {"good friday ( ,? YEAR )?", read, 19},
    {"easter monday ( ,? YEAR )?", read, 20},
    {"ash wednesday ( ,? YEAR )?", read, 21},
    {"palm sunday ( ,? YEAR )?", read, 22},
    {"pentecost YEAR?", read, 23},
    {"SHIFT? thanksgiving day? ( ,? YEAR )?", read, 24},
    {"black friday YEAR?", read, 25},
    {"SHIFT? labor day YEAR?", read, 26},
    {"SHIFT? memorial day YEAR?", read, 27},
    {"martin luther king '? jr? day", read, 28},
    {"presidents '? day", read, 29},
    {"election day ( ,? YEAR )?", read, 30},
    {"{ MONTH DAY } attacks|terrorist|terror", september11},
    {"DAY ~/ ~DAY", september11},
};

} // namespace

std::span<const TimeRule> holidayRules() {
    return rules;
}

} // namespace quoth

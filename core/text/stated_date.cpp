#include "core/text/stated_date.h"

#include "core/support/unicode.h"
#include "core/text/calendar_names.h"

namespace quoth {
namespace {

bool isAsciiDigit(char c) {
    return c >= '0' && c <= '9';
}

// Reads pieces off the front of a text; every step that fails leaves it where it was.
class StatedDateReader {
public:
    explicit StatedDateReader(std::string_view text) : m_text(text) {}

    std::size_t position() const { return m_at; }

    std::optional<unsigned> digits(std::size_t least, std::size_t most) {
        std::size_t end = m_at;
        unsigned value = 0;
        for (; end < m_text.size() && isAsciiDigit(m_text[end]); ++end)
            if (end - m_at < most) value = value * 10 + static_cast<unsigned>(m_text[end] - '0');
        if (end - m_at < least || end - m_at > most) return std::nullopt;
        m_at = end;
        return value;
    }

    std::string_view letters() {
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && isLetter(static_cast<unsigned char>(m_text[m_at])))
            ++m_at;
        return m_text.substr(begin, m_at - begin);
    }

    bool skip(std::string_view piece) {
        if (!m_text.substr(m_at).starts_with(piece)) return false;
        m_at += piece.size();
        return true;
    }

    bool spaces() {
        const std::size_t begin = m_at;
        while (skip(" ") || skip("\t") || skip("\u00A0") || skip("\u202F"))
            continue;
        return m_at > begin;
    }

    bool atWordEnd() const {
        return m_at >= m_text.size() ||
               (!isLetter(codePointAt(m_text, m_at).value) && !isAsciiDigit(m_text[m_at]));
    }

    void back(std::size_t to) { m_at = to; }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
};

void skipOrdinal(StatedDateReader& reader) {
    for (const std::string_view ending : {"st", "nd", "rd", "th"})
        if (reader.skip(ending)) return;
}

std::optional<unsigned> readMonth(StatedDateReader& reader) {
    const unsigned month = monthOf(reader.letters());
    if (month == 0) return std::nullopt;
    reader.skip(".");
    return month;
}

// ", 2021" or " 2021"
std::optional<int> readYear(StatedDateReader& reader) {
    const std::size_t begin = reader.position();
    reader.skip(",");
    reader.spaces();
    if (reader.position() > begin) {
        const auto year = reader.digits(4, 4);
        if (year && *year >= 1500 && *year < 2200 && reader.atWordEnd())
            return static_cast<int>(*year);
    }
    reader.back(begin);
    return std::nullopt;
}

std::optional<WrittenDay> readDayMonth(std::string_view text) { // 20 May 2021, 20th of May
    StatedDateReader reader(text);
    const auto day = reader.digits(1, 2);
    if (!day) return std::nullopt;
    skipOrdinal(reader);
    if (!reader.spaces() && !reader.skip("-")) return std::nullopt;
    if (reader.skip("of ")) reader.spaces();
    const auto month = readMonth(reader);
    if (!month || !reader.atWordEnd()) return std::nullopt;
    reader.skip("-");
    const auto year = readYear(reader);
    return WrittenDay{reader.position(), *day, *month, year};
}

std::optional<WrittenDay> readMonthDay(std::string_view text) { // May 20, 2021
    StatedDateReader reader(text);
    const auto month = readMonth(reader);
    if (!month || !reader.spaces()) return std::nullopt;
    const auto day = reader.digits(1, 2);
    if (!day) return std::nullopt;
    skipOrdinal(reader);
    if (!reader.atWordEnd()) return std::nullopt;
    const auto year = readYear(reader);
    return WrittenDay{reader.position(), *day, *month, year};
}

std::optional<WrittenDay> readIso(std::string_view text) { // 2021-05-20
    StatedDateReader reader(text);
    const auto year = reader.digits(4, 4);
    if (!year || !reader.skip("-")) return std::nullopt;
    const auto month = reader.digits(2, 2);
    if (!month || !reader.skip("-")) return std::nullopt;
    const auto day = reader.digits(2, 2);
    if (!day) return std::nullopt;
    return WrittenDay{reader.position(), *day, *month, static_cast<int>(*year)};
}

} // namespace

std::optional<WrittenDay> readDay(std::string_view text) {
    for (const auto read : {readIso, readDayMonth, readMonthDay}) {
        const auto day = read(text);
        if (!day || day->day < 1 || day->day > 31 || day->month < 1 || day->month > 12) continue;
        return day;
    }
    return std::nullopt;
}

std::optional<Date> findFullDate(std::string_view text) {
    bool inWord = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool wordByte = byte >= 0x80 || isLetter(byte) || isAsciiDigit(text[i]);
        if (wordByte && !inWord)
            if (const auto day = readDay(text.substr(i)); day && day->year) {
                const Date date{std::chrono::year{*day->year}, std::chrono::month{day->month},
                                std::chrono::day{day->day}};
                if (date.ok()) return date;
            }
        inWord = wordByte;
    }
    return std::nullopt;
}

} // namespace quoth

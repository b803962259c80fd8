#include "core/support/unicode.h"
#include "core/text/lines.h"
#include "core/text/stated_date.h"
#include "core/text/word_lists.h"

namespace quoth {
namespace {

// Reads a dateline off the front of a paragraph: place, date and agency, then a dash or colon.
class DatelineReader {
public:
    explicit DatelineReader(std::string_view line) : m_line(line) {}

    std::size_t length() {
        constexpr std::size_t longest = 110;
        while (m_at < m_line.size() && m_at < longest) {
            const CodePoint c = codePointAt(m_line, m_at);
            if (c.value == '(') {
                if (!agency(')')) return 0;
                continue;
            }
            if (c.value == '/' && agency('/')) continue; // Ulaanbaatar /MONTSAME/
            if (isSpace(c.value) || c.value == ',' || c.value == '/') {
                m_at += c.length;
                continue;
            }
            if (c.value == ':') return m_date || m_agency ? finish() : 0;
            if (c.value == '.' && isDash(codePointAt(m_line, m_at + 1).value)) { // LEON.-
                ++m_at;
                continue;
            }
            if (isDash(c.value)) {
                if (dateFollowsDash()) continue;
                return finish();
            }
            if (const auto day = readDay(m_line.substr(m_at))) {
                m_date = true;
                m_at += day->length;
                continue;
            }
            // "NICARAGUA (EFE) The government": the agency ends it.
            if (m_agency && (m_caps || m_slashes) && (isUpper(c.value) || !isLetter(c.value)))
                return finish();
            if (!placeWord()) return 0;
        }
        return 0;
    }

private:
    bool agency(char closing) {
        const std::size_t close = m_line.find(closing, m_at + 1);
        if (close == std::string_view::npos || close - m_at > 40 || close - m_at < 3) return false;
        const std::string_view name = m_line.substr(m_at + 1, close - m_at - 1);
        if (closing == '/' ? !isAllCaps(name) : !startsUpper(name) && name != "dpa") return false;
        m_agency = true;
        m_slashes = closing == '/';
        m_at = close + 1;
        return true;
    }

    bool dateFollowsDash() { // CAIRO – 26 July 2022:
        if (m_date || m_words == 0) return false;
        std::size_t at = m_at;
        while (at < m_line.size() && (isDash(codePointAt(m_line, at).value) || m_line[at] == ' '))
            at += codePointAt(m_line, at).length;
        const auto day = readDay(m_line.substr(at));
        if (!day || codePointAt(m_line, at + day->length).value != ':') return false;
        m_date = true;
        m_at = at + day->length;
        return true;
    }

    bool placeWord() {
        if (m_date || m_agency || ++m_words > 6) return false;
        const std::size_t begin = m_at;
        while (m_at < m_line.size()) {
            const CodePoint c = codePointAt(m_line, m_at);
            const std::size_t after = m_at + c.length;
            const bool inner = c.value == '\'' || c.value == 0x2019 ||
                               (isDash(c.value) && isLetter(codePointAt(m_line, after).value)) ||
                               (c.value == '.' && !isDash(codePointAt(m_line, after).value));
            if (!isLetter(c.value) && !isCombining(c.value) && !inner) break;
            m_at = after;
        }
        const std::string_view word = m_line.substr(begin, m_at - begin);
        if (word.empty()) return false;
        const bool capital = startsUpper(word);
        m_capitals = m_capitals && capital;
        if (!capital) ++m_lowers;
        m_caps = m_caps && (isAllCaps(word) || (m_words > 1 && m_capsFirst && capital));
        if (m_words == 1) m_capsFirst = isAllCaps(word);
        m_starter = m_starter || isStarter(toLower(word));
        return true;
    }

    // At the dash or the colon: its end, if what stands before it is a dateline.
    std::size_t finish() {
        std::size_t end = m_at;
        bool spaced = end > 0 && m_line[end - 1] == ' ';
        const std::size_t mark = end;
        while (end < m_line.size()) {
            const CodePoint c = codePointAt(m_line, end);
            if (!isDash(c.value) && c.value != ':') break;
            end += c.length;
        }
        std::size_t body = end;
        while (body < m_line.size() && isSpace(codePointAt(m_line, body).value))
            body += codePointAt(m_line, body).length;
        if (body >= m_line.size()) return 0;
        if (mark == end) { // no mark: the dateline ends before the white space
            while (end > 0 && isSpace(codePointBefore(m_line, end).value))
                end -= codePointBefore(m_line, end).length;
        } else if (body == end && m_line[mark] == '-' && end == mark + 1)
            return 0; // a hyphen, as in "Al-Assad"
        spaced = spaced || body > end;
        // "Santiago de Chile, 25 Dec -", but not "The rink was open 25 Dec -".
        if (m_date || m_agency) return 2 * m_lowers <= m_words ? end : 0;
        if (m_words == 0 || isLower(codePointAt(m_line, body).value)) return 0;
        if (m_caps) return end;
        return m_capitals && !m_starter && m_words <= 4 && spaced && isOnlyDash(body) ? end : 0;
    }

    // "Smith – Britain's best-known chef – said": a second dash makes it an aside.
    bool isOnlyDash(std::size_t from) const {
        if (m_line.size() - from < 60 || !shapeOfLine(m_line).endsSentence) return false;
        for (std::size_t i = from; i + 1 < m_line.size() && i < from + 160; ++i) {
            if (m_line[i] != ' ') continue;
            const CodePoint c = codePointAt(m_line, i + 1);
            if (isDash(c.value)) return false;
            if (m_line[i - 1] == '.') break;
        }
        return true;
    }

    std::string_view m_line;
    std::size_t m_at = 0, m_words = 0, m_lowers = 0;
    bool m_date = false, m_agency = false, m_slashes = false;
    bool m_caps = true, m_capsFirst = false, m_capitals = true, m_starter = false;
};

} // namespace

std::size_t datelineLength(std::string_view line) {
    return DatelineReader(line).length();
}

} // namespace quoth

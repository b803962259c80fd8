#include "core/time/lexemes.h"

#include "core/support/unicode.h"

#include <algorithm>
#include <utility>

namespace quoth {
namespace {

using namespace word_class;

bool isAsciiDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

class Reader {
public:
    Reader(const TokenizedText& text, const Vocabulary& vocabulary)
        : m_text(text), m_vocabulary(vocabulary) {
        m_lexemes.reserve(text.tokens.size() + text.tokens.size() / 16);
    }

    std::vector<Lexeme> read() {
        for (std::uint32_t i = 0; i < m_text.tokens.size(); ++i)
            readToken(i);
        joinNumberWords();
        return std::move(m_lexemes);
    }

private:
    void readToken(std::uint32_t index) {
        const Token& token = m_text.tokens[index];
        const std::string_view surface = m_text.slice(token.span);
        if (surface == "\u2019s" || surface == "\u2019S") { // "New Year's Eve", "the 1990's"
            addWord(token.span, index, "'s");
            return;
        }
        const auto splits = [](char c) {
            return c == '-' || c == '/' || isAsciiDigit(c) || c == '\xE2';
        };
        if (token.kind == TokenKind::Other ||
            (token.kind != TokenKind::Punctuation &&
             std::none_of(surface.begin(), surface.end(), splits))) {
            addWord(token.span, index, token.lower);
            return;
        }
        bool dotted = false; // within "20.05.2021"
        for (std::size_t at = 0; at < surface.size();) {
            const std::size_t end = pieceEnd(surface, at, dotted);
            const std::string_view piece = surface.substr(at, end - at);
            const Span span = makeSpan(token.span.begin + at, token.span.begin + end);
            if (isAsciiDigit(piece[0]))
                addNumber(span, index, piece);
            else if (piece == "\u2013" || piece == "\u2014" || piece == "\u2010" ||
                     piece == "\u2011" || piece == "\u2212")
                addWord(span, index, "-");
            else if (piece == "\u2019" || piece == "\u2018")
                addWord(span, index, "'");
            else
                addWord(span, index, toLower(piece));
            at = end;
        }
    }

    // One number, one run of letters, or one mark.
    static std::size_t pieceEnd(std::string_view word, std::size_t at, bool& dotted) {
        const std::size_t begin = at;
        const auto digit = [&](std::size_t i) { return i < word.size() && isAsciiDigit(word[i]); };
        const auto groups = [&](std::size_t i) { // "1,200", but not "17,2019"
            return word[i] == ',' && digit(i + 1) && digit(i + 2) && digit(i + 3) && !digit(i + 4);
        };
        if (digit(at)) {
            while (digit(at) ||
                   (at < word.size() && (groups(at) || (word[at] == '.' && digit(at + 1)))))
                ++at;
            const std::string_view run = word.substr(begin, at - begin);
            dotted = dotted || isDottedDate(run);
            return dotted ? begin + std::min(run.find('.'), run.size()) : at;
        }
        const auto part = [&](std::size_t i) {
            return i < word.size() &&
                   (isAsciiLetter(word[i]) || isLetter(codePointAt(word, i).value));
        };
        if (!part(at)) return at + std::max<std::size_t>(1, codePointAt(word, at).length);
        while (part(at) || (at < word.size() && word[at] == '.'))
            at += codePointAt(word, at).length;
        return at;
    }

    // "20.05.2021" and "20.05.21" are three numbers.
    static bool isDottedDate(std::string_view run) {
        const std::size_t first = run.find('.'), last = run.rfind('.');
        if (first == std::string_view::npos || first == last || first > 2) return false;
        const std::size_t year = run.size() - last - 1;
        return last - first <= 3 && (year == 4 || year == 2) &&
               std::count(run.begin(), run.end(), '.') == 2;
    }

    Lexeme& add(Span span, std::uint32_t token) {
        Lexeme lexeme;
        lexeme.span = span;
        lexeme.token = token;
        lexeme.glued = !m_lexemes.empty() && m_lexemes.back().span.end == span.begin;
        const char first = m_text.text[span.begin];
        lexeme.capital = first >= 'A' && first <= 'Z';
        m_lexemes.push_back(lexeme);
        return m_lexemes.back();
    }

    void addWord(Span span, std::uint32_t token, std::string_view lower) {
        if (lower.size() > 1 && lower.back() == '.') lower.remove_suffix(1);
        Lexeme* const before = m_lexemes.empty() ? nullptr : &m_lexemes.back();
        const bool glued = before && before->span.end == span.begin;
        if (glued && before->is(Number) && joinSuffix(*before, span, lower)) return;
        const WordEntry* const entry = m_vocabulary.find(lower);
        if (glued && before->is(Number) && (!entry || entry->classes == 0) &&
            isAsciiLetter(lower[0]))
            before->classes = 0; // "10km", "5G": no number of ours
        Lexeme& lexeme = add(span, token);
        if (!entry) return;
        lexeme.literal = entry->literal;
        lexeme.value = entry->value;
        if (!entry->needsCapital || lexeme.capital) lexeme.classes = entry->classes;
    }

    // "19th", "1990s"; also "90s".
    static bool joinSuffix(Lexeme& number, Span span, std::string_view lower) {
        if (lower == "s" && number.value % 10 == 0 && number.is(FourDigits | TwoDigits)) {
            if (number.is(TwoDigits)) number.value += number.value >= 20 ? 1900 : 2000;
            number.classes = DecadeName;
        } else if (lower == "st" || lower == "nd" || lower == "rd" || lower == "th") {
            number.classes = Ordinal | (number.classes & DayNumber);
        } else {
            return false;
        }
        number.span.end = span.end;
        return true;
    }

    void addNumber(Span span, std::uint32_t token, std::string_view digits) {
        const bool afterLetters = !m_lexemes.empty() && m_lexemes.back().span.end == span.begin &&
                                  isAsciiLetter(m_text.text[span.begin - 1]) &&
                                  m_lexemes.back().classes == 0 && m_lexemes.back().literal == 0;
        Lexeme& lexeme = add(span, token);
        std::int64_t value = 0;
        std::size_t at = 0;
        bool grouped = false;
        for (; at < digits.size() && digits[at] != '.'; ++at) {
            if (digits[at] == ',')
                grouped = true;
            else if (value < 100'000'000)
                value = value * 10 + (digits[at] - '0');
        }
        lexeme.value = static_cast<std::int32_t>(value);
        if (afterLetters) return; // "G20", "F16"
        lexeme.classes = Number;
        const std::string_view fraction = at < digits.size() ? digits.substr(at + 1) : "";
        if (!fraction.empty()) {
            lexeme.tenths = static_cast<std::uint8_t>(fraction[0] - '0');
            if (fraction.size() == 2 && isAsciiDigit(fraction[1])) {
                lexeme.classes |= Decimal;
                lexeme.minutes =
                    static_cast<std::uint16_t>((fraction[0] - '0') * 10 + (fraction[1] - '0'));
            }
            if (fraction.size() > 2) lexeme.classes = 0;
            return;
        }
        if (grouped) return;
        if (digits.size() <= 2 && value >= 1 && value <= 31) lexeme.classes |= DayNumber;
        if (digits.size() == 2) lexeme.classes |= TwoDigits;
        if (digits.size() == 4) lexeme.classes |= FourDigits;
        if (digits.size() == 4 && value >= 1000 && value <= 2199) lexeme.classes |= Year;
    }

    // "two hundred and five", "twenty-five", "1.5 million", "25 thousand" become one number.
    void joinNumberWords() {
        std::size_t out = 0;
        for (std::size_t i = 0; i < m_lexemes.size();) {
            const std::size_t end = numberEnd(i);
            if (out != i) m_lexemes[out] = m_lexemes[i];
            if (end > i + 1 || m_lexemes[i].is(Scale)) {
                Lexeme& joined = m_lexemes[out];
                joined.span.end = m_lexemes[end - 1].span.end;
                joined.classes = Number;
                joined.literal = 0;
                joined.value = static_cast<std::int32_t>(m_tenths / 10);
                joined.tenths = static_cast<std::uint8_t>(m_tenths % 10);
            }
            ++out;
            i = end;
        }
        m_lexemes.resize(out);
    }

    // Past the number that begins at lexeme `i`, its value in m_tenths; i + 1 where none does.
    std::size_t numberEnd(std::size_t i) {
        if (!m_lexemes[i].is(Number | Scale)) return i + 1;
        constexpr std::int64_t most = 20'000'000'000; // tenths
        const auto isWord = [&](std::size_t k) {
            return k < m_lexemes.size() && m_lexemes[k].is(Number) &&
                   isAsciiLetter(m_text.text[m_lexemes[k].span.begin]);
        };
        const bool bare = m_lexemes[i].is(Scale); // "a hundred"
        std::int64_t total = 0, group = bare ? 10 : m_lexemes[i].value * 10LL + m_lexemes[i].tenths;
        std::size_t at = bare ? i : i + 1;
        if (isWord(i) && group >= 200 && group % 100 == 0 && at + 1 < m_lexemes.size() &&
            isHyphen(at) && isWord(at + 1) && m_lexemes[at + 1].glued &&
            m_lexemes[at + 1].value < 10) {
            group += m_lexemes[at + 1].value * 10;
            at += 2;
        }
        while (at < m_lexemes.size()) {
            const bool afterScale = at > i && m_lexemes[at - 1].is(Scale);
            if (m_lexemes[at].is(Scale)) {
                const std::int64_t scale = m_lexemes[at].value;
                group = std::max<std::int64_t>(group, 10);
                group = group > most / scale ? most : group * scale;
                if (scale > 100) total = std::min(total + std::exchange(group, 0), most);
                ++at;
            } else if (afterScale && isWord(at)) {
                group += m_lexemes[at++].value * 10LL;
            } else if (afterScale && isWord(at + 1) && m_text.slice(m_lexemes[at].span) == "and") {
                group += m_lexemes[at + 1].value * 10LL;
                at += 2;
            } else {
                break;
            }
        }
        m_tenths = std::min(total + group, most);
        return at;
    }

    bool isHyphen(std::size_t i) const {
        return m_lexemes[i].glued && m_text.slice(m_lexemes[i].span) == "-";
    }

    const TokenizedText& m_text;
    const Vocabulary& m_vocabulary;
    std::vector<Lexeme> m_lexemes;
    std::int64_t m_tenths = 0;
};

} // namespace

std::vector<Lexeme> readLexemes(const TokenizedText& text, const Vocabulary& vocabulary) {
    return Reader(text, vocabulary).read();
}

} // namespace quoth

#include "core/text/tokens.h"

#include "core/support/unicode.h"
#include "core/text/abbreviations.h"
#include "core/text/marks.h"
#include "core/text/word_forms.h"

#include <algorithm>

namespace quoth {
namespace {

constexpr char32_t zeroWidthSpace = 0x200B;

bool isBlank(char32_t c) { // nothing to see: never in a token's front
    return isSpace(c) || c == zeroWidthSpace || c == 0xFEFF || c == wordJoiner || c == softHyphen ||
           c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

bool isHyphen(char32_t c) {
    return c == '-' || c == 0x2010 || c == 0x2011;
}

bool isFraction(char32_t c) { // ½ and its kin
    return (c >= 0xBC && c <= 0xBE) || (c >= 0x2150 && c <= 0x215E);
}

bool isAlnum(char32_t c) {
    return isLetter(c) || isDigit(c) || isFraction(c);
}

bool isWordCharacter(char32_t c) {
    return isAlnum(c) || isCombining(c) || c == softHyphen || c == wordJoiner;
}

bool isRegional(char32_t c) { // letters of flags
    return c >= 0x1F1E6 && c <= 0x1F1FF;
}

bool startsWithNoCase(std::string_view text, std::string_view lowerPrefix) {
    return text.size() >= lowerPrefix.size() &&
           std::equal(lowerPrefix.begin(), lowerPrefix.end(), text.begin(), [](char p, char c) {
               return p == (c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c);
           });
}

class Lexer {
public:
    Lexer(std::string_view text, const std::vector<QuoteMark>& marks, std::vector<Token>& out)
        : m_text(text), m_marks(marks), m_out(out) {}

    void run(Span block) {
        m_end = block.end;
        for (std::size_t i = block.begin; i < m_end;)
            i = next(i);
    }

private:
    CodePoint at(std::size_t i) const {
        return i < m_end ? codePointAt(m_text, i) : CodePoint{0, 0};
    }
    bool alnumAt(std::size_t i) const { return isAlnum(at(i).value); }
    bool letterAt(std::size_t i) const { return isLetter(at(i).value); }
    bool digitAt(std::size_t i) const { return isDigit(at(i).value); }

    // Is the apostrophe-like character at i a quotation mark?
    bool isMarkAt(std::size_t i) const {
        return m_mark < m_marks.size() && m_marks[m_mark].span.begin == i;
    }
    void passMarks(std::size_t i) {
        while (m_mark < m_marks.size() && m_marks[m_mark].span.begin < i)
            ++m_mark;
    }
    bool apostropheAt(std::size_t i) {
        if (!isApostrophe(at(i).value)) return false;
        passMarks(i);
        return !isMarkAt(i);
    }

    std::size_t emit(std::size_t begin, std::size_t end, TokenKind kind) {
        Token token;
        token.span = makeSpan(begin, end);
        token.kind = kind;
        token.lower = normalizeWord(m_text.substr(begin, end - begin));
        // By less than twice: where there is a token for each byte, what is moved and what is left
        // over count.
        if (m_out.size() == m_out.capacity()) m_out.reserve(m_out.size() + m_out.size() / 4 + 16);
        m_out.push_back(std::move(token));
        return end;
    }

    // Emits what begins at i, or passes over white space; gives where to go on.
    std::size_t next(std::size_t i) {
        const CodePoint c = at(i);
        if (isBlank(c.value)) return i + c.length;
        passMarks(i);
        if (isMarkAt(i)) return emit(i, m_marks[m_mark].span.end, TokenKind::QuoteMark);
        if (isIdeograph(c.value)) return emit(i, i + c.length, TokenKind::Word);
        if (isLetter(c.value)) return letters(i);
        if (isDigit(c.value) || isFraction(c.value)) return number(i, i);
        if (isApostrophe(c.value) && letterAt(i + c.length)) return clipped(i, i + c.length);
        if (isApostrophe(c.value) && digitAt(i + c.length)) return number(i, i + c.length);
        if (isEmoji(c.value) || at(i + c.length).value == 0xFE0F) return emoji(i);
        return symbol(i, c);
    }

    std::size_t symbol(std::size_t i, CodePoint c) {
        const std::size_t after = i + c.length;
        if ((c.value == '@' || c.value == '#') && isNameAt(after, c.value == '#'))
            return emit(i, nameEnd(after), TokenKind::Other);
        if (c.value == '.' && digitAt(after) &&
            (i == 0 || !isAlnum(codePointBefore(m_text, i).value)))
            return number(i, i);
        // A run of one mark is one token: "...", "--", "____".
        std::size_t end = after;
        const bool runs =
            c.value < 0x80 &&
            std::string_view(".-_=*~").find(static_cast<char>(c.value)) != std::string_view::npos;
        while (runs && end < m_end && m_text[end] == m_text[i])
            ++end;
        while (isCombining(at(end).value))
            end += at(end).length;
        return emit(i, end, TokenKind::Punctuation);
    }

    bool isNameAt(std::size_t i, bool tag) const { // of a handle or a #tag; "#1" is none
        return letterAt(i) || at(i).value == '_' || (!tag && digitAt(i));
    }
    std::size_t nameEnd(std::size_t i) const {
        while (i < m_end) {
            const CodePoint c = at(i);
            if (!isAlnum(c.value) && c.value != '_' && !isCombining(c.value)) break;
            i += c.length;
        }
        return i;
    }

    std::size_t emoji(std::size_t i) {
        CodePoint c = at(i);
        std::size_t end = i + c.length;
        if (isRegional(c.value) && isRegional(at(end).value)) end += at(end).length;
        for (;;) {
            c = at(end);
            const bool tone = c.value >= 0x1F3FB && c.value <= 0x1F3FF;
            const CodePoint joined = at(end + c.length);
            if (c.value == 0x200D && joined.value >= 0x2190) { // joins the next picture
                end += c.length + joined.length;
            } else if (isCombining(c.value) || tone)
                end += c.length;
            else
                break;
        }
        return emit(i, end, TokenKind::Other);
    }

    // 'em, 'tis, 'Nam; a clitic that stands alone
    std::size_t clipped(std::size_t begin, std::size_t from) {
        std::size_t end = wordEnd(from);
        if (isClitic(m_text.substr(begin, end - begin))) return emit(begin, end, TokenKind::Clitic);
        if (apostropheAt(end) && end == from + 1 && m_text[from] == 'n')
            end += at(end).length; // 'n'
        return emit(begin, end, TokenKind::Word);
    }

    std::size_t letters(std::size_t i) {
        const std::string_view rest = m_text.substr(i, m_end - i);
        if (startsWithNoCase(rest, "http://") || startsWithNoCase(rest, "https://") ||
            (startsWithNoCase(rest, "www.") && alnumAt(i + 4)))
            return emit(i, addressEnd(i), TokenKind::Other);
        return finish(i, wordEnd(i), TokenKind::Word);
    }

    // A web address ends at white space, a quotation mark or a bracket; final marks are not its.
    std::size_t addressEnd(std::size_t i) {
        std::size_t end = i;
        while (end < m_end) {
            const CodePoint c = at(end);
            passMarks(end);
            if (isBlank(c.value) || isMarkAt(end) || c.value == '<' || c.value == '>' ||
                c.value == '|')
                break;
            end += c.length;
        }
        while (end > i + 1 &&
               std::string_view(".,;:!?)]}'*").find(m_text[end - 1]) != std::string_view::npos)
            --end;
        return end;
    }

    // Past the letters, digits, inner hyphens, apostrophes, stops and ampersands of one word.
    std::size_t wordEnd(std::size_t i) {
        const std::size_t begin = i;
        std::size_t segment = i; // after the last stop or hyphen
        while (i < m_end) {
            const CodePoint c = at(i);
            const std::size_t after = i + c.length;
            const char32_t last = codePointBefore(m_text, i).value;
            const bool newSegment =
                (isHyphen(c.value) && alnumAt(after)) ||
                (c.value == '.' && letterAt(after) && joinsAtStop(begin, segment, i, after));
            if (isIdeograph(c.value)) break;
            if (!newSegment && !isWordCharacter(c.value) && !(c.value == '_' && alnumAt(after)) &&
                !(isApostrophe(c.value) && letterAt(after) && apostropheAt(i)) &&
                !((c.value == '.' || c.value == ',') && digitAt(after) && isDigit(last)) && // Dh1.2
                !(c.value == '&' && isUpper(at(after).value) && isUpper(last)) &&
                !isStopBeforeHyphen(begin, i))
                break;
            i = after;
            if (newSegment) segment = i;
        }
        return i;
    }

    bool isStopBeforeHyphen(std::size_t begin, std::size_t i) const { // U.S.-backed
        return at(i).value == '.' && isHyphen(at(i + 1).value) && letterAt(i + 2) &&
               isInitials(m_text.substr(begin, i - begin));
    }

    // "U.S", "a.m", "Ph.D", "newsclick.in"; but not "devalued.He".
    bool joinsAtStop(std::size_t begin, std::size_t segment, std::size_t stop,
                     std::size_t after) const {
        const auto single = [&](std::size_t from, std::size_t to) {
            return from + at(from).length >= to;
        };
        std::size_t end = after;
        while (letterAt(end))
            end += at(end).length;
        if (single(segment, stop)) return single(after, end);
        const std::string last = toLower(m_text.substr(after, end - after));
        if (last == "d" && m_text.substr(begin, stop - begin) == "Ph") return true;
        const bool upperNext = isUpper(at(after).value) && !isUpper(at(begin).value);
        return !upperNext && (isHostEnd(last) || (at(end).value == '.' && hostFollows(end)));
    }
    bool hostFollows(std::size_t stop) const { // ".co.uk": another label that ends a host
        std::size_t end = stop + 1;
        while (letterAt(end))
            end += at(end).length;
        return end > stop + 1 && isHostEnd(toLower(m_text.substr(stop + 1, end - stop - 1)));
    }

    // Digits from `from` (begin may be an apostrophe or stop before them) and what belongs to them.
    std::size_t number(std::size_t begin, std::size_t from) {
        std::size_t i = from;
        if (at(i).value == '.') ++i;
        for (; i < m_end;) {
            const CodePoint c = at(i);
            const bool inner = c.value == ',' || c.value == '.' || c.value == ':' || c.value == '/';
            if (!isDigit(c.value) && !isFraction(c.value) && !(inner && digitAt(i + 1))) break;
            i += c.length;
        }
        const std::size_t digits = i;
        while (letterAt(i) && !isIdeograph(at(i).value))
            i += at(i).length;
        // "19th", "3.5bn", "1980s"; with more letters or a hyphen it is a word: "27-year-old"
        const bool word = i > digits + 2 || (isHyphen(at(i).value) && letterAt(i + at(i).length));
        if (!word) return finish(begin, i, TokenKind::Number);
        return finish(begin, wordEnd(i), TokenKind::Word);
    }

    // [begin, end) with the clitics, address or stop that follow.
    std::size_t finish(std::size_t begin, std::size_t end, TokenKind kind) {
        if (const std::size_t sign = emailSign(end)) return email(begin, sign);
        if (at(end).value == '.' && kind == TokenKind::Word && keepsStop(begin, end))
            return emit(begin, end + 1, kind);
        if (kind == TokenKind::Number && apostropheAt(end) && letterAt(end + at(end).length)) {
            emit(begin, end, kind); // 1990's
            return clipped(end, end + at(end).length);
        }
        if (apostropheAt(end)) return possessive(begin, end, kind);
        const std::size_t clitic = cliticBegin(begin, end);
        if (clitic == end) return emitWord(begin, end, kind);
        emit(begin, clitic, kind);
        return emit(clitic, end, TokenKind::Clitic);
    }

    std::size_t emitWord(std::size_t begin, std::size_t end, TokenKind kind) {
        constexpr std::size_t can = 3;
        if (end - begin != 6 || !startsWithNoCase(m_text.substr(begin, 6), "cannot"))
            return emit(begin, end, kind);
        emit(begin, begin + can, kind);
        return emit(begin + can, end, TokenKind::Clitic);
    }

    // The @ of an e-mail address whose name goes on at `i`; 0 without one.
    std::size_t emailSign(std::size_t i) const {
        constexpr std::size_t longest = 64;
        const bool mayGoOn = at(i).value == '@' || at(i).value == '.' || at(i).value == '+';
        for (const std::size_t from = i; mayGoOn && i < m_end && i < from + longest; ++i) {
            const char c = m_text[i];
            if (c == '@') return alnumAt(i + 1) ? i : 0;
            const bool inner = c == '.' || c == '+' || c == '-' || c == '_' || c == '%';
            if (!inner && (static_cast<unsigned char>(c) >= 0x80 || !alnumAt(i))) break;
        }
        return 0;
    }

    std::size_t email(std::size_t begin, std::size_t sign) {
        std::size_t end = sign + 1;
        while (end < m_end &&
               (alnumAt(end) || ((m_text[end] == '.' || m_text[end] == '-') && alnumAt(end + 1))))
            end += at(end).length;
        return emit(begin, end, TokenKind::Other);
    }

    // A word before an apostrophe that no letter follows: players', nothin'
    std::size_t possessive(std::size_t begin, std::size_t end, TokenKind kind) {
        const std::size_t after = end + at(end).length;
        const std::string_view word = m_text.substr(begin, end - begin);
        if ((word.size() >= 4 && word.ends_with("in")) || word == "ol" || word == "an" ||
            word == "o")
            return emit(begin, after, kind);
        emit(begin, end, kind);
        const bool feet = kind == TokenKind::Number; // 6' and 6'2"
        return emit(end, after, feet ? TokenKind::Punctuation : TokenKind::Clitic);
    }

    // Where the clitic at the word's end begins; `end` without one.
    std::size_t cliticBegin(std::size_t begin, std::size_t end) const {
        std::size_t apostrophe = end, letters = 0;
        for (std::size_t i = end; i > begin && letters < 3; ++letters) {
            const CodePoint c = codePointBefore(m_text, i);
            i -= c.length;
            if (!isApostrophe(c.value)) continue;
            apostrophe = i;
            break;
        }
        if (apostrophe == end || apostrophe == begin) return end;
        if (isClitic(m_text.substr(apostrophe, end - apostrophe))) return apostrophe;
        const char last = m_text[apostrophe - 1];
        const bool t = letters == 1 && (m_text[end - 1] == 't' || m_text[end - 1] == 'T');
        if (t && (last == 'n' || last == 'N') && apostrophe - 1 > begin)
            return apostrophe - 1; // do + n't
        return end;
    }

    // Does the stop after the word [begin, end) belong to it?
    bool keepsStop(std::size_t begin, std::size_t end) const {
        const std::string_view word = m_text.substr(begin, end - begin);
        const std::size_t after = end + 1;
        if (at(after).value == '.') return false; // an ellipsis
        const std::size_t following = skipBlanks(after);
        if (word.find('.') != std::string_view::npos)
            return isInitials(word) || abbreviationOf(toLower(word)) != Abbreviation::None;
        if (at(begin).length ==
            word.size()) // an initial, unless the sentence ends here: "vitamin C."
            return isUpper(at(begin).value) && following < m_end &&
                   (isUpper(at(following).value) || at(after).value == ',' ||
                    at(after).value == '-');
        if (word.size() > 8) return false;
        switch (abbreviationOf(toLower(word))) {
        case Abbreviation::None:
            return false;
        case Abbreviation::Title:
            return isUpper(at(begin).value) && following < m_end;
        case Abbreviation::Numeric:
            return digitAt(following) || (at(following).value == '(' && digitAt(following + 1));
        case Abbreviation::Dated:
            return isUpper(at(begin).value) &&
                   (digitAt(following) || at(after).value == ',' || digitBefore(begin));
        case Abbreviation::Common:
            if (isAllCaps(word)) return false;
            [[fallthrough]];
        case Abbreviation::Suffix:
            return following < m_end || isUpper(at(begin).value) || word == "etc" || word == "al";
        }
        return false;
    }
    std::size_t skipBlanks(std::size_t i) const {
        while (i < m_end && isBlank(at(i).value))
            i += at(i).length;
        return i;
    }
    bool digitBefore(std::size_t i) const { // "3 Jan."
        return i >= 2 && m_text[i - 1] == ' ' && isDigit(codePointBefore(m_text, i - 1).value);
    }
    std::string_view m_text;
    const std::vector<QuoteMark>& m_marks;
    std::vector<Token>& m_out;
    std::size_t m_end = 0;
    std::size_t m_mark = 0; // first quotation mark not yet passed
};

} // namespace

std::vector<Token> tokenize(std::string_view text, const std::vector<Block>& blocks) {
    std::vector<Token> tokens;
    tokens.reserve(text.size() / 4); // news has a token for every five bytes
    const std::vector<QuoteMark> marks = findQuoteMarks(text, blocks);
    Lexer lexer(text, marks, tokens);
    for (const Block& block : blocks)
        lexer.run(block.span);
    return tokens;
}

} // namespace quoth

#include "core/text/mark_candidates.h"

#include "core/support/unicode.h"
#include "core/word_sets/text.h"

#include <algorithm>
#include <array>

namespace quoth {
namespace {

// Bytes that may begin a quotation mark in UTF-8.
constexpr auto mayBeginMark = [] {
    std::array<bool, 256> table{};
    for (const int byte : {0x22, 0x27, 0x60, 0xC2, 0xE2, 0xE3, 0xEF})
        table[static_cast<std::size_t>(byte)] = true;
    return table;
}();

bool isOpeningBracket(char32_t c) {
    return c == '(' || c == '[' || c == '{';
}

Side leftSide(char32_t c) {
    if (c == 0 || isSpace(c) || c == 0x200B) return Side::Space;
    if (isOpeningBracket(c) || c == '/') return Side::Bracket;
    if (isDash(c)) return Side::Dash;
    return isWordCharacter(c) ? Side::Word : Side::Stop;
}

// To the right, whatever can begin a quoted stretch counts as a word: "$5", "(He", "...and", "#".
Side rightSide(std::string_view text, std::size_t at, std::size_t end) {
    const char32_t c = at < end ? codePointAt(text, at).value : 0;
    if (c == 0 || isSpace(c) || c == 0x200B) return Side::Space;
    if (isDash(c)) return Side::Dash;
    if (c == 0x2026 || text.substr(at, 2) == "..") return Side::Dash;
    if (c == '.' && at + 1 < end && isDigit(codePointAt(text, at + 1).value)) return Side::Word;
    switch (c) {
    case '.':
    case ',':
    case ';':
    case ':':
    case '!':
    case '?':
    case ')':
    case ']':
    case '}':
    case '/':
    case '%':
    case 0x3001:
    case 0x3002:
    case 0xFF0C:
        return Side::Stop;
    default:
        return Side::Word;
    }
}

// Words that lose their head, and clitics that stand alone: an apostrophe, not an opening mark.
bool isElision(std::string_view rest) {
    const auto isAsciiLetter = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto isAsciiDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto end = std::find_if_not(rest.begin() + 1, rest.end(), isAsciiLetter);
    const std::string_view word = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
    if (words::elisions.contains(word)) return true;
    if (rest.size() < 2 || !isAsciiDigit(rest[0]) || !isAsciiDigit(rest[1])) return false;
    // the '90s, the class of '08
    return rest.size() == 2 || rest[2] == 's' || rest[2] == ' ' || rest[2] == ',';
}

Verdict verdictOf(const Candidate& c) {
    const bool rightOpen = c.right == Side::Word || c.right == Side::Dash;
    switch (c.left) {
    case Side::Space:
    case Side::Bracket:
        return rightOpen ? Verdict::Open : Verdict::Unknown;
    case Side::Dash:
        if (c.right == Side::Word) return Verdict::Open;
        return c.right == Side::Dash ? Verdict::Unknown : Verdict::Close;
    case Side::Word:
    case Side::Stop:
        return c.right == Side::Word ? Verdict::Unknown : Verdict::Close;
    }
    return Verdict::Unknown;
}

// One block's candidates, in order, classified by their surroundings alone.
class MarkCandidateCollector {
public:
    MarkCandidateCollector(std::string_view text, Span block) : m_text(text), m_block(block) {}

    void run(std::vector<Candidate>& out) const {
        out.clear();
        for (std::size_t i = m_block.begin; i < m_block.end;) {
            if (!mayBeginMark[static_cast<unsigned char>(m_text[i])]) {
                ++i;
                continue;
            }
            const CodePoint c = codePointAt(m_text, i);
            if (const auto shape = markShapeOf(c.value))
                i = add(out, i, c, *shape);
            else
                i += c.length;
        }
        classifyByContext(out);
    }

private:
    char32_t before(std::size_t at) const {
        return at > m_block.begin ? codePointBefore(m_text, at).value : 0;
    }

    std::size_t add(std::vector<Candidate>& out, std::size_t at, CodePoint c,
                    MarkShape shape) const {
        Candidate mark;
        mark.family = shape.family;
        mark.glyph = shape.glyph;
        mark.low = shape.low;
        std::size_t end = at + c.length;
        const bool touchesMark = !out.empty() && out.back().span.end == at;
        mark.left = touchesMark ? out.back().left : leftSide(before(at));
        // Two single marks of a kind are one double mark: LaTeX's `` and '', typed ‘‘ and ’’.
        const bool pairs =
            c.value == '`' || c.value == '\'' || c.value == 0x2018 || c.value == 0x2019;
        const auto same = [&](std::size_t i) {
            return i < m_block.end && m_text.compare(i, c.length, m_text, at, c.length) == 0;
        };
        if (pairs && same(end)) {
            const bool odd = same(end + c.length) && !same(end + 2 * c.length);
            const bool closing = mark.left == Side::Word || mark.left == Side::Stop;
            if (!odd || !closing) { // three that close: the inner single mark comes first
                mark.family = MarkFamily::Double;
                end += c.length;
            }
        }
        mark.span = makeSpan(at, end);
        mark.right = rightSide(m_text, end, m_block.end);
        mark.touchesWord = end < m_block.end && isWordCharacter(codePointAt(m_text, end).value);
        // Inside a word a single mark is always an apostrophe: don't, 6'2", Hawai‘i.
        const bool inWord = mark.left == Side::Word && !touchesMark && mark.touchesWord;
        if (inWord && mark.family == MarkFamily::Single) return end;
        if (isInches(mark)) return end;
        out.push_back(mark);
        return end;
    }

    // 6'2", 5'10”
    bool isInches(const Candidate& mark) const {
        if (mark.family != MarkFamily::Double || mark.left != Side::Word) return false;
        std::size_t i = mark.span.begin;
        while (i > m_block.begin && isDigit(static_cast<unsigned char>(m_text[i - 1])))
            --i;
        if (i == mark.span.begin || mark.span.begin - i > 2) return false;
        const CodePoint feet = codePointBefore(m_text, i);
        if (!isApostrophe(feet.value) && feet.value != 0x2032) return false;
        return isDigit(before(i - feet.length));
    }

    void classifyByContext(std::vector<Candidate>& marks) const {
        std::array<Verdict, 2> next{Verdict::Unknown, Verdict::Unknown};
        Verdict inside = Verdict::Unknown;
        for (std::size_t i = marks.size(); i-- > 0;) {
            Candidate& mark = marks[i];
            const bool touching = i + 1 < marks.size() && marks[i + 1].span.begin == mark.span.end;
            if (touching) mark.right = marks[i + 1].right;
            mark.context = verdictOf(mark);
            mark.doubtful = isDoubtful(mark, touching);
            mark.nextSure = next;
            mark.nextSureInside = inside;
            if (mark.doubtful || mark.context == Verdict::Unknown || contradicts(mark)) continue;
            next[static_cast<std::size_t>(mark.family)] = mark.context;
            if (mark.family == MarkFamily::Single)
                inside = mark.context;
            else if (mark.context == Verdict::Close)
                inside = Verdict::Unknown;
        }
    }

    static bool contradicts(const Candidate& mark) {
        return (mark.glyph == Glyph::Opening && mark.context == Verdict::Close) ||
               (mark.glyph == Glyph::Closing && mark.context == Verdict::Open);
    }

    bool isDoubtful(const Candidate& mark, bool touching) const {
        const char32_t last = before(mark.span.begin);
        if (mark.family == MarkFamily::Double)
            return mark.left == Side::Word && isDigit(last) && mark.glyph != Glyph::Opening;
        if (mark.context == Verdict::Open)
            return mark.touchesWord && isElision(m_text.substr(mark.span.end, 8));
        // Before a word, after a letter that plurals or clipped endings have: players', nothin'
        if (mark.context != Verdict::Close || mark.left != Side::Word || touching) return false;
        if (mark.right != Side::Space || mark.span.end >= m_block.end) return false;
        const bool clipped =
            mark.span.begin >= m_block.begin + 4 && m_text.substr(mark.span.begin - 2, 2) == "in";
        return last == 's' || last == 'S' || last == 'x' || last == 'z' || clipped;
    }

    std::string_view m_text;
    Span m_block;
};

} // namespace

std::optional<MarkShape> markShapeOf(char32_t c) {
    using enum MarkFamily;
    using enum Glyph;
    switch (c) {
    case '"':
    case 0xFF02:
        return MarkShape{Double, Neutral};
    case 0x201C: // “
    case 0xAB:   // «
    case 0x300C:
    case 0x300E:
    case 0x301D:
        return MarkShape{Double, Opening};
    case 0x201E: // „
    case 0x201F:
        return MarkShape{Double, Opening, true};
    case 0x201D: // ”
    case 0xBB:   // »
    case 0x300D:
    case 0x300F:
    case 0x301E:
    case 0x301F:
        return MarkShape{Double, Closing};
    case '\'':
    case 0xFF07:
        return MarkShape{Single, Neutral};
    case '`':
    case 0x2018: // ‘
    case 0x2039: // ‹
        return MarkShape{Single, Opening};
    case 0x201A: // ‚
    case 0x201B:
        return MarkShape{Single, Opening, true};
    case 0xB4:   // ´
    case 0x2019: // ’
    case 0x203A: // ›
        return MarkShape{Single, Closing};
    default:
        return std::nullopt;
    }
}

void collectCandidates(std::string_view text, Span block, std::vector<Candidate>& out) {
    MarkCandidateCollector(text, block).run(out);
}

} // namespace quoth

#include "core/text/marks.h"

#include "core/support/unicode.h"

#include <algorithm>
#include <array>
#include <optional>

namespace quoth {
namespace {

enum class Glyph : std::uint8_t { Opening, Closing, Neutral }; // what the shape alone says
enum class Side : std::uint8_t { Space, Bracket, Dash, Word, Stop };
enum class Verdict : std::uint8_t { Open, Close, Unknown };

// A possible quotation mark with its surroundings; marks that touch it are looked through.
struct Candidate {
    Span span;
    MarkFamily family = MarkFamily::Double;
    Glyph glyph = Glyph::Neutral;
    bool low = false;                             // „ or ‚, which “ or ‘ closes
    Side left = Side::Space, right = Side::Space; // Bracket: opening ones
    bool touchesWord = false;                     // the very next character is a letter or digit
    Verdict context = Verdict::Unknown;           // what the surroundings say
    bool doubtful = false;                        // may as well be an apostrophe or inches
    Verdict nextSure = Verdict::Unknown;          // of the same family, later in the block
    Verdict nextSureInside = Verdict::Unknown;    // the same, before a closing double mark
};

struct Shape {
    MarkFamily family;
    Glyph glyph;
    bool low = false;
};

std::optional<Shape> shapeOf(char32_t c) {
    using enum MarkFamily;
    using enum Glyph;
    switch (c) {
    case '"':
    case 0xFF02:
        return Shape{Double, Neutral};
    case 0x201C: // “
    case 0xAB:   // «
    case 0x300C:
    case 0x300E:
    case 0x301D:
        return Shape{Double, Opening};
    case 0x201E: // „
    case 0x201F:
        return Shape{Double, Opening, true};
    case 0x201D: // ”
    case 0xBB:   // »
    case 0x300D:
    case 0x300F:
    case 0x301E:
    case 0x301F:
        return Shape{Double, Closing};
    case '\'':
    case 0xFF07:
        return Shape{Single, Neutral};
    case '`':
    case 0x2018: // ‘
    case 0x2039: // ‹
        return Shape{Single, Opening};
    case 0x201A: // ‚
    case 0x201B:
        return Shape{Single, Opening, true};
    case 0xB4:   // ´
    case 0x2019: // ’
    case 0x203A: // ›
        return Shape{Single, Closing};
    default:
        return std::nullopt;
    }
}

// Bytes that may begin a quotation mark in UTF-8.
constexpr auto mayBeginMark = [] {
    std::array<bool, 256> table{};
    for (const int byte : {0x22, 0x27, 0x60, 0xC2, 0xE2, 0xE3, 0xEF})
        table[static_cast<std::size_t>(byte)] = true;
    return table;
}();

bool isDash(char32_t c) {
    return c == '-' || (c >= 0x2010 && c <= 0x2015);
}

bool isOpeningBracket(char32_t c) {
    return c == '(' || c == '[' || c == '{';
}

bool isWordLike(char32_t c) {
    return isLetter(c) || isDigit(c) || isCombining(c);
}

Side leftSide(char32_t c) {
    if (c == 0 || isSpace(c) || c == 0x200B) return Side::Space;
    if (isOpeningBracket(c) || c == '/') return Side::Bracket;
    if (isDash(c)) return Side::Dash;
    return isWordLike(c) ? Side::Word : Side::Stop;
}

// To the right, whatever can begin a quoted stretch counts as a word: "$5", "(He", "...and", "#".
Side rightSide(std::string_view text, std::size_t at, std::size_t end) {
    const char32_t c = at < end ? codePointAt(text, at).value : 0;
    if (c == 0 || isSpace(c) || c == 0x200B) return Side::Space;
    if (isDash(c)) return Side::Dash;
    if (c == 0x2026 || text.substr(at, 2) == "..") return Side::Dash;
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

// Words that lose their head: an apostrophe stands before them, not an opening mark.
bool isElision(std::string_view rest) {
    static constexpr auto words =
        std::to_array<std::string_view>({"em", "til", "tis", "Tis", "twas", "Twas", "n", "twill"});
    const auto isAsciiLetter = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto isAsciiDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto end = std::find_if_not(rest.begin() + 1, rest.end(), isAsciiLetter);
    const std::string_view word = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
    if (std::find(words.begin(), words.end(), word) != words.end()) return true;
    if (rest.size() < 2 || !isAsciiDigit(rest[0]) || !isAsciiDigit(rest[1])) return false;
    // the '90s, the class of '08
    return rest.size() == 2 || rest[2] == 's' || rest[2] == ' ' || rest[2] == ',';
}

// Words that lose it now and then; they may as well open a stretch.
bool mayBeClipped(std::string_view rest) {
    static constexpr auto words = std::to_array<std::string_view>(
        {"cause", "cos", "cuz", "bout", "round", "nuff", "im", "er", "Nam", "Til", "Cause"});
    return std::any_of(words.begin(), words.end(), [&](std::string_view w) {
        return rest.starts_with(w) && (rest.size() == w.size() || rest[w.size()] == ' ');
    });
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

// One block's candidates, in order, judged by their surroundings alone.
class Collector {
public:
    Collector(std::string_view text, Span block) : m_text(text), m_block(block) {}

    const std::vector<Candidate>& run(std::vector<Candidate>& out) {
        out.clear();
        for (std::size_t i = m_block.begin; i < m_block.end;) {
            if (!mayBeginMark[static_cast<unsigned char>(m_text[i])]) {
                ++i;
                continue;
            }
            const CodePoint c = codePointAt(m_text, i);
            if (const auto shape = shapeOf(c.value))
                i = add(out, i, c, *shape);
            else
                i += c.length;
        }
        judge(out);
        return out;
    }

private:
    char32_t before(std::size_t at) const {
        return at > m_block.begin ? codePointBefore(m_text, at).value : 0;
    }

    std::size_t add(std::vector<Candidate>& out, std::size_t at, CodePoint c, Shape shape) const {
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
        mark.touchesWord = end < m_block.end && isWordLike(codePointAt(m_text, end).value);
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

    void judge(std::vector<Candidate>& marks) const {
        Verdict next[2] = {Verdict::Unknown, Verdict::Unknown}; // by family
        Verdict inside = Verdict::Unknown;
        for (std::size_t i = marks.size(); i-- > 0;) {
            Candidate& mark = marks[i];
            const bool touching = i + 1 < marks.size() && marks[i + 1].span.begin == mark.span.end;
            if (touching) mark.right = marks[i + 1].right;
            mark.context = verdictOf(mark);
            mark.doubtful = isDoubtful(mark, touching);
            Verdict& nextSure = next[static_cast<std::size_t>(mark.family)];
            mark.nextSure = nextSure;
            mark.nextSureInside = inside;
            if (mark.doubtful || mark.context == Verdict::Unknown || contradicts(mark)) continue;
            nextSure = mark.context;
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

// Walks one block's candidates with what is open, and settles each of them.
class Automaton {
public:
    Automaton(std::string_view text, const std::vector<Candidate>& marks, bool nextReopens)
        : m_text(text), m_marks(marks), m_nextReopens(nextReopens) {}

    void run(std::uint32_t block, std::vector<QuoteMark>& out) {
        countClosers();
        for (std::size_t i = 0; i < m_marks.size(); ++i) {
            const Verdict verdict = settle(i);
            if (verdict == Verdict::Unknown) continue; // not a quotation mark
            const Candidate& mark = m_marks[i];
            if (verdict == Verdict::Open)
                open(mark);
            else
                close(mark);
            out.push_back({mark.span, block, mark.family, verdict == Verdict::Open});
        }
    }

private:
    struct Opened {
        MarkFamily family;
        bool low;
    };

    bool isOpen(MarkFamily family) const { return m_count[static_cast<std::size_t>(family)] > 0; }

    bool insideDouble() const { return isOpen(MarkFamily::Double); }

    void open(const Candidate& mark) {
        m_open.push_back({mark.family, mark.low});
        ++m_count[static_cast<std::size_t>(mark.family)];
    }

    void close(const Candidate& mark) {
        if (!isOpen(mark.family)) return;
        for (bool found = false; !found;) {
            found = m_open.back().family == mark.family;
            --m_count[static_cast<std::size_t>(m_open.back().family)];
            m_open.pop_back();
        }
    }

    // How many single marks at or after each one could close.
    void countClosers() {
        m_closersAfter.assign(m_marks.size() + 1, 0);
        for (std::size_t i = m_marks.size(); i-- > 0;) {
            const Candidate& mark = m_marks[i];
            const bool could = mark.family == MarkFamily::Single &&
                               (mark.context == Verdict::Close ||
                                (mark.context == Verdict::Unknown && mark.left != Side::Space));
            m_closersAfter[i] = m_closersAfter[i + 1] + (could ? 1 : 0);
        }
    }

    Verdict settle(std::size_t i) const {
        const Candidate& mark = m_marks[i];
        return mark.family == MarkFamily::Double ? settleDouble(mark) : settleSingle(i);
    }

    Verdict settleDouble(const Candidate& mark) const {
        const bool open = isOpen(MarkFamily::Double);
        if (mark.doubtful) {
            if (!open) // 12" of rain; a curly mark is never inches
                return mark.glyph == Glyph::Closing ? Verdict::Close : Verdict::Unknown;
            const bool inches = mark.glyph == Glyph::Neutral && mark.nextSure == Verdict::Close &&
                                mark.context == Verdict::Close;
            return inches ? Verdict::Unknown : Verdict::Close;
        }
        return bySides(mark, open);
    }

    // Surroundings first; where they are silent or the shape contradicts them, what is open.
    Verdict bySides(const Candidate& mark, bool open) const {
        const Verdict byState = open ? Verdict::Close : Verdict::Open;
        switch (mark.glyph) {
        case Glyph::Opening:
            if (open && m_open.back().low && !mark.low) return Verdict::Close; // „so“
            return mark.context == Verdict::Close ? byState : Verdict::Open;
        case Glyph::Closing:
            return mark.context == Verdict::Open ? byState : Verdict::Close;
        case Glyph::Neutral:
            break;
        }
        return mark.context == Verdict::Unknown ? byState : mark.context;
    }

    Verdict settleSingle(std::size_t i) const {
        const Candidate& mark = m_marks[i];
        const bool open = isOpen(MarkFamily::Single);
        const bool angled = mark.glyph != Glyph::Neutral && !isApostropheAt(mark);
        if (angled && m_text[mark.span.begin] != '`') return bySides(mark, open); // ‹ › ‚
        switch (mark.context) {
        case Verdict::Open:
            return mark.doubtful ? Verdict::Unknown : opening(i, open);
        case Verdict::Close:
            return closing(mark, open);
        case Verdict::Unknown:
            break;
        }
        if (mark.left == Side::Word) return Verdict::Unknown;
        if (open && mark.glyph != Glyph::Opening) return Verdict::Close;
        if (mark.glyph == Glyph::Opening) return Verdict::Open;
        const bool glued = mark.left == Side::Stop && mark.right == Side::Word;
        return glued && m_closersAfter[i + 1] > 0 ? Verdict::Open : Verdict::Unknown;
    }

    Verdict opening(std::size_t i, bool open) const {
        const Candidate& mark = m_marks[i];
        if (mark.glyph == Glyph::Closing && open) return Verdict::Close;
        if (mark.glyph == Glyph::Opening || m_closersAfter[i + 1] > 0) return Verdict::Open;
        // Nothing closes it: a clipped word, or a mark whose partner is missing.
        if (mayBeClipped(m_text.substr(mark.span.end, 8))) return Verdict::Unknown;
        const bool first = i == 0 && mark.left == Side::Space && startsBlock(mark);
        return first || m_nextReopens || follows(mark, ':') || follows(mark, ',')
                   ? Verdict::Open
                   : Verdict::Unknown;
    }

    Verdict closing(const Candidate& mark, bool open) const {
        if (!open) { // a possessive, or the end of a stretch whose opening mark is missing
            const bool afterStop = mark.left == Side::Stop && !followsInitials(mark);
            return afterStop && mark.glyph != Glyph::Opening ? Verdict::Close : Verdict::Unknown;
        }
        if (!mark.doubtful) return Verdict::Close;
        const bool inner = insideDouble() && m_open.back().family == MarkFamily::Single;
        const Verdict next = inner ? mark.nextSureInside : mark.nextSure;
        return next == Verdict::Close ? Verdict::Unknown : Verdict::Close;
    }

    bool isApostropheAt(const Candidate& mark) const {
        return isApostrophe(codePointAt(m_text, mark.span.begin).value);
    }
    bool startsBlock(const Candidate& mark) const {
        const CodePoint c = codePointBefore(m_text, mark.span.begin);
        return c.length == 0 || c.value == '\n';
    }
    bool follows(const Candidate& mark, char stop) const {
        return mark.span.begin >= 2 && m_text[mark.span.begin - 1] == ' ' &&
               m_text[mark.span.begin - 2] == stop;
    }
    bool followsInitials(const Candidate& mark) const { // the U.S.' role
        return mark.span.begin >= 3 && m_text[mark.span.begin - 1] == '.' &&
               isUpper(static_cast<unsigned char>(m_text[mark.span.begin - 2])) &&
               m_text[mark.span.begin - 3] == '.';
    }

    std::string_view m_text;
    const std::vector<Candidate>& m_marks;
    bool m_nextReopens;
    std::vector<Opened> m_open;
    std::size_t m_count[2] = {0, 0};
    std::vector<std::uint32_t> m_closersAfter;
};

bool beginsWithSingleMark(std::string_view text, Span block) {
    const auto shape = shapeOf(codePointAt(text, block.begin).value);
    return shape && shape->family == MarkFamily::Single && shape->glyph != Glyph::Closing;
}

} // namespace

bool isApostrophe(char32_t c) {
    return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x201B || c == 0xB4 || c == 0x2BC ||
           c == 0xFF07;
}

std::vector<QuoteMark> findQuoteMarks(std::string_view text, const std::vector<Block>& blocks) {
    std::vector<QuoteMark> out;
    std::vector<Candidate> marks;
    for (std::uint32_t b = 0; b < blocks.size(); ++b) {
        Collector(text, blocks[b].span).run(marks);
        if (marks.empty()) continue;
        const bool reopens =
            b + 1 < blocks.size() && beginsWithSingleMark(text, blocks[b + 1].span);
        Automaton(text, marks, reopens).run(b, out);
    }
    return out;
}

} // namespace quoth

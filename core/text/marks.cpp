#include "core/text/marks.h"

#include "core/support/unicode.h"
#include "core/text/mark_candidates.h"
#include "core/word_sets/text.h"

#include <array>

namespace quoth {
namespace {

// Words that lose it now and then; they may as well open a stretch.
bool mayBeClipped(std::string_view rest) {
    return words::clippedWords.contains(rest.substr(0, rest.find(' ')));
}

// Walks one block's candidates with what is open, and settles each of them.
class Automaton {
public:
    // `reopened`: the family of the mark that begins the next block.
    Automaton(std::string_view text, const std::vector<Candidate>& marks,
              std::optional<MarkFamily> reopened)
        : m_text(text), m_marks(marks), m_reopened(reopened) {}

    void run(std::uint32_t block, std::vector<QuoteMark>& out) {
        countClosers();
        for (std::size_t i = 0; i < m_marks.size(); ++i) {
            const Candidate& mark = m_marks[i];
            MarkFamily family = mark.family;
            Verdict verdict =
                family == MarkFamily::Double ? verdictOnDouble(mark) : verdictOnSingle(i);
            if (closesOther(mark, verdict)) {
                family = otherFamily(family);
                verdict = Verdict::Close;
            }
            if (verdict == Verdict::Unknown) continue; // not a quotation mark
            if (verdict == Verdict::Open)
                open(family, mark.low);
            else
                close(family);
            out.push_back({mark.span, block, family, verdict == Verdict::Open});
        }
    }

private:
    struct Opened {
        MarkFamily family;
        bool low;
    };

    static MarkFamily otherFamily(MarkFamily family) {
        return family == MarkFamily::Double ? MarkFamily::Single : MarkFamily::Double;
    }
    bool isOpen(MarkFamily family) const { return m_count[static_cast<std::size_t>(family)] > 0; }
    static Verdict nextSure(const Candidate& mark, MarkFamily family) {
        return mark.nextSure[static_cast<std::size_t>(family)];
    }

    void open(MarkFamily family, bool low) {
        m_open.push_back({family, low});
        ++m_count[static_cast<std::size_t>(family)];
    }

    void close(MarkFamily family) {
        if (!isOpen(family)) return;
        for (bool found = false; !found;) {
            found = m_open.back().family == family;
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

    // “We won’ they said: a closing mark of the other family, where its own has nothing open and
    // nothing else closes what is.
    bool closesOther(const Candidate& mark, Verdict verdict) const {
        const MarkFamily other = otherFamily(mark.family);
        if (mark.context != Verdict::Close || mark.doubtful || verdict == Verdict::Open)
            return false;
        if (mark.glyph == Glyph::Opening || isOpen(mark.family) || !isOpen(other)) return false;
        if (nextSure(mark, other) == Verdict::Close || followsInitials(mark)) return false;
        return mark.left == Side::Stop || m_reopened != other;
    }

    Verdict verdictOnDouble(const Candidate& mark) const {
        const bool open = isOpen(MarkFamily::Double);
        if (!mark.doubtful) return bySides(mark, open);
        if (!open) // 12" of rain; a curly mark is never inches
            return mark.glyph == Glyph::Closing ? Verdict::Close : Verdict::Unknown;
        const bool inches = mark.glyph == Glyph::Neutral && mark.context == Verdict::Close &&
                            nextSure(mark, MarkFamily::Double) == Verdict::Close;
        return inches ? Verdict::Unknown : Verdict::Close;
    }

    // Surroundings first; where they are silent or the shape contradicts them, what is open.
    Verdict bySides(const Candidate& mark, bool open) const {
        const Verdict byState = open ? Verdict::Close : Verdict::Open;
        const bool alone = mark.left == Side::Space && mark.right == Side::Space;
        if (alone) return byState;
        switch (mark.glyph) {
        case Glyph::Opening:
            if (open && m_open.back().low && !mark.low) return Verdict::Close; // „so“
            if (mark.left == Side::Space && mark.right == Side::Stop) return Verdict::Close;
            return mark.context == Verdict::Close ? byState : Verdict::Open;
        case Glyph::Closing:
            return mark.context == Verdict::Open ? byState : Verdict::Close;
        case Glyph::Neutral:
            break;
        }
        return mark.context == Verdict::Unknown ? byState : mark.context;
    }

    Verdict verdictOnSingle(std::size_t i) const {
        const Candidate& mark = m_marks[i];
        const bool open = isOpen(MarkFamily::Single);
        const char32_t c = codePointAt(m_text, mark.span.begin).value;
        if (!isApostrophe(c) && c != '`') return bySides(mark, open); // ‹ › ‚
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
        if (m_closersAfter[i + 1] > 0) return Verdict::Open;
        // Nothing closes it: a clipped word ('Nam), the ayin of an Arabic name (‘Abd), or a mark
        // whose partner is missing.
        const std::string_view rest = m_text.substr(mark.span.end, 8);
        if (mayBeClipped(rest)) return Verdict::Unknown;
        if (mark.glyph == Glyph::Opening && !startsUpper(rest)) return Verdict::Open;
        const bool crossed =
            nextSure(mark, MarkFamily::Double) == Verdict::Close && !isOpen(MarkFamily::Double);
        const bool first = i == 0 && startsBlock(mark);
        return first || crossed || m_reopened == MarkFamily::Single || follows(mark, ':') ||
                       follows(mark, ',')
                   ? Verdict::Open
                   : Verdict::Unknown;
    }

    Verdict closing(const Candidate& mark, bool open) const {
        if (!open) { // a possessive, or the end of a stretch whose opening mark is missing
            const bool afterStop = mark.left == Side::Stop && !followsInitials(mark);
            return afterStop && mark.glyph != Glyph::Opening ? Verdict::Close : Verdict::Unknown;
        }
        if (!mark.doubtful) return Verdict::Close;
        const bool inner = isOpen(MarkFamily::Double) && m_open.back().family == MarkFamily::Single;
        const Verdict next = inner ? mark.nextSureInside : nextSure(mark, MarkFamily::Single);
        return next == Verdict::Close ? Verdict::Unknown : Verdict::Close;
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
    std::optional<MarkFamily> m_reopened;
    std::vector<Opened> m_open;
    std::array<std::size_t, 2> m_count{0, 0};
    std::vector<std::uint32_t> m_closersAfter;
};

// The family of the mark that begins a block, if that may open a stretch.
std::optional<MarkFamily> openingFamily(std::string_view text, Span block) {
    const auto shape = markShapeOf(codePointAt(text, block.begin).value);
    if (!shape || shape->glyph == Glyph::Closing) return std::nullopt;
    const bool twice = text.substr(block.begin, 2) == "''" || text.substr(block.begin, 2) == "``";
    return twice ? MarkFamily::Double : shape->family;
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
        collectCandidates(text, blocks[b].span, marks);
        if (marks.empty()) continue;
        const auto reopened =
            b + 1 < blocks.size() ? openingFamily(text, blocks[b + 1].span) : std::nullopt;
        Automaton(text, marks, reopened).run(b, out);
    }
    return out;
}

} // namespace quoth

#include "core/quotes/marks/quote_marks.h"

#include "core/quotes/marks/stretch_kind.h"
#include "core/quotes/quote_limits.h"
#include "core/support/unicode.h"
#include "core/text/marks.h"
#include "core/text/word_lists.h"

#include <algorithm>

namespace quoth {
namespace {

// Pairs the marks of one block after the other, with a stack of what is open.
class Pairing {
public:
    explicit Pairing(const TokenizedText& text)
        : m_text(text), m_marks(findQuoteMarks(text.text, text.blocks)) {}

    std::vector<QuotedStretch> run() {
        locateMarks();
        std::uint32_t begin = 0; // first token of the block
        std::size_t mark = 0;
        for (std::uint32_t b = 0; b < m_text.blocks.size(); ++b) {
            std::uint32_t end = begin;
            while (end < m_text.tokens.size() &&
                   m_text.tokens[end].span.begin < m_text.blocks[b].span.end)
                ++end;
            const std::size_t first = mark;
            while (mark < m_marks.size() && m_marks[mark].block == b)
                ++mark;
            m_block = {begin, end};
            if (!interrupts(m_text.blocks[b].kind)) {
                pairBlock(first, mark);
            }
            begin = end;
        }
        trimUnclosed();
        for (QuotedStretch& stretch : m_out)
            stretch.span = m_text.spanOf(stretch.tokens);
        return std::move(m_out);
    }

private:
    // What the last paragraph left open; without a stretch where nothing followed the mark.
    struct Carried {
        std::optional<std::uint32_t> stretch;
        MarkFamily family;
    };

    // Lines between two paragraphs of a quotation that do not end it.
    static bool interrupts(BlockKind kind) {
        return kind == BlockKind::Byline || kind == BlockKind::Dateline ||
               kind == BlockKind::Credit;
    }

    // The token of each mark; a mark that is part of a longer token (an address) pairs with none.
    void locateMarks() {
        m_tokenOf.reserve(m_marks.size());
        std::uint32_t token = 0;
        std::erase_if(m_marks, [&](const QuoteMark& mark) {
            while (token < m_text.tokens.size() &&
                   m_text.tokens[token].span.begin < mark.span.begin)
                ++token;
            const bool found =
                token < m_text.tokens.size() && m_text.tokens[token].span == mark.span;
            if (found) m_tokenOf.push_back(token);
            return !found;
        });
    }

    void pairBlock(std::size_t first, std::size_t last) {
        const auto carried = m_carried;
        m_carried.reset();
        if (m_block.empty()) return;
        countBalance(first, last);
        for (std::size_t i = first; i < last; ++i) {
            if (m_marks[i].opens)
                open(i, i == first ? carried : std::nullopt, first);
            else
                close(i, i == first ? carried : std::nullopt);
        }
        // A mark is missing, or the quotation goes on in the next paragraph.
        if (!m_stack.empty()) m_carried = Carried{m_stack.front(), familyOf(m_stack.front())};
        while (!m_stack.empty())
            endUnclosed(m_block.end);
        // A mark alone at the paragraph's end belongs to the next one.
        if (m_carried && *m_carried->stretch >= m_out.size()) m_carried->stretch.reset();
    }

    // m_balance[i - first]: opening minus closing marks of the mark's family after mark i.
    void countBalance(std::size_t first, std::size_t last) {
        m_balance.assign(last - first, 0);
        int after[2] = {0, 0};
        for (std::size_t i = last; i-- > first;) {
            int& count = after[static_cast<std::size_t>(m_marks[i].family)];
            m_balance[i - first] = count;
            count += m_marks[i].opens ? 1 : -1;
        }
    }

    MarkFamily familyOf(std::uint32_t stretch) const { return m_family[stretch]; }

    void open(std::size_t i, const std::optional<Carried>& carried, std::size_t first) {
        const std::uint32_t token = m_tokenOf[i];
        const MarkFamily family = m_marks[i].family;
        if (!m_stack.empty() && familyOf(m_stack.back()) == family) {
            // Within its own kind: nested when the closing marks suffice, else one is missing.
            const auto open = static_cast<int>(
                std::count_if(m_stack.begin(), m_stack.end(),
                              [&](std::uint32_t s) { return familyOf(s) == family; }));
            if (open + 1 + m_balance[i - first] > 0) endUnclosed(token);
        }
        if (m_stack.size() >= quote_limits::markDepth) return;
        push(token, family, true);
        // The paragraph opens again what the last one left open.
        if (carried && token == m_block.begin && carried->family == family)
            m_out.back().continues = carried->stretch;
    }

    void push(std::uint32_t token, MarkFamily family, bool opened) {
        QuotedStretch stretch;
        stretch.tokens = {token, token};
        stretch.opened = opened;
        stretch.depth = static_cast<std::uint8_t>(m_stack.size());
        if (!m_stack.empty()) stretch.parent = m_stack.back();
        m_stack.push_back(static_cast<std::uint32_t>(m_out.size()));
        m_out.push_back(stretch);
        m_family.push_back(family);
    }

    void close(std::size_t i, const std::optional<Carried>& carried) {
        const std::uint32_t token = m_tokenOf[i];
        const MarkFamily family = m_marks[i].family;
        const bool isOpen = std::any_of(m_stack.begin(), m_stack.end(),
                                        [&](std::uint32_t s) { return familyOf(s) == family; });
        if (!isOpen) {
            closeStray(token, family, carried);
            return;
        }
        while (familyOf(m_stack.back()) != family)
            endUnclosed(token);
        m_out[m_stack.back()].tokens.end = m_lastEnd = token + 1;
        m_stack.pop_back();
    }

    // A closing mark whose opening one is missing: the quotation of the last paragraph goes on, or
    // a sentence was spoken from its start.
    void closeStray(std::uint32_t token, MarkFamily family, const std::optional<Carried>& carried) {
        if (!m_stack.empty() || token == m_block.begin) return;
        const bool goesOn = carried && carried->family == family;
        const Token& last = m_text.tokens[token - 1];
        const std::string_view stop = m_text.word(token - 1);
        const bool spoken = last.kind == TokenKind::Punctuation &&
                            (stop == "," || stop == "." || stop == "!" || stop == "?");
        if (!goesOn && !spoken) return;
        std::uint32_t begin = m_block.begin;
        if (!goesOn) {
            begin = m_text.sentences[m_text.sentenceOf(token)].tokens.begin;
            begin = std::max(begin, m_lastEnd);
            if (begin + 1 >= token) return;
        }
        push(begin, family, false);
        if (goesOn) m_out.back().continues = carried->stretch;
        m_out.back().tokens.end = m_lastEnd = token + 1;
        m_stack.pop_back();
    }

    // “We won it, he said. They left: the mark that is missing stood before the attribution.
    void trimUnclosed() {
        std::vector<bool> goesOn(m_out.size(), false);
        for (const QuotedStretch& stretch : m_out)
            if (stretch.continues) goesOn[*stretch.continues] = true;
        for (std::size_t i = 0; i < m_out.size(); ++i) {
            QuotedStretch& stretch = m_out[i];
            const bool hasChildren = i + 1 < m_out.size() && m_out[i + 1].parent == i;
            if (stretch.closed || goesOn[i] || hasChildren) continue;
            for (std::uint32_t t = stretch.tokens.begin + 2; t < stretch.tokens.end; ++t)
                if (m_text.word(t - 1) == "," && attributionAt(t, stretch.tokens.end)) {
                    stretch.tokens.end = t;
                    break;
                }
        }
    }

    // "he said", "Mr Smith told", "said the mayor"
    bool attributionAt(std::uint32_t token, std::uint32_t end) const {
        const auto lower = [&](std::uint32_t i) -> std::string_view {
            return m_text.tokens[i].lower;
        };
        if (lower(token) == "said" || lower(token) == "says") return true;
        if (lower(token) == "he" || lower(token) == "she" || lower(token) == "they")
            return token + 1 < end && isSpeechVerb(lower(token + 1));
        for (std::uint32_t i = token; i < end && i < token + quote_limits::speechVerbReach; ++i) {
            if (i > token && isSpeechVerb(lower(i))) return true;
            if (!startsUpper(m_text.word(i))) return false;
        }
        return false;
    }

    void endUnclosed(std::uint32_t end) {
        const std::uint32_t index = m_stack.back();
        m_stack.pop_back();
        QuotedStretch& stretch = m_out[index];
        stretch.tokens.end = m_lastEnd = end;
        stretch.closed = false;
        if (stretch.tokens.size() > 1 || index + 1 != m_out.size()) return;
        m_out.pop_back(); // nothing but its mark
        m_family.pop_back();
    }

    const TokenizedText& m_text;
    std::vector<QuoteMark> m_marks;
    std::vector<std::uint32_t> m_tokenOf; // by mark
    std::vector<QuotedStretch> m_out;
    std::vector<MarkFamily> m_family;   // by stretch
    std::vector<std::uint32_t> m_stack; // stretches that are open, outermost first
    std::vector<int> m_balance;
    IndexRange m_block;
    std::uint32_t m_lastEnd = 0; // of the stretch that ended last
    std::optional<Carried> m_carried;
};

} // namespace

std::vector<QuotedStretch> findQuotedStretches(const TokenizedText& text) {
    std::vector<QuotedStretch> stretches = Pairing(text).run();
    judgeKinds(text, stretches);
    return stretches;
}

} // namespace quoth

#include "core/text/sentences.h"

#include "core/support/unicode.h"
#include "core/text/abbreviations.h"
#include "core/text/calendar_names.h"
#include "core/text/marks.h"
#include "core/text/word_lists.h"
#include "core/word_sets/text.h"

#include <algorithm>

namespace quoth {
namespace {

// No sentence is longer: text without any stop is cut, so that later stages stay quick.
constexpr std::uint32_t maxTokens = 1000;
// Nor are more marks in a row looked past at the end of one or at the start of the next.
constexpr std::uint32_t longestRun = 32;

bool isOfCalendar(std::string_view lower) { // what goes on after "a.m."
    return monthOf(lower) != 0 || weekdayOf(lower) != 0 || words::timeZones.contains(lower);
}

enum class Stop : std::uint8_t { None, Plain, Strong, Dots, Abbreviated }; // Strong: ! or ?

class SentenceSplitter {
public:
    SentenceSplitter(std::string_view text, const std::vector<Token>& tokens)
        : m_text(text), m_tokens(tokens) {}

    void setMarks(const std::vector<QuoteMark>& marks) {
        m_opens.assign(m_tokens.size(), false);
        std::size_t token = 0;
        for (const QuoteMark& mark : marks) {
            while (token < m_tokens.size() && m_tokens[token].span.begin < mark.span.begin)
                ++token;
            if (token < m_tokens.size()) m_opens[token] = mark.opens;
        }
    }

    void run(std::uint32_t begin, std::uint32_t end, std::uint32_t block,
             std::vector<Sentence>& out) const {
        const auto emit = [&](std::uint32_t from, std::uint32_t to) {
            out.push_back(
                {{m_tokens[from].span.begin, m_tokens[to - 1].span.end}, {from, to}, block});
        };
        std::uint32_t from = begin;
        for (std::uint32_t i = begin; i < end;) {
            const std::uint32_t next = boundaryAfter(i, begin, end);
            i = next > 0 ? next : i + 1;
            if (i < end && (next > 0 || startsItem(i) || i - from >= maxTokens)) {
                if (i > from) emit(from, i);
                from = i;
            }
        }
        if (from < end) emit(from, end);
    }

private:
    std::string_view word(std::uint32_t i) const { return slice(m_text, m_tokens[i].span); }
    bool isClosingMark(std::uint32_t i) const {
        return m_tokens[i].kind == TokenKind::QuoteMark && !m_opens[i];
    }
    bool touchesPrevious(std::uint32_t i) const {
        return i > 0 && m_tokens[i - 1].span.end == m_tokens[i].span.begin;
    }

    Stop stopAt(std::uint32_t i) const {
        const std::string_view w = word(i);
        switch (m_tokens[i].kind) {
        case TokenKind::Punctuation:
            if (w == ".") return Stop::Plain;
            if (w == "!" || w == "?" || w == "\u203D") return Stop::Strong;
            if (w == "\u3002" || w == "\uFF01" || w == "\uFF1F" || w == "\u061F" || w == "\u0964")
                return Stop::Strong;
            if (w == "\u2026" || w.starts_with("..")) return Stop::Dots;
            return Stop::None;
        case TokenKind::Word:
            return w.size() > 1 && w.back() == '.' ? Stop::Abbreviated : Stop::None;
        default:
            return Stop::None;
        }
    }

    // The token after the sentence that ends with token i; 0 where none ends.
    std::uint32_t boundaryAfter(std::uint32_t i, std::uint32_t begin, std::uint32_t end) const {
        Stop stop = stopAt(i);
        if (stop == Stop::None) return 0;
        std::uint32_t next = i + 1;
        bool quoted = false;
        for (; next < std::min(end, i + longestRun);
             ++next) { // further stops, closing marks and brackets belong to it
            const std::string_view w = word(next);
            const Stop more = stopAt(next);
            if (isClosingMark(next))
                quoted = true;
            else if (more == Stop::Strong || (more == Stop::Dots && touchesPrevious(next)))
                stop = stop == Stop::Abbreviated ? more : stop;
            else if (!touchesPrevious(next) || (w != ")" && w != "]" && w != "}" && w != "."))
                break;
        }
        if (next == end) return end;
        return endsSentence(i, stop, quoted, next, begin, end) ? next : 0;
    }

    bool endsSentence(std::uint32_t i, Stop stop, bool quoted, std::uint32_t next,
                      std::uint32_t begin, std::uint32_t end) const {
        if (!canStart(next, end)) return false;
        if (quoted && stop != Stop::Abbreviated && attributionFollows(next, end, stop))
            return false;
        const std::uint32_t first = firstWord(next, end);
        switch (stop) {
        case Stop::Abbreviated:
            return quoted || abbreviationEnds(i, first, next);
        case Stop::Plain: // "1. First item"
            return i != begin + 1 || m_tokens[begin].kind != TokenKind::Number ||
                   m_tokens[begin].span.size() > 3;
        case Stop::Dots:
            return m_tokens[first].lower != "i";
        default:
            return true;
        }
    }

    // Past opening marks and brackets.
    std::uint32_t firstWord(std::uint32_t i, std::uint32_t end) const {
        const auto opening = [&](std::uint32_t t) {
            if (m_tokens[t].kind == TokenKind::QuoteMark) return true;
            const std::string_view w = word(t);
            return m_tokens[t].kind == TokenKind::Punctuation &&
                   (w == "(" || w == "[" || w == "{" || w == "\u00BF" || w == "\u00A1" ||
                    w == "\u2026" || w.starts_with("..") || isDash(w));
        };
        const std::uint32_t last = std::min(end - 1, i + longestRun);
        while (i < last && opening(i))
            ++i;
        return i;
    }
    static bool isDash(std::string_view w) {
        return w[0] == '-' || w == "\u2013" || w == "\u2014" || w == "\u2015";
    }

    // Anything but a lower-case word or a mark that goes on: "Stop!" he said; (sic!), but
    bool canStart(std::uint32_t next, std::uint32_t end) const {
        const std::uint32_t first = firstWord(next, end);
        const std::string_view w = word(first);
        switch (m_tokens[first].kind) {
        case TokenKind::Word: {
            const char32_t c = codePointAt(w, 0).value;
            if (!isLower(c)) return true;
            // iPhone, eBay, al-Assad; a word glued to its stop: "ended.it"
            return std::any_of(w.begin(), w.end(), [](char b) { return b >= 'A' && b <= 'Z'; });
        }
        case TokenKind::Number:
        case TokenKind::Other:
        case TokenKind::QuoteMark:
            return true;
        case TokenKind::Clitic:
            return false;
        case TokenKind::Punctuation:
            break;
        }
        return w == "$" || w == "#" || w == "*" || w[0] == '\xE2' || w == "\u00A3" || w == "\u00A5";
    }

    bool abbreviationEnds(std::uint32_t i, std::uint32_t first, std::uint32_t next) const {
        std::string_view lower = m_tokens[i].lower;
        lower.remove_suffix(1);
        const std::string_view following = m_tokens[first].lower;
        const bool starter = isStarter(following);
        if (isDash(word(next))) return false;
        if (lower == "a.m" || lower == "p.m")
            return m_tokens[first].kind == TokenKind::Word && !isOfCalendar(following) &&
                   !isAllCaps(word(first));
        switch (abbreviationOf(lower)) {
        case Abbreviation::Title:
            return starter && lower == "st";
        case Abbreviation::Numeric:
        case Abbreviation::Common:
            return false;
        case Abbreviation::Dated:
            return starter;
        case Abbreviation::Suffix:
            return starter || first != next;
        case Abbreviation::None:
            break;
        }
        return starter && lower.size() > 1; // U.S.S.R.; an initial never ends a sentence
    }

    // Does the sentence go on with the speaker of the quotation that ended? After ! or ? that is
    // "Mr Smith asked", after a full stop only where nothing else follows: “We won.” Smith said.
    bool attributionFollows(std::uint32_t next, std::uint32_t end, Stop stop) const {
        constexpr std::uint32_t reach = 7;
        for (std::uint32_t i = next; i < end && i < next + reach; ++i) {
            const Token& token = m_tokens[i];
            if (token.kind != TokenKind::Word) return false;
            if (i > next && isSpeechVerb(token.lower))
                return stop != Stop::Plain || i + 1 == end || stopAt(i + 1) == Stop::Plain;
            if (isStarter(token.lower)) return false;
            if (!startsUpper(word(i)) && !words::nameParticles.contains(token.lower)) return false;
        }
        return false;
    }

    bool startsItem(std::uint32_t i) const {
        const std::string_view w = word(i);
        return m_tokens[i].kind == TokenKind::Punctuation &&
               (w == "\u2022" || w == "\u25AA" || w == "\u25E6" || w == "\u25CF");
    }

    std::string_view m_text;
    const std::vector<Token>& m_tokens;
    std::vector<bool> m_opens;
};

} // namespace

std::vector<Sentence> splitSentences(std::string_view text, const std::vector<Block>& blocks,
                                     const std::vector<Token>& tokens) {
    std::vector<Sentence> sentences;
    SentenceSplitter splitter(text, tokens);
    splitter.setMarks(findQuoteMarks(text, blocks));
    std::uint32_t begin = 0;
    for (std::uint32_t b = 0; b < blocks.size(); ++b) {
        std::uint32_t end = begin;
        while (end < tokens.size() && tokens[end].span.begin < blocks[b].span.end)
            ++end;
        splitter.run(begin, end, b, sentences);
        begin = end;
    }
    return sentences;
}

} // namespace quoth

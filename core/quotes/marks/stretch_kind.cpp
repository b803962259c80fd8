#include "core/quotes/marks/stretch_kind.h"

#include "core/quotes/quote_limits.h"
#include "core/support/unicode.h"
#include "core/text/word_lists.h"
#include "core/word_sets/quotes.h"

#include <algorithm>

namespace quoth {
namespace {

bool isSpeechWord(std::string_view lower) {
    return isSpeechVerb(lower) || words::speechWords.contains(lower);
}

// Where the words of saying stand in the sentence that was asked about last.
class SpeechWords {
public:
    explicit SpeechWords(const TokenizedText& text) : m_text(text) {}

    bool any(IndexRange sentence, IndexRange range) {
        if (sentence != m_sentence) {
            m_sentence = sentence;
            m_places.clear();
            for (std::uint32_t i = sentence.begin; i < sentence.end; ++i)
                if (isSpeechWord(m_text.tokens[i].lower)) m_places.push_back(i);
        }
        const auto it = std::lower_bound(m_places.begin(), m_places.end(), range.begin);
        return it != m_places.end() && *it < range.end;
    }

private:
    const TokenizedText& m_text;
    IndexRange m_sentence;
    std::vector<std::uint32_t> m_places;
};

class Judge {
public:
    Judge(const TokenizedText& text, SpeechWords& speech, const QuotedStretch& stretch)
        : m_text(text), m_speech(speech), m_range(stretch.tokens) {
        if (!m_range.empty() && stretch.opened) ++m_range.begin;
        if (!m_range.empty() && stretch.closed) --m_range.end;
        const Sentence& sentence = text.sentences[text.sentenceOf(stretch.tokens.begin)];
        m_sentence = sentence.tokens;
        m_inHeadline = text.blocks[sentence.block].kind == BlockKind::Headline;
        m_before = stretch.tokens.begin;
        m_after = stretch.tokens.end;
    }

    StretchKind kind() const {
        std::uint32_t words = 0;
        for (std::uint32_t i = m_range.begin; i < m_range.end; ++i)
            words += m_text.tokens[i].kind != TokenKind::Punctuation;
        if (words == 0 || words > quote_limits::longestTitle || endsLikeSpeech())
            return StretchKind::Speech;
        const bool title = isTitleCased();
        if (words <= quote_limits::longestTerm && followsTermWord())
            return title && words > 1 && followsWork() ? StretchKind::Title : StretchKind::Term;
        const bool byForm =
            words > 1 && !m_inHeadline && !hasClauseWord() && !speechBeside() && !isIntroduced();
        if (title && (followsWork() || byForm)) return StretchKind::Title;
        if (words <= quote_limits::longestScare && !hasClauseWord() && !speechNear())
            return StretchKind::Scare;
        return StretchKind::Speech;
    }

private:
    std::string_view lower(std::uint32_t i) const { return m_text.tokens[i].lower; }
    // The n-th token before the opening mark within its sentence, n from 1; empty without one.
    std::string_view before(std::uint32_t n) const {
        return m_before >= m_sentence.begin + n ? lower(m_before - n) : std::string_view();
    }

    // Stops in it, or a sentence of its own. American copy puts a comma or stop inside the marks of
    // single terms as well, so these tell only with their surroundings.
    bool endsLikeSpeech() const {
        if (m_before == m_sentence.begin && m_after >= m_sentence.end) return true; // a sentence
        for (std::uint32_t i = m_range.begin; i + 1 < m_range.end; ++i)
            if (m_text.word(i) == ".") return true;
        const std::string_view last = m_text.word(m_range.end - 1);
        if (last == "!" || last == "?") return !isTitleCased();
        if (last == ",") return m_after < m_sentence.end && speechFollows();
        return last == "." && m_before == m_sentence.begin;
    }
    // By a colon, or by a comma when the stretch ends as a sentence does.
    bool isIntroduced() const {
        const std::string_view last = m_text.word(m_range.end - 1);
        return before(1) == ":" ||
               (before(1) == "," && (last == "." || last == "!" || last == "?"));
    }
    bool speechFollows() const {
        for (std::uint32_t i = m_after; i < m_sentence.end && i < m_after + 5; ++i)
            if (isSpeechWord(lower(i))) return true;
        return false;
    }

    bool followsTermWord() const {
        std::uint32_t n = 1;
        if (before(n) == "the" || before(n) == "a" || before(n) == "an") ++n;
        if (words::termWords.contains(before(n)) || words::nounsOfWords.contains(before(n)))
            return true;
        return before(n) == "as" && words::namingVerbs.contains(before(n + 1));
    }

    bool followsWork() const {
        std::uint32_t n = 1;
        if (before(n) == "," || before(n) == "of" || before(n) == "in") ++n;
        return words::workNouns.contains(before(n)) ||
               (m_after < m_sentence.end && words::workNouns.contains(lower(m_after)));
    }

    // Every word but small ones begins with a capital.
    bool isTitleCased() const {
        bool any = false;
        for (std::uint32_t i = m_range.begin; i < m_range.end; ++i) {
            const Token& token = m_text.tokens[i];
            if (token.kind != TokenKind::Word) continue;
            const bool upper = startsUpper(m_text.word(i));
            if (i == m_range.begin && !upper) return false;
            if (!upper && !words::titleSmallWords.contains(token.lower)) return false;
            any = true;
        }
        return any;
    }

    bool hasClauseWord() const {
        for (std::uint32_t i = m_range.begin; i < m_range.end; ++i)
            if (words::clauseWords.contains(lower(i)) && lower(i) != "'s") return true;
        return false;
    }

    // A word of saying right before or after the marks.
    bool speechBeside() const {
        constexpr std::uint32_t reach = quote_limits::speechVerbReach;
        const std::uint32_t from = std::max(m_sentence.begin, m_before - std::min(m_before, reach));
        return m_speech.any(m_sentence, {from, m_before}) ||
               m_speech.any(m_sentence, {m_after, m_after + reach});
    }

    // A word of saying elsewhere in the sentence: the stretch may be what was said.
    bool speechNear() const {
        return m_speech.any(m_sentence, {m_sentence.begin, m_before}) ||
               m_speech.any(m_sentence, {m_after, m_sentence.end});
    }

    const TokenizedText& m_text;
    SpeechWords& m_speech;
    IndexRange m_range, m_sentence; // the words within the marks; the sentence around them
    std::uint32_t m_before = 0, m_after = 0;
    bool m_inHeadline = false; // where capitals tell nothing
};

} // namespace

void judgeKinds(const TokenizedText& text, std::vector<QuotedStretch>& stretches) {
    SpeechWords speech(text);
    for (QuotedStretch& stretch : stretches)
        if (!stretch.continues && stretch.closed && stretch.opened)
            stretch.kind = Judge(text, speech, stretch).kind();
}

} // namespace quoth

#include "core/quotes/turns.h"

#include "core/quotes/quote_limits.h"
#include "core/support/unicode.h"
#include "core/word_sets/quotes.h"
#include "core/word_sets/text.h"

#include <algorithm>

namespace quoth {
namespace {

class TurnFinder {
public:
    TurnFinder(const TokenizedText& text, const std::vector<NamedMention>& names)
        : m_text(text), m_names(names) {
        for (std::size_t i = 0; i < text.sentences.size();) {
            const std::uint32_t block = text.sentences[i].block;
            IndexRange tokens = text.sentences[i].tokens;
            for (++i; i < text.sentences.size() && text.sentences[i].block == block; ++i)
                tokens.end = text.sentences[i].tokens.end;
            const BlockKind kind = text.blocks[block].kind;
            if (kind == BlockKind::Paragraph || kind == BlockKind::Headline)
                m_paragraphs.push_back({tokens, block});
        }
    }

    std::vector<Turn> labelled() const {
        std::vector<Turn> out;
        for (const TurnPart& paragraph : m_paragraphs)
            if (const auto speaker = label(paragraph.words))
                out.push_back(
                    {{{{speaker->end + 1, paragraph.words.end}, paragraph.block}}, speaker, false});
        return out.size() < quote_limits::fewestTurns ? std::vector<Turn>() : out;
    }

    // Explainers have questions as headings, too: here they ask "you", and "I" answers.
    std::vector<Turn> interview() const {
        std::vector<Turn> questions, answers;
        for (const TurnPart& paragraph : m_paragraphs) {
            const Block& block = m_text.blocks[paragraph.block];
            if (block.question) {
                questions.push_back({{paragraph}, std::nullopt, false});
                answers.push_back({{}, std::nullopt, true});
            } else if (!answers.empty() && block.kind == BlockKind::Paragraph)
                answers.back().parts.push_back(paragraph);
        }
        std::erase_if(answers, [](const Turn& turn) { return turn.parts.empty(); });
        if (questions.size() < quote_limits::fewestQuestions ||
            !mostHave(questions, words::youWords) || !mostHave(answers, words::firstPersonPronouns))
            return {};
        keepSpoken(answers);
        questions.insert(questions.end(), answers.begin(), answers.end());
        return questions;
    }

private:
    // The speaker's words at the head of a turn: "SMITH:", "Q:", "Ann Lee:"; nullopt for other
    // blocks.
    std::optional<IndexRange> label(IndexRange block) const {
        for (std::uint32_t i = block.begin;
             i < block.end && i - block.begin <= quote_limits::longestLabel; ++i) {
            if (m_text.word(i) != ":") {
                const bool stop = m_text.word(i) == "."; // "GOV. SMITH"
                if (!startsUpper(m_text.word(i)) && !stop) return std::nullopt;
                continue;
            }
            if (i == block.begin || i + 2 >= block.end) return std::nullopt;
            const IndexRange speaker{block.begin, i};
            const bool role =
                speaker.size() == 1 && words::turnRoles.contains(m_text.tokens[block.begin].lower);
            bool capitals = true;
            for (std::uint32_t k = speaker.begin; k < speaker.end; ++k)
                capitals = capitals && (isAllCaps(m_text.word(k)) || m_text.word(k) == ".");
            const auto name =
                std::partition_point(m_names.begin(), m_names.end(), [&](const NamedMention& n) {
                    return n.tokens.end < speaker.end;
                });
            const bool named = name != m_names.end() && name->type == EntityType::Person &&
                               name->tokens.begin >= speaker.begin &&
                               name->tokens.end == speaker.end;
            if (role || capitals || named) return speaker;
            return std::nullopt;
        }
        return std::nullopt;
    }

    template <class Words>
    bool has(IndexRange range, const Words& words) const {
        for (std::uint32_t i = range.begin; i < range.end; ++i)
            if (words.contains(m_text.tokens[i].lower)) return true;
        return false;
    }

    template <class Words>
    bool mostHave(const std::vector<Turn>& turns, const Words& words) const {
        const auto having = std::count_if(turns.begin(), turns.end(), [&](const Turn& turn) {
            return std::any_of(turn.parts.begin(), turn.parts.end(),
                               [&](const TurnPart& part) { return has(part.words, words); });
        });
        return having * 2 >= std::ssize(turns);
    }

    bool opensQuote(const TurnPart& part) const {
        return m_text.tokens[part.words.begin].kind == TokenKind::QuoteMark;
    }

    // Leaves out what the reporter says between the answers and after the last one.
    void keepSpoken(std::vector<Turn>& answers) const {
        const auto quoted = std::count_if(answers.begin(), answers.end(), [&](const Turn& turn) {
            return opensQuote(turn.parts.front());
        });
        if (quoted * 2 >= std::ssize(answers)) {
            for (Turn& turn : answers)
                std::erase_if(turn.parts, [&](const TurnPart& part) { return !opensQuote(part); });
            std::erase_if(answers, [](const Turn& turn) { return turn.parts.empty(); });
            return;
        }
        std::vector<TurnPart>& last = answers.back().parts;
        while (last.size() > 1 && !has(last.back().words, words::firstPersonPronouns))
            last.pop_back();
    }

    const TokenizedText& m_text;
    const std::vector<NamedMention>& m_names;
    std::vector<TurnPart> m_paragraphs;
};

} // namespace

std::vector<Turn> findTurns(const TokenizedText& text, const std::vector<NamedMention>& names) {
    const TurnFinder finder(text, names);
    std::vector<Turn> turns = finder.labelled();
    return turns.empty() ? finder.interview() : turns;
}

} // namespace quoth

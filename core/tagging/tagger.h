// Parts of speech and lemmas. In: tokenised text. Out: the same with pos, tag and lemma of every
// token filled. Immutable once loaded; const calls are thread-safe.
// A hidden Markov model over pairs of universal and fine tag (after Brants, "TnT", 2000): counts of
// words, endings and neighbouring tags from the lexicons, the best path of each sentence by
// Viterbi.
#pragma once

#include "core/document/tokenized_text.h"
#include "core/support/expected.h"
#include "core/support/string_table.h"
#include "core/tagging/lemmatizer.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

namespace quoth {

class Tagger {
public:
    // BadResource when a lexicon is missing or damaged.
    static Expected<Tagger> load(const std::filesystem::path& resources);

    TokenizedText tag(TokenizedText text) const;

private:
    static constexpr std::size_t maxStates = 64;
    using StateCounts = std::array<float, maxStates>;
    struct State {
        Pos pos;
        FineTag tag;
    };
    struct Count {
        std::uint8_t state;
        float count;
    };
    enum class Capital { No, Opening, Inside }; // Opening: where any word has a capital

    bool addState(std::string_view name);
    Outcome nameStates();
    Outcome readPairs(const std::filesystem::path& resources);
    Outcome readCounts(const std::filesystem::path& resources, const std::string& file,
                       StringTable& table);

    void addCounts(const StringTable& table, std::string_view key, float weight,
                   StateCounts& counts) const;
    void addGuess(std::string_view word, StateCounts& counts) const;
    void addTwins(StateCounts& counts) const;
    StateCounts countsOf(std::string_view word, const Token& token, Capital capital) const;
    void tagSentence(TokenizedText& text, const Sentence& sentence) const;

    std::vector<State> m_states;
    StringTable m_stateNames;                                     // to state + 1
    std::array<std::array<float, maxStates>, maxStates> m_step{}; // log P(right | left)
    std::array<float, maxStates> m_prior{};                       // P(state)
    std::array<float, maxStates> m_last{};                        // log P(end | state)
    std::array<float, maxStates> m_first{};                       // log P(state | start)
    std::vector<Count> m_counts;                                  // runs, each ended by count 0
    StringTable m_words, m_endings;                               // to the start of a run
    Lemmatizer m_lemmatizer;
    // States that rules ask about.
    std::uint8_t m_noun = 0, m_plural = 0, m_name = 0, m_names = 0, m_adjective = 0, m_number = 0,
                 m_mark = 0, m_other = 0, m_base = 0, m_present = 0, m_past = 0, m_participle = 0;
};

} // namespace quoth

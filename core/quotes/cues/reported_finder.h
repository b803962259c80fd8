// What a cue reports, by the grammar and by what stands beside it.
#pragma once

#include "core/quotes/cues/cue_finder.h"

namespace quoth {

// A cue with the words that belong to it in its sentence.
struct CuePlace {
    std::uint32_t head = 0;             // token
    IndexRange core;                    // from its source to its addressee, where they are its own
    const Clause* clause = nullptr;     // of a verb
    const CueVerb* verb = nullptr;      // likewise; null for "according to" and nouns
    std::optional<std::uint32_t> setOn; // what a phrase or clause is set beside: its governor
};

class ReportedFinder {
public:
    // All must outlive it.
    ReportedFinder(const TokenizedText& text, const Syntax& syntax,
                   const std::vector<QuotedStretch>& stretches);

    // Appends what the cue reports to cue.reported, in the order of Reading, the surest first.
    void find(const CuePlace& place, Cue& cue) const;
    // Likewise of a noun: its "that" clause or what it is to do.
    void findOfNoun(const CuePlace& place, Cue& cue) const;
    // What `cue` reports may end before this token, where another cue with its source begins.
    void cutBefore(std::uint32_t token, Cue& cue) const;

    // Does a quote end just before this token, or before a comma there?
    bool followsQuote(std::uint32_t token) const;
    // Does a quote end there, or a clause that a comma sets off? It may be what is reported.
    bool followsContent(std::uint32_t token) const;
    bool inSameQuote(std::uint32_t a, std::uint32_t b) const {
        return m_innermost[a] == m_innermost[b];
    }
    // The part of its sentence in which a cue can report: all of it, or what is in its quote.
    IndexRange rangeAround(std::uint32_t cue) const;

private:
    using Content = std::vector<IndexRange>; // apart

    void addDependents(const CuePlace& place, Cue& cue) const;
    void addAround(const CuePlace& place, Cue& cue) const;
    void addNeighbours(const CuePlace& place, Cue& cue) const;
    void addByPlace(const CuePlace& place, Cue& cue) const;
    bool isSubordinate(const CuePlace& place) const;
    bool isSaidToBe(std::uint32_t token) const; // "as a crime"
    void addPhrases(const CuePlace& place, Cue& cue) const;
    void joinAroundVerb(const CuePlace& place, Cue& cue) const;
    float probability(const CuePlace& place, const Cue& cue, CueFrame frame, bool quote) const;
    void add(const CuePlace& place, const Content& content, Reading reading, CueFrame frame,
             Cue& cue) const;

    bool isComma(std::uint32_t token) const;
    bool isMark(std::uint32_t token) const;
    bool hasClause(IndexRange tokens) const;
    IndexRange trimmed(IndexRange tokens) const;
    IndexRange withQuotes(IndexRange tokens, std::uint32_t cue) const;
    IndexRange sentenceOf(std::uint32_t token) const {
        return m_text.sentences[m_text.sentenceOf(token)].tokens;
    }

    static constexpr std::uint32_t none = 0xFFFFFFFF;

    const TokenizedText& m_text;
    const Syntax& m_syntax;
    const std::vector<QuotedStretch>& m_stretches;
    std::vector<std::uint32_t> m_beginsAt, m_endsAt; // stretches of speech by token; none
    std::vector<std::uint32_t> m_innermost;          // stretch around each token; none
};

} // namespace quoth

// What a reader may do to the bounds of quotes, as corrections: every end stands at a word, the
// kind follows from the marks. Nothing here changes a document.
#pragma once

#include "core/document/corrections.h"
#include "core/quotes/marks/quote_marks.h"

#include <optional>
#include <vector>

namespace quoth {

enum class Edge { Begin, End };

class QuoteEditing {
public:
    // Linear in the text. `document` must outlive it.
    explicit QuoteEditing(const Document& document);

    // The edge of the quote's content moved by this many words, later (positive) or earlier;
    // nullopt where nothing would be left, or no word is there.
    std::optional<ChangeBounds> moved(QuoteId quote, Edge edge, int words) const;
    // The edge put at the word at byte `at`: a begin before it, an end after it.
    std::optional<ChangeBounds> placed(QuoteId quote, Edge edge, std::uint32_t at) const;

    // Two quotes of one speaker, parted in front of the word at byte `at`; cue and source stay with
    // the nearer part. nullopt where a part would be empty.
    std::optional<std::vector<Correction>> split(QuoteId quote, std::uint32_t at) const;
    // One quote, with the speaker and the check of the first. nullopt where they are the same.
    std::optional<std::vector<Correction>> joined(QuoteId first, QuoteId second) const;

    // A quote of these words, whole ones, with the quote marks right around them; its speaker is
    // that of another quote in the sentence or just before it in the paragraph, where there is one.
    // nullopt where the selection holds no word.
    std::optional<AddQuote> added(Span selection) const;

    // Whole words, with quote marks right around them; empty where there is no word.
    Span snapped(Span selection) const;

private:
    bool isWord(std::size_t token) const;
    bool gluedToNext(std::size_t token) const;
    std::vector<Span> clipped(std::vector<Span> content, Edge edge, std::uint32_t at) const;
    std::optional<ChangeBounds> changed(QuoteId quote, std::vector<Span> content) const;
    QuoteBounds bounds(const std::vector<Span>& content, const std::vector<Span>& cue,
                       const std::vector<Span>& source, QuoteKind before) const;
    QuoteKind kindOf(const std::vector<Span>& content, QuoteKind before) const;
    std::optional<EntityId> speakerNear(Span content) const;

    const Document& m_document;
    TokenizedText m_text; // no tags
    std::vector<QuotedStretch> m_stretches;
    std::vector<std::uint32_t> m_begins, m_ends; // where an edge may stand, ordered
};

} // namespace quoth

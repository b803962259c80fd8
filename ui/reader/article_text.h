// An article as the reader view shows it: rows of UTF-16 text and the marks on them. Plain values
// made from a document; the canonical text stays there, and offsets come through its map.
#pragma once

#include "core/document/document.h"
#include "ui/reader/span_index.h"

#include <QString>
#include <vector>

namespace quoth::ui {

// Half-open stretch of UTF-16 units of ArticleText::text.
struct TextRange {
    int begin = 0, end = 0;

    bool operator==(const TextRange&) const = default;
    bool empty() const { return begin >= end; }
    bool contains(int at) const { return begin <= at && at < end; }
    bool overlaps(const TextRange& other) const { return begin < other.end && other.begin < end; }
};

// One line of the file as shown (wrapped): usually a paragraph. A line of many thousand characters
// is several rows, so that no single layout takes long.
struct Row : TextRange {
    BlockKind kind = BlockKind::Paragraph;
    bool goesOn = false; // the next row belongs to the same line: no space between
};

// A block: a row, or a dateline or credit inside one.
struct InlinePart : TextRange {
    BlockKind kind = BlockKind::Dateline;
    bool question = false; // of an interview: set off in bold
};

enum class MarkKind : std::uint8_t { Content, Cue, Source, Mention };

struct Mark : TextRange {
    MarkKind kind = MarkKind::Content;
    std::uint8_t lane = 0; // of Content: 0 where no other quote overlaps from before
    MentionKind mention = MentionKind::Name;
    std::uint32_t id = 0; // of the quote (Content, Cue, Source) or the entity (Mention)

    QuoteId quote() const { return {id}; }
    EntityId entity() const { return {id}; }
};

struct ArticleText {
    QString text; // the whole canonical text
    std::vector<Row> rows;
    SpanIndex<InlinePart> parts;
    SpanIndex<Mark> marks;

    ArticleText() = default;
    explicit ArticleText(const Document& document);

    // Other answers on the same text and blocks: rows stay, so that nothing need be laid out again.
    void remark(const Document& document);

    // The row that holds `position`, or the nearest one before it; 0 in front of all. Rows must
    // not be empty.
    std::size_t rowOf(int position) const;
};

// A span of the document's text in UTF-16 units.
TextRange toRange(const Document& document, Span span);
Span toSpan(const Document& document, TextRange range); // the reverse

} // namespace quoth::ui

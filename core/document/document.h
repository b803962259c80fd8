// An annotated article: the canonical text and everything found in it. Immutable once built; share
// it across threads as std::shared_ptr<const Document>. Corrections give a new one (corrections.h).
#pragma once

#include "core/document/annotations.h"
#include "core/document/date.h"
#include "core/document/tokenized_text.h"
#include "core/support/expected.h"
#include "core/support/offset_map.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

// Where the document date comes from, in falling order of trust.
enum class DateOrigin : std::uint8_t { None, Caller, Metadata, Text };

// What of a file states its date (DateOrigin::Metadata), in falling order of trust.
enum class DateSource : std::uint8_t {
    None,        // not known
    JsonLd,      // schema.org's data
    Microdata,   // attributes of schema.org
    Meta,        // <meta>, a header of the file
    TimeElement, // <time> beside the headline
    Printed,     // words beside the headline
    Address,     // the page's address
    OtherTime,   // <time> elsewhere in the page
};

// What an importer gives and the pipeline takes: the canonical text (UTF-8, LF line ends) and what
// the file says about itself.
struct Article {
    std::string text;
    std::string title;  // from metadata; empty where the headline block tells
    std::string byline; // likewise
    std::string url;    // of the page, from metadata; http(s) only, else empty
    std::optional<Date> published;
    DateOrigin publishedFrom = DateOrigin::None;
    DateSource publishedSource = DateSource::None;
    bool publishedIsGuess = false; // the reader took the date of the file, for want of a better one
    // Blocks that the format states (HTML headings, paragraphs); empty where the text must tell.
    std::vector<Block> blocks;
};

class Document {
public:
    struct Parts {
        Article article;
        std::vector<Block> blocks;
        std::vector<Span> sentences;
        std::vector<Entity> entities;
        std::vector<Quote> quotes; // ordered by first content span
        std::vector<TimeExpression> times;
        std::vector<Event> events; // ordered by trigger
    };

    Document() = default;
    // Every span must lie within the text on character boundaries and every id must exist; blocks
    // and sentences are ordered and do not overlap; values are of the kinds that
    // time_value.h and calendar_value.h tell of.
    explicit Document(Parts parts);

    const std::string& text() const { return m_parts.article.text; }
    const Article& article() const { return m_parts.article; }
    const Parts& parts() const { return m_parts; }
    const OffsetMap& offsets() const { return m_offsets; }

    // The metadata's title, else the headline block's text, else empty.
    std::string title() const;
    // Likewise; without "By".
    std::string byline() const;
    std::optional<Date> published() const { return m_parts.article.published; }

    const std::vector<Block>& blocks() const { return m_parts.blocks; }
    const std::vector<Span>& sentences() const { return m_parts.sentences; }
    const std::vector<Entity>& entities() const { return m_parts.entities; }
    const std::vector<Quote>& quotes() const { return m_parts.quotes; }
    const std::vector<TimeExpression>& times() const { return m_parts.times; }
    const std::vector<Event>& events() const { return m_parts.events; }

    const Entity& entity(EntityId id) const { return m_parts.entities[id.value]; }
    const Quote& quote(QuoteId id) const { return m_parts.quotes[id.value]; }
    const TimeExpression& time(TimeId id) const { return m_parts.times[id.value]; }
    const Event& event(EventId id) const { return m_parts.events[id.value]; }

    std::string_view slice(Span span) const { return quoth::slice(text(), span); }
    // The sentence around a byte; nullopt between sentences.
    std::optional<Span> sentenceAt(std::uint32_t at) const;
    // Speakers by falling number of quotes, then by first quote.
    std::vector<EntityId> speakers() const;
    // Quotes that the reader has checked, whatever the outcome.
    std::size_t checkedQuotes() const;

private:
    Parts m_parts;
    OffsetMap m_offsets;
};

// Checks the contract above for parts that come from outside (a re-opened export): Malformed with
// the first violation.
Outcome validate(const Document::Parts& parts);

// The words of several stretches, joined by " … ".
std::string joinedText(const Document& document, const std::vector<Span>& spans);

} // namespace quoth

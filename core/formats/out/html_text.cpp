#include "core/formats/out/html_text.h"

#include "core/formats/escape.h"
#include "core/formats/limits.h"
#include "core/formats/out/mark_pieces.h"

#include <algorithm>

namespace quoth {
namespace {

class TextWriter {
public:
    TextWriter(const Document& document, const PageSpeakers& speakers, float doubtThreshold)
        : m_document(document), m_speakers(speakers), m_doubtThreshold(doubtThreshold),
          m_pieces(cutMarks(document.quotes())), m_anchored(document.quotes().size(), 0) {
        for (std::size_t i = 0; i < document.quotes().size(); ++i)
            m_references.push_back({lastEnd(document.quotes()[i]), i});
        std::sort(m_references.begin(), m_references.end());
    }

    std::string write(const std::string& facts) {
        const auto& blocks = m_document.blocks();
        const auto isHead = [](const Block& block) {
            return block.kind == BlockKind::Headline || block.kind == BlockKind::Standfirst ||
                   block.kind == BlockKind::Byline;
        };
        const auto body = std::find_if_not(blocks.begin(), blocks.end(), isHead);
        const auto bodyBegin = static_cast<std::size_t>(body - blocks.begin());
        bool factsWritten = false;
        for (std::size_t i = 0; i < blocks.size();) {
            std::size_t end = i + 1; // blocks of one line: dateline, paragraph, credit
            while (end < blocks.size() && sameLine(blocks[end - 1], blocks[end]))
                ++end;
            if (end > bodyBegin && !factsWritten) {
                m_out += facts;
                factsWritten = true;
            }
            line(i, end, end == blocks.size());
            i = end;
        }
        if (!factsWritten) m_out += facts;
        return std::move(m_out);
    }

private:
    struct Reference {
        std::uint32_t at;
        std::size_t quote;
        auto operator<=>(const Reference&) const = default;
    };

    static std::uint32_t lastEnd(const Quote& quote) {
        std::uint32_t end = 0;
        for (const Span& span : quote.content)
            end = std::max(end, span.end);
        return end;
    }

    bool sameLine(const Block& a, const Block& b) const {
        if (b.span.begin < a.span.end) return true;
        const auto between = m_document.slice({a.span.end, b.span.begin});
        return between.find('\n') == std::string_view::npos;
    }

    void line(std::size_t first, std::size_t end, bool last) {
        const auto& blocks = m_document.blocks();
        BlockKind kind = blocks[first].kind;
        for (std::size_t i = first; i < end; ++i)
            if (blocks[i].kind == BlockKind::Paragraph) kind = BlockKind::Paragraph;
        const char* tag = "p";
        std::string attributes;
        switch (kind) {
        case BlockKind::Headline:
            tag = m_hasHeadline ? "h2" : "h1";
            m_hasHeadline = true;
            break;
        case BlockKind::Paragraph:
            if (blocks[first].question) attributes = " class=\"question\"";
            break;
        default:
            attributes = " class=\"" + std::string(name(kind)) + "\"";
        }
        m_out += std::string("<") + tag + attributes + ">";
        for (std::size_t i = first; i < end; ++i) {
            const bool inner = end - first > 1 && blocks[i].kind != kind;
            if (inner) m_out += "<span class=\"" + std::string(name(blocks[i].kind)) + "\">";
            stretch(std::max(m_at, blocks[i].span.begin), blocks[i].span.end);
            if (inner) m_out += "</span>";
            if (i + 1 < end) stretch(m_at, blocks[i + 1].span.begin); // the white space between
        }
        references(last ? static_cast<std::uint32_t>(m_document.text().size()) : m_at);
        m_out += std::string("</") + tag + ">\n";
    }

    // Writes the text from `begin` to `end`, cut at the pieces' edges.
    void stretch(std::uint32_t begin, std::uint32_t end) {
        std::uint32_t at = begin;
        while (at < end) {
            while (m_piece < m_pieces.size() && m_pieces[m_piece].span.end <= at)
                ++m_piece;
            if (m_piece == m_pieces.size() || m_pieces[m_piece].span.begin >= end) {
                text({at, end});
                at = end;
            } else if (const MarkPiece& piece = m_pieces[m_piece]; piece.span.begin > at) {
                text({at, piece.span.begin});
                at = piece.span.begin;
            } else {
                const std::uint32_t to = std::min(end, piece.span.end);
                mark({at, to}, piece.quotes);
                at = to;
                references(at);
            }
        }
        m_at = std::max(m_at, end);
    }

    void text(Span span) { appendEscapedHtml(m_out, m_document.slice(span)); }

    void mark(Span span, const std::vector<QuoteId>& quotes) {
        const Quote& inner = m_document.quote(quotes.back());
        const std::string own = m_speakers.className(inner.speaker);
        std::string classes = "q " + own;
        for (const QuoteId quote : quotes) {
            const std::string around =
                "with-" + m_speakers.className(m_document.quote(quote).speaker);
            const bool told = around == "with-" + own ||
                              (" " + classes + " ").find(" " + around + " ") != std::string::npos;
            if (!told) classes += " " + around;
        }
        std::string id;
        for (; m_begunPiece <= m_piece; ++m_begunPiece)
            for (const auto& [quote, end] : m_pieces[m_begunPiece].begun) {
                const bool listed = quote.value < mostListed;
                if (!listed || m_anchored[quote.value] || end <= span.begin) continue;
                m_anchored[quote.value] = 1;
                // Two quotes that begin here: the mark has one id, the other gets a place of its
                // own.
                if (!id.empty()) m_out += "<span id=\"" + id + "\"></span>";
                id = "q" + std::to_string(quote.value + 1);
            }
        if (isDoubtful(inner, m_doubtThreshold)) classes += " doubtful";
        m_out += "<mark class=\"" + classes + " " + std::string(name(inner.kind)) + "\"";
        if (!id.empty()) m_out += " id=\"" + id + "\"";
        m_out += ">";
        text(span);
        m_out += "</mark>";
    }

    // Links to the list for all quotes that end up to `end`.
    void references(std::uint32_t end) {
        for (; m_reference < m_references.size() && m_references[m_reference].at <= end;
             ++m_reference) {
            const std::size_t quote = m_references[m_reference].quote;
            if (quote >= mostListed) continue;
            const std::string number = std::to_string(quote + 1);
            m_out += "<a class=\"ref\" href=\"#n" + number + "\"";
            if (!m_anchored[quote]) m_out += " id=\"q" + number + "\"";
            m_anchored[quote] = 1;
            const bool doubtful = isDoubtful(m_document.quotes()[quote], m_doubtThreshold);
            if (doubtful) m_out += " title=\"Doubtful\"";
            m_out += " aria-label=\"Quotation " + number + (doubtful ? ", doubtful" : "") + "\">" +
                     number + (doubtful ? "?" : "") + "</a>";
        }
    }

    const Document& m_document;
    const PageSpeakers& m_speakers;
    float m_doubtThreshold;
    const std::vector<MarkPiece> m_pieces;
    std::vector<Reference> m_references;
    std::vector<char> m_anchored; // has the quote's id been written?
    std::size_t m_piece = 0, m_reference = 0;
    std::size_t m_begunPiece = 0; // the first whose beginnings have not been looked at
    std::uint32_t m_at = 0;       // written up to here
    bool m_hasHeadline = false;
    std::string m_out;
};

} // namespace

std::string markedText(const Document& document, const PageSpeakers& speakers,
                       const std::string& facts, float doubtThreshold) {
    return TextWriter(document, speakers, doubtThreshold).write(facts);
}

} // namespace quoth

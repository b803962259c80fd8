#include "core/formats/out/check_sheet.h"

#include "core/formats/digest.h"
#include "core/formats/escape.h"
#include "core/formats/limits.h"
#include "core/formats/out/date_words.h"
#include "core/support/unicode.h"
#include "core/support/version.h"

#include <algorithm>

namespace quoth {
namespace {

constexpr std::uint32_t mostAround = 240;  // bytes of a claim's own sentence on either side
constexpr std::uint32_t leastAround = 80;  // where the claim is the whole sentence
constexpr std::uint32_t mostBetween = 240; // between two stretches of a claim

constexpr std::string_view sheet = R"css(
:root { --ink: #1a1a1a; --quiet: #555; --rule: #bbb;
  --serif: "Source Serif 4", Charter, Georgia, "Noto Serif", "DejaVu Serif", serif;
  --sans: system-ui, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 52rem; background: #fff; color: var(--ink);
  font: 15px/1.45 var(--sans); overflow-wrap: break-word; }
a { color: inherit; }
.imprint { margin: 0 0 .3rem; font-size: .8rem; letter-spacing: .05em; text-transform: uppercase;
  color: var(--quiet); }
h1 { margin: 0 0 .4rem; font: 700 1.6rem/1.2 var(--serif); }
.facts { margin: 0; color: var(--quiet); }
.progress { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .3rem 2rem;
  margin: .9rem 0 0; padding: .6rem 0; border-top: 2px solid var(--ink);
  border-bottom: 1px solid var(--rule); }
.progress p { margin: 0; }
.progress b { font-size: 1.05rem; }
.sign span { display: inline-block; width: 9rem; border-bottom: 1px solid var(--ink); }
ol { margin: 0; padding: 0; list-style: none; }
.claim { display: grid; grid-template-columns: 2.2rem minmax(0, 1fr) 8rem; column-gap: .9rem;
  padding: .8rem 0; border-bottom: 1px solid var(--rule); break-inside: avoid; }
.claim h2 { margin: 0; font-size: 1rem; line-height: 1.3; }
.claim h2 small { font-weight: 400; font-size: .85rem; color: var(--quiet); }
.number { font-weight: 600; color: var(--quiet); text-align: right;
  font-variant-numeric: tabular-nums; line-height: 1.3; }
.words { margin: .3rem 0 0; font: 1rem/1.5 var(--serif); color: var(--quiet); }
.words mark { background: none; color: var(--ink); font-weight: 600; }
.doubt { color: var(--ink); border: 1px solid var(--ink); border-radius: 3px; padding: 0 .35em;
  white-space: nowrap; }
.states { margin: 0; padding: 0; list-style: none; }
.states li { display: flex; align-items: center; gap: .5rem; margin: 0 0 .3rem; }
.box { flex: none; width: 1rem; height: 1rem; border: 1.5px solid var(--ink); text-align: center;
  font: 700 .95rem/.85rem var(--sans); }
.on { font-weight: 700; }
.room { grid-column: 2 / -1; display: grid; grid-template-columns: auto minmax(0, 1fr);
  gap: .45rem .7rem; margin: .6rem 0 0; }
.room dt { color: var(--quiet); font-size: .85rem; line-height: 1.6rem; }
.room dd { margin: 0; min-height: 1.6rem; line-height: 1.6rem; border-bottom: 1px solid var(--rule);
  white-space: pre-wrap; }
footer { padding: .8rem 0 0; font-size: .8rem; color: var(--quiet); }
footer p, .more { margin: 0; }
.more { padding: .8rem 0; }
@page { margin: 15mm 14mm 16mm; }
@media print {
  body { padding: 0; max-width: none; font-size: 9.5pt; }
  a { text-decoration: none; }
  h1, .progress { break-after: avoid; }
  .box, .doubt { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)css";

// The span with its ends moved onto the words inside it, where they were cut.
Span wholeWords(std::string_view text, Span span, bool cutBegin, bool cutEnd) {
    const auto isWhite = [&](std::uint32_t i) { return text[i] == ' ' || text[i] == '\n'; };
    if (cutBegin)
        while (span.begin < span.end && !isWhite(span.begin))
            ++span.begin;
    if (cutEnd)
        while (span.end > span.begin && !isWhite(span.end - 1))
            --span.end;
    return span;
}

class ClaimReader {
public:
    explicit ClaimReader(const Document& document) : m_document(document) {}

    std::vector<Claim::Piece> pieces(const Quote& quote) {
        m_out.clear();
        const std::string_view text = m_document.text();
        addBefore(quote.content.front().begin);
        std::uint32_t end = quote.content.front().begin;
        for (const Span& content : quote.content) {
            if (content.begin > end && content.begin - end > mostBetween)
                add(" … ", false);
            else if (content.begin > end)
                add(text.substr(end, content.begin - end), false);
            add(text.substr(content.begin, content.size()), true);
            end = std::max(end, content.end);
        }
        addAfter(end);
        return std::move(m_out);
    }

private:
    void add(std::string_view words, bool claimed) {
        if (!words.empty()) m_out.push_back({std::string(words), claimed});
    }

    Span blockAround(std::uint32_t at) const {
        for (const Block& block : m_document.blocks())
            if (block.span.begin <= at && at <= block.span.end) return block.span;
        return makeSpan(0, m_document.text().size());
    }

    void addBefore(std::uint32_t at) {
        const Span block = blockAround(at);
        const auto sentence = m_document.sentenceAt(at);
        std::uint32_t begin = sentence ? std::max(sentence->begin, block.begin) : block.begin;
        bool cut = false;
        if (begin == at && block.begin < at) {
            begin = at - block.begin > leastAround ? at - leastAround : block.begin;
            cut = begin > block.begin;
        } else if (at - begin > mostAround) {
            begin = at - mostAround;
            cut = true;
        }
        const Span words = wholeWords(m_document.text(), {begin, at}, cut, false);
        add((cut ? "… " : "") + std::string(m_document.slice(words)), false);
    }

    void addAfter(std::uint32_t at) {
        const Span block = blockAround(at);
        const auto sentence = at > 0 ? m_document.sentenceAt(at - 1) : std::nullopt;
        std::uint32_t end = sentence ? std::min(sentence->end, block.end) : block.end;
        bool cut = false;
        if (end <= at && at < block.end) {
            end = std::min(block.end, at + leastAround);
            cut = end < block.end;
        } else if (end > at && end - at > mostAround) {
            end = at + mostAround;
            cut = true;
        }
        if (end <= at) return;
        const Span words = wholeWords(m_document.text(), {at, end}, false, cut);
        add(std::string(m_document.slice(words)) + (cut ? "…" : ""), false);
    }

    const Document& m_document;
    std::vector<Claim::Piece> m_out;
};

class SheetWriter {
public:
    SheetWriter(const Document& document, const ExportContext& context)
        : m_document(document), m_context(context) {}

    std::string write() {
        const std::string style(sheet);
        const std::string title = m_document.title();
        m_out = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                "style-src 'sha256-" +
                sha256Base64(style) +
                "'; base-uri 'none'; form-action 'none'\">\n"
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                "<meta name=\"referrer\" content=\"no-referrer\">\n<title>Checker’s sheet" +
                (title.empty() ? title : ": " + escapeHtml(withPairedDirections(title))) +
                "</title>\n<style>" + style + "</style>\n</head>\n<body>\n<header>\n" +
                "<p class=\"imprint\">Checker’s sheet</p>\n<h1>" +
                (title.empty() ? "Article without a title" : isolatedHtml(title)) + "</h1>\n" +
                facts() + progress() + "</header>\n<main>\n<ol>\n";
        const auto claims = claimsOf(m_document, m_context.doubtThreshold);
        for (std::size_t i = 0; i < claims.size(); ++i)
            claim(claims[i], i + 1);
        m_out += "</ol>\n";
        if (claims.size() < m_document.quotes().size())
            m_out += "<p class=\"more\">and " +
                     std::to_string(m_document.quotes().size() - claims.size()) + " more</p>\n";
        m_out += "</main>\n<footer>\n<p>The claims were found by Quoth " + std::string(version()) +
                 "; some may be wrong or missing: see the article’s own words.</p>\n</footer>\n"
                 "</body>\n</html>\n";
        return std::move(m_out);
    }

private:
    std::string facts() const {
        std::vector<std::string> parts;
        const std::string& url = m_document.article().url;
        if (!url.empty())
            parts.push_back(linkedHtml(url));
        else if (!m_context.sourceName.empty())
            parts.push_back(isolatedHtml(repairUtf8(m_context.sourceName)));
        if (const auto date = m_document.published())
            parts.push_back("published " + dateInWords(*date) +
                            (m_document.article().publishedIsGuess ? " (date guessed)" : ""));
        if (const auto day = parseDate(m_context.exportedOn))
            parts.push_back("sheet of " + dateInWords(*day));
        std::string out;
        for (const std::string& part : parts)
            out += (out.empty() ? "<p class=\"facts\">" : " · ") + part;
        return out.empty() ? out : out + "</p>\n";
    }

    std::string progress() const {
        return "<div class=\"progress\"><p><b>" + std::to_string(m_document.checkedQuotes()) +
               " of " + std::to_string(m_document.quotes().size()) +
               " checked</b></p><p class=\"sign\">Checked by <span></span> on "
               "<span></span></p></div>\n";
    }

    void claim(const Claim& claim, std::size_t number) {
        const Quote& quote = m_document.quote(claim.quote);
        m_out += "<li class=\"claim\">\n<span class=\"number\">" + std::to_string(number) +
                 "</span>\n<div>\n<h2>" + isolatedHtml(claim.speaker) + " <small>" + claim.kind;
        if (claim.doubt > 0)
            m_out +=
                " <span class=\"doubt\">doubtful: " + std::to_string(claim.doubt) + " %</span>";
        m_out += "</small></h2>\n<p class=\"words\">";
        for (const Claim::Piece& piece : claim.pieces)
            m_out += piece.claimed ? "<mark>" + isolatedHtml(piece.text) + "</mark>"
                                   : isolatedHtml(piece.text);
        m_out += "</p>\n</div>\n<ul class=\"states\">\n";
        for (const auto& [state, words] : tickedStates) {
            const bool on = quote.check == state;
            m_out += std::string("<li") + (on ? " class=\"on\"" : "") + "><span class=\"box\">" +
                     (on ? "✕" : "") + "</span>" + words + "</li>\n";
        }
        m_out += "</ul>\n<dl class=\"room\">\n<dt>Source</dt><dd>" +
                 (quote.checkSource.empty() ? std::string() : linkedHtml(quote.checkSource)) +
                 "</dd>\n<dt>Note</dt><dd>" + isolatedHtml(quote.note);
        if (quote.checkedAt)
            m_out += std::string(quote.note.empty() ? "" : " ") + "(" +
                     momentInWords(*quote.checkedAt) + ")";
        m_out += "</dd>\n</dl>\n</li>\n";
    }

    const Document& m_document;
    const ExportContext& m_context;
    std::string m_out;
};

} // namespace

std::vector<Claim> claimsOf(const Document& document, float doubtThreshold) {
    ClaimReader reader(document);
    std::vector<Claim> out;
    for (std::size_t i = 0; i < std::min(document.quotes().size(), mostListed); ++i) {
        const Quote& quote = document.quotes()[i];
        Claim claim;
        claim.quote = makeId<QuoteTag>(i);
        claim.speaker = quote.speaker ? document.entity(*quote.speaker).name : "Speaker unknown";
        claim.kind = name(quote.kind);
        if (quote.act == QuoteAct::Thought) claim.kind += " thought";
        claim.pieces = reader.pieces(quote);
        if (isDoubtful(quote, doubtThreshold))
            claim.doubt = std::max(1, static_cast<int>(quote.confidence * 100 + 0.5F));
        out.push_back(std::move(claim));
    }
    return out;
}

std::string writeCheckSheet(const Document& document, const ExportContext& context) {
    return SheetWriter(document, context).write();
}

} // namespace quoth

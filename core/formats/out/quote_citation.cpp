#include "core/formats/out/quote_citation.h"

#include "core/formats/escape.h"
#include "core/formats/out/date_words.h"
#include "core/support/unicode.h"
#include "core/text/mark_candidates.h"

#include <algorithm>

namespace quoth {
namespace {

// White space as single spaces, none at the ends.
std::string oneLine(std::string_view text) {
    std::string out;
    bool space = false;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = codePointAt(text, i);
        if (isSpace(c.value)) {
            space = !out.empty();
        } else {
            if (space) out += ' ';
            space = false;
            out += text.substr(i, c.length);
        }
        i += c.length;
    }
    return out;
}

std::string capitalised(const std::string& words) {
    const CodePoint first = codePointAt(words, 0);
    return toUpper(words.substr(0, first.length)) + words.substr(first.length);
}

bool isClosing(char32_t c) {
    const auto mark = markShapeOf(c);
    return c == ')' || c == ']' || (mark && mark->glyph != Glyph::Opening);
}

// Where the words end before the marks that close them.
std::size_t endOfWords(std::string_view text) {
    std::size_t end = text.size();
    for (CodePoint last = codePointBefore(text, end); last.length > 0 && isClosing(last.value);
         last = codePointBefore(text, end))
        end -= last.length;
    return end;
}

// Without the comma that leads over to the attribution: “It is late,” is “It is late”.
std::string withoutComma(std::string text) {
    const std::size_t end = endOfWords(text);
    if (end > 0 && text[end - 1] == ',') text.erase(end - 1, 1);
    return text;
}

std::string withStop(std::string text) {
    text = withoutComma(std::move(text));
    const CodePoint last = codePointBefore(text, endOfWords(text));
    const bool stopped =
        last.value == '.' || last.value == '?' || last.value == '!' || last.value == U'…';
    return stopped ? text : text + ".";
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

// A stretch of direct speech in marks: its own where it has both, else “ and ”, with ‘ and ’ for
// those inside. Paragraphs that go on leave the closing mark out, transcripts have none.
std::string inMarks(const std::string& stretch) {
    const CodePoint first = codePointAt(stretch, 0);
    const CodePoint last = codePointBefore(stretch, stretch.size());
    const auto opening = markShapeOf(first.value), closing = markShapeOf(last.value);
    const bool opens = opening && opening->glyph != Glyph::Closing;
    const bool closes = closing && closing->glyph != Glyph::Opening && stretch.size() > 1;
    if (opens && closes && opening->family == closing->family) return stretch;
    const bool opensWhole = opens && opening->family == MarkFamily::Double;
    const bool closesWhole = closes && closing->family == MarkFamily::Double;
    const std::size_t begin = opensWhole ? first.length : 0;
    const std::size_t end = stretch.size() - (closesWhole ? last.length : 0);
    const std::string words =
        replaced(replaced(stretch.substr(begin, end - begin), "“", "‘"), "”", "’");
    return "“" + words + "”";
}

class Citing {
public:
    Citing(const Document& document, const Quote& quote) : m_document(document), m_quote(quote) {}

    // The name of a speaker who has one; an unnamed one as the article calls them.
    std::string speaker() const {
        if (!m_quote.speaker) return "unknown speaker";
        const Entity& entity = m_document.entity(*m_quote.speaker);
        const auto called = [](const Mention& m) { return m.kind == MentionKind::Name; };
        if (std::any_of(entity.mentions.begin(), entity.mentions.end(), called)) return entity.name;
        for (const Mention& mention : entity.mentions) {
            const std::string words = oneLine(m_document.slice(mention.span));
            if (mention.kind == MentionKind::Noun && toLower(words).ends_with(toLower(entity.name)))
                return words;
        }
        return entity.name;
    }

    std::string said() const {
        std::string out;
        for (const Span& span : m_quote.content)
            out +=
                (out.empty() ? "" : " … ") + inMarks(withoutComma(oneLine(m_document.slice(span))));
        return out;
    }

    std::string reported() const {
        const std::string who = m_quote.speaker ? speaker() : "an unknown speaker";
        if (const auto clause = clauseAfterSource(); !clause.empty())
            return capitalised(who) + clause;
        std::string words = opening(m_quote.content.front());
        for (std::size_t i = 1; i < m_quote.content.size(); ++i)
            words += " … " + withoutComma(oneLine(m_document.slice(m_quote.content[i])));
        const bool opensWithThat = toLower(words.substr(0, 5)) == "that ";
        if (m_quote.act == QuoteAct::Thought)
            return capitalised(who) + " thought " + (opensWithThat ? "" : "that ") + words;
        return "According to " + who + ", " + (opensWithThat ? words.substr(5) : words);
    }

private:
    // " said that the ferry sails", where the article tells it in this order in one sentence.
    std::string clauseAfterSource() const {
        if (m_quote.source.size() != 1 || m_quote.cue.size() != 1) return {};
        const Span source = m_quote.source.front(), content = m_quote.content.front();
        const Span cue = m_quote.cue.front();
        const bool inOrder = source.end <= cue.begin && cue.end <= content.begin;
        const auto sentence = m_document.sentenceAt(source.begin);
        if (!inOrder || !sentence || m_quote.content.back().end > sentence->end) return {};
        if (content.begin - source.end > mostBetween) return {};
        const std::string clause =
            oneLine(m_document.slice({source.end, m_quote.content.back().end}));
        // "’s claim that …" is no clause, and a name does not go on with a comma alone.
        const CodePoint first = codePointAt(clause, 0);
        if (!isLetter(first.value)) return {};
        return " " + clause;
    }

    // The first stretch as it reads within a sentence: its capital stays where it is a name's.
    std::string opening(Span content) const {
        const std::string words = withoutComma(oneLine(m_document.slice(content)));
        const auto sentence = m_document.sentenceAt(content.begin);
        const std::string first = words.substr(0, words.find_first_of(" ’'"));
        if (!sentence || sentence->begin != content.begin || first == "I" || isAllCaps(first))
            return words;
        for (const Entity& entity : m_document.entities())
            for (const Mention& mention : entity.mentions)
                if (mention.kind == MentionKind::Name && mention.span.begin == content.begin)
                    return words;
        const CodePoint capital = codePointAt(words, 0);
        return toLower(words.substr(0, capital.length)) + words.substr(capital.length);
    }

    static constexpr std::uint32_t mostBetween = 120; // bytes from source to content

    const Document& m_document;
    const Quote& m_quote;
};

std::string escapeMarkdown(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (std::string_view("\\`*_{}[]<>&~|#").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    // What would begin a list or a heading at the beginning of a line.
    const std::size_t digits = std::min(out.find_first_not_of("0123456789"), out.size());
    if (!out.empty() && std::string_view("+-=").find(out[0]) != std::string_view::npos)
        out.insert(0, "\\");
    else if (digits > 0 && digits < out.size() && (out[digits] == '.' || out[digits] == ')'))
        out.insert(digits, "\\");
    return out;
}

// Title and date, each marked up.
std::string whence(const CitedArticle& article, CitationFormat format) {
    const std::string title = oneLine(article.title), url = safeUri(article.url);
    std::string out;
    const auto add = [&](const std::string& part) {
        if (!part.empty()) out += (out.empty() ? "" : ", ") + part;
    };
    if (format == CitationFormat::Plain) {
        if (!title.empty()) add("“" + replaced(replaced(title, "“", "‘"), "”", "’") + "”");
    } else if (format == CitationFormat::Markdown) {
        const std::string words = title.empty() ? std::string() : "*" + escapeMarkdown(title) + "*";
        if (url.empty())
            add(words);
        else
            add(words.empty() ? "<" + url + ">" : "[" + words + "](<" + url + ">)");
    } else {
        const std::string words = title.empty() ? isolatedHtml(url) : isolatedHtml(title);
        if (!words.empty())
            add("<cite>" +
                (url.empty() ? words : "<a href=\"" + escapeHtml(url) + "\">" + words + "</a>") +
                "</cite>");
    }
    if (article.published) {
        const std::string day = dateInWords(*article.published);
        add((format == CitationFormat::Html
                 ? "<time datetime=\"" + toIso(*article.published) + "\">" + day + "</time>"
                 : day) +
            (article.dateIsGuess ? " (date guessed)" : ""));
    }
    if (format == CitationFormat::Plain) add(url);
    return out;
}

} // namespace

CitedArticle citedArticle(const Document& document) {
    return {document.title(), document.article().url, document.published(),
            document.article().publishedIsGuess};
}

std::string citation(const Document& document, QuoteId id, CitationFormat format,
                     const CitedArticle& article) {
    const Quote& quote = document.quote(id);
    const Citing citing(document, quote);
    const bool direct = quote.kind == QuoteKind::Direct;
    const std::string words = direct ? citing.said() : withStop(citing.reported());
    std::string who;
    if (direct) who = citing.speaker() + (quote.act == QuoteAct::Thought ? " (thought)" : "");
    const std::string from = whence(article, format);
    if (format == CitationFormat::Html) {
        const std::string by =
            "— " + isolatedHtml(who) + (who.empty() || from.empty() ? "" : ", ") + from;
        if (direct)
            return "<blockquote><p>" + isolatedHtml(words) + "</p><p>" + by + "</p></blockquote>";
        return "<p>" + isolatedHtml(words) + (from.empty() ? "" : " — " + from) + "</p>";
    }
    const bool markdown = format == CitationFormat::Markdown;
    const std::string shown = markdown ? escapeMarkdown(words) : words;
    if (!direct) return shown + (from.empty() ? "" : " — " + from);
    const std::string by =
        "— " + (markdown ? escapeMarkdown(who) : who) + (from.empty() ? "" : ", ") + from;
    return markdown ? "> " + shown + "\n>\n> " + by : shown + " " + by;
}

std::string citations(const Document& document, const std::vector<QuoteId>& quotes,
                      CitationFormat format) {
    const CitedArticle article = citedArticle(document);
    std::string out;
    for (const QuoteId quote : quotes) {
        if (!out.empty()) out += format == CitationFormat::Html ? "\n" : "\n\n";
        out += citation(document, quote, format, article);
    }
    return out;
}

} // namespace quoth

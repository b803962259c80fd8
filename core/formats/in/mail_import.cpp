#include "core/formats/in/mail_import.h"

#include "core/formats/in/byline_names.h"
#include "core/formats/in/decode.h"
#include "core/formats/in/html_import.h"
#include "core/formats/in/html_page.h"
#include "core/formats/in/mail_forward.h"
#include "core/formats/in/mail_text.h"
#include "core/formats/in/mime_header.h"
#include "core/formats/in/mime_message.h"
#include "core/formats/in/page_date.h"
#include "core/support/unicode.h"
#include "core/text/lines.h"
#include "core/text/structure.h"

#include <algorithm>
#include <utility>

namespace quoth {
namespace {

using namespace std::chrono;

constexpr std::size_t longestText = std::size_t{4} << 20; // bytes

// What the article is made of; of a forwarded mail, the forwarded one's.
struct Letter {
    std::string subject, from; // without "Re:"; a name
    std::optional<DayStamp> sent;
    std::vector<ArticleLine> lines; // their kinds tell only where `fromPage`
    bool fromPage = false;
};

std::size_t proseBytes(const Letter& letter) {
    std::size_t bytes = 0;
    for (const ArticleLine& line : letter.lines)
        if (line.text.size() >= shortestProse && hasSentence(line.text)) bytes += line.text.size();
    return bytes;
}

std::string folded(std::string_view line) {
    return toLower(collapsed(line));
}

// "Mia Stone <mia@a.example>", "Stone, Mia [mailto:mia@a.example]": the name of a person or an
// office, as the byline has it.
std::string senderName(std::string_view from) {
    std::string name(from.substr(0, from.find_first_of("<[(")));
    std::erase(name, '"');
    while (name.ends_with(' '))
        name.pop_back();
    if (name.size() > 2 && name.starts_with('\'') && name.ends_with('\''))
        name = name.substr(1, name.size() - 2); // Outlook's
    const std::size_t comma = name.find(", ");
    const bool surnameFirst = comma != std::string::npos && name.find(' ') == comma + 1 &&
                              name.find(' ', comma + 2) == std::string::npos;
    if (surnameFirst) name = name.substr(comma + 2) + ' ' + name.substr(0, comma);
    return enumerated(namesInByline(name));
}

std::vector<ArticleLine> paragraphs(const MailLines& lines) {
    std::vector<ArticleLine> out;
    bool blankAbove = true;
    for (const std::string& joined : joinedLines(lines)) {
        std::string line = withoutInsertedLinks(joined);
        if (!isBlank(line) && !isMailNotice(line))
            out.push_back({std::move(line), BlockKind::Paragraph, !blankAbove});
        blankAbove = joined.empty();
    }
    if (!out.empty()) out.front().afterBreak = false;
    return out;
}

bool isMore(const MailLines& lines) { // than a greeting or "see below"
    Letter letter;
    letter.lines = paragraphs(lines);
    return proseBytes(letter) > 0;
}

// The letter in a mail's text, be it the mail's own or a forwarded one.
Letter letterIn(MailLines lines, const MimeMessage& mail) {
    constexpr int mostForwards = 20;
    Letter out;
    out.subject = withoutReplyLeads(mail.subject);
    out.from = mail.from.empty() ? std::string() : senderName(mail.from.front());
    out.sent = mail.sent;
    bool reply = isReply(mail.subject);
    for (int i = 0; i < mostForwards; ++i) {
        auto inner = findForwarded(lines);
        if (!inner && !reply) { // quoted as a whole by who passed it on
            inner = findForwarded(withoutQuoteMarks(lines));
            if (inner && !inner->isMarked) inner.reset();
        }
        if (!inner) break;
        const MailLines above(lines.begin(),
                              lines.begin() + static_cast<std::ptrdiff_t>(inner->begin));
        if (reply && !inner->isMarked && isMore(ownWords(above, true))) {
            lines = above; // an answer, above the mail that it answers
            break;
        }
        if (const std::string subject = withoutReplyLeads(inner->subject); !subject.empty())
            out.subject = subject;
        out.from = senderName(inner->from);
        out.sent = readDayStamp(inner->date);
        reply = isReply(inner->subject);
        lines = std::move(inner->body);
    }
    out.lines = paragraphs(ownWords(lines, reply));
    return out;
}

std::optional<std::string> textOf(const MimePart& part, std::string_view declared) {
    auto text = decodeText(part.bytes, part.charset.empty() ? declared : part.charset);
    return text ? std::optional(std::move(*text)) : std::nullopt;
}

std::string plainText(const MimeMessage& mail) {
    std::string out;
    for (const MimePart& part : mail.parts) {
        if (part.contentType != "text/plain" || part.isAttachment) continue;
        const auto text = textOf(part, {});
        if (!text) continue;
        if (!out.empty()) out += "\n\n";
        out += part.isFlowed ? unflowed(*text, part.deletesSpaces) : *text;
    }
    return withoutPgpSignature(std::move(out));
}

std::size_t bytesOf(const MailLines& lines) {
    std::size_t bytes = 0;
    for (const std::string& line : lines)
        bytes += line.size() + 1;
    return bytes;
}

Unexpected tooLarge() {
    return unexpected(ErrorCode::TooLarge, "The mail is too large: Quoth reads up to " +
                                               std::to_string(longestText >> 20) +
                                               " MB of a mail's text.");
}

MailLines linesOfPage(const HtmlTree& tree) {
    MailLines out;
    for (ArticleLine& line : wholeBody(tree)) {
        if (!line.afterBreak && !out.empty()) out.emplace_back();
        out.push_back(std::move(line.text));
    }
    return out;
}

// What the page reader finds, or all of it.
std::vector<ArticleLine> articleOnPage(const HtmlTree& tree, const std::string& subject) {
    HtmlMetadata metadata;
    metadata.heading = readMetadata(tree, {}, Date(floor<days>(system_clock::now()))).heading;
    metadata.title = subject;
    std::vector<ArticleLine> lines = findArticle(tree, metadata);
    if (lines.empty()) lines = wholeBody(tree);
    const auto quote = std::find_if(lines.begin(), lines.end(), [](const ArticleLine& line) {
        return announcesQuote(line.text);
    });
    const bool onlyQuote = std::none_of(lines.begin(), quote, [](const ArticleLine& line) {
        return line.kind == BlockKind::Paragraph;
    });
    if (!onlyQuote) lines.erase(quote, lines.end());
    std::erase_if(lines, [](const ArticleLine& line) { return isMailNotice(line.text); });
    return lines;
}

// Of the first page with text; without lines where there is none.
Expected<Letter> letterOnPage(const MimeMessage& mail) {
    Letter letter;
    for (const MimePart& part : mail.parts) {
        if (part.contentType != "text/html" || part.isAttachment) continue;
        const auto text = textOf(part, declaredCharset(part.bytes));
        if (!text) continue;
        const auto tree = HtmlTree::parse(*text);
        if (!tree) return unexpected(tree.error());
        const MailLines lines = linesOfPage(*tree);
        if (bytesOf(lines) > longestText) return tooLarge();
        letter = letterIn(lines, mail);
        if (!findForwarded(lines)) {
            letter.lines = articleOnPage(*tree, letter.subject);
            letter.fromPage = true;
        }
        if (!letter.lines.empty()) break;
    }
    return letter;
}

// The bytes of the first mail that is attached, taken out of it; empty where there is none.
std::string takeAttachedMail(MimeMessage& mail) {
    const auto it = std::find_if(mail.parts.begin(), mail.parts.end(), [](const MimePart& part) {
        return part.contentType == "message/rfc822" || part.contentType == "message/global";
    });
    return it == mail.parts.end() ? std::string() : std::exchange(it->bytes, {});
}

constexpr const char* encryptedMessage = "This mail is encrypted.";

bool isEncrypted(std::string_view text) { // in the text itself (RFC 9580, section 6.2)
    constexpr std::size_t nearTop = 1000;
    return text.substr(0, nearTop).find("-----BEGIN PGP MESSAGE-----") != std::string_view::npos;
}

Error whyNoText(const MimeMessage& mail) {
    if (mail.isEncrypted) return {ErrorCode::Unreadable, encryptedMessage};
    for (const MimePart& part : mail.parts) {
        if (part.contentType.ends_with("pkcs7-mime"))
            return {
                ErrorCode::Unreadable,
                "The text of this mail lies inside its signature (S/MIME), which Quoth does not "
                "open."};
        if (!part.fileName.empty())
            return {ErrorCode::Empty, "The mail has no text in it, only an attachment: save \"" +
                                          part.fileName + "\" and open that."};
    }
    return {ErrorCode::Empty, "The mail has no text in it."};
}

// The headline where the letter does not begin with it.
void addHeadline(Letter& letter) {
    constexpr std::size_t nearTop = 4; // below "PRESS RELEASE", "For immediate release"
    if (letter.subject.empty()) return;
    const std::string wanted = folded(letter.subject);
    for (std::size_t i = 0; i < letter.lines.size() && i < nearTop; ++i) {
        ArticleLine& line = letter.lines[i];
        if (folded(line.text) == wanted) {
            line.kind = BlockKind::Headline;
            return;
        }
    }
    letter.lines.front().afterBreak = false;
    letter.lines.insert(letter.lines.begin(), {letter.subject, BlockKind::Headline});
}

// Text tells the kinds of its blocks itself, but for the headline.
std::vector<Block> blocksOf(const Article& article) {
    std::vector<Block> out = findBlocks(article.text);
    for (const Block& stated : article.blocks) {
        if (stated.kind != BlockKind::Headline) continue;
        const auto overlaps = [&](const Block& block) {
            return block.span.begin < stated.span.end && stated.span.begin < block.span.end;
        };
        std::erase_if(out, overlaps);
        out.insert(
            std::find_if(out.begin(), out.end(),
                         [&](const Block& block) { return block.span.begin > stated.span.begin; }),
            stated);
    }
    return out;
}

// "By Mia Stone" above the text goes before the office that sent it.
std::string bylineOf(const Letter& letter) {
    constexpr std::size_t nearTop = 5;
    for (std::size_t i = 0; i < letter.lines.size() && i < nearTop; ++i)
        if (const std::string& line = letter.lines[i].text; saysBy(line) && isByline(line))
            if (const std::string names = enumerated(namesInByline(line)); !names.empty())
                return names;
    return letter.from;
}

Imported importedLetter(Letter letter) {
    addHeadline(letter);
    Imported out;
    out.article = articleFromLines(letter.lines);
    if (!letter.fromPage) out.article.blocks = blocksOf(out.article);
    out.article.byline = bylineOf(letter);
    out.article.title = std::move(letter.subject);
    if (!letter.sent) return out;
    const DateClaim claim{*letter.sent, DateSource::Meta, DateRole::Published};
    if (const auto day = choosePublished({claim}, Date(floor<days>(system_clock::now())))) {
        out.article.published = day->day;
        out.article.publishedFrom = DateOrigin::Metadata;
        out.article.publishedSource = day->source;
    }
    return out;
}

// With lines, else an error.
Expected<Letter> letterOf(const MimeMessage& mail) {
    const std::string text = plainText(mail);
    if (text.size() > longestText) return tooLarge();
    if (isEncrypted(text)) return unexpected(ErrorCode::Unreadable, encryptedMessage);
    Letter letter = letterIn(mailLines(text), mail);
    // The text beside a page may say little but where to see the page.
    auto page = letterOnPage(mail);
    if (!page && letter.lines.empty()) return unexpected(page.error());
    if (page && (proseBytes(*page) > 2 * proseBytes(letter) || letter.lines.empty()))
        letter = std::move(*page);
    if (letter.lines.empty()) return unexpected(whyNoText(mail));
    return letter;
}

// Of the mail, or of one attached to it that it says nothing beside.
Expected<Imported> readLetter(std::string_view bytes) {
    constexpr int mostMails = 10; // one in the other
    std::string attached;
    std::optional<Expected<Imported>> outer; // in case the attached one has nothing to read
    for (int i = 0; i < mostMails; ++i) {
        auto mail = readMimeMessage(bytes);
        if (!mail) return outer ? *outer : unexpected(mail.error());
        auto letter = letterOf(*mail);
        const bool saysMuch = letter && proseBytes(*letter) > 0;
        std::string inner = saysMuch ? std::string() : takeAttachedMail(*mail);
        if (!letter && outer && inner.empty()) return *outer;
        Expected<Imported> read = letter ? Expected(importedLetter(std::move(*letter)))
                                         : Expected<Imported>(unexpected(letter.error()));
        if (inner.empty()) return read;
        if (!outer) outer = std::move(read);
        attached = std::move(inner);
        bytes = attached;
    }
    return *outer;
}

} // namespace

Expected<Imported> readMail(std::string_view bytes) {
    const MimeHeader header = readMimeHeader(bytes);
    const bool mail = header.has("from") || header.has("subject") || header.has("date") ||
                      header.has("content-type");
    if (mail) return readLetter(bytes);
    if (looksLikeHtml(bytes)) return readHtml(bytes); // only its name says otherwise
    return unexpected(ErrorCode::Malformed, "The file is not a mail.");
}

} // namespace quoth

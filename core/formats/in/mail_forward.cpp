#include "core/formats/in/mail_forward.h"

#include "core/support/unicode.h"
#include "core/word_sets/formats.h"

#include <algorithm>
#include <array>

namespace quoth {
namespace {

enum class Label { None, From, Date, Subject, Other };

struct LabelledLine {
    Label label = Label::None;
    std::string value;
};

// "From: Mia Stone", "*Sent:* 20 May 2024".
LabelledLine labelled(std::string_view line) {
    constexpr std::size_t longestLabel = 24; // bytes
    struct Name {
        std::string_view name;
        Label label;
    };
    static constexpr auto names = std::to_array<Name>(
        {{"from", Label::From},        {"von", Label::From},         {"de", Label::From},
         {"date", Label::Date},        {"sent", Label::Date},        {"datum", Label::Date},
         {"gesendet", Label::Date},    {"envoyé", Label::Date},      {"subject", Label::Subject},
         {"betreff", Label::Subject},  {"objet", Label::Subject},    {"to", Label::Other},
         {"an", Label::Other},         {"à", Label::Other},          {"cc", Label::Other},
         {"kopie", Label::Other},      {"reply-to", Label::Other},   {"antwort an", Label::Other},
         {"importance", Label::Other}, {"attachments", Label::Other}});
    const std::size_t colon = line.substr(0, longestLabel).find(':');
    if (colon == std::string_view::npos) return {};
    std::string label = toLower(line.substr(0, colon));
    std::erase_if(label, [](char c) { return c == '*' || c == '\t'; });
    while (label.ends_with(' '))
        label.pop_back();
    const auto it =
        std::find_if(names.begin(), names.end(), [&](const Name& n) { return n.name == label; });
    if (it == names.end()) return {};
    std::string value(line.substr(colon + 1));
    std::erase(value, '*');
    value.erase(0, std::min(value.find_first_not_of(" \t"), value.size()));
    return {it->label, std::move(value)};
}

bool isMarker(std::string_view line) {
    constexpr std::size_t longest = 80; // bytes
    if (line.size() > longest) return false;
    const std::string lower = toLower(line);
    return (lower.starts_with("--") || lower.ends_with(':')) &&
           words::forwardMarks.hasPartOf(lower);
}

// Programs write it above a mail that they answer as well.
bool isOriginalMarker(std::string_view line) {
    const std::string lower = toLower(line);
    return lower.find("original") != std::string::npos ||
           lower.find("ursprüng") != std::string::npos;
}

bool isOutlookRule(std::string_view line) {
    constexpr std::size_t shortest = 10;
    return line.size() >= shortest && line.find_first_not_of('_') == std::string_view::npos;
}

struct Header {
    std::string from, subject, date;
    std::size_t lines = 0;
};

// The header that the lines begin with; nullopt where they do not tell from whom and on what.
std::optional<Header> headerIn(const MailLines& lines) {
    constexpr std::size_t reach = 3; // lines of one folded field
    Header out;
    Label label = Label::None;
    bool from = false, date = false, subject = false;
    const auto isLabelled = [&](std::size_t i) {
        return i < lines.size() && labelled(lines[i]).label != Label::None;
    };
    std::size_t& i = out.lines;
    for (; i < lines.size(); ++i) {
        LabelledLine line = labelled(lines[i]);
        if ((line.label == Label::From && from) || (line.label == Label::Subject && subject)) break;
        if (line.label != Label::None) {
            label = line.label;
            from = from || label == Label::From;
            date = date || label == Label::Date;
            subject = subject || label == Label::Subject;
            if (label == Label::From) out.from = std::move(line.value);
            if (label == Label::Date) out.date = std::move(line.value);
            if (label == Label::Subject) out.subject = std::move(line.value);
            continue;
        }
        if (label == Label::None) return std::nullopt;
        if (lines[i].empty()) { // between paragraphs of a page
            if (isLabelled(i + 1) && !(from && date && subject)) continue;
            break;
        }
        bool folded = lines[i].front() == ' ' || lines[i].front() == '\t' || label == Label::Other;
        for (std::size_t k = i + 1; !folded && k <= i + reach && k < lines.size(); ++k) {
            if (lines[k].empty()) break;
            folded = isLabelled(k);
        }
        if (!folded) break;
        if (label == Label::Subject) out.subject += ' ' + lines[i];
    }
    return from && subject ? std::optional(std::move(out)) : std::nullopt;
}

} // namespace

std::optional<ForwardedMail> findForwarded(const MailLines& lines) {
    constexpr std::size_t longestHeader = 60; // lines
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool marked = isMarker(lines[i]), ruled = isOutlookRule(lines[i]);
        if (!marked && !ruled && labelled(lines[i]).label != Label::From) continue;
        std::size_t at = marked || ruled ? i + 1 : i;
        while (at < lines.size() && lines[at].empty())
            ++at;
        const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(at);
        const std::size_t length = std::min(longestHeader, lines.size() - at);
        MailLines front(begin, begin + static_cast<std::ptrdiff_t>(length));
        const bool quoted = marked && !front.empty() && front.front().starts_with('>');
        if (quoted) front = withoutQuoteMarks(front);
        auto header = headerIn(front);
        if (!header || (header->date.empty() && !marked)) continue;
        ForwardedMail out;
        out.begin = i;
        out.isMarked = marked && !isOriginalMarker(lines[i]);
        out.from = std::move(header->from);
        out.subject = std::move(header->subject);
        out.date = std::move(header->date);
        out.body.assign(begin + static_cast<std::ptrdiff_t>(header->lines), lines.end());
        if (quoted) out.body = withoutQuoteMarks(out.body);
        return out;
    }
    return std::nullopt;
}

} // namespace quoth

#include "core/formats/in/mail_text.h"

#include "core/formats/in/html_tree.h"
#include "core/support/strings.h"
#include "core/support/unicode.h"
#include "core/text/lines.h"
#include "core/word_sets/formats.h"

#include <algorithm>
#include <optional>

namespace quoth {
namespace {

constexpr std::size_t widestLine = 80; // characters: RFC 5322 recommends 78

template <class Visit>
void eachLine(std::string_view text, Visit visit) {
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        visit(text.substr(begin, end - begin));
        begin = end + 1;
    }
}

std::size_t columns(std::string_view line) {
    return static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
}

bool isQuoted(std::string_view line) {
    return line.starts_with('>');
}

bool isRule(std::string_view line) { // "________"
    return line.size() >= 5 && std::string_view("_-=*#").find(line.front()) < 5 &&
           line.find_first_not_of(line.front()) == std::string_view::npos;
}

bool anyWords(const MailLines& lines) {
    return std::any_of(lines.begin(), lines.end(),
                       [](const std::string& line) { return !line.empty() && !isQuoted(line); });
}

// Where the signature begins ("-- "); the lines' size where there is none.
std::size_t findSignature(const MailLines& lines) {
    constexpr std::size_t longest = 15, longestUnsure = 6; // lines
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const std::size_t below = lines.size() - i - 1;
        if ((lines[i] == "-- " && below <= longest) || (lines[i] == "--" && below <= longestUnsure))
            return i;
    }
    return lines.size();
}

// Where a list's footer begins: a rule, and soon below it a notice.
std::size_t findListFooter(const MailLines& lines) {
    constexpr std::size_t soon = 4; // lines
    for (std::size_t i = 1; i < lines.size(); ++i)
        for (std::size_t k = i + 1; isRule(lines[i]) && k < lines.size() && k <= i + soon; ++k)
            if (isMailNotice(lines[k])) return i;
    return lines.size();
}

// Quoted lines and the lines that announce them.
MailLines withoutQuotedMails(const MailLines& lines, bool reply) {
    MailLines out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!isQuoted(lines[i])) {
            out.push_back(lines[i]);
            continue;
        }
        std::size_t end = i; // of the block
        while (end < lines.size() && (isQuoted(lines[end]) || lines[end].empty()))
            ++end;
        while (!out.empty() && out.back().empty())
            out.pop_back();
        std::size_t announced = 0; // lines
        std::string words;
        for (std::size_t up = 1; up <= 3 && up <= out.size() && !out[out.size() - up].empty();
             ++up) {
            words = out[out.size() - up] + (words.empty() ? "" : " ") + words;
            if (announcesQuote(words)) announced = up;
        }
        out.resize(out.size() - announced);
        if (!reply && announced == 0)
            out.insert(out.end(), lines.begin() + static_cast<std::ptrdiff_t>(i),
                       lines.begin() + static_cast<std::ptrdiff_t>(end));
        else if (end < lines.size())
            out.emplace_back();
        i = end - 1;
    }
    return out;
}

} // namespace

MailLines mailLines(std::string_view text) {
    MailLines out;
    eachLine(text, [&](std::string_view line) {
        while (!line.empty() && line != "-- " && isSpace(codePointBefore(line, line.size()).value))
            line.remove_suffix(codePointBefore(line, line.size()).length);
        out.emplace_back(line);
    });
    return out;
}

std::string unflowed(std::string_view text, bool deleteSpaces) {
    std::string out;
    std::optional<std::size_t> open; // the depth of quotation of the line that goes on
    eachLine(text, [&](std::string_view line) {
        const std::size_t depth = std::min(line.find_first_not_of('>'), line.size());
        std::string_view words = line.substr(depth);
        if (words.starts_with(' ')) words.remove_prefix(1); // stuffed
        const bool signature = words == "-- ";
        const bool joined = open == depth && !signature;
        if (!joined && !out.empty()) out += '\n';
        if (!joined) out += std::string(depth, '>') + (depth > 0 ? " " : "");
        const bool flows = words.ends_with(' ') && !signature;
        if (flows && deleteSpaces) words.remove_suffix(1);
        out += words;
        open = flows ? std::optional(depth) : std::nullopt;
    });
    return out;
}

std::string withoutPgpSignature(std::string text) {
    constexpr std::string_view head = "-----BEGIN PGP SIGNED MESSAGE-----";
    const std::size_t begin = text.find(head);
    if (begin == std::string::npos) return text;
    const std::size_t end = text.find("\n-----BEGIN PGP SIGNATURE-----", begin);
    const std::size_t words = text.find("\n\n", begin); // after the names of hashes
    if (end == std::string::npos || words >= end) return text;
    std::string out = text.substr(0, begin);
    eachLine(std::string_view(text).substr(words + 2, end - std::min(end, words + 2)),
             [&](std::string_view line) {
                 if (line.starts_with("- ")) line.remove_prefix(2); // escaped
                 out += std::string(line) + "\n";
             });
    return out;
}

bool isReply(std::string_view subject) {
    const std::string lower = toLower(subject.substr(0, 8));
    return lower.starts_with("re:") || lower.starts_with("aw:") || lower.starts_with("antw:");
}

std::string withoutReplyLeads(std::string_view subject) {
    constexpr std::size_t longest = 24; // bytes
    std::size_t lead = 0;
    do {
        subject.remove_prefix(lead);
        subject.remove_prefix(std::min(subject.find_first_not_of(' '), subject.size()));
        lead = words::subjectLeads.prefixOf(toLower(subject.substr(0, longest))).size();
    } while (lead > 0);
    return std::string(subject);
}

bool announcesQuote(std::string_view line) {
    constexpr std::size_t longest = 300; // bytes
    if (!line.ends_with(':') || line.size() > longest) return false;
    const std::string lower = toLower(line);
    const bool says = containsAny(lower, {" wrote:", " schrieb", " a écrit", " escribió"});
    const bool when = std::any_of(lower.begin(), lower.end(),
                                  [](char c) { return (c >= '0' && c <= '9') || c == '@'; });
    return says && when;
}

bool isMailNotice(const std::string& line) {
    constexpr std::size_t longest = 600; // bytes
    if (line.size() > longest || containsAny(line, {"“", "”", "\""})) return false;
    const std::string lower = toLower(line);
    if (words::mailNotices.hasPartOf(lower) || words::releaseLabels.contains(lower)) return true;
    if (lower.ends_with(" mailing list") || lower.find("/mailman/listinfo/") != std::string::npos)
        return true;
    return (lower.starts_with("this e-mail") || lower.starts_with("this email") ||
            lower.starts_with("diese e-mail")) &&
           containsAny(lower, {"confidential", "intended", "vertraulich"});
}

MailLines withoutQuoteMarks(const MailLines& lines) {
    MailLines out;
    for (std::string_view line : lines) {
        if (isQuoted(line)) line.remove_prefix(line.starts_with("> ") ? 2 : 1);
        out.emplace_back(line);
    }
    return out;
}

MailLines ownWords(const MailLines& lines, bool reply) {
    MailLines kept = withoutQuotedMails(lines, reply);
    if (!anyWords(kept)) kept = lines;
    for (const auto find : {findSignature, findListFooter}) {
        const std::size_t end = find(kept);
        const MailLines above(kept.begin(), kept.begin() + static_cast<std::ptrdiff_t>(end));
        if (anyWords(above)) kept = above;
    }
    std::erase(kept, "-- ");
    return withoutQuoteMarks(kept);
}

std::string withoutInsertedLinks(const std::string& line) {
    constexpr std::size_t longest = 2000; // bytes of a link
    std::string out;
    for (std::size_t at = 0; at < line.size();) {
        const std::string_view rest = std::string_view(line).substr(at, longest);
        const bool link = rest.starts_with("<http") || rest.starts_with("<mailto:");
        const bool picture = rest.starts_with("[cid:") || rest.starts_with("[image:");
        const std::size_t end = link      ? rest.find('>')
                                : picture ? rest.find(']')
                                          : std::string::npos;
        if (end == std::string_view::npos) {
            out += line[at++];
            continue;
        }
        if (out.ends_with(' ')) out.pop_back();
        at += end + 1;
    }
    return out;
}

MailLines joinedLines(const MailLines& lines) {
    constexpr std::size_t narrowest = 50; // characters; what is narrower was not broken by programs
    constexpr std::size_t slack = 2;      // ends are ragged
    std::vector<std::size_t> widths;
    std::size_t width = 0, pairs = 0, full = 0;
    const auto adjacent = [&](std::size_t i) {
        return i > 0 && !lines[i].empty() && !lines[i - 1].empty();
    };
    for (const std::string& line : lines)
        widths.push_back(columns(line));
    for (std::size_t i = 1; i < lines.size(); ++i)
        if (adjacent(i) && widths[i - 1] <= widestLine) width = std::max(width, widths[i - 1]);
    const auto nextWordOverflows = [&](std::size_t i) {
        const std::size_t word = std::min(lines[i].find(' '), lines[i].size());
        return widths[i - 1] <= widestLine &&
               widths[i - 1] + 1 + columns(lines[i].substr(0, word)) + slack > width;
    };
    for (std::size_t i = 1; i < lines.size(); ++i) {
        pairs += adjacent(i) && widths[i - 1] <= widestLine;
        full += adjacent(i) && nextWordOverflows(i);
    }
    const bool broken = width >= narrowest && full * 2 >= pairs;
    const auto goesOn = [&](std::size_t i) {
        const std::string& line = lines[i];
        if (line.starts_with("  ") && !lines[i - 1].starts_with(' ')) return false; // indented
        if (shapeOfLine(line).startsItem || isAddressLine(line)) return false;
        if (broken && nextWordOverflows(i)) return true;
        const char last = lines[i - 1].back();
        return isLower(codePointAt(line, 0).value) && widths[i - 1] * 2 >= narrowest &&
               std::string_view(".:;!?").find(last) == std::string_view::npos;
    };
    MailLines out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool joins = adjacent(i) && goesOn(i);
        if (!joins) out.emplace_back();
        bool space = joins;
        appendCollapsed(out.back(), lines[i], space);
    }
    return out;
}

} // namespace quoth

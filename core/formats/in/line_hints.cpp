#include "core/formats/in/line_hints.h"

#include "core/support/unicode.h"
#include "core/word_sets/formats.h"
#include "core/word_sets/text.h"

namespace quoth {
namespace {

bool hasQuotes(const std::string& lower) {
    return lower.find("\u201C") != std::string::npos || lower.find('"') != std::string::npos;
}

} // namespace

bool isClutterLine(std::string_view line) {
    if (line.size() > 60) return false;
    std::string words; // lower case, letters and single spaces only
    for (const char c : toLower(line)) {
        if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80)
            words += c;
        else if (!words.empty() && words.back() != ' ' && c != '\'')
            words += ' ';
    }
    while (!words.empty() && words.back() == ' ')
        words.pop_back();
    return words::clutterLines.contains(words);
}

bool isLegalNotice(const std::string& line) {
    const std::string lower = toLower(line);
    if (hasQuotes(lower)) return false;
    return words::legalPhrases.hasPartOf(lower) || words::legalLeads.hasPrefixOf(lower);
}

bool isAddressToReader(const std::string& line) {
    const std::string lower = toLower(line);
    if (hasQuotes(lower)) return false;
    if (words::readerPhrases.hasPartOf(lower)) return true;
    const bool addressed = lower.find(" you") != std::string::npos;
    return (addressed && lower.find("subscription") != std::string::npos) || isLegalNotice(line);
}

bool isWallNotice(const std::string& line) {
    return words::wallPhrases.hasPartOf(toLower(line));
}

bool namesPicture(const std::string& line) {
    return words::pictureLabels.hasPartOf(line);
}

bool tellsOfWork(const std::string& line) {
    return words::workPhrases.hasPartOf(toLower(line));
}

} // namespace quoth

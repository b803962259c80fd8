#include "core/formats/in/pdf_letters.h"

#include "core/support/unicode.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <utility>

namespace quoth {
namespace {

bool isPresentationForm(char32_t c) { // ligatures, Hebrew and Arabic forms
    return (c >= 0xFB00 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
}

bool isNoCharacter(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
}

void appendCompatible(std::string& out, char32_t c) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* compose = icu::Normalizer2::getNFKCInstance(status);
    const icu::UnicodeString letters =
        compose ? compose->normalize(icu::UnicodeString(static_cast<UChar32>(c)), status)
                : icu::UnicodeString();
    if (U_FAILURE(status))
        appendUtf8(out, c);
    else
        letters.toUTF8String(out);
}

// The word where the page is turned so that words of this rotation read upright.
PdfWord turned(PdfWord word, const PdfPage& page) {
    const PdfWord was = word;
    switch (word.rotation) {
    case 1:
        word.x = was.y;
        word.y = page.width - was.right();
        break;
    case 2:
        word.x = page.width - was.right();
        word.y = page.height - was.bottom();
        break;
    case 3:
        word.x = page.height - was.bottom();
        word.y = was.x;
        break;
    default:
        break;
    }
    if (word.rotation % 2 == 1) std::swap(word.width, word.height);
    word.rotation = 0;
    return word;
}

// One capital, perhaps behind an opening mark.
bool isCapital(std::string_view text) {
    CodePoint c = codePointAt(text, 0);
    if (c.length < text.size() && !isLetter(c.value)) {
        text.remove_prefix(c.length);
        c = codePointAt(text, 0);
    }
    return c.length == text.size() && isUpper(c.value);
}

// "A" and "I" are words themselves.
bool mayBeWord(std::string_view capital) {
    return capital.ends_with('A') || capital.ends_with('I');
}

bool standsElsewhere(const std::vector<PdfWord>& words, const PdfWord& one) {
    return std::any_of(words.begin(), words.end(),
                       [&](const PdfWord& word) { return &word != &one && word.text == one.text; });
}

} // namespace

std::string plainLetters(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = codePointAt(text, i);
        i += c.length;
        if (isPresentationForm(c.value))
            appendCompatible(out, c.value);
        else if (!isNoCharacter(c.value))
            appendUtf8(out, c.value);
    }
    return out;
}

std::vector<PdfWord> uprightWords(const PdfPage& page) {
    std::array<std::size_t, 4> counts{};
    for (const PdfWord& word : page.words)
        ++counts[static_cast<std::size_t>(word.rotation)];
    const auto usual = std::max_element(counts.begin(), counts.end()) - counts.begin();
    std::vector<PdfWord> out;
    for (const PdfWord& word : page.words) {
        if (word.rotation != usual || word.width <= 0 || word.height <= 0) continue;
        PdfWord next = turned(word, page);
        next.text = plainLetters(word.text);
        if (!isBlank(next.text)) out.push_back(std::move(next));
    }
    return out;
}

void joinDropCaps(std::vector<PdfWord>& words, double size) {
    constexpr std::size_t most = 8; // of a page
    std::vector<std::size_t> caps;
    for (std::size_t i = 0; i < words.size() && caps.size() < most; ++i)
        if (words[i].size >= 1.6 * size && isCapital(words[i].text)) caps.push_back(i);
    for (const std::size_t i : caps) {
        const PdfWord cap = words[i];
        std::vector<PdfWord*> beside; // the first words of the lines beside it
        for (PdfWord& word : words) {
            const double gap = word.x - cap.right();
            if (word.size > 1.3 * size || gap < -size / 2 || gap > 1.5 * size ||
                word.middle() < cap.y - size / 2 || word.middle() > cap.bottom())
                continue;
            const auto sameLine = std::find_if(beside.begin(), beside.end(), [&](PdfWord* other) {
                return std::abs(other->middle() - word.middle()) < size / 2;
            });
            if (sameLine == beside.end())
                beside.push_back(&word);
            else if (word.x < (*sameLine)->x)
                *sameLine = &word;
        }
        if (beside.empty()) continue;
        PdfWord& first = **std::min_element(
            beside.begin(), beside.end(),
            [](const PdfWord* a, const PdfWord* b) { return a->middle() < b->middle(); });
        const bool apart = mayBeWord(cap.text) && standsElsewhere(words, first);
        first.text = cap.text + (apart ? " " : "") + first.text;
        for (PdfWord* word : beside) {
            word->width = word->right() - cap.x;
            word->x = cap.x;
        }
        words[i].text.clear();
    }
    std::erase_if(words, [](const PdfWord& word) { return word.text.empty(); });
}

} // namespace quoth

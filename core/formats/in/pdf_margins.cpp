#include "core/formats/in/pdf_margins.h"

#include "core/formats/escape.h"
#include "core/support/unicode.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

namespace quoth {
namespace {

// Digits as one mark each run, so that "Page 9" and "Page 10" are alike.
std::string withoutNumbers(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool digit = c >= '0' && c <= '9';
        if (!digit)
            out += c;
        else if (out.empty() || out.back() != '#')
            out += '#';
    }
    return out;
}

std::vector<std::string_view> wordsOf(std::string_view text) {
    std::vector<std::string_view> out;
    for (std::size_t i = 0, begin = 0; i <= text.size();) {
        const CodePoint c = codePointAt(text, i);
        if (i < text.size() && !isSpace(c.value)) {
            i += c.length;
            continue;
        }
        if (i > begin) out.push_back(text.substr(begin, i - begin));
        i += std::max<std::size_t>(c.length, 1);
        begin = i;
    }
    return out;
}

bool isNumber(std::string_view word) {
    constexpr std::size_t longest = 4;
    return !word.empty() && word.size() <= longest &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isDashOrBar(std::string_view word) {
    return word == "-" || word == "|" || word == "\u2013" || word == "\u2014" || word == "\u2022";
}

// "5/14/24,", "14.05.2024"
bool isNumericDay(std::string_view word) {
    return withoutNumbers(word.substr(0, word.find(','))) == "#/#/#" ||
           withoutNumbers(word.substr(0, word.find(','))) == "#.#.#" ||
           withoutNumbers(word.substr(0, word.find(','))) == "#-#-#";
}

bool isClock(std::string_view word) { // "3:46", "15:46:02"
    const std::string shape = withoutNumbers(word.substr(0, word.find(',')));
    return shape == "#:#" || shape == "#:#:#";
}

bool isAddress(std::string_view word) {
    return word.starts_with("http://") || word.starts_with("https://") ||
           word.starts_with("file://");
}

// The words of a line that only a printed margin has.
struct MarginWords {
    std::string address;
    bool stamp = false;  // the time of printing
    bool number = false; // of the page
    std::string rest;    // other words
};

MarginWords readMargin(std::string_view line) {
    MarginWords out;
    const std::vector<std::string_view> words = wordsOf(line);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string lower = toLower(words[i]);
        const auto wordAt = [&](std::size_t k) {
            return k < words.size() ? words[k] : std::string_view();
        };
        if (isAddress(words[i])) {
            out.address = std::string(words[i]);
        } else if (isNumericDay(words[i]) && isClock(wordAt(i + 1))) {
            out.stamp = true;
            ++i;
            if (const std::string half = toLower(wordAt(i + 1)); half == "am" || half == "pm") ++i;
        } else if (isNumber(words[i]) && toLower(wordAt(i + 1)) == "of" &&
                   isNumber(wordAt(i + 2))) {
            out.number = true;
            i += 2;
        } else if (isNumber(words[i]) || withoutNumbers(words[i]) == "#/#" ||
                   (lower == "page" && isNumber(wordAt(i + 1)))) {
            out.number = true;
        } else if (!isDashOrBar(words[i])) {
            out.rest += (out.rest.empty() ? "" : " ") + std::string(words[i]);
        }
    }
    return out;
}

bool isWhole(std::string_view address) { // browsers shorten long ones
    return address.find("...") == std::string_view::npos &&
           address.find("\u2026") == std::string_view::npos;
}

enum class Edge { Head, Foot };

class MarginFinder {
public:
    MarginFinder(const std::vector<PdfLine>& lines, const PdfText& text)
        : m_lines(lines), m_text(text), m_title(joined(text.title)), m_out(lines.size(), 0) {
        for (std::size_t i = 0; i < lines.size(); ++i)
            m_texts.push_back(joined(textOf(lines[i])));
        for (std::size_t i = 0; i < lines.size(); ++i)
            for (const Edge edge : {Edge::Head, Edge::Foot})
                if (isNear(i, edge)) m_places[keyOf(i, edge)].push_back(i);
    }

    void run() {
        std::vector<std::vector<std::size_t>> pages(m_text.pages.size());
        for (std::size_t i = 0; i < m_lines.size(); ++i)
            pages[m_lines[i].page].push_back(i);
        for (std::vector<std::size_t>& page : pages) {
            const auto higher = [&](std::size_t a, std::size_t b) {
                return m_lines[a].middle() < m_lines[b].middle();
            };
            std::sort(page.begin(), page.end(), higher);
            dropRows(page, Edge::Head);
            std::reverse(page.begin(), page.end());
            dropRows(page, Edge::Foot);
        }
    }

    bool isOut(std::size_t i) const { return m_out[i] != 0; }
    const std::string& address() const { return m_address; }

private:
    static constexpr double zone = 0.15; // of the page's height

    static std::string joined(std::string_view text) {
        std::string out;
        for (const std::string_view word : wordsOf(text))
            out += (out.empty() ? "" : " ") + std::string(word);
        return out;
    }

    double heightOf(std::size_t i) const { return m_text.pages[m_lines[i].page].height; }
    double distance(std::size_t i, Edge edge) const {
        return edge == Edge::Head ? m_lines[i].middle() : heightOf(i) - m_lines[i].middle();
    }
    bool isNear(std::size_t i, Edge edge) const { return distance(i, edge) < zone * heightOf(i); }
    std::string keyOf(std::size_t i, Edge edge) const {
        return (edge == Edge::Head ? 'h' : 'f') + withoutNumbers(m_texts[i]);
    }

    void dropRows(const std::vector<std::size_t>& page, Edge edge) {
        for (std::size_t first = 0; first < page.size() && isNear(page[first], edge);) {
            std::size_t last = first + 1; // the row's lines are as high
            while (last < page.size() && isBeside(page[first], page[last]))
                ++last;
            for (std::size_t k = first; k < last; ++k)
                if (!isMargin(page[k], edge)) return;
            for (; first < last; ++first)
                m_out[page[first]] = 1;
        }
    }

    bool isBeside(std::size_t a, std::size_t b) const {
        return std::abs(m_lines[a].middle() - m_lines[b].middle()) < 0.5 * m_lines[a].size;
    }

    bool isMargin(std::size_t i, Edge edge) {
        const MarginWords words = readMargin(m_texts[i]);
        const bool printed = !words.address.empty() || words.stamp;
        // The title is the page's; browsers print it beside the time or the address.
        const bool titled = words.rest.empty() || words.rest == m_title;
        if (printed && titled) {
            const std::string link = safeLink(words.address);
            if (m_address.empty() && link.starts_with("http") && isWhole(link)) m_address = link;
            return true;
        }
        return (words.number && words.rest.empty()) || isRepeated(i, edge);
    }

    bool isRepeated(std::size_t i, Edge edge) const {
        constexpr double tolerance = 3; // points
        const auto place = m_places.find(keyOf(i, edge));
        return place != m_places.end() &&
               std::any_of(place->second.begin(), place->second.end(), [&](std::size_t other) {
                   return m_lines[other].page != m_lines[i].page &&
                          std::abs(distance(other, edge) - distance(i, edge)) < tolerance;
               });
    }

    const std::vector<PdfLine>& m_lines;
    const PdfText& m_text;
    std::string m_title;
    std::vector<std::string> m_texts;
    std::unordered_map<std::string, std::vector<std::size_t>> m_places; // lines of one text
    std::vector<char> m_out;
    std::string m_address;
};

} // namespace

std::string dropMargins(std::vector<PdfLine>& lines, const PdfText& text) {
    MarginFinder finder(lines, text);
    finder.run();
    std::vector<PdfLine> kept;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (!finder.isOut(i)) kept.push_back(std::move(lines[i]));
    if (!kept.empty()) lines = std::move(kept); // pages that are all alike have no margins
    return finder.address();
}

} // namespace quoth

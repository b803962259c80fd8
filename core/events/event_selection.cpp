#include "core/events/event_selection.h"

#include "core/events/event_limits.h"
#include "core/people/name_forms.h"
#include "core/support/unicode.h"

#include <algorithm>
#include <vector>

namespace quoth {
namespace {

bool isWordCharacter(char32_t c) {
    return isLetter(c) || isDigit(c) || isCombining(c) || c == U'\'' || c == U'’' || c == U'-';
}

Span wholeWords(std::string_view text, Span span) {
    span.end = std::min(span.end, static_cast<std::uint32_t>(text.size()));
    span.begin = std::min(span.begin, span.end);
    const auto before = [&](std::uint32_t at) { return codePointBefore(text, at); };
    const auto after = [&](std::uint32_t at) { return codePointAt(text, at); };
    const auto step = [](CodePoint c) { return static_cast<std::uint32_t>(c.length); };
    // What is cut in a word grows, what is cut beside one shrinks.
    while (span.begin > 0 && isWordCharacter(after(span.begin).value) &&
           isWordCharacter(before(span.begin).value))
        span.begin -= step(before(span.begin));
    while (span.end < text.size() && isWordCharacter(after(span.end).value) &&
           isWordCharacter(before(span.end).value))
        span.end += step(after(span.end));
    while (!span.empty() && !isWordCharacter(after(span.begin).value))
        span.begin += step(after(span.begin));
    while (!span.empty() && !isWordCharacter(before(span.end).value))
        span.end -= step(before(span.end));
    return span;
}

// Runs of word characters with at least one letter or digit.
std::vector<Span> wordsOf(std::string_view text, Span span) {
    std::vector<Span> out;
    bool inside = false, tells = false;
    std::uint32_t begin = span.begin;
    for (std::uint32_t at = span.begin; at <= span.end;) {
        const CodePoint c = at < span.end ? codePointAt(text, at) : CodePoint{0, 1};
        if (isWordCharacter(c.value)) {
            if (!inside) begin = at;
            tells = (inside && tells) || isLetter(c.value) || isDigit(c.value);
            inside = true;
        } else {
            if (inside && tells) out.push_back({begin, at});
            inside = false;
        }
        at += static_cast<std::uint32_t>(c.length);
    }
    return out;
}

bool hasVerbEnding(std::string_view word) {
    return word.size() > 4 && !startsUpper(word) && (word.ends_with("ed") || word.ends_with("ing"));
}

Span triggerAmong(const Document& document, const std::vector<Span>& words) {
    const auto isKnown = [&](Span word) {
        return std::any_of(document.events().begin(), document.events().end(),
                           [&](const Event& event) { return event.trigger == word; });
    };
    const auto first = [&](auto&& wanted) {
        const auto it = std::find_if(words.begin(), words.end(), wanted);
        return it == words.end() ? Span{} : *it;
    };
    const auto written = [&](Span word) { return document.slice(word); };
    Span found = first(isKnown);
    if (found.empty()) found = first([&](Span word) { return hasVerbEnding(written(word)); });
    if (found.empty())
        found = first([&](Span word) { return !isSmallWord(toLower(written(word))); });
    return found.empty() ? words.front() : found;
}

std::string summaryOf(std::string_view words) { // one line
    std::string out;
    for (std::size_t at = 0; at < words.size();) {
        const CodePoint c = codePointAt(words, at);
        at += c.length;
        if (out.size() + c.length > event_limits::selectionSummary) return out + "…";
        if (!isSpace(c.value))
            appendUtf8(out, c.value);
        else if (!out.ends_with(' '))
            out += ' ';
    }
    return out;
}

} // namespace

std::optional<AddEvent> eventFromSelection(const Document& document, Span selection) {
    const std::string& text = document.text();
    const Span span = wholeWords(text, selection);
    const std::vector<Span> words = wordsOf(text, span);
    if (words.empty()) return std::nullopt;
    AddEvent out{makeAnchor(text, triggerAmong(document, words)),
                 {},
                 EventStatus::Happened,
                 summaryOf(document.slice(span))};
    for (const Event& event : document.events()) {
        if (event.trigger != out.trigger.span) continue;
        out.value = event.value;
        out.status = event.status;
    }
    return out;
}

} // namespace quoth

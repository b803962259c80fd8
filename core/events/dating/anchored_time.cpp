#include "core/events/dating/anchored_time.h"

#include "core/document/date.h"
#include "core/events/event_limits.h"
#include "core/word_sets/events.h"

#include <algorithm>
#include <string_view>

namespace quoth {
namespace {

// "the following day", "the same evening" step from where the narrative stands.
struct Direction {
    int sign = 0;
    IndexRange words;
    bool ofNarrative = false;
};

// Within the expression, else right after it: "two days | after", "a day | prior to".
std::optional<Direction> directionOf(const TokenizedText& text, IndexRange time) {
    const std::uint32_t end =
        std::min(time.end + 1, text.sentences[text.sentenceOf(time.begin)].tokens.end);
    for (std::uint32_t i = time.begin; i < end; ++i) {
        const std::string& word = text.tokens[i].lower;
        if (i < time.end && words::nextDayWords.contains(word))
            return Direction{1, {i, i + 1}, true};
        if (i < time.end && words::sameDayWords.contains(word))
            return Direction{0, {i, i + 1}, true};
        if (i < time.end && words::previousDayWords.contains(word))
            return Direction{-1, {i, i + 1}, true};
        const int sign = words::earlierWords.contains(word) ? -1
                         : words::laterWords.contains(word) ? 1
                                                            : 0;
        if (sign == 0) continue;
        const bool to =
            word == "prior" && i + 1 < text.tokens.size() && text.tokens[i + 1].lower == "to";
        return Direction{sign, {i, i + (to ? 2u : 1u)}};
    }
    return std::nullopt;
}

// "P3W" as weeks; clock times of less than a day as no days.
bool readDuration(std::string_view value, AnchoredTime& out) {
    if (value.starts_with("PT")) return true;
    const auto duration = durationOf(value);
    if (!duration || duration->count > event_limits::longestCount) return false;
    const TimeUnit unit = duration->unit;
    if (unit != TimeUnit::Day && unit != TimeUnit::Week && unit != TimeUnit::Month &&
        unit != TimeUnit::Year)
        return false;
    out.unit = unit;
    out.count = duration->count;
    return true;
}

// "the day", "a week", "hours": without a number.
bool readWords(const TokenizedText& text, IndexRange time, AnchoredTime& out) {
    for (std::uint32_t i = time.begin; i < time.end; ++i) {
        const std::string& word = text.tokens[i].lower;
        out.count = 1;
        if (words::dayNouns.contains(word))
            out.unit = TimeUnit::Day;
        else if (word == "week")
            out.unit = TimeUnit::Week;
        else if (word == "month")
            out.unit = TimeUnit::Month;
        else if (word == "year")
            out.unit = TimeUnit::Year;
        else if (words::shortTimes.contains(word))
            out.count = 0;
        else
            continue;
        return true;
    }
    return false;
}

// The first word after `from` that names a happening, in the phrase or clause that begins there;
// else the head of the phrase: "the report" may be what was published.
std::optional<std::uint32_t> happeningAfter(const TokenizedText& text,
                                            const std::vector<TriggerKind>& kinds,
                                            std::uint32_t from) {
    const std::uint32_t end = std::min(from + event_limits::longestPhrase,
                                       text.sentences[text.sentenceOf(from)].tokens.end);
    std::optional<std::uint32_t> head;
    bool ended = false; // the phrase
    for (std::uint32_t i = from; i < end; ++i) {
        const Token& token = text.tokens[i];
        if (token.kind == TokenKind::Punctuation) break;
        if (kinds[i] == TriggerKind::Verb || kinds[i] == TriggerKind::Noun ||
            kinds[i] == TriggerKind::MaybeNoun)
            return i;
        if (!ended && token.pos == Pos::Noun) head = i;
        ended = ended || token.pos == Pos::Adp;
    }
    return head;
}

} // namespace

std::optional<AnchoredTime> anchoredTime(const TokenizedText& text,
                                         const std::vector<TriggerKind>& kinds,
                                         const TimeExpression& time, IndexRange range) {
    const bool counted = time.type == TimeType::Duration;
    if (range.empty() || (!counted && !time.value.empty())) return std::nullopt;
    const auto direction = directionOf(text, range);
    if (!direction) return std::nullopt;
    AnchoredTime out;
    if (!readDuration(time.value, out) && !readWords(text, range, out)) return std::nullopt;
    out.count *= direction->sign;
    out.tokens = {range.begin, std::max(range.end, direction->words.end)};

    const std::uint32_t next = direction->words.end;
    const bool last = next >= text.sentences[text.sentenceOf(range.begin)].tokens.end;
    const std::string& word = text.tokens[direction->words.begin].lower;
    const bool takesPhrase = words::anchorPrepositions.contains(word);
    if (takesPhrase && !direction->ofNarrative && !last &&
        text.tokens[next].kind != TokenKind::Punctuation) {
        out.trigger = happeningAfter(text, kinds, next);
        if (!out.trigger) return std::nullopt;
        out.tokens.end = *out.trigger + 1;
    }
    return out;
}

std::optional<CalendarValue> valueFrom(Date day, const AnchoredTime& time) {
    return steppedValue(day, time.unit, time.count);
}

} // namespace quoth

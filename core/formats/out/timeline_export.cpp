#include "core/formats/out/timeline_export.h"

#include "core/document/happenings.h"
#include "core/formats/digest.h"
#include "core/formats/escape.h"
#include "core/formats/out/csv_table.h"
#include "core/formats/out/date_words.h"
#include "core/support/unicode.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace quoth {
namespace {

using Json = nlohmann::ordered_json;
using std::chrono::days;
using std::chrono::sys_days;

std::string names(const Document& document, const Happening& happening) {
    std::string out;
    for (const EntityId id : participantsOf(document, happening))
        out += (out.empty() ? "" : "; ") + document.entity(id).name;
    return out;
}

// "died; landslide"
std::string triggers(const Document& document, const Happening& happening) {
    std::string out(document.slice(document.event(happening.shown).trigger));
    for (const EventId id : happening.alongside)
        out += "; " + std::string(document.slice(document.event(id).trigger));
    return out;
}

std::string oneLine(std::string_view text) {
    std::string out;
    for (const char c : withoutControls(text))
        out += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    return out;
}

std::string sentenceOf(const Document& document, const Event& event) {
    const auto sentence = document.sentenceAt(event.trigger.begin);
    return oneLine(document.slice(sentence.value_or(event.trigger)));
}

std::string summaryOf(const Document& document, const Happening& happening) {
    const Event& event = document.event(tellingMention(document, happening));
    return oneLine(event.summary.empty() ? document.slice(event.trigger)
                                         : std::string_view(event.summary));
}

// A property of a calendar, folded at 75 bytes.
void addProperty(std::string& out, std::string_view name, std::string_view value) {
    constexpr std::size_t longest = 75;
    const std::string line = std::string(name) + ':' + std::string(value);
    std::string_view rest = line;
    for (std::size_t room = longest; rest.size() > room; room = longest - 1) {
        std::size_t cut = room;
        while (cut > 1 && (static_cast<unsigned char>(rest[cut]) & 0xC0) == 0x80)
            --cut; // never within a character
        out += rest.substr(0, cut);
        out += "\r\n ";
        rest.remove_prefix(cut);
    }
    out += rest;
    out += "\r\n";
}

// One whose value is text: what has a meaning there escaped, controls left out.
void addText(std::string& out, std::string_view name, std::string_view text) {
    std::string value;
    for (const char c : withoutControls(withPairedDirections(text))) {
        if (c == '\\' || c == ';' || c == ',') value += '\\';
        if (c == '\n')
            value += "\\n";
        else if (c != '\r')
            value += c;
    }
    addProperty(out, name, value);
}

std::string calendarDay(sys_days day) {
    std::string iso = toIso(Date{day});
    std::erase(iso, '-');
    return iso;
}

std::optional<ClockRange> clockOf(const Document& document, const Happening& happening) {
    const auto value = exactValue(document, happening.shown);
    const auto time = value ? value->timeOfDay() : std::nullopt;
    return time ? std::optional(time->minutes()) : std::nullopt;
}

// "08:30", "18:00-22:00".
std::string clockColumn(const std::optional<ClockRange>& clock) {
    if (!clock) return {};
    const std::string first = clockInWords(clock->first);
    return clock->first == clock->last ? first : first + "-" + clockInWords(clock->last);
}

// Whole days; or a time of day, wherever that is told ("floating").
void addTime(std::string& out, const DayRange& when, const std::optional<ClockRange>& clock) {
    if (!clock) {
        addProperty(out, "DTSTART;VALUE=DATE", calendarDay(sys_days{when.first}));
        addProperty(out, "DTEND;VALUE=DATE", calendarDay(sys_days{when.last} + days{1}));
        return;
    }
    constexpr int wholeDay = 24 * 60;
    const auto at = [&](int minutes) {
        const sys_days day = sys_days{when.first} + days{minutes / wholeDay};
        std::string clock = clockInWords(minutes % wholeDay);
        std::erase(clock, ':');
        return calendarDay(day) + "T" + clock + "00";
    };
    addProperty(out, "DTSTART", at(clock->first));
    if (clock->last > clock->first) addProperty(out, "DTEND", at(clock->last));
}

// TimelineJS puts its texts into places of all kinds, which they must not leave.
std::string html(std::string_view text) {
    return escapeHtml(withPairedDirections(text));
}

Json timelineDay(Date date, std::optional<int> minutes = {}) {
    Json day = {{"year", static_cast<int>(date.year())},
                {"month", static_cast<unsigned>(date.month())},
                {"day", static_cast<unsigned>(date.day())}};
    if (minutes) {
        day["hour"] = *minutes / 60;
        day["minute"] = *minutes % 60;
    }
    return day;
}

} // namespace

std::string writeTimelineCsv(const Document& document, const ExportContext&) {
    CsvTable table;
    table.addRow({"id", "value", "first", "last", "clock", "status", "what", "participants",
                  "words", "mentions", "begin", "sentence"});
    for (const Happening& happening : happeningsByDate(document)) {
        const Event& event = document.event(happening.shown);
        const auto& days = happening.days;
        table.addRow({"v" + std::to_string(happening.shown.value + 1), event.value,
                      days ? toIso(days->first) : "", days ? toIso(days->last) : "",
                      clockColumn(clockOf(document, happening)), name(event.status),
                      triggers(document, happening), names(document, happening),
                      relativeWords(document, happening.shown),
                      std::to_string(1 + happening.retold.size()),
                      std::to_string(document.offsets().codePointFromByte(document.text(),
                                                                          event.trigger.begin)),
                      sentenceOf(document, event)});
    }
    return table.take();
}

std::string writeCalendar(const Document& document, const ExportContext& context) {
    // RFC 5545 asks for a time of making; the article's day stands in where none is given.
    std::string stamp = context.exportedOn;
    if (stamp.empty() && document.published()) stamp = toIso(*document.published());
    const auto made = parseDate(stamp);
    const std::string day = made ? calendarDay(sys_days{*made}) : "19700101";
    const std::string digest = sha256Hex(document.text()).substr(0, 16);
    const std::string uri = safeUri(document.article().url);
    std::string out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n";
    addText(out, "PRODID", "-//Quoth//Timeline//EN");
    for (const Happening& happening : happeningsByDate(document)) {
        if (!happening.days) continue;
        const Event& event = document.event(happening.shown);
        out += "BEGIN:VEVENT\r\n";
        addText(out, "UID",
                digest + "-v" + std::to_string(happening.shown.value + 1) + "@quoth.invalid");
        addProperty(out, "DTSTAMP", day + "T000000Z");
        addTime(out, *happening.days, clockOf(document, happening));
        addText(out, "SUMMARY", summaryOf(document, happening));
        addText(out, "DESCRIPTION", sentenceOf(document, event));
        addProperty(out, "STATUS",
                    event.status == EventStatus::Negated    ? "CANCELLED"
                    : event.status == EventStatus::Happened ? "CONFIRMED"
                                                            : "TENTATIVE");
        addProperty(out, "TRANSP", "TRANSPARENT");
        if (!uri.empty()) addProperty(out, "URL", uri);
        out += "END:VEVENT\r\n";
    }
    return out + "END:VCALENDAR\r\n";
}

std::string writeTimelineJs(const Document& document, const ExportContext&) {
    Json events = Json::array();
    for (const Happening& happening : happeningsByDate(document)) {
        if (!happening.days) continue;
        const Event& event = document.event(happening.shown);
        const auto clock = clockOf(document, happening);
        const bool moment = clock && clock->first == clock->last && clock->first < 24 * 60;
        const std::string when = valueInWords(*exactValue(document, happening.shown));
        Json entry = {
            {"start_date", timelineDay(happening.days->first,
                                       moment ? std::optional(clock->first) : std::nullopt)},
            {"display_date", escapeHtml(when)},
            {"text",
             {{"headline", html(summaryOf(document, happening))},
              {"text", "<p>" + html(sentenceOf(document, event)) + "</p>"}}},
            {"group", name(event.status)},
            {"unique_id", "v" + std::to_string(happening.shown.value + 1)}};
        if (happening.days->last != happening.days->first)
            entry["end_date"] = timelineDay(happening.days->last);
        events.push_back(std::move(entry));
    }
    const Json story = {
        {"title",
         {{"text", {{"headline", html(document.title())}, {"text", html(document.byline())}}}}},
        {"events", std::move(events)}};
    return story.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace quoth

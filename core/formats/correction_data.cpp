#include "core/formats/correction_data.h"

#include "core/document/calendar_value.h"
#include "core/formats/json_text.h"
#include "core/formats/json_values.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace quoth {
namespace {

using Json = nlohmann::ordered_json;

class CorrectionWriter {
public:
    CorrectionWriter(std::string_view text, const OffsetMap& offsets)
        : m_text(text), m_offsets(offsets) {}

    Json operator()(const ReassignSpeaker& c) const {
        return {{"do", "speaker"}, {"quote", anchor(c.quote)}, {"speaker", orNull(c.speaker)}};
    }
    Json operator()(const AcceptQuote& c) const {
        return {{"do", "accept"}, {"quote", anchor(c.quote)}};
    }
    Json operator()(const RejectQuote& c) const {
        return {{"do", "reject"}, {"quote", anchor(c.quote)}};
    }
    Json operator()(const AddQuote& c) const {
        return {{"do", "add"},
                {"bounds", bounds(c.bounds)},
                {"act", name(c.act)},
                {"speaker", orNull(c.speaker)}};
    }
    Json operator()(const ChangeBounds& c) const {
        return {{"do", "bounds"}, {"quote", anchor(c.quote)}, {"bounds", bounds(c.bounds)}};
    }
    Json operator()(const CheckQuote& c) const {
        Json out = {{"do", "check"},
                    {"quote", anchor(c.quote)},
                    {"state", name(c.state)},
                    {"note", c.note}};
        if (!c.source.empty()) out["source"] = c.source;
        if (c.at) out["at"] = toIso(*c.at);
        return out;
    }
    Json operator()(const MergeEntities& c) const {
        return {{"do", "merge"}, {"from", entity(c.from)}, {"into", entity(c.into)}};
    }
    Json operator()(const SplitEntity& c) const {
        return {{"do", "split"},  {"entity", entity(c.entity)}, {"mentions", anchors(c.mentions)},
                {"name", c.name}, {"into", orNull(c.into)},     {"stay", anchors(c.stay)}};
    }
    Json operator()(const RenameEntity& c) const {
        return {{"do", "rename"}, {"entity", entity(c.entity)}, {"name", c.name}};
    }
    Json operator()(const RetypeEntity& c) const {
        return {{"do", "retype"}, {"entity", entity(c.entity)}, {"type", name(c.type)}};
    }
    Json operator()(const DateArticle& c) const {
        Json out = {{"do", "published"},
                    {"date", c.published ? Json(toIso(*c.published)) : Json(nullptr)}};
        if (c.isGuess) out["guess"] = true;
        return out;
    }
    Json operator()(const WithdrawStep& c) const { return {{"do", "withdraw"}, {"step", c.step}}; }
    Json operator()(const DateEvent& c) const {
        return {{"do", "date"}, {"trigger", anchor(c.trigger)}, {"value", c.value}};
    }
    Json operator()(const SetEventStatus& c) const {
        return {{"do", "event-status"}, {"trigger", anchor(c.trigger)}, {"status", name(c.status)}};
    }
    Json operator()(const RemoveEvent& c) const {
        return {{"do", "no-event"}, {"trigger", anchor(c.trigger)}};
    }
    Json operator()(const AddEvent& c) const {
        return {{"do", "event"},
                {"trigger", anchor(c.trigger)},
                {"value", c.value},
                {"status", name(c.status)},
                {"summary", c.summary}};
    }

private:
    std::size_t codePoint(std::uint32_t byte) const {
        return m_offsets.codePointFromByte(
            m_text, std::min(byte, static_cast<std::uint32_t>(m_text.size())));
    }
    Json anchor(const Anchor& a) const {
        return {{"begin", codePoint(a.span.begin)},
                {"end", codePoint(a.span.end)},
                {"exact", a.exact},
                {"before", a.before},
                {"after", a.after}};
    }
    Json anchors(const std::vector<Anchor>& list) const {
        Json out = Json::array();
        for (const Anchor& a : list)
            out.push_back(anchor(a));
        return out;
    }
    Json bounds(const QuoteBounds& b) const {
        return {{"content", anchors(b.content)},
                {"cue", anchors(b.cue)},
                {"source", anchors(b.source)},
                {"kind", name(b.kind)}};
    }
    Json entity(const EntityRef& e) const {
        return {{"name", e.name},
                {"type", name(e.type)},
                {"mention", e.mention ? anchor(*e.mention) : Json(nullptr)}};
    }
    Json orNull(const std::optional<EntityRef>& e) const { return e ? entity(*e) : Json(nullptr); }

    std::string_view m_text;
    const OffsetMap& m_offsets;
};

class CorrectionReader : public JsonValues {
public:
    CorrectionReader(std::string_view text, const OffsetMap& offsets)
        : m_text(text), m_offsets(offsets) {}

    Correction correction(const Json& json) {
        const std::string what = string(json, "do");
        if (what == "speaker") return ReassignSpeaker{anchor(at(json, "quote")), speaker(json)};
        if (what == "accept") return AcceptQuote{anchor(at(json, "quote"))};
        if (what == "reject") return RejectQuote{anchor(at(json, "quote"))};
        if (what == "add")
            return AddQuote{bounds(at(json, "bounds")),
                            value(quoteActFromName(string(json, "act"))), speaker(json)};
        if (what == "bounds")
            return ChangeBounds{anchor(at(json, "quote")), bounds(at(json, "bounds"))};
        if (what == "check")
            return CheckQuote{anchor(at(json, "quote")),
                              value(checkStateFromName(string(json, "state"))),
                              string(json, "note"),
                              json.contains("source") ? string(json, "source") : std::string(),
                              json.contains("at") ? moment(at(json, "at")) : std::nullopt};
        if (what == "merge")
            return MergeEntities{entity(at(json, "from")), entity(at(json, "into"))};
        if (what == "split") return split(json);
        if (what == "rename") return RenameEntity{entity(at(json, "entity")), string(json, "name")};
        if (what == "retype")
            return RetypeEntity{entity(at(json, "entity")),
                                value(entityTypeFromName(string(json, "type")))};
        if (what == "date") return DateEvent{anchor(at(json, "trigger")), eventValue(json)};
        if (what == "event-status")
            return SetEventStatus{anchor(at(json, "trigger")), status(json)};
        if (what == "no-event") return RemoveEvent{anchor(at(json, "trigger"))};
        if (what == "event")
            return AddEvent{anchor(at(json, "trigger")), eventValue(json), status(json),
                            string(json, "summary")};
        if (what == "published") return DateArticle{date(at(json, "date")), flag(json, "guess")};
        if (what == "withdraw") return WithdrawStep{index(at(json, "step"))};
        setBad();
        return AcceptQuote{};
    }

private:
    std::string string(const Json& object, const char* key) {
        return JsonValues::string(at(object, key));
    }
    bool flag(const Json& object, const char* key) { // absent in data of earlier versions: false
        const Json& json = at(object, key);
        if (!json.is_null() && !json.is_boolean()) setBad();
        return json.is_boolean() && json.get<bool>();
    }
    std::optional<Date> date(const Json& json) {
        if (json.is_null()) return std::nullopt;
        const auto read = json.is_string() ? parseDate(json.get_ref<const std::string&>())
                                           : Expected<Date>(Date{});
        if (read && json.is_string()) return *read;
        setBad();
        return std::nullopt;
    }
    std::optional<std::chrono::sys_seconds> moment(const Json& json) {
        if (json.is_string())
            if (const auto read = parseMoment(json.get_ref<const std::string&>())) return *read;
        setBad();
        return std::nullopt;
    }
    std::size_t index(const Json& json) {
        if (json.is_number_unsigned()) return json.get<std::size_t>();
        setBad();
        return 0;
    }
    std::uint32_t byteAt(const Json& json) {
        if (!json.is_number_unsigned()) {
            setBad();
            return 0;
        }
        const auto codePoint =
            std::min<std::uint64_t>(json.get<std::uint64_t>(), m_offsets.codePoints());
        return static_cast<std::uint32_t>(m_offsets.byteFromCodePoint(m_text, codePoint));
    }
    Anchor anchor(const Json& json) {
        Anchor out;
        out.span.begin = byteAt(at(json, "begin"));
        out.span.end = std::max(out.span.begin, byteAt(at(json, "end")));
        out.exact = string(json, "exact");
        out.before = string(json, "before");
        out.after = string(json, "after");
        if (out.exact.empty()) setBad();
        return out;
    }
    std::vector<Anchor> anchors(const Json& json) {
        std::vector<Anchor> out;
        for (const Json& one : list(json))
            out.push_back(anchor(one));
        return out;
    }
    QuoteBounds bounds(const Json& json) {
        QuoteBounds out;
        out.content = anchors(at(json, "content"));
        out.cue = anchors(at(json, "cue"));
        out.source = anchors(at(json, "source"));
        out.kind = value(quoteKindFromName(string(json, "kind")));
        if (out.content.empty()) setBad();
        return out;
    }
    EntityRef entity(const Json& json) {
        EntityRef out;
        out.name = string(json, "name");
        out.type = value(entityTypeFromName(string(json, "type")));
        if (const Json& mention = at(json, "mention"); !mention.is_null())
            out.mention = anchor(mention);
        return out;
    }
    std::optional<EntityRef> entityOrNone(const Json& who) {
        return who.is_null() ? std::nullopt : std::optional(entity(who));
    }
    std::optional<EntityRef> speaker(const Json& json) { return entityOrNone(at(json, "speaker")); }
    SplitEntity split(const Json& json) {
        SplitEntity out{entity(at(json, "entity")), anchors(at(json, "mentions")),
                        string(json, "name")};
        out.into = entityOrNone(at(json, "into")); // data of earlier versions has neither
        if (const Json& stay = at(json, "stay"); !stay.is_null()) out.stay = anchors(stay);
        return out;
    }
    std::string eventValue(const Json& json) {
        std::string out = string(json, "value");
        if (!out.empty() && !CalendarValue::parse(out)) setBad();
        return out;
    }
    EventStatus status(const Json& json) {
        return value(eventStatusFromName(string(json, "status")));
    }

    std::string_view m_text;
    const OffsetMap& m_offsets;
};

} // namespace

std::string writeCorrections(const std::vector<Correction>& corrections, std::string_view text,
                             const OffsetMap& offsets) {
    const CorrectionWriter writer(text, offsets);
    Json out = Json::array();
    for (const Correction& correction : corrections)
        out.push_back(std::visit(writer, correction));
    return jsonText(out);
}

Expected<std::vector<Correction>> readCorrections(std::string_view json, std::string_view text,
                                                  const OffsetMap& offsets) {
    CorrectionReader reader(text, offsets);
    std::vector<Correction> out;
    const auto parsed = JsonValues::Json::parse(json, nullptr, false);
    for (const JsonValues::Json& item : reader.list(parsed))
        out.push_back(reader.correction(item));
    if (reader.isBad()) return unexpected(ErrorCode::Malformed, "The corrections are damaged.");
    return out;
}

} // namespace quoth

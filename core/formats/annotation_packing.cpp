#include "core/formats/annotation_packing.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>

namespace quoth {
namespace {

// The fields of a body that are kept; all are taken as they are, but for the places in "quoth:why".
constexpr auto entityFields =
    std::to_array<const char*>({"quoth:kind", "quoth:name", "quoth:gender"});
constexpr auto quoteFields = std::to_array<const char*>(
    {"quoth:kind", "quoth:act", "quoth:speaker", "quoth:addressee", "quoth:runnerUp",
     "quoth:confidence", "quoth:check", "quoth:note", "quoth:why"});
constexpr auto timeFields = std::to_array<const char*>({"quoth:kind", "quoth:value"});
constexpr auto eventFields =
    std::to_array<const char*>({"quoth:time", "quoth:value", "quoth:participants", "quoth:summary",
                                "quoth:status", "quoth:class", "quoth:same"});
// Fields that came later, as an object at the end, where there are any.
constexpr auto laterFields =
    std::to_array<const char*>({"quoth:checkSource", "quoth:checkedAt", "quoth:setBy"});

std::span<const char* const> fieldsOf(std::string_view type) {
    if (type == "quoth:Entity") return entityFields;
    if (type == "quoth:Quote") return quoteFields;
    if (type == "quoth:Time") return timeFields;
    return eventFields;
}

bool isWhy(std::string_view field) {
    return field == "quoth:why";
}

// Places as distance and length, each from the one before.
class PlacePacker {
public:
    void add(nlohmann::ordered_json& out, std::int64_t begin, std::int64_t end) {
        out.push_back(begin - m_last);
        out.push_back(end - begin);
        m_last = begin;
    }

private:
    std::int64_t m_last = 0;
};

class PlaceUnpacker {
public:
    // The place in the last two elements of `array`; nullopt where they are no place.
    std::optional<std::array<std::uint64_t, 2>> read(const nlohmann::json& array) {
        const nlohmann::json& distance = array[array.size() - 2];
        const nlohmann::json& length = array[array.size() - 1];
        if (!isSmall(distance) || !isSmall(length)) return std::nullopt;
        m_last += distance.get<std::int64_t>();
        const std::int64_t end = m_last + length.get<std::int64_t>();
        if (m_last < 0 || end < 0) return std::nullopt;
        return std::array{static_cast<std::uint64_t>(m_last), static_cast<std::uint64_t>(end)};
    }

private:
    // No sum of such numbers overflows within a file.
    static bool isSmall(const nlohmann::json& number) {
        constexpr std::int64_t most = std::int64_t{1} << 32;
        if (!number.is_number_integer()) return false;
        if (number.is_number_unsigned() && number.get<std::uint64_t>() > std::uint64_t{most})
            return false;
        return number.get<std::int64_t>() >= -most;
    }

    std::int64_t m_last = 0;
};

} // namespace

nlohmann::ordered_json packed(const nlohmann::ordered_json& body,
                              const nlohmann::ordered_json& targets) {
    using Json = nlohmann::ordered_json;
    Json out = Json::array();
    PlacePacker places;
    for (const char* field : fieldsOf(body.at("type").get_ref<const std::string&>())) {
        if (!isWhy(field)) {
            const auto it = body.find(field);
            out.push_back(it == body.end() ? Json() : *it);
            continue;
        }
        Json reasons = Json::array();
        for (const Json& reason : body.at(field)) {
            Json entry = Json::array({reason.at("step"), reason.at("text")});
            places.add(entry, reason.at("at")[0], reason.at("at")[1]);
            reasons.push_back(std::move(entry));
        }
        out.push_back(std::move(reasons));
    }
    for (const Json& target : targets) {
        const auto selectors = target.find("selector");
        if (selectors == target.end()) continue; // the whole article
        Json entry = Json::array({target.at("quoth:part")});
        for (const Json& selector : *selectors)
            if (selector.at("type") == "TextPositionSelector")
                places.add(entry, selector.at("start"), selector.at("end"));
        out.push_back(std::move(entry));
    }
    Json later = Json::object();
    for (const char* field : laterFields)
        if (const auto it = body.find(field); it != body.end()) later[field] = *it;
    if (!later.empty()) out.push_back(std::move(later));
    return out;
}

nlohmann::json unpacked(const nlohmann::json& array, std::string_view type) {
    using Json = nlohmann::json;
    const auto fields = fieldsOf(type);
    if (!array.is_array() || array.size() < fields.size()) return nullptr;
    Json body = {{"type", type}}, targets = Json::array();
    PlaceUnpacker places;
    std::size_t at = 0;
    for (const char* field : fields) {
        const Json& value = array[at++];
        if (!isWhy(field)) {
            body[field] = value;
            continue;
        }
        if (!value.is_array()) return nullptr;
        Json& reasons = body[field] = Json::array();
        for (const Json& entry : value) {
            if (!entry.is_array() || entry.size() != 4) return nullptr;
            const auto place = places.read(entry);
            if (!place) return nullptr;
            reasons.push_back({{"step", entry[0]}, {"text", entry[1]}, {"at", *place}});
        }
    }
    for (; at < array.size(); ++at) {
        const Json& entry = array[at];
        if (entry.is_object() && at + 1 == array.size()) {
            for (const char* field : laterFields)
                if (const auto it = entry.find(field); it != entry.end()) body[field] = *it;
            break;
        }
        if (!entry.is_array() || entry.size() != 3) return nullptr;
        const auto place = places.read(entry);
        if (!place) return nullptr;
        const auto& [begin, end] = *place;
        Json selector = {{"type", "TextPositionSelector"}, {"start", begin}, {"end", end}};
        targets.push_back(
            {{"quoth:part", entry[0]}, {"selector", Json::array({std::move(selector)})}});
    }
    return {{"body", std::move(body)}, {"target", std::move(targets)}};
}

} // namespace quoth

#include "core/formats/json.h"

#include "core/support/unicode.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace quoth {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// Adds to one JSON object, kept as text: a tree of a long article takes many times its room, so
// only one small value of it is a tree at a time.
class Writer {
public:
    explicit Writer(const Document& document) : m_document(document) {}

    void field(std::string_view name, const Json& value) {
        key(name);
        m_out += dump(value);
    }
    // `element` gives the JSON of `list[i]`, given the item and i.
    template <typename List, typename Element>
    void array(std::string_view name, const List& list, const Element& element) {
        key(name);
        m_out += '[';
        std::uint32_t index = 0;
        for (const auto& item : list) {
            if (index) m_out += ',';
            m_out += dump(element(item, index++));
        }
        m_out += ']';
    }
    std::string finish() {
        m_out += '}';
        return std::move(m_out);
    }

    Json span(Span s) const { return Json::array({at(s.begin), at(s.end)}); }
    Json spans(const std::vector<Span>& list) const {
        Json out = Json::array();
        for (const Span& s : list)
            out.push_back(span(s));
        return out;
    }
    std::size_t at(std::uint32_t byte) const {
        return m_document.offsets().codePointFromByte(m_document.text(), byte);
    }

private:
    void key(std::string_view name) {
        m_out += m_out.empty() ? "{\"" : ",\"";
        m_out += name;
        m_out += "\":";
    }

    const Document& m_document;
    std::string m_out;
};

std::string id(char prefix, std::uint32_t index) {
    return prefix + std::to_string(index + 1);
}

Json orNull(const std::string& s) {
    return s.empty() ? Json(nullptr) : Json(s);
}
Json orNull(const std::optional<EntityId>& e) {
    return e ? Json(id('e', e->value)) : Json(nullptr);
}

// To two decimals, as a number that prints so.
Json rounded(float confidence) {
    return std::round(static_cast<double>(confidence) * 100) / 100;
}

} // namespace

std::string writeJson(const Document& document, std::string_view documentId) {
    Writer w(document);
    w.field("schema", "quoth/1");
    if (!documentId.empty()) w.field("id", documentId);
    w.field("title", orNull(document.title()));
    w.field("byline", orNull(document.byline()));
    w.field("published", document.published() ? Json(toIso(*document.published())) : Json(nullptr));

    w.array("blocks", document.blocks(), [&](const Block& b, std::uint32_t) -> Json {
        return {{"kind", name(b.kind)}, {"begin", w.at(b.span.begin)}, {"end", w.at(b.span.end)}};
    });
    w.array("sentences", document.sentences(), [&](Span s, std::uint32_t) { return w.span(s); });

    w.array("entities", document.entities(), [&](const Entity& e, std::uint32_t i) -> Json {
        Json mentions = Json::array();
        for (const Mention& m : e.mentions)
            mentions.push_back(
                {{"begin", w.at(m.span.begin)}, {"end", w.at(m.span.end)}, {"kind", name(m.kind)}});
        return {
            {"id", id('e', i)}, {"type", name(e.type)}, {"name", e.name}, {"mentions", mentions}};
    });

    w.array("quotes", document.quotes(), [&](const Quote& q, std::uint32_t i) {
        Json why = Json::array();
        for (const Reason& r : q.why)
            why.push_back({{"step", name(r.step)}, {"text", r.text}});
        Json quote = {{"id", id('q', i)},
                      {"kind", name(q.kind)},
                      {"act", name(q.act)},
                      {"content", w.spans(q.content)},
                      {"cue", q.cue.empty() ? Json(nullptr) : w.spans(q.cue)},
                      {"source", q.source.empty() ? Json(nullptr) : w.spans(q.source)},
                      {"speaker", orNull(q.speaker)},
                      {"addressee", orNull(q.addressee)},
                      {"confidence", rounded(q.confidence)},
                      {"why", why}};
        if (q.runnerUp) quote["runnerUp"] = orNull(q.runnerUp);
        return quote;
    });

    w.array("times", document.times(), [&](const TimeExpression& t, std::uint32_t i) -> Json {
        return {{"id", id('t', i)},
                {"begin", w.at(t.span.begin)},
                {"end", w.at(t.span.end)},
                {"type", name(t.type)},
                {"value", orNull(t.value)}};
    });

    w.array("events", document.events(), [&](const Event& e, std::uint32_t i) -> Json {
        Json participants = Json::array();
        for (const EntityId p : e.participants)
            participants.push_back(id('e', p.value));
        Json event = {{"id", id('v', i)},
                      {"trigger", w.span(e.trigger)},
                      {"time", e.time ? Json(id('t', e.time->value)) : Json(nullptr)},
                      {"value", orNull(e.value)},
                      {"participants", participants},
                      {"summary", e.summary},
                      {"status", name(e.status)},
                      {"class", name(e.eventClass)}};
        if (e.same) event["same"] = id('v', e.same->value);
        return event;
    });
    return w.finish();
}

std::string writeJsonError(std::string_view documentId, const Error& error) {
    Json out;
    out["id"] = documentId.empty() ? Json(nullptr) : Json(documentId);
    out["error"] = {{"code", name(error.code)}, {"message", error.message}};
    return dump(out);
}

BatchLine readBatchLine(std::string_view line) {
    const Json json = Json::parse(line, nullptr, false);
    BatchLine out{{}, BatchItem{}};
    const auto bad = [&](const char* message) {
        out.item = unexpected(ErrorCode::Malformed, message);
        return out;
    };
    if (!json.is_object()) return bad("The line is not a JSON object.");
    if (const auto it = json.find("id"); it != json.end() && it->is_string())
        out.id = it->get<std::string>();
    const auto text = json.find("text");
    if (text == json.end() || !text->is_string()) return bad("The object has no \"text\" string.");
    BatchItem item{out.id, {}};
    item.article.text = repairUtf8(text->get<std::string>());
    if (const auto it = json.find("published"); it != json.end() && !it->is_null()) {
        if (!it->is_string()) return bad("\"published\" is neither a date nor null.");
        const auto date = parseDate(it->get<std::string>());
        if (!date) {
            out.item = unexpected(date.error());
            return out;
        }
        item.article.published = *date;
        item.article.publishedFrom = DateOrigin::Caller;
    }
    out.item = std::move(item);
    return out;
}

} // namespace quoth

#include "core/formats/json.h"

#include "core/support/unicode.h"

#include <nlohmann/json.hpp>

namespace quoth {
namespace {

using Json = nlohmann::ordered_json;

class Writer {
public:
    explicit Writer(const Document& document) : m_document(document) {}

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
    const Document& m_document;
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

std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace

std::string writeJson(const Document& document, std::string_view documentId) {
    const Writer w(document);
    Json out;
    out["schema"] = "quoth/1";
    if (!documentId.empty()) out["id"] = documentId;
    out["title"] = orNull(document.title());
    out["byline"] = orNull(document.byline());
    out["published"] = document.published() ? Json(toIso(*document.published())) : Json(nullptr);

    Json& blocks = out["blocks"] = Json::array();
    for (const Block& b : document.blocks())
        blocks.push_back(
            {{"kind", name(b.kind)}, {"begin", w.at(b.span.begin)}, {"end", w.at(b.span.end)}});
    out["sentences"] = w.spans(document.sentences());

    Json& entities = out["entities"] = Json::array();
    for (std::uint32_t i = 0; i < document.entities().size(); ++i) {
        const Entity& e = document.entities()[i];
        Json mentions = Json::array();
        for (const Mention& m : e.mentions)
            mentions.push_back(
                {{"begin", w.at(m.span.begin)}, {"end", w.at(m.span.end)}, {"kind", name(m.kind)}});
        entities.push_back(
            {{"id", id('e', i)}, {"type", name(e.type)}, {"name", e.name}, {"mentions", mentions}});
    }

    Json& quotes = out["quotes"] = Json::array();
    for (std::uint32_t i = 0; i < document.quotes().size(); ++i) {
        const Quote& q = document.quotes()[i];
        Json why = Json::array();
        for (const Reason& r : q.why)
            why.push_back({{"step", name(r.step)}, {"text", r.text}});
        const float rounded = static_cast<float>(static_cast<int>(q.confidence * 100 + 0.5F)) / 100;
        Json quote = {{"id", id('q', i)},
                      {"kind", name(q.kind)},
                      {"act", name(q.act)},
                      {"content", w.spans(q.content)},
                      {"cue", q.cue.empty() ? Json(nullptr) : w.spans(q.cue)},
                      {"source", q.source.empty() ? Json(nullptr) : w.spans(q.source)},
                      {"speaker", orNull(q.speaker)},
                      {"addressee", orNull(q.addressee)},
                      {"confidence", std::stod(std::to_string(rounded))},
                      {"why", why}};
        if (q.runnerUp) quote["runnerUp"] = orNull(q.runnerUp);
        quotes.push_back(std::move(quote));
    }

    Json& times = out["times"] = Json::array();
    for (std::uint32_t i = 0; i < document.times().size(); ++i) {
        const TimeExpression& t = document.times()[i];
        times.push_back({{"id", id('t', i)},
                         {"begin", w.at(t.span.begin)},
                         {"end", w.at(t.span.end)},
                         {"type", name(t.type)},
                         {"value", orNull(t.value)}});
    }

    Json& events = out["events"] = Json::array();
    for (std::uint32_t i = 0; i < document.events().size(); ++i) {
        const Event& e = document.events()[i];
        Json participants = Json::array();
        for (const EntityId p : e.participants)
            participants.push_back(id('e', p.value));
        events.push_back({{"id", id('v', i)},
                          {"trigger", w.span(e.trigger)},
                          {"time", e.time ? Json(id('t', e.time->value)) : Json(nullptr)},
                          {"value", orNull(e.value)},
                          {"participants", participants},
                          {"summary", e.summary}});
    }
    return dump(out);
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

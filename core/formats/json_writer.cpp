#include "core/formats/json.h"

#include "core/formats/annotation_names.h"
#include "core/formats/json_places.h"
#include "core/formats/json_text.h"
#include "core/support/unicode.h"

#include <cmath>

namespace quoth {
namespace {

using Json = JsonPlaces::Json;

// Adds to one JSON object, kept as text: a tree of a long article takes many times its room, so
// only one small value of it is a tree at a time.
class JsonObjectWriter : public JsonPlaces {
public:
    using JsonPlaces::JsonPlaces;

    void field(std::string_view name, const Json& value) { text(name, jsonText(value)); }
    void text(std::string_view name, std::string_view json) {
        key(name);
        m_out += json;
    }
    // `element` gives the JSON of `list[i]`, given the item and i.
    template <typename List, typename Element>
    void array(std::string_view name, const List& list, const Element& element) {
        key(name);
        m_out += '[';
        std::uint32_t index = 0;
        for (const auto& item : list) {
            if (index) m_out += ',';
            m_out += jsonText(element(item, index++));
        }
        m_out += ']';
    }
    std::string finish() {
        m_out += '}';
        return std::move(m_out);
    }

private:
    void key(std::string_view name) {
        m_out += m_out.empty() ? "{\"" : ",\"";
        m_out += name;
        m_out += "\":";
    }

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

// Takes the fields of a line that count, numbers as they are written; all else is passed over.
class BatchFields : public nlohmann::json_sax<Json> {
public:
    enum class Kind { None, String, Number, Other };
    struct Value {
        Kind kind = Kind::None;
        std::string value;
    };
    struct {
        Value id, text, published;
    } values;
    bool isObject = false;
    std::string tooLarge; // the number at which parsing ended

    bool null() override { return take(Kind::None, {}); }
    bool boolean(bool) override { return take(Kind::Other, {}); }
    bool number_integer(std::int64_t value) override {
        // Positive ones come as unsigned.
        return take(Kind::Number, value == 0 ? "-0" : std::to_string(value));
    }
    bool number_unsigned(std::uint64_t value) override {
        return take(Kind::Number, std::to_string(value));
    }
    bool number_float(double, const std::string& written) override {
        return take(Kind::Number, written);
    }
    bool string(std::string& value) override { return take(Kind::String, std::move(value)); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(true); }
    bool start_array(std::size_t) override { return open(false); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(std::string& name) override {
        if (m_depth != 1) return true;
        m_field = name == "id"          ? &values.id
                  : name == "text"      ? &values.text
                  : name == "published" ? &values.published
                                        : nullptr;
        return true;
    }
    bool parse_error(std::size_t, const std::string& token,
                     const nlohmann::detail::exception& error) override {
        constexpr int numberOverflow = 406;
        if (error.id == numberOverflow) tooLarge = token;
        return false;
    }

private:
    bool take(Kind kind, std::string value) {
        if (m_depth == 1 && m_field) *m_field = {kind, std::move(value)};
        return true;
    }
    bool open(bool object) {
        take(Kind::Other, {});
        if (m_depth == 0) isObject = object;
        ++m_depth;
        return true;
    }
    bool close() {
        --m_depth;
        return true;
    }

    std::size_t m_depth = 0;
    Value* m_field = nullptr;
};

} // namespace

DocumentId documentId(std::string_view name) {
    return {name.empty() ? std::string() : jsonText(name)};
}

std::string writeJson(const Document& document, const DocumentId& echoed, JsonScope scope,
                      float doubtThreshold) {
    const bool whole = scope == JsonScope::Article;
    JsonObjectWriter w(document);
    w.field("schema", "quoth/1");
    if (!echoed.json.empty()) w.text("id", echoed.json);
    if (whole) {
        const Article& article = document.article();
        w.field("text", article.text);
        w.field("url", orNull(article.url));
        w.field("publishedFrom", dateOriginNames.of(article.publishedFrom));
        if (article.publishedSource != DateSource::None)
            w.field("publishedSource", dateSourceNames.of(article.publishedSource));
    }
    w.field("title", orNull(document.title()));
    w.field("byline", orNull(document.byline()));
    w.field("published", document.published() ? Json(toIso(*document.published())) : Json(nullptr));
    if (document.article().publishedIsGuess) w.field("publishedIsGuess", true);

    w.array("blocks", document.blocks(), [&](const Block& b, std::uint32_t) -> Json {
        Json out = {
            {"kind", name(b.kind)}, {"begin", w.at(b.span.begin)}, {"end", w.at(b.span.end)}};
        if (b.question) out["question"] = true;
        return out;
    });
    w.array("sentences", document.sentences(), [&](Span s, std::uint32_t) { return w.span(s); });

    w.array("entities", document.entities(), [&](const Entity& e, std::uint32_t i) -> Json {
        Json mentions = Json::array();
        for (const Mention& m : e.mentions)
            mentions.push_back(
                {{"begin", w.at(m.span.begin)}, {"end", w.at(m.span.end)}, {"kind", name(m.kind)}});
        Json entity = {
            {"id", id('e', i)}, {"type", name(e.type)}, {"name", e.name}, {"mentions", mentions}};
        if (whole) entity["gender"] = name(e.gender);
        return entity;
    });

    w.array("quotes", document.quotes(), [&](const Quote& q, std::uint32_t i) {
        Json why = Json::array();
        for (const Reason& r : q.why) {
            why.push_back({{"step", name(r.step)}, {"text", r.text}});
            if (whole && !r.where.empty()) why.back()["at"] = w.span(r.where);
        }
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
        if (isDoubtful(q, doubtThreshold)) quote["doubtful"] = true;
        if (q.runnerUp) quote["runnerUp"] = orNull(q.runnerUp);
        if (q.check != CheckState::Unchecked) quote["check"] = name(q.check);
        if (!q.note.empty()) quote["note"] = q.note;
        if (!q.checkSource.empty()) quote["checkSource"] = q.checkSource;
        if (q.checkedAt) quote["checkedAt"] = toIso(*q.checkedAt);
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
        if (e.byReader) event["setBy"] = "reader";
        return event;
    });
    return w.finish();
}

std::string writeJsonError(const DocumentId& echoed, const Error& error) {
    return "{\"id\":" + (echoed.json.empty() ? "null" : echoed.json) +
           ",\"error\":" + jsonText({{"code", name(error.code)}, {"message", error.message}}) + "}";
}

BatchLine readBatchLine(std::string_view line) {
    BatchFields fields;
    const bool isJson = Json::sax_parse(line, &fields);
    BatchLine out{{}, Article{}};
    const auto bad = [&](const std::string& message) {
        out.article = unexpected(ErrorCode::Malformed, message);
        return out;
    };
    using enum BatchFields::Kind;
    const auto& [id, text, published] = fields.values;
    if (id.kind == String) out.id.json = jsonText(id.value);
    if (id.kind == Number) out.id.json = id.value;
    if (!fields.tooLarge.empty())
        return bad("The line has a number that is too large: " + fields.tooLarge + ".");
    if (!isJson || !fields.isObject) return bad("The line is not a JSON object.");
    if (id.kind == Other) return bad("\"id\" is neither a string nor a number.");
    if (text.kind != String) return bad("The object has no \"text\" string.");
    Article article;
    article.text = repairUtf8(text.value);
    if (published.kind != None) {
        if (published.kind != String) return bad("\"published\" is neither a date nor null.");
        const auto date = parseDate(published.value);
        if (!date) {
            out.article = unexpected(date.error());
            return out;
        }
        article.published = *date;
        article.publishedFrom = DateOrigin::Caller;
    }
    out.article = std::move(article);
    return out;
}

} // namespace quoth

#include "core/formats/annotation_data.h"

#include "core/formats/annotation_names.h"
#include "core/formats/annotation_packing.h"
#include "core/formats/digest.h"
#include "core/formats/json_places.h"
#include "core/formats/limits.h"
#include "core/support/unicode.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

namespace quoth {
namespace {

using Json = JsonPlaces::Json;

class AnnotationWriter : JsonPlaces {
public:
    explicit AnnotationWriter(const Document& document)
        : JsonPlaces(document), m_packed(targetsOf(document) > mostTargets) {}

    // Item by item, since the values of a whole page take many times the room of its text.
    std::string write() const {
        const Document& d = m_document;
        std::string out = text(page());
        out.back() = ','; // goes on after the last member
        const auto list = [&](const std::string& name, const auto& items, auto make) {
            out += '"' + name + "\":[";
            for (std::size_t i = 0; i < items.size(); ++i)
                out += (i > 0 ? "," : "") + text(packed(make(i)));
            out += "],";
        };
        if (m_packed) {
            list("quoth:entities", d.entities(), [&](std::size_t i) { return entity(i); });
            list("quoth:quotes", d.quotes(), [&](std::size_t i) { return quote(i); });
            list("quoth:times", d.times(), [&](std::size_t i) { return time(i); });
            list("quoth:events", d.events(), [&](std::size_t i) { return event(i); });
        }
        out += "\"items\":[";
        const auto add = [&](const Json& item) {
            if (out.back() != '[') out += ',';
            out += text(item);
        };
        const auto count = [&](const auto& items, bool forOthers = false) {
            if (!m_packed) return items.size();
            return forOthers ? std::min(items.size(), mostListed) : 0;
        };
        for (std::size_t i = 0; i < count(d.entities()); ++i)
            add(annotation("identifying", entity(i)));
        for (std::size_t i = 0; i < count(d.quotes(), true); ++i)
            add(annotation("commenting", quote(i)));
        for (std::size_t i = 0; i < count(d.times()); ++i)
            add(annotation("tagging", time(i)));
        for (std::size_t i = 0; i < count(d.events()); ++i)
            add(annotation("describing", event(i)));
        return out + "]}";
    }

private:
    struct BodyAndTargets {
        Json body, targets;
    };

    static std::size_t targetsOf(const Document& document) {
        std::size_t count = document.times().size() + document.events().size();
        for (const Entity& e : document.entities())
            count += e.mentions.size();
        for (const Quote& q : document.quotes())
            count += q.content.size() + q.cue.size() + q.source.size();
        return count;
    }

    static Json packed(const BodyAndTargets& parts) {
        return quoth::packed(parts.body, parts.targets);
    }

    static std::string text(const Json& json) {
        return scriptText(json.dump(-1, ' ', true, Json::error_handler_t::replace));
    }

    Json page() const {
        const Article& article = m_document.article();
        Json out = {
            {"@context",
             {"http://www.w3.org/ns/anno.jsonld", {{"quoth", "urn:quoth:annotation:"}}}},
            {"id", "urn:sha256:" + sha256Hex(article.text)},
            {"type", "AnnotationPage"},
            {"quoth:format", m_packed ? 2 : 1},
            {"quoth:text", article.text},
            {"quoth:article",
             {{"title", article.title},
              {"byline", article.byline},
              {"url", article.url},
              {"published", article.published ? Json(toIso(*article.published)) : Json(nullptr)},
              {"publishedFrom", dateOriginNames.of(article.publishedFrom)},
              {"blocks", blocks(article.blocks)}}},
            {"quoth:blocks", blocks(m_document.blocks())},
            {"quoth:sentences", spans(m_document.sentences())}};
        if (article.publishedIsGuess) out["quoth:article"]["publishedIsGuess"] = true;
        if (article.publishedSource != DateSource::None)
            out["quoth:article"]["publishedSource"] = dateSourceNames.of(article.publishedSource);
        addQuestions(out["quoth:article"], "questions", article.blocks);
        addQuestions(out, "quoth:questions", m_document.blocks());
        return out;
    }

    Json blocks(const std::vector<Block>& list) const {
        Json out = Json::array();
        for (const Block& b : list)
            out.push_back(Json::array({quoth::name(b.kind), at(b.span.begin), at(b.span.end)}));
        return out;
    }
    // The indices of the blocks that are an interviewer's questions, where there are any.
    static void addQuestions(Json& out, const char* member, const std::vector<Block>& list) {
        for (std::size_t i = 0; i < list.size(); ++i)
            if (list[i].question) out[member].push_back(i);
    }

    std::string_view before(std::uint32_t byte) const {
        std::size_t begin = byte;
        for (std::size_t i = 0; i < contextLength && begin > 0; ++i)
            begin -= codePointBefore(m_document.text(), begin).length;
        return std::string_view(m_document.text()).substr(begin, byte - begin);
    }
    std::string_view after(std::uint32_t byte) const {
        std::size_t end = byte;
        for (std::size_t i = 0; i < contextLength && end < m_document.text().size(); ++i)
            end += codePointAt(m_document.text(), end).length;
        return std::string_view(m_document.text()).substr(byte, end - byte);
    }

    // Only what was said has its surroundings with it, for readers that look for it in another
    // version of the article; everything else would be several times its own length.
    Json target(Span s, std::string_view part, bool surroundings = false) const {
        Json quote = {{"type", "TextQuoteSelector"}, {"exact", m_document.slice(s)}};
        if (surroundings) {
            quote["prefix"] = before(s.begin);
            quote["suffix"] = after(s.end);
        }
        return {{"source", "#article"},
                {"quoth:part", part},
                {"selector", Json::array({std::move(quote),
                                          {{"type", "TextPositionSelector"},
                                           {"start", at(s.begin)},
                                           {"end", at(s.end)}}})}};
    }
    void addTargets(Json& out, const std::vector<Span>& list, std::string_view part) const {
        for (const Span& s : list)
            out.push_back(target(s, part, part == "content"));
    }

    // An annotation must have a target; one without a place is of the whole article.
    Json annotation(const char* motivation, BodyAndTargets parts) const {
        if (parts.targets.empty()) parts.targets.push_back(Json{{"source", "#article"}});
        for (auto member = parts.body.begin(); member != parts.body.end();)
            member = member->is_null() ? parts.body.erase(member) : std::next(member);
        return {{"type", "Annotation"},
                {"motivation", motivation},
                {"body", std::move(parts.body)},
                {"target", std::move(parts.targets)}};
    }

    static Json orNull(const std::optional<EntityId>& id) {
        return id ? Json(reference('e', id->value)) : Json(nullptr);
    }

    // The number with the fewest digits that is read as the same one.
    static double shortest(float number) {
        std::array<char, 32> digits;
        const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), number);
        double out = number;
        std::from_chars(digits.data(), written.ptr, out);
        return out;
    }

    BodyAndTargets entity(std::size_t i) const {
        const Entity& e = m_document.entities()[i];
        BodyAndTargets out{{{"id", reference('e', i)},
                            {"type", "quoth:Entity"},
                            {"quoth:kind", quoth::name(e.type)},
                            {"quoth:name", e.name},
                            {"quoth:gender", name(e.gender)}},
                           Json::array()};
        for (const Mention& m : e.mentions)
            out.targets.push_back(target(m.span, quoth::name(m.kind)));
        return out;
    }

    BodyAndTargets quote(std::size_t i) const {
        const Quote& q = m_document.quotes()[i];
        Json why = Json::array();
        for (const Reason& r : q.why)
            why.push_back({{"step", quoth::name(r.step)}, {"text", r.text}, {"at", span(r.where)}});
        BodyAndTargets out{{{"id", reference('q', i)},
                            {"type", "quoth:Quote"},
                            {"quoth:kind", quoth::name(q.kind)},
                            {"quoth:act", quoth::name(q.act)},
                            {"quoth:speaker", orNull(q.speaker)},
                            {"quoth:addressee", orNull(q.addressee)},
                            {"quoth:runnerUp", orNull(q.runnerUp)},
                            {"quoth:confidence", shortest(q.confidence)},
                            {"quoth:why", std::move(why)}},
                           Json::array()};
        if (q.check != CheckState::Unchecked) out.body["quoth:check"] = quoth::name(q.check);
        if (!q.note.empty()) out.body["quoth:note"] = q.note;
        if (!q.checkSource.empty()) out.body["quoth:checkSource"] = q.checkSource;
        if (q.checkedAt) out.body["quoth:checkedAt"] = toIso(*q.checkedAt);
        addTargets(out.targets, q.content, "content");
        addTargets(out.targets, q.cue, "cue");
        addTargets(out.targets, q.source, "source");
        return out;
    }

    BodyAndTargets time(std::size_t i) const {
        const TimeExpression& t = m_document.times()[i];
        return {{{"id", reference('t', i)},
                 {"type", "quoth:Time"},
                 {"quoth:kind", quoth::name(t.type)},
                 {"quoth:value", t.value}},
                Json::array({target(t.span, "expression")})};
    }

    BodyAndTargets event(std::size_t i) const {
        const Event& e = m_document.events()[i];
        Json participants = Json::array();
        for (const EntityId id : e.participants)
            participants.push_back(reference('e', id.value));
        BodyAndTargets out{
            {{"id", reference('v', i)},
             {"type", "quoth:Event"},
             {"quoth:time", e.time ? Json(reference('t', e.time->value)) : Json(nullptr)},
             {"quoth:value", e.value},
             {"quoth:participants", std::move(participants)},
             {"quoth:summary", e.summary},
             {"quoth:status", quoth::name(e.status)},
             {"quoth:class", quoth::name(e.eventClass)},
             {"quoth:same", e.same ? Json(reference('v', e.same->value)) : Json(nullptr)}},
            Json::array({target(e.trigger, "trigger")})};
        if (e.byReader) out.body["quoth:setBy"] = "reader";
        return out;
    }

    static constexpr std::size_t contextLength = 32; // code points of prefix and suffix

    const bool m_packed; // are there more than can be told one by one?
};

} // namespace

std::string writeAnnotationData(const Document& document) {
    return AnnotationWriter(document).write();
}

std::string scriptText(std::string_view json) {
    std::string out;
    out.reserve(json.size());
    for (const char c : json) {
        if (c == '<')
            out += "\\u003c";
        else
            out += c;
    }
    return out;
}

} // namespace quoth

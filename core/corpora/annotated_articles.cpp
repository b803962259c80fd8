#include "core/corpora/annotated_articles.h"

#include "core/corpora/corpus_lines.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

namespace quoth::corpora {
namespace {

using nlohmann::json;

// Reads the spans of one article; the first that is wrong is remembered.
class SpanReader {
public:
    explicit SpanReader(std::string_view text) : m_text(text), m_positions(text) {}

    const std::optional<std::string>& error() const { return m_error; }

    void add(const json& value, std::vector<Span>& out) {
        if (value.is_null() || m_error) return;
        if (value.is_array() && value.size() == 2 && value[0].is_number_unsigned() &&
            value[1].is_number_unsigned()) {
            const auto span =
                m_positions.span(value[0].get<std::uint32_t>(), value[1].get<std::uint32_t>());
            if (!span)
                m_error = "a position past the text's end: " + value.dump();
            else
                out.push_back(*span);
            return;
        }
        const auto words = value.is_object() ? textOf(value, "s") : std::nullopt;
        if (!words) {
            m_error = "not a span: " + value.dump();
            return;
        }
        const std::size_t from = m_text.find(textOf(value, "after").value_or(""));
        const std::size_t at = from == std::string_view::npos ? from : m_text.find(*words, from);
        if (at == std::string_view::npos) {
            m_error = "not in the text: " + value.dump();
            return;
        }
        out.push_back(
            {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words->size())});
    }

private:
    static std::optional<std::string_view> textOf(const json& object, const char* name) {
        const auto member = object.find(name);
        if (member == object.end() || !member->is_string()) return std::nullopt;
        return std::string_view(member->get_ref<const std::string&>());
    }

    std::string_view m_text;
    BytePositions m_positions;
    std::optional<std::string> m_error;
};

bool isSet(const json& object, const char* name) {
    const auto member = object.find(name);
    return member != object.end() && member->is_boolean() && member->get<bool>();
}

Expected<AnnotatedArticle> readArticle(const std::filesystem::path& file) {
    AnnotatedArticle out;
    out.id = file.stem().string();
    auto text = readCorpusFile(std::filesystem::path(file).replace_extension(".txt"));
    if (!text) return unexpected(text.error());
    out.text = std::move(*text);
    const auto bytes = readCorpusFile(file);
    if (!bytes) return unexpected(bytes.error());
    const auto malformed = [&](const std::string& what) {
        return unexpected(ErrorCode::Malformed, file.string() + ": " + what);
    };
    const json all = json::parse(*bytes, nullptr, false);
    if (!all.is_object() || !all.contains("quotes") || !all["quotes"].is_array())
        return malformed("no object with \"quotes\"");
    SpanReader spans(out.text);
    for (const json& quote : all["quotes"]) {
        if (!quote.is_object() || !quote.contains("content") || !quote["content"].is_array())
            return malformed("a quote without \"content\"");
        GoldAttribution gold;
        for (const json& span : quote["content"])
            spans.add(span, gold.content);
        spans.add(quote.value("cue", json()), gold.cue);
        spans.add(quote.value("source", json()), gold.source);
        if (spans.error()) return malformed(*spans.error());
        std::sort(gold.content.begin(), gold.content.end());
        if (const auto speaker = quote.find("speaker");
            speaker != quote.end() && speaker->is_string())
            gold.speaker = speaker->get<std::string>();
        gold.nested = isSet(quote, "nested");
        gold.optional = isSet(quote, "optional");
        out.attributions.push_back(std::move(gold));
    }
    return out;
}

} // namespace

Expected<std::vector<AnnotatedArticle>> readAnnotatedArticles(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        auto file = entry->path();
        if (file.extension() == ".json" &&
            std::filesystem::exists(std::filesystem::path(file).replace_extension(".txt")))
            files.push_back(std::move(file));
    }
    if (error)
        return unexpected(ErrorCode::NotFound, "There is no folder " + folder.string() + ".");
    std::sort(files.begin(), files.end());
    std::vector<AnnotatedArticle> out;
    for (const auto& file : files) {
        auto article = readArticle(file);
        if (!article) return unexpected(article.error());
        out.push_back(std::move(*article));
    }
    return out;
}

} // namespace quoth::corpora

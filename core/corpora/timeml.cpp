#include "core/corpora/timeml.h"

#include "core/corpora/corpus_lines.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <pugixml.hpp>

namespace quoth::corpora {
namespace {

constexpr int lastSentence = 5; // of an article of MEANTIME: later ones are not annotated

Unexpected malformed(const std::filesystem::path& file, const std::string& why) {
    return unexpected(ErrorCode::Malformed, file.string() + ": " + why);
}

EventClass classFromTimeml(std::string_view name) {
    if (name == "REPORTING") return EventClass::Reporting;
    return name == "STATE" || name == "I_STATE" ? EventClass::State : EventClass::Occurrence;
}

// The text below a node, in order; what an EVENT covers is noted on the way.
void collect(const pugi::xml_node& node, EventDocument& out) {
    const std::size_t begin = out.text.size();
    for (const pugi::xml_node& child : node.children()) {
        if (child.type() == pugi::node_element)
            collect(child, out);
        else
            out.text += child.value();
    }
    if (std::string_view(node.name()) == "EVENT" && out.text.size() > begin)
        out.events.push_back({makeSpan(begin, out.text.size()),
                              classFromTimeml(node.attribute("class").as_string())});
}

std::optional<std::string> readTimemlText(const pugi::xml_document& xml, EventDocument& out) {
    const pugi::xml_node text = xml.document_element().child("TEXT");
    if (!text) return "no TEXT in it";
    collect(text, out);
    return std::nullopt;
}

// Is there no space before this token in running text?
bool joinsLeft(std::string_view token) {
    constexpr std::array<std::string_view, 14> words = {".", ",",  ";",   ":",   "?",   "!",   ")",
                                                        "%", "'s", "n't", "'ll", "'re", "'ve", "'"};
    return std::find(words.begin(), words.end(), token) != words.end();
}

std::optional<std::string> readMeantimeText(const pugi::xml_document& xml, EventDocument& out) {
    const pugi::xml_node root = xml.document_element();
    std::map<int, Span> tokens; // by number
    int sentence = 0;
    bool open = false; // after a bracket or the like: no space
    for (const pugi::xml_node& token : root.children("token")) {
        const std::string_view word = token.child_value();
        const int in = token.attribute("sentence").as_int(-1);
        if (word.empty() || in < 0) return "a token without a word or a sentence";
        if (in > lastSentence) break;
        if (in != sentence)
            out.text += "\n\n";
        else if (!out.text.empty() && !open && !joinsLeft(word))
            out.text += ' ';
        sentence = in;
        open = word == "(" || word == "$";
        tokens[token.attribute("t_id").as_int()] =
            makeSpan(out.text.size(), out.text.size() + word.size());
        out.text += word;
    }
    for (const pugi::xml_node& event : root.child("Markables").children("EVENT_MENTION")) {
        std::optional<Span> span;
        for (const pugi::xml_node& anchor : event.children("token_anchor")) {
            const auto at = tokens.find(anchor.attribute("t_id").as_int());
            if (at == tokens.end()) continue;
            span = span ? Span{span->begin, at->second.end} : at->second;
        }
        if (span) out.events.push_back({*span, std::nullopt});
    }
    std::sort(out.events.begin(), out.events.end(),
              [](const EventAnnotation& a, const EventAnnotation& b) {
                  return a.span.begin < b.span.begin;
              });
    return std::nullopt;
}

using TextReader = std::optional<std::string> (*)(const pugi::xml_document&, EventDocument&);

Expected<std::vector<EventDocument>> readFolder(const std::filesystem::path& folder,
                                                std::string_view extension, TextReader readText) {
    std::vector<std::filesystem::path> files;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed))
        if (entry.path().extension() == extension) files.push_back(entry.path());
    if (files.empty())
        return unexpected(ErrorCode::NotFound, "There are no " + std::string(extension) +
                                                   " files in " + folder.string() + ".");
    std::sort(files.begin(), files.end());
    std::vector<EventDocument> out;
    for (const std::filesystem::path& file : files) {
        const auto source = readCorpusFile(file);
        if (!source) return unexpected(source.error());
        pugi::xml_document xml;
        const pugi::xml_parse_result parsed = xml.load_buffer(
            source->data(), source->size(), pugi::parse_default | pugi::parse_ws_pcdata);
        if (!parsed) return malformed(file, parsed.description());
        EventDocument document;
        document.id = file.stem().string();
        if (const auto why = readText(xml, document)) return malformed(file, *why);
        out.push_back(std::move(document));
    }
    return out;
}

} // namespace

Expected<std::vector<EventDocument>> readTimeml(const std::filesystem::path& folder) {
    return readFolder(folder, ".tml", &readTimemlText);
}

Expected<std::vector<EventDocument>> readMeantime(const std::filesystem::path& folder) {
    return readFolder(folder, ".xml", &readMeantimeText);
}

} // namespace quoth::corpora

#include "core/corpora/name_columns.h"

#include "core/corpora/corpus_lines.h"
#include "core/support/enum_names.h"

#include <algorithm>

namespace quoth::corpora {
namespace {

constexpr EnumNames<NameClass, 4> nameClasses{{"PER", "ORG", "LOC", "MISC"}};

class NameColumnsReader {
public:
    explicit NameColumnsReader(std::filesystem::path texts) : m_texts(std::move(texts)) {}

    std::optional<std::string> line(std::string_view line) {
        if (line.starts_with("# doc ")) return document(std::string(line.substr(6)));
        if (line.empty()) {
            m_class.reset();
            return std::nullopt;
        }
        return token(splitFields(line, '\t'));
    }

    std::vector<NameDocument> documents;

private:
    std::optional<std::string> document(std::string id) {
        auto text = readCorpusFile(m_texts / (id + ".txt"));
        if (!text) return "there is no text of " + id;
        m_positions = BytePositions(*text);
        documents.push_back({std::move(id), std::move(*text), {}, {}});
        m_class.reset();
        m_covered = false;
        return std::nullopt;
    }

    std::optional<std::string> token(const std::vector<std::string_view>& fields) {
        if (fields.size() < 5) return std::string("fewer than 5 columns");
        if (documents.empty()) return std::string("a token before any document");
        NameDocument& document = documents.back();
        const std::string_view tag = fields[2];
        const auto type = tag.size() > 2 ? nameClasses.find(tag.substr(2)) : std::nullopt;
        if (tag != "O" && (!type || (tag[0] != 'B' && tag[0] != 'I') || tag[1] != '-'))
            return "unknown tag " + std::string(tag);
        const bool goesOn = tag[0] == 'I' && m_class == type;
        m_class = type;
        if (fields[3] == "-1") { // a name that has it is not known whole
            if (goesOn && m_whole) document.names.pop_back();
            m_whole = m_covered = false;
            return std::nullopt;
        }
        const auto begin = parseNumber(fields[3]), end = parseNumber(fields[4]);
        if (!begin || !end) return std::string("not a position");
        const auto span = m_positions.span(*begin, *end);
        if (!span) return std::string("a position past the text's end");
        if (!document.covered.empty() && span->begin < document.covered.back().end)
            return std::string("a position before the last token's end");
        if (m_covered)
            document.covered.back().end = span->end;
        else
            document.covered.push_back(*span);
        m_covered = true;
        if (!type) return std::nullopt;
        if (!goesOn) {
            document.names.push_back({*span, *type});
            m_whole = true;
        } else if (m_whole)
            document.names.back().span.end = span->end;
        return std::nullopt;
    }

    std::filesystem::path m_texts;
    BytePositions m_positions{""};
    std::optional<NameClass> m_class; // of the name that the last token is in
    bool m_whole = false;             // all its tokens are aligned: it is the document's last name
    bool m_covered = false;           // the last token was aligned
};

} // namespace

std::string_view name(NameClass nameClass) {
    return nameClasses.of(nameClass);
}

Expected<std::vector<NameDocument>> readNameColumns(const std::filesystem::path& file,
                                                    const std::filesystem::path& texts) {
    NameColumnsReader reader(texts);
    const Outcome read =
        visitLines(file, [&](std::string_view line, std::size_t) { return reader.line(line); });
    if (!read) return unexpected(read.error());
    return std::move(reader.documents);
}

bool Region::holds(const std::string& document) const {
    return std::any_of(prefixes.begin(), prefixes.end(),
                       [&](const std::string& prefix) { return document.starts_with(prefix); });
}

Expected<std::vector<Region>> readRegions(const std::filesystem::path& file) {
    std::vector<Region> regions;
    const Outcome read =
        visitLines(file, [&](std::string_view line, std::size_t) -> std::optional<std::string> {
            if (line.empty() || line.starts_with('#')) return std::nullopt;
            if (line.ends_with(':')) {
                regions.push_back({std::string(line.substr(0, line.size() - 1)), {}});
                return std::nullopt;
            }
            if (regions.empty()) return std::string("a prefix before any region");
            regions.back().prefixes.emplace_back(line);
            return std::nullopt;
        });
    if (!read) return unexpected(read.error());
    return regions;
}

} // namespace quoth::corpora

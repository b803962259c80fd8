#include "core/corpora/polnear.h"

#include "core/corpora/corpus_lines.h"

#include <algorithm>
#include <map>

namespace quoth::corpora {
namespace {

std::optional<std::string> addToken(std::string_view line, const BytePositions& positions,
                                    bool& opens, PolnearDocument& out) {
    if (line.empty()) {
        opens = true;
        return std::nullopt;
    }
    const auto fields = splitFields(line, '\t');
    if (fields.size() < 9) return std::string("fewer than 9 columns");
    const auto begin = parseNumber(fields[0]), end = parseNumber(fields[1]);
    const auto head = parseNumber(fields[7]);
    if (!begin || !end) return std::string("not a position");
    if (!head) return "not a head: " + std::string(fields[7]);
    const auto span = positions.span(*begin, *end);
    if (!span) return std::string("a position past the text's end");
    if (opens) out.sentences.emplace_back();
    opens = false;
    SilverToken token;
    token.span = *span;
    token.form = fields[2];
    token.lemma = fields[3];
    token.tag = fields[4];
    token.name = fields[5];
    token.head = *head;
    token.relation = fields[8];
    out.sentences.back().push_back(std::move(token));
    return std::nullopt;
}

using Annotations = std::map<std::string, std::vector<Span>, std::less<>>;

// "T3<tab>Content 10 20;25 30<tab>text"
std::optional<std::string> addSpans(const std::vector<std::string_view>& fields,
                                    const BytePositions& positions, Annotations& known) {
    if (fields.size() < 2) return std::string("a text annotation without a span");
    const std::size_t space = fields[1].find(' ');
    if (space == std::string_view::npos) return std::string("a text annotation without a span");
    std::vector<Span>& spans = known[std::string(fields[0])];
    for (const std::string_view part : splitFields(fields[1].substr(space + 1), ';')) {
        const auto numbers = splitFields(part, ' ');
        const auto begin = parseNumber(numbers[0]);
        const auto end = numbers.size() == 2 ? parseNumber(numbers[1]) : std::nullopt;
        if (!begin || !end) return "not a span: " + std::string(part);
        const auto span = positions.span(*begin, *end);
        if (!span) return std::string("a position past the text's end");
        spans.push_back(*span);
    }
    return std::nullopt;
}

// "E1<tab>Attribution:T1 Source:T2 Cue:T3 Content2:T4"
void addEvent(const std::vector<std::string_view>& fields, const Annotations& known,
              PolnearDocument& out) {
    GoldAttribution attribution;
    const auto parts =
        fields.size() > 1 ? splitFields(fields[1], ' ') : std::vector<std::string_view>();
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const std::size_t colon = parts[i].find(':');
        if (colon == std::string_view::npos) continue;
        std::string_view role = parts[i].substr(0, colon);
        while (!role.empty() && role.back() >= '0' && role.back() <= '9')
            role.remove_suffix(1);
        std::vector<Span>* to = role == "Source"    ? &attribution.source
                                : role == "Cue"     ? &attribution.cue
                                : role == "Content" ? &attribution.content
                                                    : nullptr;
        if (!to) continue;
        const auto spans = known.find(parts[i].substr(colon + 1));
        if (spans != known.end()) // some were left out by the corpus
            to->insert(to->end(), spans->second.begin(), spans->second.end());
    }
    out.attributions.push_back(std::move(attribution));
}

Expected<PolnearDocument> readDocument(const std::filesystem::path& base,
                                       const std::filesystem::path& annotations) {
    PolnearDocument out;
    out.id = base.filename().string();
    const auto with = [&](const char* extension) {
        return std::filesystem::path(base.string() + extension);
    };
    auto text = readCorpusFile(with(".txt"));
    if (!text) return unexpected(text.error());
    out.text = std::move(*text);
    const BytePositions positions(out.text);
    bool opens = true;
    const Outcome tokens = visitLines(with(".conll"), [&](std::string_view line, std::size_t) {
        return addToken(line, positions, opens, out);
    });
    if (!tokens) return unexpected(tokens.error());
    Annotations known;
    const Outcome read = visitLines(
        annotations, [&](std::string_view line, std::size_t) -> std::optional<std::string> {
            const auto fields = splitFields(line, '\t');
            if (line.starts_with('T')) return addSpans(fields, positions, known);
            if (line.starts_with('E')) addEvent(fields, known, out);
            return std::nullopt;
        });
    if (!read) return unexpected(read.error());
    return out;
}

} // namespace

Expected<std::vector<PolnearDocument>> readPolnear(const std::filesystem::path& folder) {
    std::map<std::string, std::filesystem::path> annotations; // by article
    std::vector<std::string> articles;
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error))
        files.push_back(entry->path());
    if (error)
        return unexpected(ErrorCode::NotFound, "There is no folder " + folder.string() + ".");
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
        if (file.extension() == ".conll") articles.push_back(file.stem().string());
        if (file.extension() != ".ann") continue;
        annotations.insert_or_assign(file.stem().string(), file); // NAME.ann, before all others
        annotations.emplace(file.stem().stem().string(), file);   // the first NAME.annotator.ann
    }

    std::map<std::string, std::string> dates;
    const auto index = (folder / "").parent_path().parent_path() / "index.tsv"; // "dev" as "dev/"
    if (std::filesystem::exists(index, error)) {
        const Outcome read = visitLines(
            index, [&](std::string_view line, std::size_t) -> std::optional<std::string> {
                const auto fields = splitFields(line, '\t');
                if (fields.size() < 4) return std::string("fewer than 4 columns");
                dates.emplace(fields[1], fields[3]);
                return std::nullopt;
            });
        if (!read) return unexpected(read.error());
    }
    std::vector<PolnearDocument> out;
    for (const std::string& article : articles) {
        const auto found = annotations.find(article);
        if (found == annotations.end())
            return unexpected(ErrorCode::NotFound,
                              "There are no annotations of " + (folder / article).string() + ".");
        auto document = readDocument(folder / article, found->second);
        if (!document) return unexpected(document.error());
        if (const auto date = dates.find(article); date != dates.end())
            document->published = date->second;
        out.push_back(std::move(*document));
    }
    return out;
}

} // namespace quoth::corpora

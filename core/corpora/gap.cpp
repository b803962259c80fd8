#include "core/corpora/gap.h"

#include "core/corpora/corpus_lines.h"
#include "core/support/unicode.h"

namespace quoth::corpora {
namespace {

// A word of the passage that begins at this code point.
std::optional<Span> wordAt(const BytePositions& positions, std::string_view begin,
                           std::string_view word) {
    const auto at = parseNumber(begin);
    if (!at) return std::nullopt;
    const auto first = positions.span(*at, *at);
    if (!first) return std::nullopt;
    return Span{first->begin, first->begin + static_cast<std::uint32_t>(word.size())};
}

} // namespace

Expected<std::vector<GapPassage>> readGap(const std::filesystem::path& file) {
    std::vector<GapPassage> out;
    const Outcome read = visitLines(
        file, [&](std::string_view line, std::size_t number) -> std::optional<std::string> {
            if (number == 1 || line.empty()) return std::nullopt; // the names of the columns
            const auto fields = splitFields(line, '\t');
            if (fields.size() < 10) return std::string("fewer than 10 columns");
            GapPassage passage;
            passage.id = fields[0];
            passage.text = fields[1];
            const BytePositions positions(passage.text);
            const auto pronoun = wordAt(positions, fields[3], fields[2]);
            const auto a = wordAt(positions, fields[5], fields[4]);
            const auto b = wordAt(positions, fields[8], fields[7]);
            if (!pronoun || !a || !b) return std::string("not a position in the passage");
            for (const Span& span : {*pronoun, *a, *b})
                if (span.end > passage.text.size()) return std::string("a word past the end");
            passage.pronoun = *pronoun;
            passage.names[0] = {*a, fields[6] == "TRUE"};
            passage.names[1] = {*b, fields[9] == "TRUE"};
            out.push_back(std::move(passage));
            return std::nullopt;
        });
    if (!read) return unexpected(read.error());
    return out;
}

} // namespace quoth::corpora

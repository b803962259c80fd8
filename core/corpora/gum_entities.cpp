#include "core/corpora/gum_entities.h"

#include "core/corpora/corpus_lines.h"

#include <algorithm>

namespace quoth::corpora {
namespace {

std::string_view entityField(std::string_view misc) {
    for (const std::string_view field : splitFields(misc, '|'))
        if (field.starts_with("Entity=")) return field.substr(7);
    return {};
}

struct OpenEntity {
    std::string id;
    std::uint32_t headOffset = 0; // from the span's first token
    GumEntity entity;
};

// "(12-person-new-snsnn-cf1-2-coref-Ada_Lovelace": number, type, three more fields, head tokens.
OpenEntity opened(std::string_view text, std::uint32_t token) {
    const auto fields = splitFields(text, '-');
    OpenEntity out;
    out.id = fields[0];
    out.entity.chain = out.id.substr(0, out.id.find('['));
    out.entity.begin = token;
    if (fields.size() > 1) out.entity.type = fields[1];
    if (fields.size() > 5) {
        const auto head = parseNumber(splitFields(fields[5], ',')[0]);
        out.headOffset = std::max(head.value_or(1), 1u) - 1;
    }
    return out;
}

} // namespace

std::vector<GumEntity> readGumEntities(const ConlluDocument& document) {
    std::vector<GumEntity> out;
    std::vector<OpenEntity> open;
    std::uint32_t token = 0;
    const auto close = [&](std::string_view id) {
        for (std::size_t i = open.size(); i-- > 0;) {
            if (!id.empty() && open[i].id != id) continue;
            GumEntity entity = open[i].entity;
            entity.end = token + 1;
            entity.head = std::min(entity.begin + open[i].headOffset, token);
            out.push_back(std::move(entity));
            open.erase(open.begin() + static_cast<std::ptrdiff_t>(i));
            return;
        }
    };
    for (const ConlluSentence& sentence : document.sentences)
        for (const ConlluToken& word : sentence.tokens) {
            for (std::string_view rest = entityField(word.misc); !rest.empty();) {
                const bool opens = rest.front() == '(';
                if (opens) rest.remove_prefix(1);
                const std::size_t end = std::min(rest.find_first_of("()"), rest.size());
                const std::string_view body = rest.substr(0, end);
                const bool closes = end < rest.size() && rest[end] == ')';
                if (opens) open.push_back(opened(body, token));
                if (closes) close(opens ? std::string_view() : body);
                rest.remove_prefix(closes ? end + 1 : end);
                if (!opens && !closes) break; // not of this format
            }
            ++token;
        }
    return out;
}

} // namespace quoth::corpora

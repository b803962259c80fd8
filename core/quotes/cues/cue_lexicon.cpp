#include "core/quotes/cues/cue_lexicon.h"

#include "core/support/resources.h"
#include "core/word_sets/quotes.h"

#include <algorithm>
#include <charconv>

namespace quoth {
Expected<CueLexicon> CueLexicon::load(const std::filesystem::path& resources) {
    const auto rows = readLexicon(resources, "cues.tsv", 2 + cueFrames);
    if (!rows) return unexpected(rows.error());
    CueLexicon lexicon;
    lexicon.m_verbs.reserve(rows->size());
    for (const LexiconRow& row : *rows) {
        CueVerb verb;
        const auto act = quoteActFromName(row[1]);
        bool good = act.has_value();
        if (good) verb.act = *act;
        for (std::size_t i = 0; i < cueFrames; ++i) {
            const std::string& field = row[2 + i];
            const auto [end, error] =
                std::from_chars(field.data(), field.data() + field.size(), verb.percent[i]);
            good = good && error == std::errc{} && end == field.data() + field.size();
        }
        if (!good)
            return unexpected(ErrorCode::BadResource,
                              "The lexicon cues.tsv has a damaged row for \"" + row[0] + "\".");
        verb.takesAddressee = words::withAddressee.contains(row[0]);
        lexicon.m_verbs.emplace(row[0], verb);
    }
    return lexicon;
}

const CueVerb* CueLexicon::find(std::string_view lemma) const {
    const auto it = m_verbs.find(lemma);
    return it == m_verbs.end() ? nullptr : &it->second;
}

} // namespace quoth

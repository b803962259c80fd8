#include "core/events/words/lexicon.h"

#include "core/support/resources.h"

namespace quoth {

Expected<EventLexicon> EventLexicon::load(const std::filesystem::path& resources) {
    const auto unknownClass = [](const char* file, const LexiconRow& row) {
        return unexpected(ErrorCode::BadResource, std::string("The lexicon ") + file + " gives \"" +
                                                      row[0] + "\" the unknown class \"" + row[1] +
                                                      "\".");
    };
    EventLexicon lexicon;
    const auto nouns = readLexicon(resources, "event_nouns.tsv", 2);
    if (!nouns) return unexpected(nouns.error());
    for (const LexiconRow& row : *nouns) {
        if (row[1] != "event" && row[1] != "maybe") return unknownClass("event_nouns.tsv", row);
        lexicon.m_nouns[row[0]] =
            static_cast<std::uint32_t>(row[1] == "event" ? NounEvent::Sure : NounEvent::Maybe);
    }
    const auto verbs = readLexicon(resources, "event_verbs.tsv", 2);
    if (!verbs) return unexpected(verbs.error());
    for (const LexiconRow& row : *verbs) {
        const std::uint32_t bit = row[1] == "stative"  ? stative
                                  : row[1] == "light"  ? light
                                  : row[1] == "occur"  ? occur
                                  : row[1] == "report" ? report
                                                       : 0;
        if (bit == 0) return unknownClass("event_verbs.tsv", row);
        lexicon.m_verbs[row[0]] |= bit;
    }
    return lexicon;
}

NounEvent EventLexicon::noun(std::string_view lemma) const {
    if (const std::uint32_t* found = m_nouns.find(lemma)) return static_cast<NounEvent>(*found);
    // "re-election", "anti-government protest" are what their last part is.
    const auto hyphen = lemma.rfind('-');
    return hyphen == std::string_view::npos ? NounEvent::None : noun(lemma.substr(hyphen + 1));
}

std::uint32_t EventLexicon::verb(std::string_view lemma) const {
    const std::uint32_t* found = m_verbs.find(lemma);
    return found ? *found : 0;
}

bool EventLexicon::has(std::string_view verb, std::uint32_t bit) const {
    return (this->verb(verb) & bit) != 0;
}

} // namespace quoth

#include "core/training/encoder/pronoun_gold.h"

#include "core/people/salience.h"
#include "core/word_sets/people.h"

#include <algorithm>

namespace quoth::training {
namespace {

bool isThirdPerson(const Token& token) {
    return genderOf(token.lower) != Gender::Neuter || words::pluralPronouns.contains(token.lower) ||
           token.lower == "it" || token.lower == "its";
}

bool isKnown(const PronounGold& gold) {
    return !gold.right.empty() && !gold.wrong.empty();
}

} // namespace

std::vector<PronounGold> pronounsOf(const corpora::TaggedText& text) {
    std::vector<PronounGold> out;
    for (const corpora::GumEntity& pronoun : text.entities) {
        if (pronoun.end != pronoun.begin + 1 ||
            !isThirdPerson(text.gold.text.tokens[pronoun.begin]))
            continue;
        PronounGold gold{pronoun.begin, {}, {}};
        for (const corpora::GumEntity& other : text.entities)
            if (other.end <= pronoun.begin)
                (other.chain == pronoun.chain ? gold.right : gold.wrong).push_back(other.head);
        if (isKnown(gold)) out.push_back(std::move(gold));
    }
    return out;
}

std::vector<PronounGold> pronounsOf(const corpora::GapPassage& passage, const TokenizedText& text) {
    PronounGold gold{text.tokenAt(passage.pronoun.begin), {}, {}};
    for (const corpora::GapPassage::Name& name : passage.names)
        (name.meant ? gold.right : gold.wrong).push_back(text.tokenAt(name.span.begin));
    if (!isKnown(gold)) return {};
    return {std::move(gold)};
}

std::vector<PronounGold> pronounsOf(const corpora::AttributionArticle& article) {
    const TokenizedText& text = article.quoted.text;
    std::vector<PronounGold> out;
    for (const corpora::GoldAttribution& told : article.gold) {
        if (told.source.size() != 1 || told.speaker.empty()) continue;
        const IndexRange source = text.tokensIn(told.source.front());
        if (source.size() != 1 || text.tokens[source.begin].pos != Pos::Pron) continue;
        const std::string_view speaker = told.speaker;
        const std::string_view surname = speaker.substr(speaker.rfind(' ') + 1);
        PronounGold gold{source.begin, {}, {}};
        for (const NamedMention& name : article.analysed->names) {
            if (name.tokens.end > source.begin || name.type != EntityType::Person) continue;
            const bool same = text.word(name.tokens.end - 1) == surname;
            (same ? gold.right : gold.wrong).push_back(name.tokens.begin);
        }
        const bool seen =
            std::ranges::any_of(out, [&](const PronounGold& g) { return g.token == gold.token; });
        if (isKnown(gold) && !seen) out.push_back(std::move(gold));
    }
    return out;
}

} // namespace quoth::training

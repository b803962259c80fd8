// Measures the names: exact spans and types on the Worldwide Newswire dev articles, as score.py
// does, and on GUM news, whose guidelines differ, by the heads of names.
#include "core/corpora/counts.h"
#include "core/corpora/name_columns.h"
#include "core/corpora/tag_data.h"
#include "core/evaluation/error_list.h"
#include "core/evaluation/evaluation_stages.h"
#include "core/names/name_finder.h"
#include "core/text/plain_analysis.h"

#include <algorithm>
#include <array>
#include <map>

namespace quoth::evaluation {
namespace {

using corpora::Counts;
using corpora::GumEntity;
using corpora::LabelledName;
using corpora::NameClass;
using corpora::NameDocument;
using corpora::Portion;
using corpora::TaggedText;

NameClass classOf(EntityType type) {
    switch (type) {
    case EntityType::Person:
        return NameClass::Person;
    case EntityType::Organization:
        return NameClass::Organization;
    case EntityType::Place:
        return NameClass::Place;
    case EntityType::Group:
    case EntityType::Other:
        break;
    }
    return NameClass::Other;
}

std::string nameOf(NameClass type) {
    return std::string(name(type));
}

TokenizedText analyze(const std::string& source, const Tagger& tagger, const TextEncoder& encode) {
    return tagger.tag(encodedBy(encode, analyzePlainArticle(source)));
}

class WorldwideScores {
public:
    void add(const NameDocument& document, const TokenizedText& text,
             const std::vector<NamedMention>& found) {
        std::map<Span, NameClass> gold, have;
        for (const LabelledName& name : document.names)
            gold.emplace(name.span, name.type);
        for (const NamedMention& name : found)
            if (isCovered(document, name.span)) have.emplace(name.span, classOf(name.type));
        std::map<std::uint32_t, std::pair<std::size_t, std::string>> wrong; // by sentence
        const auto note = [&](Span span, const std::string& what) {
            auto& [errors, notes] = wrong[text.sentenceOf(text.tokenAt(span.begin))];
            ++errors;
            notes += std::string(text.slice(span)) + " " + what + "; ";
        };
        for (const auto& [span, type] : gold) {
            ++m_counts[type].gold;
            const auto at = have.find(span);
            if (at != have.end() && at->second == type) {
                ++m_counts[type].right;
                continue;
            }
            const bool overlapped =
                std::any_of(have.begin(), have.end(), [place = span](const auto& entry) {
                    return entry.first.overlaps(place);
                });
            const std::string instead = at != have.end() ? nameOf(at->second)
                                        : overlapped     ? "other bounds"
                                                         : "nothing";
            m_errors.confuse(nameOf(type), instead);
            note(span, "is " + nameOf(type) + ", taken for " + instead);
        }
        for (const auto& [span, type] : have) {
            ++m_counts[type].predicted;
            if (gold.count(span)) continue;
            const bool overlapped =
                std::any_of(gold.begin(), gold.end(), [place = span](const auto& entry) {
                    return entry.first.overlaps(place);
                });
            if (!overlapped) m_errors.confuse("nothing", nameOf(type));
            note(span, std::string(overlapped ? "found with these bounds as "
                                              : "is no name, taken for ") +
                           nameOf(type));
        }
        for (auto& [sentence, bad] : wrong)
            m_errors.addSentence(std::string(text.slice(text.sentences[sentence].span)), bad.first,
                                 bad.second);
    }

    void print(const EvaluationRequest& request) const {
        Counts all;
        for (const auto& [type, counts] : m_counts) {
            request.print(line("names " + nameOf(type), counts));
            all += counts;
        }
        request.print(line("names all", all));
        if (request.worst > 0) m_errors.print(request.worst, request.print);
    }

private:
    static bool isCovered(const NameDocument& document, Span span) {
        return std::any_of(document.covered.begin(), document.covered.end(),
                           [&](const Span& covered) { return covered.contains(span); });
    }

    std::map<NameClass, Counts> m_counts;
    ErrorList m_errors;
};

// GUM marks whole noun phrases: a name is right when it holds the head, a proper noun, of one of
// its type.
void scoreGum(std::vector<TaggedText> texts, const Tagger& tagger, const NameFinder& finder,
              const EvaluationRequest& request) {
    constexpr std::array<std::pair<const char*, NameClass>, 3> types = {
        {{"person", NameClass::Person},
         {"organization", NameClass::Organization},
         {"place", NameClass::Place}}};
    std::map<NameClass, Counts> counts;
    for (TaggedText& source : texts) {
        const TokenizedText text =
            tagger.tag(encodedBy(request.encode, std::move(source.gold.text)));
        std::map<std::uint32_t, NameClass> gold; // by head; the innermost one counts
        for (const GumEntity& entity : source.entities)
            for (const auto& [name, type] : types)
                if (entity.type == name && source.tags[entity.head].pos == Pos::Propn)
                    gold.emplace(entity.head, type);
        for (const auto& entry : gold)
            ++counts[entry.second].gold;
        for (const NamedMention& mention : finder.find(text)) {
            const NameClass type = classOf(mention.type);
            if (type == NameClass::Other) continue;
            ++counts[type].predicted;
            for (std::uint32_t i = mention.tokens.begin; i < mention.tokens.end; ++i)
                if (const auto at = gold.find(i); at != gold.end() && at->second == type) {
                    ++counts[type].right;
                    gold.erase(at);
                    break;
                }
        }
    }
    Counts all;
    for (const auto& [type, one] : counts) {
        request.print(line("GUM news heads " + nameOf(type), one));
        all += one;
    }
    request.print(line("GUM news heads all", all));
}

} // namespace

Outcome evaluateNames(const EvaluationRequest& request) {
    const auto tagger = Tagger::load(request.resources);
    if (!tagger) return unexpected(tagger.error());
    const auto finder = NameFinder::load(request.resources, *tagger);
    if (!finder) return unexpected(finder.error());
    const auto folder = request.corpora / "ner_worldwide";
    const auto documents = corpora::readNameColumns(folder / "dev.tsv", folder / "dev");
    if (!documents) return unexpected(documents.error());
    WorldwideScores scores;
    for (const NameDocument& document : *documents) {
        const TokenizedText text = analyze(document.text, *tagger, request.encode);
        scores.add(document, text, finder->find(text));
    }
    scores.print(request);

    std::vector<TaggedText> news;
    for (const auto portion : {Portion::Train, Portion::Dev}) {
        auto texts = corpora::readGum(request.corpora, portion, true);
        if (!texts) return unexpected(texts.error());
        std::move(texts->begin(), texts->end(), std::back_inserter(news));
    }
    scoreGum(std::move(news), *tagger, *finder, request);
    return std::monostate{};
}

} // namespace quoth::evaluation

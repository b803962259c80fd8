// Measures the parser on gold tokens with automatic tags: heads, and heads with relations.
#include "core/corpora/tag_data.h"
#include "core/evaluation/error_list.h"
#include "core/evaluation/evaluation_stages.h"
#include "core/syntax/dependency_parser.h"

#include <array>
#include <cstdio>

namespace quoth::evaluation {
namespace {

struct Attachments {
    std::size_t tokens = 0, heads = 0, labelled = 0;

    double unlabelledScore() const { return share(heads); }
    double labelledScore() const { return share(labelled); }

private:
    double share(std::size_t count) const {
        return tokens == 0 ? 0.0 : 100.0 * static_cast<double>(count) / static_cast<double>(tokens);
    }
};

void evaluateOn(const std::string& corpus, std::vector<corpora::TaggedText> texts,
                const Tagger& tagger, const DependencyParser& parser,
                const EvaluationRequest& request) {
    Attachments all;
    std::array<Attachments, relationCount> ofRelation;
    ErrorList errors;
    for (corpora::TaggedText& text : texts) {
        const TokenizedText tagged =
            tagger.tag(encodedBy(request.encode, std::move(text.gold.text)));
        const Dependencies found = parser.parse(tagged);
        for (const Sentence& sentence : tagged.sentences) {
            std::size_t wrong = 0;
            std::string note;
            for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
                const Dependency& gold = text.trees[i];
                const Relation want = universal(gold.relation), have = universal(found[i].relation);
                const bool head = gold.head == found[i].head, both = head && want == have;
                for (Attachments* counts : {&all, &ofRelation[static_cast<std::size_t>(want)]}) {
                    ++counts->tokens;
                    counts->heads += head ? 1 : 0;
                    counts->labelled += both ? 1 : 0;
                }
                if (both) continue;
                if (head) errors.confuse(std::string(name(want)), std::string(name(have)));
                ++wrong;
                note += std::string(tagged.word(i)) + " is " + std::string(name(want)) + " of " +
                        std::string(tagged.word(gold.head)) + ", not " + std::string(name(have)) +
                        " of " + std::string(tagged.word(found[i].head)) + "; ";
            }
            errors.addSentence(std::string(tagged.slice(sentence.span)), wrong, note);
        }
    }
    const auto print = [&](const char* what, const Attachments& counts) {
        char text[160];
        std::snprintf(text, sizeof text, "%s: UAS %.2f, LAS %.2f percent of %zu tokens", what,
                      counts.unlabelledScore(), counts.labelledScore(), counts.tokens);
        request.print(text);
    };
    print(corpus.c_str(), all);
    if (request.worst == 0) return;
    for (std::size_t r = 0; r < relationCount; ++r)
        if (ofRelation[r].tokens > 0)
            print(("  " + std::string(name(static_cast<Relation>(r)))).c_str(), ofRelation[r]);
    errors.print(request.worst, request.print);
}

} // namespace

Outcome evaluateSyntax(const EvaluationRequest& request) {
    const auto tagger = Tagger::load(request.resources);
    if (!tagger) return unexpected(tagger.error());
    const auto parser = DependencyParser::load(request.resources, *tagger);
    if (!parser) return unexpected(parser.error());
    auto ewt = corpora::readEwt(request.corpora, corpora::Portion::Dev);
    if (!ewt) return unexpected(ewt.error());
    auto gum = corpora::readGum(request.corpora, corpora::Portion::Dev);
    if (!gum) return unexpected(gum.error());
    auto news = corpora::readGum(request.corpora, corpora::Portion::Dev, true);
    if (!news) return unexpected(news.error());
    evaluateOn("EWT dev", std::move(*ewt), *tagger, *parser, request);
    evaluateOn("GUM dev", std::move(*gum), *tagger, *parser, request);
    evaluateOn("GUM dev, news and interviews", std::move(*news), *tagger, *parser, request);
    return std::monostate{};
}

} // namespace quoth::evaluation

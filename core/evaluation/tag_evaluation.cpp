// Measures the tagger on gold tokens: universal tags, fine tags, lemmas.
#include "core/corpora/counts.h"
#include "core/corpora/tag_data.h"
#include "core/evaluation/error_list.h"
#include "core/evaluation/evaluation_stages.h"
#include "core/support/unicode.h"
#include "core/tagging/tagger.h"

#include <cstdio>
#include <map>

namespace quoth::evaluation {
namespace {

using corpora::Counts;
using corpora::Portion;
using corpora::TaggedText;

void evaluateOn(const std::string& corpus, std::vector<TaggedText> texts, const Tagger& tagger,
                const EvaluationRequest& request) {
    std::size_t tokens = 0, pos = 0, fine = 0, lemma = 0;
    std::map<std::string, Counts> ofPos;
    ErrorList errors;
    for (TaggedText& text : texts) {
        const TokenizedText found =
            tagger.tag(encodedBy(request.encode, std::move(text.gold.text)));
        for (const Sentence& sentence : found.sentences) {
            std::size_t wrong = 0;
            std::string note;
            for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
                const Token& token = found.tokens[i];
                const TagPair gold = text.tags[i];
                const std::string want(name(gold.pos)), have(name(token.pos));
                ++tokens;
                ++ofPos[want].gold;
                ++ofPos[have].predicted;
                fine += token.tag == gold.tag ? 1 : 0;
                const bool sameLemma = toLower(token.lemma) == toLower(text.lemmas[i]);
                lemma += sameLemma ? 1 : 0;
                if (token.pos == gold.pos) {
                    ++pos;
                    ++ofPos[want].right;
                    if (!sameLemma && token.tag == gold.tag)
                        errors.confuse("lemma " + text.lemmas[i] + " of " + token.lower,
                                       token.lemma);
                    continue;
                }
                errors.confuse(want, have);
                ++wrong;
                note += std::string(found.word(i)) + " is " + want + ", not " + have + "; ";
            }
            errors.addSentence(std::string(found.slice(sentence.span)), wrong, note);
        }
    }
    const auto percent = [&](std::size_t right) {
        return 100.0 * static_cast<double>(right) /
               static_cast<double>(std::max<std::size_t>(tokens, 1));
    };
    char text[160];
    std::snprintf(text, sizeof text,
                  "%s: universal tags %.2f, fine tags %.2f, lemmas %.2f percent of %zu tokens",
                  corpus.c_str(), percent(pos), percent(fine), percent(lemma), tokens);
    request.print(text);
    if (request.worst == 0) return;
    for (const auto& [tag, counts] : ofPos)
        request.print("  " + line(tag, counts));
    errors.print(request.worst, request.print);
}

} // namespace

Outcome evaluateTags(const EvaluationRequest& request) {
    const auto tagger = Tagger::load(request.resources);
    if (!tagger) return unexpected(tagger.error());
    auto ewt = corpora::readEwt(request.corpora, Portion::Dev);
    if (!ewt) return unexpected(ewt.error());
    auto gum = corpora::readGum(request.corpora, Portion::Dev);
    if (!gum) return unexpected(gum.error());
    auto news = corpora::readGum(request.corpora, Portion::Dev, true);
    if (!news) return unexpected(news.error());
    evaluateOn("EWT dev", std::move(*ewt), *tagger, request);
    evaluateOn("GUM dev", std::move(*gum), *tagger, request);
    evaluateOn("GUM dev, news and interviews", std::move(*news), *tagger, request);
    return std::monostate{};
}

} // namespace quoth::evaluation

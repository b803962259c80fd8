// Measures the attributions on PolNeAR dev, by the program's own analysis.
#include "core/corpora/attribution_counts.h"
#include "core/corpora/attribution_data.h"
#include "core/corpora/polnear.h"
#include "core/evaluation/error_list.h"
#include "core/evaluation/evaluation_stages.h"
#include "core/quotes/attribution_finder.h"
#include "core/quotes/quote_limits.h"

namespace quoth::evaluation {

using corpora::AttributionCounts;
using corpora::PolnearDocument;

Outcome evaluateAttribution(const EvaluationRequest& request) {
    const auto tagger = Tagger::load(request.resources);
    if (!tagger) return unexpected(tagger.error());
    const auto parser = DependencyParser::load(request.resources, *tagger);
    if (!parser) return unexpected(parser.error());
    const auto names = NameFinder::load(request.resources, *tagger);
    if (!names) return unexpected(names.error());
    const EarlierStages earlier{*tagger, *parser, *names, request.encode};
    const auto cues = CueLexicon::load(request.resources);
    if (!cues) return unexpected(cues.error());
    const auto finder = AttributionFinder::load(request.resources, earlier, request.models);
    if (!finder) return unexpected(finder.error());
    const auto documents = corpora::readPolnear(request.corpora / "polnear" / "dev");
    if (!documents) return unexpected(documents.error());

    AttributionCounts all, byCue;
    ErrorList worst;
    for (const PolnearDocument& document : *documents) {
        const auto article = corpora::attributionArticle(document.id, document.text,
                                                         document.attributions, earlier, *cues);
        const auto found = finder->find(article.analysed->text, article.analysed->syntax,
                                        article.analysed->stretches, article.analysed->names);
        AttributionCounts own;
        own.add(document.text, document.attributions, found);
        all.add(document.text, document.attributions, found);
        std::vector<Attribution> ofCues;
        for (const AttributionCandidate& candidate : article.byForm)
            if (candidate.proposer == Proposer::Cue &&
                candidate.attribution.confidence >= quote_limits::likelyCue)
                ofCues.push_back(candidate.attribution);
        byCue.add(document.text, document.attributions, ofCues);
        std::string note;
        for (const std::string& line : own.commonest(3))
            note += (note.empty() ? "" : "; ") + line;
        worst.addSentence(document.id, own.attributions.gold - own.attributions.right, note);
    }
    request.print(line("attributions", all.attributions));
    request.print(line("attributions by cues alone", byCue.attributions));
    for (const std::string& kind : all.commonest(request.worst))
        request.print("  " + kind);
    worst.print(request.worst, request.print);
    return std::monostate{};
}

} // namespace quoth::evaluation

#include "core/training/chooser_training.h"

#include "core/quotes/choose/chooser_features.h"

#include <algorithm>
#include <cstdio>
#include <functional>
#include <optional>

namespace quoth::training {
namespace {

using corpora::AttributionArticle;
using corpora::GoldAttribution;

constexpr double enough = 0.8; // of a quote's bytes in a gold content

bool beginsBefore(const std::vector<Span>& spans, const std::vector<Span>& others) {
    return spans.empty() || spans.front() < others.front();
}

// Is that the speaker? Of several words the last one tells.
bool names(std::string_view words, std::string_view speaker) {
    return !speaker.empty() &&
           words.find(speaker.substr(speaker.rfind(' ') + 1)) != std::string_view::npos;
}

// Judges the candidates of one article by its annotation.
class Judge {
public:
    explicit Judge(const ArticleCandidates& all)
        : m_text(all.article->quoted.text), m_gold(all.article->gold), m_whole(all.whole) {
        for (const GoldAttribution& gold : m_gold)
            if (!gold.content.empty() && !gold.nested) m_outer.push_back(&gold);
        std::stable_sort(m_outer.begin(), m_outer.end(),
                         [](const GoldAttribution* a, const GoldAttribution* b) {
                             return a->content.front() < b->content.front();
                         });
    }

    // Nothing where the annotation does not tell.
    std::optional<bool> isRight(const WeighedCandidate& weighed) const {
        const AttributionCandidate& candidate = weighed.candidate;
        const Attribution& a = candidate.attribution;
        if (candidate.proposer == Proposer::Continuation || candidate.proposer == Proposer::Subject)
            return isRightFollower(candidate);
        bool optional = false;
        for (const GoldAttribution& gold : m_gold) {
            if (corpora::isRight(a, gold)) {
                if (!gold.optional) return true;
                optional = true;
            }
            optional = optional || (gold.optional && overlapOf(a.content, gold.content) >= 0.5);
        }
        if (optional || (!m_whole && isToldWithin(weighed))) return std::nullopt;
        return false;
    }

private:
    // Annotators of attributions alone left out what is told within others.
    bool isToldWithin(const WeighedCandidate& weighed) const {
        const Attribution& a = weighed.candidate.attribution;
        if (weighed.evidence[static_cast<std::size_t>(Evidence::WithinQuote)] > 0) return true;
        return std::any_of(m_outer.begin(), m_outer.end(), [&](const GoldAttribution* gold) {
            Attribution outer;
            outer.content = gold->content;
            return isWithin(a, outer);
        });
    }

    std::optional<bool> isRightFollower(const AttributionCandidate& candidate) const {
        const Attribution& a = candidate.attribution;
        const GoldAttribution* before = nullptr;
        for (const GoldAttribution* gold : m_outer) {
            const auto common = static_cast<double>(commonLength(gold->content, a.content));
            if (common < enough * static_cast<double>(lengthOf(a.content))) {
                before = gold;
                continue;
            }
            if (gold->optional) return std::nullopt;
            return candidate.proposer == Proposer::Subject ? isOfSubject(a, *gold)
                                                           : goesOn(a, *gold, before);
        }
        return false;
    }

    bool goesOn(const Attribution& a, const GoldAttribution& gold,
                const GoldAttribution* before) const {
        if (gold.content.front() < a.content.front()) return true;
        if (!gold.cue.empty() || !beginsBefore(gold.source, a.content)) return false;
        return !m_whole || (before && before->speaker == gold.speaker);
    }

    bool isOfSubject(const Attribution& a, const GoldAttribution& gold) const {
        if (!gold.cue.empty() || gold.content.front() < a.content.front()) return false;
        if (!gold.source.empty()) return overlap(gold.source, {*a.implied});
        return m_whole && names(m_text.slice(*a.implied), gold.speaker);
    }

    const TokenizedText& m_text;
    const std::vector<GoldAttribution>& m_gold;
    const bool m_whole;
    std::vector<const GoldAttribution*> m_outer; // by content
};

std::vector<AttributionCandidate> turnsOf(const AttributionArticle& article) {
    std::vector<AttributionCandidate> out = article.byForm;
    std::erase_if(out, [](const AttributionCandidate& c) { return !c.attribution.turn; });
    return out;
}

struct Scored {
    const ArticleCandidates* article;
    std::vector<float> chances;
};

std::vector<Attribution> choose(const Scored& scored, const ChooserLimits& limits) {
    return chooseAttributions(scored.article->article->quoted, scored.article->candidates,
                              scored.chances, turnsOf(*scored.article->article), Calibration(),
                              limits);
}

corpora::Counts count(const std::vector<Scored>& all, bool whole, const ChooserLimits& limits) {
    corpora::Counts out;
    for (const Scored& scored : all)
        if (scored.article->whole == whole)
            out += corpora::countStretches(scored.article->article->gold, choose(scored, limits));
    return out;
}

// Of speech within speech alone.
corpora::Counts countNested(const std::vector<Scored>& all, const ChooserLimits& limits) {
    corpora::Counts out;
    for (const Scored& scored : all) {
        if (!scored.article->whole) continue;
        std::vector<GoldAttribution> gold = scored.article->article->gold;
        std::erase_if(gold, [](const GoldAttribution& g) { return !g.nested; });
        const std::vector<Attribution> found = choose(scored, limits);
        std::vector<Attribution> nested;
        for (const Attribution& a : found)
            if (std::any_of(found.begin(), found.end(),
                            [&](const Attribution& other) { return isWithin(a, other); })) {
                nested.push_back(a);
                nested.back().continues.reset();
            }
        out += corpora::countStretches(gold, nested);
    }
    return out;
}

// Those limits, in twentieths, that do alike: within so many points of F1 of the best.
std::vector<int> alikeSteps(ChooserLimits limits, float ChooserLimits::*limit, double tolerance,
                            const std::function<double(const ChooserLimits&)>& figure) {
    constexpr int first = 2, last = 16;
    std::vector<double> figures;
    for (int step = first; step <= last; ++step) {
        limits.*limit = static_cast<float>(step) / 20;
        figures.push_back(figure(limits));
    }
    const double most = *std::max_element(figures.begin(), figures.end());
    std::vector<int> steps;
    for (int step = first; step <= last; ++step)
        if (figures[static_cast<std::size_t>(step - first)] >= most - tolerance)
            steps.push_back(step);
    return steps;
}

// One limit after the other. Articles that are annotated whole tell of quotes in marks and of
// speech within speech; of the rest the others tell as much. Of limits that do alike the middle one
// is taken, as which one is best is mostly chance; of speech within speech, which is rare, the one
// that is best for it alone.
ChooserLimits bestLimits(const std::vector<Scored>& all) {
    constexpr double alike = 0.2, nearlyBest = 0.1;
    const auto both = [&](const ChooserLimits& tried) {
        return (count(all, true, tried).f1() + count(all, false, tried).f1()) / 2;
    };
    const auto whole = [&](const ChooserLimits& tried) { return count(all, true, tried).f1(); };
    const auto middle = [](const std::vector<int>& steps) {
        return static_cast<float>(steps[(steps.size() - 1) / 2]) / 20;
    };
    ChooserLimits limits;
    for (int round = 0; round < 2; ++round) {
        limits.minChance = middle(alikeSteps(limits, &ChooserLimits::minChance, 0, both));
        limits.minQuotedChance =
            middle(alikeSteps(limits, &ChooserLimits::minQuotedChance, 0, whole));
    }
    limits.minChance = middle(alikeSteps(limits, &ChooserLimits::minChance, alike, both));
    double most = -1;
    ChooserLimits tried = limits;
    for (const int step : alikeSteps(limits, &ChooserLimits::minNestedChance, nearlyBest, whole)) {
        tried.minNestedChance = static_cast<float>(step) / 20;
        const double figure = countNested(all, tried).f1();
        if (figure <= most) continue;
        most = figure;
        limits.minNestedChance = tried.minNestedChance;
    }
    limits.minQuotedChance =
        middle(alikeSteps(limits, &ChooserLimits::minQuotedChance, alike, whole));
    return limits;
}

// Rising shares of what is right, over bins of equally many chances (Zadrozny and Elkan,
// "Transforming classifier scores into accurate multiclass probability estimates", 2002).
std::vector<CalibrationPoint> curveOf(std::vector<std::pair<float, bool>> judged) {
    constexpr std::size_t bins = 8, fewest = 20;
    struct Bin {
        double chance = 0, right = 0, count = 0;
        double share() const { return right / count; }
    };
    std::sort(judged.begin(), judged.end());
    const std::size_t count = std::clamp<std::size_t>(judged.size() / fewest, 1, bins);
    std::vector<Bin> pooled;
    for (std::size_t b = 0; b < count; ++b) {
        Bin bin;
        for (std::size_t i = judged.size() * b / count; i < judged.size() * (b + 1) / count; ++i) {
            bin.chance += static_cast<double>(judged[i].first);
            bin.right += judged[i].second ? 1 : 0;
            ++bin.count;
        }
        if (bin.count == 0) continue;
        pooled.push_back(bin);
        while (pooled.size() > 1 && pooled[pooled.size() - 2].share() >= pooled.back().share()) {
            Bin& low = pooled[pooled.size() - 2];
            low.chance += pooled.back().chance;
            low.right += pooled.back().right;
            low.count += pooled.back().count;
            pooled.pop_back();
        }
    }
    std::vector<CalibrationPoint> out;
    for (const Bin& bin : pooled)
        out.push_back(
            {static_cast<float>(bin.chance / bin.count), static_cast<float>(bin.share())});
    if (out.empty()) out = {{0, 0}, {1, 1}};
    return out;
}

// Is it a stretch of a quotation, whoever speaks it and whatever goes on from it? Nothing where the
// annotation leaves that open.
std::optional<bool> isStretch(Span stretch, const std::vector<GoldAttribution>& all) {
    bool optional = false;
    for (const GoldAttribution& gold : all)
        for (const Span& span : gold.content) {
            if (overlapOf({stretch}, {span}) < 0.5) continue;
            if (!gold.optional) return true;
            optional = true;
        }
    return optional ? std::nullopt : std::optional(false);
}

Calibration::Curves curvesOf(const std::vector<Scored>& all, const ChooserLimits& limits) {
    std::array<std::vector<std::pair<float, bool>>, Calibration::kinds> judged;
    for (const Scored& scored : all) {
        if (!scored.article->whole) continue;
        const auto& gold = scored.article->article->gold;
        for (const Attribution& a : choose(scored, limits)) {
            if (a.turn) continue;
            for (const Span& stretch : a.content)
                if (const auto right = isStretch(stretch, gold))
                    judged[static_cast<std::size_t>(a.kind)].emplace_back(a.confidence, *right);
        }
    }
    Calibration::Curves out;
    for (std::size_t k = 0; k < out.size(); ++k)
        out[k] = curveOf(std::move(judged[k]));
    return out;
}

} // namespace

std::vector<float> chancesBy(const TrainedChain& chooser, const ArticleCandidates& article) {
    std::vector<float> out, emissions;
    FeatureRows rows;
    for (const WeighedCandidate& candidate : article.candidates) {
        rows.clear();
        findCandidateFeatures(article.article->quoted, candidate, rows);
        chooser.score(rows, emissions);
        out.push_back(chancesOf(emissions, chooser.chain).front());
    }
    return out;
}

// Of candidates that are right of one attribution, those whose bounds fall short of the best are
// not to be taken.
static void keepBest(const ArticleCandidates& article, std::vector<std::optional<bool>>& verdicts) {
    constexpr double nearly = 0.1; // of the overlap with what annotators hold
    enum class Place { None, Behind, Best };
    std::vector<Place> places(verdicts.size(), Place::None);
    for (const GoldAttribution& gold : article.article->gold) {
        std::vector<double> overlaps(verdicts.size(), 0);
        for (std::size_t c = 0; c < verdicts.size(); ++c) {
            const Attribution& a = article.candidates[c].candidate.attribution;
            if (verdicts[c] == true && corpora::isRight(a, gold))
                overlaps[c] = overlapOf(a.content, gold.content);
        }
        const double best = overlaps.empty() ? 0 : *std::ranges::max_element(overlaps);
        for (std::size_t c = 0; c < verdicts.size(); ++c)
            if (overlaps[c] > 0)
                places[c] =
                    std::max(places[c], overlaps[c] >= best - nearly ? Place::Best : Place::Behind);
    }
    for (std::size_t c = 0; c < verdicts.size(); ++c)
        if (places[c] == Place::Behind) verdicts[c] = false;
}

ChooserData chooserExamples(const std::vector<ArticleCandidates>& articles, float wholeWeight) {
    ChooserData out;
    for (std::size_t a = 0; a < articles.size(); ++a) {
        const Judge judge(articles[a]);
        const auto& candidates = articles[a].candidates;
        std::vector<std::optional<bool>> verdicts;
        for (const WeighedCandidate& weighed : candidates)
            verdicts.push_back(judge.isRight(weighed));
        keepBest(articles[a], verdicts);
        // A quote that follows another one is to be taken where nothing better holds it.
        const auto isHeld = [&](const Attribution& follower) {
            for (std::size_t c = 0; c < candidates.size(); ++c) {
                const Attribution& other = candidates[c].candidate.attribution;
                if (!other.isBare() && verdicts[c] == true &&
                    2 * commonLength(follower.content, other.content) >= lengthOf(follower.content))
                    return true;
            }
            return false;
        };
        for (std::size_t c = 0; c < candidates.size(); ++c) {
            const WeighedCandidate& weighed = candidates[c];
            const Attribution& attribution = weighed.candidate.attribution;
            std::optional<bool> right = verdicts[c];
            if (!right) continue;
            if (*right && attribution.isBare()) right = !isHeld(attribution);
            LabelledSequence example;
            findCandidateFeatures(articles[a].article->quoted, weighed, example.rows);
            example.labels = {*right ? rightCandidate : wrongCandidate};
            example.weight = articles[a].whole ? wholeWeight : 1;
            out.examples.push_back(std::move(example));
            out.articleOf.push_back(a);
            out.proposers.push_back(weighed.candidate.proposer);
        }
    }
    return out;
}

TrainerOptions chooserOptions(std::uint64_t seed) {
    TrainerOptions options;
    options.seed = seed;
    options.threads = 1; // rows are short
    options.epochs = 25;
    options.averaged = 12;
    options.rate = 0.05f;
    options.l2 = 20;
    options.dropout = 0.5f;
    options.minCount = 3;
    options.batch = 4;
    return options;
}

TrainedChooser trainChooser(const std::vector<ArticleCandidates>& articles, float wholeWeight,
                            std::uint32_t folds, std::uint64_t seed,
                            const std::function<void(const std::string&)>& log) {
    const ChooserData data = chooserExamples(articles, wholeWeight);
    const std::vector<std::string> labels{candidateLabels.begin(), candidateLabels.end()};
    TrainedChooser out;
    std::vector<Scored> scored;
    for (std::uint32_t fold = 0; fold < folds; ++fold) {
        std::vector<LabelledSequence> others;
        for (std::size_t i = 0; i < data.examples.size(); ++i)
            if (data.articleOf[i] % folds != fold) others.push_back(data.examples[i]);
        const TrainedChain chooser = trainChain(others, {}, labels, chooserOptions(seed));
        for (std::size_t a = fold; a < articles.size(); a += folds)
            scored.push_back({&articles[a], chancesBy(chooser, articles[a])});
    }
    if (!scored.empty()) {
        out.limits = bestLimits(scored);
        out.whole = count(scored, true, out.limits);
        out.others = count(scored, false, out.limits);
        out.nested = countNested(scored, out.limits);
    }
    out.curves = curvesOf(scored, out.limits);
    char line[160];
    std::snprintf(line, sizeof line,
                  "  %zu candidates; least chances %.2f, nested %.2f, quoted %.2f; ",
                  data.examples.size(), static_cast<double>(out.limits.minChance),
                  static_cast<double>(out.limits.minNestedChance),
                  static_cast<double>(out.limits.minQuotedChance));
    log(line);
    log("  " + corpora::line("stretches by folds, whole", out.whole));
    log("  " + corpora::line("others", out.others));
    log("  " + corpora::line("speech within speech", out.nested));
    for (std::size_t i = 0; i < data.examples.size(); ++i) {
        if (!articles[data.articleOf[i]].whole) continue;
        corpora::Counts& counts = out.proposed[static_cast<std::size_t>(data.proposers[i])];
        ++counts.predicted;
        counts.right += data.examples[i].labels.front() == rightCandidate ? 1 : 0;
    }
    out.chain = trainChain(data.examples, {}, labels, chooserOptions(seed));
    return out;
}

} // namespace quoth::training

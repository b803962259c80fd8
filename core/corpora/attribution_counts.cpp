#include "core/corpora/attribution_counts.h"

#include "core/support/unicode.h"
#include "core/word_sets/corpora.h"

#include <algorithm>

namespace quoth::corpora {
namespace {

constexpr double enough = 0.5; // of two contents in common

// Of an attribution that nothing overlaps.
std::string kindOfMiss(std::string_view text, const GoldAttribution& gold) {
    constexpr std::size_t fewWords = 6;
    std::string content;
    for (const Span& span : gold.content)
        content += std::string(text.substr(span.begin, span.size())) + " ";
    if (content.find('"') != std::string::npos || content.find("“") != std::string::npos)
        return "missed: quoted words";
    if (gold.cue.empty()) return "missed: no cue";
    if (words::contentOpeners.contains(toLower(content.substr(0, content.find(' ')))))
        return "missed: a clause with an opener (\"that\", \"to\")";
    const auto words = static_cast<std::size_t>(std::count(content.begin(), content.end(), ' '));
    return words <= fewWords ? "missed: a noun phrase as content (\"attacked the plan\")"
                             : "missed: a clause or long phrase without an opener";
}

std::string kindOfBounds(const GoldAttribution& gold, const std::vector<Attribution>& found) {
    std::size_t covered = 0;
    for (const Attribution& a : found)
        if (overlap(a.content, gold.content)) covered += lengthOf(a.content);
    return covered > lengthOf(gold.content) ? "content too long, or two told as one"
                                            : "content too short or torn";
}

std::string kindOfInvention(const Attribution& a) {
    return a.kind != QuoteKind::Indirect ? "invented: quoted words"
           : a.act == QuoteAct::Thought  ? "invented: a thought"
                                         : "invented: indirect speech";
}

} // namespace

bool isRight(const Attribution& found, const GoldAttribution& gold) {
    const bool sameSource =
        (gold.source.empty() && found.source.empty()) || overlap(gold.source, found.source);
    return sameSource && overlapOf(found.content, gold.content) >= enough;
}

Counts countStretches(const std::vector<GoldAttribution>& gold,
                      const std::vector<Attribution>& found) {
    struct Stretch {
        Span span;
        std::uint32_t of; // index of its attribution
        bool used = false;
    };
    std::vector<Stretch> all;
    for (std::uint32_t a = 0; a < found.size(); ++a)
        for (const Span& span : found[a].content)
            all.push_back({span, a});
    std::sort(all.begin(), all.end(),
              [](const Stretch& a, const Stretch& b) { return a.span < b.span; });
    const auto sourceOf = [&](std::uint32_t a) -> const std::vector<Span>& {
        while (found[a].source.empty() && found[a].continues) // always an earlier one
            a = *found[a].continues;
        return found[a].source;
    };
    Counts out;
    out.predicted = all.size();
    for (const bool optional : {false, true})
        for (const GoldAttribution& g : gold) {
            if (g.optional != optional) continue;
            for (const Span& span : g.content) {
                out.gold += optional ? 0 : 1;
                for (Stretch& stretch : all) {
                    if (stretch.span.begin >= span.end) break;
                    if (stretch.used || overlapOf({stretch.span}, {span}) < enough) continue;
                    if (!optional && !g.source.empty() && !overlap(g.source, sourceOf(stretch.of)))
                        continue;
                    stretch.used = true;
                    if (optional)
                        --out.predicted;
                    else
                        ++out.right;
                    break;
                }
            }
        }
    return out;
}

void AttributionCounts::add(std::string_view text, const std::vector<GoldAttribution>& gold,
                            const std::vector<Attribution>& found) {
    std::vector<bool> used(found.size());
    attributions.predicted += found.size();
    std::vector<const GoldAttribution*> order; // what may be left out takes what others leave
    for (const bool optional : {false, true})
        for (const GoldAttribution& g : gold)
            if (!g.content.empty() && g.optional == optional) order.push_back(&g);
    for (const GoldAttribution* each : order) {
        const GoldAttribution& g = *each;
        if (g.optional) {
            for (std::size_t i = 0; i < found.size(); ++i)
                if (!used[i] && overlapOf(found[i].content, g.content) >= enough) {
                    used[i] = true;
                    --attributions.predicted;
                    break;
                }
            continue;
        }
        ++attributions.gold;
        const Attribution* best = nullptr; // with most of the content
        double most = 0;
        bool right = false;
        for (std::size_t i = 0; i < found.size() && !right; ++i) {
            const double share = overlapOf(found[i].content, g.content);
            if (share > most) {
                most = share;
                best = &found[i];
            }
            right = !used[i] && isRight(found[i], g);
            if (right) used[i] = true;
        }
        if (right)
            ++attributions.right;
        else if (!best)
            ++errors[kindOfMiss(text, g)];
        else if (most < enough)
            ++errors[kindOfBounds(g, found)];
        else if (g.source.empty())
            ++errors["a source where the annotators have none"];
        else
            ++errors[best->source.empty() ? "no source" : "another source"];
    }
    for (const Attribution& a : found)
        if (std::none_of(gold.begin(), gold.end(),
                         [&](const GoldAttribution& g) { return overlap(a.content, g.content); }))
            ++errors[kindOfInvention(a)];
}

std::vector<std::string> AttributionCounts::commonest(std::size_t count) const {
    std::vector<std::pair<std::string, std::size_t>> kinds(errors.begin(), errors.end());
    std::stable_sort(kinds.begin(), kinds.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<std::string> out;
    for (const auto& [kind, times] : kinds) {
        if (out.size() == count) break;
        out.push_back(std::to_string(times) + ": " + kind);
    }
    return out;
}

} // namespace quoth::corpora

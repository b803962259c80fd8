#include "core/quotes/attribution_candidates.h"

#include "core/quotes/attribution_linker.h"
#include "core/quotes/span_index.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace quoth {
namespace {

constexpr float leastChance = 1e-4F;
constexpr double alike = 0.5, same = 0.95; // shares of two contents

bool isLonger(const std::vector<Span>& spans, std::size_t length) {
    std::size_t sum = 0;
    return std::any_of(spans.begin(), spans.end(),
                       [&](const Span& span) { return (sum += span.size()) > length; });
}

double shareOf(std::size_t common, std::size_t lengthA, std::size_t lengthB) {
    if (common == 0) return 0;
    return static_cast<double>(common) / static_cast<double>(lengthA + lengthB - common);
}

bool holdsAll(const std::vector<Span>& whole, const std::vector<Span>& parts) {
    return std::all_of(parts.begin(), parts.end(), [&](const Span& part) {
        const auto span = std::partition_point(whole.begin(), whole.end(),
                                               [&](const Span& s) { return s.end < part.end; });
        return span != whole.end() && span->contains(part);
    });
}

class CandidateFinder {
public:
    CandidateFinder(const TokenizedText& text, const std::vector<QuotedStretch>& stretches,
                    const TaggedAttributions& tagged, const std::vector<Attribution>& byRules,
                    const CueLexicon& cues)
        : m_text(text), m_stretches(stretches), m_tagged(tagged), m_byRules(byRules), m_cues(cues) {
        for (std::uint32_t r = 0; r < byRules.size(); ++r) {
            m_rules.add(extentOf(byRules[r].content), r);
            m_ruleLengths.push_back(lengthOf(byRules[r].content));
        }
    }

    std::vector<AttributionCandidate> find() {
        for (const LinkedAttribution& linked : linkSegments(m_text, m_tagged.segments))
            addTagged(linked);
        for (std::uint32_t k = 0; k < m_found.size(); ++k)
            m_ofTagger.add(extentOf(m_found[k].attribution.content), k);
        for (std::uint32_t r = 0; r < m_byRules.size(); ++r)
            if (!m_byRules[r].turn && (!m_byRules[r].cue.empty() || !m_byRules[r].source.empty()))
                addRule(r);
        std::stable_sort(m_found.begin(), m_found.end(), [](const auto& a, const auto& b) {
            return a.attribution.content.front() < b.attribution.content.front();
        });
        for (std::size_t i = 0; i < m_found.size(); ++i)
            weighNeighbours(i);
        return std::move(m_found);
    }

private:
    static float& at(AttributionCandidate& candidate, Evidence name) {
        return candidate.evidence[static_cast<std::size_t>(name)];
    }

    void addTagged(const LinkedAttribution& linked) {
        AttributionCandidate candidate;
        Attribution& a = candidate.attribution;
        SegmentChances chances;
        const auto spanOf = [&](std::uint32_t segment, float& chance) {
            chance = std::min(chance, m_tagged.segments[segment].confidence);
            return m_text.spanOf(m_tagged.segments[segment].tokens);
        };
        for (const std::uint32_t i : linked.contents)
            a.content.push_back(spanOf(i, chances.content));
        for (const std::uint32_t i : linked.cues)
            a.cue.push_back(withoutColon(spanOf(i, chances.cue)));
        if (linked.source) a.source.push_back(spanOf(*linked.source, chances.source));
        a.kind = kindOf(m_stretches, a.content);
        // Who speaks a quote that nothing introduces is a matter for the rules.
        if (a.cue.empty() && a.source.empty() && a.kind == QuoteKind::Direct) return;
        if (isNamed(a)) return;

        candidate.rule = ruleLike(a);
        if (candidate.rule) {
            const Attribution& rule = m_byRules[*candidate.rule];
            if (rule.addressee && commonLength(rule.cue, candidate.attribution.cue) > 0)
                leaveOut(*rule.addressee, candidate.attribution.content.front());
            const bool fits = commonLength(rule.cue, a.content) == 0 &&
                              commonLength(rule.source, a.content) == 0 &&
                              overlapOf(rule.content, a.content) >= alike;
            const bool misses =
                (a.cue.empty() && !rule.cue.empty()) || (a.source.empty() && !rule.source.empty());
            if (fits && misses) {
                AttributionCandidate completed = candidate;
                completed.attribution.cue = rule.cue;
                completed.attribution.source = rule.source;
                SegmentChances both = m_tagged.ofRules[*candidate.rule];
                both.content = chances.content;
                at(completed, Evidence::Completed) = 1;
                finish(std::move(completed), both);
            }
        }
        finish(std::move(candidate), chances);
    }

    void addRule(std::uint32_t r) {
        const Attribution& rule = m_byRules[r];
        // The tagger knows bounds better: the same with other bounds is no candidate of its own.
        const auto agree = [](const std::vector<Span>& a, const std::vector<Span>& b) {
            return (a.empty() && b.empty()) || commonLength(a, b) > 0;
        };
        bool known = false;
        m_ofTagger.eachOverlapping(extentOf(rule.content), [&](std::uint32_t k) {
            const Attribution& a = m_found[k].attribution;
            known = shareWith(r, a, lengthOf(a.content)) >= alike && agree(a.cue, rule.cue) &&
                    agree(a.source, rule.source);
            return !known;
        });
        if (known) return;
        AttributionCandidate candidate;
        candidate.attribution = rule;
        candidate.attribution.continues.reset();
        candidate.rule = r;
        at(candidate, Evidence::ByRules) = 1;
        finish(std::move(candidate), m_tagged.ofRules[r]);
    }

    // Is it but a title or a term? "known as “the Butcher” for years"
    bool isNamed(const Attribution& a) const {
        if (a.content.size() > 1) return false;
        const auto q = std::partition_point(
            m_stretches.begin(), m_stretches.end(),
            [&](const QuotedStretch& s) { return s.span.begin < a.content[0].begin; });
        return q != m_stretches.end() && q->span.begin == a.content[0].begin &&
               (q->kind == StretchKind::Title || q->kind == StretchKind::Term);
    }

    // "tells Mr Lavrov Washington seeks": whom one speaks to is not what is said.
    void leaveOut(Span addressee, Span& content) const {
        if (content.begin != addressee.begin || content.end <= addressee.end) return;
        content.begin = m_text.tokens[m_text.tokenAt(addressee.end)].span.begin;
    }

    // "said:" without the colon, unless that is all of it.
    Span withoutColon(Span cue) const {
        while (cue.size() > 1 &&
               std::string_view(":, ").find(m_text.text[cue.end - 1]) != std::string_view::npos)
            --cue.end;
        return cue;
    }

    // What the rules found with most of the same content, else with the same cue.
    std::optional<std::uint32_t> ruleLike(const Attribution& a) const {
        std::optional<std::uint32_t> best;
        double most = 0;
        const std::size_t length = lengthOf(a.content);
        eachRuleNear(a, [&](std::uint32_t r) {
            const double share =
                shareWith(r, a, length) + (commonLength(m_byRules[r].cue, a.cue) > 0 ? 0.3 : 0);
            if (share <= most || share < 0.3) return;
            best = r;
            most = share;
        });
        return best;
    }

    void finish(AttributionCandidate candidate, const SegmentChances& chances) {
        Attribution& a = candidate.attribution;
        const auto set = [&](Evidence name, bool holds) { at(candidate, name) = holds ? 1.0F : 0; };
        const auto chance = [](float p) { return std::log(std::max(p, leastChance)); };
        at(candidate, Evidence::Always) = 1;
        at(candidate, Evidence::ContentChance) = chance(chances.content);
        if (!a.cue.empty()) at(candidate, Evidence::CueChance) = chance(chances.cue);
        if (!a.source.empty()) at(candidate, Evidence::SourceChance) = chance(chances.source);
        set(Evidence::NoCue, a.cue.empty());
        set(Evidence::NoSource, a.source.empty());
        set(Evidence::Neither, a.cue.empty() && a.source.empty());
        if (candidate.rule) {
            const Attribution& rule = m_byRules[*candidate.rule];
            const double share = shareWith(*candidate.rule, a, lengthOf(a.content));
            set(Evidence::RulesAgree, share >= same);
            set(Evidence::RulesAlike, share >= alike && share < same);
            if (share >= alike) at(candidate, Evidence::RulesChance) = rule.confidence;
            if (!a.addressee && commonLength(rule.cue, a.cue) > 0) a.addressee = rule.addressee;
        }
        set(Evidence::Direct, a.kind == QuoteKind::Direct);
        set(Evidence::Mixed, a.kind == QuoteKind::Mixed);
        if (a.kind == QuoteKind::Direct)
            at(candidate, Evidence::DirectContentChance) = chance(chances.content);
        std::uint32_t words = 0;
        for (const Span& content : a.content)
            words += m_text.tokensIn(content).size();
        set(Evidence::OneWord, words == 1);
        set(Evidence::FewWords, words > 1 && words < 4);
        weighCue(candidate);
        set(Evidence::ManyContents, a.content.size() > 1);
        const std::uint32_t first = m_text.tokenAt(a.content.front().begin);
        set(Evidence::Headline, m_text.blocks[m_text.blockOf(first)].kind == BlockKind::Headline);
        m_found.push_back(std::move(candidate));
    }

    void weighCue(AttributionCandidate& candidate) {
        Attribution& a = candidate.attribution;
        if (a.cue.empty()) return;
        float best = 0;
        bool known = false;
        for (const Span& cue : a.cue) {
            const IndexRange tokens = m_text.tokensIn(cue);
            for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
                if (m_text.tokens[t].lower == "according") best = 1;
                const CueVerb* verb = m_cues.find(m_text.tokens[t].lemma);
                if (!verb) continue;
                known = true;
                const float most = static_cast<float>(*std::max_element(verb->percent.begin(),
                                                                        verb->percent.end())) /
                                   100;
                if (most <= best) continue;
                best = most;
                a.act = verb->act;
            }
        }
        at(candidate, Evidence::CueLexicon) = best;
        at(candidate, Evidence::CueUnknown) = known || best > 0 ? 0.0F : 1.0F;
        const std::uint32_t cue = m_text.sentenceOf(m_text.tokenAt(a.cue.front().begin));
        const bool near = std::any_of(a.content.begin(), a.content.end(), [&](const Span& content) {
            const IndexRange tokens = m_text.tokensIn(content);
            return m_text.sentenceOf(tokens.begin) <= cue &&
                   m_text.sentenceOf(tokens.end - 1) >= cue;
        });
        at(candidate, Evidence::AnotherSentence) = near ? 0.0F : 1.0F;
    }

    void weighNeighbours(std::size_t i) {
        const Attribution& a = m_found[i].attribution;
        const std::size_t length = lengthOf(a.content);
        eachRuleNear(a, [&](std::uint32_t r) {
            const double share = shareWith(r, a, length);
            if (share > 0 && share < alike) at(m_found[i], Evidence::RulesDiffer) = 1;
            const bool takes = commonLength(m_byRules[r].cue, a.content) > 0 ||
                               commonLength(m_byRules[r].source, a.content) > 0;
            if (takes && !isWithin(m_byRules[r], a)) at(m_found[i], Evidence::TakesTheirWords) = 1;
        });
        for (std::size_t k = i + 1; k < m_found.size(); ++k) {
            const Attribution& b = m_found[k].attribution;
            if (b.content.front().begin >= a.content.back().end) break;
            for (const auto& [inner, outer] : {std::pair(i, k), std::pair(k, i)})
                if (isWithin(m_found[inner].attribution, m_found[outer].attribution)) {
                    at(m_found[inner], Evidence::WithinAnother) = 1;
                    at(m_found[outer], Evidence::AroundAnother) = 1;
                }
        }
    }

    // What the rules found whose content may overlap that of `a`.
    template <class Visit>
    void eachRuleNear(const Attribution& a, Visit visit) const {
        m_rules.eachOverlapping(extentOf(a.content), [&](std::uint32_t r) {
            visit(r);
            return true;
        });
    }

    // overlapOf the contents of a rule and of `a`, which is `length` bytes long.
    double shareWith(std::uint32_t rule, const Attribution& a, std::size_t length) const {
        return shareOf(commonLength(m_byRules[rule].content, a.content), m_ruleLengths[rule],
                       length);
    }

    const TokenizedText& m_text;
    const std::vector<QuotedStretch>& m_stretches;
    const TaggedAttributions& m_tagged;
    const std::vector<Attribution>& m_byRules;
    const CueLexicon& m_cues;
    std::vector<std::size_t> m_ruleLengths;    // of the content of what the rules found
    SpanIndex m_rules, m_ofTagger;             // extents of the contents of either
    std::vector<AttributionCandidate> m_found; // those of the tagger first, while it is filled
};

} // namespace

std::size_t lengthOf(const std::vector<Span>& spans) {
    std::size_t length = 0;
    for (const Span& span : spans)
        length += span.size();
    return length;
}

double overlapOf(const std::vector<Span>& a, const std::vector<Span>& b) {
    return shareOf(commonLength(a, b), lengthOf(a), lengthOf(b));
}

bool isWithin(const Attribution& inner, const Attribution& outer) {
    return holdsAll(outer.content, inner.content) && holdsAll(outer.content, inner.cue) &&
           isLonger(outer.content, lengthOf(inner.content));
}

QuoteKind kindOf(const std::vector<QuotedStretch>& stretches, const std::vector<Span>& contents) {
    bool all = true, any = false;
    for (const Span& content : contents) {
        bool exact = false;
        auto q =
            std::partition_point(stretches.begin(), stretches.end(), [&](const QuotedStretch& s) {
                return s.span.begin < content.begin;
            });
        for (; q != stretches.end() && q->span.begin < content.end; ++q) {
            any = any || content.contains(q->span);
            exact = exact || q->span == content;
        }
        all = all && exact;
    }
    return all ? QuoteKind::Direct : any ? QuoteKind::Mixed : QuoteKind::Indirect;
}

std::vector<AttributionCandidate> findCandidates(const TokenizedText& text,
                                                 const std::vector<QuotedStretch>& stretches,
                                                 const TaggedAttributions& tagged,
                                                 const std::vector<Attribution>& byRules,
                                                 const CueLexicon& cues) {
    return CandidateFinder(text, stretches, tagged, byRules, cues).find();
}

} // namespace quoth

#include "core/quotes/cue_finder.h"

#include "core/quotes/noun_phrases.h"
#include "core/support/word_set.h"

namespace quoth {
namespace {

// A verb must be a cue at least this often in its frame. Frames that also hold ordinary objects and
// adverbials ask for more.
float leastProbability(CueFrame frame) {
    switch (frame) {
    case CueFrame::Phrase:
    case CueFrame::Preposition:
    case CueFrame::Time:
        return 0.72F;
    default:
        return 0.5F;
    }
}

constexpr std::uint32_t farthestComplement = 24; // items between a verb and its "that" or "to"

// "told Russian reporters after the meeting THAT", "ordered companies with foreign owners TO": the
// complement after an addressee, or after adverbials that no rule skipped; no verb or comma
// between.
std::uint32_t findComplement(const ClauseReader& s, std::uint32_t from, bool infinitive) {
    for (std::uint32_t i = from; i < s.size() && i - from < farthestComplement; ++i) {
        if (s.isStretch(i) || s.isComma(i) || s.isFinalMark(i) || s.isFiniteVerb(i)) break;
        if (s.is(i, "that") && i + 1 < s.size() && !s.isFiniteVerb(i + 1)) return i;
        if (infinitive && s.is(i, "to") && s.token(i + 1) && s.token(i + 1)->tag == FineTag::VB)
            return i;
        if (s.is(i, ":") && s.isStretch(i + 1)) return i;
    }
    return from;
}

CueFrame frameAt(const ClauseReader& s, std::uint32_t verb, std::uint32_t next,
                 std::uint32_t rest) {
    if (s.isStretch(rest) || ((s.isComma(rest) || s.is(rest, ":")) && s.isStretch(rest + 1)))
        return CueFrame::Quote;
    if (s.is(rest, ":")) return CueFrame::Colon;
    if (s.isClauseOpener(rest)) return CueFrame::That;
    if (rest >= s.size() || s.isFinalMark(rest) || s.isComma(rest) || s.is(rest, ";") ||
        s.isDash(rest))
        return rest == next || rest == verb + 1 ? CueFrame::End : CueFrame::Time;
    if (s.is(rest, "to")) return CueFrame::To;
    if (rest > next) return CueFrame::Time;
    const Token* t = s.token(rest);
    if (t->tag == FineTag::VBG) return CueFrame::Gerund;
    if (t->pos == Pos::Adp) return CueFrame::Preposition;
    return CueFrame::Phrase;
}

// "said without giving details", "said as he left": words after which comes a circumstance of the
// act, not what was said.
constexpr WordSet circumstances({"after", "amid", "as", "because", "before", "despite", "during",
                                 "following", "since", "through", "upon", "via", "when", "while",
                                 "without"});

// Is a clause, rather than a mere noun phrase, reported from here? "admitted THE UTILITY WAS
// unreliable"
bool clauseAhead(const ClauseReader& s, std::uint32_t from) {
    for (std::uint32_t i = from; i < s.size(); ++i) {
        if (s.isComma(i) || s.isFinalMark(i) || s.isStretch(i) || s.is(i, ";") || s.is(i, "who") ||
            s.is(i, "which"))
            return false;
        if (s.isFiniteVerb(i)) return i > from;
    }
    return false;
}

// Does a quote or a clause with a comma stand just before this item?
bool followsContent(const ClauseReader& s, std::uint32_t i, std::uint32_t begin) {
    if (i > begin && s.isStretch(i - 1)) return true;
    if (i <= begin + 1 || !(s.isComma(i - 1) || s.isDash(i - 1))) return false;
    for (std::uint32_t k = begin; k < i - 1; ++k)
        if (s.isStretch(k) || s.isFiniteVerb(k)) return true;
    return false;
}

// "...," Ann Lee, a farmer, one of those suing the state, said: the phrase right after the quote,
// where what stands between it and the verb is too involved to be read.
std::optional<IndexRange> phraseAfterQuote(const ClauseReader& s, std::uint32_t verb,
                                           std::uint32_t begin) {
    for (std::uint32_t i = verb; i > begin; --i) {
        if (s.isFiniteVerb(i) && i != verb) return std::nullopt;
        if (!s.isStretch(i - 1)) continue;
        const std::uint32_t at = s.isComma(i) ? i + 1 : i;
        const auto phrase = phraseAt(s, at);
        return phrase && phrase->end <= verb ? phrase : std::nullopt;
    }
    return std::nullopt;
}

bool coordinated(const ClauseReader& s, std::uint32_t i) {
    return i > 0 &&
           (s.is(i - 1, "and") || s.is(i - 1, "but") || s.is(i - 1, "or") || s.isComma(i - 1));
}

std::optional<Cue> accordingTo(const ClauseReader& s, std::uint32_t i) {
    if (!s.is(i, "according") || !s.is(i + 1, "to")) return std::nullopt;
    auto source = phraseAt(s, i + 2);
    if (!source) return std::nullopt;
    // "data compiled by X", "an estimate by X": the author belongs to the source.
    std::uint32_t by = source->end;
    const Token* after = s.token(by);
    if (after && (after->tag == FineTag::VBN || after->tag == FineTag::VBD)) ++by;
    while (by < s.size() && by - source->end < 5 && (s.isTimeWord(by) || s.is(by, "on")))
        ++by;
    if (s.is(by, "by") || s.is(by, "from") ||
        (by > source->end && s.token(by) && s.token(by)->pos == Pos::Adp))
        if (const auto more = phraseAt(s, by + 1)) source->end = more->end;
    Cue cue;
    cue.items = {i, i + 2};
    cue.head = i;
    cue.probability = 0.95F;
    cue.source = source;
    cue.accordingTo = true;
    cue.rest = skipAdverbials(s, source->end);
    cue.ends = cue.rest >= s.contentEnd() || s.isComma(cue.rest) || s.is(cue.rest, ";") ||
               s.isDash(cue.rest);
    return cue;
}

} // namespace

std::vector<Cue> findCues(const ClauseReader& s, const CueLexicon& lexicon) {
    std::vector<Cue> cues;
    std::uint32_t clause = 0; // nothing before this item can be the next cue's subject
    for (std::uint32_t i = 0; i < s.size(); ++i) {
        if (s.isStretch(i)) continue;
        if (const auto cue = accordingTo(s, i)) {
            cues.push_back(*cue);
            i = cue->source->end - 1;
            continue;
        }
        if (!s.isVerb(i)) continue;
        const CueVerb* entry = lexicon.find(s.token(i)->lemma);
        if (!entry) continue;
        const VerbGroup group = s.verbGroup(i);
        Cue cue;
        cue.items = group.items;
        cue.head = i;
        cue.act = entry->act;

        std::uint32_t next = i + 1;
        const std::uint32_t begin = group.items.begin;
        const bool content = followsContent(s, begin, clause);
        if (!group.passive && !group.infinitive) {
            const auto left =
                content && s.isStretch(begin - 1) ? std::nullopt : subjectBefore(s, begin, clause);
            if (content && (!left || s.isStretch(begin - 1) || s.isStretch(begin - 2))) {
                // "...," said Mr Smith
                std::uint32_t at = next;
                while (s.isAdverb(at))
                    ++at;
                // But not a clause that is reported: "..., saying he was glad".
                const auto right = phraseAt(s, at);
                if (right && !s.isFiniteVerb(right->end)) {
                    cue.source = right;
                    cue.inverted = true;
                    next = right->end;
                }
            }
            if (!cue.source && left && (group.finite || group.bareParticiple)) cue.source = left;
        }
        if (!cue.source && !group.passive && !group.infinitive && !group.gerund)
            cue.source = phraseAfterQuote(s, begin, clause);
        // Reported by someone: "was told by X that", "is expected".
        std::uint32_t after = next;
        while (s.isAdverb(after))
            ++after;
        if (entry->takesAddressee && !cue.inverted && !group.passive && !s.isClauseOpener(after) &&
            !s.isStretch(after))
            if (const auto addressee = addresseeAt(s, after)) {
                cue.addressee = addressee;
                after = addressee->end;
            }
        cue.rest = skipAdverbials(s, after);
        if (group.passive && s.is(cue.rest, "by"))
            if (const auto agent = phraseAt(s, cue.rest + 1)) {
                cue.source = agent;
                cue.rest = skipAdverbials(s, agent->end);
            }
        const bool addressed = entry->takesAddressee && !cue.inverted;
        if (addressed || frameAt(s, i, after, cue.rest) == CueFrame::Preposition) {
            const std::uint32_t complement = findComplement(s, cue.rest, addressed);
            if (complement > cue.rest) cue.rest = after = complement;
        }
        cue.frame = frameAt(s, i, after, cue.rest);
        cue.ends = cue.frame != CueFrame::Quote && cue.frame != CueFrame::That &&
                   (cue.rest >= s.contentEnd() || s.isComma(cue.rest) || s.is(cue.rest, ";") ||
                    s.isDash(cue.rest) || circumstances.contains(s.lower(cue.rest)));
        cue.probability = entry->probability(cue.frame);
        if (cue.frame == CueFrame::Phrase && clauseAhead(s, cue.rest))
            cue.probability = std::max(cue.probability, 0.95F * entry->probability(CueFrame::That));
        if (group.bareParticiple && !cue.inverted &&
            (cue.frame == CueFrame::Phrase || cue.frame == CueFrame::Preposition))
            cue.probability *= 0.6F; // "data compiled by"

        if (!cue.source && !cues.empty() && !group.passive) {
            // "..., adding that ...", "... and said ...": the subject of the cue before.
            const Cue& before = cues.back();
            const bool participle = group.gerund && coordinated(s, begin);
            // "..., known as" is a reduced clause; "... and known as" may be a past tense.
            const bool second = (group.finite || (group.bareParticiple && !s.isComma(begin - 1))) &&
                                coordinated(s, begin);
            if (before.source && (participle || second)) {
                cue.source = before.source;
                cue.sharedSource = true;
            }
        }
        if (!cue.source && group.gerund && begin > 0 && s.isComma(begin - 1)) {
            // "The minister left, saying ...": the subject of the sentence's main verb.
            for (std::uint32_t v = 0; v < begin && !cue.source; ++v)
                if (s.isFiniteVerb(v) && s.isVerb(v)) {
                    cue.source = subjectBefore(s, s.verbGroup(v).items.begin, 0);
                    cue.sharedSource = cue.source.has_value();
                    break;
                }
        }
        const bool reduced = group.bareParticiple || !content; // "..., known as the Hump"
        if (!cue.source && !group.passive && !group.infinitive && reduced)
            cue.probability *= 0.4F;
        if (group.infinitive) cue.probability *= s.isStretch(cue.rest) ? 0.7F : 0.3F;
        if (group.passive && !cue.source)
            cue.probability *=
                cue.frame == CueFrame::That || cue.frame == CueFrame::To ? 0.8F : 0.3F;
        if (cue.probability < leastProbability(cue.frame)) continue;
        cues.push_back(cue);
        clause = cue.inverted ? cue.source->end : i + 1;
    }
    return cues;
}

} // namespace quoth

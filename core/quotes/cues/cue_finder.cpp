#include "core/quotes/cues/cue_finder.h"

#include "core/quotes/cues/noun_phrases.h"
#include "core/word_sets/quotes.h"

#include <algorithm>

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

// A clause without "that" is reported nearly as often as one with it.
constexpr float clauseShare = 0.95F;
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

// Does the clause of the cue end at this item?
bool endsAt(const ClauseReader& s, std::uint32_t i) {
    return i >= s.contentEnd() || s.isComma(i) || s.is(i, ";") || s.isDash(i);
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
    cue.ends = endsAt(s, cue.rest);
    return cue;
}

// One verb that may be a cue: its source, what follows it, and how likely it then is one.
class VerbCue {
public:
    // `earlier` holds the cues before it; no item before `clause` can be its subject.
    VerbCue(const ClauseReader& s, const CueVerb& entry, std::uint32_t verb,
            const std::vector<Cue>& earlier, std::uint32_t clause)
        : m_s(s), m_entry(entry), m_earlier(earlier), m_clause(clause), m_group(s.verbGroup(verb)),
          m_begin(m_group.items.begin), m_afterContent(followsContent(s, m_begin, clause)) {
        m_cue.items = m_group.items;
        m_cue.head = verb;
        m_cue.act = entry.act;
    }

    Cue read() {
        const std::uint32_t next = findSource();
        readOn(next);
        if (!m_cue.source && !m_group.passive) takeOverSource();
        weigh();
        return m_cue;
    }

private:
    // Gives the item after the verb and an inverted source.
    std::uint32_t findSource() {
        std::uint32_t next = m_cue.head + 1;
        if (m_group.passive || m_group.infinitive) return next;
        const bool afterQuote =
            m_afterContent && (m_s.isStretch(m_begin - 1) || m_s.isStretch(m_begin - 2));
        const auto left = m_afterContent && m_s.isStretch(m_begin - 1)
                              ? std::nullopt
                              : subjectBefore(m_s, m_begin, m_clause);
        if (m_afterContent && (!left || afterQuote)) {
            // "...," said Mr Smith; but not a clause that is reported: "..., saying he was glad".
            const auto right = phraseAt(m_s, pastAdverbs(next));
            if (right && !m_s.isFiniteVerb(right->end)) {
                m_cue.source = right;
                m_cue.inverted = true;
                next = right->end;
            }
        }
        if (!m_cue.source && left && (m_group.finite || m_group.bareParticiple))
            m_cue.source = left;
        if (!m_cue.source && !m_group.gerund)
            m_cue.source = phraseAfterQuote(m_s, m_begin, m_clause);
        return next;
    }

    // Addressee, agent, adverbials; then the frame.
    void readOn(std::uint32_t next) {
        std::uint32_t after = pastAdverbs(next);
        const bool addressed = m_entry.takesAddressee && !m_cue.inverted;
        if (addressed && !m_group.passive && !m_s.isClauseOpener(after) && !m_s.isStretch(after))
            if (const auto addressee = addresseeAt(m_s, after)) {
                m_cue.addressee = addressee;
                after = addressee->end;
            }
        m_cue.rest = skipAdverbials(m_s, after);
        if (m_group.passive && m_s.is(m_cue.rest, "by")) // "was told by X that"
            if (const auto agent = phraseAt(m_s, m_cue.rest + 1)) {
                m_cue.source = agent;
                m_cue.rest = skipAdverbials(m_s, agent->end);
            }
        if (addressed || frameAt(m_s, m_cue.head, after, m_cue.rest) == CueFrame::Preposition) {
            const std::uint32_t complement = findComplement(m_s, m_cue.rest, addressed);
            if (complement > m_cue.rest) m_cue.rest = after = complement;
        }
        m_cue.frame = frameAt(m_s, m_cue.head, after, m_cue.rest);
        m_cue.ends =
            m_cue.frame != CueFrame::Quote && m_cue.frame != CueFrame::That &&
            (endsAt(m_s, m_cue.rest) || words::circumstances.contains(m_s.lower(m_cue.rest)));
    }

    // "..., adding that", "... and said", "The minister left, saying": the subject of the cue
    // before, or of the sentence's main verb.
    void takeOverSource() {
        const bool comma = m_begin > 0 && m_s.isComma(m_begin - 1);
        // "..., known as" is a reduced clause; "... and known as" may be a past tense.
        const bool joins = m_group.gerund || m_group.finite || (m_group.bareParticiple && !comma);
        if (!m_earlier.empty() && joins && coordinated(m_s, m_begin))
            m_cue.source = m_earlier.back().source;
        for (std::uint32_t v = 0; v < m_begin && comma && m_group.gerund && !m_cue.source; ++v)
            if (m_s.isFiniteVerb(v) && m_s.isVerb(v)) {
                m_cue.source = subjectBefore(m_s, m_s.verbGroup(v).items.begin, 0);
                break;
            }
        m_cue.sharedSource = m_cue.source.has_value();
    }

    void weigh() {
        float p = m_entry.probability(m_cue.frame);
        if (m_cue.frame == CueFrame::Phrase && clauseAhead(m_s, m_cue.rest))
            p = std::max(p, clauseShare * m_entry.probability(CueFrame::That));
        const bool object = m_cue.frame == CueFrame::Phrase || m_cue.frame == CueFrame::Preposition;
        if (m_group.bareParticiple && !m_cue.inverted && object) p *= 0.6F; // "data compiled by"
        const bool reduced = m_group.bareParticiple || !m_afterContent; // "..., known as the Hump"
        if (!m_cue.source && !m_group.passive && !m_group.infinitive && reduced) p *= 0.4F;
        if (m_group.infinitive) p *= m_s.isStretch(m_cue.rest) ? 0.7F : 0.3F;
        const bool complement =
            m_cue.frame == CueFrame::That || m_cue.frame == CueFrame::To; // "was told that"
        if (m_group.passive && !m_cue.source) p *= complement ? 0.8F : 0.3F;
        m_cue.probability = p;
    }

    std::uint32_t pastAdverbs(std::uint32_t i) const {
        while (m_s.isAdverb(i))
            ++i;
        return i;
    }

    const ClauseReader& m_s;
    const CueVerb& m_entry;
    const std::vector<Cue>& m_earlier;
    const std::uint32_t m_clause;
    const ItemVerbGroup m_group;
    const std::uint32_t m_begin; // of the verb group
    const bool m_afterContent;   // a quote or a clause with a comma stands just before it
    Cue m_cue;
};

} // namespace

std::vector<Cue> findCues(const ClauseReader& s, const CueLexicon& lexicon) {
    std::vector<Cue> cues;
    std::uint32_t clause = 0;
    for (std::uint32_t i = 0; i < s.size(); ++i) {
        if (const auto cue = accordingTo(s, i)) {
            cues.push_back(*cue);
            i = cue->source->end - 1;
            continue;
        }
        const CueVerb* entry = s.isVerb(i) ? lexicon.find(s.token(i)->lemma) : nullptr;
        if (!entry) continue;
        const Cue cue = VerbCue(s, *entry, i, cues, clause).read();
        if (cue.probability < leastProbability(cue.frame)) continue;
        cues.push_back(cue);
        clause = cue.inverted ? cue.source->end : i + 1;
    }
    return cues;
}

} // namespace quoth

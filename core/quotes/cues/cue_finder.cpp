#include "core/quotes/cues/cue_finder.h"

#include "core/quotes/cues/reported_finder.h"
#include "core/quotes/quote_limits.h"
#include "core/syntax/word_classes.h"
#include "core/word_sets/quotes.h"

#include <algorithm>

namespace quoth {
namespace {

class CueFinder {
public:
    CueFinder(const TokenizedText& text, const Syntax& syntax,
              const std::vector<QuotedStretch>& stretches, const CueLexicon& lexicon)
        : m_text(text), m_syntax(syntax), m_lexicon(lexicon), m_reported(text, syntax, stretches) {}

    std::vector<Cue> find() {
        std::uint32_t next = 0; // token
        const auto readTo = [&](std::uint32_t end) {
            for (; next < end; ++next) {
                const Token& token = m_text.tokens[next];
                if (token.lower == "according" && next + 1 < m_text.tokens.size() &&
                    m_text.tokens[next + 1].lower == "to")
                    addAccordingTo(next);
                else if (token.pos == Pos::Noun && words::reportNouns.contains(token.lemma))
                    addNoun(next);
            }
        };
        for (const Clause& clause : m_syntax.clauses()) {
            readTo(clause.head);
            addVerb(clause);
        }
        readTo(static_cast<std::uint32_t>(m_text.tokens.size()));
        return std::move(m_found);
    }

private:
    void addVerb(const Clause& clause) {
        const Token& verb = m_text.tokens[clause.head];
        const CueVerb* entry =
            verb.pos == Pos::Verb && clause.verbGroup ? m_lexicon.find(verb.lemma) : nullptr;
        if (!entry) return;
        const VerbGroup& group = m_syntax.verbGroups()[*clause.verbGroup];
        Cue cue;
        cue.head = clause.head;
        cue.act = entry->act;
        cue.words = wordsOf(group);
        CuePlace place{clause.head, group.tokens, &clause, entry, setOn(clause)};
        if (const auto told = group.passive ? clause.subject : addresseeOf(clause, *entry)) {
            const IndexRange phrase = rangeOf(*told);
            cue.addressee = m_text.spanOf(phrase);
            // "said Colonel Lee came": not of other verbs, whose clauses trees may tear.
            if (entry->takesAddressee) widen(place, phrase);
        }
        Cue* sibling = findSource(clause, group, place, cue);
        if (sibling) m_reported.cutBefore(group.tokens.begin, *sibling);
        m_reported.find(place, cue);
        m_found.push_back(std::move(cue));
    }

    // "urged the board to stay", "called on the board to stay": whom one asks to do something.
    std::optional<std::uint32_t> addresseeOf(const Clause& clause, const CueVerb& verb) const {
        if (clause.addressee) return clause.addressee;
        const bool asksOn = words::askingOn.contains(m_text.tokens[clause.head].lemma);
        std::optional<std::uint32_t> asked;
        for (const std::uint32_t d : m_syntax.dependentsOf(clause.head)) {
            const Relation relation = m_syntax.relationOf(d);
            const auto preposition = m_syntax.dependent(d, Relation::Case);
            const auto marker = m_syntax.dependent(d, Relation::Mark);
            if (relation == Relation::Obj ? verb.takesAddressee
                                          : relation == Relation::Obl && asksOn && preposition &&
                                                m_text.tokens[*preposition].lower == "on") {
                asked = d;
            } else if ((relation == Relation::Xcomp || relation == Relation::Advcl) && marker &&
                       m_text.tokens[*marker].lower == "to" && asked &&
                       m_syntax.nounPhraseOf(*asked)) {
                return static_cast<std::uint32_t>(m_syntax.nounPhraseOf(*asked) -
                                                  m_syntax.nounPhrases().data());
            }
        }
        return std::nullopt;
    }

    // Gives the cue before it whose source it shares.
    Cue* findSource(const Clause& clause, const VerbGroup& group, CuePlace& place, Cue& cue) {
        const auto take = [&](IndexRange phrase) {
            cue.source = m_text.spanOf(phrase);
            widen(place, phrase);
        };
        if (group.passive) {
            if (clause.agent) take(rangeOf(*clause.agent));
            return nullptr;
        }
        const bool own = clause.subject && !clause.sharesSubject &&
                         m_syntax.nounPhrases()[*clause.subject].head < clause.head;
        const auto phrase =
            own && !m_reported.followsQuote(group.tokens.begin) ? std::nullopt : phraseAfter(group);
        if (phrase) {
            cue.inverted = true;
            if (cue.addressee && cue.addressee->overlaps(m_text.spanOf(*phrase)))
                cue.addressee.reset();
            take(*phrase);
            return nullptr;
        }
        if (clause.subject && !clause.sharesSubject) {
            cue.inverted = m_syntax.nounPhrases()[*clause.subject].head > clause.head;
            take(withoutReported(rangeOf(*clause.subject), group));
            return nullptr;
        }
        if (Cue* before = cueBefore(clause, group)) {
            cue.source = before->source;
            cue.sharedSource = true;
            return before;
        }
        if (const auto before = phraseBefore(group)) {
            take(*before);
            return nullptr;
        }
        auto shared = clause.subject;
        if (!shared && group.form == VerbForm::Gerund && clause.parent)
            shared = m_syntax.clauses()[*clause.parent].subject;
        if (shared) {
            cue.source = m_text.spanOf(rangeOf(*shared));
            cue.sharedSource = true;
        }
        return nullptr;
    }

    void addAccordingTo(std::uint32_t token) {
        std::uint32_t head = m_syntax.headOf(token);
        const NounPhrase* source = head > token ? m_syntax.nounPhraseOf(head) : nullptr;
        if (!source && token + 2 < m_text.tokens.size()) {
            source = m_syntax.nounPhraseFrom(token + 2);
            if (source) head = source->head;
        }
        if (!source) return;
        Cue cue;
        cue.head = token;
        cue.accordingTo = true;
        cue.words = {m_text.spanOf({token, token + 2})};
        IndexRange phrase = rangeOf(*source);
        phrase.begin = std::max(phrase.begin, token + 2);
        cue.source = m_text.spanOf(phrase);
        CuePlace place{token, {token, phrase.end}, nullptr, nullptr, std::nullopt};
        if (!m_syntax.isRoot(head)) place.setOn = m_syntax.headOf(head);
        m_reported.find(place, cue);
        m_found.push_back(std::move(cue));
    }

    // "his claim that rain fell", "made a promise to help".
    void addNoun(std::uint32_t token) {
        Cue cue;
        cue.head = token;
        cue.words = {m_text.tokens[token].span};
        CuePlace place;
        place.head = token;
        place.core = {token, token + 1};
        m_reported.findOfNoun(place, cue);
        if (cue.reported.empty()) return;
        if (const auto author = authorOf(token)) cue.source = m_text.spanOf(*author);
        m_found.push_back(std::move(cue));
    }

    // "[the board]'s claim", "the claim by [the board]", "[the board] made the claim".
    std::optional<IndexRange> authorOf(std::uint32_t noun) const {
        for (const std::uint32_t d : m_syntax.dependentsOf(noun)) {
            const NounPhrase* phrase = m_syntax.nounPhraseOf(d);
            if (!phrase) continue;
            const auto preposition = m_syntax.dependent(d, Relation::Case);
            if (m_syntax.relationOf(d) == Relation::NmodPoss) return phrase->full;
            if (m_syntax.relationOf(d) == Relation::Nmod && preposition &&
                words::authorPrepositions.contains(m_text.tokens[*preposition].lower))
                return rangeOf(*phrase);
        }
        const Clause* clause =
            m_syntax.relationOf(noun) == Relation::Obj ? m_syntax.clauseAt(noun) : nullptr;
        if (!clause || !clause->subject) return std::nullopt;
        return rangeOf(*clause->subject);
    }

    // What a clause is set into or beside: "The talks, he said, would go on"; "..., as he said".
    std::optional<std::uint32_t> setOn(const Clause& clause) const {
        const bool remark = clause.kind == ClauseKind::Adverbial && clause.marker &&
                            m_text.tokens[*clause.marker].lower == "as";
        if (clause.kind != ClauseKind::Parataxis && !remark) return std::nullopt;
        return m_syntax.headOf(clause.head);
    }

    static void widen(CuePlace& place, IndexRange phrase) {
        place.core.begin = std::min(place.core.begin, phrase.begin);
        place.core.end = std::max(place.core.end, phrase.end);
    }

    // "...," said Mr Smith: a phrase right after a verb that stands right after what is reported,
    // and with which its clause ends.
    std::optional<IndexRange> phraseAfter(const VerbGroup& group) const {
        if (group.form == VerbForm::Infinitive || group.form == VerbForm::Gerund ||
            !m_reported.followsContent(group.tokens.begin))
            return std::nullopt;
        const IndexRange whole = m_reported.rangeAround(group.head);
        std::uint32_t begin = group.tokens.end;
        while (begin < whole.end && m_text.tokens[begin].pos == Pos::Adv)
            ++begin;
        const NounPhrase* phrase = begin < whole.end ? m_syntax.nounPhraseFrom(begin) : nullptr;
        if (!phrase) return std::nullopt;
        const IndexRange out = rangeOf(*phrase);
        if (out.end > whole.end) return std::nullopt;
        const Token* after = out.end < whole.end ? &m_text.tokens[out.end] : nullptr;
        const bool ends = !after || after->pos == Pos::Punct || after->pos == Pos::Adp ||
                          after->pos == Pos::Sconj || after->pos == Pos::Adv;
        return ends ? std::optional(out) : std::nullopt;
    }

    // "The bridge, Ann Lee said, was safe": of what looks like one phrase, the part that speaks.
    IndexRange withoutReported(IndexRange phrase, const VerbGroup& group) const {
        const std::uint32_t end = m_reported.rangeAround(group.head).end;
        const std::uint32_t comma = group.tokens.end;
        if (comma + 1 >= end || m_text.tokens[comma].lower != "," ||
            !isFinite(m_text.tokens[comma + 1]))
            return phrase;
        for (std::uint32_t t = phrase.end; t > phrase.begin + 1; --t)
            if (m_text.tokens[t - 1].lower == ",") return {t, phrase.end};
        return phrase;
    }

    // The phrase right before a verb that has no subject in its tree, with what commas set off:
    // "Ann Lee, a farmer, said".
    std::optional<IndexRange> phraseBefore(const VerbGroup& group) const {
        if (group.form == VerbForm::Infinitive || group.form == VerbForm::Gerund)
            return std::nullopt;
        const std::uint32_t first = m_reported.rangeAround(group.head).begin;
        std::uint32_t end = group.tokens.begin;
        while (end > first && m_text.tokens[end - 1].pos == Pos::Adv)
            --end;
        std::optional<IndexRange> out;
        if (end > first && m_text.tokens[end - 1].lower == ",") {
            std::uint32_t segmentEnd = end - 1;
            for (std::uint32_t t = segmentEnd; t > first; --t) {
                const Token& token = m_text.tokens[t - 1];
                if (isFinite(token)) break;
                const bool mark = token.lower == "," || token.kind == TokenKind::QuoteMark;
                if (!mark && t - 1 > first) continue;
                const NounPhrase* phrase = m_syntax.nounPhraseFrom(mark ? t : first);
                if (phrase && t < segmentEnd) out = IndexRange{mark ? t : first, end - 1};
                if (token.lower != ",") break;
                segmentEnd = t - 1;
            }
            return out;
        }
        for (std::uint32_t at = end - 1; end > first;) {
            const NounPhrase* phrase = m_syntax.nounPhraseOf(at);
            if (phrase && rangeOf(*phrase).end == end) out = rangeOf(*phrase);
            if (m_syntax.isRoot(at) || m_syntax.headOf(at) >= end) break;
            at = m_syntax.headOf(at);
        }
        return out;
    }

    // "..., adding that", "... and warned": the cue before it in its sentence, where the verb is
    // joined to something and has no subject of its own.
    Cue* cueBefore(const Clause& clause, const VerbGroup& group) {
        if (m_found.empty() || group.form == VerbForm::Infinitive) return nullptr;
        const IndexRange whole = m_reported.rangeAround(group.head);
        std::uint32_t begin = group.tokens.begin;
        while (begin > whole.begin && m_text.tokens[begin - 1].pos == Pos::Adv)
            --begin;
        if (begin <= whole.begin) return nullptr;
        const Token& before = m_text.tokens[begin - 1];
        const bool comma = before.lower == ",";
        // "..., known as" is a reduced clause; "... and known as" may be a past tense.
        const bool joins = comma ? group.form != VerbForm::Participle : before.pos == Pos::Cconj;
        if (!joins) return nullptr;
        const std::uint32_t joined = m_syntax.headOf(clause.head);
        Cue* out = nullptr;
        std::size_t far = 0;
        for (auto cue = m_found.rbegin();
             cue != m_found.rend() && cue->head >= whole.begin && far < quote_limits::siblingCues;
             ++cue, ++far) {
            if (!cue->source || !m_reported.inSameQuote(cue->head, group.head)) continue;
            if (cue->head == joined) return &*cue;
            if (!out && cue->isLikely()) out = &*cue;
        }
        return out;
    }

    // The verb and its auxiliaries; neighbours joined.
    std::vector<Span> wordsOf(const VerbGroup& group) const {
        std::vector<Span> out;
        for (std::uint32_t t = group.tokens.begin; t < group.tokens.end; ++t) {
            const Token& token = m_text.tokens[t];
            if (t != group.head && token.pos != Pos::Aux && token.tag != FineTag::MD) continue;
            if (!m_reported.inSameQuote(t, group.head)) continue;
            if (!out.empty() && out.back().end + 1 >= token.span.begin)
                out.back().end = token.span.end;
            else
                out.push_back(token.span);
        }
        return out;
    }

    // With the phrases that are joined to it: "Ann Lee and Tom Reed".
    IndexRange rangeOf(const NounPhrase& phrase) const {
        IndexRange out = phrase.full;
        for (const std::uint32_t d : m_syntax.dependentsOf(phrase.head)) {
            const NounPhrase* joined =
                m_syntax.relationOf(d) == Relation::Conj ? m_syntax.nounPhraseOf(d) : nullptr;
            if (joined) out.end = std::max(out.end, joined->full.end);
        }
        return out;
    }
    IndexRange rangeOf(std::uint32_t nounPhrase) const {
        return rangeOf(m_syntax.nounPhrases()[nounPhrase]);
    }

    const TokenizedText& m_text;
    const Syntax& m_syntax;
    const CueLexicon& m_lexicon;
    const ReportedFinder m_reported;
    std::vector<Cue> m_found;
};

} // namespace

std::vector<Cue> findCues(const TokenizedText& text, const Syntax& syntax,
                          const std::vector<QuotedStretch>& stretches, const CueLexicon& lexicon) {
    return CueFinder(text, syntax, stretches, lexicon).find();
}

} // namespace quoth

#include "core/quotes/cues/reported_finder.h"

#include "core/quotes/quote_limits.h"
#include "core/syntax/word_classes.h"

#include <algorithm>

namespace quoth {
ReportedFinder::ReportedFinder(const TokenizedText& text, const Syntax& syntax,
                               const std::vector<QuotedStretch>& stretches)
    : m_text(text), m_syntax(syntax), m_stretches(stretches),
      m_beginsAt(text.tokens.size() + 1, none), m_endsAt(text.tokens.size() + 1, none),
      m_innermost(text.tokens.size(), none) {
    for (std::uint32_t q = 0; q < stretches.size(); ++q) {
        const IndexRange tokens = stretches[q].tokens;
        std::fill(m_innermost.begin() + tokens.begin, m_innermost.begin() + tokens.end, q);
        if (stretches[q].kind != StretchKind::Speech) continue;
        // Of those that begin or end together, the outermost.
        if (m_beginsAt[tokens.begin] == none) m_beginsAt[tokens.begin] = q;
        if (m_endsAt[tokens.end] == none) m_endsAt[tokens.end] = q;
    }
}

void ReportedFinder::find(const CuePlace& place, Cue& cue) const {
    if (place.clause) addDependents(place, cue);
    addAround(place, cue);
    if (place.clause) addNeighbours(place, cue);
    addByPlace(place, cue);
    if (place.clause) addPhrases(place, cue);
    joinAroundVerb(place, cue);
}

void ReportedFinder::addDependents(const CuePlace& place, Cue& cue) const {
    for (const std::uint32_t child : m_syntax.dependentsOf(place.head)) {
        const bool after = child > place.head;
        const Relation relation = m_syntax.relationOf(child);
        if (relation == Relation::Ccomp)
            add(place, {trimmed(m_syntax.extentOf(child))}, Reading::Complement,
                after ? CueFrame::That : CueFrame::End, cue);
        else if (relation == Relation::Parataxis && after)
            add(place, {trimmed(m_syntax.extentOf(child))}, Reading::Complement, CueFrame::Quote,
                cue);
    }
}

void ReportedFinder::findOfNoun(const CuePlace& place, Cue& cue) const {
    for (const std::uint32_t child : m_syntax.dependentsOf(place.head)) {
        const Relation relation = m_syntax.relationOf(child);
        const auto marker = m_syntax.dependent(child, Relation::Mark);
        if (child < place.head || !marker ||
            (relation != Relation::Acl && relation != Relation::Ccomp))
            continue;
        if (m_text.tokens[*marker].lower == "that")
            add(place, {trimmed(m_syntax.extentOf(child))}, Reading::Complement, CueFrame::That,
                cue);
        else if (m_text.tokens[*marker].lower == "to")
            add(place, {trimmed(m_syntax.extentOf(child))}, Reading::Complement, CueFrame::To, cue);
    }
}

// What a cue reports that is set into it: "The talks, he said, would go on"; "..., as he said".
void ReportedFinder::addAround(const CuePlace& place, Cue& cue) const {
    if (!place.setOn) return;
    const IndexRange whole = m_syntax.extentOf(*place.setOn);
    IndexRange own = place.core;
    if (place.clause) own = m_syntax.extentOf(place.head);
    add(place, {trimmed({whole.begin, own.begin}), trimmed({own.end, whole.end})}, Reading::Around,
        CueFrame::End, cue);
}

// Quotes just before and after a clause, of which its tree does not know where they are sentences
// of their own: “Is it?” Ann Lee asked.
void ReportedFinder::addNeighbours(const CuePlace& place, Cue& cue) const {
    const IndexRange own = m_syntax.extentOf(place.head);
    const std::uint32_t block = m_text.blockOf(place.head);
    const auto links = [&](std::uint32_t t) {
        return m_text.tokens[t].lower == "," || m_text.tokens[t].lower == ":";
    };
    std::uint32_t end = own.begin + 1; // the closing mark may hang on the clause
    if (m_endsAt[end] == none) end = own.begin;
    if (m_endsAt[end] == none && end > 0 && links(end - 1)) --end;
    if (m_endsAt[end] != none && m_text.blockOf(end - 1) == block)
        add(place, {m_stretches[m_endsAt[end]].tokens}, Reading::Neighbour, CueFrame::End, cue);
    std::uint32_t begin = own.end;
    if (begin < m_text.tokens.size() && m_beginsAt[begin] == none && links(begin)) ++begin;
    if (begin < m_text.tokens.size() && m_beginsAt[begin] != none &&
        m_text.blockOf(begin) == block && !isFinalMark(m_text.tokens[begin - 1]))
        add(place, {m_stretches[m_beginsAt[begin]].tokens}, Reading::Neighbour, CueFrame::Quote,
            cue);
}

// What it would report by its place alone, whatever hangs on what: all that stands before it, after
// it, or on both sides.
void ReportedFinder::addByPlace(const CuePlace& place, Cue& cue) const {
    IndexRange whole = rangeAround(place.head);
    whole.begin =
        std::max(whole.begin, place.head - std::min(place.head, quote_limits::farthestReported));
    whole.end = std::min(whole.end, place.head + quote_limits::farthestReported);
    std::uint32_t after = place.core.end;
    while (after < whole.end && m_text.tokens[after].pos == Pos::Adv)
        ++after;
    for (const std::uint32_t child : m_syntax.dependentsOf(place.head)) {
        const IndexRange extent = m_syntax.extentOf(child);
        if (extent.begin == after && universal(m_syntax.relationOf(child)) == Relation::Obl)
            after = extent.end;
    }
    const IndexRange before = trimmed({whole.begin, std::max(place.core.begin, whole.begin)});
    const IndexRange behind = trimmed({std::min(after, whole.end), whole.end});
    const bool commaAfter = after < whole.end && isComma(after);
    const bool relative = isRelativePronoun(m_text.tokens[place.core.begin]); // "..., which said"
    // "The bridge, she said, was safe": what stands before lacks its verb.
    const bool torn = commaAfter && after + 1 < whole.end && isFinite(m_text.tokens[after + 1]) &&
                      place.core.begin > whole.begin && isComma(place.core.begin - 1);
    const bool follows = torn || (followsContent(place.core.begin) && hasClause(before));
    if (follows && !relative && (behind.empty() || commaAfter)) {
        if (!behind.empty()) add(place, {before, behind}, Reading::Place, CueFrame::End, cue);
        if (!torn) add(place, {before}, Reading::Place, CueFrame::End, cue);
    } else if (!behind.empty() && hasClause(behind) && !(commaAfter && isSubordinate(place)) &&
               (place.clause ? !(place.setOn && commaAfter) : commaAfter)) {
        add(place, {behind}, Reading::Place, CueFrame::That, cue);
        // "said after the storm it would stay shut": when it was may be part of what is said.
        if (!isComma(place.core.end))
            add(place, {trimmed({place.core.end, whole.end})}, Reading::Place, CueFrame::That, cue);
    }
}

// "When she asked for the report, the board had none": its clause ends before a comma, and hangs on
// what follows.
bool ReportedFinder::isSubordinate(const CuePlace& place) const {
    if (!place.clause || !place.clause->parent) return false;
    const IndexRange own = m_syntax.extentOf(place.head);
    const ClauseKind kind = place.clause->kind;
    return (kind == ClauseKind::Adverbial || kind == ClauseKind::Relative) &&
           m_syntax.clauses()[*place.clause->parent].head >= own.end;
}

void ReportedFinder::addPhrases(const CuePlace& place, Cue& cue) const {
    // "requested all members to attend", where the tree makes a purpose of it.
    for (const std::uint32_t child : m_syntax.dependentsOf(place.head)) {
        const auto marker = m_syntax.dependent(child, Relation::Mark);
        if (m_syntax.relationOf(child) == Relation::Advcl && child > place.head && marker &&
            m_text.tokens[*marker].lower == "to" && place.verb->takesAddressee)
            add(place, {trimmed(m_syntax.extentOf(child))}, Reading::Phrase, CueFrame::To, cue);
    }
    // "described the raid as a crime", "called it a crime": an object, with what it is said to be.
    const auto children = m_syntax.dependentsOf(place.head);
    for (std::size_t k = 1; k < children.size(); ++k) {
        const std::uint32_t object = children[k - 1], said = children[k];
        const Relation relation = m_syntax.relationOf(object);
        const IndexRange first = m_syntax.extentOf(object), second = m_syntax.extentOf(said);
        if (object > place.head && (relation == Relation::Obj || relation == Relation::Obl) &&
            first.end == second.begin && isSaidToBe(said))
            add(place, {trimmed({first.begin, second.end})}, Reading::Phrase,
                relation == Relation::Obj ? CueFrame::Phrase : CueFrame::Preposition, cue);
    }
    constexpr std::pair<Relation, CueFrame> frames[] = {{Relation::Xcomp, CueFrame::To},
                                                        {Relation::Obj, CueFrame::Phrase},
                                                        {Relation::Obl, CueFrame::Preposition}};
    for (const auto& [relation, frame] : frames)
        for (const std::uint32_t child : m_syntax.dependentsOf(place.head))
            if (m_syntax.relationOf(child) == relation &&
                (child > place.head || relation != Relation::Obl))
                add(place, {trimmed(m_syntax.extentOf(child))}, Reading::Phrase, frame, cue);
}

bool ReportedFinder::isSaidToBe(std::uint32_t token) const {
    const auto marker = m_syntax.dependent(token, Relation::Mark);
    const auto preposition = m_syntax.dependent(token, Relation::Case);
    const auto isAs = [&](std::optional<std::uint32_t> word) {
        return word && m_text.tokens[*word].lower == "as";
    };
    switch (m_syntax.relationOf(token)) {
    case Relation::Xcomp:
        return !marker || isAs(marker);
    case Relation::Obl:
    case Relation::Advcl:
        return isAs(marker) || isAs(preposition);
    default:
        return false;
    }
}

// "...," she said, "...": two quotes with one cue.
void ReportedFinder::joinAroundVerb(const CuePlace& place, Cue& cue) const {
    const Span verb = m_text.tokens[place.head].span;
    const ReportedWords *before = nullptr, *after = nullptr;
    for (const ReportedWords& words : cue.reported) {
        if (words.content.back().end <= verb.begin && !before) before = &words;
        const bool quote = words.frame == CueFrame::Quote && words.content.size() == 1;
        if (words.content.front().begin >= verb.end && quote && !after) after = &words;
    }
    if (before && after)
        add(place,
            {m_text.tokensIn(before->content.front()), m_text.tokensIn(after->content.front())},
            Reading::Joined, CueFrame::End, cue);
}

void ReportedFinder::cutBefore(std::uint32_t token, Cue& cue) const {
    while (token > 0 && (isMark(token - 1) || m_text.tokens[token - 1].pos == Pos::Cconj ||
                         m_text.tokens[token - 1].pos == Pos::Adv))
        --token;
    const std::uint32_t end = token > 0 ? m_text.tokens[token - 1].span.end : 0;
    for (std::size_t i = 0; i < cue.reported.size(); ++i) {
        ReportedWords cut = cue.reported[i];
        Span& last = cut.content.back();
        if (end <= last.begin || end >= last.end) continue;
        last.end = end;
        cut.reading = Reading::Cut;
        const auto same = [&](const ReportedWords& other) { return other.content == cut.content; };
        std::erase_if(cue.reported, same);
        cue.reported.insert(cue.reported.begin(), std::move(cut));
        return;
    }
}

float ReportedFinder::probability(const CuePlace& place, const Cue& cue, CueFrame frame,
                                  bool quote) const {
    if (cue.accordingTo) return quote_limits::accordingProbability;
    if (!place.verb) return quote_limits::nounProbability;
    const VerbGroup& group = *m_syntax.verbGroupAt(place.head);
    const float whole = place.verb->probability(frame);
    const bool object = frame == CueFrame::Phrase || frame == CueFrame::Preposition;
    const bool clause = frame == CueFrame::That || frame == CueFrame::To;
    if (group.form == VerbForm::Infinitive)
        return whole *
               (quote ? quote_limits::shareOfInfinitiveQuote : quote_limits::shareOfInfinitive);
    if (group.passive && !cue.source)
        return whole * (clause ? quote_limits::shareOfPassiveClause : quote_limits::shareOfPassive);
    if (!group.passive && !cue.source) return whole * quote_limits::shareWithoutSource;
    if (group.form == VerbForm::Participle && object)
        return whole * quote_limits::shareOfParticiple;
    return whole;
}

void ReportedFinder::add(const CuePlace& place, const Content& content, Reading reading,
                         CueFrame frame, Cue& cue) const {
    const bool quote = !content.empty() && content.back().begin < content.back().end &&
                       m_innermost[content.back().end - 1] != m_innermost[place.head];
    ReportedWords words{{}, reading, frame, probability(place, cue, frame, quote)};
    if (words.probability < quote_limits::listedCue) return;
    for (const IndexRange part : content) {
        if (part.begin >= part.end) continue;
        const Span span = m_text.spanOf(withQuotes(part, place.head));
        const auto overlaps = [&](const Span& other) { return span.overlaps(other); };
        if (std::ranges::any_of(cue.words, overlaps) ||
            (cue.source && !cue.sharedSource && span.overlaps(*cue.source)))
            continue;
        if (!words.content.empty() && span.begin < words.content.back().end) return;
        words.content.push_back(span);
    }
    const auto same = [&](const ReportedWords& other) { return other.content == words.content; };
    if (!words.content.empty() && !std::ranges::any_of(cue.reported, same))
        cue.reported.push_back(std::move(words));
}

bool ReportedFinder::followsQuote(std::uint32_t token) const {
    return m_endsAt[token] != none ||
           (token > 0 && isComma(token - 1) && m_endsAt[token - 1] != none);
}

bool ReportedFinder::followsContent(std::uint32_t token) const {
    const IndexRange sentence = sentenceOf(token);
    if (followsQuote(token)) return true;
    return token > sentence.begin && isComma(token - 1) && hasClause({sentence.begin, token});
}

IndexRange ReportedFinder::rangeAround(std::uint32_t cue) const {
    IndexRange out = sentenceOf(cue);
    if (m_innermost[cue] == none) return out;
    const QuotedStretch& stretch = m_stretches[m_innermost[cue]];
    out.begin = std::max(out.begin, stretch.tokens.begin + (stretch.opened ? 1 : 0));
    out.end = std::min(out.end, stretch.tokens.end - (stretch.closed ? 1 : 0));
    return out;
}

bool ReportedFinder::isComma(std::uint32_t token) const {
    const std::string_view word = m_text.tokens[token].lower;
    return word == "," || word == "–" || word == "—" || word == "--";
}

bool ReportedFinder::isMark(std::uint32_t token) const {
    return m_text.tokens[token].kind == TokenKind::Punctuation ||
           m_text.tokens[token].kind == TokenKind::QuoteMark;
}

// Of a clause or of a quote.
bool ReportedFinder::hasClause(IndexRange tokens) const {
    for (std::uint32_t t = tokens.begin; t < tokens.end; ++t)
        if (isFinite(m_text.tokens[t]) || m_beginsAt[t] != none || m_endsAt[t + 1] != none)
            return true;
    return false;
}

// Without marks, commas and conjunctions at its ends.
IndexRange ReportedFinder::trimmed(IndexRange tokens) const {
    while (tokens.begin < tokens.end &&
           (isMark(tokens.begin) || m_text.tokens[tokens.begin].pos == Pos::Cconj))
        ++tokens.begin;
    while (tokens.begin < tokens.end && isMark(tokens.end - 1))
        --tokens.end;
    return tokens;
}

// Whole quotes where its ends lie in them, but for those that hold the cue too: trees do not know
// of sentences within quotes.
IndexRange ReportedFinder::withQuotes(IndexRange tokens, std::uint32_t cue) const {
    const IndexRange own = tokens;
    const std::uint32_t sentenceEnd = sentenceOf(own.end - 1).end;
    const auto reaches = [&](std::uint32_t end) { // but for marks, as far as its sentence goes
        std::uint32_t at = own.end;
        while (at < std::min(end, sentenceEnd) && isMark(at))
            ++at;
        return at >= std::min(end, sentenceEnd);
    };
    const auto eachAround = [&](std::uint32_t token, auto visit) {
        for (std::uint32_t q = m_innermost[token]; q != none;
             q = m_stretches[q].parent.value_or(none))
            if (!m_stretches[q].tokens.contains(cue)) visit(m_stretches[q].tokens);
    };
    eachAround(own.begin, [&](IndexRange quote) {
        if (!reaches(quote.end)) return;
        tokens.begin = std::min(tokens.begin, quote.begin);
        tokens.end = std::max(tokens.end, quote.end);
    });
    eachAround(own.end - 1, [&](IndexRange quote) {
        if (quote.begin >= tokens.begin) tokens.end = std::max(tokens.end, quote.end);
    });
    return tokens;
}

} // namespace quoth

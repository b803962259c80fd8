#include "core/quotes/attribution_rules.h"

#include "core/quotes/cue_finder.h"
#include "core/quotes/noun_phrases.h"
#include "core/quotes/outer_sentence.h"
#include "core/quotes/turns.h"
#include "core/support/unicode.h"
#include "core/support/word_set.h"

#include <algorithm>
#include <limits>
#include <map>

namespace quoth {
namespace {

// Words that may open the second half of a reported sentence.
constexpr WordSet openers({"although", "and", "because", "but", "if", "so", "though", "unless"});

// Speech within speech is told this many levels deep.
constexpr std::ptrdiff_t deepestSpeech = 3;

// A clause without "that", a quote or an infinitive counts as reported from this probability on.
constexpr float leastUnmarked = 0.6F;

// That a paragraph below a label, or set off as a question or its answer, is a turn.
constexpr float sureLabel = 0.9F, sureQuestion = 0.8F;

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

// Reads the sentences of one document in order and collects their attributions.
class Collector {
public:
    Collector(const TokenizedText& text, const std::vector<QuotedStretch>& stretches,
              const std::vector<NamedMention>& names, const CueLexicon& cues)
        : m_text(text), m_stretches(stretches), m_names(names), m_cues(cues),
          m_owner(stretches.size(), none) {}

    std::vector<Attribution> collect();

private:
    void readSentence(const OuterSentence& sentence);
    void attachContent(const ClauseReader& s, const std::vector<Cue>& cues, std::size_t self,
                       std::uint32_t from, Attribution& a);
    void attachRest(const ClauseReader& s, const std::vector<Cue>& cues, std::size_t self,
                    bool clauseBefore, bool quoteBefore, Attribution& a);
    std::optional<std::uint32_t> freeQuoteBefore(const ClauseReader& s, std::uint32_t edge,
                                                 std::uint32_t from) const;
    void attachBefore(const ClauseReader& s, const Cue& cue, std::uint32_t from, Attribution& a);
    void attachAfter(const ClauseReader& s, const Cue& cue, std::uint32_t end, Attribution& a);
    void readInside(std::uint32_t stretch);
    void readTurns();
    void rememberColon(const ClauseReader& s, const std::vector<Cue>& cues, std::uint32_t block);
    bool readSignature(const ClauseReader& s, std::uint32_t block);
    void attachLeftovers(const OuterSentence& sentence, const ClauseReader& s);
    bool readNeighbour(const ClauseReader& s, std::uint32_t stretch, Attribution& a) const;

    void addItems(const ClauseReader& s, IndexRange items, Attribution& a);
    void addStretch(std::uint32_t stretch, Attribution& a);
    std::uint32_t commit(Attribution a);
    bool looksSpoken(const QuotedStretch& stretch) const;

    const TokenizedText& m_text;
    const std::vector<QuotedStretch>& m_stretches;
    const std::vector<NamedMention>& m_names;
    const CueLexicon& m_cues;
    std::vector<std::uint32_t> m_owner; // the attribution that holds each stretch, or none
    std::vector<Attribution> m_found;
    std::vector<std::uint32_t> m_pending; // stretches taken by the attribution being built
    std::uint32_t m_last = none;          // the latest attribution, for continuations
    std::uint32_t m_lastBlock = none;     // where it stands
    struct Colon {
        std::vector<Span> cue, source;
        QuoteAct act = QuoteAct::Speech;
        std::uint32_t block = 0;
    };
    std::optional<Colon> m_colon;       // "Ann Lee wrote on Twitter:", just before
    std::vector<std::uint32_t> m_turns; // blocks that are turns of a transcript
    std::optional<Span> m_subject;      // subject of the sentence before, in the same block
};

std::vector<Attribution> Collector::collect() {
    readTurns();
    for (const OuterSentence& sentence : foldSentences(m_text, m_stretches, m_names)) {
        const BlockKind kind = m_text.blocks[sentence.block].kind;
        if (std::binary_search(m_turns.begin(), m_turns.end(), sentence.block)) continue;
        if (kind != BlockKind::Byline && kind != BlockKind::Dateline && kind != BlockKind::Credit)
            readSentence(sentence);
    }
    for (std::uint32_t q = 0; q + 1 < m_stretches.size(); ++q)
        if (m_owner[q] != none && m_stretches[q + 1].depth > m_stretches[q].depth &&
            m_stretches[q].depth == 0)
            readInside(q);
    return ordered(std::move(m_found));
}

void Collector::addStretch(std::uint32_t stretch, Attribution& a) {
    a.content.push_back(m_stretches[stretch].span);
    m_pending.push_back(stretch);
}

void Collector::addItems(const ClauseReader& s, IndexRange items, Attribution& a) {
    if (items.empty()) return;
    a.content.push_back(s.span(items));
    for (std::uint32_t i = items.begin; i < items.end; ++i)
        if (s.isStretch(i)) m_pending.push_back(*s.item(i).stretch);
}

std::uint32_t Collector::commit(Attribution a) {
    const auto index = static_cast<std::uint32_t>(m_found.size());
    std::sort(a.content.begin(), a.content.end());
    // Direct: every stretch of content is a quoted stretch; mixed: it holds one.
    bool all = true, any = false;
    for (const Span& content : a.content) {
        bool exact = false;
        for (const std::uint32_t stretch : m_pending)
            if (content.contains(m_stretches[stretch].span)) {
                any = true;
                exact = exact || m_stretches[stretch].span == content;
            }
        all = all && exact;
    }
    // Title-like or scare-like stretches in reported words are quoted all the same.
    any = any || std::any_of(a.content.begin(), a.content.end(), [&](const Span& content) {
              const auto first = std::partition_point(
                  m_stretches.begin(), m_stretches.end(),
                  [&](const QuotedStretch& q) { return q.span.begin < content.begin; });
              return first != m_stretches.end() && content.contains(first->span);
          });
    a.kind = all ? QuoteKind::Direct : any ? QuoteKind::Mixed : QuoteKind::Indirect;
    for (const std::uint32_t stretch : m_pending)
        if (m_owner[stretch] == none) m_owner[stretch] = index;
    m_pending.clear();
    m_found.push_back(std::move(a));
    return index;
}

// Where the reported clause that starts at `from` ends: before ", adding", "and added", ",
// according to", a semicolon, or a following attribution of the same level.
std::uint32_t clauseEnd(const ClauseReader& s, std::uint32_t from, const std::vector<Cue>& cues,
                        std::size_t self) {
    std::uint32_t end = s.contentEnd();
    for (std::size_t c = self + 1; c < cues.size(); ++c) {
        const Cue& cue = cues[c];
        if (cue.items.begin <= from) continue;
        std::uint32_t cut = end;
        const bool sibling = cue.sharedSource && cue.source == cues[self].source;
        if (cue.accordingTo || sibling)
            cut = cue.items.begin;
        else if (!cue.sharedSource && cue.source && cue.rest >= end &&
                 (cue.frame == CueFrame::End || cue.frame == CueFrame::Time)) {
            // "..., the sources said." closes the sentence and reports all of it.
            const std::uint32_t begin = std::min(cue.items.begin, cue.source->begin);
            if (begin > from && (s.isComma(begin - 1) || s.isDash(begin - 1))) cut = begin;
            // "..., as the coast guard claimed": a remark on what is reported, not part of it.
            if (begin > from + 1 && s.is(begin - 1, "as") && s.isComma(begin - 2)) cut = begin - 1;
        }
        if (cut >= end) continue;
        while (cut > from && (s.isComma(cut - 1) || s.is(cut - 1, "and") || s.is(cut - 1, "but") ||
                              s.isAdverb(cut - 1)))
            --cut;
        end = cut;
        break;
    }
    for (std::uint32_t i = from; i < end; ++i)
        if (s.is(i, ";")) return i;
    while (end > from && (s.isComma(end - 1) || s.isDash(end - 1)))
        --end;
    return end;
}

void Collector::attachBefore(const ClauseReader& s, const Cue& cue, std::uint32_t from,
                             Attribution& a) {
    std::uint32_t end = cue.inverted || !cue.source || cue.accordingTo
                            ? cue.items.begin
                            : std::min(cue.items.begin, cue.source->begin);
    if (end <= from) return;
    if (s.isComma(end - 1) || s.isDash(end - 1)) --end;
    if (end <= from) return;
    std::uint32_t begin = from;
    while (begin < end && (s.isPunctuation(begin) || s.is(begin, "and") || s.is(begin, "but") ||
                           (s.isAdverb(begin) && s.isComma(begin + 1))))
        ++begin;
    if (begin >= end) return;
    if (s.isStretch(end - 1)) {
        const std::uint32_t stretch = *s.item(end - 1).stretch;
        // Words before the quote in the same clause, without a verb of saying, are part of what is
        // said.
        std::uint32_t start = end - 1;
        while (start > begin && !s.is(start - 1, ":") && !s.is(start - 1, ";") &&
               !s.isFinalMark(start - 1))
            --start;
        if (start == end - 1 || m_stretches[stretch].tokens.size() > 60)
            addStretch(stretch, a);
        else
            addItems(s, {start, end}, a);
        return;
    }
    addItems(s, {begin, end}, a);
}

void Collector::attachAfter(const ClauseReader& s, const Cue& cue, std::uint32_t end,
                            Attribution& a) {
    std::uint32_t from = cue.rest;
    while (from < end && (s.isComma(from) || s.is(from, ":") || s.isDash(from)))
        ++from;
    if (from >= end) return;
    addItems(s, {from, end}, a);
}

// Where the words before a cue end that it may report: before its source, or the verb itself.
std::uint32_t leftEdge(const Cue& cue) {
    const bool sourceFirst = cue.source && !cue.inverted && !cue.accordingTo && !cue.sharedSource;
    return sourceFirst ? std::min(cue.source->begin, cue.items.begin) : cue.items.begin;
}

// The quote just before `edge` in this sentence, its own comma or one after it between; nullopt
// where none stands there or it is taken.
std::optional<std::uint32_t> Collector::freeQuoteBefore(const ClauseReader& s, std::uint32_t edge,
                                                        std::uint32_t from) const {
    std::uint32_t at = edge;
    if (at > from + 1 && s.isComma(at - 1)) --at;
    if (at <= from || !s.isStretch(at - 1)) return std::nullopt;
    const std::uint32_t stretch = *s.item(at - 1).stretch;
    return m_owner[stretch] == none ? std::optional(stretch) : std::nullopt;
}

// What goes on after an attribution in the middle: "...," she said, "...", or "The talks, he said,
// would go on", or "The talks failed, he said, but others would follow".
void Collector::attachRest(const ClauseReader& s, const std::vector<Cue>& cues, std::size_t self,
                           bool clauseBefore, bool quoteBefore, Attribution& a) {
    const Cue& cue = cues[self];
    const std::uint32_t end = clauseEnd(s, cue.rest, cues, self);
    std::uint32_t next = cue.rest;
    if (s.isComma(next) || s.isDash(next)) ++next;
    if (s.isStretch(next)) {
        const bool another = self + 1 < cues.size() && cues[self + 1].items.begin > next &&
                             cues[self + 1].rest >= s.contentEnd(); // "...," adds Mr Smith
        if (!another) addStretch(*s.item(next).stretch, a);
        return;
    }
    if (next == cue.rest || next >= end || quoteBefore || a.content.empty()) return;
    const bool joined =
        openers.contains(s.lower(next)) && s.startsPhrase(next + 1) && s.hasFiniteVerb({next, end});
    if (!clauseBefore || joined) addItems(s, {next, end}, a);
}

// Gives `a` the words that the cue reports, before it, after it or on both sides.
void Collector::attachContent(const ClauseReader& s, const std::vector<Cue>& cues, std::size_t self,
                              std::uint32_t from, Attribution& a) {
    const Cue& cue = cues[self];
    const std::uint32_t edge = leftEdge(cue);
    const std::uint32_t end = clauseEnd(s, cue.rest, cues, self);
    const bool finite = s.hasFiniteVerb({from, edge});
    if (cue.accordingTo) {
        const bool first = edge <= from || edge <= 1;
        if (!first) attachBefore(s, cue, from, a);
        if (first || (s.isComma(cue.rest) && cue.rest + 1 < end && !finite))
            attachAfter(s, cue, end, a);
        return;
    }
    const bool quote = freeQuoteBefore(s, edge, from).has_value();
    const bool clause = edge > from + 1 && (s.isComma(edge - 1) || s.isDash(edge - 1)) &&
                        (cue.frame == CueFrame::End || cue.frame == CueFrame::Time || cue.inverted);
    const bool quoteGoesOn = quote && cue.frame == CueFrame::Quote && s.isComma(cue.rest);
    if ((cue.ends && (quote || clause)) || quoteGoesOn) {
        attachBefore(s, cue, from, a);
        attachRest(s, cues, self, finite, quote, a);
        return;
    }
    const bool reported =
        cue.frame == CueFrame::That || cue.frame == CueFrame::Quote || cue.frame == CueFrame::Colon;
    if (quote && !reported) {
        attachBefore(s, cue, from, a); // "...," he told the crowd as he left
        return;
    }
    const bool sure = reported || cue.frame == CueFrame::To || cue.probability >= leastUnmarked;
    const bool word = end <= cue.rest + 1 && !s.isStretch(cue.rest); // "as they called it"
    if (!cue.ends && sure && !word) attachAfter(s, cue, end, a);
}

// The verb with its auxiliaries, adverbs left out; neighbours joined.
std::vector<Span> cueSpans(const ClauseReader& s, const Cue& cue) {
    std::vector<Span> spans;
    for (std::uint32_t i = cue.items.begin; i < cue.items.end; ++i) {
        const Token* t = s.token(i);
        if (i != cue.head && !cue.accordingTo && t->pos != Pos::Aux && t->tag != FineTag::MD)
            continue;
        const Span span = s.span({i, i + 1});
        if (!spans.empty() && spans.back().end + 1 == span.begin)
            spans.back().end = span.end;
        else
            spans.push_back(span);
    }
    return spans;
}

// What is told inside a quote with another quote in it: “My sister told me, ‘Never!’”
void Collector::readInside(std::uint32_t stretch) {
    for (const OuterSentence& sentence : foldInside(m_text, m_stretches, m_names, stretch)) {
        const bool quotes = std::any_of(sentence.items.begin(), sentence.items.end(),
                                        [](const Item& item) { return item.stretch.has_value(); });
        if (!quotes) continue;
        const ClauseReader s(m_text, sentence);
        const std::vector<Cue> cues = findCues(s, m_cues);
        std::map<std::uint32_t, int> told; // how many cues report each quote
        for (std::size_t c = 0; c < cues.size(); ++c) {
            Attribution a;
            a.act = cues[c].act;
            a.confidence = cues[c].probability;
            a.cue = cueSpans(s, cues[c]);
            if (cues[c].source) a.source = {s.span(*cues[c].source)};
            m_pending.clear();
            attachContent(s, cues, c, 0, a);
            std::erase_if(m_pending, [&](std::uint32_t q) { return told[q]++ >= deepestSpeech; });
            if (a.content.empty() || m_pending.empty()) continue;
            a.content.clear(); // its own marks tell where it ends
            for (const std::uint32_t quote : m_pending)
                a.content.push_back(m_stretches[quote].span);
            commit(std::move(a));
        }
    }
    m_pending.clear();
}

void Collector::readTurns() {
    for (const Turn& turn : findTurns(m_text, m_names)) {
        Attribution a;
        a.turn = true;
        a.answer = turn.answer;
        a.confidence = turn.speaker ? sureLabel : sureQuestion;
        if (turn.speaker) a.source = {m_text.spanOf(*turn.speaker)};
        m_pending.clear();
        for (const TurnPart& part : turn.parts) {
            const Span words = m_text.spanOf(part.words);
            auto q = std::partition_point(
                m_stretches.begin(), m_stretches.end(),
                [&](const QuotedStretch& stretch) { return stretch.span.begin < words.begin; });
            for (; q != m_stretches.end() && q->span.begin < words.end; ++q)
                if (words.contains(q->span))
                    m_pending.push_back(static_cast<std::uint32_t>(q - m_stretches.begin()));
            a.content.push_back(words);
            m_turns.push_back(part.block);
        }
        m_found[commit(std::move(a))].kind = QuoteKind::Direct;
    }
    std::sort(m_turns.begin(), m_turns.end());
}

// "Ann Lee wrote on Twitter:" before a quote that is a paragraph of its own.
void Collector::rememberColon(const ClauseReader& s, const std::vector<Cue>& cues,
                              std::uint32_t block) {
    m_colon.reset();
    if (s.size() == 0 || !s.is(s.size() - 1, ":")) return;
    Colon colon;
    colon.block = block;
    if (!cues.empty() && cues.back().source) {
        colon.cue = cueSpans(s, cues.back());
        colon.source = {s.span(*cues.back().source)};
        colon.act = cues.back().act;
    } else if (m_subject)
        colon.source = {*m_subject};
    if (!colon.source.empty()) m_colon = std::move(colon);
}

// "― Ann Lee, farmer" after a quote, or below it: who signs it speaks.
bool Collector::readSignature(const ClauseReader& s, std::uint32_t block) {
    constexpr std::uint32_t longest = 16; // items
    if (!s.isDash(0) || s.size() > longest || m_last == none || m_lastBlock + 1 < block)
        return false;
    Attribution& a = m_found[m_last];
    const auto phrase = phraseAt(s, 1);
    if (!phrase || !a.source.empty() || !s.item(1).name) return false;
    a.source = {s.span(*phrase)};
    a.continues.reset();
    a.implied.reset();
    a.confidence = 0.85F;
    return true;
}

void Collector::readSentence(const OuterSentence& sentence) {
    const ClauseReader s(m_text, sentence);
    if (readSignature(s, sentence.block)) return;
    const std::vector<Cue> cues = findCues(s, m_cues);
    if (m_lastBlock != sentence.block) m_subject.reset();
    std::vector<Span> outer; // contents found in this sentence
    std::uint32_t used = 0;  // items before it are reported by an earlier cue of this sentence
    for (std::size_t c = 0; c < cues.size(); ++c) {
        const Cue& cue = cues[c];
        Attribution a;
        a.act = cue.act;
        a.confidence = cue.probability;
        a.cue = cueSpans(s, cue);
        if (cue.source) a.source = {s.span(*cue.source)};
        if (cue.addressee) a.addressee = s.span(*cue.addressee);
        m_pending.clear();
        attachContent(s, cues, c, used, a);
        // A cue never lies inside its own content.
        std::erase_if(a.content, [&](const Span& content) {
            return std::any_of(a.cue.begin(), a.cue.end(),
                               [&](const Span& x) { return x.overlaps(content); });
        });
        if (a.content.empty()) continue;
        // "He said he said he said": what nobody could follow is not listed.
        const auto around = std::count_if(outer.begin(), outer.end(), [&](const Span& content) {
            return content.contains(a.content.front());
        });
        if (around >= deepestSpeech) continue;
        outer.push_back(a.content.front());
        const bool before = a.content.back().begin < a.cue.back().end;
        m_last = commit(std::move(a));
        m_lastBlock = sentence.block;
        if (before) used = std::max({used, cue.rest, cue.items.end});
    }
    m_pending.clear();
    attachLeftovers(sentence, s);
    for (std::uint32_t i = 0; i < s.size(); ++i)
        if (s.isFiniteVerb(i)) {
            if (const auto subject = subjectBefore(s, s.verbGroup(i).items.begin, 0))
                m_subject = s.span(*subject);
            break;
        }
    rememberColon(s, cues, sentence.block);
}

bool Collector::looksSpoken(const QuotedStretch& stretch) const {
    std::uint32_t words = 0;
    bool finalMark = false;
    for (std::uint32_t i = stretch.tokens.begin; i < stretch.tokens.end; ++i) {
        const Token& t = m_text.tokens[i];
        if (t.kind == TokenKind::Word || t.kind == TokenKind::Number) ++words;
        if (t.kind == TokenKind::QuoteMark) continue;
        const std::string_view w = m_text.word(i);
        finalMark = w == "." || w == "!" || w == "?" || w == "," || w == "…" || w == "...";
    }
    return (finalMark && words >= 2) || words >= 8;
}

// A quote with a name right beside it and a verb that no lexicon knows ("...," marvels Ann Lee), or
// none at all ("...," Ann Lee, a farmer.): the name is the source.
bool Collector::readNeighbour(const ClauseReader& s, std::uint32_t stretch, Attribution& a) const {
    const auto namesPerson = [&](IndexRange phrase) {
        for (std::uint32_t i = phrase.begin; i < phrase.end; ++i)
            if (s.item(i).name && m_names[*s.item(i).name].type == EntityType::Person) return true;
        return false;
    };
    std::uint32_t at = stretch + 1;
    if (s.isComma(at) || s.isDash(at)) ++at;
    const bool verbFirst = s.isVerb(at);
    const auto phrase = phraseAt(s, verbFirst ? at + 1 : at);
    if (!phrase || !namesPerson(*phrase)) return false;
    std::uint32_t end = phrase->end;
    if (verbFirst)
        a.cue = {s.span({at, at + 1})};
    else if (s.isVerb(end)) {
        a.cue = {s.span({end, end + 1})};
        ++end;
    }
    if (a.cue.empty() && !s.isFinalMark(end) && end < s.size()) return false;
    a.source = {s.span(*phrase)};
    a.confidence = a.cue.empty() ? 0.6F : 0.75F;
    return true;
}

// Stretches that no cue of the sentence took: the next paragraph of an open quote, a run that goes
// on, or a quote whose speaker only the sentence before tells.
void Collector::attachLeftovers(const OuterSentence& sentence, const ClauseReader& s) {
    bool onlyQuotes = true; // nothing but stretches and punctuation
    for (const Item& item : sentence.items)
        if (!item.stretch && m_text.tokens[item.tokens.begin].kind != TokenKind::Punctuation)
            onlyQuotes = false;
    for (std::uint32_t position = 0; position < s.size(); ++position) {
        const Item& item = s.item(position);
        if (!item.stretch || m_owner[*item.stretch] != none) continue;
        const QuotedStretch& q = m_stretches[*item.stretch];
        if (q.continues && m_owner[*q.continues] != none) {
            const std::uint32_t owner = m_owner[*q.continues];
            m_found[owner].content.push_back(q.span);
            m_owner[*item.stretch] = owner;
            m_last = owner;
            m_lastBlock = sentence.block;
            continue;
        }
        if (!looksSpoken(q)) continue;
        if (onlyQuotes && m_last != none && m_lastBlock == sentence.block) {
            // "...," she said. "And ...": the same quote.
            m_found[m_last].content.push_back(q.span);
            m_owner[*item.stretch] = m_last;
            continue;
        }
        Attribution a;
        a.confidence = onlyQuotes ? 0.8F : 0.5F;
        addStretch(*item.stretch, a);
        if (position == 0 && m_colon && m_colon->block + 1 >= sentence.block) {
            a.cue = m_colon->cue;
            a.source = m_colon->source;
            a.act = m_colon->act;
            a.confidence = 0.85F;
            m_last = commit(std::move(a));
            m_lastBlock = sentence.block;
            continue;
        }
        if (readNeighbour(s, position, a)) {
            m_last = commit(std::move(a));
            m_lastBlock = sentence.block;
            continue;
        }
        const bool sameRun = m_last != none && m_lastBlock + 1 >= sentence.block;
        if (sameRun && (onlyQuotes || !m_subject))
            a.continues = m_last;
        else
            a.implied = m_subject;
        m_last = commit(std::move(a));
        m_lastBlock = sentence.block;
    }
}

} // namespace

std::vector<Attribution> findByRules(const TokenizedText& text,
                                     const std::vector<QuotedStretch>& stretches,
                                     const std::vector<NamedMention>& names,
                                     const CueLexicon& cues) {
    return Collector(text, stretches, names, cues).collect();
}

} // namespace quoth

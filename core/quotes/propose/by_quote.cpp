// Proposers for quotes whose sentence has no cue for them.
#include "core/quotes/propose/proposers.h"
#include "core/quotes/quote_limits.h"
#include "core/syntax/word_classes.h"

#include <algorithm>

namespace quoth {
namespace {

AttributionCandidate candidateOf(const QuotedText& quoted, const FoldedQuote& quote,
                                 Proposer proposer) {
    AttributionCandidate out;
    out.proposer = proposer;
    out.spoken = quoted.spoken[quote.stretch];
    out.alone = quote.alone;
    out.attribution.content = {quoted.stretches[quote.stretch].span};
    out.attribution.kind = QuoteKind::Direct;
    return out;
}

// The words of an outer sentence, by item; there is no token in a folded quote and past the end.
class Words {
public:
    Words(const QuotedText& quoted, const ReadSentence& sentence)
        : m_quoted(quoted), m_items(sentence.outer.items) {}

    std::uint32_t size() const { return static_cast<std::uint32_t>(m_items.size()); }
    std::uint32_t tokenOf(std::uint32_t item) const { return m_items[item].tokens.begin; }
    const Token* at(std::uint32_t item) const {
        return item < size() && !m_items[item].stretch ? &m_quoted.text.tokens[tokenOf(item)]
                                                       : nullptr;
    }
    bool is(std::uint32_t item, std::string_view word) const {
        const Token* token = at(item);
        return token && token->lower == word;
    }
    bool isDash(std::uint32_t item) const {
        return is(item, "–") || is(item, "—") || is(item, "―") || is(item, "--") || is(item, "-");
    }
    bool isVerb(std::uint32_t item) const {
        const Token* token = at(item);
        return token && token->pos == Pos::Verb && !m_items[item].name;
    }
    bool isName(std::uint32_t item) const { return item < size() && m_items[item].name; }
    // As tokens.
    std::optional<IndexRange> phraseFrom(std::uint32_t item) const {
        const NounPhrase* phrase =
            at(item) ? m_quoted.syntax.nounPhraseFrom(tokenOf(item)) : nullptr;
        return phrase ? std::optional(phrase->full) : std::nullopt;
    }
    // The first item that is not before this token.
    std::uint32_t itemFrom(std::uint32_t token) const {
        return static_cast<std::uint32_t>(
            std::partition_point(m_items.begin(), m_items.end(),
                                 [&](const Item& i) { return i.tokens.begin < token; }) -
            m_items.begin());
    }

private:
    const QuotedText& m_quoted;
    const std::vector<Item>& m_items;
};

bool namesPerson(const QuotedText& quoted, IndexRange tokens) {
    auto name =
        std::partition_point(quoted.names.begin(), quoted.names.end(),
                             [&](const NamedMention& n) { return n.tokens.end <= tokens.begin; });
    for (; name != quoted.names.end() && name->tokens.begin < tokens.end; ++name)
        if (name->type == EntityType::Person) return true;
    return false;
}

// The last cue with a source among the words of a sentence.
const Cue* lastCue(const QuotedText& quoted, const ReadSentence& sentence) {
    const Words words(quoted, sentence);
    const auto byHead = [](const Cue& cue, std::uint32_t token) { return cue.head < token; };
    for (std::uint32_t i = words.size(); i > 0; --i) {
        if (!words.at(i - 1)) continue;
        const std::uint32_t token = words.tokenOf(i - 1);
        const auto cue = std::lower_bound(quoted.cues.begin(), quoted.cues.end(), token, byHead);
        if (cue != quoted.cues.end() && cue->head == token && cue->source) return &*cue;
    }
    return nullptr;
}

} // namespace

// Before a quote that opens its sentence, and maybe is a paragraph of its own.
std::vector<AttributionCandidate> proposeByColon(const QuotedText& quoted) {
    std::vector<AttributionCandidate> out;
    for (const FoldedQuote& quote : quoted.quotes) {
        const ReadSentence& sentence = quoted.sentences[quote.sentence];
        if (quote.item != 0 || !sentence.before) continue;
        const ReadSentence& before = quoted.sentences[*sentence.before];
        const Words words(quoted, before);
        if (before.outer.block + 1 < sentence.outer.block || !words.is(words.size() - 1, ":"))
            continue;
        AttributionCandidate candidate = candidateOf(quoted, quote, Proposer::Colon);
        Attribution& a = candidate.attribution;
        if (const Cue* cue = lastCue(quoted, before)) {
            a.cue = cue->words;
            a.source = {*cue->source};
            a.act = cue->act;
        } else if (before.subject)
            a.source = {*before.subject};
        if (!a.source.empty()) out.push_back(std::move(candidate));
    }
    return out;
}

// "― Ann Lee, farmer" after a quote, or below it.
std::vector<AttributionCandidate> proposeBySignature(const QuotedText& quoted) {
    std::vector<AttributionCandidate> out;
    auto quote = quoted.quotes.begin(); // the first one that is not before the sentence
    for (std::uint32_t k = 0; k < quoted.sentences.size(); ++k) {
        while (quote != quoted.quotes.end() && quote->sentence < k)
            ++quote;
        const ReadSentence& sentence = quoted.sentences[k];
        const Words words(quoted, sentence);
        if (!words.isDash(0) || words.size() > quote_limits::longestSignature ||
            quote == quoted.quotes.begin())
            continue;
        const FoldedQuote& signed_ = *(quote - 1);
        if (quoted.sentences[signed_.sentence].outer.block + 1 < sentence.outer.block) continue;
        const auto phrase = words.phraseFrom(1);
        if (!phrase || !words.isName(1)) continue;
        AttributionCandidate candidate = candidateOf(quoted, signed_, Proposer::Signature);
        candidate.attribution.source = {quoted.text.spanOf(*phrase)};
        out.push_back(std::move(candidate));
    }
    return out;
}

// "...," marvels Ann Lee. Or without a verb: "...," Ann Lee, a farmer.
std::vector<AttributionCandidate> proposeByNeighbour(const QuotedText& quoted) {
    std::vector<AttributionCandidate> out;
    for (const FoldedQuote& quote : quoted.quotes) {
        const Words words(quoted, quoted.sentences[quote.sentence]);
        std::uint32_t at = quote.item + 1;
        if (words.is(at, ",") || words.isDash(at)) ++at;
        const bool verbFirst = words.isVerb(at);
        const auto phrase = words.phraseFrom(verbFirst ? at + 1 : at);
        if (!phrase || !namesPerson(quoted, *phrase)) continue;
        AttributionCandidate candidate = candidateOf(quoted, quote, Proposer::Neighbour);
        Attribution& a = candidate.attribution;
        const std::uint32_t next = words.itemFrom(phrase->end);
        if (verbFirst)
            a.cue = {words.at(at)->span};
        else if (words.isVerb(next))
            a.cue = {words.at(next)->span};
        const Token* after = words.at(next);
        const bool ends = next >= words.size() || (after && isFinalMark(*after));
        if (a.cue.empty() && !ends) continue;
        a.source = {quoted.text.spanOf(*phrase)};
        out.push_back(std::move(candidate));
    }
    return out;
}

// The next paragraph of an open quote; "...," she said. "And ..."; a quote after a quote.
std::vector<AttributionCandidate> proposeByContinuation(const QuotedText& quoted) {
    std::vector<AttributionCandidate> out;
    for (std::size_t k = 0; k < quoted.quotes.size(); ++k) {
        const FoldedQuote& quote = quoted.quotes[k];
        const ReadSentence& sentence = quoted.sentences[quote.sentence];
        AttributionCandidate candidate = candidateOf(quoted, quote, Proposer::Continuation);
        const bool open = quoted.stretches[quote.stretch].continues.has_value();
        const bool sameSentence = k > 0 && quoted.quotes[k - 1].sentence == quote.sentence;
        const bool sameBlock = sentence.before && quoted.sentences[*sentence.before].outer.block ==
                                                      sentence.outer.block;
        candidate.link =
            open || sameSentence || (quote.alone && sameBlock) ? Link::Joins : Link::GoesOn;
        candidate.attribution.implied = sentence.subjectBefore; // where nothing is before it
        out.push_back(std::move(candidate));
    }
    return out;
}

std::vector<AttributionCandidate> proposeBySubject(const QuotedText& quoted) {
    std::vector<AttributionCandidate> out;
    for (const FoldedQuote& quote : quoted.quotes) {
        const ReadSentence& sentence = quoted.sentences[quote.sentence];
        if (!sentence.subjectBefore) continue;
        AttributionCandidate candidate = candidateOf(quoted, quote, Proposer::Subject);
        candidate.attribution.implied = sentence.subjectBefore;
        out.push_back(std::move(candidate));
    }
    return out;
}

std::vector<AttributionCandidate> proposeByForm(const QuotedText& quoted) {
    std::vector<AttributionCandidate> out;
    for (const auto propose : {proposeByCue, proposeByTurn, proposeByColon, proposeBySignature,
                               proposeByNeighbour, proposeByContinuation, proposeBySubject}) {
        auto found = propose(quoted);
        std::move(found.begin(), found.end(), std::back_inserter(out));
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const AttributionCandidate& a, const AttributionCandidate& b) {
                         return a.attribution.content.front() < b.attribution.content.front();
                     });
    return out;
}

} // namespace quoth

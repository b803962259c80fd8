#include "core/document/entity_split.h"

#include <algorithm>

namespace quoth {
namespace {

bool holds(const std::vector<Span>& spans, Span span) {
    return std::find(spans.begin(), spans.end(), span) != spans.end();
}

bool isAccepted(const Quote& quote) {
    return std::any_of(quote.why.begin(), quote.why.end(), [](const Reason& reason) {
        return reason.step == ReasonStep::Reader && reason.text == "accepted";
    });
}

// Where the quote says who speaks: its source, else the place that implied one.
std::vector<Span> sourcesOf(const Quote& quote) {
    if (!quote.source.empty()) return quote.source;
    for (const Reason& reason : quote.why)
        if (reason.step == ReasonStep::Source && !reason.where.empty()) return {reason.where};
    return {};
}

bool overlapsAny(const std::vector<Span>& spans, Span span) {
    return std::any_of(spans.begin(), spans.end(), [&](Span s) { return s.overlaps(span); });
}

// Which mentions and quotes of one entity go, and what that means for places of the text.
class Split {
public:
    Split(const Document::Parts& parts, EntityId entity, const std::vector<Span>& chosen,
          const std::vector<Span>& stay)
        : m_parts(parts), m_entity(entity), m_mentions(parts.entities[entity.value].mentions),
          m_chosen(chosen), m_goes(m_mentions.size()), m_quoteGoes(parts.quotes.size()) {
        std::vector<Span> fixed = stay; // sources of what the reader said
        for (const Quote& quote : parts.quotes)
            if (quote.speaker == entity && isSpeakerByReader(parts, quote))
                fixed.insert(fixed.end(), quote.source.begin(), quote.source.end());
        const auto mayFollow = [&](std::size_t i) {
            return m_mentions[i].kind == MentionKind::Pronoun && !m_goes[i] &&
                   !holds(fixed, m_mentions[i].span);
        };
        for (std::size_t i = 0; i < m_mentions.size(); ++i) {
            m_goes[i] = holds(chosen, m_mentions[i].span);
            if (!ownQuoteAround(m_mentions[i])) m_told.push_back(i);
        }
        for (const std::size_t i : m_told)
            if (mayFollow(i)) m_goes[i] = isTakenUpFromOneThatGoes(m_mentions[i].span);
        decideQuotes();
        for (std::size_t i = 0; i < m_mentions.size(); ++i)
            if (const auto quote = ownQuoteAround(m_mentions[i]); quote && mayFollow(i))
                m_goes[i] = m_quoteGoes[*quote];
    }

    bool goes(std::size_t mention) const { return m_goes[mention]; }
    bool quoteGoes(std::size_t quote) const { return m_quoteGoes[quote]; }

    // Does the reader say that one of these places is another's?
    bool isChosen(const std::vector<Span>& sources) const {
        return std::any_of(m_chosen.begin(), m_chosen.end(),
                           [&](Span chosen) { return overlapsAny(sources, chosen); });
    }

    // Mentions in the sentence around a byte: of those that go, and of those that stay.
    struct Told {
        bool byGoing = false, byStaying = false;
    };
    Told toldAround(std::uint32_t at) const {
        Told out;
        const std::size_t sentence = sentenceOf(at);
        if (sentence == m_parts.sentences.size() || !m_parts.sentences[sentence].contains(at))
            return out;
        for (std::size_t i = 0; i < m_mentions.size(); ++i)
            if (m_parts.sentences[sentence].contains(m_mentions[i].span))
                (m_goes[i] ? out.byGoing : out.byStaying) = true;
        return out;
    }

private:
    // The quote of the entity that a pronoun stands in; of others, none.
    std::optional<std::size_t> ownQuoteAround(const Mention& mention) const {
        if (mention.kind != MentionKind::Pronoun) return std::nullopt;
        for (std::size_t i = 0; i < m_parts.quotes.size(); ++i) {
            const Quote& quote = m_parts.quotes[i];
            if (quote.kind == QuoteKind::Direct && quote.speaker == m_entity &&
                overlapsAny(quote.content, mention.span))
                return i;
        }
        return std::nullopt;
    }

    void decideQuotes() { // in the order of the text, so that what goes on from one comes after it
        std::vector<Span> gone; // content
        for (std::size_t i = 0; i < m_parts.quotes.size(); ++i) {
            const Quote& quote = m_parts.quotes[i];
            if (quote.speaker != m_entity || isSpeakerByReader(m_parts, quote)) continue;
            const std::vector<Span> sources = sourcesOf(quote);
            m_quoteGoes[i] = isAccepted(quote)
                                 ? isChosen(sources)
                                 : restsOnOneThatGoes(quote, sources) || goesOnFrom(quote, gone);
            if (m_quoteGoes[i]) gone.insert(gone.end(), quote.content.begin(), quote.content.end());
        }
    }

    static bool goesOnFrom(const Quote& quote, const std::vector<Span>& contents) {
        return std::any_of(quote.why.begin(), quote.why.end(), [&](const Reason& reason) {
            return reason.step == ReasonStep::Continuation && overlapsAny(contents, reason.where);
        });
    }

    bool restsOnOneThatGoes(const Quote& quote, const std::vector<Span>& sources) const {
        bool mentioned = false;
        for (std::size_t i = 0; i < m_mentions.size(); ++i) {
            if (!overlapsAny(sources, m_mentions[i].span)) continue;
            if (m_goes[i]) return true;
            mentioned = true;
        }
        if (mentioned || sources.empty()) return false;
        const bool pronoun =
            std::any_of(quote.why.begin(), quote.why.end(),
                        [](const Reason& reason) { return reason.step == ReasonStep::Pronoun; });
        return pronoun && isTakenUpFromOneThatGoes(sources.front());
    }

    std::size_t sentenceOf(std::uint32_t at) const { // what lies between two counts to the later
        const auto& sentences = m_parts.sentences;
        const auto it = std::partition_point(sentences.begin(), sentences.end(),
                                             [&](const Span& s) { return s.end <= at; });
        return static_cast<std::size_t>(it - sentences.begin());
    }

    bool isTakenUpFromOneThatGoes(Span pronoun) const {
        const auto begin = [&](std::size_t mention) { return m_mentions[mention].span.begin; };
        const auto next =
            std::partition_point(m_told.begin(), m_told.end(), [&](std::size_t mention) {
                return begin(mention) < pronoun.begin;
            });
        const std::size_t sentence = sentenceOf(pronoun.begin);
        if (next != m_told.begin() && sentenceOf(begin(*(next - 1))) + 1 >= sentence)
            return m_goes[*(next - 1)];
        const auto later = std::find_if(next, m_told.end(), [&](std::size_t mention) {
            return m_mentions[mention].kind != MentionKind::Pronoun;
        });
        return later != m_told.end() && sentenceOf(begin(*later)) == sentence && m_goes[*later];
    }

    const Document::Parts& m_parts;
    const EntityId m_entity;
    const std::vector<Mention>& m_mentions; // by position
    const std::vector<Span>& m_chosen;
    std::vector<char> m_goes, m_quoteGoes; // one a mention, one a quote
    std::vector<std::size_t> m_told;       // mentions but for the pronouns in the entity's quotes
};

void moveQuotes(Document::Parts& parts, const Split& split, EntityId entity, EntityId heir) {
    const std::string& was = parts.entities[entity.value].name;
    const std::string& now = parts.entities[heir.value].name;
    for (std::size_t i = 0; i < parts.quotes.size(); ++i) {
        Quote& quote = parts.quotes[i];
        if (quote.addressee == entity) {
            const Span told = !quote.cue.empty() ? quote.cue.front() : quote.content.front();
            const auto around = split.toldAround(told.begin);
            if (around.byGoing && !around.byStaying) quote.addressee = heir;
        }
        if (!split.quoteGoes(i)) continue;
        quote.speaker = heir;
        if (quote.runnerUp == heir) quote.runnerUp.reset();
        renameInReasons(quote, was, now);
        const std::vector<Span> sources = sourcesOf(quote);
        if (!split.isChosen(sources)) continue;
        quote.confidence = 1;
        quote.why.push_back({ReasonStep::Reader, now, sources.front()});
    }
}

void moveParticipants(Document::Parts& parts, const Split& split, EntityId entity, EntityId heir) {
    for (Event& event : parts.events) {
        auto& who = event.participants;
        const auto own = std::find(who.begin(), who.end(), entity);
        if (own == who.end()) continue;
        const auto around = split.toldAround(event.trigger.begin);
        if (!around.byGoing) continue;
        const bool known = std::find(who.begin(), who.end(), heir) != who.end();
        if (around.byStaying || known) {
            if (!around.byStaying) who.erase(own);
            if (!known) who.push_back(heir);
        } else {
            *own = heir;
        }
    }
}

} // namespace

std::vector<Span> pronounsThatFollow(const Document::Parts& parts, EntityId entity,
                                     const std::vector<Span>& chosen) {
    const Split split(parts, entity, chosen, {});
    const auto& mentions = parts.entities[entity.value].mentions;
    std::vector<Span> out;
    for (std::size_t i = 0; i < mentions.size(); ++i)
        if (split.goes(i) && !holds(chosen, mentions[i].span)) out.push_back(mentions[i].span);
    return out;
}

void moveMentions(Document::Parts& parts, EntityId entity, EntityId heir,
                  const std::vector<Span>& chosen, const std::vector<Span>& stay) {
    std::vector<Mention> kept, gone;
    {
        const Split split(parts, entity, chosen, stay);
        moveQuotes(parts, split, entity, heir);
        moveParticipants(parts, split, entity, heir);
        const auto& mentions = parts.entities[entity.value].mentions;
        for (std::size_t i = 0; i < mentions.size(); ++i)
            (split.goes(i) ? gone : kept).push_back(mentions[i]);
    }
    parts.entities[entity.value].mentions = std::move(kept);
    auto& others = parts.entities[heir.value].mentions;
    others.insert(others.end(), gone.begin(), gone.end());
    std::sort(others.begin(), others.end(),
              [](const Mention& a, const Mention& b) { return a.span < b.span; });
}

bool isSpeakerByReader(const Document::Parts& parts, const Quote& quote) {
    return quote.speaker &&
           std::any_of(quote.why.begin(), quote.why.end(), [&](const Reason& reason) {
               return reason.step == ReasonStep::Reader && reason.where.empty() &&
                      reason.text == parts.entities[quote.speaker->value].name;
           });
}

void renameInReasons(Quote& quote, const std::string& from, const std::string& to) {
    for (Reason& reason : quote.why)
        if (reason.step != ReasonStep::Cue && reason.step != ReasonStep::Source &&
            reason.text == from)
            reason.text = to;
}

} // namespace quoth

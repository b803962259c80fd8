#include "core/events/sharing/shared_time.h"

#include "core/events/event_limits.h"
#include "core/events/words/noun_phrase_words.h"
#include "core/word_sets/events.h"

#include <algorithm>
#include <optional>

namespace quoth {
namespace {

bool isPast(const Token& token) {
    return token.tag == FineTag::VBD || token.tag == FineTag::VBN;
}

class Sharing {
public:
    Sharing(const EventContext& context, IndexRange time)
        : m_text(context.text), m_lexicon(context.lexicon), m_kinds(context.words.kinds),
          m_time(time), m_sentence(m_text.sentences[m_text.sentenceOf(time.begin)].tokens) {}

    std::vector<std::uint32_t> find(const std::vector<std::uint32_t>& dated) {
        for (const std::uint32_t trigger : dated) {
            if (m_text.tokens[trigger].pos == Pos::Verb) {
                if (const auto verb = elliptical(trigger)) add(*verb);
                if (const auto noun = phraseAfter(trigger, trigger + 1)) add(*noun);
                if (const auto noun = phraseAfter(trigger, m_time.end)) add(*noun);
                if (const auto verb = verbAfterTime(trigger)) add(*verb);
            }
            if (const auto verb = clauseAfter(trigger)) add(*verb);
            if (opensSentence())
                if (const auto verb = nextClause(trigger)) add(*verb);
        }
        std::erase_if(m_found, [&](std::uint32_t i) {
            return std::find(dated.begin(), dated.end(), i) != dated.end();
        });
        return std::move(m_found);
    }

private:
    const Token& at(std::uint32_t i) const { return m_text.tokens[i]; }

    void add(std::uint32_t trigger) {
        if (std::find(m_found.begin(), m_found.end(), trigger) == m_found.end())
            m_found.push_back(trigger);
    }

    bool isHappening(std::uint32_t verb) const {
        return m_kinds[verb] == TriggerKind::Verb && !m_lexicon.isReport(at(verb).lemma);
    }

    // "thirteen were killed and two others (were) injured on Monday": the verb before the
    // conjunction.
    std::optional<std::uint32_t> elliptical(std::uint32_t verb) const {
        if (at(verb).tag != FineTag::VBN && at(verb).tag != FineTag::VBD) return std::nullopt;
        std::uint32_t i = verb;
        while (i > m_sentence.begin && at(i - 1).pos == Pos::Aux)
            --i;
        while (i > m_sentence.begin && verb - i < event_limits::longestPhrase &&
               (isPhraseWord(at(i - 1)) || at(i - 1).pos == Pos::Adv))
            --i;
        if (i == verb || i == m_sentence.begin || at(i - 1).lower != "and") return std::nullopt;
        for (--i; i > m_sentence.begin; --i) {
            const Token& token = at(i - 1);
            if (token.pos == Pos::Verb)
                return isHappening(i - 1) && token.tag == FineTag::VBN ? std::optional(i - 1)
                                                                       : std::nullopt;
            if (token.kind == TokenKind::Punctuation) break;
        }
        return std::nullopt;
    }

    // "arrived on Monday and opened a bridge": the same did both.
    std::optional<std::uint32_t> verbAfterTime(std::uint32_t verb) const {
        const std::uint32_t next = m_time.end + 1;
        if (!isPast(at(verb)) || next >= m_sentence.end || at(m_time.end).lower != "and")
            return std::nullopt;
        return isPast(at(next)) && isHappening(next) ? firstVerb(next) : std::nullopt;
    }

    // "were injured on Monday in a fight", "were injured in a fight": the phrase at `i`.
    std::optional<std::uint32_t> phraseAfter(std::uint32_t verb, std::uint32_t i) const {
        if (!isPast(at(verb)) || i <= verb || i >= m_sentence.end) return std::nullopt;
        if (!words::occasionPrepositions.contains(at(i).lower)) return std::nullopt;
        const std::uint32_t begin = ++i;
        while (i < m_sentence.end && i - begin < event_limits::longestPhrase && isPhraseWord(at(i)))
            ++i;
        const bool event = i > begin && (m_kinds[i - 1] == TriggerKind::Noun ||
                                         m_kinds[i - 1] == TriggerKind::MaybeNoun);
        return event ? std::optional(i - 1) : std::nullopt;
    }

    // "the elections on 7 November, in which she was re-elected", "was hurt on Monday when a fire
    // destroyed the mill"
    std::optional<std::uint32_t> clauseAfter(std::uint32_t trigger) const {
        std::uint32_t i = std::max(trigger + 1, m_time.end);
        if (i < m_sentence.end && at(i).lower == ",") ++i;
        const bool opens = i + 1 < m_sentence.end &&
                           words::occasionPrepositions.contains(at(i).lower) &&
                           at(i + 1).lower == "which";
        const bool when = i < m_sentence.end && at(i).lower == "when" && at(i).pos != Pos::Noun;
        return opens || when ? firstVerb(i + 1) : std::nullopt;
    }

    // The verb of the clause that begins here, where it tells of the past.
    std::optional<std::uint32_t> firstVerb(std::uint32_t begin) const {
        for (std::uint32_t i = begin; i < m_sentence.end; ++i) {
            const Token& token = at(i);
            if (token.kind == TokenKind::Punctuation || token.kind == TokenKind::QuoteMark) break;
            if (token.pos == Pos::Aux && token.tag == FineTag::MD) break;
            if (token.pos != Pos::Verb) continue;
            const bool told = isHappening(i) && isPast(token);
            return told ? std::optional(carriedNoun(m_text, m_lexicon, m_kinds, i)) : std::nullopt;
        }
        return std::nullopt;
    }

    // "In 2021, a deal was reached ..."
    bool opensSentence() const {
        return m_time.begin <= m_sentence.begin + event_limits::beforeOpeningTime &&
               m_time.end < m_sentence.end;
    }

    // "In May, she won the case, and the court ordered a payment": the clause after the
    // conjunction, with a subject of its own, before anything else has begun.
    std::optional<std::uint32_t> nextClause(std::uint32_t trigger) const {
        std::uint32_t i = trigger + 1;
        for (; i < m_sentence.end && at(i).lower != "and"; ++i) {
            const Token& token = at(i);
            const bool ends = token.lower == ";" || token.lower == ":" || token.pos == Pos::Sconj ||
                              token.kind == TokenKind::QuoteMark || token.tag == FineTag::WDT ||
                              token.tag == FineTag::WP || token.tag == FineTag::WRB;
            if (ends) return std::nullopt;
        }
        const std::uint32_t subject = i + 1;
        std::uint32_t end = subject;
        while (end < m_sentence.end && end - subject < event_limits::longestPhrase &&
               isPhraseWord(at(end)))
            ++end;
        if (end <= subject || end >= m_sentence.end) return std::nullopt;
        while (end < m_sentence.end && (at(end).pos == Pos::Aux || at(end).pos == Pos::Adv))
            ++end;
        if (end >= m_sentence.end || !isPast(at(end))) return std::nullopt;
        return firstVerb(end);
    }

    const TokenizedText& m_text;
    const EventLexicon& m_lexicon;
    const std::vector<TriggerKind>& m_kinds;
    IndexRange m_time;
    IndexRange m_sentence;
    std::vector<std::uint32_t> m_found;
};

// "In 2003 ..., and work began in 2004": a time other than `shared` in the word's own clause.
bool hasTimeBeside(const EventContext& context, std::uint32_t token, IndexRange shared) {
    const Clause* clause = context.syntax.clauseAt(token);
    if (!clause) return false;
    const auto& times = context.timeTokens;
    auto time = std::partition_point(times.begin(), times.end(), [&](IndexRange range) {
        return range.begin < clause->extent.begin;
    });
    for (; time != times.end() && time->begin < clause->extent.end; ++time)
        if ((time->end <= shared.begin || time->begin >= shared.end) && !time->empty() &&
            context.syntax.clauseAt(time->begin) == clause)
            return true;
    return false;
}

} // namespace

void shareTimes(const EventContext& context, EventDates& dates) {
    for (const DatedByTime& one : dates.byTime)
        for (const std::uint32_t token : Sharing(context, one.tokens).find(one.triggers))
            if (!dates.datings[token] && !hasTimeBeside(context, token, one.tokens))
                dates.datings[token] = one.dating;
}

} // namespace quoth

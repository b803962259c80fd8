#include "core/events/facts/status.h"

#include "core/events/words/noun_phrase_words.h"
#include "core/support/word_set.h"

namespace quoth {
namespace {

constexpr std::uint32_t longestGroup = 6, longestObject = 8; // tokens

constexpr WordSet negations({"hardly", "n't", "neither", "never", "no", "nor", "not"});
constexpr WordSet futures({"'ll", "shall", "will", "wo"});
constexpr WordSet modals({"ca", "can", "cannot", "could", "may", "might", "must", "ought", "should",
                          "would"});
constexpr WordSet conditions({"if", "lest", "unless", "whether"});
constexpr WordSet clauseOpeners({"although", "as", "because", "that", "when", "where", "which",
                                 "while", "who", "whose"});

// Verbs and adjectives before "to ...", by lemma: what becomes of what follows.
constexpr WordSet refusing({"decline", "fail", "forget", "neglect", "omit", "refuse", "reluctant",
                            "unable", "unwilling"});
constexpr WordSet planning({"about", "agree", "aim", "arrange", "commit", "decide", "due", "expect",
                            "intend", "plan", "pledge", "poise", "prepare", "promise", "schedule",
                            "set", "slate", "vow"});
constexpr WordSet carryingOn({"begin", "come", "continue", "happen", "help", "manage", "proceed",
                              "start", "use"});
constexpr WordSet plans({"agreement", "decision", "intention", "plan", "pledge", "promise", "vow"});
constexpr WordSet refusals({"failure", "inability", "refusal"});

// What a verb does to its object, or to its subject in the passive: "cancelled the talks".
constexpr WordSet undoing({"abandon", "abort", "avert", "avoid", "ban", "block", "cancel", "foil",
                           "forbid", "prevent", "prohibit", "scrap", "stop", "thwart"});
constexpr WordSet preparing({"expect", "organise", "organize", "plan", "postpone", "prepare",
                             "schedule"});
constexpr WordSet wanting({"consider", "demand", "discuss", "oppose", "propose", "recommend",
                           "seek", "suggest", "threaten", "urge", "want"});

// Adjectives of an event noun, as written.
constexpr WordSet undone({"aborted", "abandoned", "averted", "canceled", "cancelled", "foiled",
                          "thwarted"});
constexpr WordSet planned({"expected", "forthcoming", "future", "imminent", "planned", "scheduled",
                           "upcoming"});
constexpr WordSet possible({"feared", "possible", "potential", "proposed", "threatened"});

class StatusReader {
public:
    StatusReader(const TokenizedText& text, const EventLexicon& lexicon, std::uint32_t trigger,
                 bool ahead)
        : m_text(text), m_lexicon(lexicon), m_ahead(ahead),
          m_sentence(text.sentences[text.sentenceOf(trigger)].tokens) {}

    EventStatus read(std::uint32_t trigger) const {
        const bool verb = token(trigger).pos == Pos::Verb;
        const EventStatus status = verb ? ofVerb(trigger) : ofNoun(trigger);
        return status == EventStatus::Happened && m_ahead ? EventStatus::Planned : status;
    }

private:
    const Token& token(std::uint32_t i) const { return m_text.tokens[i]; }
    std::string_view lower(std::uint32_t i) const { return m_text.tokens[i].lower; }

    EventStatus ofVerb(std::uint32_t verb) const {
        bool future = false, modal = false, infinitive = false;
        std::uint32_t begin = verb;
        for (; begin > m_sentence.begin && verb - begin < longestGroup; --begin) {
            const std::string_view word = lower(begin - 1);
            const Pos pos = token(begin - 1).pos;
            if (negations.contains(word)) return EventStatus::Negated;
            if (word == "to" && begin == verb) {
                infinitive = true;
                continue;
            }
            if (infinitive && pos != Pos::Adv) break;
            if (pos != Pos::Aux && pos != Pos::Adv && pos != Pos::Part) break;
            future = future || futures.contains(word);
            modal = modal || modals.contains(word);
        }
        if (isNobody(begin)) return EventStatus::Negated;
        if (modal && !(m_ahead && lower(begin) == "would")) return EventStatus::Possible;
        if (future || modal) return EventStatus::Planned;
        if (isConditional(begin)) return EventStatus::Possible;
        if (infinitive) return afterTo(begin);
        if (token(verb).tag == FineTag::VBG && begin > m_sentence.begin) return ofGerund(begin);
        return EventStatus::Happened;
    }

    // "no ship sailed", "not one quay will be built", "nobody was hurt"
    bool isNobody(std::uint32_t verb) const {
        constexpr WordSet words({"neither", "no", "nobody", "none", "not", "nothing"});
        for (std::uint32_t i = verb; i > m_sentence.begin && isPhraseWord(token(i - 1));) {
            --i;
            const bool one = i > m_sentence.begin && lower(i) == "one" && lower(i - 1) == "not";
            if (words.contains(lower(i)) || one) return true;
        }
        return false;
    }

    // "if they meet": does the clause open so?
    bool isConditional(std::uint32_t from) const {
        for (std::uint32_t i = from; i > m_sentence.begin; --i) {
            if (conditions.contains(lower(i - 1))) return true;
            if (token(i - 1).kind == TokenKind::Punctuation ||
                token(i - 1).kind == TokenKind::QuoteMark || clauseOpeners.contains(lower(i - 1)))
                return false;
        }
        return false;
    }

    // Governed by what stands before "to", its object between them: "asked the court to stop".
    EventStatus afterTo(std::uint32_t to) const {
        for (std::uint32_t i = to; i > m_sentence.begin && to - i < longestObject; --i) {
            const Token& t = token(i - 1);
            const std::string_view lemma = t.lemma;
            if (t.pos == Pos::Aux)
                return t.lemma == "be" ? EventStatus::Planned : EventStatus::Possible; // "is to go"
            if (t.pos == Pos::Verb || t.pos == Pos::Adj || t.pos == Pos::Adv) {
                if (refusing.contains(lemma)) return EventStatus::Negated;
                if (planning.contains(lemma)) return plannedBy(i - 1);
            }
            if (t.pos == Pos::Verb) {
                if (t.lower == "going") return EventStatus::Planned;
                return carryingOn.contains(lemma) ? ofVerb(i - 1) : EventStatus::Possible;
            }
            if (t.pos == Pos::Noun && plans.contains(lemma)) return EventStatus::Planned;
            if (t.pos == Pos::Noun && refusals.contains(lemma)) return EventStatus::Negated;
            if (!isPhraseWord(t) && t.pos != Pos::Adv) break;
        }
        return EventStatus::Possible;
    }

    EventStatus plannedBy(std::uint32_t verb) const {
        const bool negated = token(verb).pos == Pos::Verb && ofVerb(verb) == EventStatus::Negated;
        return negated ? EventStatus::Negated : EventStatus::Planned;
    }

    // "without signing", "avoided paying", "banned from entering"
    EventStatus ofGerund(std::uint32_t begin) const {
        if (lower(begin - 1) == "without") return EventStatus::Negated;
        std::uint32_t i = begin;
        if (lower(i - 1) == "from")
            for (--i; i > m_sentence.begin && isPhraseWord(token(i - 1));)
                --i;
        const bool undoes = i > m_sentence.begin && token(i - 1).pos == Pos::Verb &&
                            undoing.contains(token(i - 1).lemma);
        return undoes ? EventStatus::Negated : EventStatus::Happened;
    }

    EventStatus ofNoun(std::uint32_t noun) const {
        std::uint32_t begin = noun;
        for (; begin > m_sentence.begin && isPhraseWord(token(begin - 1)); --begin) {
            const std::string_view word = lower(begin - 1);
            if (word == "no" || undone.contains(word)) return EventStatus::Negated;
            if (planned.contains(word)) return EventStatus::Planned;
            if (possible.contains(word)) return EventStatus::Possible;
        }
        if (const auto verb = verbAfter(noun)) {
            const EventStatus status = underVerb(*verb);
            if (status != EventStatus::Happened) return status;
        }
        if (const auto verb = verbBefore(begin)) return underVerb(*verb);
        return EventStatus::Happened;
    }

    // The main verb whose subject the noun is.
    std::optional<std::uint32_t> verbAfter(std::uint32_t noun) const {
        for (std::uint32_t i = noun + 1; i < m_sentence.end && i - noun < longestGroup; ++i) {
            const Pos pos = token(i).pos;
            if (pos == Pos::Verb)
                return token(i).tag == FineTag::VBG ? std::nullopt : std::optional(i);
            if (pos != Pos::Aux && pos != Pos::Adv && pos != Pos::Part) break;
        }
        return std::nullopt;
    }
    // The verb whose object it is, by way of "for" too: "called for talks".
    std::optional<std::uint32_t> verbBefore(std::uint32_t phrase) const {
        std::uint32_t i = phrase;
        if (i > m_sentence.begin && (lower(i - 1) == "for" || lower(i - 1) == "out")) --i;
        if (i == m_sentence.begin || token(i - 1).pos != Pos::Verb) return std::nullopt;
        return i - 1;
    }

    EventStatus underVerb(std::uint32_t verb) const {
        const std::string& lemma = token(verb).lemma;
        const bool out = verb + 1 < m_sentence.end && lower(verb + 1) == "out";
        const bool off = verb + 1 < m_sentence.end && lower(verb + 1) == "off";
        if (undoing.contains(lemma) || (lemma == "rule" && out) || (lemma == "call" && off))
            return EventStatus::Negated;
        if (preparing.contains(lemma)) return EventStatus::Planned;
        const bool calls = lemma == "call" && verb + 1 < m_sentence.end && lower(verb + 1) == "for";
        if (wanting.contains(lemma) || calls) return EventStatus::Possible;
        if (m_lexicon.isLight(lemma) || m_lexicon.isOccurrence(lemma)) return ofVerb(verb);
        return EventStatus::Happened;
    }

    const TokenizedText& m_text;
    const EventLexicon& m_lexicon;
    const bool m_ahead;
    const IndexRange m_sentence;
};

} // namespace

EventStatus eventStatus(const TokenizedText& text, const EventLexicon& lexicon,
                        std::uint32_t trigger, bool ahead) {
    return StatusReader(text, lexicon, trigger, ahead).read(trigger);
}

} // namespace quoth

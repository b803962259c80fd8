#include "core/events/sharing/same_happening.h"

#include "core/events/event_limits.h"
#include "core/syntax/word_classes.h"
#include "core/word_sets/events.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace quoth {
namespace {

// What verbs and the nouns made of them share: "resign" and "resignation", "sign" and "signing".
std::string stemOf(std::string_view lemma) {
    constexpr std::array<std::string_view, 12> endings = {"ations", "ation", "ition", "ment",
                                                          "tion",   "sion",  "ance",  "ence",
                                                          "ing",    "ion",   "al",    "e"};
    constexpr std::size_t shortest = 3;
    for (const std::string_view ending : endings)
        if (lemma.ends_with(ending) && lemma.size() >= ending.size() + shortest) {
            std::string_view stem = lemma.substr(0, lemma.size() - ending.size());
            const bool doubled = ending == "ing" && stem.size() > shortest &&
                                 stem.back() == stem[stem.size() - 2]; // "stabbing"
            return std::string(doubled ? stem.substr(0, stem.size() - 1) : stem);
        }
    return std::string(lemma);
}

class Merger {
public:
    Merger(const EventContext& context, const std::vector<EventFacts>& facts,
           const EventDatings& datings)
        : m_context(context), m_text(context.text), m_leadEnd(leadEnd(context.text)) {
        const EventWords& words = context.words;
        std::size_t events = 0;
        for (std::uint32_t i = 0; i < words.mentions.size(); ++i) {
            const auto& dating = datings[words.mentions[i]];
            const auto eventClass = words.classes[words.mentions[i]];
            if (dating || eventClass) ++events;
            // What a time dates happens, whatever the classifier says.
            if (!dating && eventClass != EventClass::Occurrence) continue;
            m_happenings.push_back(describe(i, facts[i], dating));
            m_happenings.back().order = events;
        }
    }

    FirstMentions merge() {
        FirstMentions first(m_context.words.mentions.size());
        for (std::size_t i = 0; i < m_happenings.size(); ++i) {
            // Rather one that is as sure: "the meeting took place" is not the summit to come.
            auto before = nearest(i, true);
            if (!before) before = nearest(i, false);
            if (!before) continue;
            const std::uint32_t mention = m_happenings[*before].mention;
            first[m_happenings[i].mention] = first[mention].value_or(mention);
        }
        return first;
    }

private:
    struct Happening {
        std::uint32_t mention = 0; // index
        std::size_t order = 0;     // among the events, those that are no happenings included
        std::string lemma, stem;
        bool noun = false, definite = false;
        bool headline = false; // in the headline or standfirst
        bool lead = false;     // in the first sentences
        EventStatus status = EventStatus::Happened;
        const std::vector<EntityId>* participants = nullptr;
        std::optional<CalendarValue> value;
    };

    std::optional<std::size_t> nearest(std::size_t happening, bool ofSameStatus) const {
        const Happening& now = m_happenings[happening];
        for (std::size_t i = happening; i > 0; --i) {
            const Happening& before = m_happenings[i - 1];
            if (now.order - before.order > event_limits::mergingReach) break;
            const bool wanted = !ofSameStatus || before.status == now.status;
            if (wanted && same(before, now)) return i - 1;
        }
        return std::nullopt;
    }

    // After the first sentences of the first paragraphs.
    static std::uint32_t leadEnd(const TokenizedText& text) {
        for (std::uint32_t s = 0; s < text.sentences.size(); ++s)
            if (text.blocks[text.sentences[s].block].kind == BlockKind::Paragraph)
                return s + event_limits::leadSentences;
        return 0;
    }

    Happening describe(std::uint32_t mention, const EventFacts& facts,
                       const std::optional<EventDating>& dating) const {
        const std::uint32_t i = m_context.words.mentions[mention];
        const Token& token = m_text.tokens[i];
        Happening word;
        word.mention = mention;
        word.lemma = token.pos == Pos::Propn || token.lemma.empty() ? token.lower : token.lemma;
        word.stem = stemOf(word.lemma);
        word.participants = &facts.participants;
        word.status = facts.statusOn(dating && m_context.isAhead(dating->value));
        if (dating) word.value = dating->value;
        word.noun = isNoun(token);
        const std::uint32_t sentence = m_text.sentenceOf(i);
        const BlockKind block = m_text.blocks[m_text.sentences[sentence].block].kind;
        word.headline = block == BlockKind::Headline || block == BlockKind::Standfirst;
        word.lead = block == BlockKind::Paragraph && sentence < m_leadEnd;
        const std::uint32_t begin = m_text.sentences[sentence].tokens.begin;
        for (std::uint32_t k = i; word.noun && k > begin && i - k < event_limits::definiteReach;
             --k) {
            const Token& before = m_text.tokens[k - 1];
            if (words::eventDefinites.contains(before.lower)) word.definite = true;
            if (before.lower == "'s") word.definite = true;
            if (before.pos != Pos::Adj && before.pos != Pos::Noun && before.pos != Pos::Propn &&
                before.pos != Pos::Num)
                break;
        }
        return word;
    }

    // May a definite mention exchange one word for the other, "the meeting" for "talks"?
    static bool ofOneKind(const Happening& a, const Happening& b) {
        const auto both = [&](const auto& kind) {
            return kind.contains(a.lemma) && kind.contains(b.lemma);
        };
        return both(words::accidentWords) || both(words::attackWords) || both(words::dealWords) ||
               both(words::disasterWords) || both(words::killingWords) ||
               both(words::meetingWords) || both(words::protestWords) || both(words::voteWords);
    }

    static bool same(const Happening& a, const Happening& b) {
        const bool named = a.lemma == b.lemma || a.stem == b.stem;
        const bool byLead = a.headline && b.lead && a.status == b.status;
        if (!named && !((b.definite || byLead) && ofOneKind(a, b))) return false;
        if ((a.status == EventStatus::Negated) != (b.status == EventStatus::Negated)) return false;
        if (a.value && b.value)
            return datesMeet(*a.value, *b.value) && (a.noun || b.noun || shareParticipant(a, b)) &&
                   !participantsDiffer(a, b);
        // What the headline tells, the lead tells again with its day.
        if (byLead && !a.value && !participantsDiffer(a, b)) return true;
        // "Wednesday's talks" are the talks told of before.
        const bool byDay = b.value && b.value->granularity() == Granularity::Day;
        if (byDay && !a.value && a.noun && b.noun && b.definite)
            return named && !participantsDiffer(a, b);
        // Without a date of its own it must point back.
        if (b.value || !b.definite) return false;
        return !participantsDiffer(a, b);
    }

    static bool shareParticipant(const Happening& a, const Happening& b) {
        return std::any_of(a.participants->begin(), a.participants->end(), [&](EntityId id) {
            return std::find(b.participants->begin(), b.participants->end(), id) !=
                   b.participants->end();
        });
    }
    static bool participantsDiffer(const Happening& a, const Happening& b) {
        return !a.participants->empty() && !b.participants->empty() && !shareParticipant(a, b);
    }

    const EventContext& m_context;
    const TokenizedText& m_text;
    std::uint32_t m_leadEnd; // index of a sentence
    std::vector<Happening> m_happenings;
};

} // namespace

FirstMentions firstMentions(const EventContext& context, const std::vector<EventFacts>& facts,
                            const EventDatings& datings) {
    return Merger(context, facts, datings).merge();
}

bool datesMeet(const CalendarValue& a, const CalendarValue& b) {
    return a.days().contains(b.days()) || b.days().contains(a.days());
}

} // namespace quoth

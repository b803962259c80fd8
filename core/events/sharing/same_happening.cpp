#include "core/events/sharing/same_happening.h"

#include "core/document/calendar_value.h"
#include "core/events/words/noun_phrase_words.h"
#include "core/support/word_set.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace quoth {
namespace {

constexpr std::size_t farthest = 60; // events back

// Words of one kind, which a definite mention may exchange: "the meeting" for "talks".
constexpr std::array<WordSet<8>, 8> kinds = {{
    WordSet<8>(
        {"conference", "discussion", "meet", "meeting", "negotiation", "summit", "talk", "visit"}),
    WordSet<8>({"assault", "attack", "blast", "bomb", "bombing", "explode", "explosion", "raid"}),
    WordSet<8>({"ballot", "elect", "election", "poll", "referendum", "runoff", "vote", "voting"}),
    WordSet<8>({"assassinate", "assassination", "attack", "killing", "murder", "shoot", "shooting",
                "slaying"}),
    WordSet<8>(
        {"demonstrate", "demonstration", "march", "protest", "rally", "riot", "strike", "unrest"}),
    WordSet<8>({"accord", "agreement", "deal", "pact", "sign", "signing", "treaty", "truce"}),
    WordSet<8>(
        {"accident", "collide", "collision", "crash", "derail", "derailment", "pile-up", "wreck"}),
    WordSet<8>(
        {"cyclone", "earthquake", "flood", "flooding", "hurricane", "quake", "storm", "typhoon"}),
}};

constexpr WordSet definites({"both", "her", "his", "its", "that", "the", "their", "these", "this",
                             "those"});

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
    Merger(const TokenizedText& text, std::vector<Event>& events)
        : m_text(text), m_events(events), m_leadEnd(leadEnd(text)) {
        for (const Event& event : events)
            m_words.push_back(describe(event));
    }

    void merge() {
        for (std::size_t i = 0; i < m_events.size(); ++i) {
            if (m_events[i].eventClass != EventClass::Occurrence) continue;
            // Rather one that is as sure: "the meeting took place" is not the summit to come.
            auto before = nearest(i, true);
            if (!before) before = nearest(i, false);
            if (!before) continue;
            const auto first = m_events[*before].same;
            m_events[i].same = first ? *first : makeId<EventTag>(*before);
        }
    }

private:
    std::optional<std::size_t> nearest(std::size_t event, bool ofSameStatus) const {
        for (std::size_t back = 1; back <= std::min(event, farthest); ++back) {
            const std::size_t before = event - back;
            const bool wanted = !ofSameStatus || m_events[before].status == m_events[event].status;
            if (wanted && same(before, event)) return before;
        }
        return std::nullopt;
    }

    struct Word {
        std::string lemma, stem;
        bool noun = false, definite = false;
        bool headline = false;              // in the headline or standfirst
        bool lead = false;                  // in the first sentences
        std::optional<CalendarValue> value; // of the event
    };

    // After the first sentences of the first paragraphs.
    static std::uint32_t leadEnd(const TokenizedText& text) {
        constexpr std::uint32_t sentences = 3;
        for (std::uint32_t s = 0; s < text.sentences.size(); ++s)
            if (text.blocks[text.sentences[s].block].kind == BlockKind::Paragraph)
                return s + sentences;
        return 0;
    }

    Word describe(const Event& event) const {
        const std::uint32_t i = m_text.tokenAt(event.trigger.begin);
        const Token& token = m_text.tokens[i];
        Word word;
        word.lemma = token.pos == Pos::Propn || token.lemma.empty() ? token.lower : token.lemma;
        word.stem = stemOf(word.lemma);
        word.value = CalendarValue::parse(event.value);
        word.noun = isNoun(token);
        const std::uint32_t sentence = m_text.sentenceOf(i);
        const BlockKind block = m_text.blocks[m_text.sentences[sentence].block].kind;
        word.headline = block == BlockKind::Headline || block == BlockKind::Standfirst;
        word.lead = block == BlockKind::Paragraph && sentence < m_leadEnd;
        const std::uint32_t begin = m_text.sentences[sentence].tokens.begin;
        for (std::uint32_t k = i; word.noun && k > begin && i - k < 6; --k) {
            const Token& before = m_text.tokens[k - 1];
            if (definites.contains(before.lower)) word.definite = true;
            if (before.lower == "'s") word.definite = true;
            if (before.pos != Pos::Adj && before.pos != Pos::Noun && before.pos != Pos::Propn &&
                before.pos != Pos::Num)
                break;
        }
        return word;
    }

    static bool ofOneKind(const Word& a, const Word& b) {
        return std::any_of(kinds.begin(), kinds.end(), [&](const auto& kind) {
            return kind.contains(a.lemma) && kind.contains(b.lemma);
        });
    }

    bool same(std::size_t first, std::size_t second) const {
        const Event &a = m_events[first], &b = m_events[second];
        if (a.eventClass != EventClass::Occurrence) return false;
        const Word &x = m_words[first], &y = m_words[second];
        const bool named = x.lemma == y.lemma || x.stem == y.stem;
        const bool byLead = x.headline && y.lead && a.status == b.status;
        if (!named && !((y.definite || byLead) && ofOneKind(x, y))) return false;
        if ((a.status == EventStatus::Negated) != (b.status == EventStatus::Negated)) return false;
        if (x.value && y.value)
            return datesMeet(*x.value, *y.value) && (x.noun || y.noun || shareParticipant(a, b)) &&
                   !participantsDiffer(a, b);
        // What the headline tells, the lead tells again with its day.
        if (byLead && !x.value && !participantsDiffer(a, b)) return true;
        // "Wednesday's talks" are the talks told of before.
        const bool byDay = y.value && y.value->granularity() == Granularity::Day;
        if (byDay && !x.value && x.noun && y.noun && y.definite)
            return named && !participantsDiffer(a, b);
        // Without a date of its own it must point back.
        if (y.value || !y.definite) return false;
        return !participantsDiffer(a, b);
    }

    static bool datesMeet(const CalendarValue& a, const CalendarValue& b) {
        return a.days().contains(b.days()) || b.days().contains(a.days());
    }

    static bool shareParticipant(const Event& a, const Event& b) {
        return std::any_of(a.participants.begin(), a.participants.end(), [&](EntityId id) {
            return std::find(b.participants.begin(), b.participants.end(), id) !=
                   b.participants.end();
        });
    }
    static bool participantsDiffer(const Event& a, const Event& b) {
        return !a.participants.empty() && !b.participants.empty() && !shareParticipant(a, b);
    }

    const TokenizedText& m_text;
    std::vector<Event>& m_events;
    std::uint32_t m_leadEnd; // index of a sentence
    std::vector<Word> m_words;
};

} // namespace

void mergeEvents(const TokenizedText& text, std::vector<Event>& events) {
    Merger(text, events).merge();
}

} // namespace quoth

#include "core/events/event_participants.h"

#include "core/events/event_dating.h"
#include "core/events/noun_phrase_words.h"
#include "core/support/word_set.h"

#include <algorithm>
#include <optional>

namespace quoth {
namespace {

constexpr std::uint32_t longestPhrase = 12; // tokens
constexpr int farthest = 4;                 // phrases or verbs to step over on the way to a subject

// "On Monday | the court": a phrase begins here.
bool opensPhrase(const Token& token) {
    return token.pos == Pos::Det || token.pos == Pos::Pron;
}
bool joins(const Token& token) {
    return token.lower == "and" || token.lower == "or" || token.lower == "&" || token.lower == "of";
}

class Participants {
public:
    Participants(const TokenizedText& text, const MentionIndex& mentions,
                 const std::vector<IndexRange>& times, std::uint32_t trigger)
        : m_text(text), m_mentions(mentions), m_times(times),
          m_sentence(text.sentences[text.sentenceOf(trigger)].tokens) {}

    std::vector<EntityId> find(std::uint32_t trigger) {
        if (at(trigger).pos == Pos::Verb || at(trigger).pos == Pos::Aux) {
            addSubject(trigger, farthest);
            addRight(trigger);
        } else {
            addPhrase(phraseBefore(trigger + 1));
            addRight(trigger);
            // "held talks with Iceland": who holds them takes part.
            if (const auto verb = verbOf(trigger)) addSubject(*verb, farthest);
        }
        return std::move(m_found);
    }

private:
    const Token& at(std::uint32_t i) const { return m_text.tokens[i]; }

    bool isInPhrase(std::uint32_t i) const {
        const auto time = std::partition_point(m_times.begin(), m_times.end(),
                                               [i](IndexRange range) { return range.end <= i; });
        return isPhraseWord(at(i)) && !isRelativePronoun(at(i)) &&
               !(time != m_times.end() && time->begin <= i);
    }

    void addPhrase(IndexRange phrase, MentionIndex::Places places = MentionIndex::Places::With) {
        if (!phrase.empty()) m_mentions.addWithin(m_text.spanOf(phrase), places, m_found);
    }

    // The noun phrase that ends before `end`, with what "of" or "and" joins to it.
    IndexRange phraseBefore(std::uint32_t end) const {
        std::uint32_t begin = end;
        while (begin > m_sentence.begin && end - begin < longestPhrase) {
            const bool joined = begin < end && joins(at(begin - 1)) &&
                                begin - 1 > m_sentence.begin && isInPhrase(begin - 2);
            const bool opened = begin < end && opensPhrase(at(begin));
            if (!joined && (opened || !isInPhrase(begin - 1))) break;
            --begin;
        }
        return {begin, end};
    }

    // The first noun phrase of a stretch.
    IndexRange phraseFrom(IndexRange stretch) const {
        IndexRange phrase{stretch.begin, stretch.begin};
        while (phrase.end < stretch.end && isInPhrase(phrase.end))
            ++phrase.end;
        return phrase;
    }

    // The first token of the verb group: "had not been arrested".
    std::uint32_t groupBegin(std::uint32_t verb) const {
        std::uint32_t i = verb;
        while (i > m_sentence.begin) {
            const Token& token = at(i - 1);
            if (token.pos != Pos::Aux && token.pos != Pos::Adv && token.pos != Pos::Part) break;
            --i;
        }
        return i;
    }

    std::optional<std::uint32_t> verbBefore(std::uint32_t i) const {
        for (; i > m_sentence.begin; --i)
            if (at(i - 1).pos == Pos::Verb) return i - 1;
        return std::nullopt;
    }

    void addSubject(std::uint32_t verb, int steps) {
        std::uint32_t i = groupBegin(verb);
        const bool infinitive = i < verb && at(verb - 1).lower == "to";
        bool relative = false; // what stands before "who" is the subject, whatever governs it
        for (; steps > 0 && i > m_sentence.begin; --steps) {
            const Token& before = at(i - 1);
            if (before.lower == "and" || before.lower == "or" || before.lower == "then")
                return addSubjectOfVerbBefore(i - 1, steps);
            if (isRelativePronoun(before) || before.lower == "that") {
                i -= i - 1 > m_sentence.begin && at(i - 2).lower == "," ? 2 : 1;
                relative = true;
                continue;
            }
            if (before.lower == ",") { // "Berg, the mayor, resigned"
                const auto opening = commaBefore(i - 1);
                if (!opening) return;
                // "Acme's chairman, Ann Lee, resigned": the name is in the apposition.
                const IndexRange head = phraseBefore(*opening), apposition = {*opening + 1, i - 1};
                if (!head.empty() && !m_mentions.anyEndsAt(m_text.spanOf(head).end) &&
                    !apposition.empty() && isInPhrase(apposition.begin)) {
                    const std::size_t known = m_found.size();
                    addPhrase(phraseFrom(apposition));
                    // "The minister, Ann Lee, and her guest, Tom Reed, signed it": both.
                    const bool more = head.begin > m_sentence.begin + 1 &&
                                      at(head.begin - 1).lower == "and" &&
                                      at(head.begin - 2).lower == ",";
                    if (m_found.size() > known && !more) return;
                    i = more ? head.begin - 1 : *opening;
                    continue;
                }
                i = *opening;
                continue;
            }
            const IndexRange phrase = phraseBefore(i);
            if (phrase.empty()) return addSubjectOfVerbBefore(i, steps);
            if (!relative && phrase.begin > m_sentence.begin &&
                at(phrase.begin - 1).pos == Pos::Adp) {
                i = phrase.begin - 1; // "Berg on Monday resigned"
                continue;
            }
            // "the board asked Reed to leave": Reed would leave.
            addPhrase(phrase);
            if (infinitive && m_found.empty()) addSubjectOfVerbBefore(phrase.begin, steps);
            return;
        }
    }

    void addSubjectOfVerbBefore(std::uint32_t i, int steps) {
        if (const auto verb = verbBefore(i)) addSubject(*verb, steps - 1);
    }

    std::optional<std::uint32_t> commaBefore(std::uint32_t i) const {
        for (std::uint32_t k = i; k > m_sentence.begin; --k)
            if (at(k - 1).lower == ",") return k - 1;
        return std::nullopt;
    }

    // Objects, and the phrases of those prepositions that name who takes part.
    void addRight(std::uint32_t trigger) {
        constexpr WordSet taking({"against", "alongside", "among", "between", "by", "of", "with"});
        constexpr WordSet towards({"for", "from", "on", "to"});
        const std::uint32_t end = clauseAround(m_text, trigger).end;
        std::string_view preposition;
        std::uint32_t i = trigger + 1;
        while (i < end) {
            const Token& token = at(i);
            if (token.pos == Pos::Verb || token.kind == TokenKind::QuoteMark) break;
            if (!isInPhrase(i)) {
                if (token.pos == Pos::Adp || token.lower == "to") preposition = token.lower;
                if (preposition == "of" && i > trigger + 1) preposition = "in"; // of another noun
                ++i;
                continue;
            }
            const std::uint32_t begin = i;
            while (i < end && isInPhrase(i))
                ++i;
            if (preposition.empty() || taking.contains(preposition))
                addPhrase({begin, i});
            else if (towards.contains(preposition))
                addPhrase({begin, i}, MentionIndex::Places::Without);
        }
    }

    // The verb whose object the noun is.
    std::optional<std::uint32_t> verbOf(std::uint32_t noun) const {
        const std::uint32_t begin = phraseBefore(noun + 1).begin;
        if (begin == m_sentence.begin || at(begin - 1).pos != Pos::Verb) return std::nullopt;
        return begin - 1;
    }

    const TokenizedText& m_text;
    const MentionIndex& m_mentions;
    const std::vector<IndexRange>& m_times;
    IndexRange m_sentence;
    std::vector<EntityId> m_found;
};

} // namespace

MentionIndex::MentionIndex(const std::vector<Entity>& entities) {
    for (std::size_t i = 0; i < entities.size(); ++i) {
        if (entities[i].type == EntityType::Other) continue;
        for (const Mention& mention : entities[i].mentions)
            m_places.push_back(
                {mention.span, makeId<EntityTag>(i), entities[i].type == EntityType::Place});
    }
    std::sort(m_places.begin(), m_places.end(),
              [](const Place& a, const Place& b) { return a.span < b.span; });
    for (const Place& place : m_places)
        m_ends.push_back(place.span.end);
    std::sort(m_ends.begin(), m_ends.end());
}

void MentionIndex::addWithin(Span span, Places places, std::vector<EntityId>& out) const {
    auto it = std::partition_point(m_places.begin(), m_places.end(),
                                   [&](const Place& p) { return p.span.begin < span.begin; });
    for (; it != m_places.end() && it->span.begin < span.end; ++it) {
        if (it->isPlace && places == Places::Without) continue;
        if (std::find(out.begin(), out.end(), it->entity) == out.end()) out.push_back(it->entity);
    }
}

bool MentionIndex::anyEndsAt(std::uint32_t end) const {
    return std::binary_search(m_ends.begin(), m_ends.end(), end);
}

std::vector<EntityId> eventParticipants(const TokenizedText& text, const MentionIndex& mentions,
                                        const std::vector<IndexRange>& times,
                                        std::uint32_t trigger) {
    return Participants(text, mentions, times, trigger).find(trigger);
}

} // namespace quoth

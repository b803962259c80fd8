#include "core/events/words/event_words.h"

#include "core/word_sets/events.h"

namespace quoth {
namespace {

bool mayBeDated(TriggerKind kind) {
    return kind == TriggerKind::Verb || kind == TriggerKind::Noun ||
           kind == TriggerKind::MaybeNoun || kind == TriggerKind::IfModified;
}

class WordFinder {
public:
    WordFinder(const TokenizedText& text, const EventLexicon& lexicon, EventClasses classes,
               const std::vector<Quote>& quotes)
        : m_text(text), m_lexicon(lexicon) {
        m_words.kinds = findTriggers(text, lexicon, quotes);
        m_words.classes = std::move(classes);
    }

    EventWords find(const std::vector<IndexRange>& times) {
        joinLexiconAndClassifier();
        tellStates();
        leaveOutFrame();
        for (const IndexRange time : times)
            leaveOutTime(time);
        for (std::uint32_t i = 0; i < m_text.tokens.size(); ++i)
            if (m_words.classes[i] || mayBeDated(m_words.kinds[i])) m_words.mentions.push_back(i);
        return std::move(m_words);
    }

private:
    // Nouns that the lexicon is sure of name happenings, though the classifier may not know them
    // ("landslide") or take them for statements ("hold talks"); of the others it decides. What
    // states a quote reports, as "recalled" may.
    void joinLexiconAndClassifier() {
        for (std::size_t i = 0; i < m_words.kinds.size(); ++i) {
            TriggerKind& kind = m_words.kinds[i];
            std::optional<EventClass>& eventClass = m_words.classes[i];
            const bool reports =
                kind == TriggerKind::Cue || m_lexicon.isReport(m_text.tokens[i].lemma);
            if (kind == TriggerKind::Noun)
                eventClass = EventClass::Occurrence;
            else if (!eventClass && kind == TriggerKind::MaybeNoun)
                kind = TriggerKind::IfModified;
            else if (reports && eventClass == EventClass::Occurrence)
                eventClass = EventClass::Reporting;
        }
    }

    // "It comes to 500 people": below the headlines the present tense tells what is so, not what
    // happened.
    void tellStates() {
        for (const Sentence& sentence : m_text.sentences) {
            const BlockKind kind = m_text.blocks[sentence.block].kind;
            if (kind == BlockKind::Headline || kind == BlockKind::Standfirst) continue;
            for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
                const FineTag tag = m_text.tokens[i].tag;
                if ((tag == FineTag::VBZ || tag == FineTag::VBP) &&
                    m_words.classes[i] == EventClass::Occurrence)
                    m_words.classes[i] = EventClass::State;
            }
        }
    }

    // "Published 14 November 2025": what is told beside the article is no event of it.
    void leaveOutFrame() {
        for (const Sentence& sentence : m_text.sentences) {
            const BlockKind kind = m_text.blocks[sentence.block].kind;
            if (kind == BlockKind::Byline || kind == BlockKind::Dateline ||
                kind == BlockKind::Credit)
                for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i)
                    leaveOut(i);
        }
    }

    // The words of a time expression ("Election Day", "the second quarter") and the edge that it
    // may name: "by the end of 1980".
    void leaveOutTime(IndexRange time) {
        for (std::uint32_t i = time.begin; i < time.end; ++i)
            leaveOut(i);
        if (time.begin < 2) return;
        std::uint32_t of = time.begin - 1;
        if (m_text.tokens[of].pos == Pos::Det) --of;
        if (of == 0 || m_text.tokens[of].lower != "of") return;
        if (words::timeEdges.contains(m_text.tokens[of - 1].lower)) leaveOut(of - 1);
    }

    void leaveOut(std::uint32_t i) {
        m_words.kinds[i] = TriggerKind::None;
        m_words.classes[i].reset();
    }

    const TokenizedText& m_text;
    const EventLexicon& m_lexicon;
    EventWords m_words;
};

} // namespace

EventWords findEventWords(const TokenizedText& text, const EventLexicon& lexicon,
                          EventClasses classes, const std::vector<Quote>& quotes,
                          const std::vector<IndexRange>& times) {
    return WordFinder(text, lexicon, std::move(classes), quotes).find(times);
}

} // namespace quoth

#include "core/events/dating/lead.h"

#include <algorithm>

namespace quoth {
namespace {

class Lead {
public:
    explicit Lead(const EventContext& context) : m_context(context), m_text(context.text) {}

    void date(EventDatings& datings) const {
        const auto dateline = datelineDay();
        if (!dateline) return;
        for (const Sentence& sentence : m_text.sentences) {
            if (m_text.blocks[sentence.block].kind != BlockKind::Paragraph) continue;
            const auto verb =
                holdsTime(sentence.tokens) ? std::nullopt : mainPastVerb(sentence.tokens);
            if (verb)
                datings[carriedNoun(m_text, m_context.lexicon, m_context.words.kinds, *verb)] =
                    dateline;
            return;
        }
    }

private:
    std::optional<EventDating> datelineDay() const {
        for (std::size_t t = 0; t < m_context.times.size(); ++t) {
            if (m_context.timeTokens[t].empty()) continue;
            const Block& block = m_text.blocks[m_text.blockOf(m_context.timeTokens[t].begin)];
            if (block.kind == BlockKind::Paragraph) break;
            if (block.kind != BlockKind::Dateline) continue;
            const auto value = CalendarValue::parse(m_context.times[t].value);
            if (value && value->isOneDay()) return EventDating{makeId<TimeTag>(t), *value};
        }
        return std::nullopt;
    }

    bool holdsTime(IndexRange sentence) const {
        return std::any_of(m_context.timeTokens.begin(), m_context.timeTokens.end(),
                           [&](IndexRange time) {
                               return time.begin >= sentence.begin && time.begin < sentence.end;
                           });
    }

    // The main verb of the sentence, where it tells what happened; "has been found" may have
    // happened on any day.
    std::optional<std::uint32_t> mainPastVerb(IndexRange sentence) const {
        const Syntax& syntax = m_context.syntax;
        for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
            if (!syntax.isRoot(i)) continue;
            const VerbGroup* group = syntax.verbGroupAt(i);
            // A participle alone is a past tense that was taken for one.
            const bool told = group && !group->perfect &&
                              (group->tense == Tense::Past || group->form == VerbForm::Participle);
            const bool happens = m_context.words.kinds[i] == TriggerKind::Verb &&
                                 !m_context.lexicon.isReport(m_text.tokens[i].lemma);
            return told && happens ? std::optional(i) : std::nullopt;
        }
        return std::nullopt;
    }

    const EventContext& m_context;
    const TokenizedText& m_text;
};

} // namespace

void dateLead(const EventContext& context, EventDatings& datings) {
    Lead(context).date(datings);
}

} // namespace quoth

#include "core/events/event_finder.h"

#include "core/events/dating/event_dates.h"
#include "core/events/facts/event_facts.h"
#include "core/events/sharing/happening_dates.h"
#include "core/events/sharing/same_happening.h"
#include "core/events/sharing/shared_time.h"
#include "core/events/words/event_words.h"

namespace quoth {
namespace {

// The mentions that are dated or have a class of their own.
std::vector<Event> listEvents(const EventContext& context, std::vector<EventFacts> facts,
                              const EventDatings& datings, const FirstMentions& first) {
    const EventWords& words = context.words;
    std::vector<Event> events;
    std::vector<EventId> ids(words.mentions.size()); // of each that is listed
    for (std::size_t i = 0; i < words.mentions.size(); ++i) {
        const std::uint32_t token = words.mentions[i];
        const auto& dating = datings[token];
        if (!dating && !words.classes[token]) continue;
        Event event;
        event.trigger = context.text.tokens[token].span;
        // What a time dates happens, whatever the classifier says.
        if (!dating) event.eventClass = *words.classes[token];
        if (dating) {
            event.time = dating->time;
            event.value = dating->value.toString();
        }
        event.participants = std::move(facts[i].participants);
        event.summary = std::move(facts[i].summary);
        event.status = facts[i].statusOn(dating && context.isAhead(dating->value));
        if (first[i]) event.same = ids[*first[i]];
        ids[i] = makeId<EventTag>(events.size());
        events.push_back(std::move(event));
    }
    return events;
}

} // namespace

Expected<EventFinder> EventFinder::load(const std::filesystem::path& resources,
                                        const Tagger& tagger) {
    auto lexicon = EventLexicon::load(resources);
    if (!lexicon) return unexpected(lexicon.error());
    auto classifier =
        EventClassifier::load(resources / "models" / "events.model", *lexicon, tagger);
    if (!classifier) return unexpected(classifier.error());
    return EventFinder(std::move(*lexicon), std::move(*classifier));
}

std::vector<Event> EventFinder::find(const TokenizedText& text, const Syntax& syntax,
                                     const std::vector<TimeExpression>& times,
                                     const std::vector<Entity>& entities,
                                     const std::vector<Quote>& quotes,
                                     std::optional<Date> published) const {
    std::vector<IndexRange> timeTokens;
    for (const TimeExpression& time : times)
        timeTokens.push_back(text.tokensIn(time.span));
    const EventWords words =
        findEventWords(text, m_lexicon, m_classifier.classify(text, m_lexicon), quotes, timeTokens);
    auto facts = eventFacts(text, syntax, m_lexicon, MentionIndex(entities), words.mentions);
    const EventContext context{text, syntax, m_lexicon, words, times, timeTokens, published};
    EventDates dates = dateEvents(context);
    shareTimes(context, dates);
    FirstMentions first = firstMentions(context, facts, dates.datings);
    dateByHappenings(context, first, dates.datings);
    return listEvents(context, std::move(facts), dates.datings, first);
}

} // namespace quoth

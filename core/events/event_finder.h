// Events: happenings named by a verb or noun, the time that dates them, who took part. In: tagged
// text with its grammar, times, entities and quotes. Out: events ordered by trigger; all mentions
// are listed, those with a value are the timeline's. Statements are quotes, not events. Immutable
// once loaded.
#pragma once

#include "core/document/annotations.h"
#include "core/document/date.h"
#include "core/document/tokenized_text.h"
#include "core/events/words/classifier.h"
#include "core/events/words/lexicon.h"
#include "core/support/expected.h"
#include "core/syntax/syntax.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace quoth {

class EventFinder {
public:
    // BadResource when a lexicon or the model is missing, damaged or of another version.
    // The model's samples are tagged by `tagger`.
    static Expected<EventFinder> load(const std::filesystem::path& resources, const Tagger& tagger);

    std::vector<Event> find(const TokenizedText& text, const Syntax& syntax,
                            const std::vector<TimeExpression>& times,
                            const std::vector<Entity>& entities, const std::vector<Quote>& quotes,
                            std::optional<Date> published) const;

private:
    EventFinder(EventLexicon lexicon, EventClassifier classifier)
        : m_lexicon(std::move(lexicon)), m_classifier(std::move(classifier)) {}

    EventLexicon m_lexicon;
    EventClassifier m_classifier;
};

} // namespace quoth

// What the classifier of event words looks at. In: tagged text. Out: the words that may name an
// event, and a row of features for each.
#pragma once

#include "core/document/annotations.h"
#include "core/document/tokenized_text.h"
#include "core/events/words/lexicon.h"
#include "core/learning/features.h"
#include "core/learning/linear_chain.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace quoth {

// Changes with every change to the features: models of another revision are refused.
constexpr std::uint32_t eventFeatureRevision = 2;

// The labels: no event, or an event's class.
constexpr std::array<std::string_view, 4> eventLabels = {"none", "occurrence", "state",
                                                         "reporting"};
constexpr Label noEvent = 0;
constexpr Label eventLabelOf(EventClass eventClass) {
    return static_cast<Label>(1 + static_cast<int>(eventClass));
}
constexpr std::optional<EventClass> eventClassOf(Label label) {
    if (label == noEvent) return std::nullopt;
    return static_cast<EventClass>(label - 1);
}

// Verbs, nouns and adjectives of the sentence, in order: indexes of tokens.
void findEventCandidates(const TokenizedText& text, const Sentence& sentence,
                         std::vector<std::uint32_t>& candidates);
// A row for each of the candidates, all of one sentence.
void findEventFeatures(const TokenizedText& text, const EventLexicon& lexicon,
                       const std::vector<std::uint32_t>& candidates, FeatureRows& rows);

// What the encoder says of these candidates, a row of labels each, as much as it counts beside the
// classifier; empty where it did not read the text.
std::vector<float> encodedEvents(const TokenizedText& text,
                                 std::span<const std::uint32_t> candidates);

} // namespace quoth

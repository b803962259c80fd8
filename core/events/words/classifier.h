// Which words name an event, and of which class: a conditional random field over the verbs, nouns
// and adjectives of a sentence (models/events.model). Immutable once loaded; const calls are
// thread-safe.
#pragma once

#include "core/document/annotations.h"
#include "core/document/tokenized_text.h"
#include "core/events/words/lexicon.h"
#include "core/learning/model_file.h"
#include "core/learning/sequence_model.h"
#include "core/support/expected.h"
#include "core/tagging/tagger.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

class EventClassifier {
public:
    // BadResource when the model is missing, damaged or of another version, and when its own
    // samples, tagged by `tagger`, get other answers than at its making. `lexicon` must outlive the
    // call alone; give the same one to `classify`.
    static Expected<EventClassifier> load(const std::filesystem::path& model,
                                          const EventLexicon& lexicon, const Tagger& tagger);

    // One class for each token; nothing for words that name no event.
    std::vector<std::optional<EventClass>> classify(const TokenizedText& text,
                                                    const EventLexicon& lexicon) const;
    // The event words of a paragraph in one line, as the model's samples have them.
    std::string answer(const EventLexicon& lexicon, const Tagger& tagger,
                       std::string_view paragraph) const;

    static constexpr const char* stage = "events"; // as model files name it

private:
    EventClassifier(ModelFile file, SequenceModel model)
        : m_file(std::move(file)), m_model(std::move(model)) {}

    ModelFile m_file; // what the model reads
    SequenceModel m_model;
};

} // namespace quoth

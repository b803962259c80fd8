// Named mentions: people, organisations, places and other things called by name. In: tagged text.
// Out: ordered mentions without overlap. Immutable once loaded; const calls are thread-safe.
// Two conditional random fields (models/names.model), the second of which sees what the first one
// found in the whole document; core/names/name_features.h tells what they look at.
#pragma once

#include "core/document/annotations.h"
#include "core/document/tokenized_text.h"
#include "core/learning/model_file.h"
#include "core/learning/sequence_model.h"
#include "core/names/gazetteer.h"
#include "core/support/expected.h"
#include "core/tagging/tagger.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

struct NamedMention {
    Span span;         // titles ("Mr", "President") and determiners left out
    IndexRange tokens; // that the span overlaps; two mentions share a token in "China-Iran"
    EntityType type = EntityType::Other;
    // From the forename or a title before it; also of a name that a forename begins and that is
    // found as something else than a person.
    Gender gender = Gender::Unknown;
    float confidence = 1; // probability of span and type
};

class NameFinder {
public:
    // BadResource when a lexicon or the model is missing, damaged or of another version, and when
    // the model's own samples, tagged by `tagger`, get other names than at its making.
    static Expected<NameFinder> load(const std::filesystem::path& resources, const Tagger& tagger);
    static Expected<NameFinder> load(const std::filesystem::path& model, Gazetteer gazetteer,
                                     const Tagger& tagger);

    std::vector<NamedMention> find(const TokenizedText& text) const;
    // The names of a paragraph in one line, as the model's samples have them.
    std::string answer(const Tagger& tagger, std::string_view paragraph) const;

    static constexpr const char* stage = "names"; // as model files name it

private:
    NameFinder(ModelFile file, SequenceModel first, SequenceModel second, Gazetteer gazetteer)
        : m_file(std::move(file)), m_first(std::move(first)), m_second(std::move(second)),
          m_gazetteer(std::move(gazetteer)) {}

    ModelFile m_file; // what the models read
    SequenceModel m_first, m_second;
    Gazetteer m_gazetteer;
};

} // namespace quoth

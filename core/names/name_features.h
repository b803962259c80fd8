// What the name models look at. In: units of a document; for the second stage, also what the first
// one found in all of it. Out: one row of features a unit. Training and finding share this file; a
// change of what it gives calls for a new revision and new models.
//
// Two stages after Krishnan and Manning, "An effective two-stage model for exploiting non-local
// dependencies in named entity recognition" (2006): the second one sees how the first one took the
// same words elsewhere in the article.
#pragma once

#include "core/document/annotations.h"
#include "core/learning/features.h"
#include "core/learning/linear_chain.h"
#include "core/names/name_units.h"

#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace quoth {

constexpr std::uint32_t nameFeatureRevision = 1;

// Labels: "O", then a type's letter (P, O, L, M) with its place in the name: Begin, Inside, End,
// Single.
constexpr std::size_t nameLabelCount = 17;
std::string nameLabel(Label label); // "B-PER", "O"
constexpr Label outside = 0;
enum class NamePart : std::uint8_t { Begin, Inside, End, Single };
constexpr std::array<EntityType, 4> nameTypes = {EntityType::Person, EntityType::Organization,
                                                 EntityType::Place, EntityType::Other};
constexpr Label nameLabelOf(std::size_t type, NamePart part) { // type: index of nameTypes
    return static_cast<Label>(1 + 4 * type + static_cast<std::size_t>(part));
}
constexpr std::size_t nameTypeOf(Label label) {
    return (label - 1u) / 4;
} // not of `outside`
constexpr NamePart namePartOf(Label label) {
    return static_cast<NamePart>((label - 1u) % 4);
}

// Names as ranges of units, from well-formed or other labels (as "B-PER O" would be).
struct LabelledUnits {
    IndexRange units;
    std::size_t type = 0; // index of nameTypes
};
std::vector<LabelledUnits> namesOf(std::span<const Label> labels, std::uint32_t firstUnit);

// How the first stage took the words of the whole document.
class NameMemory {
public:
    // `labels`: one for each unit of the document.
    NameMemory(const NameUnits& units, std::span<const Label> labels);

    // Did the first stage see a name in the sentence, or one of its capitalised words in a name
    // elsewhere? If not, there is nothing for the second stage to look at.
    bool mayHoldNames(std::size_t sentence) const;
    // Adds to the row of unit `i` what the memory says.
    void findFeatures(std::size_t sentence, std::uint32_t i, FeatureRows& rows) const;

private:
    struct Votes {
        std::array<std::uint16_t, 5> ofType{}; // none, then nameTypes
        std::uint16_t firstOf = 0, lastOf = 0; // bit sets of types: in names of several words
    };

    const NameUnits& m_units;
    std::span<const Label> m_labels;
    std::unordered_map<std::uint64_t, Votes> m_words;
    std::unordered_map<std::uint64_t, Votes> m_names; // whole names
    std::unordered_map<std::uint64_t, std::uint8_t>
        m_acronyms;                      // to 1 + type of what they stand for
    std::vector<std::uint64_t> m_nameOf; // of each unit: hash of the name it is in, 0
};
// Likely: units with no capital or digit near them, which are hardly ever in a name, get no
// features; they are outside. Models are trained on all.
enum class NameRows { All, Likely };
// `memory`: null for the first stage.
void findNameFeatures(const TokenizedText& text, const NameUnits& units, std::size_t sentence,
                      const NameMemory* memory, NameRows wanted, FeatureRows& rows);

} // namespace quoth

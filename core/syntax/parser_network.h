// The network that scores the parser's transitions. Each word's features have learned vectors,
// which are added up; three layers then let each word see its neighbours; what a word says in each
// of the places that a decision looks at (top of the stack, first of the queue ...) is computed
// once a word, so that a decision adds up a few vectors (after Kiperwasser and Goldberg, "Simple
// and accurate dependency parsing using bidirectional LSTM feature representations", 2016, with
// windows instead of recurrence, and Chen and Manning, "A fast and accurate dependency parser using
// neural networks", 2014).
//
// All numbers are single-precision and row-major. Immutable; const calls are thread-safe.
#pragma once

#include "core/learning/features.h"
#include "core/learning/integer_products.h"
#include "core/learning/model_file.h"
#include "core/support/expected.h"
#include "core/syntax/arc_hybrid.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace quoth {

namespace network_size {
inline constexpr std::size_t vector = 64, layers = 3, window = 3;
inline constexpr std::size_t actionHidden = 64, relationHidden = 48;
inline constexpr std::size_t actionWords = 10, actionMarks = 10;   // a decision on a transition
inline constexpr std::size_t relationWords = 6, relationMarks = 6; // on a relation
inline constexpr std::size_t actions = 16;                         // outputs, padded
inline constexpr std::size_t relations = (relationCount + 15) / 16 * 16;
inline constexpr std::size_t mark = 64; // values of a mark
} // namespace network_size

enum class NetworkPart : std::uint8_t {
    FeatureVectors, // a row for each known feature
    Edges,          // before the sentence, after it
    Windows,        // layers x window x vector by vector
    WindowBias,     // layers by vector
    ActionWords,    // places x vector by hidden
    ActionMarks,    // marks x values by hidden
    ActionBias,
    ActionOutput, // hidden by actions
    RelationWords,
    RelationMarks,
    RelationBias,
    RelationOutput,
    Count
};
constexpr std::size_t networkPartCount = static_cast<std::size_t>(NetworkPart::Count);
struct NetworkShape {
    std::size_t rows = 0, columns = 0;
};
NetworkShape shapeOf(NetworkPart part, std::size_t features); // `features`: how many are known
std::string_view name(NetworkPart part);                      // of its section in the model file

// Views of weights that somebody else owns.
struct ParserNetwork {
    std::array<std::span<const float>, networkPartCount> parts;

    const float* row(NetworkPart part, std::size_t row, std::size_t columns) const {
        return parts[static_cast<std::size_t>(part)].data() + row * columns;
    }
    const float* data(NetworkPart part) const {
        return parts[static_cast<std::size_t>(part)].data();
    }
};

// What the network makes of one sentence. Positions as in ArcHybrid: 0 to size + 1. Buffers are
// reused from sentence to sentence.
struct EncodedSentence {
    std::size_t size = 0;
    std::array<std::vector<float>, network_size::layers + 1> layers; // positions by vector
    std::vector<float> actionWords;   // positions by places by hidden
    std::vector<float> relationWords; // positions by places by hidden
};

constexpr std::uint32_t unknownFeature = 0xFFFFFFFF;
// The first layer, from the rows in FeatureVectors of each word's features.
void embedWords(const ParserNetwork& network, std::span<const std::uint32_t> rows,
                std::span<const std::uint32_t> ends, EncodedSentence& out);
// All that follows from it.
void encodeWords(const ParserNetwork& network, EncodedSentence& sentence);

// The matrices that words are multiplied by, in 16-bit integers.
struct IntegerNetwork {
    IntegerNetwork() = default;
    explicit IntegerNetwork(const ParserNetwork& network);

    std::array<IntegerMatrix, network_size::layers * network_size::window> windows;
    std::array<IntegerMatrix, network_size::actionWords> actionWords;
    std::array<IntegerMatrix, network_size::relationWords> relationWords;
};
// Nearly the same as encodeWords(), in half the time.
void encodeWords(const ParserNetwork& network, const IntegerNetwork& integers,
                 EncodedSentence& sentence);

// What a decision looks at: positions of words, and rows of its marks (relations of dependents,
// distances, numbers of dependents).
struct ActionContext {
    std::array<std::uint32_t, network_size::actionWords> words;
    std::array<std::uint32_t, network_size::actionMarks> marks;
};
struct RelationContext {
    std::array<std::uint32_t, network_size::relationWords> words;
    std::array<std::uint32_t, network_size::relationMarks> marks;
};
ActionContext actionContext(const ArcHybrid& state);
RelationContext relationContext(const ArcHybrid& state, ArcHybrid::Position head,
                                ArcHybrid::Position dependent);

struct ActionScores {
    std::array<float, network_size::actionHidden> hidden;
    std::array<float, network_size::actions> scores; // the first transitionCount count
};
struct RelationScores {
    std::array<float, network_size::relationHidden> hidden;
    std::array<float, network_size::relations> scores; // the first relationCount count
};
void scoreActions(const ParserNetwork& network, const EncodedSentence& sentence,
                  const ActionContext& context, ActionScores& out);
void scoreRelations(const ParserNetwork& network, const EncodedSentence& sentence,
                    const RelationContext& context, RelationScores& out);

// The best allowed one; ties go to the earlier.
Transition bestTransition(const ArcHybrid& state, const ActionScores& scores);
Relation bestRelation(const RelationScores& scores); // never Root

} // namespace quoth

#include "core/syntax/parser_network.h"

#include "core/learning/dense.h"

#include <algorithm>

namespace quoth {

namespace size = network_size;

NetworkShape shapeOf(NetworkPart part, std::size_t features) {
    switch (part) {
    case NetworkPart::FeatureVectors:
        return {features, size::vector};
    case NetworkPart::Edges:
        return {2, size::vector};
    case NetworkPart::Windows:
        return {size::layers * size::window * size::vector, size::vector};
    case NetworkPart::WindowBias:
        return {size::layers, size::vector};
    case NetworkPart::ActionWords:
        return {size::actionWords * size::vector, size::actionHidden};
    case NetworkPart::ActionMarks:
        return {size::actionMarks * size::mark, size::actionHidden};
    case NetworkPart::ActionBias:
        return {1, size::actionHidden};
    case NetworkPart::ActionOutput:
        return {size::actionHidden, size::actions};
    case NetworkPart::RelationWords:
        return {size::relationWords * size::vector, size::relationHidden};
    case NetworkPart::RelationMarks:
        return {size::relationMarks * size::mark, size::relationHidden};
    case NetworkPart::RelationBias:
        return {1, size::relationHidden};
    case NetworkPart::RelationOutput:
        return {size::relationHidden, size::relations};
    case NetworkPart::Count:
        break;
    }
    return {};
}

std::string_view name(NetworkPart part) {
    constexpr std::array<std::string_view, networkPartCount> names = {
        "vectors",        "edges",          "windows",       "window bias",
        "action words",   "action marks",   "action bias",   "action output",
        "relation words", "relation marks", "relation bias", "relation output"};
    return names[static_cast<std::size_t>(part)];
}

void embedWords(const ParserNetwork& network, std::span<const std::uint32_t> rows,
                std::span<const std::uint32_t> ends, EncodedSentence& out) {
    out.size = ends.size();
    std::vector<float>& layer = out.layers[0];
    layer.assign((out.size + 2) * size::vector, 0);
    const auto at = [&](std::size_t position) {
        return std::span(layer).subspan(position * size::vector, size::vector);
    };
    addTo(at(0), network.row(NetworkPart::Edges, 0, size::vector));
    addTo(at(out.size + 1), network.row(NetworkPart::Edges, 1, size::vector));
    std::size_t i = 0;
    thread_local std::vector<const float*> vectors;
    for (std::size_t word = 0; word < out.size; ++word) {
        vectors.clear();
        for (; i < ends[word]; ++i)
            if (rows[i] != unknownFeature)
                vectors.push_back(network.row(NetworkPart::FeatureVectors, rows[i], size::vector));
        addVectors(vectors, at(word + 1));
    }
}

namespace {

// Runs the layers and the places. `multiply(rows, count, matrix, out, stride)` adds to `out` the
// products of `count` words of the layer from the word `rows` on; matrices are counted through:
// windows, then places of actions, then of relations. `prepare` is told of each layer before.
template <class Prepare, class Multiply>
void encode(const ParserNetwork& network, EncodedSentence& sentence, Prepare prepare,
            Multiply multiply) {
    const std::size_t positions = sentence.size + 2;
    thread_local std::vector<float> seen; // what a layer's windows give
    for (std::size_t l = 0; l < size::layers; ++l) {
        const std::vector<float>& from = sentence.layers[l];
        std::vector<float>& to = sentence.layers[l + 1];
        prepare(from);
        seen.resize(positions * size::vector);
        const float* bias = network.row(NetworkPart::WindowBias, l, size::vector);
        for (std::size_t p = 0; p < positions; ++p)
            std::copy_n(bias, size::vector,
                        seen.begin() + static_cast<std::ptrdiff_t>(p * size::vector));
        // The neighbour before, the word itself, the neighbour after; at the edges, the edge.
        const std::size_t matrix = l * size::window;
        const auto out = [&](std::size_t position) {
            return seen.data() + position * size::vector;
        };
        multiply(0, 1, matrix, out(0), size::vector);
        multiply(0, positions - 1, matrix, out(1), size::vector);
        multiply(0, positions, matrix + 1, out(0), size::vector);
        multiply(1, positions - 1, matrix + 2, out(0), size::vector);
        multiply(positions - 1, 1, matrix + 2, out(positions - 1), size::vector);
        to.resize(positions * size::vector);
        for (std::size_t i = 0; i < to.size(); ++i)
            to[i] = from[i] + (seen[i] > 0 ? seen[i] : 0);
    }
    prepare(sentence.layers[size::layers]);
    const auto project = [&](std::size_t matrix, std::size_t places, std::size_t hidden,
                             std::vector<float>& out) {
        out.assign(positions * places * hidden, 0);
        for (std::size_t place = 0; place < places; ++place)
            multiply(0, positions, matrix + place, out.data() + place * hidden, places * hidden);
    };
    constexpr std::size_t windows = size::layers * size::window;
    project(windows, size::actionWords, size::actionHidden, sentence.actionWords);
    project(windows + size::actionWords, size::relationWords, size::relationHidden,
            sentence.relationWords);
}

// Where a matrix of that number lies.
struct MatrixPlace {
    NetworkPart part;
    std::size_t number; // in its part
    std::size_t outputs;
};
MatrixPlace placeOf(std::size_t matrix) {
    constexpr std::size_t windows = size::layers * size::window;
    if (matrix < windows) return {NetworkPart::Windows, matrix, size::vector};
    matrix -= windows;
    if (matrix < size::actionWords) return {NetworkPart::ActionWords, matrix, size::actionHidden};
    return {NetworkPart::RelationWords, matrix - size::actionWords, size::relationHidden};
}

} // namespace

void encodeWords(const ParserNetwork& network, EncodedSentence& sentence) {
    const float* words = nullptr;
    encode(
        network, sentence, [&](const std::vector<float>& layer) { words = layer.data(); },
        [&](std::size_t first, std::size_t count, std::size_t matrix, float* out,
            std::size_t stride) {
            const MatrixPlace place = placeOf(matrix);
            addProducts({words + first * size::vector, count, size::vector}, size::vector,
                        network.row(place.part, place.number * size::vector, place.outputs),
                        place.outputs, out, stride);
        });
}

IntegerNetwork::IntegerNetwork(const ParserNetwork& network) {
    const auto fill = [&](auto& matrices, NetworkPart part, std::size_t outputs) {
        for (std::size_t m = 0; m < matrices.size(); ++m)
            matrices[m] =
                IntegerMatrix(network.row(part, m * size::vector, outputs), size::vector, outputs);
    };
    fill(windows, NetworkPart::Windows, size::vector);
    fill(actionWords, NetworkPart::ActionWords, size::actionHidden);
    fill(relationWords, NetworkPart::RelationWords, size::relationHidden);
}

void encodeWords(const ParserNetwork& network, const IntegerNetwork& integers,
                 EncodedSentence& sentence) {
    thread_local std::vector<std::int16_t> words;
    encode(
        network, sentence,
        [&](const std::vector<float>& layer) {
            words.resize(layer.size());
            toIntegers(layer, words.data());
        },
        [&](std::size_t first, std::size_t count, std::size_t matrix, float* out,
            std::size_t stride) {
            const MatrixPlace place = placeOf(matrix);
            const IntegerMatrix& weights =
                place.part == NetworkPart::Windows       ? integers.windows[place.number]
                : place.part == NetworkPart::ActionWords ? integers.actionWords[place.number]
                                                         : integers.relationWords[place.number];
            weights.addProducts(words.data() + first * size::vector, count, size::vector, out,
                                stride);
        });
}

namespace {

// Rows of marks are counted through: `mark` is the mark's number, `value` is cut off at the end.
std::uint32_t markRow(std::size_t mark, std::size_t value) {
    return static_cast<std::uint32_t>(mark * size::mark + std::min(value, size::mark - 1));
}
static_assert(relationCount < size::mark, "a relation is a value of a mark");

// 0 for no word, else its relation.
std::size_t relationMark(const ArcHybrid& state, ArcHybrid::Position position) {
    return position == 0 ? 0 : static_cast<std::size_t>(state.word(position).relation) + 1;
}

template <class Context, class Scores>
void score(const ParserNetwork& network, const std::vector<float>& words, NetworkPart marks,
           NetworkPart bias, NetworkPart output, const Context& context, Scores& out) {
    const std::size_t hidden = out.hidden.size(), places = context.words.size();
    std::copy_n(network.data(bias), hidden, out.hidden.begin());
    std::array<const float*, std::tuple_size_v<decltype(Context::words)> +
                                 std::tuple_size_v<decltype(Context::marks)>>
        vectors;
    for (std::size_t place = 0; place < places; ++place)
        vectors[place] = words.data() + (context.words[place] * places + place) * hidden;
    for (std::size_t mark = 0; mark < context.marks.size(); ++mark)
        vectors[places + mark] = network.row(marks, context.marks[mark], hidden);
    addVectors(vectors, out.hidden);
    rectify(out.hidden);
    out.scores.fill(0);
    addProducts({out.hidden.data(), 1, hidden}, hidden, network.data(output), out.scores.size(),
                out.scores.data(), out.scores.size());
}

} // namespace

ActionContext actionContext(const ArcHybrid& state) {
    const auto top = state.stack(0), below = state.stack(1), next = state.queue();
    const auto& topWord = state.word(top);
    const auto& belowWord = state.word(below);
    const auto& nextWord = state.word(next);
    const auto some = [](std::uint32_t count) { return std::min(count, 3U); };
    const auto relation = [&](ArcHybrid::Position p) { return relationMark(state, p); };
    const auto afterNext = next != 0 && next < state.rootHead() ? next + 1 : 0;
    return {{top, below, state.stack(2), next, afterNext, topWord.firstLeft, topWord.lastRight,
             belowWord.firstLeft, belowWord.lastRight, nextWord.firstLeft},
            {markRow(0, relation(topWord.firstLeft)), markRow(1, relation(topWord.lastRight)),
             markRow(2, relation(belowWord.lastRight)), markRow(3, relation(nextWord.firstLeft)),
             markRow(4, relation(belowWord.firstLeft)),
             markRow(5, top == 0 ? 0 : std::min(next - top, 7U)),
             markRow(6, below == 0 ? 0 : std::min(top - below, 7U)),
             markRow(7, some(topWord.lefts) * 4 + some(topWord.rights)),
             markRow(8, some(belowWord.rights) * 4 + some(nextWord.lefts)),
             markRow(9, std::min(state.stackSize(), std::size_t{7}))}};
}

RelationContext relationContext(const ArcHybrid& state, ArcHybrid::Position head,
                                ArcHybrid::Position dependent) {
    const auto& headWord = state.word(head);
    const auto& word = state.word(dependent);
    const bool after = head > dependent;
    const std::uint32_t distance = std::min(after ? head - dependent : dependent - head, 7U);
    const auto relation = [&](ArcHybrid::Position p) { return relationMark(state, p); };
    return {
        {head, dependent, word.firstLeft, word.lastRight, headWord.firstLeft, headWord.lastRight},
        {markRow(0, relation(word.firstLeft)), markRow(1, relation(word.lastRight)),
         markRow(2, relation(headWord.firstLeft)), markRow(3, relation(headWord.lastRight)),
         markRow(4, std::min(headWord.lefts + headWord.rights, 7U)),
         markRow(5, (after ? 8 : 0) + distance)}};
}

void scoreActions(const ParserNetwork& network, const EncodedSentence& sentence,
                  const ActionContext& context, ActionScores& out) {
    score(network, sentence.actionWords, NetworkPart::ActionMarks, NetworkPart::ActionBias,
          NetworkPart::ActionOutput, context, out);
}

void scoreRelations(const ParserNetwork& network, const EncodedSentence& sentence,
                    const RelationContext& context, RelationScores& out) {
    score(network, sentence.relationWords, NetworkPart::RelationMarks, NetworkPart::RelationBias,
          NetworkPart::RelationOutput, context, out);
}

Transition bestTransition(const ArcHybrid& state, const ActionScores& scores) {
    auto best = static_cast<Transition>(transitionCount);
    for (std::size_t t = 0; t < transitionCount; ++t) {
        const auto transition = static_cast<Transition>(t);
        if (!state.allows(transition)) continue;
        if (best == static_cast<Transition>(transitionCount) ||
            scores.scores[t] > scores.scores[static_cast<std::size_t>(best)])
            best = transition;
    }
    return best;
}

Relation bestRelation(const RelationScores& scores) {
    std::size_t best = 0;
    static_assert(Relation::Root != static_cast<Relation>(0));
    for (std::size_t r = 1; r < relationCount; ++r)
        if (static_cast<Relation>(r) != Relation::Root && scores.scores[r] > scores.scores[best])
            best = r;
    return static_cast<Relation>(best);
}

} // namespace quoth

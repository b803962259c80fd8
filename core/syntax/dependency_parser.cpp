#include "core/syntax/dependency_parser.h"

#include "core/learning/model_samples.h"
#include "core/syntax/encoded_trees.h"
#include "core/syntax/parser_features.h"
#include "core/syntax/tree_repairs.h"
#include "core/text/plain_analysis.h"

#include <algorithm>
#include <bit>
#include <optional>

namespace quoth {
namespace {

// Words that are read at once. Longer sentences, which are none, are read in pieces, so that memory
// stays small.
constexpr std::uint32_t longestPiece = 1000;

} // namespace

Expected<DependencyParser> DependencyParser::load(const std::filesystem::path& resources,
                                                  const Tagger& tagger) {
    return loadModel(resources / "models" / "syntax.model", tagger);
}

Expected<DependencyParser> DependencyParser::loadModel(const std::filesystem::path& model,
                                                       const Tagger& tagger) {
    auto file = ModelFile::open(model, stage, parserFeatureRevision);
    if (!file) return unexpected(file.error());
    DependencyParser out(std::move(*file));
    if (const Outcome read = out.read(); !read) return unexpected(read.error());
    const Outcome checked = checkModelSamples(
        out.m_file, [&](std::string_view sample) { return out.answer(sample, tagger); });
    if (!checked) return unexpected(checked.error());
    return out;
}

Outcome DependencyParser::read() {
    const auto damaged = [&](const std::string& what) {
        return unexpected(ErrorCode::BadResource,
                          "The model " + m_file.path().string() + " is damaged: " + what + ".");
    };
    const auto slots = m_file.array<ModelSlot>("slots");
    if (!slots) return unexpected(slots.error());
    if (!std::has_single_bit(slots->size())) return damaged("its table has an odd size");
    m_slots = *slots;
    m_bits = static_cast<unsigned>(std::countr_zero(slots->size()));
    std::size_t features = 0;
    bool hasFree = false;
    for (const ModelSlot& slot : m_slots) {
        if (slot.row == ModelSlot::freeSlot)
            hasFree = true;
        else
            features = std::max<std::size_t>(features, slot.row + std::size_t{1});
    }
    if (!hasFree) return damaged("its table has no free place");
    for (std::size_t p = 0; p < networkPartCount; ++p) {
        const auto part = static_cast<NetworkPart>(p);
        const auto values = m_file.array<float>(name(part));
        if (!values) return unexpected(values.error());
        const NetworkShape shape = shapeOf(part, features);
        if (values->size() != shape.rows * shape.columns)
            return damaged("its part \"" + std::string(name(part)) + "\" has another size");
        m_network.parts[p] = *values;
    }
    m_integers = IntegerNetwork(m_network);
    return std::monostate{};
}

std::uint32_t DependencyParser::rowOf(Feature feature) const {
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t at = firstSlot(feature, m_bits);; at = (at + 1) & mask) {
        const ModelSlot& slot = m_slots[at];
        if (slot.row == ModelSlot::freeSlot) return unknownFeature;
        if (slot.feature == feature) return slot.row;
    }
}

void DependencyParser::lookUp(const FeatureRows& features, std::vector<std::uint32_t>& rows,
                              std::vector<std::uint32_t>& ends) const {
    rows.clear();
    ends.clear();
    for (std::size_t word = 0; word < features.size(); ++word) {
        for (const Feature feature : features.row(word))
            rows.push_back(rowOf(feature));
        ends.push_back(static_cast<std::uint32_t>(rows.size()));
    }
}

void parseGreedily(const ParserNetwork& network, const EncodedSentence& sentence,
                   ArcHybrid& state) {
    state.start(static_cast<std::uint32_t>(sentence.size));
    ActionScores actions;
    RelationScores relations;
    while (!state.isDone()) {
        scoreActions(network, sentence, actionContext(state), actions);
        const Transition transition = bestTransition(state, actions);
        const bool labels = transition != Transition::Shift;
        if (!labels || state.headBy(transition) == state.rootHead()) {
            state.apply(transition);
            continue;
        }
        scoreRelations(network, sentence,
                       relationContext(state, state.headBy(transition), state.dependent()),
                       relations);
        state.apply(transition, bestRelation(relations));
    }
}

Dependencies DependencyParser::parse(const TokenizedText& text) const {
    Dependencies out(text.tokens.size());
    FeatureRows features;
    std::vector<std::uint32_t> rows, ends;
    EncodedSentence encoded;
    ArcHybrid state;
    EncodedTrees encodedTrees;
    for (const Sentence& sentence : text.sentences) {
        std::optional<std::uint32_t> root; // of the pieces before
        Sentence piece = sentence;
        for (piece.tokens.end = piece.tokens.begin; piece.tokens.end < sentence.tokens.end;) {
            piece.tokens = {piece.tokens.end,
                            std::min(piece.tokens.end + longestPiece, sentence.tokens.end)};
            findParserFeatures(text, piece, features);
            lookUp(features, rows, ends);
            embedWords(m_network, rows, ends, encoded);
            encodeWords(m_network, m_integers, encoded);
            parseGreedily(m_network, encoded, state);
            for (std::uint32_t position = 1; position <= state.size(); ++position) {
                const ArcHybrid::Word& word = state.word(position);
                const std::uint32_t token = piece.tokens.begin + position - 1;
                out[token] = word.head == state.rootHead()
                                 ? Dependency{token, Relation::Root}
                                 : Dependency{piece.tokens.begin + word.head - 1, word.relation};
            }
            encodedTrees.correct(text, piece.tokens,
                                 std::span(out).subspan(piece.tokens.begin, piece.tokens.size()));
            for (std::uint32_t i = piece.tokens.begin; i < piece.tokens.end; ++i) {
                if (out[i].head != i) continue;
                if (root) out[i] = {*root, Relation::Parataxis};
                root = out[i].head;
            }
        }
    }
    repairTrees(text, out);
    return out;
}

std::string DependencyParser::answer(std::string_view paragraph, const Tagger& tagger) const {
    const TokenizedText text = tagger.tag(analyzePlainText(paragraph));
    const Dependencies trees = parse(text);
    std::string out;
    for (std::uint32_t i = 0; i < trees.size(); ++i)
        out += (out.empty() ? "" : " ") + std::string(name(trees[i].relation)) + ":" +
               std::to_string(trees[i].head + 1);
    return out;
}

} // namespace quoth

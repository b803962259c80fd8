// The grammar of each sentence as a tree. In: tagged text. Out: a head and relation for every token
// (basic Universal Dependencies). A greedy transition-based parser (core/syntax/arc_hybrid.h)
// scored by a small network (models/syntax.model). Any text gives trees, whatever its length; the
// time grows with it linearly. Immutable once loaded; const calls are thread-safe.
#pragma once

#include "core/learning/model_file.h"
#include "core/support/expected.h"
#include "core/syntax/dependencies.h"
#include "core/syntax/parser_network.h"
#include "core/tagging/tagger.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace quoth {

class DependencyParser {
public:
    // BadResource when the model is missing, damaged or of another version, and when its own
    // samples get other trees than at its making.
    static Expected<DependencyParser> load(const std::filesystem::path& resources,
                                           const Tagger& tagger);
    static Expected<DependencyParser> loadModel(const std::filesystem::path& model,
                                                const Tagger& tagger);

    Dependencies parse(const TokenizedText& text) const;
    // The trees of a paragraph in one line, as the model's samples have them.
    std::string answer(std::string_view paragraph, const Tagger& tagger) const;

    static constexpr const char* stage = "syntax"; // as model files name it

private:
    explicit DependencyParser(ModelFile file) : m_file(std::move(file)) {}
    Outcome read();
    std::uint32_t rowOf(Feature feature) const;
    void lookUp(const FeatureRows& features, std::vector<std::uint32_t>& rows,
                std::vector<std::uint32_t>& ends) const;

    ModelFile m_file; // what the rest views
    unsigned m_bits = 0;
    std::span<const ModelSlot> m_slots; // features to rows of FeatureVectors
    ParserNetwork m_network;
    IntegerNetwork m_integers; // of the same weights
};

// The tree of one sentence by the network's best transitions; positions as in ArcHybrid.
void parseGreedily(const ParserNetwork& network, const EncodedSentence& sentence, ArcHybrid& state);

} // namespace quoth

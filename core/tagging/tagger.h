// Parts of speech and lemmas. In: tokenised text. Out: the same with pos, tag, lemma and cluster of
// every token filled. Immutable once loaded; const calls are thread-safe.
// A conditional random field over pairs of universal and fine tag (models/tags.model), then the
// lemmatiser's rules.
#pragma once

#include "core/document/tokenized_text.h"
#include "core/learning/model_file.h"
#include "core/learning/sequence_model.h"
#include "core/learning/word_clusters.h"
#include "core/support/expected.h"
#include "core/tagging/lemmatizer.h"
#include "core/tagging/tag_names.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

class Tagger {
public:
    // BadResource when the model or the lexicon is missing, damaged or of another version, and when
    // the model's own samples get other tags than at its making.
    static Expected<Tagger> load(const std::filesystem::path& resources);
    static Expected<Tagger> load(const std::filesystem::path& model, WordClusters clusters,
                                 Lemmatizer lemmatizer);

    TokenizedText tag(TokenizedText text) const;
    const std::vector<std::string>& labels() const { return m_model.labels(); }
    // The tags of a paragraph in one line, as the model's samples have them.
    std::string answer(std::string_view paragraph) const;

    static constexpr const char* stage = "tags"; // as model files name it

private:
    Tagger(ModelFile file, SequenceModel model, WordClusters clusters, Lemmatizer lemmatizer)
        : m_file(std::move(file)), m_model(std::move(model)), m_clusters(std::move(clusters)),
          m_lemmatizer(std::move(lemmatizer)) {}

    ModelFile m_file; // what m_model reads
    SequenceModel m_model;
    std::vector<TagPair> m_pairs; // of the model's labels
    WordClusters m_clusters;
    Lemmatizer m_lemmatizer;
};

// Gives each token its class of words.
void fillClusters(TokenizedText& text, const WordClusters& clusters);

} // namespace quoth

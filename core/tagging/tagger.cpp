#include "core/tagging/tagger.h"

#include "core/learning/model_samples.h"
#include "core/tagging/tag_features.h"
#include "core/text/plain_analysis.h"

namespace quoth {

Expected<Tagger> Tagger::load(const std::filesystem::path& resources) {
    auto clusters = WordClusters::load(resources);
    if (!clusters) return unexpected(clusters.error());
    auto lemmatizer = Lemmatizer::load(resources);
    if (!lemmatizer) return unexpected(lemmatizer.error());
    return load(resources / "models" / "tags.model", std::move(*clusters), std::move(*lemmatizer));
}

Expected<Tagger> Tagger::load(const std::filesystem::path& path, WordClusters clusters,
                              Lemmatizer lemmatizer) {
    auto file = ModelFile::open(path, stage, tagFeatureRevision);
    if (!file) return unexpected(file.error());
    auto model = SequenceModel::read(*file);
    if (!model) return unexpected(model.error());
    Tagger out(std::move(*file), std::move(*model), std::move(clusters), std::move(lemmatizer));
    for (const std::string& label : out.m_model.labels()) {
        const auto pair = tagPairFromName(label);
        if (!pair)
            return unexpected(ErrorCode::BadResource, "The model " + path.string() +
                                                          " has an unknown tag, \"" + label +
                                                          "\".");
        out.m_pairs.push_back(*pair);
    }
    const Outcome checked =
        checkModelSamples(out.m_file, [&](std::string_view sample) { return out.answer(sample); });
    if (!checked) return unexpected(checked.error());
    return out;
}

std::string Tagger::answer(std::string_view paragraph) const {
    const TokenizedText text = tag(analyzePlainText(paragraph));
    std::string tags;
    for (const Token& token : text.tokens)
        tags += (tags.empty() ? "" : " ") + name(TagPair{token.pos, token.tag});
    return tags;
}

void fillClusters(TokenizedText& text, const WordClusters& clusters) {
    for (Token& token : text.tokens)
        token.cluster = static_cast<std::uint16_t>(clusters.of(hashText(clusterForm(token.lower))));
}

TokenizedText Tagger::tag(TokenizedText text) const {
    fillClusters(text, m_clusters);
    FeatureRows rows;
    std::vector<float> emissions;
    BestPath path(m_model.chain());
    for (const Sentence& sentence : text.sentences) {
        findTagFeatures(text, sentence, rows);
        m_model.score(rows, emissions, text.encoded.of(encoder_task::tags, sentence.tokens));
        const auto labels = path.find(emissions);
        for (std::size_t k = 0; k < labels.size(); ++k) {
            const auto i = sentence.tokens.begin + static_cast<std::uint32_t>(k);
            Token& token = text.tokens[i];
            token.pos = m_pairs[labels[k]].pos;
            token.tag = m_pairs[labels[k]].tag;
            token.lemma = token.pos == Pos::Propn ? std::string(text.word(i))
                                                  : m_lemmatizer.lemma(token.lower, token.tag);
        }
    }
    return text;
}

} // namespace quoth

#include "core/training/tag_sequences.h"

#include "core/support/unicode.h"
#include "core/tagging/tag_features.h"
#include "core/tagging/tagger.h"

namespace quoth::training {

using corpora::TaggedText;

namespace {

constexpr std::size_t rarePair = 10;      // pairs of tags seen less often are no labels
constexpr std::size_t headlineEvery = 25; // sentences: one of so many is read in capitals

} // namespace

TagLabels::TagLabels(const std::vector<TaggedText>& texts) {
    for (const TaggedText& text : texts)
        for (const TagPair& pair : text.tags)
            ++m_counts[name(pair)];
    for (const auto& [label, count] : m_counts)
        if (count >= rarePair) m_names.push_back(label);
}

Label TagLabels::of(const TagPair& pair) const {
    const std::string wanted = name(pair);
    const std::string pos = wanted.substr(0, wanted.find('.') + 1);
    std::size_t best = 0, bestCount = 0;
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        if (m_names[i] == wanted) return static_cast<Label>(i);
        const std::size_t count = m_counts.at(m_names[i]);
        if (m_names[i].starts_with(pos) && count > bestCount) {
            best = i;
            bestCount = count;
        }
    }
    return static_cast<Label>(best);
}

std::vector<LabelledSequence> tagSequences(std::vector<TaggedText>& texts, const TagLabels& labels,
                                           const WordClusters& clusters, Headlines headlines) {
    std::map<std::string, Label> known;
    std::size_t count = 0;
    std::vector<LabelledSequence> out;
    for (TaggedText& text : texts) {
        fillClusters(text.gold.text, clusters);
        // Every so often a sentence in capitals, as headlines may be.
        TokenizedText shouted = text.gold.text;
        const std::string capitals = toUpper(shouted.text);
        if (capitals.size() == shouted.text.size()) shouted.text = capitals;
        for (const Sentence& sentence : text.gold.text.sentences) {
            const bool shouts = headlines == Headlines::Some && ++count % headlineEvery == 0;
            LabelledSequence sequence;
            findTagFeatures(shouts ? shouted : text.gold.text, sentence, sequence.rows);
            for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
                const std::string pair = name(text.tags[i]);
                auto at = known.find(pair);
                if (at == known.end()) at = known.emplace(pair, labels.of(text.tags[i])).first;
                sequence.labels.push_back(at->second);
            }
            out.push_back(std::move(sequence));
        }
    }
    return out;
}

} // namespace quoth::training

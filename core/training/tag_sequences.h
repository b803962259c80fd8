// The tagger's training data: labels that stand for pairs of tags, and labelled sentences.
#pragma once

#include "core/corpora/tag_data.h"
#include "core/learning/word_clusters.h"
#include "core/training/sequence_trainer.h"

#include <map>
#include <string>
#include <vector>

namespace quoth::training {

// The labels, in the order of their names, and for each pair of tags the label that stands for it.
class TagLabels {
public:
    explicit TagLabels(const std::vector<corpora::TaggedText>& texts);
    const std::vector<std::string>& names() const { return m_names; }
    Label of(const TagPair& pair) const;

private:
    std::map<std::string, std::size_t> m_counts;
    std::vector<std::string> m_names;
};

// Some: every so often a sentence is read in capitals, as headlines may be.
enum class Headlines { None, Some };

// A sequence for each sentence; fills the clusters of the texts' tokens.
std::vector<LabelledSequence> tagSequences(std::vector<corpora::TaggedText>& texts,
                                           const TagLabels& labels, const WordClusters& clusters,
                                           Headlines headlines);

} // namespace quoth::training

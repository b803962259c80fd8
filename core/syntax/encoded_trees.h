// Trees by the scores of the encoder, beside those of the parser.
#pragma once

#include "core/document/tokenized_text.h"
#include "core/syntax/dependencies.h"
#include "core/syntax/projective_tree.h"

#include <span>
#include <vector>

namespace quoth {

class EncodedTrees {
public:
    // Changes the tree of these tokens, which the parser gave, to the best by what the encoder says
    // and the parser's word together. Nothing where the encoder said nothing, or they are too many.
    void correct(const TokenizedText& text, IndexRange tokens, std::span<Dependency> tree);

private:
    ProjectiveTree m_best;
    std::vector<float> m_scores;
};

} // namespace quoth

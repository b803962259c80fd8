// Words cut into the pieces that the encoder knows (WordPiece; Devlin et al., "BERT: Pre-training
// of Deep Bidirectional Transformers", 2019): in lower case without accents, marks apart, the
// longest piece first; pieces inside a word begin with "##". Immutable; const calls are
// thread-safe.
#pragma once

#include "core/learning/model_file.h"
#include "core/support/expected.h"
#include "core/support/string_table.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace quoth {

using PieceId = std::uint16_t;

class WordPieces {
public:
    // One piece a line; a line's number is its id. BadResource where there are none or too many, or
    // one of the pieces that stand for no word is missing: "[UNK]", "[CLS]" and "[SEP]".
    static Expected<WordPieces> fromLines(std::string_view lines);
    // Section "pieces" of a model.
    static Expected<WordPieces> read(const ModelFile& file);

    // Adds the pieces of one token, at least one.
    void append(std::string_view word, std::vector<PieceId>& out) const;

    PieceId unknown() const { return m_unknown; }
    PieceId begin() const { return m_begin; }         // before a window
    PieceId separator() const { return m_separator; } // between blocks and after a window
    std::size_t size() const { return m_ids.size(); }

private:
    void appendRun(std::string_view run, std::vector<PieceId>& out) const;

    StringTable m_ids;
    PieceId m_unknown = 0, m_begin = 0, m_separator = 0;
};

} // namespace quoth

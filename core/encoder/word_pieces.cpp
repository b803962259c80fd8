#include "core/encoder/word_pieces.h"

#include "core/encoder/encoder_limits.h"
#include "core/support/unicode.h"

#include <limits>
#include <string>

namespace quoth {
namespace {

// Marks stand alone: all of ASCII's that are no letter or digit, and Unicode's punctuation.
bool standsAlone(char32_t c) {
    const bool asciiMark = (c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) ||
                           (c >= 123 && c <= 126);
    return asciiMark || isPunctuation(c) || isIdeograph(c);
}

Unexpected bad(const std::string& what) {
    return unexpected(ErrorCode::BadResource, "The list of word pieces " + what + ".");
}

} // namespace

Expected<WordPieces> WordPieces::fromLines(std::string_view lines) {
    WordPieces out;
    std::uint32_t id = 0;
    for (std::size_t begin = 0; begin < lines.size(); ++id) {
        const std::size_t end = std::min(lines.find('\n', begin), lines.size());
        if (id > std::numeric_limits<PieceId>::max()) return bad("is too long");
        out.m_ids[lines.substr(begin, end - begin)] = id;
        begin = end + 1;
    }
    const auto special = [&](std::string_view name, PieceId& to) {
        const std::uint32_t* found = out.m_ids.find(name);
        if (found) to = static_cast<PieceId>(*found);
        return found != nullptr;
    };
    if (!special("[UNK]", out.m_unknown) || !special("[CLS]", out.m_begin) ||
        !special("[SEP]", out.m_separator))
        return bad("lacks one that stands for no word");
    return out;
}

Expected<WordPieces> WordPieces::read(const ModelFile& file) {
    const auto lines = file.text("pieces");
    if (!lines) return unexpected(lines.error());
    return fromLines(*lines);
}

void WordPieces::append(std::string_view word, std::vector<PieceId>& out) const {
    const std::size_t before = out.size();
    const std::string folded = foldAccents(word);
    std::size_t begin = 0;
    for (std::size_t at = 0; at < folded.size();) {
        const CodePoint c = codePointAt(folded, at);
        const bool space = isSpace(c.value), alone = standsAlone(c.value);
        if (space || alone) appendRun(std::string_view(folded).substr(begin, at - begin), out);
        if (alone) appendRun(std::string_view(folded).substr(at, c.length), out);
        at += c.length;
        if (space || alone) begin = at;
    }
    appendRun(std::string_view(folded).substr(begin), out);
    if (out.size() == before) out.push_back(m_unknown);
}

void WordPieces::appendRun(std::string_view run, std::vector<PieceId>& out) const {
    if (run.empty()) return;
    const std::size_t before = out.size();
    const auto giveUp = [&] {
        out.resize(before);
        out.push_back(m_unknown);
    };
    if (run.size() > encoder_limits::longestWord) return giveUp();
    std::string inner = "##"; // the prefix of pieces inside the word, then the piece
    for (std::size_t at = 0; at < run.size();) {
        std::size_t end = run.size();
        const std::uint32_t* id = nullptr;
        for (; end > at; --end) {
            const std::string_view piece = run.substr(at, end - at);
            if (at == 0) {
                id = m_ids.find(piece);
            } else {
                inner.resize(2);
                inner += piece;
                id = m_ids.find(inner);
            }
            if (id) break;
        }
        if (!id) return giveUp();
        out.push_back(static_cast<PieceId>(*id));
        at = end;
    }
}

} // namespace quoth

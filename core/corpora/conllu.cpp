#include "core/corpora/conllu.h"

#include "core/corpora/corpus_lines.h"

namespace quoth::corpora {
namespace {

bool isSpaceAfter(std::string_view misc) {
    for (const std::string_view field : splitFields(misc, '|'))
        if (field == "SpaceAfter=No") return false;
    return true;
}

class ConlluReader {
public:
    explicit ConlluReader(std::string stem) : m_stem(std::move(stem)) {}

    std::optional<std::string> line(std::string_view line) {
        if (line.empty()) {
            endSentence();
            return std::nullopt;
        }
        if (line[0] == '#') {
            comment(line.substr(1));
            return std::nullopt;
        }
        return token(splitFields(line, '\t'));
    }

    std::vector<ConlluDocument> take() {
        endSentence();
        return std::move(m_documents);
    }

private:
    ConlluDocument& document() {
        if (m_documents.empty()) {
            m_documents.push_back({m_stem, {}, {}});
            m_unnamed = true;
        }
        return m_documents.back();
    }

    void comment(std::string_view text) {
        if (text.starts_with(' ')) text.remove_prefix(1);
        const std::size_t equals = text.find(" = ");
        const std::string key(text.substr(0, equals));
        const std::string value(equals == std::string_view::npos ? "" : text.substr(equals + 3));
        if (key == "newdoc id" || key == "newdoc") {
            const std::string& id = value.empty() ? m_stem : value;
            if (m_unnamed && document().sentences.empty()) // "# global.columns" stood before it
                document().id = id;
            else
                m_documents.push_back({id, {}, {}});
            m_unnamed = false;
            m_sentence.opensParagraph = true;
        } else if (key.starts_with("newpar") && !key.starts_with("newpar_block"))
            m_sentence.opensParagraph = true;
        else if (key == "sent_id")
            m_sentence.id = value;
        else if (document().sentences.empty() && equals != std::string_view::npos)
            document().meta.emplace_back(key, value);
    }

    std::optional<std::string> token(const std::vector<std::string_view>& fields) {
        if (fields.size() != 10)
            return "a token has " + std::to_string(fields.size()) + " fields instead of 10";
        const std::string_view id = fields[0];
        if (id.find('.') != std::string_view::npos) return std::nullopt; // an empty node
        if (const std::size_t dash = id.find('-'); dash != std::string_view::npos) {
            const auto first = parseNumber(id.substr(0, dash));
            const auto last = parseNumber(id.substr(dash + 1));
            if (!first || !last || *last < *first) return "not a range: " + std::string(id);
            if (*first != m_sentence.tokens.size() + 1)
                return "a range from token " + std::to_string(m_sentence.tokens.size() + 1) +
                       " expected, not " + std::string(id);
            m_rangeEnd = *last;
            m_rangeSpace = isSpaceAfter(fields[9]);
            return std::nullopt;
        }
        const auto number = parseNumber(id);
        if (!number || *number != m_sentence.tokens.size() + 1)
            return "token " + std::to_string(m_sentence.tokens.size() + 1) + " expected, not " +
                   std::string(id);
        const auto head =
            fields[6] == "_" ? std::optional<std::uint32_t>(0) : parseNumber(fields[6]);
        if (!head) return "not a head: " + std::string(fields[6]);
        if (fields[1].empty()) return std::string("a token without a form");
        ConlluToken token;
        token.form = fields[1];
        token.lemma = fields[2];
        token.upos = fields[3];
        token.xpos = fields[4];
        token.head = *head;
        token.relation = fields[7];
        token.misc = fields[9];
        token.spaceAfter = *number < m_rangeEnd    ? false
                           : *number == m_rangeEnd ? m_rangeSpace
                                                   : isSpaceAfter(fields[9]);
        m_sentence.tokens.push_back(std::move(token));
        return std::nullopt;
    }

    void endSentence() {
        if (m_sentence.tokens.empty()) return;
        document().sentences.push_back(std::move(m_sentence));
        m_sentence = {};
        m_rangeEnd = 0;
    }

    std::string m_stem;
    std::vector<ConlluDocument> m_documents;
    bool m_unnamed = false; // the only document so far has no "# newdoc"
    ConlluSentence m_sentence;
    std::uint32_t m_rangeEnd = 0; // the last token of the multiword token, and what follows it
    bool m_rangeSpace = true;
};

} // namespace

Expected<std::vector<ConlluDocument>> readConllu(const std::filesystem::path& file) {
    ConlluReader reader(file.stem().string());
    const Outcome read =
        visitLines(file, [&](std::string_view line, std::size_t) { return reader.line(line); });
    if (!read) return unexpected(read.error());
    return reader.take();
}

} // namespace quoth::corpora

// Texts with tags made by hand, for stages before which a model would have to run.
//
// A word a blank: "form=lemma/TAG", the lemma left out where it is the form in lower case; marks
// need no tag. "/relation/head" may follow, as in tree_text.h; a word without it hangs on the first
// one of its sentence. "|" begins a new sentence, "¶" a new paragraph. Neighbouring words with tag
// NNP are the name of a person.
#pragma once

#include "core/names/name_finder.h"
#include "core/support/unicode.h"
#include "core/syntax/dependencies.h"
#include "core/tagging/tag_names.h"

#include <map>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace quoth::test {

struct TaggedText {
    std::string source;
    TokenizedText text; // views `source`
    std::vector<NamedMention> names;
    Dependencies trees;
};

// Takes "/relation/head" off a word.
inline std::optional<std::pair<Relation, std::uint32_t>> takeDependency(std::string& word) {
    const std::size_t slash = word.rfind('/');
    if (slash == std::string::npos || slash + 1 == word.size() ||
        word.find_first_not_of("0123456789", slash + 1) != std::string::npos)
        return std::nullopt;
    const auto head = static_cast<std::uint32_t>(std::stoul(word.substr(slash + 1)));
    word.resize(slash);
    const std::size_t relation = word.rfind('/');
    const Relation found = relationFromName(word.substr(relation + 1));
    word.resize(relation);
    return std::pair(found, head);
}

inline Token tokenOf(const std::string& word) {
    static const std::map<std::string, std::string> classes = {
        {"CC", "CCONJ"}, {"CD", "NUM"},   {"DT", "DET"},   {"IN", "ADP"},    {"JJ", "ADJ"},
        {"MD", "AUX"},   {"NN", "NOUN"},  {"NNS", "NOUN"}, {"NNP", "PROPN"}, {"PRP", "PRON"},
        {"RB", "ADV"},   {"TO", "PART"},  {"VB", "VERB"},  {"VBD", "VERB"},  {"VBG", "VERB"},
        {"VBN", "VERB"}, {"VBP", "VERB"}, {"VBZ", "VERB"}, {"WP", "PRON"},   {"SC", "SCONJ"},
        {"AX", "AUX"}};
    Token token;
    const std::size_t slash = word.rfind('/');
    if (slash == std::string::npos) {
        token.lower = word;
        token.pos = Pos::Punct;
        token.kind = word == "“" || word == "”" || word == "‘" || word == "’" || word == "\""
                         ? TokenKind::QuoteMark
                         : TokenKind::Punctuation;
        return token;
    }
    const std::string form = word.substr(0, word.find('=')), tag = word.substr(slash + 1);
    const auto known = classes.find(tag);
    if (known == classes.end()) throw std::invalid_argument("not a tag: " + word);
    const std::string fine = tag == "SC" ? "IN" : tag == "AX" ? "VBD" : tag;
    const auto pair = tagPairFromName(known->second + "." + fine);
    if (!pair) throw std::invalid_argument("not a pair of tags: " + word);
    token.pos = pair->pos;
    token.tag = pair->tag;
    token.lower = toLower(form.substr(0, form.find('/')));
    const std::size_t equals = word.find('=');
    token.lemma =
        equals == std::string::npos ? token.lower : word.substr(equals + 1, slash - equals - 1);
    return token;
}

inline std::unique_ptr<TaggedText> readTaggedText(const std::string& words) {
    auto out = std::make_unique<TaggedText>();
    std::istringstream in(words);
    std::string word;
    std::uint32_t blockBegin = 0;
    Sentence sentence;
    bool space = false, inName = false;
    const auto endSentence = [&] {
        sentence.tokens.end = static_cast<std::uint32_t>(out->text.tokens.size());
        if (sentence.tokens.empty()) return;
        sentence.span = out->text.spanOf(sentence.tokens);
        sentence.block = static_cast<std::uint32_t>(out->text.blocks.size());
        out->text.sentences.push_back(sentence);
        sentence.tokens.begin = sentence.tokens.end;
    };
    const auto endBlock = [&] {
        endSentence();
        out->text.blocks.push_back(
            {makeSpan(blockBegin, out->source.size()), BlockKind::Paragraph});
    };
    while (in >> word) {
        if (word == "|" || word == "¶") {
            if (word == "|")
                endSentence();
            else {
                endBlock();
                out->source += "\n\n";
                blockBegin = static_cast<std::uint32_t>(out->source.size());
                space = false;
            }
            inName = false;
            continue;
        }
        const auto dependency = takeDependency(word);
        Token token = tokenOf(word);
        const std::string form =
            word.substr(0, std::min(word.find('='), word.rfind('/'))); // npos: all of it
        const bool opens = form == "“" || form == "‘";
        const bool mark = token.pos == Pos::Punct && !opens && form != "―" && form != "—";
        if (space && !mark) out->source += ' ';
        token.span = makeSpan(out->source.size(), out->source.size() + form.size());
        out->source += form;
        space = !opens;
        const auto index = static_cast<std::uint32_t>(out->text.tokens.size());
        const bool first = index == sentence.tokens.begin;
        if (!dependency)
            out->trees.push_back({sentence.tokens.begin, first ? Relation::Root : Relation::Dep});
        else if (dependency->second == 0)
            out->trees.push_back({index, dependency->first});
        else
            out->trees.push_back(
                {sentence.tokens.begin + dependency->second - 1, dependency->first});
        const bool name = token.pos == Pos::Propn;
        if (name && inName) {
            out->names.back().tokens.end = index + 1;
            out->names.back().span.end = token.span.end;
        } else if (name)
            out->names.push_back({token.span, {index, index + 1}, EntityType::Person});
        inName = name;
        out->text.tokens.push_back(std::move(token));
    }
    endBlock();
    out->text.text = out->source;
    return out;
}

} // namespace quoth::test

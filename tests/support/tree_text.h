// Sentences with trees made by hand, and the grammar read from them as text.
//
// A word a line or blank: "form=lemma/POS.TAG/relation/head", the lemma left out where it is the
// form in lower case; heads count from 1, the root's is 0. "|" begins a new sentence.
#pragma once

#include "core/support/unicode.h"
#include "core/syntax/syntax.h"
#include "core/tagging/tag_names.h"

#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace quoth {

struct TreeText {
    std::string source;
    TokenizedText text; // views `source`: do not copy
    Dependencies trees;
};

inline void readTreeText(const std::string& words, TreeText& out) {
    std::istringstream in(words);
    std::string word;
    Sentence sentence;
    const auto endSentence = [&] {
        sentence.tokens.end = static_cast<std::uint32_t>(out.text.tokens.size());
        sentence.span = out.text.spanOf(sentence.tokens);
        out.text.sentences.push_back(sentence);
        sentence.tokens.begin = sentence.tokens.end;
    };
    while (in >> word) {
        if (word == "|") {
            endSentence();
            continue;
        }
        std::vector<std::string> fields;
        std::istringstream cut(word);
        for (std::string field; std::getline(cut, field, '/');)
            fields.push_back(field);
        const auto pair = fields.size() == 4 ? tagPairFromName(fields[1]) : std::nullopt;
        if (!pair) throw std::invalid_argument("not a word of a tree: " + word);
        const std::size_t equals = fields[0].find('=');
        const std::string form = fields[0].substr(0, equals);
        Token token;
        if (!out.source.empty()) out.source += ' ';
        token.span = makeSpan(out.source.size(), out.source.size() + form.size());
        out.source += form;
        token.pos = pair->pos;
        token.tag = pair->tag;
        if (token.pos == Pos::Punct) token.kind = TokenKind::Punctuation;
        token.lower = toLower(form);
        token.lemma = equals == std::string::npos ? token.lower : fields[0].substr(equals + 1);
        const auto own = static_cast<std::uint32_t>(out.text.tokens.size());
        const auto head = static_cast<std::uint32_t>(std::stoul(fields[3]));
        out.text.tokens.push_back(token);
        out.trees.push_back(
            {head == 0 ? own : sentence.tokens.begin + head - 1, relationFromName(fields[2])});
    }
    endSentence();
    out.text.text = out.source;
    out.text.blocks = {{makeSpan(0, out.source.size()), BlockKind::Paragraph}};
}

inline std::string words(const TokenizedText& text, IndexRange tokens) {
    return std::string(text.slice(text.spanOf(tokens)));
}

// "[the [minister]] of justice": one a line, as core, head and full phrase.
inline std::string dumpNounPhrases(const TokenizedText& text, const Syntax& syntax) {
    std::string out;
    for (const NounPhrase& phrase : syntax.nounPhrases()) {
        out += words(text, phrase.core) + " (" + std::string(text.word(phrase.head)) + ")";
        if (phrase.full != phrase.core) out += " = " + words(text, phrase.full);
        if (phrase.determiner) out += " < " + std::string(text.word(*phrase.determiner));
        out += "; ";
    }
    return out;
}

inline std::string dumpVerbGroup(const TokenizedText& text, const VerbGroup& group) {
    constexpr const char* forms[] = {"finite", "infinitive", "gerund", "participle"};
    constexpr const char* tenses[] = {"", " past", " present", " future"};
    constexpr const char* modalities[] = {"", " would", " possible", " necessary"};
    return words(text, group.tokens) + ": " + forms[static_cast<int>(group.form)] +
           tenses[static_cast<int>(group.tense)] + modalities[static_cast<int>(group.modality)] +
           (group.perfect ? " perfect" : "") + (group.progressive ? " progressive" : "") +
           (group.passive ? " passive" : "") + (group.negated ? " negated" : "") +
           (group.isPast() ? " (past)" : "");
}

inline std::string dumpClauses(const TokenizedText& text, const Syntax& syntax) {
    constexpr const char* kinds[] = {"main",      "complement", "open complement", "relative",
                                     "adnominal", "adverbial",  "coordinate",      "parataxis"};
    std::string out;
    for (const Clause& clause : syntax.clauses()) {
        out += std::string(kinds[static_cast<int>(clause.kind)]) + " " +
               std::string(text.word(clause.head));
        const auto add = [&](const char* what, std::optional<std::uint32_t> phrase) {
            if (phrase)
                out +=
                    std::string(" ") + what + "=" + words(text, syntax.nounPhrases()[*phrase].core);
        };
        if (clause.parent)
            out += " under " + std::string(text.word(syntax.clauses()[*clause.parent].head));
        if (clause.marker) out += " marker=" + std::string(text.word(*clause.marker));
        add(clause.sharesSubject ? "shared subject" : "subject", clause.subject);
        add("object", clause.object);
        add("addressee", clause.addressee);
        add("agent", clause.agent);
        if (clause.complement)
            out += " complement=" + words(text, syntax.clauses()[*clause.complement].extent);
        out += "; ";
    }
    return out;
}

} // namespace quoth

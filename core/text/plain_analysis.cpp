#include "core/text/plain_analysis.h"

#include "core/text/sentences.h"
#include "core/text/structure.h"
#include "core/text/tokens.h"

namespace quoth {

TokenizedText analyzePlainText(std::string_view paragraph) {
    TokenizedText out;
    out.text = paragraph;
    out.blocks = {{makeSpan(0, paragraph.size()), BlockKind::Paragraph}};
    out.tokens = tokenize(paragraph, out.blocks);
    out.sentences = splitSentences(paragraph, out.blocks, out.tokens);
    return out;
}

TokenizedText analyzePlainArticle(std::string_view article) {
    TokenizedText out;
    out.text = article;
    out.blocks = findBlocks(article);
    out.tokens = tokenize(article, out.blocks);
    out.sentences = splitSentences(article, out.blocks, out.tokens);
    return out;
}

} // namespace quoth

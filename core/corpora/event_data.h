// What the classifier of event words is trained and measured on: articles as the program itself
// reads them, with gold event words laid over its tokens.
#pragma once

#include "core/corpora/timeml.h"
#include "core/events/words/features.h"
#include "core/learning/labelled_sequence.h"
#include "core/tagging/tagger.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace quoth::corpora {

struct EventArticle {
    std::string id;
    std::unique_ptr<const std::string> source; // what `text` views
    TokenizedText text;                        // tagged
    std::vector<EventAnnotation> gold;
    // Of each sentence that has any candidates: these, and their features and labels. An event of
    // several words labels none of them.
    std::vector<std::vector<std::uint32_t>> candidates;
    std::vector<LabelledSequence> sequences;
};

struct EventCorpora {
    std::vector<EventArticle> aquaint;
    std::vector<EventArticle> meantime; // has no classes: the lexicon gives them
};
// From a folder with timeml/AQUAINT and meantime/corpus_apple; errors as of their readers.
// `encode`, if any, reads each article, AQUAINT's first.
Expected<EventCorpora> readEventCorpora(const std::filesystem::path& corpora, const Tagger& tagger,
                                        const EventLexicon& lexicon,
                                        const TextEncoder& encode = {});

} // namespace quoth::corpora

// The table of contents: an article goes in, an annotated document comes out. Engine holds the
// loaded stages; it is immutable, and annotate() may run on many threads at once.
#pragma once

#include "core/document/document.h"
#include "core/encoder/encoder.h"
#include "core/events/event_finder.h"
#include "core/names/name_finder.h"
#include "core/people/people.h"
#include "core/quotes/attribution_finder.h"
#include "core/support/expected.h"
#include "core/support/resources.h"
#include "core/syntax/dependency_parser.h"
#include "core/syntax/syntax.h"
#include "core/tagging/tagger.h"
#include "core/text/language.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace quoth {

struct Engine {
    // Reads the text for the stages after it; null where it is not wanted or cannot be read.
    std::shared_ptr<const Encoder> encoder;
    LanguageGuesser languages; // for callers: annotate() reads any text as English
    Tagger tagger;
    DependencyParser parser;
    NameFinder names;
    AttributionFinder attributions;
    std::optional<AttributionFinder> encodedAttributions; // of texts that the encoder has read
    PeopleResolver people;
    EventFinder events;

    // Why there is no encoder, where one was wanted; annotate() does without.
    std::optional<Error> withoutEncoder;

    // Reads every lexicon and model under the resources folder (support/resources.h).
    static Expected<Engine> load(const std::filesystem::path& resources,
                                 ModelSet models = ModelSet::Encoded);
};

// Called between stages with the share of work done, 0 to 1, on the calling thread.
using Progress = std::function<void(double)>;

// The longest text of an article that annotate() takes, in bytes: over a million words. Measured at
// the peak, news takes about 40 bytes of memory for each of its bytes, the worst text known ("a"
// over and over) some 220: about 2 GB. Exports may take more: an annotated page of quotations 390.
inline constexpr std::size_t maximumTextBytes = std::size_t{8} << 20;

// Fails with TooLarge above that, with Cancelled once `stop` is requested, with Empty for white
// space only; any other text gives a document. Throws what the standard library throws when memory
// runs out (support/guarded.h). The document date is the article's, else one that the text states.
Expected<Document> annotate(const Engine& engine, Article article, std::stop_token stop = {},
                            const Progress& progress = {});

} // namespace quoth

#include "core/pipeline.h"

#include "core/encoder/encoder_limits.h"
#include "core/events/words/features.h"
#include "core/names/name_features.h"
#include "core/support/unicode.h"
#include "core/text/sentences.h"
#include "core/text/structure.h"
#include "core/text/tokens.h"
#include "core/time/spoken_days.h"
#include "core/time/time_finder.h"

#include <algorithm>
#include <future>
#include <utility>

namespace quoth {
namespace {

// What the kind of block tells of its names: the author and the agency are not people whom the
// article tells of, and a dateline names places.
std::vector<NamedMention> judgeByBlock(const TokenizedText& text, std::vector<NamedMention> names) {
    const auto kindOf = [&](const NamedMention& name) {
        return text.blocks[text.blockOf(name.tokens.begin)].kind;
    };
    std::erase_if(names, [&](const NamedMention& name) {
        return kindOf(name) == BlockKind::Byline || kindOf(name) == BlockKind::Credit;
    });
    for (NamedMention& name : names)
        if (name.type == EntityType::Person && kindOf(name) == BlockKind::Dateline) {
            name.type = EntityType::Place;
            name.gender = Gender::Unknown;
        }
    return names;
}

std::string inMegabytes(std::size_t bytes) { // rounded up
    constexpr std::size_t megabyte = std::size_t{1} << 20;
    return std::to_string((bytes + megabyte - 1) / megabyte) + " MB";
}

// Are the labels that the encoder scores those of the stages?
bool fitsStages(const Encoder& encoder, const Tagger& tagger) {
    const auto size = [&](std::string_view task) { return encoder.labels(task).size(); };
    return std::ranges::equal(encoder.labels(encoder_task::tags), tagger.labels()) &&
           size(encoder_task::relations) == relationCount &&
           size(encoder_task::names) == nameLabelCount &&
           size(encoder_task::attribution) == attributionLabelCount &&
           size(encoder_task::nested) == attributionLabelCount &&
           std::ranges::equal(encoder.labels(encoder_task::events), eventLabels);
}

} // namespace

Expected<Engine> Engine::load(const std::filesystem::path& resources, ModelSet wanted) {
    const auto encoderPath = modelPath(resources, Encoder::stage, ModelSet::Alone);
    constexpr auto both = std::launch::async | std::launch::deferred;
    // These two take as long as all the rest.
    auto encoded = std::async(both, [&]() -> Expected<Encoder> {
        if (wanted == ModelSet::Alone) return unexpected(ErrorCode::NotFound, "");
        return Encoder::load(encoderPath);
    });
    auto gazetteer = std::async(both, [&] { return Gazetteer::load(resources); });
    auto languages = LanguageGuesser::load(resources);
    if (!languages) return unexpected(languages.error());
    auto tagger = Tagger::load(resources);
    if (!tagger) return unexpected(tagger.error());
    auto encoder = encoded.get();
    if (encoder && !fitsStages(*encoder, *tagger))
        encoder = unexpected(ErrorCode::BadResource, "The model " + encoderPath.string() +
                                                         " was made for other stages than these.");
    auto parser = DependencyParser::load(resources, *tagger);
    if (!parser) return unexpected(parser.error());
    auto known = gazetteer.get();
    if (!known) return unexpected(known.error());
    auto names = NameFinder::load(resources / "models" / "names.model", std::move(*known), *tagger);
    if (!names) return unexpected(names.error());
    const EarlierStages earlier{*tagger, *parser, *names};
    auto attributions = AttributionFinder::load(resources, earlier, ModelSet::Alone);
    if (!attributions) return unexpected(attributions.error());
    std::optional<AttributionFinder> encodedAttributions;
    if (encoder) {
        auto finder = AttributionFinder::load(resources, earlier, ModelSet::Encoded);
        if (!finder) return unexpected(finder.error());
        encodedAttributions = std::move(*finder);
    }
    auto people = PeopleResolver::load(resources, earlier);
    if (!people) return unexpected(people.error());
    auto events = EventFinder::load(resources, *tagger);
    if (!events) return unexpected(events.error());
    Engine out{nullptr,
               std::move(*languages),
               std::move(*tagger),
               std::move(*parser),
               std::move(*names),
               std::move(*attributions),
               std::move(encodedAttributions),
               std::move(*people),
               std::move(*events),
               {}};
    if (encoder)
        out.encoder = std::make_shared<const Encoder>(std::move(*encoder));
    else if (wanted == ModelSet::Encoded)
        out.withoutEncoder = encoder.error();
    return out;
}

Expected<Document> annotate(const Engine& engine, Article article, std::stop_token stop,
                            const Progress& progress) {
    if (article.text.size() > maximumTextBytes)
        return unexpected(ErrorCode::TooLarge,
                          "The article has " + inMegabytes(article.text.size()) +
                              " of text; Quoth reads up to " + inMegabytes(maximumTextBytes) + ".");
    if (isBlank(article.text)) return unexpected(ErrorCode::Empty, "The article has no text.");

    double done = 0, rest = 1;            // what the shares of the other stages count
    const auto step = [&](double share) { // false once the caller has asked to stop
        done += share * rest;
        if (progress) progress(std::min(done, 1.0));
        return !stop.stop_requested();
    };
    const Unexpected cancelled = unexpected(ErrorCode::Cancelled, "The analysis was cancelled.");

    // Text: blocks, tokens, sentences; then parts of speech and grammar.
    TokenizedText text;
    text.text = article.text;
    text.blocks = article.blocks.empty() ? findBlocks(article.text)
                                         : refineBlocks(article.text, article.blocks);
    text.tokens = tokenize(article.text, text.blocks);
    if (!step(0.1)) return cancelled;
    text.sentences = splitSentences(article.text, text.blocks, text.tokens);
    const bool isEncoded = engine.encoder && text.text.size() <= encoder_limits::longestText;
    if (isEncoded) {
        constexpr double share = 0.5;
        double read = 0;
        text.encoded = engine.encoder->encode(text, [&](double part) {
            const double before = std::exchange(read, part);
            return step(share * (part - before));
        });
        if (!step(0)) return cancelled;
        rest = 1 - share / 0.9;
    }
    text = engine.tagger.tag(std::move(text));
    text.encoded.drop(encoder_task::tags);
    if (!step(0.1)) return cancelled;
    const Syntax syntax(text, engine.parser.parse(text));
    text.encoded.drop(encoder_task::arcs);
    text.encoded.drop(encoder_task::relations);
    if (!step(0.1)) return cancelled;
    if (!article.published) {
        article.published = findStatedDate(article.text, text.blocks);
        if (article.published) article.publishedFrom = DateOrigin::Text;
    }

    // Who said what. What only these stages read is freed after them.
    People people;
    {
        const auto stretches = findQuotedStretches(text);
        const auto names = judgeByBlock(text, engine.names.find(text));
        if (!step(0.2)) return cancelled;
        const AttributionFinder& finder =
            isEncoded ? *engine.encodedAttributions : engine.attributions;
        const auto attributions = finder.find(text, syntax, stretches, names);
        if (!step(0.2)) return cancelled;
        people = engine.people.resolve(text, syntax, names, stretches, attributions);
        if (!step(0.1)) return cancelled;
    }

    // And when.
    auto times = findTimes(text, syntax, article.published);
    countFromSpeech(text, syntax, people.quotes, article.published, times);
    if (!step(0.1)) return cancelled;
    auto events =
        engine.events.find(text, syntax, times, people.entities, people.quotes, article.published);
    if (!step(0.1)) return cancelled;

    Document::Parts parts;
    parts.blocks = std::move(text.blocks);
    for (const Sentence& sentence : text.sentences)
        parts.sentences.push_back(sentence.span);
    parts.entities = std::move(people.entities);
    parts.quotes = std::move(people.quotes);
    parts.times = std::move(times);
    parts.events = std::move(events);
    parts.article = std::move(article);
    return Document(std::move(parts));
}

} // namespace quoth

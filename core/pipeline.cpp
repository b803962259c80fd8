#include "core/pipeline.h"

#include "core/support/unicode.h"
#include "core/text/sentences.h"
#include "core/text/structure.h"
#include "core/text/tokens.h"
#include "core/time/spoken_days.h"
#include "core/time/time_finder.h"

#include <algorithm>
#include <future>

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

} // namespace

Expected<Engine> Engine::load(const std::filesystem::path& resources) {
    // The gazetteer takes as long as all the rest.
    auto gazetteer = std::async(std::launch::async | std::launch::deferred,
                                [&] { return Gazetteer::load(resources); });
    auto languages = LanguageGuesser::load(resources);
    if (!languages) return unexpected(languages.error());
    auto tagger = Tagger::load(resources);
    if (!tagger) return unexpected(tagger.error());
    auto parser = DependencyParser::load(resources, *tagger);
    if (!parser) return unexpected(parser.error());
    auto known = gazetteer.get();
    if (!known) return unexpected(known.error());
    auto names = NameFinder::load(resources / "models" / "names.model", std::move(*known), *tagger);
    if (!names) return unexpected(names.error());
    const EarlierStages earlier{*tagger, *parser, *names};
    auto attributions = AttributionFinder::load(resources, earlier);
    if (!attributions) return unexpected(attributions.error());
    auto people = PeopleResolver::load(resources, earlier);
    if (!people) return unexpected(people.error());
    auto events = EventFinder::load(resources, *tagger);
    if (!events) return unexpected(events.error());
    return Engine{std::move(*languages), std::move(*tagger),       std::move(*parser),
                  std::move(*names),     std::move(*attributions), std::move(*people),
                  std::move(*events)};
}

Expected<Document> annotate(const Engine& engine, Article article, std::stop_token stop,
                            const Progress& progress) {
    if (article.text.size() > maximumTextBytes)
        return unexpected(ErrorCode::TooLarge,
                          "The article has " + inMegabytes(article.text.size()) +
                              " of text; Quoth reads up to " + inMegabytes(maximumTextBytes) + ".");
    if (isBlank(article.text)) return unexpected(ErrorCode::Empty, "The article has no text.");

    double done = 0;
    const auto step = [&](double share) { // false once the caller has asked to stop
        done += share;
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
    text = engine.tagger.tag(std::move(text));
    if (!step(0.1)) return cancelled;
    const Syntax syntax(text, engine.parser.parse(text));
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
        const auto attributions = engine.attributions.find(text, syntax, stretches, names);
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

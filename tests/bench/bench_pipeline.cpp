// How long the engine takes: loading, the whole pipeline on the samples and on a long article, and
// each stage on the long read. words/s counts white-space separated words.
#include "core/pipeline.h"
#include "core/text/plain_analysis.h"
#include "core/text/structure.h"
#include "core/time/time_finder.h"

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

namespace {

using namespace quoth;

Engine loadedEngine(ModelSet models) {
    auto result = Engine::load(QUOTH_SOURCE_DIR "/resources", models);
    if (!result) {
        std::cerr << result.error().message << '\n';
        std::exit(EXIT_FAILURE);
    }
    return std::move(*result);
}

const Engine& engine() { // without the encoder
    static const Engine loaded = loadedEngine(ModelSet::Alone);
    return loaded;
}
const Engine& encodedEngine() {
    static const Engine loaded = loadedEngine(ModelSet::Encoded);
    return loaded;
}

std::string sample(const std::string& name) {
    std::ifstream file(QUOTH_SOURCE_DIR "/resources/samples/" + name + ".txt", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// About `words` words: all samples, again and again.
std::string longArticle(std::size_t words) {
    std::string text;
    for (std::size_t have = 0; have < words; have += 2280)
        for (const char* name : {"river_line", "harbour_accord", "mill_road"})
            text += sample(name) + "\n";
    return text;
}

double wordsIn(const std::string& text) {
    std::istringstream words(text);
    return static_cast<double>(std::distance(std::istream_iterator<std::string>(words),
                                             std::istream_iterator<std::string>()));
}

void countWords(benchmark::State& state, const std::string& text) {
    state.counters["words/s"] = benchmark::Counter(
        wordsIn(text) * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}

void loadEngine(benchmark::State& state, ModelSet models) {
    for (auto _ : state)
        benchmark::DoNotOptimize(loadedEngine(models));
}
BENCHMARK_CAPTURE(loadEngine, alone, ModelSet::Alone)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(loadEngine, encoded, ModelSet::Encoded)->Unit(benchmark::kMillisecond);

void annotateBy(benchmark::State& state, const Engine& engine, const std::string& text) {
    for (auto _ : state) {
        Article article;
        article.text = text;
        benchmark::DoNotOptimize(annotate(engine, std::move(article)));
    }
    countWords(state, text);
}

void annotateEncoded(benchmark::State& state, const std::string& text) {
    annotateBy(state, encodedEngine(), text);
}
BENCHMARK_CAPTURE(annotateEncoded, river_line, sample("river_line"))->Unit(benchmark::kMillisecond);

void annotateText(benchmark::State& state, const std::string& text) {
    annotateBy(state, engine(), text);
}
BENCHMARK_CAPTURE(annotateText, harbour_accord, sample("harbour_accord"))
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(annotateText, mill_road, sample("mill_road"))->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(annotateText, river_line, sample("river_line"))->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(annotateText, words_10000, longArticle(10000))->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(annotateText, words_100000, longArticle(100000))->Unit(benchmark::kMillisecond);

// What each stage is given, made once.
struct Stages {
    std::string source = sample("river_line");
    TokenizedText plain, text;
    Syntax syntax;
    std::vector<QuotedStretch> stretches;
    std::vector<NamedMention> names;
    std::vector<Attribution> attributions;
    People people;
    std::optional<Date> published;
    std::vector<TimeExpression> times;

    Stages() {
        plain = split();
        text = engine().tagger.tag(plain);
        syntax = Syntax(text, engine().parser.parse(text));
        stretches = findQuotedStretches(text);
        names = engine().names.find(text);
        attributions = engine().attributions.find(text, syntax, stretches, names);
        people = engine().people.resolve(text, syntax, names, stretches, attributions);
        published = findStatedDate(source, text.blocks);
        times = findTimes(text, syntax, published);
    }
    TokenizedText split() const { return analyzePlainArticle(source); }
};

template <class Work>
void stage(benchmark::State& state, Work work) {
    static const Stages given;
    for (auto _ : state)
        benchmark::DoNotOptimize(work(given));
    countWords(state, given.source);
}
BENCHMARK_CAPTURE(stage, text, [](const Stages& s) {
    return s.split();
})->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(stage, tagging, [](const Stages& s) {
    return engine().tagger.tag(s.plain);
})->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(stage, parser, [](const Stages& s) {
    return engine().parser.parse(s.text);
})->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(stage, syntax, [](const Stages& s) {
    return Syntax(s.text, engine().parser.parse(s.text));
})->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(stage, quote_marks, [](const Stages& s) {
    return findQuotedStretches(s.text);
})->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(stage, names, [](const Stages& s) {
    return engine().names.find(s.text);
})->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(stage, attribution, [](const Stages& s) {
    return engine().attributions.find(s.text, s.syntax, s.stretches, s.names);
})->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(stage, people, [](const Stages& s) {
    return engine().people.resolve(s.text, s.syntax, s.names, s.stretches, s.attributions);
})->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(stage, times, [](const Stages& s) {
    return findTimes(s.text, s.syntax, s.published);
})->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(stage, events, [](const Stages& s) {
    return engine().events.find(s.text, s.syntax, s.times, s.people.entities, s.people.quotes,
                                s.published);
})->Unit(benchmark::kMicrosecond);

// Tags and names together, on texts split into tokens and sentences beforehand.
void languageStages(benchmark::State& state, const std::vector<std::string>& sources) {
    std::vector<TokenizedText> texts;
    double words = 0;
    for (const std::string& source : sources) {
        texts.push_back(analyzePlainArticle(source));
        words += wordsIn(source);
    }
    for (auto _ : state)
        for (const TokenizedText& text : texts)
            benchmark::DoNotOptimize(engine().names.find(engine().tagger.tag(text)));
    state.counters["words/s"] = benchmark::Counter(words * static_cast<double>(state.iterations()),
                                                   benchmark::Counter::kIsRate);
}

} // namespace

// QUOTH_BENCH_TEXTS names a folder of *.txt on which tags and names are timed, too.
int main(int argc, char** argv) {
    const std::vector<std::string> samples = {sample("river_line"), sample("harbour_accord"),
                                              sample("mill_road")};
    std::vector<std::string> texts;
    if (const char* folder = std::getenv("QUOTH_BENCH_TEXTS"))
        for (const auto& entry : std::filesystem::directory_iterator(folder))
            if (entry.path().extension() == ".txt") {
                std::ifstream file(entry.path(), std::ios::binary);
                texts.emplace_back(std::istreambuf_iterator<char>(file),
                                   std::istreambuf_iterator<char>());
            }
    benchmark::RegisterBenchmark("languageStages/samples", languageStages, samples)
        ->Unit(benchmark::kMillisecond);
    if (!texts.empty())
        benchmark::RegisterBenchmark("languageStages/texts", languageStages, texts)
            ->Unit(benchmark::kMillisecond);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}

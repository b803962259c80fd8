// How long the panels take with 20,000 events on the timeline and 10,000 quotes in the list: a
// frame of the timeline at several zooms, a step of zooming, filtering all panels. Runs offscreen.
#include "ui/quotes/quotes_panel.h"
#include "ui/speakers/speakers_panel.h"
#include "ui/timeline/timeline_panel.h"
#include "ui/timeline/timeline_view.h"

#include <benchmark/benchmark.h>

#include <QApplication>
#include <QImage>
#include <memory>

namespace {

using namespace quoth;

constexpr int manyEvents = 20000;

// Events on days, in months and over weeks of ten years; a quote by one of twelve speakers every
// other event, in a sentence that tells of its day.
std::shared_ptr<const Document> manyDates() {
    Document::Parts parts;
    std::string& text = parts.article.text;
    for (std::uint32_t speaker = 0; speaker < 12; ++speaker)
        parts.entities.push_back({EntityType::Person, "Speaker " + std::to_string(speaker), {}});
    const std::string sentence = "“They sank the boats off the pier,” she said on the day.";
    const int firstDay = 14610; // 1 January 2010
    std::uint32_t random = 1;
    for (int i = 0; i < manyEvents; ++i) {
        random = random * 1664525U + 1013904223U;
        const std::size_t at = text.size();
        text += sentence + "\n";
        const std::chrono::sys_days day{
            std::chrono::days{firstDay + static_cast<int>(random >> 8U) % 3650}};
        std::string value = toIso(Date{day});
        if (i % 20 == 0) value = value.substr(0, 7);
        if (i % 20 == 7) value += "/" + toIso(Date{day + std::chrono::days{10}});
        parts.sentences.push_back(makeSpan(at, at + sentence.size()));
        parts.times.push_back({makeSpan(text.size() - 9, text.size() - 2), TimeType::Date, value});
        const EntityId speaker{static_cast<std::uint32_t>(i) % 12};
        if (i % 2 == 0) {
            Quote quote;
            quote.kind = static_cast<QuoteKind>(i % 3);
            quote.content = {makeSpan(at, at + 40)};
            quote.speaker = speaker;
            quote.confidence = 0.9F;
            parts.quotes.push_back(std::move(quote));
        }
        parts.events.push_back({makeSpan(at + 8, at + 12),
                                makeId<TimeTag>(parts.times.size() - 1),
                                value,
                                {speaker},
                                "They sank the boats off the pier"});
    }
    return std::make_shared<const Document>(std::move(parts));
}

struct Window {
    ui::ViewState state;
    ui::TimelinePanel timeline{&state};
    ui::QuotesPanel quotes{&state};
    ui::SpeakersPanel speakers{&state};
    ui::TimelineView* view = timeline.findChild<ui::TimelineView*>();
    QImage frame{1400, 240, QImage::Format_ARGB32_Premultiplied};

    Window() {
        state.setAppearance(timeline.palette());
        state.setDocument(manyDates());
        timeline.resize(frame.size());
        quotes.resize(320, 700);
        speakers.resize(320, 700);
        for (QWidget* panel : {static_cast<QWidget*>(&timeline), static_cast<QWidget*>(&quotes),
                               static_cast<QWidget*>(&speakers)})
            panel->show();
        QApplication::processEvents();
        view->showAll();
    }
    void paint() { view->viewport()->render(&frame); }
};

std::unique_ptr<Window> shared; // lives in main, within the application

Window& window() {
    return *shared;
}

// Argument: how often the view is zoomed in by half from the whole.
void timelineFrame(benchmark::State& state) {
    window().view->showAll();
    for (int i = 0; i < state.range(0); ++i)
        window().view->zoom(1.5);
    for (auto _ : state)
        window().paint();
}

void timelineZoomStep(benchmark::State& state) {
    window().view->showAll();
    bool closer = false;
    for (auto _ : state) {
        window().view->zoom((closer = !closer) ? 1.5 : 1 / 1.5);
        window().paint();
    }
}

void filterBySpeaker(benchmark::State& state) {
    std::uint32_t speaker = 0;
    for (auto _ : state)
        window().state.toggleSpeaker(EntityId{speaker++ % 12});
    window().state.setFilter({});
}

BENCHMARK(timelineFrame)->Arg(0)->Arg(4)->Arg(8)->Arg(12)->Unit(benchmark::kMillisecond);
BENCHMARK(timelineZoomStep)->Unit(benchmark::kMillisecond);
BENCHMARK(filterBySpeaker)->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    shared = std::make_unique<Window>();
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    shared.reset();
    return 0;
}

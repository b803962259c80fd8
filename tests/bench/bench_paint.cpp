// How long the article view takes with 50,000 highlights on a text of three million
// characters: painting a frame at places all over the article, and filtering by a speaker with the
// frame after it. Runs offscreen.
#include "ui/reader/article_view.h"

#include <benchmark/benchmark.h>

#include <QApplication>
#include <QImage>
#include <QScrollBar>
#include <QStyle>
#include <memory>

namespace {

using namespace quoth;

// Quotes by twelve speakers, a mention each, five quotes a paragraph.
std::shared_ptr<const Document> manyQuotes(std::size_t spans) {
    const std::string quoted = "“The water came up to the second step, and then it stopped,”";
    const std::string said = " said Ada Penrose. ";
    Document::Parts parts;
    std::string& text = parts.article.text;
    for (std::uint32_t speaker = 0; speaker < 12; ++speaker)
        parts.entities.push_back({EntityType::Person, "Speaker " + std::to_string(speaker), {}});
    while (parts.quotes.size() * 2 < spans) {
        const std::size_t paragraph = text.size();
        for (int i = 0; i < 5; ++i) {
            const auto speaker = static_cast<std::uint32_t>(parts.quotes.size() % 12);
            Quote quote;
            quote.kind = static_cast<QuoteKind>(parts.quotes.size() % 3);
            quote.content = {makeSpan(text.size(), text.size() + quoted.size())};
            quote.speaker = EntityId{speaker};
            quote.confidence = 0.9F;
            text += quoted;
            const std::size_t name = text.size() + 6;
            parts.entities[speaker].mentions.push_back({makeSpan(name, name + 11)});
            text += said;
            text += "Nobody on the quay had expected that it would. ";
            parts.quotes.push_back(std::move(quote));
        }
        parts.blocks.push_back({makeSpan(paragraph, text.size() - 1)});
        text += "\n\n";
    }
    return std::make_shared<const Document>(std::move(parts));
}

struct Window {
    ui::ViewState state;
    ui::ArticleView view{&state};

    Window() {
        view.resize(900, 900);
        state.setAppearance(view.palette());
        state.setDocument(manyQuotes(50000));
        view.show();
        QApplication::processEvents();
    }
};

Window* shown = nullptr; // main() owns it: widgets must go before the application does

void paintFrame(benchmark::State& bench) {
    ui::ArticleView& view = shown->view;
    QImage frame(view.viewport()->size(), QImage::Format_ARGB32_Premultiplied);
    const int range = view.verticalScrollBar()->maximum();
    int at = 0;
    for (auto _ : bench) {
        view.verticalScrollBar()->setValue(at = (at + 104729) % (range + 1));
        view.viewport()->render(&frame);
    }
    bench.counters["highlights"] = 50000;
}
BENCHMARK(paintFrame)->Unit(benchmark::kMillisecond);

void scrollFrame(benchmark::State& bench) { // by a few lines, as a wheel does
    ui::ArticleView& view = shown->view;
    QImage frame(view.viewport()->size(), QImage::Format_ARGB32_Premultiplied);
    view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() / 2);
    for (auto _ : bench) {
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() + 60);
        view.viewport()->render(&frame);
    }
}
BENCHMARK(scrollFrame)->Unit(benchmark::kMillisecond);

void filterAndPaint(benchmark::State& bench) {
    QImage frame(shown->view.viewport()->size(), QImage::Format_ARGB32_Premultiplied);
    std::uint32_t speaker = 0;
    for (auto _ : bench) {
        shown->state.toggleSpeaker(EntityId{speaker++ % 12});
        shown->view.viewport()->render(&frame);
    }
    shown->state.setFilter({});
}
BENCHMARK(filterAndPaint)->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    Window window;
    shown = &window;
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}

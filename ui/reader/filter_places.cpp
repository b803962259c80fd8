#include "ui/reader/filter_places.h"

#include "ui/state/search_text.h"

#include <algorithm>

namespace quoth::ui {
namespace {

void sortByBegin(std::vector<TextRange>& places) {
    std::sort(places.begin(), places.end(), [](const TextRange& a, const TextRange& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
    });
}

} // namespace

std::vector<TextRange> searchedPlaces(const ViewState& state, const ArticleText& text) {
    const QString wanted = foldForFind(state.filter().text);
    std::vector<TextRange> places;
    if (wanted.trimmed().isEmpty()) return places;
    const Document& document = *state.document();
    const QString folded = foldForFind(text.text);
    const auto addFrom = [&](const std::vector<Span>& spans) {
        for (const Span& span : spans) {
            const TextRange range = toRange(document, span);
            const QStringView inside =
                QStringView(folded).mid(range.begin, range.end - range.begin);
            for (const qsizetype at : findAll(inside, wanted, mostHits - places.size())) {
                const int begin = range.begin + static_cast<int>(at);
                places.push_back({begin, begin + static_cast<int>(wanted.size())});
            }
        }
    };
    for (const QuoteId id : state.shownQuotes()) {
        const Quote& quote = document.quote(id);
        const std::size_t before = places.size();
        addFrom(quote.content);
        addFrom(quote.source);
        const bool named =
            quote.speaker && foldForFind(toQString(document.entity(*quote.speaker).name))
                                 .contains(wanted, Qt::CaseInsensitive);
        if (places.size() > before || !named) continue;
        for (const Span& source : quote.source)
            if (places.size() < mostHits) places.push_back(toRange(document, source));
    }
    sortByBegin(places);
    // Quotes within quotes have the same words.
    std::vector<TextRange> out;
    for (const TextRange& place : places)
        if (out.empty() || !out.back().overlaps(place)) out.push_back(place);
    return out;
}

std::vector<TextRange> datedPlaces(const ViewState& state) {
    std::vector<TextRange> places;
    if (!state.filter().days) return places;
    const Document& document = *state.document();
    for (const TimeExpression& time : document.times())
        if (state.onBrushedDays(time.value)) places.push_back(toRange(document, time.span));
    for (const Event& event : document.events())
        if (!event.time && state.onBrushedDays(event.value))
            places.push_back(toRange(document, event.trigger));
    sortByBegin(places);
    return places;
}

} // namespace quoth::ui

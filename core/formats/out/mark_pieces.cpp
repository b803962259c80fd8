#include "core/formats/out/mark_pieces.h"

#include <algorithm>
#include <list>
#include <utility>

namespace quoth {
namespace {

struct Edge {
    std::uint32_t at;
    bool opens;
    std::uint32_t other; // the span's other edge
    QuoteId quote;
    std::size_t span; // among all spans
};

// Ends before beginnings; of beginnings at one place the longest first, so that it is outermost.
bool comesBefore(const Edge& a, const Edge& b) {
    if (a.at != b.at) return a.at < b.at;
    if (a.opens != b.opens) return b.opens;
    if (a.other != b.other) return a.other > b.other;
    return a.quote < b.quote;
}

} // namespace

std::vector<MarkPiece> cutMarks(const std::vector<Quote>& quotes) {
    std::vector<Edge> edges;
    for (std::size_t i = 0; i < quotes.size(); ++i)
        for (const Span& span : quotes[i].content) {
            if (span.empty()) continue;
            const std::size_t number = edges.size() / 2;
            edges.push_back({span.begin, true, span.end, makeId<QuoteTag>(i), number});
            edges.push_back({span.end, false, span.begin, makeId<QuoteTag>(i), number});
        }
    std::sort(edges.begin(), edges.end(), comesBefore);

    std::vector<MarkPiece> out;
    std::list<QuoteId> open;                                            // the outermost first
    std::vector<std::list<QuoteId>::iterator> places(edges.size() / 2); // of the spans in it
    std::vector<MarkPiece::Begun> begun;                                // since the last piece
    std::uint32_t from = 0;
    for (const Edge& edge : edges) {
        if (!open.empty() && edge.at > from) {
            const auto told = static_cast<std::ptrdiff_t>(std::min(open.size(), deepestMarks));
            out.push_back({{from, edge.at},
                           std::vector<QuoteId>(std::prev(open.end(), told), open.end()),
                           std::exchange(begun, {})});
        }
        from = edge.at;
        if (edge.opens) {
            places[edge.span] = open.insert(open.end(), edge.quote);
            begun.push_back({edge.quote, edge.other});
        } else {
            open.erase(places[edge.span]);
        }
    }
    return out;
}

} // namespace quoth

#include "core/formats/mark_pieces.h"

#include <algorithm>

namespace quoth {
namespace {

struct Edge {
    std::uint32_t at;
    bool opens;
    std::uint32_t other; // the span's other edge
    QuoteId quote;
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
            edges.push_back({span.begin, true, span.end, makeId<QuoteTag>(i)});
            edges.push_back({span.end, false, span.begin, makeId<QuoteTag>(i)});
        }
    std::sort(edges.begin(), edges.end(), comesBefore);

    std::vector<MarkPiece> out;
    std::vector<QuoteId> open;
    std::uint32_t from = 0;
    for (const Edge& edge : edges) {
        if (!open.empty() && edge.at > from) out.push_back({{from, edge.at}, open});
        from = edge.at;
        if (edge.opens)
            open.push_back(edge.quote);
        else
            open.erase(std::find(open.begin(), open.end(), edge.quote));
    }
    return out;
}

} // namespace quoth

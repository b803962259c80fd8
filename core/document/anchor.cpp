#include "core/document/anchor.h"

#include "core/document/similar_text.h"

#include <algorithm>

namespace quoth {
namespace {

constexpr std::size_t contextBytes = 32;
// Words of at least this size are their own evidence; shorter ones need as much context.
constexpr std::size_t tellingBytes = 12;

bool isContinuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

std::size_t commonSuffix(std::string_view a, std::string_view b) {
    std::size_t n = 0;
    while (n < a.size() && n < b.size() && a[a.size() - 1 - n] == b[b.size() - 1 - n])
        ++n;
    return n;
}

std::size_t commonPrefix(std::string_view a, std::string_view b) {
    const std::size_t most = std::min(a.size(), b.size());
    std::size_t n = 0;
    while (n < most && a[n] == b[n])
        ++n;
    return n;
}

// Bytes of context shared by the anchor and the occurrence of its words at `at`.
std::size_t sharedContext(std::string_view text, const Anchor& anchor, std::size_t at) {
    const std::size_t left = at < contextBytes ? 0 : at - contextBytes;
    return commonSuffix(text.substr(left, at - left), anchor.before) +
           commonPrefix(text.substr(at + anchor.exact.size()), anchor.after);
}

// Words that were reworded: context decides between places about as similar.
std::optional<Span> locateSimilar(std::string_view text, const Anchor& anchor) {
    constexpr double contextWeight = 0.1; // in similarity
    const auto fullContext = static_cast<double>(anchor.before.size() + anchor.after.size());
    std::optional<Span> best;
    double bestScore = 0;
    for (const SimilarText& found :
         findSimilar(text, anchor.exact, anchor.span.begin, minimumSimilarity)) {
        const std::size_t left =
            found.span.begin < contextBytes ? 0 : found.span.begin - contextBytes;
        const auto shared = static_cast<double>(
            commonSuffix(text.substr(left, found.span.begin - left), anchor.before) +
            commonPrefix(text.substr(found.span.end), anchor.after));
        const double score =
            found.similarity + (fullContext > 0 ? contextWeight * shared / fullContext : 0);
        if (score <= bestScore) continue;
        best = found.span;
        bestScore = score;
    }
    return best;
}

} // namespace

Anchor makeAnchor(std::string_view text, Span span) {
    std::size_t left = span.begin < contextBytes ? 0 : span.begin - contextBytes;
    while (left < span.begin && isContinuation(text[left]))
        ++left;
    std::size_t right = std::min<std::size_t>(text.size(), span.end + contextBytes);
    while (right > span.end && right < text.size() && isContinuation(text[right]))
        --right;
    return {span, std::string(slice(text, span)), std::string(text.substr(left, span.begin - left)),
            std::string(text.substr(span.end, right - span.end))};
}

std::optional<Span> locate(std::string_view text, const Anchor& anchor) {
    if (anchor.exact.empty()) return std::nullopt;
    const std::size_t fullContext = anchor.before.size() + anchor.after.size();
    const auto spanAt = [&](std::size_t at) { return makeSpan(at, at + anchor.exact.size()); };

    // An unchanged text: no search.
    const std::size_t old = anchor.span.begin;
    if (old <= text.size() && text.substr(old).starts_with(anchor.exact) &&
        sharedContext(text, anchor, old) == fullContext)
        return spanAt(old);

    std::optional<std::size_t> best;
    std::size_t bestShared = 0, bestDistance = 0;
    for (std::size_t at = text.find(anchor.exact); at != std::string_view::npos;
         at = text.find(anchor.exact, at + 1)) {
        const std::size_t shared = sharedContext(text, anchor, at);
        const std::size_t distance = at > old ? at - old : old - at;
        if (best && (shared < bestShared || (shared == bestShared && distance >= bestDistance)))
            continue;
        best = at;
        bestShared = shared;
        bestDistance = distance;
    }
    if (!best) return locateSimilar(text, anchor);
    if (anchor.exact.size() + bestShared < std::min(tellingBytes, fullContext)) return std::nullopt;
    return spanAt(*best);
}

} // namespace quoth

#include "core/quotes/attribution.h"

namespace quoth {

Expected<AttributionFinder> AttributionFinder::load(const std::filesystem::path&) {
    return AttributionFinder{};
}

std::vector<Attribution> AttributionFinder::find(const TokenizedText& text,
                                                 const std::vector<QuotedStretch>& stretches,
                                                 const std::vector<NamedMention>& names) const {
    std::vector<Attribution> out;
    for (const QuotedStretch& stretch : stretches) {
        if (stretch.depth > 0) continue;
        Attribution a;
        a.kind = QuoteKind::Direct;
        a.content = {stretch.span};
        for (const NamedMention& name : names)
            if (name.span.begin >= stretch.span.end && name.span.begin < stretch.span.end + 40) {
                a.source = {name.span};
                break;
            }
        out.push_back(a);
    }
    (void)text;
    return out;
}

} // namespace quoth

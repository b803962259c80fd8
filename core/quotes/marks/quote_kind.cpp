#include "core/quotes/marks/quote_kind.h"

#include <algorithm>

namespace quoth {

QuoteKind kindOf(const std::vector<QuotedStretch>& stretches, const std::vector<Span>& contents) {
    bool all = true, any = false;
    for (const Span& content : contents) {
        bool exact = false;
        auto q =
            std::partition_point(stretches.begin(), stretches.end(), [&](const QuotedStretch& s) {
                return s.span.begin < content.begin;
            });
        for (; q != stretches.end() && q->span.begin < content.end; ++q) {
            any = any || content.contains(q->span);
            exact = exact || q->span == content;
        }
        all = all && exact;
    }
    return all ? QuoteKind::Direct : any ? QuoteKind::Mixed : QuoteKind::Indirect;
}

} // namespace quoth

// Segments of attributions as an article's tagger would find them, written by hand.
#pragma once

#include "core/quotes/propose/attribution_labels.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace quoth::test {

// Finds each of `parts` ("source: Ann", "cue: said", "content: rain fell") in the text, in turn.
inline std::vector<AttributionSegment> segmentsIn(const TokenizedText& text,
                                                  const QStringList& parts) {
    std::vector<AttributionSegment> out;
    std::size_t from = 0;
    for (const QString& part : parts) {
        const QString role = part.section(": ", 0, 0);
        const std::string words = part.section(": ", 1).toStdString();
        const std::size_t at = text.text.find(words, from);
        if (at == std::string_view::npos) qFatal("%s is not in the text", words.c_str());
        from = at + words.size();
        AttributionSegment segment;
        segment.tokens = text.tokensIn(makeSpan(at, from));
        segment.role = role == "content"  ? AttributionRole::Content
                       : role == "source" ? AttributionRole::Source
                                          : AttributionRole::Cue;
        out.push_back(segment);
    }
    return out;
}

} // namespace quoth::test

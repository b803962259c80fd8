#include "ui/reader/article_text.h"

#include <QStringDecoder>
#include <array>

namespace quoth::ui {
namespace {

constexpr int longestRow = 4000; // UTF-16 units; a layout of it takes about a millisecond

// QString::fromUtf8 would eat a leading U+FEFF and so shift every offset.
QString decode(const std::string& utf8) {
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decoder(QByteArrayView(utf8.data(), static_cast<qsizetype>(utf8.size())));
}

// The kind of a row by the blocks on it: what is not a dateline or credit decides.
BlockKind rowKind(const SpanIndex<InlinePart>& blocks, TextRange range) {
    std::optional<BlockKind> kind;
    blocks.visit(range.begin, range.end, [&](const InlinePart& block) {
        const bool aside = block.kind == BlockKind::Dateline || block.kind == BlockKind::Credit;
        if (!kind || !aside) kind = block.kind;
    });
    return kind.value_or(BlockKind::Paragraph);
}

// Cuts at white space where there is some in the last tenth, never inside a surrogate pair.
int cutPoint(const QString& text, int begin) {
    const int limit = begin + longestRow;
    for (int at = limit; at > limit - longestRow / 10; --at)
        if (text[at - 1].isSpace()) return at;
    return text[limit].isLowSurrogate() ? limit - 1 : limit;
}

std::vector<Row> makeRows(const QString& text, const SpanIndex<InlinePart>& blocks) {
    std::vector<Row> rows;
    const int length = static_cast<int>(text.size());
    for (int begin = 0; begin < length;) {
        int end = static_cast<int>(text.indexOf(QLatin1Char('\n'), begin));
        if (end < 0) end = length;
        const int next = end + 1;
        while (begin < end && text[begin].isSpace())
            ++begin;
        while (end > begin && text[end - 1].isSpace())
            --end;
        if (begin < end) {
            const BlockKind kind = rowKind(blocks, {begin, end});
            while (end - begin > longestRow) {
                const int cut = cutPoint(text, begin);
                rows.push_back({{begin, cut}, kind, true});
                begin = cut;
            }
            rows.push_back({{begin, end}, kind, false});
        }
        begin = next;
    }
    return rows;
}

// Overlapping quotes get underlines below each other: the first free of a few lanes.
void assignLanes(std::vector<Mark>& contents) {
    std::sort(contents.begin(), contents.end(),
              [](const Mark& a, const Mark& b) { return a.begin < b.begin; });
    std::array<int, 3> free{};
    for (Mark& mark : contents) {
        std::size_t lane = 0;
        while (lane + 1 < free.size() && free[lane] > mark.begin)
            ++lane;
        mark.lane = static_cast<std::uint8_t>(lane);
        free[lane] = std::max(free[lane], mark.end);
    }
}

std::vector<Mark> makeMarks(const Document& document) {
    std::vector<Mark> contents, marks;
    const auto add = [&](std::vector<Mark>& to, const std::vector<Span>& spans, MarkKind kind,
                         std::size_t id) {
        for (const Span& span : spans) {
            Mark mark;
            static_cast<TextRange&>(mark) = toRange(document, span);
            mark.kind = kind;
            mark.id = static_cast<std::uint32_t>(id);
            if (!mark.empty()) to.push_back(mark);
        }
    };
    for (std::size_t i = 0; i < document.quotes().size(); ++i) {
        const Quote& quote = document.quotes()[i];
        add(contents, quote.content, MarkKind::Content, i);
        add(marks, quote.cue, MarkKind::Cue, i);
        add(marks, quote.source, MarkKind::Source, i);
    }
    assignLanes(contents);
    marks.insert(marks.end(), contents.begin(), contents.end());
    for (std::size_t i = 0; i < document.entities().size(); ++i)
        for (const Mention& mention : document.entities()[i].mentions) {
            const std::size_t before = marks.size();
            add(marks, {mention.span}, MarkKind::Mention, i);
            if (marks.size() > before) marks.back().mention = mention.kind;
        }
    return marks;
}

} // namespace

ArticleText::ArticleText(const Document& document) : text(decode(document.text())) {
    std::vector<InlinePart> blocks;
    for (const Block& block : document.blocks())
        blocks.push_back({toRange(document, block.span), block.kind, block.question});
    parts = SpanIndex<InlinePart>(std::move(blocks));
    rows = makeRows(text, parts);
    remark(document);
}

void ArticleText::remark(const Document& document) {
    marks = SpanIndex<Mark>(makeMarks(document));
}

std::size_t ArticleText::rowOf(int position) const {
    const auto after = std::upper_bound(rows.begin(), rows.end(), position,
                                        [](int at, const Row& row) { return at < row.begin; });
    return after == rows.begin() ? 0 : static_cast<std::size_t>(after - rows.begin()) - 1;
}

TextRange toRange(const Document& document, Span span) {
    const OffsetMap& map = document.offsets();
    return {static_cast<int>(map.utf16FromByte(document.text(), span.begin)),
            static_cast<int>(map.utf16FromByte(document.text(), span.end))};
}

Span toSpan(const Document& document, TextRange range) {
    const OffsetMap& map = document.offsets();
    const auto byte = [&](int unit) {
        return map.byteFromUtf16(document.text(), static_cast<std::size_t>(unit));
    };
    return makeSpan(byte(range.begin), byte(range.end));
}

} // namespace quoth::ui

#include "ui/reader/article_layout.h"

#include <QElapsedTimer>
#include <QFontMetricsF>
#include <QTextOption>
#include <cmath>

namespace quoth::ui {
namespace {

constexpr std::size_t keptLayouts = 400; // a few screens

// Same length as the row's text, without what would break a line or has no glyph.
QString shown(const QString& text, const Row& row) {
    QString out = text.mid(row.begin, row.end - row.begin);
    for (QChar& c : out)
        if (c.unicode() < 0x20 || c.unicode() == 0x2028 || c.unicode() == 0x2029)
            c = QLatin1Char(' ');
    return out;
}

} // namespace

void ArticleLayout::setText(const ArticleText* text) {
    m_text = text;
    estimate();
}

void ArticleLayout::setGeometry(const TypeScale& type, qreal width) {
    m_type = type;
    m_width = width;
    estimate();
}

void ArticleLayout::estimate() {
    m_layouts.clear();
    m_heights.assign(m_text ? m_text->rows.size() : 0, {});
    m_tops.assign(m_heights.size() + 1, 0);
    m_validTops = m_heights.empty() ? 0 : 1;
    m_nextToEnsure = 0;
    for (std::size_t row = 0; row < m_heights.size(); ++row) {
        const TypeStyle& type = style(row);
        const qreal em = type.font.pixelSize();
        const qreal perLine = std::max(1.0, m_width / (em * 0.47));
        const Row& of = m_text->rows[row];
        m_heights[row].value = std::ceil((of.end - of.begin) / perLine) * type.pitch +
                               spaceAbove(row) + spaceBelow(row);
    }
}

qreal ArticleLayout::spaceAbove(std::size_t row) const {
    return row > 0 && m_text->rows[row - 1].goesOn ? 0 : style(row).spaceAbove;
}

qreal ArticleLayout::spaceBelow(std::size_t row) const {
    return m_text->rows[row].goesOn ? 0 : style(row).spaceBelow;
}

qreal ArticleLayout::top(std::size_t row) const {
    for (; m_validTops <= row; ++m_validTops)
        m_tops[m_validTops] = m_tops[m_validTops - 1] + m_heights[m_validTops - 1].value;
    return m_tops[row];
}

qreal ArticleLayout::height() const {
    return m_heights.empty() ? 0 : top(m_heights.size());
}

std::size_t ArticleLayout::rowAt(qreal y) const {
    top(m_heights.size());
    const auto after = std::upper_bound(m_tops.begin(), m_tops.end() - 1, y);
    return after == m_tops.begin() ? 0 : static_cast<std::size_t>(after - m_tops.begin()) - 1;
}

std::unique_ptr<QTextLayout> ArticleLayout::make(std::size_t row) const {
    const Row& of = m_text->rows[row];
    const TypeStyle& type = style(row);
    auto layout = std::make_unique<QTextLayout>(shown(m_text->text, of), type.font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout->setTextOption(option);
    layout->setCacheEnabled(true);

    QList<QTextLayout::FormatRange> formats;
    m_text->parts.visit(of.begin, of.end, [&](const InlinePart& part) {
        if (part.kind == of.kind && !part.question) return;
        QTextLayout::FormatRange range;
        range.start = std::max(part.begin, of.begin) - of.begin;
        range.length = std::min(part.end, of.end) - of.begin - range.start;
        QFont font = m_type.style(part.kind).font;
        if (part.question) font.setWeight(QFont::Bold);
        range.format.setFont(font);
        formats.append(range);
    });
    layout->setFormats(formats);

    qreal y = spaceAbove(row);
    layout->beginLayout();
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(m_width);
        line.setPosition({0, std::round(y + (type.pitch - line.height()) / 2)});
        y += type.pitch;
    }
    layout->endLayout();
    return layout;
}

bool ArticleLayout::ensure(std::size_t row) {
    if (m_layouts.contains(row)) return false;
    forgetFarFrom(row);
    const auto& made = m_layouts.emplace(row, make(row)).first->second;
    const qreal height = spaceAbove(row) + made->lineCount() * style(row).pitch + spaceBelow(row);
    Height& known = m_heights[row];
    const bool differs = known.value != height;
    known = {height, true};
    if (differs) m_validTops = std::min(m_validTops, row + 1);
    return differs;
}

bool ArticleLayout::ensureSome(int milliseconds) {
    QElapsedTimer timer;
    timer.start();
    for (; m_nextToEnsure < m_heights.size(); ++m_nextToEnsure) {
        if (timer.hasExpired(milliseconds)) return true;
        if (!m_heights[m_nextToEnsure].exact) ensure(m_nextToEnsure);
    }
    return false;
}

const QTextLayout& ArticleLayout::layout(std::size_t row) {
    ensure(row);
    return *m_layouts.at(row);
}

void ArticleLayout::forgetFarFrom(std::size_t row) {
    if (m_layouts.size() < keptLayouts) return;
    std::erase_if(m_layouts, [&](const auto& kept) {
        const std::size_t distance = kept.first > row ? kept.first - row : row - kept.first;
        return distance > keptLayouts / 4;
    });
}

std::vector<Fragment> ArticleLayout::fragments(std::size_t row, TextRange range) {
    std::vector<Fragment> out;
    const Row& of = m_text->rows[row];
    const int begin = std::max(range.begin, of.begin) - of.begin;
    const int end = std::min(range.end, of.end) - of.begin;
    const QTextLayout& laid = layout(row);
    const TypeStyle& type = style(row);
    for (int i = 0; i < laid.lineCount(); ++i) {
        const QTextLine line = laid.lineAt(i);
        if (line.textStart() >= end) break;
        const int from = std::max(begin, line.textStart());
        int to = std::min(end, line.textStart() + line.textLength());
        while (to > from && laid.text()[to - 1].isSpace() && to < end)
            --to; // the space at which the line was wrapped
        if (from >= to) continue;
        const qreal a = line.cursorToX(from), b = line.cursorToX(to);
        const qreal x = std::min(a, b), width = std::abs(b - a);
        const qreal baseline = std::round(line.y() + line.ascent());
        out.push_back({{x, spaceAbove(row) + i * type.pitch, width, type.pitch},
                       {x, baseline - type.ascent, width, type.ascent + type.descent}});
    }
    return out;
}

int ArticleLayout::positionAt(QPointF point, bool exact) {
    if (m_heights.empty()) return exact ? -1 : 0;
    const std::size_t row = rowAt(point.y());
    ensure(row);
    const Row& of = m_text->rows[row];
    const QTextLayout& laid = layout(row);
    const qreal y = point.y() - top(row) - spaceAbove(row);
    const int wanted = static_cast<int>(std::floor(y / style(row).pitch));
    const int index = std::clamp(wanted, 0, laid.lineCount() - 1);
    const QTextLine line = laid.lineAt(index);
    if (!exact) {
        if (wanted >= laid.lineCount()) return of.end;
        return of.begin + line.xToCursor(point.x(), QTextLine::CursorBetweenCharacters);
    }
    if (wanted != index || point.x() < line.x() || point.x() >= line.x() + line.naturalTextWidth())
        return -1;
    return of.begin + line.xToCursor(point.x(), QTextLine::CursorOnCharacter);
}

QRectF ArticleLayout::characterRect(int position) {
    if (m_heights.empty()) return {};
    const std::size_t row = m_text->rowOf(position);
    ensure(row);
    const Row& of = m_text->rows[row];
    const int at = std::clamp(position, of.begin, of.end);
    const auto boxes = fragments(row, {at, std::min(at + 1, of.end)});
    const QRectF box =
        boxes.empty() ? QRectF(0, spaceAbove(row), 1, style(row).pitch) : boxes.front().line;
    return box.translated(0, top(row));
}

} // namespace quoth::ui

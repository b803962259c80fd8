#include "ui/reader/type_scale.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

namespace quoth::ui {
namespace {

QFont textFont(const QString& family) {
    QFont font = QApplication::font();
    font.setStyleHint(QFont::Serif);
    font.setFamilies({family.isEmpty() ? bookFamily() : family});
    return font;
}

TypeStyle make(QFont font, qreal size, qreal leading, qreal above, qreal below) {
    font.setPixelSize(qMax(1, qRound(size)));
    TypeStyle style;
    style.font = font;
    style.pitch = std::round(size * leading);
    style.spaceAbove = std::round(size * above);
    style.spaceBelow = std::round(size * below);
    const QFontMetricsF metrics(font);
    style.ascent = std::ceil(-metrics.tightBoundingRect(QStringLiteral("bdhkl")).top());
    style.descent = std::ceil(metrics.tightBoundingRect(QStringLiteral("gjpqy")).bottom());
    return style;
}

} // namespace

// The first of a few book faces that Debian packages and that read well on screens.
QString bookFamily() {
    static const QString family = [] {
        const QStringList known = QFontDatabase::families();
        for (const char* name : {"Source Serif 4", "Source Serif Pro", "Charis SIL", "Noto Serif",
                                 "Gelasio", "Caladea", "Liberation Serif", "DejaVu Serif"})
            if (known.contains(QLatin1String(name))) return QString::fromLatin1(name);
        return QStringLiteral("serif");
    }();
    return family;
}

QFont withoutLigatures(QFont font) {
    // Qt shapes spaced letters one by one; this space, the least that it knows, is not seen.
    font.setLetterSpacing(QFont::AbsoluteSpacing, 1.0 / 64);
    return font;
}

void TypeScale::dropLigatures() {
    for (TypeStyle& style : m_styles)
        style.font = withoutLigatures(style.font);
}

qreal bodySizeBeside(const QFont& interface) {
    constexpr qreal usual = 18, ratio = 1.35;
    return std::max(usual, std::round(QFontInfo(interface).pixelSize() * ratio));
}

TypeScale::TypeScale(qreal size, const QString& family, int lineCharacters) {
    const auto at = [&](BlockKind kind) -> TypeStyle& {
        return m_styles[static_cast<std::size_t>(kind)];
    };
    QFont sans = QApplication::font();
    QFont bold = textFont(family);
    bold.setWeight(QFont::Bold);
    at(BlockKind::Paragraph) = make(textFont(family), size, 1.55, 0, 0.85);
    at(BlockKind::Headline) = make(bold, size * 1.9, 1.22, 0, 0.42);
    at(BlockKind::Standfirst) = make(textFont(family), size * 1.2, 1.42, 0, 0.9);
    sans.setWeight(QFont::DemiBold);
    at(BlockKind::Byline) = make(sans, size * 0.83, 1.5, 0, 1.1);
    at(BlockKind::Byline).muted = true;
    at(BlockKind::Dateline) = make(sans, size * 0.83, 1.5, 0, 1.1);
    QFont italic = textFont(family);
    italic.setItalic(true);
    at(BlockKind::Credit) = make(italic, size * 0.92, 1.5, 0.2, 0.85);
    at(BlockKind::Credit).muted = true;

    const QString sample =
        QStringLiteral("The minister told reporters that the talks had been frank "
                       "and calm, and that both sides would meet again in June.");
    m_columnWidth = QFontMetricsF(body().font).horizontalAdvance(sample) /
                    static_cast<qreal>(sample.size()) * lineCharacters;
}

} // namespace quoth::ui

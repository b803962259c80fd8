// The article's typography: a font, leading and spacing for every kind of block, from one body
// size.
#pragma once

#include "core/document/tokenized_text.h"

#include <QFont>

namespace quoth::ui {

struct TypeStyle {
    QFont font;
    qreal pitch = 0;      // from baseline to baseline, pixels
    qreal spaceAbove = 0; // pixels
    qreal spaceBelow = 0;
    qreal ascent = 0; // of the letters themselves, tighter than the font's own
    qreal descent = 0;
    bool muted = false; // drawn in the quieter text colour
};

class TypeScale {
public:
    // `pixelSize` is the body's font size; an empty `family` is a book face of ours; lines are
    // about so many characters of body text wide.
    explicit TypeScale(qreal pixelSize = 18, const QString& family = {}, int lineCharacters = 70);

    const TypeStyle& style(BlockKind kind) const {
        return m_styles[static_cast<std::size_t>(kind)];
    }
    // Every letter a glyph of its own, so that the text of a PDF can be searched and copied.
    void dropLigatures();
    const TypeStyle& body() const { return style(BlockKind::Paragraph); }
    qreal columnWidth() const { return m_columnWidth; }

private:
    TypeStyle m_styles[6];
    qreal m_columnWidth = 0;
};

// The family of our own that an empty one stands for.
QString bookFamily();

QFont withoutLigatures(QFont font);
// The article's font size in pixels beside an interface in `interface`: 18, or more where the
// reader asked the desktop for large letters.
qreal bodySizeBeside(const QFont& interface);

} // namespace quoth::ui

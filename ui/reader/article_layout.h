// Where every row of an article lies. Rows are laid out when they are needed; until then their
// height is an estimate, so that a megabyte opens and resizes at once. Only rows lately used keep
// their glyphs; the others keep their height. Coordinates are pixels, y from the article's top, x
// from the column's left edge.
#pragma once

#include "ui/reader/article_text.h"
#include "ui/reader/type_scale.h"

#include <QRectF>
#include <QTextLayout>
#include <memory>
#include <unordered_map>
#include <vector>

namespace quoth::ui {

// A stretch of text on one line; y from the row's top.
struct Fragment {
    QRectF line; // as high as the line's pitch: those of neighbouring lines touch
    QRectF text; // from the letters' ascent to their descent

    void translate(QPointF by) {
        line.translate(by);
        text.translate(by);
    }
};

class ArticleLayout {
public:
    // `text` must outlive the layout or be replaced first; null shows nothing.
    void setText(const ArticleText* text);
    void setGeometry(const TypeScale& type, qreal width);

    const ArticleText* text() const { return m_text; }
    const TypeScale& type() const { return m_type; }
    qreal width() const { return m_width; }
    std::size_t rowCount() const { return m_heights.size(); }
    qreal height() const;
    qreal top(std::size_t row) const;
    qreal rowHeight(std::size_t row) const { return m_heights[row].value; }
    // The row at y; the first or last one outside. There must be one.
    std::size_t rowAt(qreal y) const;

    // Lays the row out if it is not; true when its height turned out to differ from the estimate.
    bool ensure(std::size_t row);
    // Works on rows never laid out, about `milliseconds` long; false once there are none. Calls
    // nothing; compare height() to see a change.
    bool ensureSome(int milliseconds);
    // Ensured, and valid until the next call that lays out.
    const QTextLayout& layout(std::size_t row);

    // The pieces of `range` on this row, one a line.
    std::vector<Fragment> fragments(std::size_t row, TextRange range);
    // The text position nearest to a point; `exact` gives -1 where the point is on no character.
    int positionAt(QPointF point, bool exact);
    // The box of the character at `position`.
    QRectF characterRect(int position);

private:
    struct Height {
        qreal value = 0;
        bool exact = false;
    };
    const TypeStyle& style(std::size_t row) const { return m_type.style(m_text->rows[row].kind); }
    qreal spaceAbove(std::size_t row) const;
    qreal spaceBelow(std::size_t row) const;
    void estimate();
    void forgetFarFrom(std::size_t row);
    std::unique_ptr<QTextLayout> make(std::size_t row) const;

    const ArticleText* m_text = nullptr;
    TypeScale m_type;
    qreal m_width = 0;
    std::vector<Height> m_heights;
    mutable std::vector<qreal> m_tops; // one more than rows; valid in front of m_validTops
    mutable std::size_t m_validTops = 0;
    std::size_t m_nextToEnsure = 0;
    std::unordered_map<std::size_t, std::unique_ptr<QTextLayout>> m_layouts;
};

} // namespace quoth::ui

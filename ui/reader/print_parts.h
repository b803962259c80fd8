// What a printed article has beside its text: above it where it comes from and the key to the
// highlights, after it the quotes as a list.
#pragma once

#include "ui/state/view_state.h"

#include <QFont>
#include <QStringList>
#include <memory>

class QPainter;
class QTextDocument;

namespace quoth::ui {

// Title; source, date and the program; the speakers with their colours; the kinds' underlines.
// Lengths in the painter's units.
class PrintHead {
public:
    // `state` must hold a document. `source`: where the article came from; may be empty.
    PrintHead(const ViewState& state, const QString& source, qreal width, const QFont& font);

    qreal height() const { return m_height; }
    void paint(QPainter& painter, const QPalette& palette) const; // from (0, 0) on

private:
    struct Entry {
        SpeakerStyle style;
        QString text;
        QRectF box;
    };

    void paintKinds(QPainter& painter, const QPalette& palette) const;

    QString m_title, m_facts;
    std::vector<Entry> m_speakers;
    qreal m_width, m_line, m_height = 0;
    bool m_anyDoubtful = false; // then the key tells how they look
    QFont m_font;
};

// The quotes that pass the filter, with speaker, kind, state of checking and note, in pages of the
// given size; draw it with the palette given. Null where there are none.
std::unique_ptr<QTextDocument> printedQuotes(const ViewState& state, const QPalette& palette,
                                             const QFont& font, QSizeF page);

} // namespace quoth::ui

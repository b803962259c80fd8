// Small helpers that the views share, so that a badge, a selected row and a muted line look the
// same everywhere. All colours come from the palette or a SpeakerStyle: light and dark follow by
// themselves.
#pragma once

#include "ui/state/speaker_palette.h"

#include <QColor>
#include <QFont>
#include <QRectF>

class QPainter;
class QStyleOptionViewItem;

namespace quoth::ui {

// `from` towards `to` by `share` (0 to 1), without alpha.
QColor blend(const QColor& from, const QColor& to, qreal share);
// Contrast of two opaque colours after WCAG 2.1, from 1 to 21.
qreal contrast(const QColor& a, const QColor& b);
// Text of lesser rank, and text behind the filter: quiet, yet at least 4.5:1 on the base and window
// colours and on selected rows.
QColor mutedText(const QPalette& palette);
// The colour of what the filter leaves out: paler, yet at least 3:1 on the base colour.
QColor faded(const QColor& colour, const QPalette& palette);
// Grounds of rows under the pointer and of selected ones.
QColor hoveredRow(const QPalette& palette);
QColor selectedRow(const QPalette& palette);
// Behind what a search found, and around it; `current`: where it stands.
QColor findHitGround(const QPalette& palette, bool current);
QColor findHitFrame(const QPalette& palette, bool current);
// Hairlines between rows and lanes.
QColor hairline(const QPalette& palette);

QFont boldOf(QFont font);

// A filled disc with the badge's letters; "?" where the style has none. Dimmed: in the faded
// colour.
void paintBadge(QPainter& painter, const QRectF& rect, const SpeakerStyle& style,
                const QPalette& palette, bool dimmed = false);
// Small marks over the badge's lower right corner, in the text's colours (more than 3:1 on any
// badge and page): a hollow ? where the machine doubts; filled, what the reader found: ✓ confirmed,
// ≠ altered, ? unsourced, ! disputed, nothing where it is unchecked.
void paintDoubtMark(QPainter& painter, const QRectF& badge, const QPalette& palette);
void paintCheckMark(QPainter& painter, const QRectF& badge, CheckState state,
                    const QPalette& palette);
// Background of a list row: selection, hover, keyboard focus. Text on it stays QPalette::Text.
void paintRow(QPainter& painter, const QStyleOptionViewItem& option, bool selected);

} // namespace quoth::ui

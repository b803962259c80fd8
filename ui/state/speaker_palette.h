// How each speaker looks, the same in every view: about seven speakers (by number of quotes) have a
// colour of their own from the set that the reader chose, the rest share one grey; everyone has a
// badge and a line pattern, so that colour is never the only sign.
#pragma once

#include "core/document/document.h"
#include "core/formats/out/speaker_colours.h"

#include <QColor>
#include <QPalette>
#include <QString>
#include <Qt>
#include <optional>
#include <unordered_map>
#include <vector>

namespace quoth::ui {

struct SpeakerStyle {
    QColor tint;   // behind article text; text on it keeps a contrast of at least 7:1
    QColor line;   // underlines, badges, bars; at least 4.5:1 against the base colour
    QString badge; // one or two initials, or a number where initials clash
    Qt::PenStyle pattern = Qt::SolidLine;
    bool coloured = false; // false: one of the rest, in grey
};

class SpeakerPalette {
public:
    SpeakerPalette() = default;
    // Light or dark follows the palette's base colour. `previous` keeps the colours of entities
    // that had one (same id), so that colours stay while a document is corrected.
    SpeakerPalette(const Document& document, const QPalette& palette,
                   ColourSet set = ColourSet::Standard, const SpeakerPalette* previous = nullptr);

    // For each entity that has one, its place in the colour set.
    const std::unordered_map<EntityId, int>& colours() const { return m_colours; }
    // Nothing but these colours, for `previous`.
    static SpeakerPalette ofColours(std::unordered_map<EntityId, int> colours);

    // The same looks where entities have other ids: for each, its new one; nullopt for one that is
    // gone.
    SpeakerPalette moved(const std::vector<std::optional<EntityId>>& now) const;

    // Entities that do not speak look like the rest. `selected` always gives a colour.
    SpeakerStyle style(EntityId entity, bool selected = false) const;

private:
    bool m_dark = false;
    ColourSet m_set = ColourSet::Standard;
    std::unordered_map<EntityId, int> m_colours; // index into the colour set
    std::unordered_map<EntityId, QString> m_badges;
};

// Is the window dark? By the lightness of the palette's base colour.
bool isDark(const QPalette& palette);

} // namespace quoth::ui

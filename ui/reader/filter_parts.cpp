#include "ui/reader/filter_parts.h"

#include "ui/quotes/quote_text.h"
#include "ui/state/desk.h"
#include "ui/timeline/time_scale.h"

#include <QCoreApplication>

namespace quoth::ui {
namespace {

constexpr std::size_t mostNames = 6; // each with a part of its own

// What this file says, translated.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Filter)
};

using Names = std::set<EntityId> Filter::*;

// The first names a part each, the others one together.
void addNames(std::vector<FilterPart>& parts, const Document& document, const Filter& filter,
              Names chosen) {
    const std::set<EntityId>& names = filter.*chosen;
    const bool speakers = chosen == &Filter::speakers;
    const std::size_t own = names.size() <= mostNames + 1 ? names.size() : mostNames;
    const auto rest = std::next(names.begin(), static_cast<std::ptrdiff_t>(own));
    for (auto name = names.begin(); name != rest; ++name) {
        FilterPart part{(speakers ? Words::tr("Speaker %1") : Words::tr("About %1"))
                            .arg(toQString(document.entity(*name).name).simplified()),
                        speakers ? std::optional(*name) : std::nullopt, filter};
        (part.without.*chosen).erase(*name);
        parts.push_back(std::move(part));
    }
    if (rest == names.end()) return;
    const auto count = static_cast<int>(names.size() - own);
    FilterPart others{speakers ? Words::tr("%Ln more speaker(s)", nullptr, count)
                               : Words::tr("about %Ln more name(s)", nullptr, count),
                      {},
                      filter};
    others.without.*chosen = {names.begin(), rest};
    parts.push_back(std::move(others));
}

} // namespace

std::vector<FilterPart> filterParts(const Document& document, const Filter& filter) {
    std::vector<FilterPart> parts;
    addNames(parts, document, filter, &Filter::speakers);
    addNames(parts, document, filter, &Filter::people);
    const auto add = [&](const QString& text, auto takeOff) {
        FilterPart part{text, {}, filter};
        takeOff(part.without);
        parts.push_back(std::move(part));
    };
    if (filter.days)
        add(Words::tr("Dated %1").arg(rangeLabel(*filter.days)),
            [](Filter& without) { without.days.reset(); });
    if (!filter.text.isEmpty())
        add(Words::tr("Words “%1”").arg(filter.text.simplified()),
            [](Filter& without) { without.text.clear(); });
    if (filter.check)
        add(Words::tr("State %1").arg(withinSentence(checkLabel(*filter.check))),
            [](Filter& without) { without.check.reset(); });
    if (filter.doubtful)
        add(Words::tr("Doubtful only"), [](Filter& without) { without.doubtful = false; });
    if (filter.withoutSpeaker)
        add(Words::tr("Unknown speaker"), [](Filter& without) { without.withoutSpeaker = false; });
    if (filter.kind)
        add(Words::tr("Kind %1").arg(withinSentence(kindLabel(*filter.kind))),
            [](Filter& without) { without.kind.reset(); });
    if (filter.act)
        add(Words::tr("Act %1").arg(withinSentence(actLabel(*filter.act))),
            [](Filter& without) { without.act.reset(); });
    if (filter.minimumConfidence > 0)
        add(Words::tr("At least %1 % sure").arg(qRound(filter.minimumConfidence * 100)),
            [](Filter& without) { without.minimumConfidence = 0; });
    return parts;
}

} // namespace quoth::ui

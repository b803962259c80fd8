#include "ui/speakers/speaker_picker.h"

#include "ui/session/view_state.h"

#include <algorithm>
#include <limits>

namespace quoth::ui {
namespace {

// Bytes between the quote and the entity's nearest name or noun; those before it count less, since
// speakers are named before they speak.
std::uint32_t distanceTo(const Entity& entity, Span quote) {
    std::uint32_t best = std::numeric_limits<std::uint32_t>::max();
    for (const Mention& mention : entity.mentions) {
        const std::uint32_t distance =
            mention.span.end <= quote.begin   ? quote.begin - mention.span.end
            : mention.span.begin >= quote.end ? 2 * (mention.span.begin - quote.end)
                                              : 0;
        best = std::min(best, distance);
    }
    return best;
}

std::vector<NamePicker::Row> rowsFor(const Document& document, QuoteId quote) {
    std::vector<NamePicker::Row> rows;
    for (const EntityId id : speakerCandidates(document, quote))
        rows.push_back({toQString(document.entity(id).name), id == document.quote(quote).runnerUp
                                                                 ? SpeakerPicker::tr("runner-up")
                                                                 : QString()});
    return rows;
}

std::vector<EntityRef> refsFor(const Document& document, QuoteId quote) {
    std::vector<EntityRef> refs;
    for (const EntityId id : speakerCandidates(document, quote))
        refs.push_back(refTo(document, id));
    return refs;
}

} // namespace

std::vector<EntityId> speakerCandidates(const Document& document, QuoteId id) {
    const Quote& quote = document.quote(id);
    const Span where{quote.content.front().begin, quote.content.back().end};
    std::vector<std::pair<std::uint32_t, EntityId>> near;
    for (std::size_t i = 0; i < document.entities().size(); ++i) {
        const auto entity = makeId<EntityTag>(i);
        const EntityType type = document.entity(entity).type;
        if (entity == quote.speaker || type == EntityType::Place || type == EntityType::Other)
            continue;
        near.emplace_back(
            entity == quote.runnerUp ? 0 : 1 + distanceTo(document.entity(entity), where), entity);
    }
    std::stable_sort(near.begin(), near.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<EntityId> out;
    for (const auto& [distance, entity] : near)
        out.push_back(entity);
    return out;
}

SpeakerPicker::SpeakerPicker(QWidget* parent, const Document& document, QuoteId quote,
                             QPoint global, Chosen chosen)
    : NamePicker(parent, rowsFor(document, quote),
                 {tr("Who says it? Type a name"), tr("Speaker"), tr("Possible speakers"),
                  tr("New person “%1”"), tr("Nobody known")},
                 global,
                 [candidates = refsFor(document, quote),
                  chosen = std::move(chosen)](const Choice& choice) {
                     if (choice.row)
                         chosen(candidates[*choice.row]);
                     else if (!choice.newName.isEmpty())
                         chosen(EntityRef{choice.newName.toStdString(), EntityType::Person, {}});
                     else
                         chosen(std::nullopt);
                 }) {}

} // namespace quoth::ui

#include "ui/speakers/speaker_picker.h"

#include "ui/state/view_state.h"

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

std::vector<NamePicker::Row> rowsFor(const Document& document,
                                     const std::vector<SpeakerCandidate>& candidates) {
    std::vector<NamePicker::Row> rows;
    for (const SpeakerCandidate& candidate : candidates)
        rows.push_back({toQString(document.entity(candidate.entity).name), candidate.note});
    return rows;
}

std::vector<EntityRef> refsFor(const Document& document,
                               const std::vector<SpeakerCandidate>& candidates) {
    std::vector<EntityRef> refs;
    for (const SpeakerCandidate& candidate : candidates)
        refs.push_back(refTo(document, candidate.entity));
    return refs;
}

std::vector<EntityId> byNearness(const Document& document, Span where) {
    std::vector<std::pair<std::uint32_t, EntityId>> near;
    for (std::size_t i = 0; i < document.entities().size(); ++i) {
        const Entity& entity = document.entities()[i];
        if (entity.type != EntityType::Place && entity.type != EntityType::Other)
            near.emplace_back(distanceTo(entity, where), makeId<EntityTag>(i));
    }
    std::stable_sort(near.begin(), near.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<EntityId> out;
    for (const auto& [distance, entity] : near)
        out.push_back(entity);
    return out;
}

std::vector<SpeakerCandidate> candidates(const Document& document, Span where,
                                         std::optional<EntityId> first, const QString& note,
                                         std::optional<EntityId> without) {
    std::vector<SpeakerCandidate> out;
    if (first) out.push_back({*first, note});
    for (const EntityId entity : byNearness(document, where))
        if (entity != first && entity != without) out.push_back({entity, {}});
    return out;
}

} // namespace

std::vector<SpeakerCandidate> speakerCandidates(const Document& document, QuoteId id) {
    const Quote& quote = document.quote(id);
    return candidates(document, {quote.content.front().begin, quote.content.back().end},
                      quote.runnerUp, SpeakerPicker::tr("runner-up"), quote.speaker);
}

std::vector<SpeakerCandidate> speakerCandidates(const Document& document, Span where,
                                                std::optional<EntityId> likeliest) {
    return candidates(document, where, likeliest, SpeakerPicker::tr("speaks beside it"), {});
}

SpeakerPicker::SpeakerPicker(QWidget* parent, const Document& document,
                             const std::vector<SpeakerCandidate>& candidates, QPoint global,
                             Chosen chosen)
    : NamePicker(
          parent, rowsFor(document, candidates),
          {tr("Who says it? Type a name"), tr("Speaker"), tr("Possible speakers"),
           tr("New person “%1”"), tr("Nobody known")},
          global,
          [refs = refsFor(document, candidates), chosen = std::move(chosen)](const Choice& choice) {
              if (choice.row)
                  chosen(refs[*choice.row]);
              else if (!choice.newName.isEmpty())
                  chosen(EntityRef{choice.newName.toStdString(), EntityType::Person, {}});
              else
                  chosen(std::nullopt);
          }) {}

} // namespace quoth::ui

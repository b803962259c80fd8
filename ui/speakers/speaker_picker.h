// A small window over the article to say whose a quote is (name_picker.h). The likeliest comes
// first, then the people of the article by how near to the quote they are named; at the end a new
// person of the name typed, and nobody known.
#pragma once

#include "core/document/corrections.h"
#include "ui/widgets/name_picker.h"

#include <functional>
#include <optional>
#include <vector>

namespace quoth::ui {

struct SpeakerCandidate {
    EntityId entity;
    QString note; // why it stands where it does; mostly empty
};

class SpeakerPicker : public NamePicker {
    Q_OBJECT
public:
    // nullopt: nobody known.
    using Chosen = std::function<void(std::optional<EntityRef>)>;

    SpeakerPicker(QWidget* parent, const Document& document,
                  const std::vector<SpeakerCandidate>& candidates, QPoint global, Chosen chosen);
};

// People, groups and organisations that may have said the quote, the runner-up first; without the
// speaker that it has.
std::vector<SpeakerCandidate> speakerCandidates(const Document& document, QuoteId quote);
// Those that may have said what stands at `where`, `likeliest` first.
std::vector<SpeakerCandidate> speakerCandidates(const Document& document, Span where,
                                                std::optional<EntityId> likeliest);

} // namespace quoth::ui

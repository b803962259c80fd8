// A small window over the article to say whose a quote is (name_picker.h). The runner-up comes
// first, then the people of the article by how near to the quote they are named; at the end a new
// person of the name typed, and nobody known.
#pragma once

#include "core/document/corrections.h"
#include "ui/widgets/name_picker.h"

#include <functional>
#include <optional>
#include <vector>

namespace quoth::ui {

class SpeakerPicker : public NamePicker {
    Q_OBJECT
public:
    // nullopt: nobody known.
    using Chosen = std::function<void(std::optional<EntityRef>)>;

    SpeakerPicker(QWidget* parent, const Document& document, QuoteId quote, QPoint global,
                  Chosen chosen);
};

// People, groups and organisations that may have said the quote, the likeliest first; without the
// speaker that it has.
std::vector<EntityId> speakerCandidates(const Document& document, QuoteId quote);

} // namespace quoth::ui

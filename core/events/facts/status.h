// Whether an event happened, is planned, may happen, or did not: "will hold", "had declined to
// renew", "was not arrested", "if they meet". In: the text's grammar and the word that names it.
// Out: its status, from its clause and the verbs that govern it.
#pragma once

#include "core/document/annotations.h"
#include "core/document/tokenized_text.h"
#include "core/events/words/lexicon.h"
#include "core/syntax/syntax.h"

#include <cstdint>

namespace quoth {

struct StatusByDate {
    EventStatus status = EventStatus::Happened;
    EventStatus ahead = EventStatus::Planned; // where its date is after the article's
    bool operator==(const StatusByDate&) const = default;
};

StatusByDate eventStatus(const TokenizedText& text, const Syntax& syntax,
                         const EventLexicon& lexicon, std::uint32_t trigger);

} // namespace quoth

// What goes along when mentions of an entity turn out to be another's: in, the parts of a document
// and the mentions that the reader chose; out, what the machine rested on them.
//
// - A pronoun goes where the mention goes that it was taken up from: the nearest before it in its
//   sentence or the one before, else the first after it in its sentence.
// - A pronoun within a quote that the entity speaks ("I", "we") goes with the quote.
// - A quote goes whose source stands in a mention that goes, or is a pronoun of no mention ("who")
//   taken up from one; and one that goes on from a quote that goes.
// - An event's participant and a quote's addressee go when the sentence tells of the entity by
//   nothing but mentions that go; where it tells of both, both take part.
// What the reader said stays: a quote whose speaker the reader set, with the pronoun that is its
// source; a quote that the reader found right goes only with a source that the reader chose.
#pragma once

#include "core/document/document.h"

#include <vector>

namespace quoth {

// Pronouns of the entity that go along with the chosen mentions, by position.
std::vector<Span> pronounsThatFollow(const Document::Parts& parts, EntityId entity,
                                     const std::vector<Span>& chosen);

// Gives the chosen mentions, which must be the entity's, to `heir`, another entity of the parts,
// with all that goes along but the pronouns in `stay`. Quotes whose source was chosen become
// certain (ReasonStep::Reader with the source's place).
void moveMentions(Document::Parts& parts, EntityId entity, EntityId heir,
                  const std::vector<Span>& chosen, const std::vector<Span>& stay);

// Did a correction say whose the quote is, rather than where its source belongs?
bool isSpeakerByReader(const Document::Parts& parts, const Quote& quote);

// Reasons that name one entity name the other from now on; what stands in the text stays.
void renameInReasons(Quote& quote, const std::string& from, const std::string& to);

} // namespace quoth

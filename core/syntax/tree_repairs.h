// Corrects in a parser's trees what the grammar of English rules out, however likely the parser
// found it.
#pragma once

#include "core/document/tokenized_text.h"
#include "core/syntax/dependencies.h"

namespace quoth {

// - "Fire destroys mill": a noun before a finite verb is no part of a compound with it, but its
//   subject.
// - "The bridge, Ann Lee said, was safe": an apposition that no mark closes before the verb is the
//   subject of this verb, which stands beside the clause that its words are set into.
// - "The bridge, said Ann Lee, was safe": likewise a noun between such a verb and a comma.
// - "The bridge was safe, Ann Lee said, and would open": a clause that "and" opens is no complement
//   of the verb set in before it, but joined to what that is set into.
// - "He told the paper that fares rise": whom one tells something has no "that" clause, it is what
//   one tells.
// - "Ships stop, she says, although none is full": no complement opens with "although". Behind a
//   comma and a verb that is set in, such a clause belongs to what that is set into.
void repairTrees(const TokenizedText& text, Dependencies& trees);

} // namespace quoth

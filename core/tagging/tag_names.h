// Names of tags, as corpora and models write them.
#pragma once

#include "core/document/tokenized_text.h"

#include <optional>
#include <string>
#include <string_view>

namespace quoth {

std::string_view name(FineTag tag);             // "PRP$"; "-" for None
FineTag fineTagFromName(std::string_view name); // None where it is none that stages ask about

// A tagger's label: both tags of a token, "NOUN.NNS" or "PUNCT.-".
struct TagPair {
    Pos pos = Pos::X;
    FineTag tag = FineTag::None;
    bool operator==(const TagPair&) const = default;
};
std::string name(TagPair pair);
std::optional<TagPair> tagPairFromName(std::string_view name);

} // namespace quoth

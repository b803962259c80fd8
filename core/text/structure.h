// Text structure: which lines are headline, standfirst, byline, dateline, paragraph, credit.
// In: the canonical text. Out: ordered blocks without overlap; every line with other than white
// space belongs to one or (dateline or credit within a line) two or three of them. Never fails.
#pragma once

#include "core/document/date.h"
#include "core/document/tokenized_text.h"

#include <optional>
#include <string_view>
#include <vector>

namespace quoth {

std::vector<Block> findBlocks(std::string_view text);

// Splits datelines and credits off blocks that a format stated (HTML), and types a byline among
// them.
std::vector<Block> refineBlocks(std::string_view text, const std::vector<Block>& stated);

// The day that a dateline, byline or dated line near the top states ("LONDON, May 20, 2021 (AP) –",
// "Published: 20 May 2021"); full dates only.
std::optional<Date> findStatedDate(std::string_view text, const std::vector<Block>& blocks);

} // namespace quoth

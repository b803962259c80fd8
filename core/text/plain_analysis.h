// The stages of this folder in a row on one paragraph of plain text: its tokens and sentences.
#pragma once

#include "core/document/tokenized_text.h"

#include <string_view>

namespace quoth {

TokenizedText analyzePlainText(std::string_view paragraph); // must outlive the result

// A whole article: its blocks as well.
TokenizedText analyzePlainArticle(std::string_view article); // must outlive the result

} // namespace quoth

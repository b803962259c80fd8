// Feeds: RSS 2.0 (rssboard.org/rss-specification), RSS 1.0 and Atom (RFC 4287). An article is what
// an item holds of its text: the whole (content:encoded, content) or, where it has no more, its
// summary.
#pragma once

#include "core/formats/in/importers.h"

namespace quoth {

// Several articles, each under its guid or id; items without text are left out. Errors: those of
// parseXml; Empty where no item has text.
Expected<Imported> readFeed(std::string_view bytes);
bool looksLikeFeed(std::string_view bytes);

} // namespace quoth

// What a web page says of days outside its JSON-LD: <meta>, microdata, <time>, words beside the
// headline.
#pragma once

#include "core/formats/in/html_head.h"
#include "core/formats/in/page_date.h"

#include <string>
#include <vector>

namespace quoth {

// Is it a line of its own that tells a day: "Published 20 May 2021, 10:30"? Not a sentence.
bool statesDay(const std::string& line);

std::vector<DateClaim> datesOnPage(const HtmlTree& tree, const HtmlHead& head);

} // namespace quoth

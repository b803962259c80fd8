// What sets the turns of an interview off in a formatted article, bold or italics, kept where plain
// text would lose it.
#pragma once

#include "core/formats/in/html_article.h"

#include <vector>

namespace quoth {

// Marks questions: paragraphs that are set off as a whole, or headings, most of which ask
// something. A question that an answer follows in its line becomes a line of its own. Speakers'
// names that nothing but their letters sets off get a colon ("Mia Stone Where were you?").
void markInterview(std::vector<ArticleLine>& lines);

} // namespace quoth

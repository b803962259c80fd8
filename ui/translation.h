// The language of the window.
#pragma once

namespace quoth::ui {

// Makes the application, which must exist, speak the user's language where there is a translation
// (resources/translations), else English. Needed for English too: only the translation knows that
// it is "1 quote" and "2 quotes".
void installTranslation();

} // namespace quoth::ui

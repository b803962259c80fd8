// The language of the window.
#pragma once

#include <QLocale>
#include <QString>
#include <string_view>

namespace quoth::ui {

// Makes the application, which must exist, speak the first of the user's languages that there is a
// translation for (resources/translations), else English; with it Qt's own texts, where Qt's
// translations are installed, and the default locale, so that dates and numbers are of the same
// language as the sentences around them. Needed for English too: only the translation knows that it
// is "1 quote" and "2 quotes".
void installTranslation(const QLocale& user = QLocale::system());

// A description of a format, which the engine gives in English, in the window's language.
QString formatLabel(std::string_view description);

} // namespace quoth::ui

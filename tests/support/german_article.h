// An article that is not in English.
#pragma once

#include <QString>

namespace quoth::test {

inline const QString germanArticle = QStringLiteral(
    "Der Rat von Holm hat am Dienstag beschlossen, dass die Fähre den ganzen Winter fährt. „Wir "
    "haben zehn Jahre darauf gewartet“, sagte Anna Berg, die mit ihren zwei Kindern auf der Insel "
    "lebt. Das Geld ist da, aber das Schiff ist noch nicht fertig, und es wird wohl auch vor dem "
    "Frühjahr nicht fertig werden.\n");

} // namespace quoth::test

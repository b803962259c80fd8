#include "app/annotate/messages.h"

#include <iostream>

namespace quoth::app {

void complain(const std::string& message) {
    if (!message.empty()) std::cerr << "quoth-annotate: " + message + "\n";
}

void warnUnlessEnglish(const Engine& engine, const Document& document, const std::string& article) {
    if (!engine.languages.seemsEnglish(document.text()))
        complain(article +
                 " does not seem to be in English. Quoth reads English only; what it marks "
                 "there is likely wrong.");
}

} // namespace quoth::app

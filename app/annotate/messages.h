// What quoth-annotate says on the standard error. From any thread; a message is one write.
#pragma once

#include "core/pipeline.h"

#include <string>

namespace quoth::app {

void complain(const std::string& message); // nothing where it is empty

// `article` names it in the message.
void warnUnlessEnglish(const Engine& engine, const Document& document, const std::string& article);

} // namespace quoth::app

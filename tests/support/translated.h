// The application of a test speaks as the program does.
#pragma once

#include "ui/translation.h"

#include <QCoreApplication>

namespace quoth::ui {
inline void speak() {
    installTranslation();
}
Q_COREAPP_STARTUP_FUNCTION(speak)
} // namespace quoth::ui

// The application of a test speaks as the program does.
#pragma once

#include "ui/translation.h"

#include <QCoreApplication>

namespace quoth::ui {
Q_COREAPP_STARTUP_FUNCTION(installTranslation)
}

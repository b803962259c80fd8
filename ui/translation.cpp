#include "ui/translation.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace quoth::ui {

void installTranslation() {
    // The one installed last is asked first.
    for (const QLocale& locale : {QLocale(QLocale::English), QLocale()}) {
        auto* translator = new QTranslator(qApp);
        if (translator->load(locale, QStringLiteral("quoth"), QStringLiteral("_"),
                             QStringLiteral(":/translations")))
            QCoreApplication::installTranslator(translator);
    }
}

} // namespace quoth::ui

#include "ui/translation.h"

#include <QCoreApplication>
#include <QFile>
#include <QLibraryInfo>
#include <QTranslator>
#include <algorithm>
#include <string>

namespace quoth::ui {
namespace {

// The descriptions in core/formats/importers.cpp and exporters.cpp.
[[maybe_unused]] constexpr const char* formats[] = {
    QT_TRANSLATE_NOOP("Formats", "Web page"),
    QT_TRANSLATE_NOOP("Formats", "PDF document"),
    QT_TRANSLATE_NOOP("Formats", "Word document"),
    QT_TRANSLATE_NOOP("Formats", "OpenDocument text"),
    QT_TRANSLATE_NOOP("Formats", "Electronic book (EPUB)"),
    QT_TRANSLATE_NOOP("Formats", "Web archive (MHTML)"),
    QT_TRANSLATE_NOOP("Formats", "Mail"),
    QT_TRANSLATE_NOOP("Formats", "Markdown"),
    QT_TRANSLATE_NOOP("Formats", "News agency article (NITF)"),
    QT_TRANSLATE_NOOP("Formats", "News agency article (NewsML-G2)"),
    QT_TRANSLATE_NOOP("Formats", "News feed (RSS, Atom)"),
    QT_TRANSLATE_NOOP("Formats", "News agency article (ninjs)"),
    QT_TRANSLATE_NOOP("Formats", "Work file or annotation of Quoth"),
    QT_TRANSLATE_NOOP("Formats", "Plain text"),
    QT_TRANSLATE_NOOP("Formats", "Annotated HTML"),
    QT_TRANSLATE_NOOP("Formats", "JSON (quoth/1)"),
    QT_TRANSLATE_NOOP("Formats", "Table of quotes (CSV)"),
    QT_TRANSLATE_NOOP("Formats", "Checker's sheet (HTML)"),
    QT_TRANSLATE_NOOP("Formats", "Timeline as a table (CSV)"),
    QT_TRANSLATE_NOOP("Formats", "Timeline as a calendar (iCalendar)"),
    QT_TRANSLATE_NOOP("Formats", "Timeline for TimelineJS (JSON)"),
};

const QString& ownTranslations() {
    static const QString folder = QStringLiteral(":/translations");
    return folder;
}

// Of the user's languages, "de-AT" say.
QLocale spokenLocale(const QLocale& user) {
    const QStringList languages = user.uiLanguages();
    const auto isSpoken = [](const QString& name) {
        const QString language = name.section(QLatin1Char('-'), 0, 0);
        return QFile::exists(QStringLiteral("%1/quoth_%2.qm").arg(ownTranslations(), language));
    };
    const auto spoken = std::find_if(languages.begin(), languages.end(), isSpoken);
    return spoken == languages.end() ? QLocale(QLocale::English) : QLocale(*spoken);
}

void install(const QLocale& locale, const QString& name, const QString& folder) {
    auto* translator = new QTranslator(qApp);
    if (translator->load(locale, name, QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(translator);
}

} // namespace

void installTranslation(const QLocale& user) {
    const QLocale spoken = spokenLocale(user);
    QLocale::setDefault(spoken);
    // The one installed last is asked first.
    install(spoken, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    for (const QLocale& locale : {QLocale(QLocale::English), spoken})
        install(locale, QStringLiteral("quoth"), ownTranslations());
}

QString formatLabel(std::string_view description) {
    return QCoreApplication::translate("Formats", std::string(description).c_str());
}

} // namespace quoth::ui

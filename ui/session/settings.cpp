#include "ui/session/settings.h"

#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <array>

namespace quoth::ui {
namespace {

constexpr int mostRecentFiles = 10;
const std::array<QString, 3> themeNames = {QStringLiteral("system"), QStringLiteral("light"),
                                           QStringLiteral("dark")};

const auto recentKey = QStringLiteral("files/recent");
const auto lastKey = QStringLiteral("files/last");
const auto geometryKey = QStringLiteral("window/geometry");
const auto stateKey = QStringLiteral("window/state");
const auto themeKey = QStringLiteral("view/theme");
const std::array<QString, 3> copyNames = {QStringLiteral("plain"), QStringLiteral("markdown"),
                                          QStringLiteral("html")};
const auto copyKey = QStringLiteral("copy/format");
const auto zoomKey = QStringLiteral("view/zoom");

std::unique_ptr<QSettings> openStore(const QString& path) {
    if (path.isEmpty())
        return std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope,
                                           QStringLiteral("quoth"), QStringLiteral("quoth"));
    return std::make_unique<QSettings>(path, QSettings::IniFormat);
}

} // namespace

Settings::Settings(const QString& path) : m_store(openStore(path)) {
    if (m_store->status() != QSettings::FormatError) return;
    const QString file = m_store->fileName();
    m_store.reset();
    QFile::remove(file + QStringLiteral(".damaged"));
    QFile::rename(file, file + QStringLiteral(".damaged"));
    m_store = openStore(path);
}

QStringList Settings::recentFiles() const {
    QStringList files = m_store->value(recentKey).toStringList();
    files.removeIf([](const QString& file) { return file.isEmpty() || !QFileInfo::exists(file); });
    files.removeDuplicates();
    return files.mid(0, mostRecentFiles);
}

void Settings::addRecentFile(const QString& path) {
    QStringList files = recentFiles();
    files.removeAll(path);
    files.prepend(path);
    m_store->setValue(recentKey, files.mid(0, mostRecentFiles));
}

void Settings::removeRecentFile(const QString& path) {
    QStringList files = recentFiles();
    if (files.removeAll(path) > 0) m_store->setValue(recentKey, files);
}

void Settings::clearRecentFiles() {
    m_store->remove(recentKey);
}

QString Settings::lastFile() const {
    return m_store->value(lastKey).toString();
}

void Settings::setLastFile(const QString& path) {
    m_store->setValue(lastKey, path);
}

QByteArray Settings::geometry() const {
    return m_store->value(geometryKey).toByteArray();
}

QByteArray Settings::windowState() const {
    return m_store->value(stateKey).toByteArray();
}

void Settings::setWindow(const QByteArray& geometry, const QByteArray& state) {
    m_store->setValue(geometryKey, geometry);
    m_store->setValue(stateKey, state);
}

Theme Settings::theme() const {
    const auto at =
        std::find(themeNames.begin(), themeNames.end(), m_store->value(themeKey).toString());
    return at == themeNames.end() ? Theme::System : static_cast<Theme>(at - themeNames.begin());
}

void Settings::setTheme(Theme theme) {
    m_store->setValue(themeKey, themeNames[static_cast<std::size_t>(theme)]);
}

int Settings::zoom() const {
    const int zoom = m_store->value(zoomKey, 100).toInt();
    return zoom >= 50 && zoom <= 300 ? zoom : 100;
}

void Settings::setZoom(int percent) {
    m_store->setValue(zoomKey, percent);
}

CitationFormat Settings::copyFormat() const {
    const auto at =
        std::find(copyNames.begin(), copyNames.end(), m_store->value(copyKey).toString());
    return at == copyNames.end() ? CitationFormat::Plain
                                 : static_cast<CitationFormat>(at - copyNames.begin());
}

void Settings::setCopyFormat(CitationFormat format) {
    m_store->setValue(copyKey, copyNames[static_cast<std::size_t>(format)]);
}

} // namespace quoth::ui

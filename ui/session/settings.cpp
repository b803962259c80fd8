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
const auto familyKey = QStringLiteral("reading/font");
const auto pixelsKey = QStringLiteral("reading/size");
const auto charactersKey = QStringLiteral("reading/line");
const std::array<QString, 2> colourNames = {QStringLiteral("standard"), QStringLiteral("distinct")};
const auto coloursKey = QStringLiteral("reading/colours");
const auto doubtKey = QStringLiteral("reading/doubt");
const auto keepsKey = QStringLiteral("library/keep");
const std::array<QString, 3> copyNames = {QStringLiteral("plain"), QStringLiteral("markdown"),
                                          QStringLiteral("html")};
const auto copyKey = QStringLiteral("copy/format");
const auto zoomKey = QStringLiteral("view/zoom");

// The name's place in the list; the first for one that is not there.
template <typename Value, std::size_t n>
Value valueOf(const std::array<QString, n>& names, const QVariant& name) {
    const auto at = std::find(names.begin(), names.end(), name.toString());
    return at == names.end() ? Value{} : static_cast<Value>(at - names.begin());
}

int withinOr(const QVariant& value, int least, int most, int otherwise) {
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    return isNumber && number >= least && number <= most ? number : otherwise;
}

std::unique_ptr<QSettings> openStore(const QString& path) {
    if (path.isEmpty())
        return std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope,
                                           QStringLiteral("quoth"), QStringLiteral("quoth"));
    return std::make_unique<QSettings>(path, QSettings::IniFormat);
}

} // namespace

Settings::Settings(const QString& path) : m_store(openStore(path)) {
    if (m_store->status() == QSettings::FormatError) {
        const QString file = m_store->fileName();
        m_store.reset();
        QFile::remove(file + QStringLiteral(".damaged"));
        QFile::rename(file, file + QStringLiteral(".damaged"));
        m_store = openStore(path);
    }
    m_keys = std::make_unique<KeyMap>(m_store.get());
}

QStringList Settings::recentFiles() const {
    QStringList files = m_store->value(recentKey).toStringList();
    files.removeIf([](const QString& file) { return file.isEmpty() || !QFileInfo::exists(file); });
    files.removeDuplicates();
    return files.mid(0, mostRecentFiles);
}

void Settings::addRecentFile(const QString& path) {
    if (!preferences().keepsWork) return;
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

void Settings::forgetFiles() {
    m_store->remove(recentKey);
    m_store->remove(lastKey);
    emit filesForgotten();
}

QString Settings::lastFile() const {
    return m_store->value(lastKey).toString();
}

void Settings::setLastFile(const QString& path) {
    m_store->setValue(lastKey, preferences().keepsWork ? path : QString());
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

Preferences Settings::preferences() const {
    const Preferences usual;
    Preferences out;
    out.fontFamily = m_store->value(familyKey).toString();
    out.fontPixels = withinOr(m_store->value(pixelsKey), Preferences::leastPixels,
                              Preferences::mostPixels, usual.fontPixels);
    out.lineCharacters = withinOr(m_store->value(charactersKey), Preferences::leastCharacters,
                                  Preferences::mostCharacters, usual.lineCharacters);
    out.theme = valueOf<Theme>(themeNames, m_store->value(themeKey));
    out.colours = valueOf<ColourSet>(colourNames, m_store->value(coloursKey));
    out.doubtPercent = withinOr(m_store->value(doubtKey), 0, 100, usual.doubtPercent);
    out.keepsWork = m_store->value(keepsKey, usual.keepsWork).toBool();
    return out;
}

void Settings::setPreferences(const Preferences& wanted) {
    if (wanted == preferences()) return;
    m_store->setValue(familyKey, wanted.fontFamily);
    m_store->setValue(pixelsKey, wanted.fontPixels);
    m_store->setValue(charactersKey, wanted.lineCharacters);
    m_store->setValue(themeKey, themeNames[static_cast<std::size_t>(wanted.theme)]);
    m_store->setValue(coloursKey, colourNames[static_cast<std::size_t>(wanted.colours)]);
    m_store->setValue(doubtKey, wanted.doubtPercent);
    m_store->setValue(keepsKey, wanted.keepsWork);
    emit preferencesChanged();
}

int Settings::zoom() const {
    return withinOr(m_store->value(zoomKey), 50, 300, 100);
}

void Settings::setZoom(int percent) {
    m_store->setValue(zoomKey, percent);
}

CitationFormat Settings::copyFormat() const {
    return valueOf<CitationFormat>(copyNames, m_store->value(copyKey));
}

void Settings::setCopyFormat(CitationFormat format) {
    m_store->setValue(copyKey, copyNames[static_cast<std::size_t>(format)]);
}

} // namespace quoth::ui

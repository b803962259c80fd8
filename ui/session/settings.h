// What the program remembers between runs: recent files, the window's place, theme, zoom, how
// quotes are copied. Kept in one INI file; a damaged one is put aside and begun anew.
#pragma once

#include "core/formats/quote_citation.h"

#include <QByteArray>
#include <QSettings>
#include <QStringList>
#include <memory>

namespace quoth::ui {

enum class Theme { System, Light, Dark };

class Settings {
public:
    // Empty: the user's own (XDG config folder). Tests give a path of theirs.
    explicit Settings(const QString& path = {});

    // The newest first; at most ten; files that are gone are left out.
    QStringList recentFiles() const;
    void addRecentFile(const QString& path);
    void removeRecentFile(const QString& path);
    void clearRecentFiles();

    QString lastFile() const; // open when the program ended; empty if none
    void setLastFile(const QString& path);
    QByteArray geometry() const;
    QByteArray windowState() const;
    void setWindow(const QByteArray& geometry, const QByteArray& state);
    Theme theme() const;
    void setTheme(Theme theme);
    int zoom() const; // percent
    void setZoom(int percent);
    CitationFormat copyFormat() const; // of quotes, as last chosen
    void setCopyFormat(CitationFormat format);

private:
    std::unique_ptr<QSettings> m_store;
};

} // namespace quoth::ui

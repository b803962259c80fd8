// What the program remembers between runs: what the reader prefers, keys of their own, recent
// files, the window's place, zoom, how quotes are copied. Kept in one INI file; a damaged one is
// put aside and begun anew.
#pragma once

#include "core/formats/out/quote_citation.h"
#include "core/formats/out/speaker_colours.h"
#include "ui/state/key_map.h"

#include <QByteArray>
#include <QObject>
#include <QSettings>
#include <QStringList>
#include <memory>

namespace quoth::ui {

enum class Theme { System, Light, Dark };

// What the reader sets in the preferences; each value within its range.
struct Preferences {
    static constexpr int leastPixels = 10, mostPixels = 60;
    static constexpr int leastCharacters = 40, mostCharacters = 120;

    QString fontFamily; // of the article; empty: a book face of ours
    int fontPixels = 0; // of its body; 0: as the desktop's letters ask for
    int lineCharacters = 70;
    Theme theme = Theme::System;
    ColourSet colours = ColourSet::Standard;
    int doubtPercent = 50; // under which a quote is doubtful, 0 to 100
    bool keepsWork = true; // articles and what the reader does to them, in the library

    bool operator==(const Preferences&) const = default;
};

class Settings : public QObject {
    Q_OBJECT
public:
    // Empty: the user's own (XDG config folder). Tests give a path of theirs.
    explicit Settings(const QString& path = {});

    Preferences preferences() const;
    void setPreferences(const Preferences& preferences);

    KeyMap& keys() { return *m_keys; }

    // Files are remembered only while work is kept.
    // The newest first; at most ten; files that are gone are left out.
    QStringList recentFiles() const;
    void addRecentFile(const QString& path);
    void removeRecentFile(const QString& path);
    void clearRecentFiles();
    void forgetFiles(); // recent ones and the last one

    QString lastFile() const; // open when the program ended; empty if none
    void setLastFile(const QString& path);
    QByteArray geometry() const;
    QByteArray windowState() const;
    void setWindow(const QByteArray& geometry, const QByteArray& state);
    int zoom() const; // percent
    void setZoom(int percent);
    CitationFormat copyFormat() const; // of quotes, as last chosen
    void setCopyFormat(CitationFormat format);

signals:
    void preferencesChanged();
    void filesForgotten();

private:
    std::unique_ptr<QSettings> m_store;
    std::unique_ptr<KeyMap> m_keys;
};

} // namespace quoth::ui

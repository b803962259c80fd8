// How articles look: font, width of lines, theme, colours of speakers, what is doubtful. What the
// reader chooses is in the settings at once.
#pragma once

#include "ui/session/settings.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace quoth::ui {

class ColourRow;

class ReadingPage : public QWidget {
    Q_OBJECT
public:
    // `settings` must outlive the page.
    explicit ReadingPage(Settings* settings, QWidget* parent = nullptr);

private:
    void show(const Preferences& preferences);
    void choose(); // what the controls say

    Settings* m_settings;
    QComboBox* m_family;
    QCheckBox* m_ownSize;
    QSpinBox* m_pixels;
    QSpinBox* m_characters;
    QComboBox* m_theme;
    QComboBox* m_colours;
    ColourRow* m_sample;
    QSpinBox* m_doubt;
    bool m_showing = false; // the controls follow the settings; their changes mean nothing
};

} // namespace quoth::ui

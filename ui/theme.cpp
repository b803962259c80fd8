#include "ui/theme.h"

#include "ui/state/speaker_palette.h"

#include <QApplication>
#include <QStyle>
#include <QStyleFactory>
#include <QToolTip>

namespace quoth::ui {
namespace {

struct Shades {
    QRgb window, base, alternate, text, quiet, button, highlight, highlightedText, link, line, tip;
};

QPalette make(const Shades& shades) {
    const auto colour = [](QRgb value) { return QColor::fromRgb(value); };
    QPalette palette(colour(shades.button), colour(shades.window));
    palette.setColor(QPalette::Window, colour(shades.window));
    palette.setColor(QPalette::WindowText, colour(shades.text));
    palette.setColor(QPalette::Base, colour(shades.base));
    palette.setColor(QPalette::AlternateBase, colour(shades.alternate));
    palette.setColor(QPalette::Text, colour(shades.text));
    palette.setColor(QPalette::Button, colour(shades.button));
    palette.setColor(QPalette::ButtonText, colour(shades.text));
    palette.setColor(QPalette::BrightText, Qt::red);
    palette.setColor(QPalette::Highlight, colour(shades.highlight));
    palette.setColor(QPalette::HighlightedText, colour(shades.highlightedText));
    palette.setColor(QPalette::Link, colour(shades.link));
    palette.setColor(QPalette::LinkVisited, colour(shades.link));
    palette.setColor(QPalette::PlaceholderText, colour(shades.quiet));
    palette.setColor(QPalette::ToolTipBase, colour(shades.tip));
    palette.setColor(QPalette::ToolTipText, colour(shades.text));
    palette.setColor(QPalette::Mid, colour(shades.line));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colour(shades.quiet));
    return palette;
}

// What the desktop said before any palette of ours.
bool systemIsDark() {
    static const bool dark = isDark(QGuiApplication::palette());
    return dark;
}

} // namespace

QPalette lightPalette() {
    return make({0xFFF3F3F1, 0xFFFFFFFF, 0xFFF7F7F5, 0xFF1D1D1F, 0xFF696967, 0xFFF3F3F1, 0xFF2463B4,
                 0xFFFFFFFF, 0xFF0B5CAD, 0xFFCFCFCB, 0xFFFFFFFF});
}

QPalette darkPalette() {
    return make({0xFF202124, 0xFF17181A, 0xFF1D1E21, 0xFFE6E6E3, 0xFF94948F, 0xFF2B2C30, 0xFF3A76C4,
                 0xFFFFFFFF, 0xFF7DB7F0, 0xFF3D3E43, 0xFF2A2B2F});
}

void applyTheme(Theme theme) {
    const bool system = systemIsDark();
    const bool dark = theme == Theme::Dark || (theme == Theme::System && system);
    if (QApplication::style()->name() != QLatin1String("fusion"))
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const QPalette palette = dark ? darkPalette() : lightPalette();
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

} // namespace quoth::ui

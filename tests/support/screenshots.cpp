// Renders the window with each article named (default: the samples) to PNG files, light and dark,
// at one and two pixels a unit. Usage: screenshots FOLDER [ARTICLES]. Run by the build target
// `screenshots`, offscreen; people look at what comes out.
#include "core/support/resources.h"
#include "ui/main_window.h"
#include "ui/preferences/preferences_dialog.h"
#include "ui/reader/hover_card.h"
#include "ui/theme.h"
#include "ui/timeline/timeline_panel.h"
#include "ui/timeline/timeline_view.h"
#include "ui/translation.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QPainter>
#include <QTabWidget>
#include <cstdio>

namespace {

using namespace quoth::ui;

void settle(int milliseconds) {
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < milliseconds)
        QApplication::processEvents(QEventLoop::AllEvents, 20);
}

bool save(QWidget& widget, const QString& path, qreal scale) {
    QImage image(widget.size() * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    widget.render(&image);
    return image.save(path);
}

void shoot(QWidget& window, const QDir& folder, const QString& name) {
    for (const auto& [theme, suffix] :
         {std::pair{Theme::Light, "light"}, std::pair{Theme::Dark, "dark"}}) {
        applyTheme(theme);
        settle(120);
        const QString base = folder.filePath(name + QLatin1Char('-') + QLatin1String(suffix));
        save(window, base + QStringLiteral(".png"), 1);
        save(window, base + QStringLiteral("@2x.png"), 2);
    }
}

// The timeline alone, with more room than the window gives it.
void shootTimeline(MainWindow& window, const QDir& folder, const QString& name) {
    applyTheme(Theme::Light);
    TimelinePanel panel(&window.state());
    panel.resize(1060, 300);
    panel.show();
    settle(120);
    QFile picture(folder.filePath(name + QStringLiteral("-timeline.png")));
    if (picture.open(QIODevice::WriteOnly))
        picture.write(panel.view()->picture(TimelineView::Picture::Png));
}

// Finding, the Why panel, an error; the other panels; the timeline as a table; other sizes.
void shootDetails(MainWindow& window, const QDir& folder, const QString& name) {
    window.findChild<QDockWidget*>(QStringLiteral("whyDock"))->raise();
    auto* find = window.findChild<FindBar*>();
    find->open();
    find->findChild<QLineEdit*>()->setText(QStringLiteral("the "));
    emit window.session().failed(QStringLiteral("The file minutes.txt is empty."));
    shoot(window, folder, name + QStringLiteral("-details"));
    find->close();
    for (const QString& panel : {QStringLiteral("speakers"), QStringLiteral("entities")}) {
        window.findChild<QDockWidget*>(panel + QStringLiteral("Dock"))->raise();
        shoot(window, folder, name + QLatin1Char('-') + panel);
    }
    const auto* document = window.state().document();
    if (document && !document->quotes().empty() && !document->times().empty()) {
        HoverCard card(&window);
        card.showFor(window.state(), {quoth::QuoteId{0}, quoth::TimeId{0}}, {});
        save(card, folder.filePath(name + QStringLiteral("-card.png")), 2);
    }
    window.findChild<QDockWidget*>(QStringLiteral("quotesDock"))->raise();
    auto* timeline = window.findChild<TimelinePanel*>();
    timeline->showTable(true);
    shoot(window, folder, name + QStringLiteral("-table"));
    timeline->showTable(false);
    const QSize size = window.size();
    for (const QSize other : {QSize(720, 620), QSize(1024, 700), QSize(2560, 1440)}) {
        window.resize(other);
        shoot(window, folder,
              name + QStringLiteral("-%1x%2").arg(other.width()).arg(other.height()));
    }
    window.resize(size);
}

// After some work: states on badges, the list of corrections with one taken back.
void shootWork(MainWindow& window, const QDir& folder, const QString& name) {
    const auto quote = [&](std::uint32_t id) {
        return anchorOf(*window.state().document(), quoth::QuoteId{id});
    };
    if (window.state().document()->quotes().size() < 4) return;
    Desk& desk = window.desk();
    desk.perform({quoth::CheckQuote{quote(0), quoth::CheckState::Confirmed, {}}});
    desk.perform({quoth::CheckQuote{quote(1), quoth::CheckState::Disputed, "Not on the tape"}});
    desk.perform({quoth::ReassignSpeaker{quote(2), std::nullopt}});
    desk.perform({quoth::RejectQuote{quote(3)}});
    desk.withdraw(3);
    window.findChild<QDockWidget*>(QStringLiteral("correctionsDock"))->raise();
    shoot(window, folder, name + QStringLiteral("-corrections"));
    window.findChild<QDockWidget*>(QStringLiteral("quotesDock"))->raise();
    shoot(window, folder, name + QStringLiteral("-checked"));
}

void shootPreferences(MainWindow& window, Settings& settings, const QDir& folder) {
    DesktopDialogs dialogs;
    PreferencesDialog preferences(
        &settings, &dialogs, {}, [] {}, &window);
    preferences.show();
    auto* pages = preferences.findChild<QTabWidget*>();
    for (int page = 0; page < pages->count(); ++page) {
        pages->setCurrentIndex(page);
        shoot(preferences, folder, QStringLiteral("preferences-%1").arg(page + 1));
    }
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    installTranslation();
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2) {
        std::fputs("usage: screenshots FOLDER [ARTICLES]\n", stderr);
        return 2;
    }
    QDir folder(arguments[1]);
    folder.mkpath(QStringLiteral("."));
    const auto resources = quoth::findResources();
    QStringList articles = arguments.mid(2);
    if (articles.isEmpty() && resources)
        for (const QFileInfo& sample :
             QDir(QString::fromStdString((*resources / "samples").string()))
                 .entryInfoList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name))
            articles << sample.absoluteFilePath();

    Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    DesktopDialogs dialogs;
    applyTheme(Theme::Light);
    MainWindow window({EngineLoader::start(resources), &settings, &dialogs});
    window.resize(1360, 900);
    window.show();
    settle(100);
    shoot(window, folder, QStringLiteral("welcome"));
    shootPreferences(window, settings, folder);
    for (const QString& article : articles) {
        const QString name = QFileInfo(article).completeBaseName();
        window.openFiles({article});
        while (window.session().isBusy())
            settle(20);
        settle(200);
        shootTimeline(window, folder, name);
        shoot(window, folder, name);
        window.state().stepQuote(1);
        shoot(window, folder, name + QStringLiteral("-selected"));
        if (window.state().document() && !window.state().document()->speakers().empty()) {
            window.state().toggleSpeaker(window.state().document()->speakers().front());
            shoot(window, folder, name + QStringLiteral("-filtered"));
            window.state().setFilter({});
        }
        shootDetails(window, folder, name);
        shootWork(window, folder, name);
    }
    QFile::remove(folder.filePath(QStringLiteral("settings.ini")));
    return 0;
}
